/* source.c: the table of sources, and the reading of what they hold. */
#include "server/secrets/source.h"

#include <errno.h>
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "server/secrets/secrets_manager.h"

enum { TEXT_MAX = 65536 };

static const struct {
	const char *prefix;
	enum source_kind kind;
} kinds[] = {
	{ "file:", SOURCE_FILE },
	{ "env:", SOURCE_ENVIRONMENT },
	{ "secretsmanager:", SOURCE_SECRETS_MANAGER },
};

bool source_parse(struct source *source, const char *text) {
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		size_t len = strlen(kinds[i].prefix);
		if (strncmp(text, kinds[i].prefix, len) == 0 && text[len] != '\0') {
			*source = (struct source){ kinds[i].kind, text + len };
			return true;
		}
	}
	return false;
}

/* ---- what it says ---------------------------------------------------------------------------------------- */

/* Absent is "" where it may be. */
static bool take_member(
	struct json_object *object, const char *name, bool required, char *out, size_t room) {
	struct json_object *value = NULL;

	out[0] = '\0';
	if (!json_object_object_get_ex(object, name, &value)) {
		return !required;
	}
	const char *text = json_object_get_string(value);
	return json_object_is_type(value, json_type_string) && text[0] != '\0' &&
	       (size_t)snprintf(out, room, "%s", text) < room;
}

static bool read_json(const char *text, struct credential *out) {
	struct json_object *object = json_tokener_parse(text);
	bool good = json_object_is_type(object, json_type_object) &&
		    take_member(object, "username", false, out->user, sizeof(out->user)) &&
		    take_member(object, "password", true, out->password, sizeof(out->password));

	json_object_put(object);
	return good;
}

static bool read_text(char *text, struct credential *out) {
	size_t len = strlen(text);

	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r')) {
		text[--len] = '\0';
	}
	if (text[0] == '{') {
		return read_json(text, out);
	}
	out->user[0] = '\0';
	return len > 0 && (size_t)snprintf(out->password, sizeof(out->password), "%s", text) <
				  sizeof(out->password);
}

/* ---- where it stands ------------------------------------------------------------------------------------- */

static bool fetch_file(const char *path, char *text, char *why, size_t room) {
	FILE *file = fopen(path, "re");
	size_t len = file == NULL ? 0 : fread(text, 1, TEXT_MAX - 1, file);
	bool good = file != NULL && ferror(file) == 0;

	if (!good) {
		snprintf(why, room, "cannot read %s: %s", path, strerror(errno));
	}
	if (file != NULL) {
		fclose(file);
	}
	text[len] = '\0';
	return good;
}

static bool fetch_variable(const char *name, char *text, char *why, size_t room) {
	const char *value = getenv(name);

	if (value == NULL || strlen(value) >= TEXT_MAX) {
		snprintf(why, room, "the variable %s is %s", name,
			value == NULL ? "not set" : "too long");
		return false;
	}
	snprintf(text, TEXT_MAX, "%s", value);
	return true;
}

static bool fetch(const struct source *source, int stage, char *text, char *why, size_t room) {
	if (source->kind == SOURCE_SECRETS_MANAGER) {
		return secrets_manager_fetch(source->name, stage == 0 ? "AWSCURRENT" : "AWSPENDING",
			text, TEXT_MAX, why, room);
	}
	if (stage > 0) {
		return false;
	}
	return source->kind == SOURCE_FILE ? fetch_file(source->name, text, why, room)
					   : fetch_variable(source->name, text, why, room);
}

bool source_read(
	const struct source *source, int stage, struct credential *out, char *why, size_t room) {
	char *text = malloc(TEXT_MAX);
	bool good = text != NULL && fetch(source, stage, text, why, room);

	if (good && !read_text(text, out)) {
		snprintf(why, room,
			"%s holds neither a password nor JSON with username and password",
			source->name);
		good = false;
	}
	if (text != NULL) {
		explicit_bzero(text, TEXT_MAX);
	}
	free(text);
	return good;
}

/* input.c: so that `event get … -o json | event put … --json -` works, and cannot overwrite what it has not seen. */
#include "cli/input.h"

#include <errno.h>
#include <fcntl.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INPUT_MAX (8u << 20)
#define PLAIN (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

static char *read_all(FILE *from, size_t *len) {
	size_t room = 65536, at = 0, got;
	char *bytes = malloc(room);

	while (bytes != NULL && (got = fread(bytes + at, 1, room - at - 1, from)) > 0) {
		at += got;
		if (at + 1 == room) {
			char *more = room < INPUT_MAX ? realloc(bytes, room * 2) : NULL;
			if (more == NULL) {
				free(bytes);
				errno = EFBIG;
				return NULL;
			}
			bytes = more;
			room *= 2;
		}
	}
	if (bytes != NULL && ferror(from)) {
		free(bytes);
		return NULL;
	}
	if (bytes != NULL) {
		bytes[at] = '\0';
		*len = at;
	}
	return bytes;
}

char *read_input(const char *path, size_t *len, char *problem, size_t room) {
	FILE *from = strcmp(path, "-") == 0 ? stdin : fopen(path, "rbe");
	char *bytes = NULL;

	if (from != NULL) {
		bytes = read_all(from, len);
	}
	if (bytes == NULL) {
		snprintf(problem, room, "%.200s: %s",
			strcmp(path, "-") == 0 ? "standard input" : path,
			errno == EFBIG ? "more than 8 MiB" : strerror(errno));
	}
	if (from != NULL && from != stdin) {
		fclose(from);
	}
	return bytes;
}

bool write_file(const char *path, const char *text, size_t len) {
	char fresh[4200];
	snprintf(fresh, sizeof(fresh), "%s.XXXXXX", path);

	int fd = mkostemp(fresh, O_CLOEXEC); /* 0600 by itself */
	if (fd < 0) {
		return false;
	}
	bool ok = write(fd, text, len) == (ssize_t)len && fsync(fd) == 0;
	ok = close(fd) == 0 && ok && rename(fresh, path) == 0;
	if (!ok) {
		int why = errno;
		unlink(fresh);
		errno = why;
	}
	return ok;
}

/* ---- an answer as a body ------------------------------------------------------------------------------ */

static bool leave_out(const struct builder *of, struct json_object *object);

static bool leave_out_below(const struct flag *flag, struct json_object *member) {
	bool some = false;

	if (!json_object_is_type(member, json_type_array)) {
		return leave_out(flag->child, member);
	}
	for (size_t i = 0; i < json_object_array_length(member); i++) {
		some |= leave_out(flag->child, json_object_array_get_idx(member, i));
	}
	return some;
}

/* Whether there was anything to leave out. */
static bool leave_out(const struct builder *of, struct json_object *object) {
	struct json_object *member = NULL;
	bool some = false;

	if (!json_object_is_type(object, json_type_object)) {
		return false;
	}
	for (size_t i = 0; of->server_set != NULL && of->server_set[i] != NULL; i++) {
		if (json_object_object_get_ex(object, of->server_set[i], NULL)) {
			json_object_object_del(object, of->server_set[i]);
			some = true;
		}
	}
	for (size_t i = 0; i < of->count; i++) {
		const struct flag *flag = &of->flags[i];
		if (flag->child != NULL &&
			json_object_object_get_ex(object, flag->member, &member)) {
			some |= leave_out_below(flag, member);
		}
	}
	return some;
}

static void take_version(struct args *args, struct json_object *object) {
	struct json_object *version = NULL;

	if (args->command->traits & COMMAND_IF_MATCH && args->if_match == NULL &&
		args->if_none_match == NULL &&
		json_object_object_get_ex(object, "version", &version) &&
		json_object_is_type(version, json_type_int)) {
		snprintf(args->version_read, sizeof(args->version_read), "%lld",
			(long long)json_object_get_int64(version));
		args->if_match = args->version_read;
	}
}

/* The text is only written anew when something goes, so that libapi sees doubles and slips as they were typed. */
static bool take_answer(struct args *args) {
	struct json_object *object = json_tokener_parse(args->body);
	bool ok = true;

	if (json_object_is_type(object, json_type_object)) {
		take_version(args, object);
		if (leave_out(args->command->body, object)) {
			free(args->body);
			args->body = strdup(json_object_to_json_string_ext(object, PLAIN));
			ok = args->body != NULL;
			args->body_len = ok ? strlen(args->body) : 0;
		}
	}
	json_object_put(object);
	return ok;
}

/* The file that the last positional names. */
static bool read_text(struct args *args) {
	const char *const *name = args->command->positionals;
	size_t last = 0;

	while (name[last + 1] != NULL) {
		last++;
	}
	args->body =
		read_input(args->path[last], &args->body_len, args->problem, sizeof(args->problem));
	return args->body != NULL;
}

bool read_body(struct args *args) {
	if (args->command->traits & COMMAND_TEXT_BODY) {
		return read_text(args);
	}
	if (args->json == NULL) {
		return true;
	}
	args->body = read_input(args->json, &args->body_len, args->problem, sizeof(args->problem));
	if (args->body == NULL) {
		return false;
	}
	if (strcmp(args->command->method, "POST") != 0 && !take_answer(args)) {
		snprintf(args->problem, sizeof(args->problem), "out of memory");
		return false;
	}
	return true;
}

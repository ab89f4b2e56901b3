/* json.c: three walks over JSON trees. */
#include "json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "…"

static const char *shown(struct json_object *value) {
	return json_object_to_json_string_ext(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

static char *say(const char *where, const char *what, struct json_object *got,
	struct json_object *expected) {
	char *text = NULL;

	if (asprintf(&text, "%s%s is %s, expected %s", where, what, shown(got), shown(expected)) <
		0) {
		abort();
	}
	return text;
}

static bool text_is(struct json_object *expected, struct json_object *got) {
	const char *due = json_object_get_string(expected), *is = json_object_get_string(got);
	const size_t len = strlen(due), end = strlen(ELLIPSIS);

	if (len >= end && strcmp(due + len - end, ELLIPSIS) == 0) {
		return strncmp(due, is, len - end) == 0;
	}
	return strcmp(due, is) == 0;
}

static char *differ_lists(
	const char *where, struct json_object *expected, struct json_object *got) {
	const size_t count = json_object_array_length(expected);
	char *fault = NULL, place[512];

	if (json_object_array_length(got) != count) {
		return say(where, " (by its length)", got, expected);
	}
	for (size_t i = 0; i < count && fault == NULL; i++) {
		(void)snprintf(place, sizeof(place), "%s.%zu", where, i);
		fault = json_differ(place, json_object_array_get_idx(expected, i),
			json_object_array_get_idx(got, i));
	}
	return fault;
}

static char *differ_objects(
	const char *where, struct json_object *expected, struct json_object *got) {
	char place[512];

	json_object_object_foreach(expected, name, value) {
		char *fault = NULL;

		(void)snprintf(place, sizeof(place), "%s.%s", where, name);
		/* A picture has every member, null ones too: this name is misspelt. */
		fault = json_object_object_get_ex(got, name, NULL)
				? json_differ(place, value, json_object_object_get(got, name))
				: say(place, " (there is no such member)", NULL, value);
		if (fault != NULL) {
			return fault;
		}
	}
	return NULL;
}

char *json_differ(const char *where, struct json_object *expected, struct json_object *got) {
	const enum json_type type = json_object_get_type(expected);

	if (type != json_object_get_type(got)) {
		return say(where, "", got, expected);
	}
	switch (type) {
	case json_type_object:
		return differ_objects(where, expected, got);
	case json_type_array:
		return differ_lists(where, expected, got);
	case json_type_string:
		return text_is(expected, got) ? NULL : say(where, "", got, expected);
	default:
		return json_object_equal(expected, got) ? NULL : say(where, "", got, expected);
	}
}

/* ---- ${NAME} -------------------------------------------------------------------------------------------- */

static struct json_object *fill_text(const char *text, struct json_object *names, char **unknown) {
	struct json_object *filled = NULL, *value = NULL;
	char *out = NULL, *name = NULL;
	size_t len = 0;
	FILE *stream = open_memstream(&out, &len);

	for (const char *end = NULL; *text != '\0'; text = end) {
		const char *close = strncmp(text, "${", 2) == 0 ? strchr(text, '}') : NULL;

		end = close != NULL ? close + 1 : text + 1;
		if (close == NULL) {
			(void)fputc(*text, stream);
			continue;
		}
		name = strndup(text + 2, (size_t)(close - text) - 2);
		if (json_object_object_get_ex(names, name, &value)) {
			(void)fputs(json_object_get_string(value), stream);
			free(name);
		} else {
			free(*unknown);
			*unknown = name;
		}
	}
	(void)fclose(stream);
	filled = *unknown == NULL ? json_object_new_string_len(out, (int)len) : NULL;
	free(out);
	return filled;
}

struct json_object *json_fill_in(
	struct json_object *value, struct json_object *names, char **unknown) {
	struct json_object *copy = NULL;

	switch (json_object_get_type(value)) {
	case json_type_string:
		return fill_text(json_object_get_string(value), names, unknown);
	case json_type_array:
		copy = json_object_new_array();
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			json_object_array_add(copy,
				json_fill_in(json_object_array_get_idx(value, i), names, unknown));
		}
		return copy;
	case json_type_object:
		copy = json_object_new_object();
		json_object_object_foreach(value, name, member) {
			json_object_object_add(copy, name, json_fill_in(member, names, unknown));
		}
		return copy;
	default:
		return json_object_get(value);
	}
}

/* ---- looking in ----------------------------------------------------------------------------------------- */

struct json_object *json_at(struct json_object *value, const char *path) {
	char *copy = strdup(path), *rest = copy;

	for (char *part = strsep(&rest, "."); part != NULL && value != NULL;
		part = strsep(&rest, ".")) {
		value = json_object_is_type(value, json_type_array)
				? json_object_array_get_idx(value, strtoul(part, NULL, 10))
				: json_object_object_get(value, part);
	}
	free(copy);
	return value;
}

const char *json_text_of(struct json_object *object, const char *name) {
	return json_object_get_string(json_object_object_get(object, name));
}

const char *json_stranger(struct json_object *object, const char *const *known) {
	json_object_object_foreach(object, name, value) {
		const char *const *at = known;

		(void)value;
		while (*at != NULL && strcmp(*at, name) != 0) {
			at++;
		}
		if (*at == NULL) {
			return name;
		}
	}
	return NULL;
}

/* script.c: JSON to answers. Every member is in the table below; another one is refused by name. */
#include "testing/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum slot_kind { TEXT, NUMBER, FLAG, JSON };
struct slot {
	const char *name;
	size_t offset;
	enum slot_kind kind;
	enum json_type type;
};
#define SLOT(name, kind, type)                                                                     \
	{ #name, offsetof(struct answer, name), kind, type }
static const struct slot slots[] = {
	SLOT(method, TEXT, json_type_string),
	SLOT(path, TEXT, json_type_string),
	SLOT(body_text, TEXT, json_type_string),
	SLOT(headers, JSON, json_type_object),
	SLOT(same, JSON, json_type_array),
	SLOT(give_headers, JSON, json_type_object),
	SLOT(text, TEXT, json_type_string),
	SLOT(delay_ms, NUMBER, json_type_int),
	SLOT(drip_ms, NUMBER, json_type_int),
	SLOT(cut, NUMBER, json_type_int),
	SLOT(reset, FLAG, json_type_boolean),
	SLOT(close, FLAG, json_type_boolean),
};
/* Those that need more than being stored: see read_rest(). */
static const char *const rest[] = { "status", "body", "give", "times" };

static char *complain(const char *format, size_t number, const char *name) {
	char *text = NULL;

	return asprintf(&text, format, number, name) < 0 ? NULL : text;
}

static void store(struct answer *answer, const struct slot *slot, struct json_object *value) {
	char *place = (char *)answer + slot->offset;

	switch (slot->kind) {
	case TEXT:
		*(const char **)place = json_object_get_string(value);
		break;
	case NUMBER:
		*(int64_t *)place = json_object_get_int64(value);
		break;
	case FLAG:
		*(bool *)place = json_object_get_boolean(value);
		break;
	case JSON:
		*(struct json_object **)place = value;
		break;
	}
}

static char *read_slots(struct answer *answer, struct json_object *value, size_t number) {
	for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++) {
		struct json_object *member = NULL;

		if (!json_object_object_get_ex(value, slots[i].name, &member)) {
			continue;
		}
		if (!json_object_is_type(member, slots[i].type)) {
			return complain(
				"answers[%zu].%s has the wrong JSON type", number, slots[i].name);
		}
		store(answer, &slots[i], member);
	}
	return NULL;
}

static bool is_known(const char *name) {
	for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++) {
		if (strcmp(slots[i].name, name) == 0) {
			return true;
		}
	}
	for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++) {
		if (strcmp(rest[i], name) == 0) {
			return true;
		}
	}
	return false;
}

static char *refuse_unknown(struct json_object *value, size_t number) {
	json_object_object_foreach(value, name, member) {
		(void)member;
		if (!is_known(name)) {
			return complain("answers[%zu].%s: there is no such member", number, name);
		}
	}
	return NULL;
}

static void read_rest(struct answer *answer, struct json_object *value) {
	struct json_object *member = NULL;

	if (json_object_object_get_ex(value, "status", &member)) {
		answer->status = json_object_get_int(member);
	}
	(void)json_object_object_get_ex(value, "body", &answer->body);
	if (json_object_object_get_ex(value, "give", &member)) {
		answer->text = json_object_to_json_string_length(
			member, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, NULL);
		answer->is_json = true;
	}
	answer->text_len = answer->text != NULL ? strlen(answer->text) : 0;
	if (json_object_object_get_ex(value, "times", &member)) {
		answer->left =
			json_object_get_int64(member) > 0 ? json_object_get_int64(member) : -1;
	}
}

static char *read_answer(struct answer *answer, struct json_object *value, size_t number) {
	char *why = NULL;

	*answer = (struct answer){ .status = 200, .cut = -1, .left = 1 };
	if (!json_object_is_type(value, json_type_object)) {
		return complain("answers[%zu] is no object%s", number, "");
	}
	why = refuse_unknown(value, number);
	why = why != NULL ? why : read_slots(answer, value, number);
	if (why == NULL) {
		read_rest(answer, value);
		if (answer->status < 100 || answer->status > 599) {
			why = complain("answers[%zu].%s is none of 100…599", number, "status");
		}
	}
	return why;
}

static char *read_answers(struct script *script, struct json_object *list) {
	script->count = json_object_array_length(list);
	script->answers = calloc(script->count + 1, sizeof(*script->answers));
	if (script->answers == NULL) {
		return strdup("no memory");
	}
	for (size_t i = 0; i < script->count; i++) {
		char *why = read_answer(&script->answers[i], json_object_array_get_idx(list, i), i);

		if (why != NULL) {
			return why;
		}
	}
	return NULL;
}

char *script_read(struct script *script, const char *text) {
	enum json_tokener_error fault = json_tokener_success;
	struct json_object *list = NULL, *any_order = NULL;
	char *why = NULL;

	*script = (struct script){ .tree = json_tokener_parse_verbose(text, &fault) };
	if (fault != json_tokener_success) {
		return strdup(json_tokener_error_desc(fault));
	}
	if (!json_object_is_type(script->tree, json_type_object) ||
		!json_object_object_get_ex(script->tree, "answers", &list) ||
		!json_object_is_type(list, json_type_array)) {
		why = strdup("a script is an object with a list named answers");
	} else {
		why = read_answers(script, list);
		(void)json_object_object_get_ex(script->tree, "any_order", &any_order);
		script->any_order = json_object_get_boolean(any_order);
	}
	if (why != NULL) {
		script_finish(script);
	}
	return why;
}

void script_finish(struct script *script) {
	json_object_put(script->tree);
	free(script->answers);
	*script = (struct script){ 0 };
}

static bool is_meant(const struct answer *answer, const char *method, const char *path) {
	return (answer->method == NULL || strcmp(answer->method, method) == 0) &&
	       (answer->path == NULL || strcmp(answer->path, path) == 0);
}

struct answer *script_next(struct script *script, const char *method, const char *path) {
	for (size_t i = 0; i < script->count; i++) {
		struct answer *answer = &script->answers[i];

		if (answer->left != 0 && (!script->any_order || is_meant(answer, method, path))) {
			answer->left -= answer->left > 0;
			return answer;
		}
	}
	return NULL;
}

size_t script_left(const struct script *script) {
	size_t left = 0;

	for (size_t i = 0; i < script->count; i++) {
		left += script->answers[i].left > 0 ? (size_t)script->answers[i].left : 0;
	}
	return left;
}

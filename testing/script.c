/* script.c: JSON to answers. Every member is in the table below; another one, and a wrong value, is refused by name. */
#include "testing/script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum slot_kind { TEXT, NUMBER, FLAG, JSON };
struct slot {
	const char *name;
	size_t offset;
	enum slot_kind kind;
	enum json_type type; /* null: any but null */
	int64_t min, max; /* of a number */
};
#define SLOT(name, kind, type, ...)                                                                \
	{ #name, offsetof(struct answer, name), kind, type, __VA_ARGS__ }
static const struct slot slots[] = {
	SLOT(method, TEXT, json_type_string),
	SLOT(path, TEXT, json_type_string),
	SLOT(body, JSON, json_type_null),
	SLOT(body_text, TEXT, json_type_string),
	SLOT(headers, JSON, json_type_object),
	SLOT(same, JSON, json_type_array),
	SLOT(status, NUMBER, json_type_int, 200, 599),
	SLOT(give_headers, JSON, json_type_object),
	SLOT(text, TEXT, json_type_string),
	SLOT(delay_ms, NUMBER, json_type_int, 0, INT32_MAX),
	SLOT(drip_ms, NUMBER, json_type_int, 0, INT32_MAX),
	SLOT(cut, NUMBER, json_type_int, 0, INT32_MAX),
	SLOT(reset, FLAG, json_type_boolean),
	SLOT(close, FLAG, json_type_boolean),
	SLOT(times, NUMBER, json_type_int, 0, INT32_MAX),
};
enum { SLOT_COUNT = sizeof(slots) / sizeof(slots[0]) };
static const char give[] = "give"; /* any JSON, null too: see read_rest() */

__attribute__((format(printf, 1, 2))) static char *complain(const char *format, ...) {
	va_list arguments;
	char *text = NULL;
	int len = 0;

	va_start(arguments, format);
	len = vasprintf(&text, format, arguments);
	va_end(arguments);
	return len < 0 ? NULL : text;
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

/* ---- checks --------------------------------------------------------------------------------------------- */

static char *check_member(const struct slot *slot, struct json_object *value, size_t number) {
	const int64_t is = json_object_get_int64(value);

	if (slot->type == json_type_null ? value == NULL
					 : !json_object_is_type(value, slot->type)) {
		return complain("answers[%zu].%s is no %s", number, slot->name,
			slot->type == json_type_null ? "value" : json_type_to_name(slot->type));
	}
	if (slot->kind == NUMBER && (is < slot->min || is > slot->max)) {
		return complain("answers[%zu].%s is %lld; %lld to %lld are allowed", number,
			slot->name, (long long)is, (long long)slot->min, (long long)slot->max);
	}
	return NULL;
}

/* `flags_too`: true and false say present and absent. */
static char *check_header_values(
	struct json_object *headers, const char *name, bool flags_too, size_t number) {
	if (headers == NULL) {
		return NULL;
	}
	json_object_object_foreach(headers, key, value) {
		if (!json_object_is_type(value, json_type_string) &&
			!(flags_too && json_object_is_type(value, json_type_boolean))) {
			return complain("answers[%zu].%s.%s is no %s", number, name, key,
				flags_too ? "text, true or false" : "text");
		}
	}
	return NULL;
}

static char *check_names(struct json_object *names, size_t number) {
	for (size_t i = 0; names != NULL && i < json_object_array_length(names); i++) {
		if (!json_object_is_type(json_object_array_get_idx(names, i), json_type_string)) {
			return complain("answers[%zu].same[%zu] is no text", number, i);
		}
	}
	return NULL;
}

/* Two members that say the same in different ways: one of them would be ignored. */
static char *check_pairs(const struct answer *answer, bool gives, size_t number) {
	if (answer->body != NULL && answer->body_text != NULL) {
		return complain("answers[%zu] has body and body_text", number);
	}
	if (gives && answer->text != NULL) {
		return complain("answers[%zu] has give and text", number);
	}
	return NULL;
}

static char *check_whole(const struct answer *answer, bool gives, size_t number) {
	char *why = check_header_values(answer->headers, "headers", true, number);

	why = why != NULL
		      ? why
		      : check_header_values(answer->give_headers, "give_headers", false, number);
	why = why != NULL ? why : check_names(answer->same, number);
	return why != NULL ? why : check_pairs(answer, gives, number);
}

/* ---- reading -------------------------------------------------------------------------------------------- */

static const struct slot *find_slot(const char *name) {
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		if (strcmp(slots[i].name, name) == 0) {
			return &slots[i];
		}
	}
	return NULL;
}

static char *read_members(struct answer *answer, struct json_object *value, size_t number) {
	json_object_object_foreach(value, name, member) {
		const struct slot *slot = find_slot(name);
		char *why = NULL;

		if (slot != NULL) {
			why = check_member(slot, member, number);
		} else if (strcmp(name, give) != 0) {
			why = complain("answers[%zu].%s: there is no such member", number, name);
		}
		if (why != NULL) {
			return why;
		}
		if (slot != NULL) {
			store(answer, slot, member);
		}
	}
	return NULL;
}

static void read_rest(struct answer *answer, struct json_object *value) {
	struct json_object *member = NULL;

	if (json_object_object_get_ex(value, give, &member)) {
		/* json-c has no object for null, and so no text of it either. */
		answer->text =
			member == NULL
				? "null"
				: json_object_to_json_string_ext(member,
					  JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
		answer->is_json = true;
	}
	answer->text_len = answer->text != NULL ? strlen(answer->text) : 0;
	answer->left = answer->times > 0 ? answer->times : -1;
}

static char *read_answer(struct answer *answer, struct json_object *value, size_t number) {
	bool gives = false;
	char *why = NULL;

	*answer = (struct answer){ .status = 200, .cut = -1, .times = 1 };
	if (!json_object_is_type(value, json_type_object)) {
		return complain("answers[%zu] is no object", number);
	}
	gives = json_object_object_get_ex(value, give, NULL);
	why = read_members(answer, value, number);
	why = why != NULL ? why : check_whole(answer, gives, number);
	if (why == NULL) {
		read_rest(answer, value);
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

/* What stands beside the answers. */
static char *read_top(struct script *script, struct json_object **list) {
	struct json_object *any_order = NULL;

	if (!json_object_is_type(script->tree, json_type_object) ||
		!json_object_object_get_ex(script->tree, "answers", list) ||
		!json_object_is_type(*list, json_type_array)) {
		return strdup("a script is an object with a list named answers");
	}
	json_object_object_foreach(script->tree, name, member) {
		(void)member;
		if (strcmp(name, "answers") != 0 && strcmp(name, "any_order") != 0) {
			return complain("%s: there is no such member", name);
		}
	}
	if (json_object_object_get_ex(script->tree, "any_order", &any_order) &&
		!json_object_is_type(any_order, json_type_boolean)) {
		return strdup("any_order is no boolean");
	}
	script->any_order = json_object_get_boolean(any_order);
	return NULL;
}

/* The whole text, and nothing behind it. */
static char *parse(const char *text, struct json_object **tree) {
	struct json_tokener *tokener = json_tokener_new();
	char *why = NULL;

	if (tokener == NULL) {
		return strdup("no memory");
	}
	json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
	*tree = json_tokener_parse_ex(tokener, text, (int)strlen(text) + 1);
	if (json_tokener_get_error(tokener) != json_tokener_success) {
		why = complain("no JSON: %s at byte %zu",
			json_tokener_error_desc(json_tokener_get_error(tokener)),
			json_tokener_get_parse_end(tokener));
	}
	json_tokener_free(tokener);
	return why;
}

char *script_read(struct script *script, const char *text) {
	struct json_object *list = NULL;
	char *why = NULL;

	*script = (struct script){ 0 };
	why = parse(text, &script->tree);
	why = why != NULL ? why : read_top(script, &list);
	why = why != NULL ? why : read_answers(script, list);
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

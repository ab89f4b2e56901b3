/* decode_members.c: json-c's tree into records by the tables: types and unknown members.
 *
 * A value of the wrong type stays unset, and the walk goes on: whoever sends five wrong fields reads of five. */
#include <string.h>

#include "libapi/wire/check.h"
#include "libapi/wire/decoding.h"
#include "libapi/wire/suggest.h"
#include "libapi/wire/text.h"

#define EXACT_DOUBLE 9007199254740992.0 /* 2^53: above it doubles skip whole numbers */

static void decode_value(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path);

static bool is_lenient(const struct decoding *decoding) {
	return decoding->report.mode == WIRE_ANSWER;
}

/* Nothing more can come of going on: bounds the work that a hostile body can cause. */
static bool is_over(const struct decoding *decoding) {
	return decoding->no_memory || wire_report_full(&decoding->report);
}

/* ---- types -------------------------------------------------------------------------------------------- */

static const char *kind_of(struct json_object *json) {
	switch (json_object_get_type(json)) {
	case json_type_null:
		return "null";
	case json_type_boolean:
		return "a boolean";
	case json_type_double:
	case json_type_int:
		return "a number";
	case json_type_object:
		return "an object";
	case json_type_array:
		return "an array";
	case json_type_string:
		return "a string";
	}
	return "something else";
}

static bool expect(struct decoding *decoding, struct json_object *json, enum json_type type,
	const char *wanted, const struct wire_path *path) {
	if (json_object_get_type(json) == type) {
		return true;
	}
	wire_report_add(&decoding->report, path, "type", "%s; %s is wanted", kind_of(json), wanted);
	return false;
}

static void decode_text(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	if (!expect(decoding, json, json_type_string, "a string", path)) {
		return;
	}
	decoding->no_memory |= !wire_value_copy_text(decoding->document, field->format, value,
		json_object_get_string(json), (size_t)json_object_get_string_len(json));
}

/* 1.0 and 1e2 are integers as people and JavaScript write them; 1.5 is none. */
static bool read_integral(double number, int64_t *out) {
	if (!(number >= -EXACT_DOUBLE && number <= EXACT_DOUBLE) ||
		number != (double)(int64_t)number) {
		return false;
	}
	*out = (int64_t)number;
	return true;
}

static void decode_int(struct decoding *decoding, struct wire_value *value,
	struct json_object *json, const struct wire_path *path) {
	int64_t number = 0;
	if (json_object_is_type(json, json_type_double)) {
		double given = json_object_get_double(json);
		if (!read_integral(given, &number)) {
			wire_report_add(&decoding->report, path, "type",
				"%.17g is not a whole number", given);
			return;
		}
	} else if (expect(decoding, json, json_type_int, "a whole number", path)) {
		number = json_object_get_int64(json);
	} else {
		return;
	}
	*value = (struct wire_value){ .state = WIRE_SET, .number = number };
}

static void decode_bool(struct decoding *decoding, struct wire_value *value,
	struct json_object *json, const struct wire_path *path) {
	if (expect(decoding, json, json_type_boolean, "true or false", path)) {
		*value = (struct wire_value){ .state = WIRE_SET,
			.number = json_object_get_boolean(json) };
	}
}

static void decode_any(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	size_t len = 0;
	if (!is_lenient(decoding) && !expect(decoding, json, json_type_object, "an object", path)) {
		return;
	}
	const char *text = json_object_to_json_string_length(
		json, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &len);
	decoding->no_memory |= text == NULL || !wire_value_copy_text(decoding->document,
						       field->format, value, text, len);
}

/* ---- lists and maps ----------------------------------------------------------------------------------- */

static void decode_list(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	if (!expect(decoding, json, json_type_array, "an array", path)) {
		return;
	}
	size_t count = json_object_array_length(json);
	if (!is_lenient(decoding) && !wire_check_count(&decoding->report, path, field, count)) {
		return; /* a list that is too long is not even built */
	}
	struct wire_list *list = wire_value_make_list(decoding->document, field, value, count);
	if (list == NULL) {
		decoding->no_memory = true;
		return;
	}
	for (size_t i = 0; i < count && !is_over(decoding); i++) {
		struct wire_path here = { .up = path, .index = i };
		/* Always appended, whatever comes of it: places must stay those of the text. */
		struct wire_value *item = wire_list_append(decoding->document, list, NULL);
		decode_value(
			decoding, field->item, item, json_object_array_get_idx(json, i), &here);
	}
}

static void decode_entry(struct decoding *decoding, const struct wire_field *field,
	struct wire_list *map, const char *key, struct json_object *json,
	const struct wire_path *path) {
	struct wire_path here = { .up = path, .name = key, .name_len = strlen(key) };
	const char *copy = wire_arena_copy(decoding->document->arena, key, here.name_len);
	struct wire_value *item =
		copy == NULL ? NULL : wire_list_append(decoding->document, map, copy);
	if (item == NULL) {
		decoding->no_memory = true;
		return;
	}
	decode_value(decoding, field->item, item, json, &here);
}

static void decode_map(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	if (!expect(decoding, json, json_type_object, "an object", path)) {
		return;
	}
	size_t count = (size_t)json_object_object_length(json);
	if (!is_lenient(decoding) && !wire_check_count(&decoding->report, path, field, count)) {
		return;
	}
	struct wire_list *map = wire_value_make_list(decoding->document, field, value, count);
	if (map == NULL) {
		decoding->no_memory = true;
		return;
	}
	json_object_object_foreach(json, key, member) {
		decode_entry(decoding, field, map, key, member, path);
		if (is_over(decoding)) {
			return;
		}
	}
}

/* ---- records ------------------------------------------------------------------------------------------ */

static void refuse_member(struct decoding *decoding, const struct wire_schema *schema,
	const char *name, const struct wire_path *path) {
	char quote[WIRE_QUOTE_ROOM];
	const char *meant = wire_suggest(schema, name);
	wire_quote(quote, name, strlen(name));
	if (meant != NULL) {
		wire_report_add(&decoding->report, path, "unknown_field",
			"%s has no member %s; did you mean \"%s\"?", schema->name, quote, meant);
	} else {
		wire_report_add(&decoding->report, path, "unknown_field", "%s has no member %s",
			schema->name, quote);
	}
}

/* Members mostly come in the schema's order: look first behind the one before. */
static int find_field(const struct wire_schema *schema, const char *name, size_t len, size_t hint) {
	if (hint < schema->count && strcmp(schema->fields[hint].name, name) == 0) {
		return (int)hint;
	}
	return wire_field_index(schema, name, len);
}

struct wire_record *wire_decode_members(struct decoding *decoding, const struct wire_schema *schema,
	struct json_object *json, const struct wire_path *path) {
	struct wire_record *record = wire_record_make(decoding->document, schema);
	if (record == NULL) {
		decoding->no_memory = true;
		return NULL;
	}
	size_t hint = 0;
	json_object_object_foreach(json, name, member) {
		struct wire_path here = { .up = path, .name = name, .name_len = strlen(name) };
		int field = find_field(schema, name, here.name_len, hint);
		if (field >= 0) {
			decode_value(decoding, &schema->fields[field], &record->values[field],
				member, &here);
			hint = (size_t)field + 1;
		} else if (!is_lenient(decoding)) {
			refuse_member(decoding, schema, name, &here);
		}
		if (is_over(decoding)) {
			break;
		}
	}
	return record;
}

static void decode_child(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	if (!expect(decoding, json, json_type_object, "an object", path)) {
		return;
	}
	struct wire_record *child = wire_decode_members(decoding, field->schema, json, path);
	if (child != NULL) {
		*value = (struct wire_value){ .state = WIRE_SET, .record = child };
	}
}

static void decode_value(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, struct json_object *json, const struct wire_path *path) {
	if (json == NULL) { /* json-c's null; whether it may be one is check.c's question */
		*value = (struct wire_value){ .state = WIRE_NULL };
		return;
	}
	switch (field->type) {
	case WIRE_TEXT:
		decode_text(decoding, field, value, json, path);
		break;
	case WIRE_INT:
		decode_int(decoding, value, json, path);
		break;
	case WIRE_BOOL:
		decode_bool(decoding, value, json, path);
		break;
	case WIRE_RECORD:
		decode_child(decoding, field, value, json, path);
		break;
	case WIRE_LIST:
		decode_list(decoding, field, value, json, path);
		break;
	case WIRE_MAP:
		decode_map(decoding, field, value, json, path);
		break;
	case WIRE_JSON:
		decode_any(decoding, field, value, json, path);
		break;
	}
}

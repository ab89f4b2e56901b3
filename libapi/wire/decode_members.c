/* decode_members.c: JSON text into records by the tables: types and unknown members.
 *
 * A value of the wrong type stays unset, and the walk goes on: whoever sends five wrong fields reads of five. Each
 * function moves *at behind what it read; once the reading is over (is_over()) nobody looks at *at again. */
#include <string.h>

#include "libapi/wire/check.h"
#include "libapi/wire/decoding.h"
#include "libapi/wire/reading.h"
#include "libapi/wire/suggest.h"
#include "libapi/wire/text.h"

#define LIST_FIRST_ROOM 4
#define NUMBER_SHOWN 32

static void decode_value(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path);

static bool is_lenient(const struct decoding *decoding) {
	return decoding->report.mode == WIRE_ANSWER;
}

/* Nothing more can come of going on: bounds the work that a hostile body can cause. */
static bool is_over(const struct decoding *decoding) {
	return decoding->no_memory || wire_report_full(&decoding->report);
}

/* ---- types -------------------------------------------------------------------------------------------- */

static const char *kind_of(char first) {
	switch (first) {
	case 'n':
		return "null";
	case 't':
	case 'f':
		return "a boolean";
	case '{':
		return "an object";
	case '[':
		return "an array";
	case '"':
		return "a string";
	default:
		return "a number";
	}
}

/* Is the value at *at of that kind? Else it is reported and skipped. */
static bool expect(struct decoding *decoding, const char **at, const char *kind, const char *wanted,
	const struct wire_path *path) {
	const char *given = kind_of(**at);
	if (strcmp(given, kind) == 0) {
		return true;
	}
	wire_report_add(&decoding->report, path, "type", "%s; %s is wanted", given, wanted);
	*at = reading_skip(*at);
	return false;
}

static void decode_text(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path) {
	if (expect(decoding, at, "a string", "a string", path)) {
		decoding->no_memory |=
			!wire_decode_text(decoding->document, field->format, value, at);
	}
}

static void decode_int(struct decoding *decoding, struct wire_value *value, const char **at,
	const struct wire_path *path) {
	const char *from = *at;
	int64_t number = 0;
	if (!expect(decoding, at, "a number", "a whole number", path)) {
		return;
	}
	*at = reading_skip(from);
	if (!reading_whole(from, &number)) {
		int shown = *at - from < NUMBER_SHOWN ? (int)(*at - from) : NUMBER_SHOWN;
		wire_report_add(&decoding->report, path, "type", "%.*s%s is not a whole number",
			shown, from, *at - from > NUMBER_SHOWN ? "…" : "");
		return;
	}
	*value = (struct wire_value){ .state = WIRE_SET, .number = number };
}

static void decode_bool(struct decoding *decoding, struct wire_value *value, const char **at,
	const struct wire_path *path) {
	if (expect(decoding, at, "a boolean", "true or false", path)) {
		*value = (struct wire_value){ .state = WIRE_SET, .number = **at == 't' };
		*at = reading_skip(*at);
	}
}

static void decode_any(struct decoding *decoding, struct wire_value *value, const char **at,
	const struct wire_path *path) {
	if (is_lenient(decoding) || expect(decoding, at, "an object", "an object", path)) {
		decoding->no_memory |= !wire_decode_json(decoding->document, value, at);
	}
}

/* ---- lists and maps ----------------------------------------------------------------------------------- */

/* The list or map of `kind` that begins at *at; NULL: it is none, too long, or there is no memory. Of an answer the
 * items are not counted: its list grows. */
static struct wire_list *begin_list(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const char *kind, const struct wire_path *path) {
	size_t room = LIST_FIRST_ROOM;
	if (!expect(decoding, at, kind, kind, path)) {
		return NULL;
	}
	if (!is_lenient(decoding)) {
		room = reading_count(*at);
		if (!wire_check_count(&decoding->report, path, field, room)) {
			*at = reading_skip(*at);
			return NULL; /* a list that is too long is not even built */
		}
	}
	struct wire_list *list = wire_value_make_list(decoding->document, field, value, room);
	decoding->no_memory |= list == NULL;
	return list;
}

static void decode_list(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path) {
	struct wire_list *list = begin_list(decoding, field, value, at, "an array", path);
	if (list == NULL) {
		return;
	}
	struct wire_path here = { .up = path, .index = 0 };
	for (const char *item = reading_next(*at, at); item != NULL;
		item = reading_next(item, at)) {
		/* Always appended, whatever comes of it: places must stay those of the text. */
		struct wire_value *slot = wire_list_append(decoding->document, list, NULL);
		if (slot == NULL) {
			decoding->no_memory = true;
			return;
		}
		decode_value(decoding, field->item, slot, &item, &here);
		here.index++;
		if (is_over(decoding)) {
			return;
		}
	}
}

static void decode_map(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path) {
	struct wire_list *map = begin_list(decoding, field, value, at, "an object", path);
	if (map == NULL) {
		return;
	}
	for (const char *entry = reading_next(*at, at); entry != NULL;
		entry = reading_next(entry, at)) {
		struct wire_path here = { .up = path };
		here.name = wire_decode_name(decoding->document, &entry, true, &here.name_len);
		struct wire_value *slot =
			here.name == NULL ? NULL
					  : wire_list_append(decoding->document, map, here.name);
		if (slot == NULL) {
			decoding->no_memory = true;
			return;
		}
		decode_value(decoding, field->item, slot, &entry, &here);
		if (is_over(decoding)) {
			return;
		}
	}
}

/* ---- records ------------------------------------------------------------------------------------------ */

static void refuse_member(
	struct decoding *decoding, const struct wire_schema *schema, const struct wire_path *path) {
	char quote[WIRE_QUOTE_ROOM];
	const char *name = wire_arena_copy(decoding->document->arena, path->name, path->name_len);
	if (name == NULL) {
		decoding->no_memory = true;
		return;
	}
	const char *meant = wire_suggest(schema, name);
	wire_quote(quote, name, path->name_len);
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
	if (hint < schema->count && strncmp(schema->fields[hint].name, name, len) == 0 &&
		schema->fields[hint].name[len] == '\0') {
		return (int)hint;
	}
	return wire_field_index(schema, name, len);
}

static void decode_member(struct decoding *decoding, struct wire_record *record, size_t *hint,
	const char **at, const struct wire_path *path) {
	const struct wire_schema *schema = record->schema;
	struct wire_path here = { .up = path };
	here.name = wire_decode_name(decoding->document, at, false, &here.name_len);
	if (here.name == NULL) {
		decoding->no_memory = true;
		return;
	}
	int field = find_field(schema, here.name, here.name_len, *hint);
	if (field >= 0) {
		decode_value(decoding, &schema->fields[field], &record->values[field], at, &here);
		*hint = (size_t)field + 1;
		return;
	}
	if (!is_lenient(decoding)) {
		refuse_member(decoding, schema, &here);
	}
	*at = reading_skip(*at);
}

struct wire_record *wire_decode_members(struct decoding *decoding, const struct wire_schema *schema,
	const char **at, const struct wire_path *path) {
	struct wire_record *record = wire_record_make(decoding->document, schema);
	if (record == NULL) {
		decoding->no_memory = true;
		return NULL;
	}
	size_t hint = 0;
	for (const char *member = reading_next(*at, at); member != NULL;
		member = reading_next(member, at)) {
		decode_member(decoding, record, &hint, &member, path);
		if (is_over(decoding)) {
			break;
		}
	}
	return record;
}

static void decode_child(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path) {
	if (!expect(decoding, at, "an object", "an object", path)) {
		return;
	}
	struct wire_record *child = wire_decode_members(decoding, field->schema, at, path);
	if (child != NULL) {
		*value = (struct wire_value){ .state = WIRE_SET, .record = child };
	}
}

static void decode_value(struct decoding *decoding, const struct wire_field *field,
	struct wire_value *value, const char **at, const struct wire_path *path) {
	if (**at == 'n') { /* whether it may be null is check.c's question */
		*value = (struct wire_value){ .state = WIRE_NULL };
		*at = reading_skip(*at);
		return;
	}
	switch (field->type) {
	case WIRE_TEXT:
		decode_text(decoding, field, value, at, path);
		break;
	case WIRE_INT:
		decode_int(decoding, value, at, path);
		break;
	case WIRE_BOOL:
		decode_bool(decoding, value, at, path);
		break;
	case WIRE_RECORD:
		decode_child(decoding, field, value, at, path);
		break;
	case WIRE_LIST:
		decode_list(decoding, field, value, at, path);
		break;
	case WIRE_MAP:
		decode_map(decoding, field, value, at, path);
		break;
	case WIRE_JSON:
		decode_any(decoding, value, at, path);
		break;
	}
}

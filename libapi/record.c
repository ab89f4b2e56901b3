/* record.c: what the generated getters and setters stand on.
 *
 * Every public object is a record behind an opaque name, so an accessor is one line that names the field; the
 * rules they share live here once: NULL is legal in a getter and gives the empty value, a setter copies, and a
 * value that was never sent looks like one that is null unless the has-question is asked. */
#include <stdlib.h>
#include <string.h>

#include "libapi/core.h"
#include "libapi/error.h"
#include "libapi/wire/scan.h"
#include "libapi/wire/time.h"

/* ---- getters ------------------------------------------------------------------------------------------ */

/* The value where it is set, NULL where it is null, absent, or there is no record at all. */
static const struct wire_value *set_value(const struct wire_record *record, size_t field) {
	if (record == NULL || record->values[field].state != WIRE_SET) {
		return NULL;
	}
	return &record->values[field];
}

static const struct wire_list *set_list(const struct wire_record *record, size_t field) {
	const struct wire_value *value = set_value(record, field);

	return value == NULL ? NULL : value->list;
}

static const struct wire_value *item_at(
	const struct wire_record *record, size_t field, size_t index) {
	const struct wire_list *list = set_list(record, field);

	if (list == NULL || index >= list->count || list->items[index].state != WIRE_SET) {
		return NULL;
	}
	return &list->items[index];
}

int32_t libapi__record_has(const struct wire_record *record, size_t field) {
	return set_value(record, field) != NULL;
}

const char *libapi__record_text(const struct wire_record *record, size_t field) {
	const struct wire_value *value = set_value(record, field);

	return value == NULL ? NULL : value->text;
}

int64_t libapi__record_number(const struct wire_record *record, size_t field) {
	const struct wire_value *value = set_value(record, field);

	return value == NULL ? 0 : value->number;
}

int32_t libapi__record_enum(const struct wire_record *record, size_t field) {
	const char *text = libapi__record_text(record, field);
	const char *const *names = record == NULL ? NULL : record->schema->fields[field].names;

	for (int32_t i = 0; text != NULL && names != NULL && names[i] != NULL; i++) {
		if (strcmp(names[i], text) == 0) {
			return i + 1;
		}
	}
	/* A value that a newer server knows: the text getter still shows it. */
	return 0;
}

int64_t libapi__record_time_ms(const struct wire_record *record, size_t field) {
	const struct wire_value *value = set_value(record, field);
	struct wire_time time;

	/* Wall time is no instant: which one it is depends on a zone that this library does not know. */
	if (value == NULL || !wire_time_parse(value->text, value->len, &time) ||
		time.kind != WIRE_TIME_INSTANT) {
		return INT64_MIN;
	}
	return time.unix_s * 1000;
}

size_t libapi__record_count(const struct wire_record *record, size_t field) {
	const struct wire_list *list = set_list(record, field);

	return list == NULL ? 0 : list->count;
}

const struct wire_record *libapi__record_child(const struct wire_record *record, size_t field) {
	const struct wire_value *value = set_value(record, field);

	return value == NULL ? NULL : value->record;
}

const struct wire_record *libapi__record_child_at(
	const struct wire_record *record, size_t field, size_t index) {
	const struct wire_value *item = item_at(record, field, index);

	return item == NULL ? NULL : item->record;
}

const char *libapi__record_text_at(const struct wire_record *record, size_t field, size_t index) {
	const struct wire_value *item = item_at(record, field, index);

	return item == NULL ? NULL : item->text;
}

const char *libapi__record_key_at(const struct wire_record *record, size_t field, size_t index) {
	const struct wire_list *list = set_list(record, field);

	return list == NULL || index >= list->count ? NULL : list->keys[index];
}

const char *libapi__record_entry(const struct wire_record *record, size_t field, const char *key) {
	const struct wire_list *list = set_list(record, field);

	for (size_t i = 0; key != NULL && list != NULL && i < list->count; i++) {
		if (strcmp(list->keys[i], key) == 0) {
			return libapi__record_text_at(record, field, i);
		}
	}
	return NULL;
}

/* ---- setters ------------------------------------------------------------------------------------------ */

static int32_t stored(bool done) {
	return done ? LIBAPI_OK : LIBAPI_E_MEMORY;
}

int32_t libapi__record_set_text(struct wire_record *record, size_t field, const char *text) {
	if (record == NULL || text == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_text(record, field, text, strlen(text)));
}

int32_t libapi__record_set_json(struct wire_record *record, size_t field, const char *text) {
	struct wire_scan scan;

	if (record == NULL || text == NULL || wire_scan(text, strlen(text), 0, &scan) != WIRE_OK ||
		!scan.is_object) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_text(record, field, text, strlen(text)));
}

int32_t libapi__record_set_number(struct wire_record *record, size_t field, int64_t number) {
	if (record == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_number(record, field, number));
}

int32_t libapi__record_set_enum(struct wire_record *record, size_t field, int32_t value) {
	const char *const *names = record == NULL ? NULL : record->schema->fields[field].names;

	for (int32_t i = 0; names != NULL && names[i] != NULL; i++) {
		if (i + 1 == value) {
			return libapi__record_set_text(record, field, names[i]);
		}
	}
	return LIBAPI_E_INVALID;
}

int32_t libapi__record_set_null(struct wire_record *record, size_t field) {
	if (record == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_null(record, field));
}

int32_t libapi__record_set_child(
	struct wire_record *record, size_t field, const struct wire_record *child) {
	if (record == NULL || child == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_record(record, field, child));
}

int32_t libapi__record_add_child(
	struct wire_record *record, size_t field, const struct wire_record *child) {
	if (record == NULL || child == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_add_record(record, field, child));
}

int32_t libapi__record_add_text(struct wire_record *record, size_t field, const char *text) {
	if (record == NULL || text == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_add_text(record, field, text, strlen(text)));
}

int32_t libapi__record_put_entry(
	struct wire_record *record, size_t field, const char *key, const char *text_or_null) {
	if (record == NULL || key == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_put_entry(record, field, key, text_or_null));
}

int32_t libapi__record_set_empty(struct wire_record *record, size_t field) {
	if (record == NULL) {
		return LIBAPI_E_INVALID;
	}
	return stored(wire_set_empty(record, field));
}

int32_t libapi__record_unset(struct wire_record *record, size_t field) {
	if (record == NULL) {
		return LIBAPI_E_INVALID;
	}
	wire_unset(record, field);
	return LIBAPI_OK;
}

/* ---- whole records ------------------------------------------------------------------------------------ */

int32_t libapi__record_new(const struct wire_schema *schema, struct wire_record **out) {
	*out = wire_record_new(schema);
	return stored(*out != NULL);
}

int32_t libapi__record_give(struct wire_record *record, int32_t code, void *out) {
	if (out == NULL) {
		wire_record_unref(record);
	} else {
		/* Copied as bytes: *out has another pointer type, which must not be written through this one. */
		memcpy(out, &record,
			sizeof record); /* NOLINT(bugprone-sizeof-expression): the pointer itself */
	}
	return code;
}

int32_t libapi__record_build(struct wire_record *record, int32_t code, void *out) {
	return libapi__record_give(record, out == NULL ? LIBAPI_E_INVALID : code, out);
}

char *libapi__record_to_json(const struct wire_record *record) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;

	if (record == NULL) {
		return NULL;
	}
	wire_encode(record, &buffer);
	if (buffer.failed) {
		wire_buffer_finish(&buffer);
		return NULL;
	}
	return buffer.bytes; /* the caller's from here */
}

static int32_t refuse(enum wire_verdict verdict, const struct wire_schema *schema,
	const struct wire_problems *problems, libapi_error **error) {
	if (verdict == WIRE_NO_MEMORY) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	return libapi__fail_problems(error, NULL, schema->name, problems);
}

int32_t libapi__record_from_json(const struct wire_schema *schema, enum wire_mode mode,
	const char *json, size_t len, struct wire_record **out, libapi_error **error) {
	struct wire_problems problems;
	enum wire_verdict verdict = WIRE_OK;
	int32_t code = LIBAPI_OK;

	*out = NULL;
	if (json == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "json is NULL");
	}
	wire_problems_init(&problems);
	verdict = wire_decode(schema, json, len, mode, out, &problems);
	if (verdict != WIRE_OK) {
		code = refuse(verdict, schema, &problems, error);
	}
	wire_problems_finish(&problems);
	return code;
}

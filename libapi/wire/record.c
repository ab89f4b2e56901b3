/* record.c: documents, their count, and the setters of single values. */
#include "libapi/wire/record.h"

#include <assert.h>
#include <string.h>

#include "libapi/wire/format.h"

#define DRAFT_BYTES 1024 /* texts of an ordinary draft */

static size_t record_bytes(const struct wire_schema *schema) {
	return sizeof(struct wire_record) + schema->count * sizeof(struct wire_value);
}

struct wire_document *wire_document_new(size_t bytes) {
	struct wire_arena *arena = wire_arena_new(sizeof(struct wire_document) + bytes);
	if (arena == NULL) {
		return NULL;
	}
	struct wire_document *document = wire_arena_take(arena, sizeof *document);
	if (document == NULL) {
		wire_arena_free(arena);
		return NULL;
	}
	atomic_init(&document->holders, 1);
	document->arena = arena;
	return document;
}

void wire_document_unref(struct wire_document *document) {
	/* Release on the way down, acquire before the end: what other holders did happens before the free. */
	if (atomic_fetch_sub_explicit(&document->holders, 1, memory_order_acq_rel) == 1) {
		wire_arena_free(document->arena);
	}
}

struct wire_record *wire_record_make(
	struct wire_document *document, const struct wire_schema *schema) {
	struct wire_record *record = wire_arena_take(document->arena, record_bytes(schema));
	if (record == NULL) {
		return NULL;
	}
	record->document = document;
	record->schema = schema;
	memset(record->values, 0, schema->count * sizeof record->values[0]); /* all WIRE_UNSET */
	return record;
}

struct wire_record *wire_record_new(const struct wire_schema *schema) {
	struct wire_document *document = wire_document_new(record_bytes(schema) + DRAFT_BYTES);
	if (document == NULL) {
		return NULL;
	}
	struct wire_record *record = wire_record_make(document, schema);
	if (record == NULL) {
		wire_document_unref(document);
	}
	return record;
}

struct wire_record *wire_record_ref(struct wire_record *record) {
	if (record != NULL) {
		atomic_fetch_add_explicit(&record->document->holders, 1, memory_order_relaxed);
	}
	return record;
}

void wire_record_unref(struct wire_record *record) {
	if (record != NULL) {
		wire_document_unref(record->document);
	}
}

int wire_field_index(const struct wire_schema *schema, const char *name, size_t len) {
	for (size_t i = 0; i < schema->count; i++) {
		const char *known = schema->fields[i].name;
		if (strncmp(known, name, len) == 0 && known[len] == '\0') {
			return (int)i;
		}
	}
	return -1;
}

bool wire_value_copy_text(struct wire_document *document, enum wire_format format,
	struct wire_value *value, const char *text, size_t len) {
	if (len > UINT32_MAX) {
		return false;
	}
	char *copy = wire_arena_copy(document->arena, text, len);
	if (copy == NULL) {
		return false;
	}
	if ((format == WIRE_UUID || format == WIRE_USER_REF) && wire_is_uuid(copy, len)) {
		for (size_t i = 0; i < len; i++) {
			copy[i] = (char)(copy[i] >= 'A' && copy[i] <= 'F' ? copy[i] - 'A' + 'a'
									  : copy[i]);
		}
	}
	*value = (struct wire_value){ .state = WIRE_SET, .len = (uint32_t)len, .text = copy };
	return true;
}

bool wire_set_text(struct wire_record *record, size_t field, const char *text, size_t len) {
	assert(field < record->schema->count);
	return wire_value_copy_text(record->document, record->schema->fields[field].format,
		&record->values[field], text, len);
}

bool wire_set_number(struct wire_record *record, size_t field, int64_t number) {
	assert(field < record->schema->count);
	record->values[field] = (struct wire_value){ .state = WIRE_SET, .number = number };
	return true;
}

bool wire_set_null(struct wire_record *record, size_t field) {
	assert(field < record->schema->count);
	record->values[field] = (struct wire_value){ .state = WIRE_NULL };
	return true;
}

void wire_unset(struct wire_record *record, size_t field) {
	assert(field < record->schema->count);
	record->values[field] = (struct wire_value){ .state = WIRE_UNSET };
}

bool wire_set_record(struct wire_record *record, size_t field, const struct wire_record *child) {
	assert(field < record->schema->count);
	struct wire_value from = { .state = WIRE_SET,
		.record = (struct wire_record *)child }; /* only read */
	return wire_value_copy(
		record->document, &record->schema->fields[field], &record->values[field], &from);
}

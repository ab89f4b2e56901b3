/* copy.c: a value, with all below it, into another document. Schemas nest finitely, so recursion ends. */
#include <string.h>

#include "libapi/wire/record.h"

static bool copy_record(
	struct wire_document *document, struct wire_value *to, const struct wire_record *from) {
	struct wire_record *copy = wire_record_make(document, from->schema);
	if (copy == NULL) {
		return false;
	}
	for (size_t i = 0; i < from->schema->count; i++) {
		if (!wire_value_copy(document, &from->schema->fields[i], &copy->values[i],
			    &from->values[i])) {
			return false;
		}
	}
	*to = (struct wire_value){ .state = WIRE_SET, .record = copy };
	return true;
}

static bool copy_list(struct wire_document *document, const struct wire_field *field,
	struct wire_value *to, const struct wire_list *from) {
	struct wire_value value;
	struct wire_list *list = wire_value_make_list(document, field, &value, from->count);
	if (list == NULL) {
		return false;
	}
	for (size_t i = 0; i < from->count; i++) {
		const char *key = NULL;
		if (from->keys != NULL) {
			key = wire_arena_copy(
				document->arena, from->keys[i], strlen(from->keys[i]));
			if (key == NULL) {
				return false;
			}
		}
		struct wire_value *item = wire_list_append(document, list, key);
		if (item == NULL ||
			!wire_value_copy(document, field->item, item, &from->items[i])) {
			return false;
		}
	}
	*to = value;
	return true;
}

bool wire_value_copy(struct wire_document *document, const struct wire_field *field,
	struct wire_value *to, const struct wire_value *from) {
	if (from->state != WIRE_SET) {
		*to = (struct wire_value){ .state = from->state };
		return true;
	}
	switch (field->type) {
	case WIRE_TEXT:
	case WIRE_JSON:
		return wire_value_copy_text(document, field->format, to, from->text, from->len);
	case WIRE_INT:
	case WIRE_BOOL:
		*to = *from;
		return true;
	case WIRE_RECORD:
		return copy_record(document, to, from->record);
	case WIRE_LIST:
	case WIRE_MAP:
		return copy_list(document, field, to, from->list);
	}
	return false;
}

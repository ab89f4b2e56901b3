/* from_text.c: a field set from text, as query strings and command lines have it.
 *
 * Only what the text must be to become a value is looked at here; limits and formats are wire_check's. */
#include <string.h>

#include "libapi/wire/record.h"

static const char no_memory[] = "out of memory";

static const char *read_int(const char *text, size_t len, int64_t *out) {
	static const char fault[] = "not a whole number";
	bool negative = len > 0 && text[0] == '-';
	size_t at = negative ? 1 : 0;
	uint64_t number = 0;
	if (at == len) {
		return fault;
	}
	for (; at < len; at++) {
		if (text[at] < '0' || text[at] > '9') {
			return fault;
		}
		if (number > ((uint64_t)INT64_MAX - (uint64_t)(text[at] - '0')) / 10) {
			return "a number beyond 9223372036854775807";
		}
		number = number * 10 + (uint64_t)(text[at] - '0');
	}
	*out = negative ? -(int64_t)number : (int64_t)number;
	return NULL;
}

static const char *read_bool(const char *text, size_t len, int64_t *out) {
	if (len == 4 && memcmp(text, "true", 4) == 0) {
		*out = 1;
		return NULL;
	}
	*out = 0;
	return len == 5 && memcmp(text, "false", 5) == 0 ? NULL : "neither true nor false";
}

/* A text, a number or a boolean. */
static const char *read_scalar(struct wire_document *document, const struct wire_field *field,
	struct wire_value *value, const char *text, size_t len) {
	int64_t number = 0;
	const char *fault;
	switch (field->type) {
	case WIRE_TEXT:
		return wire_value_copy_text(document, field->format, value, text, len) ? NULL
										       : no_memory;
	case WIRE_INT:
		fault = read_int(text, len, &number);
		break;
	case WIRE_BOOL:
		fault = read_bool(text, len, &number);
		break;
	default:
		return "a value that cannot be given as plain text";
	}
	if (fault == NULL) {
		*value = (struct wire_value){ .state = WIRE_SET, .number = number };
	}
	return fault;
}

static const char *read_list(struct wire_document *document, const struct wire_field *field,
	struct wire_value *value, const char *text, size_t len) {
	struct wire_value made;
	struct wire_list *list = wire_value_make_list(document, field, &made, 4);
	const char *end = text + len;
	while (list != NULL && len > 0) { /* no text at all is an empty list */
		const char *comma = memchr(text, ',', (size_t)(end - text));
		const char *stop = comma == NULL ? end : comma;
		if (stop == text) {
			return "a list with nothing between two commas";
		}
		struct wire_value *item = wire_list_append(document, list, NULL);
		if (item == NULL) {
			return no_memory;
		}
		const char *fault =
			read_scalar(document, field->item, item, text, (size_t)(stop - text));
		if (fault != NULL) {
			return fault;
		}
		if (comma == NULL) {
			break;
		}
		text = comma + 1;
	}
	if (list == NULL) {
		return no_memory;
	}
	*value = made;
	return NULL;
}

bool wire_set_from_text(struct wire_record *record, size_t field, const char *text, size_t len,
	const char **problem) {
	const struct wire_field *shape = &record->schema->fields[field];
	struct wire_value *value = &record->values[field];
	const char *fault = shape->type == WIRE_LIST
				    ? read_list(record->document, shape, value, text, len)
				    : read_scalar(record->document, shape, value, text, len);
	if (fault != NULL && problem != NULL) {
		*problem = fault;
	}
	return fault == NULL;
}

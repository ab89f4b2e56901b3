/* decode_text.c: strings and names out of the text into the document. */
#include <string.h>

#include "libapi/wire/decoding.h"
#include "libapi/wire/reading.h"

/* The string with its escapes read, in the document; NULL: no memory. */
static char *unescape(
	struct wire_document *document, const struct reading_text *text, size_t *len) {
	char *copy = wire_arena_copy(document->arena, text->from, (size_t)(text->end - text->from));
	if (copy != NULL) {
		char *end = reading_unescape(text->from, text->end, copy);
		*end = '\0';
		*len = (size_t)(end - copy);
	}
	return copy;
}

bool wire_decode_text(struct wire_document *document, enum wire_format format,
	struct wire_value *value, const char **at) {
	struct reading_text text;
	*at = reading_text(*at, &text);
	const char *from = text.from;
	size_t len = (size_t)(text.end - text.from);
	if (text.has_escapes) {
		from = unescape(document, &text, &len);
	}
	return from != NULL && wire_value_copy_text(document, format, value, from, len);
}

const char *wire_decode_name(
	struct wire_document *document, const char **at, bool keep, size_t *len) {
	struct reading_text name;
	*at = reading_name(*at, &name);
	*len = (size_t)(name.end - name.from);
	return keep || name.has_escapes ? unescape(document, &name, len) : name.from;
}

bool wire_decode_json(struct wire_document *document, struct wire_value *value, const char **at) {
	const char *from = *at;
	*at = reading_skip(from);
	char *copy = wire_arena_copy(document->arena, from, (size_t)(*at - from));
	if (copy == NULL) {
		return false;
	}
	char *end = reading_compact(from, *at, copy);
	*end = '\0';
	*value = (struct wire_value){
		.state = WIRE_SET, .len = (uint32_t)(end - copy), .text = copy
	};
	return true;
}

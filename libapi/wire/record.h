/* record.h: how records lie in memory, for the files of this folder.
 *
 * A document is an arena and a count of who holds it. Records, lists and texts of one tree all live in it. */
#ifndef LIBAPI_WIRE_RECORD_H
#define LIBAPI_WIRE_RECORD_H

#include <stdatomic.h>

#include "libapi/wire/arena.h"
#include "libapi/wire/wire.h"

struct wire_document {
	atomic_uint holders;
	struct wire_arena *arena; /* this struct lies in it */
};

/* A document, count 1, with room for about `bytes`. All of these: NULL or false only without memory. */
struct wire_document *wire_document_new(size_t bytes);
void wire_document_unref(struct wire_document *document);
struct wire_record *wire_record_make(
	struct wire_document *document, const struct wire_schema *schema);

/* Set a value to a copy of the text; UUIDs become lower case, as RFC 9562 §4 writes them. */
bool wire_value_copy_text(struct wire_document *document, enum wire_format format,
	struct wire_value *value, const char *text, size_t len);
/* A new list in `value`, with room for `room` items; a map has keys as well. */
struct wire_list *wire_value_make_list(struct wire_document *document,
	const struct wire_field *field, struct wire_value *value, size_t room);
/* One more item, unset, at the end. `key` (already in the arena) is for maps. */
struct wire_value *wire_list_append(
	struct wire_document *document, struct wire_list *list, const char *key);
/* A deep copy of `from` into another document. */
bool wire_value_copy(struct wire_document *document, const struct wire_field *field,
	struct wire_value *to, const struct wire_value *from);

#endif

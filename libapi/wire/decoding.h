/* decoding.h: one reading of a document, for the two files that do it. */
#ifndef LIBAPI_WIRE_DECODING_H
#define LIBAPI_WIRE_DECODING_H

#include "libapi/wire/record.h"
#include "libapi/wire/report.h"

struct decoding {
	struct wire_document *document; /* where the record grows */
	struct wire_report report;
	bool no_memory;
};

/* The object that begins at *at (of a text that was scanned) as a record; *at moves behind it, unless the reading is
 * over. What has the wrong type stays unset and is reported; NULL only without memory. */
struct wire_record *wire_decode_members(struct decoding *decoding, const struct wire_schema *schema,
	const char **at, const struct wire_path *path);
/* A string of the text as a value, its escapes read; false: no memory. */
bool wire_decode_text(struct wire_document *document, enum wire_format format,
	struct wire_value *value, const char **at);
/* The name of the member at *at, NUL-terminated in the document where it is to stay or had escapes; *at moves to its
 * value. NULL: no memory. */
const char *wire_decode_name(
	struct wire_document *document, const char **at, bool keep, size_t *len);
/* Any value as JSON text without white space; false: no memory. */
bool wire_decode_json(struct wire_document *document, struct wire_value *value, const char **at);

#endif

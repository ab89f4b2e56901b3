/* decoding.h: one reading of a document, for the two files that do it. */
#ifndef LIBAPI_WIRE_DECODING_H
#define LIBAPI_WIRE_DECODING_H

#include <json-c/json.h>

#include "libapi/wire/record.h"
#include "libapi/wire/report.h"

struct decoding {
	struct wire_document *document; /* where the record grows */
	struct wire_report report;
	bool no_memory;
};

/* The members of a JSON object as a record. What has the wrong type stays unset and is reported; NULL only
 * without memory. */
struct wire_record *wire_decode_members(struct decoding *decoding, const struct wire_schema *schema,
	struct json_object *json, const struct wire_path *path);

#endif

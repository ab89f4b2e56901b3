/* operation.h: the contract's operations as rows, seen alike by the client and the server. The generator writes
 * the table (operations.c in the build folder). */
#ifndef LIBAPI_WIRE_OPERATION_H
#define LIBAPI_WIRE_OPERATION_H

#include "libapi/wire/wire.h"

enum { OPERATION_DEADLINE_MS = 10000 }; /* of a row that states none */

enum operation_flag {
	OPERATION_SAFE = 1, /* changes nothing: GET, or POST with x-safe */
	OPERATION_LIST = 2, /* answers {items, next_cursor}; `answer` is the schema of an item */
	OPERATION_ETAG = 4, /* answers carry an ETag made of `version` */
	OPERATION_IF_MATCH = 8, /* takes If-Match */
	OPERATION_IF_NONE_MATCH = 16, /* takes If-None-Match */
	OPERATION_PUBLIC = 32, /* needs no key */
	OPERATION_RAW =
		64, /* the answer is not JSON of a schema (openapi.json, iCalendar); the SDK hands out text */
	OPERATION_ALONE = 128, /* no part of a batch */
};

struct operation {
	const char *id; /* operationId: "createEvent" */
	const char *sdk; /* "event_create" */
	const char *method;
	const char *path; /* "/v1/calendars/{calendar_id}/events" */
	uint32_t flags;
	uint32_t deadline_ms; /* of the server; the SDK's total default follows it */
	const char *deadline_plus; /* query parameter of seconds that come on top; NULL: none */
	uint32_t body_max; /* bytes */
	uint16_t success; /* status of the plain success: 200, 201, 204 */
	const struct wire_schema *path_fields; /* the {…} of the path, in order; NULL if none */
	const struct wire_schema *query; /* query parameters; NULL if none */
	const struct wire_schema *body; /* NULL if none */
	enum wire_mode body_mode;
	const char *text_type; /* the body is text of this media type, and `body` NULL; or NULL */
	const struct wire_schema *answer; /* NULL for 204 and RAW; of a list: one item */
	const struct wire_schema *page; /* of a list: {items, next_cursor}, fields in that order */
};

/* With what the query adds. query NULL: nothing is added. */
uint32_t operation_deadline_ms(const struct operation *operation, const struct wire_record *query);

extern const struct operation operations[];
extern const size_t operation_count;
/* Named entries: OPERATION_EVENT_CREATE … are indexes, from the generated operation_index.h. */

/* The contract's problem codes: code → status and title. NULL for an unknown one. */
struct problem_kind {
	const char *code; /* "uid_exists" */
	uint16_t status;
	const char *title;
	const char *help; /* what to do about it */
};
extern const struct problem_kind problem_kinds[];
extern const size_t problem_kind_count;
const struct problem_kind *problem_kind_find(const char *code);

#endif

/* reply.h: rows → JSON by the contract's tables, and what stands in the headers of the answer. */
#ifndef SERVER_FLOW_REPLY_H
#define SERVER_FLOW_REPLY_H

#include "server/flow/call.h"

/* Where a statement's columns stand: looked up once per statement and loop, when its first result comes. */
struct columns {
	bool known;
	int outcome, detail, replayed, sealed, cursor_key, version;
	int count; /* of the result it was made from */
	short *by_field; /* of the operation's answer; -1: no such column */
};
struct columns *columns_new(size_t count);
void columns_free(struct columns *columns, size_t count);
const struct columns *columns_find(struct call *call, const PGresult *result); /* NULL: no memory */
/* The same where rows are not the operation's answer but members of it. */
const struct columns *columns_of(
	struct call *call, const struct wire_schema *schema, const PGresult *result);

/* The generic answer of an operation to its statement's result. */
void reply_rows(struct call *call, PGresult *result);

/* One row as the object of `schema`; `wanted` NULL: every member, else a flag per field. `secret` stands in the
 * member named `secret_member`. */
struct reply_shape {
	const struct wire_schema *schema;
	const struct columns *columns;
	const bool *wanted;
	const char *secret_member, *secret;
	/* NULL, or per field JSON that stands there in place of the column: what a handler computed. "" leaves the
	 * member out. */
	const char *const *instead;
};
void reply_put_row(
	struct wire_buffer *out, const struct reply_shape *shape, const PGresult *result, int row);
/* "2026-11-23 10:36:16.5+00" → "2026-11-23T10:36:16Z"; anything else as JSON null. */
void reply_put_instant(struct wire_buffer *out, const char *text, size_t len);

/* The parts of a page, for handlers that make pages of more than rows. */

/* The members that `fields` names, or NULL for all; `id` is always there. false: a problem was answered. */
bool reply_wanted(struct call *call, const bool **out);
int reply_limit(struct call *call);
/* The cursor of a place, or null for the last page. */
void reply_put_next_cursor(struct call *call, const char *place);

/* Whether If-None-Match names this tag: then 304 is the answer, and was given. Else the answer will carry it. */
bool reply_not_modified(struct call *call, const char *version_tag);
/* JSON that a handler wrote into call->answer. `version_tag` NULL or an ETag: If-None-Match gives 304. */
void reply_json(struct call *call, uint16_t status, const char *version_tag);

#endif

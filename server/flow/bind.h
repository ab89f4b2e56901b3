/* bind.h: the request becomes checked values: path fields, query record, conditions, body record.
 *
 *   path ─> query ─> conditions ─> body ─> statement parameters
 *   404     400      400           400,413,415,422
 *
 * false: a problem was answered already. */
#ifndef SERVER_FLOW_BIND_H
#define SERVER_FLOW_BIND_H

#include "server/flow/call.h"

bool bind_head(struct call *call); /* path, query, conditions */
bool bind_body(struct call *call);
/* JSON that takes longer to read than a turn may: then beside the loops, and `then` on the call's own, unless a problem
 * was answered or the client is gone. */
bool bind_body_is_long(const struct call *call);
void bind_body_beside(struct call *call, void (*then)(struct call *call));
/* The statement's parameters in call->values; call->context must hold what is asked for. */
bool bind_statement(struct call *call, const struct statement *statement);

/* Parts, each answering its own problem. */
bool bind_path(struct call *call);
bool bind_query(struct call *call);
bool bind_conditions(struct call *call);
bool bind_body_is_welcome(struct call *call); /* its length and type */
enum wire_verdict bind_read_body(struct call *call); /* answers nothing: */
bool bind_judge_body(struct call *call, enum wire_verdict verdict);
bool bind_context(struct call *call);

/* The checked body as canonical JSON, made once: ids in lower case, members in the schema's order. NULL: there is none,
 * or no memory. */
const char *bind_body_text(struct call *call);

/* A member's value by its name; NULL without a record, or when it is not set. */
const struct wire_value *bind_member(const struct wire_record *record, const char *name);

/* SHA-256 over the request, for its Idempotency-Key; bind_context() makes it where this did not. Of a large body it
 * takes longer than a turn of the loop may: then on another thread, while the call is nobody else's. */
void bind_request_hash(struct call *call);

/* What a cursor is bound to: operation, path, filters, caller. In the arena. */
struct slice bind_question(struct call *call);
/* Percent-decoded into the arena; `plus_is_space` as in a query. text NULL: malformed, or holds NUL. */
struct slice bind_unescape(struct call *call, const char *text, size_t len, bool plus_is_space);
/* Value of a query parameter as SQL text; NULL when it is not set. */
const char *bind_query_value(struct call *call, size_t field);

#endif

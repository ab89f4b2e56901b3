/* series_write.h: the writes that a recurrence may be involved in.
 *
 *   write ──needs_plan──> read what it rests on ~~> compute the plan ──> write with it ~~> reply
 *     ~~>                          ^──────────────── needs_plan: changed meanwhile ──┘   409 after 3 plans
 *
 * No transaction stays open in between: a plan says what it rests on, and the database refuses one that rests on
 * something else by now. */
#ifndef SERVER_HANDLERS_SERIES_WRITE_H
#define SERVER_HANDLERS_SERIES_WRITE_H

#include "server/flow/call.h"

/* Run the operation's write. `slot` is the occurrence that it is about, or NULL; `surely` spares the first try
 * where a plan is needed whatever is stored. */
void series_write(struct call *call, const char *slot, bool surely);
/* Whether the body asks for a series: a write of it needs a plan. */
bool body_recurs(const struct call *call);
/* A member of the body or a query parameter that holds text; NULL when it is not there. */
const char *body_text(const struct call *call, const char *name);
const char *query_text(const struct call *call, const char *name);

#endif

/* run.h: from a bound request to the database and back. */
#ifndef SERVER_FLOW_RUN_H
#define SERVER_FLOW_RUN_H

#include "server/flow/call.h"

/* Send the route's statement; call->on_rows, or the generic reply, gets the result. */
void run_statement(struct call *call);
/* Any statement whose parameters stand in call->values already. */
void run_submit(struct call *call, const struct statement *statement);
/* When the answer is late, on the clock of monotonic_us(). */
uint64_t run_deadline_us(const struct call *call);

#endif

/* run.h: from a bound request to the database and back. */
#ifndef SERVER_FLOW_RUN_H
#define SERVER_FLOW_RUN_H

#include "server/flow/call.h"

/* Send the route's statement; call->on_rows, or the generic reply, gets the result. */
void run_statement(struct call *call);
/* Until when the operation may take. */
uint64_t run_deadline_us(const struct call *call);
/* Answer what the store could not do; `step` names it in the log. */
void run_answer_failure(
	struct call *call, const char *step, enum store_failure failure, const PGresult *result);
/* Any statement whose parameters stand in call->values already. */
void run_submit(struct call *call, const struct statement *statement);
/* When the answer is late, on the clock of monotonic_us(). */
uint64_t run_deadline_us(const struct call *call);

#endif

/* problem.h: answers that say no, as RFC 9457 has them: what is wrong, where, and what to do. */
#ifndef SERVER_FLOW_PROBLEM_H
#define SERVER_FLOW_PROBLEM_H

#include "server/flow/call.h"

/* Answer the problem `code` with the field errors collected in call->problems. `detail` may be NULL. A code that
 * the contract does not have becomes 500 `internal` and a line in the log. Last thing a step does. */
void problem_answer(struct call *call, const char *code, const char *detail, ...)
	__attribute__((format(printf, 3, 4)));

/* As a statement's row tells it: outcome and the detail column's JSON ({"errors", "detail", "version"}) or NULL. */
void problem_answer_row(struct call *call, const char *outcome, const char *detail_json);

/* Of another call's problem document, `json`: its errors, or else what it says, join call->problems under the pointer
 * `under`: a field "/title" becomes "UNDER/body/title", a query parameter "UNDER/path". NULL: no document at all. */
void problem_take_over(struct call *call, const char *under, const char *json, size_t len);

/* The code for call->problems: the one code that all entries share, if it is also a problem's, else
 * "invalid_fields". */
const char *problem_common_code(const struct call *call);

/* The document itself; `errors_json` is an array's text or NULL. http writes h2o's own errors with it. */
void problem_write(struct wire_buffer *out, const struct problem_kind *kind, const char *detail,
	const char *request_id, const char *errors_json);
const struct problem_kind *problem_internal(void);

#endif

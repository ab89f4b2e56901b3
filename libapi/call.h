/* call.h: a call from inside: one request, its attempts, its end.
 *
 *   new ─> submit ─> SENDING ──answer, deadline, cancel──> DONE
 *                      ▲  │ retry
 *                      └─ BACKOFF
 */
#ifndef LIBAPI_CALL_PRIVATE_H
#define LIBAPI_CALL_PRIVATE_H

#include "api/call.h"
#include "libapi/client.h"

enum call_state { CALL_NEW, CALL_SENDING, CALL_BACKOFF, CALL_DONE };

struct libapi_call {
	libapi_client *client;
	const struct operation *operation; /* NULL: a request outside of the contract */
	struct request request;
	struct exchange exchange; /* of the last attempt */
	struct link by_deadline, by_due, in_done;
	int state; /* enum call_state; written under the lock, DONE released to readers without it */
	int64_t deadline_ms, due_ms, timeout_ms, started_ms;
	int32_t attempts, attempts_max;
	int64_t retry_after_ms; /* of the last answer; -1 */
	bool in_progress; /* the last answer was 409 idempotency_in_progress */
	bool is_started; /* by a _start function: goes into the queue of done calls */
	bool is_taken;
	void *user_data;
};

/* A call without request; holds the client. NULL: no memory. */
libapi_call *libapi__call_new(libapi_client *client, const struct operation *operation,
	const struct wire_record *query, const libapi_call_options *options);
bool libapi__call_is_over(const libapi_call *call);

/* Under the client's lock. */
int32_t libapi__call_submit(
	libapi_call *call); /* LIBAPI_OK, or a local code: the call is still new */
void libapi__call_on_time(
	libapi_client *client, int64_t now_ms); /* deadlines and retries that are due */
void libapi__call_cancel_all(libapi_client *client);

/* wait.c: submit, with the lock taken. On failure the call is freed. */
int32_t libapi__call_send(libapi_call *call, libapi_error **error);

/* wait.c. Under the lock: wake who waits for this call. */
void libapi__wait_wake(libapi_client *client, const libapi_call *call);
/* Under the lock: be woken in time for what is due now. */
void libapi__wait_rearm(libapi_client *client);
/* Without the lock: until the call is over. */
void libapi__wait_for(libapi_call *call);

/* outcome.c: LIBAPI_OK when a 2xx answer came; else the code, and the error with everything about it. */
int32_t libapi__call_outcome(libapi_call *call, libapi_error **error);

/* The answer as a record of the operation's schema; *out NULL where there is none. LIBAPI_E_MALFORMED. */
int32_t libapi__call_decode(libapi_call *call, struct wire_record **out, libapi_error **error);

#endif

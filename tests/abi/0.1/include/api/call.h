/**
 * api/call.h: calls that run while the program does something else.
 *
 * Every operation has a function ending in _start, which sends the request and returns a call at once. A call ends
 * exactly once, by answer, failure, deadline or cancellation, and then appears once in the client's queue of done
 * calls. libapi has no thread of its own: calls go on while any thread is inside a waiting function of the client
 * or calls libapi_client_process().
 *
 *     an event loop:  fd = libapi_client_fd(client)                      once
 *                     fd readable → libapi_client_process(client, 0, &error)
 *                                 → while (libapi_client_next_done(client, &call) == 1)
 *                                       libapi_call_take_event(call, &event, &error); libapi_call_free(call);
 */
#ifndef LIBAPI_CALL_H
#define LIBAPI_CALL_H

#include "api/base.h"

LIBAPI_BEGIN

/**
 * Wait until the call has ended, whatever its outcome; the take function tells that. While waiting, this thread
 * drives all transfers of the client if no other does.
 *
 * timeout_ms  -1: as long as it takes (the call's own deadline ends it)
 *
 * Returns LIBAPI_OK when the call is done; LIBAPI_E_TIMEOUT when it still runs after timeout_ms;
 * LIBAPI_E_INVALID, LIBAPI_E_FORKED. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_wait(libapi_call *call, int32_t timeout_ms, libapi_error **error);

/** 1 when the call has ended, else 0. Any thread. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_is_done(const libapi_call *call);

/**
 * End the call now, with LIBAPI_E_CANCELLED unless it has ended already. The server may have done its work all
 * the same. From any thread; NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_call_cancel(libapi_call *call);

/**
 * Release a call, once, after or instead of taking its answer. One that still runs is cancelled and will not
 * appear among the done ones. No other thread may be using it. NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_call_free(libapi_call *call);

/** A pointer of yours; NULL until set here or by libapi_call_options_set_user_data(). Since 0.1. */
LIBAPI_EXPORT void *libapi_call_user_data(const libapi_call *call);
LIBAPI_EXPORT void libapi_call_set_user_data(libapi_call *call, void *user_data);

/** The operation's id: "createEvent". Borrowed from the library. Since 0.1. */
LIBAPI_EXPORT const char *libapi_call_operation(const libapi_call *call);
/** The Idempotency-Key that the call carries, or NULL: what to repeat it with after LIBAPI_E_TIMEOUT. Since 0.1. */
LIBAPI_EXPORT const char *libapi_call_idempotency_key(const libapi_call *call);

/* What came with the answer: NULL and 0 while the call runs or if there was none. Texts are borrowed from the
 * call. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_http_status(const libapi_call *call);
LIBAPI_EXPORT const char *libapi_call_etag(const libapi_call *call);
LIBAPI_EXPORT const char *libapi_call_request_id(const libapi_call *call);
LIBAPI_EXPORT const char *libapi_call_header(const libapi_call *call, const char *name);
/** The answer's body as it came, NUL-terminated; *len may be NULL. Since 0.1. */
LIBAPI_EXPORT const char *libapi_call_raw_json(const libapi_call *call, size_t *len);
/** How often the request was sent. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_attempts(const libapi_call *call);

/**
 * The one descriptor to watch: readable when libapi_client_process() has something to do or a done call waits.
 * Do not read, write or close it. Returns it, or minus a LIBAPI_E_ code. Since 0.1.
 */
LIBAPI_EXPORT int libapi_client_fd(libapi_client *client);

/**
 * Drive the client's transfers until a done call waits in the queue or timeout_ms have passed (0: do what can be
 * done at once, -1: no bound). Returns LIBAPI_OK in both cases, also when nothing runs at all (then at once);
 * LIBAPI_E_INVALID, LIBAPI_E_FORKED. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_client_process(
	libapi_client *client, int32_t timeout_ms, libapi_error **error);

/**
 * The next done call, in the order in which they ended: the pointer that the _start function gave out, still to be
 * released once by you. Never waits.
 *
 * Returns 1 and a call, 0 and NULL when none is done, or minus a LIBAPI_E_ code. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_client_next_done(libapi_client *client, libapi_call **out);

LIBAPI_END

LIBAPI_AUTO_DEFINE(call, libapi_call_free)

#endif

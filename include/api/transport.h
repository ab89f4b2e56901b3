/**
 * api/transport.h: another way for requests to travel than libcurl: through the program's own stack, or to nobody.
 *
 * libapi decides what is sent, when it is sent again, and what an answer means; a transport carries one attempt at a
 * time, each with an exchange of its own. Its functions are called only inside libapi calls, on the calling thread and
 * never with a lock held, so they may call libapi. They must not wait: who has to, hands the exchange to a thread or a
 * loop of its own and ends it there.
 *
 *     on_start(exchange)  ─>  libapi_exchange_add_header(), _add_body(), _answer()     or  libapi_exchange_fail()
 *
 * An exchange belongs to the transport from on_start() until it is ended, which must happen once for each, also after
 * on_cancel(); until then the client stays in memory. Since 0.1.
 */
#ifndef LIBAPI_TRANSPORT_API_H
#define LIBAPI_TRANSPORT_API_H

#include "api/client.h"

LIBAPI_BEGIN

/** One attempt: its request, and the answer while it is put together. For one thread at a time. */
typedef struct libapi_exchange libapi_exchange;

/** Send this. May end the exchange at once. Several threads may be in it. */
typedef void (*libapi_transport_start_function)(libapi_exchange *exchange, void *user);
/**
 * Nobody waits for this any more: the call was cancelled, or its time is over. End the exchange, now or later; how does
 * not matter. Another thread may be ending it at this moment, so compare the pointer, and look into what it points at
 * only if the exchange is still yours.
 */
typedef void (*libapi_transport_cancel_function)(libapi_exchange *exchange, void *user);
/**
 * Do what there is to do: called by one thread at a time, after on_start() and on_cancel(), when the transport's
 * descriptor is readable, and when the time that it asked for is over. Returns in how many milliseconds it wants to be
 * called again in any case, or -1.
 */
typedef int32_t (*libapi_transport_poll_function)(void *user);

/**
 * Have requests travel through these functions. Settings of libcurl (proxy, certificates, connections, the time to
 * connect) mean nothing then; the URL is still needed, and a key is still not given to one of plain HTTP.
 *
 * on_cancel  may be NULL, for a transport that ends every exchange soon
 * on_poll    may be NULL, for one that ends exchanges in on_start() or on threads of its own
 * fd         readable when on_poll() has something to do: a socket, or an epoll descriptor with all of them; -1: none.
 *            Stays the program's, and open until `release`
 * release    may be NULL; called once with `user` when neither the settings nor a client needs it any more, also when
 *            this function fails
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID (config or on_start is NULL) or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_config_set_transport(libapi_config *config,
	libapi_transport_start_function on_start, libapi_transport_cancel_function on_cancel,
	libapi_transport_poll_function on_poll, int fd, void *user,
	libapi_release_function release);

/* ---- the request ---------------------------------------------------------------------------------------- */

/** "GET". Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_exchange_method(const libapi_exchange *exchange);
/** The whole URL. Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_exchange_url(const libapi_exchange *exchange);
/** "Name: value", the key's among them; NULL past the last one. Borrowed. Since 0.1. */
LIBAPI_EXPORT const char *libapi_exchange_header_at(const libapi_exchange *exchange, size_t index);
/** The body, NUL-terminated; *len (may be NULL) receives its length. Borrowed; NULL: it has none. Since 0.1. */
LIBAPI_EXPORT const char *libapi_exchange_body(const libapi_exchange *exchange, size_t *len);

/* ---- its end -------------------------------------------------------------------------------------------- */

/**
 * One header of the answer; copied. Returns LIBAPI_OK, LIBAPI_E_INVALID for what no header may hold (RFC 9110 §5), or
 * LIBAPI_E_MEMORY, as which the exchange then ends. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_exchange_add_header(
	libapi_exchange *exchange, const char *name, const char *value);
/**
 * The next part of the answer's body, unpacked; copied. Returns LIBAPI_OK, LIBAPI_E_INVALID (exchange is NULL, or bytes
 * with a len), or LIBAPI_E_MEMORY or LIBAPI_E_ANSWER_TOO_LARGE, as which the exchange then ends. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_exchange_add_body(
	libapi_exchange *exchange, const char *bytes, size_t len);
/**
 * End the exchange: an answer came, with what was added. It is not the transport's any more. A status that is none
 * (200–599) is an answer that libapi cannot read, LIBAPI_E_MALFORMED. Any thread; NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_exchange_answer(libapi_exchange *exchange, int32_t status);
/**
 * End the exchange: no answer came. It is not the transport's any more.
 *
 * code    LIBAPI_E_UNREACHABLE  nothing was sent; sent again if time is left
 *         LIBAPI_E_LOST         it may have arrived; sent again, writes with the same idempotency key
 *         LIBAPI_E_TLS, LIBAPI_E_MALFORMED, LIBAPI_E_MEMORY  the call ends so
 *         any other code is taken for LIBAPI_E_LOST
 * reason  in words, for the error's text; copied; may be NULL
 *
 * Any thread; NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_exchange_fail(
	libapi_exchange *exchange, int32_t code, const char *reason);

LIBAPI_END

#endif

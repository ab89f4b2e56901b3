/**
 * api/testing.h: a server that answers from a script, for tests of programs that use libapi.
 *
 * It is a library of its own, libapi-testing (pkg-config libapi-testing), so that libapi itself stays without
 * threads: each server is one thread that listens on 127.0.0.1. The program under test gets the server's URL and
 * any key, and cannot tell it from the real service.
 *
 * A script is JSON: `{"answers": […]}`. Each answer is given once (or `times`), in order, to the request it expects:
 *
 *     what it expects, all of it optional
 *     method, path     as on the request line; path with its query: "/v1/calendars?limit=2"
 *     headers          {"If-Match": "\"3\"", "X-API-Key": true}; true: present, false: absent
 *     same             ["Idempotency-Key"]: the value that the request before had
 *     body             JSON that the body must equal; body_text: the very text
 *
 *     what it gives
 *     status           200
 *     give             the body as JSON; text: as it stands; neither: no body
 *     give_headers     {"ETag": "\"4\""}; Content-Type follows from status and body unless given
 *
 *     how it goes wrong
 *     delay_ms         waits before it answers
 *     drip_ms          sends 16 bytes at a time, so many milliseconds apart
 *     cut              closes after so many bytes of the body, though Content-Length promised all of them
 *     reset            true: the connection is reset instead of answered (with cut: after those bytes)
 *     close            true: closes after the answer, which says so, as a server does that is told to go
 *
 *     times            how often; 0: for ever. 1
 *
 * With `"any_order": true` beside `answers` a request takes the first answer left that expects its method and path:
 * for calls that run at once. A request that nothing expects is answered 500 and named by
 * libapi_test_server_fault(). Since 0.1.
 */
#ifndef LIBAPI_TESTING_H
#define LIBAPI_TESTING_H

#include "api/base.h"

LIBAPI_BEGIN

typedef struct libapi_test_server libapi_test_server;

/**
 * Start a server with a script.
 *
 * script  JSON, NUL-terminated; copied
 * out     the server; yours, release with libapi_test_server_free(); NULL on any error
 * why     NULL, or receives what is wrong with the script, one line; yours: libapi_test_string_free()
 *
 * Returns LIBAPI_OK; LIBAPI_E_INVALID (the script), LIBAPI_E_SYSTEM (no socket, no thread), LIBAPI_E_MEMORY.
 * Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_test_server_new(
	const char *script, libapi_test_server **out, char **why);

/** Close every connection, end the thread, release all. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_test_server_free(libapi_test_server *server);

/** "http://127.0.0.1:PORT", for libapi_config_set_url(). Borrowed from the server. Since 0.1. */
LIBAPI_EXPORT const char *libapi_test_server_url(const libapi_test_server *server);

/**
 * The first thing that was not as the script expects, as one line ("request 2: path is /v1/users, expected
 * /v1/calendars"), or NULL. Yours: libapi_test_string_free(). An answer not yet asked for is no fault here: see
 * `left` in the report. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_test_server_fault(libapi_test_server *server);

/**
 * What came: {"requests": [{method, path, headers, body, fault}], "connections": n, "left": n, "fault": text|null}.
 * `left` counts answers that were never asked for. Yours: libapi_test_string_free(). NULL: no memory. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_test_server_report(libapi_test_server *server);

/** Release a text of this header. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_test_string_free(char *text);

LIBAPI_END

LIBAPI_AUTO_DEFINE(test_server, libapi_test_server_free)

#endif

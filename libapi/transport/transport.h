/* transport.h: the seam: one attempt goes out, its end comes back. Above it nobody knows of curl.
 *
 * All functions but run_errands() run under the client's lock. A transport watches its sockets through the poller it
 * is given, says by `due_ms` when it wants on_time(), and calls exchange->on_end() from on_ready() or on_time(), or
 * from a thread of its own that takes the lock, never from submit() or cancel(). There are two: libcurl's, and
 * program.c, which hands all to functions of the program's. */
#ifndef LIBAPI_TRANSPORT_H
#define LIBAPI_TRANSPORT_H

#include "libapi/config.h"
#include "libapi/poller.h"
#include "libapi/request.h"
#include "libapi/response.h"
#include "libapi/retry.h"
#include "libapi/url.h"

#define EXCHANGE_REASON_ROOM 256

/* One attempt. The owner keeps it, and the request, where they are until the end or cancel(). */
struct exchange {
	const struct request *request;
	struct response response; /* cleared by submit() */
	void (*on_end)(struct exchange *exchange);

	enum attempt_end end;
	int32_t code; /* LIBAPI_OK when answered, else LIBAPI_E_… */
	int32_t curl_code;
	char reason[EXCHANGE_REASON_ROOM]; /* in words, "" when answered */

	void *slot; /* the transport's own; NULL: not under way */
};

struct transport;
struct transport_kind {
	int32_t (*submit)(struct transport *transport,
		struct exchange *exchange); /* LIBAPI_OK or a local code */
	void (*cancel)(struct transport *transport,
		struct exchange *exchange); /* on_end() will not come */
	void (*on_ready)(struct transport *transport, int fd, uint32_t events);
	void (*on_time)(struct transport *transport);
	void (*free)(struct transport *transport);
	void (*run_errands)(struct transport *transport); /* without the lock; NULL: it has none */
};

struct transport {
	const struct transport_kind *kind;
	int64_t due_ms; /* POLLER_NEVER: none */
	bool has_errands; /* run_errands() is called as soon as the lock is released */
	libapi_client *client; /* whose it is; set when it is made */
};

/* Makes one; NULL and *code on failure. The arguments outlive the transport. */
typedef struct transport *(*transport_maker)(const libapi_config *config,
	const struct base_url *base, struct poller *poller, int32_t *code);
struct transport *libapi__transport_curl(const libapi_config *config, const struct base_url *base,
	struct poller *poller, int32_t *code);
struct transport *libapi__transport_program(const libapi_config *config,
	const struct base_url *base, struct poller *poller, int32_t *code);

#endif

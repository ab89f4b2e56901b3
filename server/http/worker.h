/* worker.h: private to http/: one loop with everything it owns, and the h2o objects around a request. */
#ifndef SERVER_HTTP_WORKER_H
#define SERVER_HTTP_WORKER_H

#include <h2o.h>
#include <h2o/http1.h>
#include <pthread.h>
#include <stdatomic.h>

#include "server/flow/router.h"
#include "server/http/auth.h"
#include "server/http/limits.h"
#include "server/http/serve.h"
#include "server/http/tls.h"
#include "server/http/trust.h"

enum phase {
	PHASE_SERVING,
	PHASE_LAME_DUCK, /* /livez says 503, answers close their connection, all else as ever */
	PHASE_CLOSING, /* no listener any more; idle connections are swept */
};

enum door_kind { DOOR_PLAIN, DOOR_TLS, DOOR_COUNT };

struct door { /* where clients come in: one of a loop's listeners */
	struct worker *worker;
	h2o_accept_ctx_t accept;
	h2o_socket_t *listener; /* NULL: none, or closed */
	bool paused;
};

struct worker {
	struct server *server;
	unsigned index;
	pthread_t thread;
	struct loop *loop;
	struct pool *pool;
	struct flow flow;
	struct auth *auth;
	struct loop_metrics *metrics;
	struct wire_buffer line; /* of the access log */
	char jobs_key[12]; /* whom it shares long work with */

	h2o_evloop_t *evloop;
	h2o_context_t context;
	struct door doors[DOOR_COUNT];
	h2o_timeout_entry_t tick;
	h2o_timeout_t tick_timeout; /* 1 s */
	uint64_t cpu_us; /* of the thread, at the last turn's end */
	bool was_up; /* its pool, once */
	uint64_t weighed_us; /* when budget.c last looked */
	uint64_t answer_bytes; /* of answers that are on their way */
	bool sent; /* something was handed to h2o outside its own callbacks: it must not sleep */
	_Atomic uint64_t connections;
	_Atomic uint64_t in_flight;
};

struct server {
	const struct config *config;
	struct metrics *metrics;
	struct control_view control;
	struct turns *turns; /* to write */
	struct turns *job_turns;
	char version[32];
	_Atomic int phase;
	uint64_t began_us;
	_Atomic bool started; /* it was ready once, or there is nothing to wait for */
	_Atomic unsigned workers_up; /* whose pool was up once */
	struct router *router;
	struct limits *rate; /* per key; NULL: off */
	struct limits *keyless; /* requests without a key per address; NULL: off */
	struct limits *failures; /* failed authentications per address; NULL: off */
	struct limits *lookups; /* keys asked about per address that guesses; with failures */
	struct networks proxies;
	int listen_fds[DOOR_COUNT]; /* -1: no such door */
	uint16_t ports[DOOR_COUNT];
	struct tls *tls; /* NULL: no TLS */
	unsigned worker_count;
	struct worker *workers;
	h2o_globalconf_t global;
};

/* The tie between h2o's request and our call. Lives in the request's pool; its end is the request's end. */
struct exchange {
	h2o_req_t *req;
	struct worker *worker;
	struct call *call;
	struct auth_waiter waiter;
	bool logged;
	h2o_generator_t generator;
	size_t body_bytes, sent_bytes;
};

/* request.c */
int request_on_req(h2o_handler_t *handler, h2o_req_t *req);
/* body.c: the body into the call; then admit_request */
void body_take(struct exchange *exchange);
/* access.c: counts the answer and writes its line; status 0 stands for a client that hung up. */
void access_record(struct exchange *exchange, uint16_t status, size_t bytes);
/* answer.c: call->on_answered */
void answer_send(struct call *call);
void answer_header(
	h2o_req_t *req, const char *name, const char *value); /* NULL: none; both must last */
const char *reason_phrase(int status);
/* admit.c: key, rate, scope; then flow_run */
void admit_request(struct exchange *exchange);
bool admit_take_token(struct call *call); /* flow->take_token */
/* client.c: the address behind it, by trust.h; as a number for limits.c, as text for the log */
uint64_t client_id(struct exchange *exchange);
const char *client_text(struct exchange *exchange, char *out, size_t room);
/* probes.c: true when it was one and has been answered */
bool probe_answer(struct exchange *exchange);
/* errors.c: h2o's own errors as problem documents */
void errors_register(h2o_pathconf_t *path);
/* listen.c */
int listen_open(const struct config_address *address, uint16_t *port); /* -1: logged */
bool listen_attach(struct worker *worker, enum door_kind kind, int fd);
void listen_resume(struct worker *worker);
bool listen_is_full(const struct server *server); /* API_MAX_CONNECTIONS are open */
void listen_close(struct worker *worker); /* accepts what waits, then closes */
/* sweep.c: closes what is too slow; while closing, and while no connection is free, also what is idle */
void sweep_connections(struct worker *worker);
/* budget.c: keeps this loop's share of API_BODY_BUDGET; cheap to call each turn */
void budget_keep(struct worker *worker, uint64_t now_us);

static inline struct worker *worker_of(h2o_context_t *context) {
	return H2O_STRUCT_FROM_MEMBER(struct worker, context, context);
}

#endif

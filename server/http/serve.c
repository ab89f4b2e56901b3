/* serve.c: the loops. Each is a thread with an h2o event loop; the store's own epoll set is one more descriptor
 * in it.
 *
 *   turn: h2o's events ─> the store's events ─> end of turn (queries of this turn leave together)
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "server/base/log.h"
#include "server/base/turns.h"
#include "server/http/cors.h"
#include "server/http/worker.h"
#include "server/jobs/spans.h"

enum {
	IDLE_TIMEOUT_MS =
		120000, /* above the 60 s after which a balancer gives up an idle connection */
	WAIT_MAX_MS = 1000,
	TURN_MAX_US = 5000, /* a longer one is told */
	/* A connection's buffer grows by doubling and is copied each time: from 6 KiB it is 6 MiB in the end, with a copy
	 * of 3, for the largest body there is (ENTITY_SPARE); from h2o's 4 KiB it would be 8, with a copy of 4. */
	INPUT_BYTES = 6 << 10,
	ENTITY_SPARE =
		(5 << 20) -
		(64 << 10), /* above every operation's limit: 413 is ours to say, and h2o's cuts the connection */
	RATE_SLOTS = 65536,
	LOOKUPS = 10, /* a second */
};

static void on_store_ready(h2o_socket_t *socket, const char *error) {
	/* Nothing to do here: what is ready is handled by the turn, outside of h2o's callbacks. */
	(void)socket;
	(void)error;
}

static void on_tick(h2o_timeout_entry_t *entry) {
	struct worker *worker = H2O_STRUCT_FROM_MEMBER(struct worker, tick, entry);

	if (atomic_load(&worker->server->phase) == PHASE_CLOSING) {
		listen_close(worker);
	} else {
		listen_resume(worker);
	}
	sweep_connections(worker);
	metric_set(&worker->metrics->numbers[NUMBER_REQUESTS_IN_FLIGHT],
		atomic_load_explicit(&worker->in_flight, memory_order_relaxed));
	metric_set(&worker->metrics->numbers[NUMBER_REQUESTS_PARKED], worker->flow.parking.count);
	h2o_timeout_link(worker->evloop, &worker->tick_timeout, &worker->tick);
}

/* CPU time is the loop's own doing, wherever in the turn it was spent; and none is spent in waiting. */
static void count_turn(struct worker *worker, uint64_t duration_us) {
	uint64_t cpu_us = thread_cpu_us(), used_us = cpu_us - worker->cpu_us;
	const char *longest = loop_take_longest(worker->loop);

	worker->cpu_us = cpu_us;
	metrics_turn(worker->metrics, duration_us, used_us);
	if (used_us > TURN_MAX_US) {
		LOG_EVENT(LOG_LEVEL_DEBUG, "a long turn of a loop",
			LOG_NUMBER("cpu_us", (int64_t)used_us),
			LOG_NUMBER("duration_us", (int64_t)duration_us),
			LOG_TEXT("operation", longest));
	}
}

static void run_turn(struct worker *worker) {
	int wait_ms = worker->sent || loop_has_jobs(worker->loop) ? 0 : WAIT_MAX_MS;

	/* h2o only looks at its pending sends after it has slept, so it must not sleep on them. */
	worker->sent = false;
	if (h2o_evloop_run(worker->evloop, wait_ms) != 0 && errno != EINTR) {
		LOG_EVENT(
			LOG_LEVEL_ERROR, "event loop failed", LOG_TEXT("reason", strerror(errno)));
	}
	uint64_t start_us = monotonic_us();
	loop_run(worker->loop, 0);
	if (!worker->was_up && pool_up(worker->pool)) {
		worker->was_up = true;
		atomic_fetch_add(&worker->server->workers_up, 1);
	}
	uint64_t end_us = monotonic_us();
	budget_keep(worker, end_us);
	count_turn(worker, end_us - start_us);
}

static void *run_worker(void *data) {
	struct worker *worker = data;
	char name[16];

	snprintf(name, sizeof(name), "loop-%u", worker->index);
	pthread_setname_np(pthread_self(), name);
	h2o_socket_buffer_prototype._initial_buf.capacity = INPUT_BYTES;
	for (;;) {
		run_turn(worker);
	}
	return NULL;
}

static bool watch_store(struct worker *worker) {
	h2o_socket_t *socket = h2o_evloop_socket_create(
		worker->evloop, loop_fd(worker->loop), H2O_SOCKET_FLAG_DONT_READ);

	if (socket != NULL) {
		h2o_socket_read_start(socket, on_store_ready);
	}
	return socket != NULL;
}

/* Of each two loops one is at long work: at the defaults that leaves a core to PostgreSQL and to what is short. */
static bool share_jobs(struct worker *worker, struct server *server) {
	if (server->worker_count == 1) {
		return true;
	}
	struct seat *seat = turns_join(server->job_turns, worker->loop);
	snprintf(worker->jobs_key, sizeof(worker->jobs_key), "%u", worker->index / 2);
	loop_share_jobs(worker->loop, seat, worker->jobs_key);
	return seat != NULL;
}

static bool open_doors(struct worker *worker) {
	bool open = true;

	for (int kind = 0; open && kind < DOOR_COUNT; kind++) {
		int fd = worker->server->listen_fds[kind];
		open = fd < 0 || listen_attach(worker, (enum door_kind)kind, fd);
	}
	return open;
}

static bool init_worker(
	struct worker *worker, struct server *server, unsigned index, const uint8_t *cursor_key) {
	worker->server = server;
	worker->index = index;
	worker->metrics = metrics_loop(server->metrics, index);
	worker->loop = loop_new();
	worker->pool = worker->loop == NULL ? NULL
					    : pool_new(worker->loop, server->turns, server->config,
						      &worker->metrics->pool);
	if (worker->pool == NULL || !share_jobs(worker, server) ||
		!flow_init(&worker->flow, worker->loop, worker->pool, server->config)) {
		return false;
	}
	memcpy(worker->flow.cursor_key, cursor_key, CURSOR_KEY_BYTES);
	worker->flow.router = server->router;
	worker->flow.take_token = server->rate == NULL ? NULL : admit_take_token;
	parking_open(&worker->flow.parking, worker->loop);
	worker->auth = auth_new(
		worker->loop, worker->pool, server->config, worker->metrics, &server->control.news);
	worker->evloop = h2o_evloop_create();
	h2o_context_init(&worker->context, worker->evloop, &server->global);
	worker->tick.cb = on_tick;
	h2o_timeout_init(worker->evloop, &worker->tick_timeout, 1000);
	h2o_timeout_link(worker->evloop, &worker->tick_timeout, &worker->tick);
	return worker->auth != NULL && watch_store(worker) && open_doors(worker);
}

static void configure_h2o(struct server *server) {
	h2o_globalconf_t *global = &server->global;

	h2o_config_init(global);
	global->server_name = h2o_iovec_init(H2O_STRLIT("api-server"));
	global->max_request_entity_size = server->config->body_max + ENTITY_SPARE;
	global->http1.req_timeout = IDLE_TIMEOUT_MS;
	global->http1.upgrade_to_http2 = 0;
	h2o_hostconf_t *host =
		h2o_config_register_host(global, h2o_iovec_init(H2O_STRLIT("default")), 65535);
	h2o_pathconf_t *path = h2o_config_register_path(host, "/", 0);
	h2o_handler_t *handler = h2o_create_handler(path, sizeof(*handler));
	handler->on_req = request_on_req;
	errors_register(path);
	errors_register(&host->fallback_path);
}

static bool check_networks(const char *setting, const char *text, FILE *errors) {
	struct networks networks;
	const char *wrong = NULL;

	if (networks_read(&networks, text, &wrong)) {
		return true;
	}
	fprintf(errors,
		"%s: \"%.*s\" is not allowed; each entry must be an address or a network, as in "
		"10.0.0.0/8\n",
		setting, (int)strcspn(wrong, ", "), wrong);
	return false;
}

bool server_config_is_good(const struct config *config, FILE *errors) {
	bool good = check_networks("API_TRUSTED_PROXIES", config->trusted_proxies, errors);
	good &= check_networks("API_WEBHOOK_ALLOW", config->webhook_allow, errors);
	good &= cors_origins_are_good(config->cors_origins, errors);
	good &= spans_url_is_good(config->otlp_url, errors);
	return tls_files_are_good(config, errors) && good;
}

static bool init_limits(struct server *server) {
	const struct config *config = server->config;
	const char *wrong = NULL;

	if (!networks_read(&server->proxies, config->trusted_proxies, &wrong)) {
		LOG_EVENT(LOG_LEVEL_ERROR,
			"API_TRUSTED_PROXIES has an entry that is no address and no network",
			LOG_TEXT("entry", wrong));
		return false;
	}
	if (config->rate_limit > 0) {
		server->rate =
			limits_new(RATE_SLOTS, config->rate_limit, 1000000, config->rate_burst);
	}
	if (config->address_limit > 0) {
		server->keyless = limits_new(
			RATE_SLOTS, config->address_limit, 1000000, 2 * config->address_limit);
	}
	if (config->auth_failures > 0) {
		server->failures = limits_new(
			RATE_SLOTS, config->auth_failures, 60000000, config->auth_failures);
		server->lookups = limits_new(RATE_SLOTS, LOOKUPS, 1000000, LOOKUPS);
	}
	return (config->rate_limit == 0 || server->rate != NULL) &&
	       (config->address_limit == 0 || server->keyless != NULL) &&
	       (config->auth_failures == 0 ||
		       (server->failures != NULL && server->lookups != NULL));
}

static bool start_workers(struct server *server) {
	sigset_t all, before;
	bool started = true;

	/* Signals are main's: the loops never see one. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (unsigned i = 0; started && i < server->worker_count; i++) {
		started = pthread_create(&server->workers[i].thread, NULL, run_worker,
				  &server->workers[i]) == 0;
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

static bool bind_doors(struct server *server) {
	const struct config *config = server->config;

	server->listen_fds[DOOR_TLS] = -1;
	server->listen_fds[DOOR_PLAIN] = listen_open(&config->listen, &server->ports[DOOR_PLAIN]);
	if (!tls_is_wanted(config)) {
		return server->listen_fds[DOOR_PLAIN] >= 0;
	}
	server->tls = tls_new(config);
	server->listen_fds[DOOR_TLS] =
		server->tls == NULL ? -1
				    : listen_open(&config->tls_listen, &server->ports[DOOR_TLS]);
	return server->listen_fds[DOOR_PLAIN] >= 0 && server->listen_fds[DOOR_TLS] >= 0;
}

struct server *server_start(const struct config *config, struct metrics *metrics,
	const struct control_view *control, const uint8_t cursor_key[CURSOR_KEY_BYTES],
	const char *version) {
	struct server *server = calloc(1, sizeof(*server));

	if (server == NULL) {
		return NULL;
	}
	server->config = config;
	server->metrics = metrics;
	server->control = *control;
	server->worker_count = config->loops;
	server->began_us = monotonic_us();
	snprintf(server->version, sizeof(server->version), "%s", version);
	configure_h2o(server);
	server->router = router_new(routes, route_count);
	server->workers = calloc(config->loops, sizeof(*server->workers));
	server->turns = turns_new();
	server->job_turns = turns_new();
	bool good = server->router != NULL && server->turns != NULL && server->job_turns != NULL &&
		    server->workers != NULL && bind_doors(server) && init_limits(server);
	for (unsigned i = 0; good && i < server->worker_count; i++) {
		good = init_worker(&server->workers[i], server, i, cursor_key);
	}
	/* What was made stays: a server that cannot start is a process that ends. */
	return good && start_workers(server) ? server : NULL;
}

uint16_t server_port(const struct server *server) {
	return server->ports[DOOR_PLAIN];
}

uint16_t server_tls_port(const struct server *server) {
	return server->ports[DOOR_TLS];
}

bool server_reload(struct server *server) {
	return server->tls == NULL || tls_reload(server->tls);
}

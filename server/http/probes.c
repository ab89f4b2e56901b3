/* probes.c: /livez /readyz /health /version, and what each kind of problem means. None of them waits for anything: the state of the database is what
 * the control thread last saw of it. */
#include <string.h>
#include <time.h>

#include "server/flow/problem.h"
#include "server/http/worker.h"

#define START_MAX_US 30000000

static void answer_status(struct call *call, bool good, const char *status) {
	call->answer_type = "application/json";
	wire_put_format(&call->answer, "{\"status\":\"%s\"}", status);
	call_answer(call, good ? 200 : 503);
}

/* A balancer sends requests as soon as /livez is good, so it is not while the schema is brought up to date and the loops
 * connect. A database that is not there is no reason to wait for it, and neither is anything that takes long. Once good,
 * it stays so until the drain. */
static bool has_started(struct server *server) {
	bool started = atomic_load(&server->started);

	if (!started) {
		const char *why_not = server->control.why_not(server->control.data);
		started = atomic_load(&server->workers_up) == server->worker_count ||
			  strcmp(why_not, "database not ready") == 0 ||
			  monotonic_us() - server->began_us > START_MAX_US;
		atomic_store(&server->started, started);
	}
	return started;
}

static void answer_livez(struct exchange *exchange) {
	struct server *server = exchange->worker->server;
	bool serving = atomic_load(&server->phase) == PHASE_SERVING;
	bool started = has_started(server);

	answer_status(exchange->call, serving && started,
		!serving   ? "draining"
		: !started ? "starting"
			   : "ok");
}

static bool is_ready(struct exchange *exchange, const char **why_not) {
	struct server *server = exchange->worker->server;

	*why_not = "ok";
	if (atomic_load(&server->phase) != PHASE_SERVING) {
		*why_not = "draining";
	} else if (!server->control.ready(server->control.data)) {
		*why_not = server->control.why_not(server->control.data);
	} else if (!pool_up(exchange->worker->pool)) {
		*why_not = "database down";
	}
	return strcmp(*why_not, "ok") == 0;
}

static void answer_readyz(struct exchange *exchange) {
	const char *why_not;
	bool ready = is_ready(exchange, &why_not);
	answer_status(exchange->call, ready, why_not);
}

static void answer_health(struct exchange *exchange) {
	struct call *call = exchange->call;
	const char *why_not;
	bool ready = is_ready(exchange, &why_not);
	char now[32];
	time_t seconds = time(NULL);
	struct tm parts;

	strftime(now, sizeof(now), "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&seconds, &parts));
	call->answer_type = "application/json";
	wire_put_format(&call->answer,
		"{\"status\":\"%s\",\"version\":\"%s\",\"timestamp\":\"%s\",\"database\":\"%s\"}",
		why_not, exchange->worker->server->version, now,
		pool_up(exchange->worker->pool) ? "up" : "down");
	call_answer(call, ready ? 200 : 503);
}

static void answer_version(struct exchange *exchange) {
	struct call *call = exchange->call;

	call->answer_type = "application/json";
	wire_put_format(&call->answer, "{\"version\":\"%s\"}", exchange->worker->server->version);
	call_answer(call, 200);
}

/* What a problem document's `type` points at. */
static bool answer_problem_kind(struct call *call, const char *code) {
	const struct problem_kind *kind = problem_kind_find(code);

	if (kind == NULL) {
		return false;
	}
	call->answer_type = "application/json";
	wire_put_format(&call->answer, "{\"code\":\"%s\",\"status\":%u,\"title\":", kind->code,
		kind->status);
	wire_put_json_text(&call->answer, kind->title, strlen(kind->title));
	wire_put_str(&call->answer, ",\"help\":");
	wire_put_json_text(&call->answer, kind->help, strlen(kind->help));
	wire_put_char(&call->answer, '}');
	call_answer(call, 200);
	return true;
}

static bool takes_get(struct call *call) {
	call->head = strcmp(call->method.text, "HEAD") == 0;
	if (call->head || strcmp(call->method.text, "GET") == 0) {
		return true;
	}
	call->allow = "GET, HEAD";
	problem_answer(call, "method_not_allowed", "this path takes GET, HEAD");
	return false;
}

bool probe_answer(struct exchange *exchange) {
	static const char kinds[] = "/problems/";
	static const struct {
		const char *path;
		void (*answer)(struct exchange *exchange);
	} probes[] = {
		{ "/livez", answer_livez },
		{ "/readyz", answer_readyz },
		{ "/health", answer_health },
		{ "/version", answer_version },
	};
	struct call *call = exchange->call;

	for (size_t i = 0; i < sizeof(probes) / sizeof(*probes); i++) {
		if (strcmp(call->path.text, probes[i].path) != 0) {
			continue;
		}
		if (takes_get(call)) {
			probes[i].answer(exchange);
		}
		return true;
	}
	if (strncmp(call->path.text, kinds, strlen(kinds)) != 0) {
		return false;
	}
	return !takes_get(call) || answer_problem_kind(call, call->path.text + strlen(kinds));
}

/* admit.c: who asks, may they, and not too often.
 *
 *   key shaped? ─> address not guessing? ─> known key? ~~> rate ─> scope ─> flow_run
 *   401,429        429                      401,503        429     403
 */
#include <string.h>

#include "server/domain/ids.h"
#include "server/flow/enter.h"
#include "server/flow/problem.h"
#include "server/http/worker.h"

static void refuse_rate(
	struct exchange *exchange, const struct limit_state *state, const char *detail) {
	metric_add(&exchange->worker->metrics->numbers[NUMBER_RATE_LIMITED], 1);
	exchange->call->retry_after_s = (int)state->retry_after_s;
	problem_answer(exchange->call, "rate_limited", "%s", detail);
}

static void refuse_key(struct exchange *exchange, const char *detail) {
	struct limits *failures = exchange->worker->server->failures;
	struct limit_state state;

	metric_add(&exchange->worker->metrics->numbers[NUMBER_AUTH_FAILURES], 1);
	if (failures != NULL &&
		!limits_take(failures, client_id(exchange), monotonic_us(), &state)) {
		refuse_rate(exchange, &state, "too many failed authentications from this address");
		return;
	}
	problem_answer(exchange->call, "unauthenticated", "%s", detail);
}

bool admit_take_token(struct call *call) {
	struct worker *worker = H2O_STRUCT_FROM_MEMBER(struct worker, flow, call->flow);
	const char *key_id = call->caller.key_id;
	struct limit_state state;
	bool taken = limits_take(
		worker->server->rate, limits_id(key_id, strlen(key_id)), monotonic_us(), &state);

	call->rated =
		true; /* the answer's headers speak of the bucket even when the request passed */
	call->rate_remaining = state.remaining;
	call->rate_reset_s = state.reset_s;
	call->retry_after_s = (int)state.retry_after_s;
	if (!taken) {
		metric_add(&worker->metrics->numbers[NUMBER_RATE_LIMITED], 1);
	}
	return taken;
}

static void enter(struct exchange *exchange) {
	struct call *call = exchange->call;

	call->caller = exchange->waiter.caller;
	call->has_caller = true;
	if (enter_rate(call)) {
		enter_operation(call);
	}
}

static void judge(struct exchange *exchange, enum auth_verdict verdict) {
	switch (verdict) {
	case AUTH_KNOWN:
		enter(exchange);
		break;
	case AUTH_UNKNOWN:
		refuse_key(exchange, "the key is unknown, expired or revoked");
		break;
	case AUTH_BUSY:
		problem_answer(exchange->call, "unavailable", "the key cannot be checked now");
		break;
	case AUTH_WAITING:
		break;
	}
}

static void on_known(struct auth_waiter *waiter, enum auth_verdict verdict) {
	judge(H2O_STRUCT_FROM_MEMBER(struct exchange, waiter, waiter), verdict);
}

/* From an address that guesses, the database is asked about few keys a second. Not about none: many clients may
 * share the address, and those whose key is good must get in, at once when it is remembered. */
static bool is_guessing(struct exchange *exchange, struct limit_state *state) {
	struct server *server = exchange->worker->server;
	const struct slice *key = &exchange->call->presented_key;

	if (server->failures == NULL) {
		return false;
	}
	uint64_t id = client_id(exchange), now_us = monotonic_us();
	return !limits_allow(server->failures, id, now_us, state) &&
	       !auth_is_cached(exchange->worker->auth, key->text, key->len) &&
	       !limits_take(server->lookups, id, now_us, state);
}

/* What needs no key, and what should have brought one: counted per address, since there is no key to count by. */
static void admit_keyless(struct exchange *exchange) {
	struct limits *keyless = exchange->worker->server->keyless;
	struct call *call = exchange->call;
	struct limit_state state;

	if (keyless != NULL && !limits_take(keyless, client_id(exchange), monotonic_us(), &state)) {
		refuse_rate(exchange, &state, "too many requests without a key from this address");
	} else if (call->route->operation->flags & OPERATION_PUBLIC) {
		flow_run(call);
	} else {
		problem_answer(call, "unauthenticated", "send an API key in the header X-API-Key");
	}
}

void admit_request(struct exchange *exchange) {
	struct call *call = exchange->call;
	struct limit_state state;

	if (call->presented_key.text == NULL ||
		(call->route->operation->flags & OPERATION_PUBLIC)) {
		admit_keyless(exchange);
		return;
	}
	if (!api_key_is_shaped(call->presented_key.text, call->presented_key.len)) {
		refuse_key(exchange, "an API key is cal_, 8 characters, _, and 43 characters");
		return;
	}
	if (is_guessing(exchange, &state)) {
		refuse_rate(exchange, &state, "too many failed authentications from this address");
		return;
	}
	exchange->waiter.on_known = on_known;
	judge(exchange, auth_find(exchange->worker->auth, call->presented_key.text,
				call->presented_key.len, &exchange->waiter));
}

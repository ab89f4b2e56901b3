/* call.c: the life of a call. State changes happen in call_move() only, under the client's lock; what follows from
 * an attempt's end is decided in on_end(). */
#include "libapi/call.h"

#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define DEFAULT_TIMEOUT_MS 30000

static void on_end(struct exchange *exchange);

/* The call's own options rule. Else an operation that waits on purpose may do so, whatever the client allows to
 * others. */
static int64_t timeout_of(const libapi_client *client, const struct operation *operation,
	const struct wire_record *query, const libapi_call_options *options) {
	int64_t usual_ms =
		client->config->timeout_ms > 0 ? client->config->timeout_ms : DEFAULT_TIMEOUT_MS;
	int64_t row_ms = operation != NULL ? operation_deadline_ms(operation, query) : 0;
	bool row_counts = client->config->timeout_ms <= 0 ||
			  (operation != NULL && operation->deadline_plus != NULL);

	if (options != NULL && options->timeout_ms > 0) {
		return options->timeout_ms;
	}
	return row_counts && row_ms > usual_ms ? row_ms : usual_ms;
}

libapi_call *libapi__call_new(libapi_client *client, const struct operation *operation,
	const struct wire_record *query, const libapi_call_options *options) {
	libapi_call *call = wire_calloc(1, sizeof(*call));

	if (call == NULL) {
		return NULL;
	}
	libapi__client_hold(client);
	call->client = client;
	call->operation = operation;
	call->exchange.request = &call->request;
	call->exchange.on_end = on_end;
	call->timeout_ms = timeout_of(client, operation, query, options);
	call->attempts_max = options != NULL && options->attempts > 0 ? options->attempts
								      : client->config->attempts;
	call->retry_after_ms = -1;
	call->user_data = options != NULL ? options->user_data : NULL;
	return call;
}

bool libapi__call_is_over(const libapi_call *call) {
	return __atomic_load_n(&call->state, __ATOMIC_ACQUIRE) == CALL_DONE;
}

/* ---- states ----------------------------------------------------------------------------------------------- */

/* Keep a list in order. New entries nearly always belong at its end. */
static void insert_by_deadline(libapi_client *client, libapi_call *call) {
	struct link *at = client->calls.prev;

	while (at != &client->calls &&
		LINK_OWNER(at, libapi_call, by_deadline)->deadline_ms > call->deadline_ms) {
		at = at->prev;
	}
	list_append(at->next, &call->by_deadline);
}

static void insert_by_due(libapi_client *client, libapi_call *call) {
	struct link *at = client->backoff.prev;

	while (at != &client->backoff &&
		LINK_OWNER(at, libapi_call, by_due)->due_ms > call->due_ms) {
		at = at->prev;
	}
	list_append(at->next, &call->by_due);
}

/* The only place where a call changes state, and so where it enters the queue of done ones: once. */
static void call_move(libapi_call *call, enum call_state to) {
	libapi_client *client = call->client;

	list_remove(&call->by_due);
	switch (to) {
	case CALL_NEW:
		break;
	case CALL_SENDING:
		if (!link_is_in(&call->by_deadline)) {
			insert_by_deadline(client, call);
		}
		break;
	case CALL_BACKOFF:
		insert_by_due(client, call);
		break;
	case CALL_DONE:
		list_remove(&call->by_deadline);
		if (call->is_started) {
			if (list_is_empty(&client->done)) {
				libapi__poller_set_done(&client->poller, true);
			}
			list_append(&client->done, &call->in_done);
		}
		break;
	}
	__atomic_store_n(&call->state, to, __ATOMIC_RELEASE);
	if (to == CALL_DONE) {
		libapi__wait_wake(client, call);
	}
}

/* ---- attempts --------------------------------------------------------------------------------------------- */

static const char *name_of(const libapi_call *call) {
	return call->operation != NULL ? call->operation->id : call->request.method;
}

static void observe(libapi_call *call, bool is_end) {
	libapi_client *client = call->client;

	if (client->config->observer != NULL) {
		libapi__observe(&client->seen, &call->exchange,
			call->operation != NULL ? call->operation->id : NULL, call->attempts,
			libapi__now_ms() - call->started_ms, is_end);
	}
}

static int32_t send_attempt(libapi_call *call) {
	struct transport *transport = call->client->transport;
	int32_t code = transport->kind->submit(transport, &call->exchange);

	if (code == LIBAPI_OK) {
		call->attempts++;
		observe(call, false);
		call_move(call, CALL_SENDING);
	}
	return code;
}

static uint32_t roll(libapi_client *client) {
	/* xorshift64, Marsaglia 2003 */
	client->dice ^= client->dice << 13;
	client->dice ^= client->dice >> 7;
	client->dice ^= client->dice << 17;
	return (uint32_t)(client->dice >> 32);
}

static void read_attempt(libapi_call *call, struct attempt *attempt) {
	const struct response *response = &call->exchange.response;
	char problem[32] = "";

	attempt->end = call->exchange.end;
	attempt->status = response->status;
	attempt->retry_after_ms = -1;
	if (attempt->end == ATTEMPT_ANSWERED && response->status >= 400) {
		attempt->retry_after_ms = libapi__retry_after_ms(
			libapi__response_header(response, "Retry-After"), (int64_t)time(NULL));
	}
	if (attempt->end == ATTEMPT_ANSWERED && response->status == 409) {
		libapi__problem_code(
			response->body.bytes, response->body.len, problem, sizeof(problem));
	}
	attempt->in_progress = strcmp(problem, "idempotency_in_progress") == 0;
	call->in_progress = attempt->in_progress;
	call->retry_after_ms = attempt->retry_after_ms;
}

static void log_end(libapi_call *call, int64_t delay_ms) {
	libapi_client *client = call->client;
	const struct exchange *exchange = &call->exchange;
	bool failed = exchange->end != ATTEMPT_ANSWERED;
	int32_t level = LIBAPI_LOG_DEBUG;
	char next[48] = "";

	if (client->config->log == NULL) {
		return;
	}
	if (delay_ms >= 0) {
		level = LIBAPI_LOG_WARNING;
		(void)snprintf(next, sizeof(next), "; again in %lld ms", (long long)delay_ms);
	} else if (failed) {
		level = LIBAPI_LOG_ERROR;
	}
	libapi__log_add(client->config->log, &client->log_lines, level,
		"%s: %s%s%s, attempt %d of %d, %lld ms%s", name_of(call),
		failed ? libapi_error_name(exchange->code) : "answered", failed ? ": " : "",
		exchange->reason, (int)call->attempts, (int)call->attempts_max,
		(long long)(libapi__now_ms() - call->started_ms), next);
}

static void end_with(libapi_call *call, enum attempt_end end, int32_t code, const char *reason) {
	struct exchange *exchange = &call->exchange;
	bool was_sending = call->state == CALL_SENDING;

	exchange->end = end;
	exchange->code = code;
	exchange->curl_code = 0;
	(void)snprintf(exchange->reason, sizeof(exchange->reason), "%s", reason);
	libapi__response_clear(&exchange->response);
	log_end(call, -1);
	if (was_sending) {
		observe(call, true);
	}
	call_move(call, CALL_DONE); /* from here the call may be gone: its waiter frees it */
}

/* X-Consistency-Token: what writes were answered with, reads send back, so that a replica answers them only if it has
 * those writes. Calls end in any order; the greater text is the later one. */
static void keep_consistency(libapi_client *client, const struct response *response) {
	const char *token = libapi__response_header(response, "X-Consistency-Token");

	if (token != NULL && libapi__text_is_printable(token, CONSISTENCY_TOKEN_ROOM - 1) &&
		strcmp(token, client->consistency) > 0) {
		(void)snprintf(client->consistency, sizeof(client->consistency), "%s", token);
	}
}

static bool wants_consistency(const libapi_call *call) {
	bool is_read = call->request.idempotency_key[0] == '\0';

	return is_read && call->client->consistency[0] != '\0' &&
	       !libapi__request_has_header(&call->request, "X-Consistency-Token");
}

static void on_end(struct exchange *exchange) {
	libapi_call *call = LINK_OWNER(exchange, libapi_call, exchange);
	libapi_client *client = call->client;
	int64_t now_ms = libapi__now_ms(), delay_ms = -1;
	struct attempt attempt;

	read_attempt(call, &attempt);
	if (attempt.end == ATTEMPT_ANSWERED) {
		keep_consistency(client, &exchange->response);
	}
	if (attempt.end == ATTEMPT_ANSWERED && attempt.status < 400) {
		libapi__retry_refund(&client->bucket);
	} else {
		delay_ms = libapi__retry_delay_ms(&attempt, call->attempts, call->attempts_max,
			call->deadline_ms - now_ms, roll(client), &client->bucket);
	}
	log_end(call, delay_ms);
	observe(call, true);
	if (delay_ms >= 0) {
		call->due_ms = now_ms + delay_ms;
		call_move(call, CALL_BACKOFF);
	} else {
		call_move(call, CALL_DONE);
	}
}

int32_t libapi__call_submit(libapi_call *call) {
	call->started_ms = libapi__now_ms();
	call->deadline_ms = call->started_ms + call->timeout_ms;
	if (wants_consistency(call) && !libapi__request_put_header(&call->request,
					       "X-Consistency-Token", call->client->consistency)) {
		return LIBAPI_E_MEMORY;
	}
	return send_attempt(call);
}

static void stop(libapi_call *call, enum attempt_end end, int32_t code, const char *reason) {
	struct transport *transport = call->client->transport;

	if (call->exchange.slot != NULL) {
		transport->kind->cancel(transport, &call->exchange);
	}
	end_with(call, end, code, reason);
}

void libapi__call_on_time(libapi_client *client, int64_t now_ms) {
	while (!list_is_empty(&client->calls)) {
		libapi_call *call = LINK_OWNER(client->calls.next, libapi_call, by_deadline);
		if (call->deadline_ms > now_ms) {
			break;
		}
		stop(call, ATTEMPT_TIMED_OUT, LIBAPI_E_TIMEOUT, "no answer in time");
	}
	while (!list_is_empty(&client->backoff)) {
		libapi_call *call = LINK_OWNER(client->backoff.next, libapi_call, by_due);
		int32_t code = LIBAPI_OK;
		if (call->due_ms > now_ms) {
			break;
		}
		code = send_attempt(call);
		if (code != LIBAPI_OK) {
			end_with(call, ATTEMPT_FINAL, code, "the request could not be sent again");
		}
	}
}

void libapi__call_cancel_all(libapi_client *client) {
	while (!list_is_empty(&client->calls)) {
		stop(LINK_OWNER(client->calls.next, libapi_call, by_deadline), ATTEMPT_FINAL,
			LIBAPI_E_CANCELLED, "the client was released");
	}
}

/* From outside: its place may be another's now, and whoever watches the descriptor is told. */
static void stop_if_running(libapi_call *call, const char *reason) {
	libapi_client *client = call->client;

	if (call->state == CALL_SENDING || call->state == CALL_BACKOFF) {
		stop(call, ATTEMPT_FINAL, LIBAPI_E_CANCELLED, reason);
		libapi__poller_arm(&client->poller, client->transport->due_ms);
	}
}

void libapi_call_cancel(libapi_call *call) {
	if (call == NULL || libapi__client_check(call->client, NULL) != LIBAPI_OK) {
		return;
	}
	libapi__client_lock(call->client);
	stop_if_running(call, "cancelled");
	libapi__client_unlock(call->client);
}

static void leave_client(libapi_call *call) {
	libapi_client *client = call->client;

	libapi__client_lock(client);
	call->is_started = false; /* nobody will fetch it */
	stop_if_running(call, "released");
	if (link_is_in(&call->in_done)) {
		list_remove(&call->in_done);
		libapi__poller_set_done(&client->poller, !list_is_empty(&client->done));
	}
	libapi__client_unlock(client);
}

void libapi_call_free(libapi_call *call) {
	if (call == NULL || libapi__client_check(call->client, NULL) != LIBAPI_OK) {
		return;
	}
	/* A call that is over and in no list is nobody's but the caller's: the hot path of sync calls. */
	if (call->is_started || !libapi__call_is_over(call)) {
		leave_client(call);
	}
	libapi__request_finish(&call->request);
	libapi__response_finish(&call->exchange.response);
	libapi__client_release(call->client);
	wire_free(call);
}

/* POST /v1/webhooks
 *
 *   url ~~> create ~~> ping ~~> record_ping ─> reply
 *   422     422        (its outcome is part of the answer)
 *
 * The ping is sent when the webhook is stored, so that a receiver that asks back finds it, and outside of any
 * transaction. Where its outcome cannot be stored any more the webhook is there all the same, without one. */
#include <openssl/crypto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/domain/seal.h"
#include "server/domain/uuid.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/stored_row.h"
#include "server/handlers/webhook_url.h"
#include "server/jobs/delivery.h"
#include "server/jobs/message.h"

struct creation {
	struct ping ping;
	struct call *call;
	const char *webhook_id, *sealed;
	struct wire_buffer body;
};

static void record(struct creation *creation) {
	const struct post *post = &creation->ping.post;
	struct call *call = creation->call;
	struct wire_buffer ping = WIRE_BUFFER_EMPTY;

	wire_put_format(
		&ping, "{\"delivered\":%s,\"status_code\":", post->delivered ? "true" : "false");
	if (post->status == 0) {
		wire_put_str(&ping, "null");
	} else {
		wire_put_int(&ping, post->status);
	}
	wire_put_format(&ping, ",\"latency_ms\":%u,\"error\":", post->latency_ms);
	if (post->delivered) {
		wire_put_str(&ping, "null");
	} else {
		wire_put_json_text(&ping, post->error, strlen(post->error));
	}
	wire_put_char(&ping, '}');
	/* In the order of the parameters in record_ping.sql. */
	call->values[0] = call->context[CONTEXT_CALLER];
	call->values[1] = call->context[CONTEXT_IDEMPOTENCY_KEY];
	call->values[2] = creation->webhook_id;
	call->values[3] = ping.failed ? NULL : call_copy(call, ping.bytes, ping.len);
	call->values[4] = creation->sealed;
	wire_buffer_finish(&ping);
	call->on_rows = reply_rows;
	run_submit(call, statement_find("record_ping"));
}

static void on_pinged(struct ping *ping) {
	struct creation *creation = LIST_ENTRY(ping, struct creation, ping);
	struct call *call = creation->call;

	wire_buffer_finish(&creation->body);
	if (!call->gone) {
		record(creation);
	}
	call_unref(call);
}

static bool write_ping(struct creation *creation, const PGresult *result) {
	struct call *call = creation->call;
	char id[UUID_LEN + 1], secret[256];
	const struct message message = { .id = id,
		.type = "webhook.ping",
		.object_id = creation->webhook_id,
		.occurred_at = row_text(result, 0, "created_at") };

	uuid_make(id);
	message_write(&creation->body, &message);
	bool good = !creation->body.failed &&
		    seal_open(call->presented_key.text, creation->sealed, strlen(creation->sealed),
			    secret, sizeof(secret)) &&
		    signature_write(secret, NULL, time(NULL), creation->body.bytes,
			    creation->body.len, creation->ping.post.signature);
	OPENSSL_cleanse(secret, sizeof(secret));
	return good;
}

/* The texts of the row lie in the result, which goes with this step. */
static void ping(struct call *call, const PGresult *result) {
	struct creation *creation = call_alloc(call, sizeof(*creation));
	const char *id = row_text(result, 0, "id"), *url = row_text(result, 0, "url"),
		   *sealed = row_text(result, 0, "sealed");

	if (creation == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*creation = (struct creation){ .call = call,
		.webhook_id = call_copy(call, id, strlen(id)),
		.sealed = call_copy(call, sealed, strlen(sealed)),
		.ping = { .post.url = call_copy(call, url, strlen(url)),
			.on_done = on_pinged,
			.loop = call->flow->loop } };
	if (creation->webhook_id == NULL || creation->sealed == NULL ||
		creation->ping.post.url == NULL || !write_ping(creation, result)) {
		wire_buffer_finish(&creation->body);
		problem_answer(call, "unavailable", NULL);
		return;
	}
	creation->ping.post.body = creation->body.bytes;
	creation->ping.post.body_len = creation->body.len;
	call_ref(call);
	if (!delivery_ping(&creation->ping)) {
		strcpy(creation->ping.post.error, "the server was too busy to send it");
		on_pinged(&creation->ping);
	}
}

static void on_created(struct call *call, PGresult *result) {
	const char *outcome = row_text(result, 0, "outcome");

	if (outcome != NULL && strcmp(outcome, "created") == 0 &&
		!row_bool(result, 0, "replayed")) {
		ping(call, result);
	} else {
		reply_rows(call, result);
	}
}

static void create(struct call *call) {
	call->on_rows = on_created;
	run_statement(call);
}

void handle_create_webhook(struct call *call) {
	webhook_url_check(call, create);
}

/* request.c: h2o's request → our call.
 *
 *   guard ─> probe? ─> route ─> body (body.c) ─> admit (admit.c) ─> flow_run ~~> answer_send (answer.c)
 *   400      200,503   404,405  503              401,403,429
 *
 * What a query may point at is copied into the call, since h2o empties the request's pool when the client
 * hangs up. */
#include <string.h>

#include "server/domain/uuid.h"
#include "server/flow/enter.h"
#include "server/flow/problem.h"
#include "server/http/cors.h"
#include "server/http/guard.h"
#include "server/http/worker.h"
#include "server/jobs/spans.h"

/* The request is over: sent, or the client is gone. */
static void on_dispose(void *memory) {
	struct exchange *exchange = memory;
	struct call *call = exchange->call;

	auth_forget(&exchange->waiter);
	if (!call->answered) {
		access_record(exchange, 0, 0);
		call_gone(call);
	}
	exchange->worker->answer_bytes -= exchange->body_bytes;
	atomic_fetch_sub_explicit(&exchange->worker->in_flight, 1, memory_order_relaxed);
	call->owner = NULL;
	call_unref(call);
}

static struct slice copy_slice(struct call *call, h2o_iovec_t text) {
	return call_slice(call, text.base, text.len);
}

static const struct header_row {
	const char *name; /* h2o gives names in lower case */
	size_t len, offset; /* of the slice in struct call */
	bool once; /* given twice, it is as good as unreadable */
} header_rows[] = {
#define HEADER(name, member, ...)                                                                  \
	{ (name), sizeof(name) - 1, offsetof(struct call, member), __VA_ARGS__ }
	HEADER("if-match", if_match, false),
	HEADER("if-none-match", if_none_match, false),
	HEADER("x-api-key", presented_key, false),
	HEADER("traceparent", traceparent, true),
	HEADER("content-type", content_type, false),
	HEADER("x-request-id", request_id, false),
	HEADER("idempotency-key", idempotency_key, false),
	HEADER("x-consistency-token", consistency_token, false),
#undef HEADER
};

static void copy_header(struct call *call, const h2o_header_t *header) {
	for (size_t i = 0; i < sizeof(header_rows) / sizeof(*header_rows); i++) {
		const struct header_row *row = &header_rows[i];
		if (header->name->len == row->len &&
			memcmp(header->name->base, row->name, row->len) == 0) {
			struct slice *slice = (struct slice *)((char *)call + row->offset);
			bool again = row->once && slice->text != NULL;
			*slice = again ? (struct slice){ "", 0 } : copy_slice(call, header->value);
			return;
		}
	}
}

static void copy_headers(struct call *call, const h2o_headers_t *headers) {
	for (size_t i = 0; i < headers->size; i++) {
		copy_header(call, &headers->entries[i]);
	}
}

static bool request_id_is_shaped(struct slice id) {
	for (size_t i = 0; i < id.len; i++) {
		if (id.text[i] < 0x21 || id.text[i] > 0x7e) {
			return false;
		}
	}
	return id.text != NULL && id.len >= 1 && id.len <= 128;
}

static void set_request_id(struct call *call) {
	char id[UUID_LEN + 1];

	if (!request_id_is_shaped(call->request_id)) {
		uuid_make(id);
		call->request_id = call_slice(call, id, UUID_LEN);
	}
}

static void copy_request(struct call *call, h2o_req_t *req) {
	size_t path_len = req->query_at == SIZE_MAX ? req->path.len : req->query_at;

	call->method = copy_slice(call, req->method);
	call->path = call_slice(call, req->path.base, path_len);
	call->query_text = path_len == req->path.len
				   ? (struct slice){ "", 0 }
				   : call_slice(call, req->path.base + path_len + 1,
					     req->path.len - path_len - 1);
	copy_headers(call, &req->headers);
	set_request_id(call);
	trace_enter(&call->trace, call->traceparent.text, call->traceparent.len, spans_wanted());
}

static struct exchange *tie(struct worker *worker, h2o_req_t *req, struct call *call) {
	struct exchange *exchange = h2o_mem_alloc_shared(&req->pool, sizeof(*exchange), on_dispose);

	memset(exchange, 0, sizeof(*exchange));
	exchange->req = req;
	exchange->worker = worker;
	exchange->call = call;
	list_init(&exchange->waiter.link);
	call->owner = exchange;
	call->on_answered = answer_send;
	call->client_fd = h2o_socket_get_fd(req->conn->callbacks->get_socket(req->conn));
	call->began_us = monotonic_us();
	atomic_fetch_add_explicit(&worker->in_flight, 1, memory_order_relaxed);
	return exchange;
}

static const char *check_head(h2o_req_t *req) {
	h2o_socket_t *socket = req->conn->callbacks->get_socket(req->conn);

	if (socket == NULL || socket->input->size == 0) {
		return NULL;
	}
	bool chunked = false;
	const char *wrong = guard_head(socket->input->bytes, socket->input->size, &chunked);
	/* h2o reads chunk lines more kindly than others do (a bare LF ends one), so where they end is not built upon. */
	req->http1_is_persistent &= !chunked;
	return wrong;
}

int request_on_req(h2o_handler_t *handler, h2o_req_t *req) {
	struct worker *worker = worker_of(req->conn->ctx);
	struct call *call = call_new(&worker->flow);
	(void)handler;

	if (call == NULL) {
		h2o_send_error_503(req, "Service Unavailable", "no memory",
			H2O_SEND_ERROR_HTTP1_CLOSE_CONNECTION);
		return 0;
	}
	struct exchange *exchange = tie(worker, req, call);
	copy_request(call, req);
	const char *wrong = check_head(req);
	if (wrong != NULL || call->path.text == NULL) {
		req->http1_is_persistent = 0; /* where the next request starts is anybody's guess */
		problem_answer(call, wrong == NULL ? "unavailable" : "malformed_request",
			wrong == NULL ? NULL : "%s", wrong);
	} else if (!probe_answer(exchange) && !cors_preflight(exchange) && enter_route(call)) {
		body_take(exchange);
	}
	return 0;
}

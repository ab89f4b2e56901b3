/* answer.c: our call's answer → h2o. The body is not copied: it stays in the call, and the call lives as long as
 * the request's pool does. It goes in parts: one write of many megabytes would hold the loop for as many milliseconds. */
#include <stdio.h>
#include <string.h>

#include "server/http/cors.h"
#include "server/http/worker.h"

enum { PART_BYTES = 256 << 10 };

static const struct {
	int status;
	const char *phrase;
} phrases[] = {
	{ 200, "OK" },
	{ 201, "Created" },
	{ 204, "No Content" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 401, "Unauthorized" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 409, "Conflict" },
	{ 410, "Gone" },
	{ 412, "Precondition Failed" },
	{ 413, "Content Too Large" },
	{ 415, "Unsupported Media Type" },
	{ 422, "Unprocessable Content" },
	{ 428, "Precondition Required" },
	{ 429, "Too Many Requests" },
	{ 431, "Request Header Fields Too Large" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
	{ 504, "Gateway Timeout" },
};

const char *reason_phrase(int status) {
	for (size_t i = 0; i < sizeof(phrases) / sizeof(*phrases); i++) {
		if (phrases[i].status == status) {
			return phrases[i].phrase;
		}
	}
	return "Unknown";
}

void answer_header(h2o_req_t *req, const char *name, const char *value) {
	if (value != NULL) {
		h2o_add_header_by_str(&req->pool, &req->res.headers, name, strlen(name), 0, NULL,
			value, strlen(value));
	}
}

static void put_number(struct exchange *exchange, const char *name, int number) {
	answer_header(exchange->req, name, call_format(exchange->call, "%d", number));
}

/* draft-ietf-httpapi-ratelimit-headers: the policy is a quota of `q` within `w` seconds, `r` are left for `t`. */
static void put_rate(struct exchange *exchange) {
	const struct config *config = exchange->worker->server->config;
	unsigned window_s = (config->rate_burst + config->rate_limit - 1) / config->rate_limit;

	answer_header(exchange->req, "ratelimit-policy",
		call_format(exchange->call, "\"default\";q=%u;w=%u", config->rate_burst,
			window_s == 0 ? 1 : window_s));
	answer_header(exchange->req, "ratelimit",
		call_format(exchange->call, "\"default\";r=%u;t=%u", exchange->call->rate_remaining,
			exchange->call->rate_reset_s));
}

/* An answer is data: no browser should guess another type, run or frame it. RFC 6797 §7.2: HSTS over TLS only. */
static void put_safety(h2o_req_t *req) {
	answer_header(req, "x-content-type-options", "nosniff");
	answer_header(req, "content-security-policy", "default-src 'none'; frame-ancestors 'none'");
	if (req->conn->callbacks->get_socket(req->conn)->ssl != NULL) {
		answer_header(req, "strict-transport-security", "max-age=31536000");
	}
}

static void put_trace(struct exchange *exchange) {
	char *text = call_alloc(exchange->call, TRACE_HEADER_LEN + 1);

	if (text != NULL) {
		trace_write(&exchange->call->trace, text);
		answer_header(exchange->req, "traceresponse", text);
	}
}

static void put_headers(struct exchange *exchange) {
	struct call *call = exchange->call;
	h2o_req_t *req = exchange->req;

	if (call->answer_type != NULL) {
		h2o_add_header(&req->pool, &req->res.headers, H2O_TOKEN_CONTENT_TYPE, NULL,
			call->answer_type, strlen(call->answer_type));
	}
	answer_header(req, "x-request-id", call->request_id.text);
	put_trace(exchange);
	put_safety(req);
	cors_put_headers(exchange);
	/* A stored answer must be asked about again each time, and one without a tag not be stored at all. */
	answer_header(req, "cache-control",
		call->etag != NULL && call->status < 400 ? "private, no-cache" : "no-store");
	answer_header(req, "etag", call->etag);
	answer_header(req, "location", call->location);
	answer_header(
		req, "x-consistency-token", call->position[0] == '\0' ? NULL : call->position);
	answer_header(req, "allow", call->allow);
	if (call->status == 401) {
		answer_header(req, "www-authenticate", "ApiKey");
	}
	if (call->replayed) {
		answer_header(req, "idempotent-replayed", "true");
	}
	if (call->retry_after_s > 0) {
		put_number(exchange, "retry-after", call->retry_after_s);
	}
	if (call->rated) {
		put_rate(exchange);
	}
}

/* The next part; h2o calls for each but the first, when the one before has left. */
static void send_part(h2o_generator_t *generator, h2o_req_t *req) {
	struct exchange *exchange = H2O_STRUCT_FROM_MEMBER(struct exchange, generator, generator);
	size_t left = exchange->body_bytes - exchange->sent_bytes;
	bool last = left <= PART_BYTES;
	h2o_iovec_t part = h2o_iovec_init(
		exchange->call->answer.bytes + exchange->sent_bytes, last ? left : PART_BYTES);

	if (exchange->sent_bytes > 0) { /* the reader took a part: sweep.c counts from here */
		req->timestamps.response_start_at = *h2o_get_timestamp(req->conn->ctx, NULL, NULL);
	}
	exchange->sent_bytes += part.len;
	/* A final send may dispose of the request and with it of `exchange` and `call`: it is the last thing done. */
	h2o_send(req, &part, part.len == 0 ? 0 : 1,
		last ? H2O_SEND_STATE_FINAL : H2O_SEND_STATE_IN_PROGRESS);
}

void answer_send(struct call *call) {
	struct exchange *exchange = call->owner;
	h2o_req_t *req = exchange->req;
	bool bodiless = call->status == 204 || call->status == 304;
	size_t len = bodiless ? 0 : call->answer.len;

	req->res.status = call->status;
	req->res.reason = reason_phrase(call->status);
	put_headers(exchange);
	if (!bodiless) {
		req->res.content_length = len;
	}
	if (atomic_load_explicit(&exchange->worker->server->phase, memory_order_relaxed) !=
		PHASE_SERVING) {
		req->http1_is_persistent = 0;
	}
	access_record(exchange, call->status, len);
	exchange->worker->sent = true;
	exchange->generator = (h2o_generator_t){ send_part, NULL };
	exchange->body_bytes = call->head ? 0 : len;
	exchange->worker->answer_bytes += exchange->body_bytes;
	exchange->sent_bytes = 0;
	h2o_start_response(req, &exchange->generator);
	send_part(&exchange->generator, req);
}

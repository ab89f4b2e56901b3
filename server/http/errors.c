/* errors.c: what h2o says by itself (400 for a request it cannot parse, 413, 417) becomes a problem document, so
 * that a client needs one way to read errors. A filter, since h2o writes those answers where no handler is. */
#include <string.h>

#include "server/domain/uuid.h"
#include "server/flow/problem.h"
#include "server/http/worker.h"

struct replacement {
	h2o_ostream_t super;
	h2o_iovec_t body;
};

static const char *code_of(int status) {
	switch (status) {
	case 413:
		return "payload_too_large";
	case 503:
		return "unavailable";
	default:
		return status < 500 ? "malformed_request" : "internal";
	}
}

static void on_send(h2o_ostream_t *stream, h2o_req_t *req, h2o_iovec_t *bufs, size_t count,
	h2o_send_state_t state) {
	struct replacement *self = (struct replacement *)stream;
	(void)bufs;
	(void)count;

	h2o_ostream_send_next(stream, req, &self->body, 1, state);
}

static h2o_iovec_t write_body(h2o_req_t *req, char *request_id) {
	const struct problem_kind *found = problem_kind_find(code_of(req->res.status));
	struct problem_kind kind = found == NULL ? *problem_internal() : *found;
	struct wire_buffer text = WIRE_BUFFER_EMPTY;

	uuid_make(request_id);
	kind.status = (uint16_t)req->res.status; /* 417 has no code of its own */
	problem_write(&text, &kind, req->res.reason, request_id, NULL);
	h2o_iovec_t body =
		h2o_strdup(&req->pool, text.failed ? "" : text.bytes, text.failed ? 0 : text.len);
	wire_buffer_finish(&text);
	return body;
}

static bool is_own_error(const h2o_req_t *req) {
	ssize_t at = h2o_find_header(&req->res.headers, H2O_TOKEN_CONTENT_TYPE, -1);

	return req->res.status >= 400 && at >= 0 && req->res.headers.entries[at].value.len >= 10 &&
	       memcmp(req->res.headers.entries[at].value.base, "text/plain", 10) == 0;
}

static void on_setup(h2o_filter_t *filter, h2o_req_t *req, h2o_ostream_t **slot) {
	(void)filter;
	if (is_own_error(req)) {
		struct replacement *self =
			(struct replacement *)h2o_add_ostream(req, sizeof(*self), slot);
		char *request_id = h2o_mem_alloc_pool(&req->pool, UUID_LEN + 1);
		self->super.do_send = on_send;
		self->body = write_body(req, request_id);
		req->res.content_length = self->body.len;
		h2o_set_header(&req->pool, &req->res.headers, H2O_TOKEN_CONTENT_TYPE,
			H2O_STRLIT("application/problem+json"), 1);
		h2o_add_header_by_str(&req->pool, &req->res.headers, H2O_STRLIT("x-request-id"), 0,
			NULL, request_id, UUID_LEN);
		answer_header(req, "x-content-type-options", "nosniff");
		answer_header(req, "cache-control", "no-store");
		slot = &self->super.next;
	}
	h2o_setup_next_ostream(req, slot);
}

void errors_register(h2o_pathconf_t *path) {
	h2o_filter_t *filter = h2o_create_filter(path, sizeof(*filter));
	filter->on_setup_ostream = on_setup;
}

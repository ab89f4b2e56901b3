/* body.c: the request's body → the call's own memory, a large one in slices.
 *
 *   small ─────────────────────────────────┬─> admit_request
 *   large ─> slice ─> the next turns … ─────┘
 *
 * h2o holds the whole body in the connection's buffer until the request is over. Copying 4 MiB in one piece takes two
 * milliseconds, most of them for pages that memory has to be fetched for. */
#include <string.h>

#include "server/flow/problem.h"
#include "server/http/worker.h"

enum { SLICE_BYTES = 128 << 10 };

struct taking { /* in the call's arena */
	struct loop_job job;
	struct exchange *exchange; /* ours while the client is there */
	struct call *call; /* one reference */
	char *to;
	size_t done;
};

static void take_slice(struct taking *taking, h2o_iovec_t from) {
	size_t left = from.len - taking->done, len = left < SLICE_BYTES ? left : SLICE_BYTES;

	memcpy(taking->to + taking->done, from.base + taking->done, len);
	taking->done += len;
}

static void go_on(struct loop_job *job) {
	struct taking *taking = LIST_ENTRY(job, struct taking, job);
	struct call *call = taking->call;

	if (!call->gone) {
		h2o_iovec_t from = taking->exchange->req->entity;
		take_slice(taking, from);
		if (taking->done < from.len) {
			loop_add_job(call->flow->loop, job);
			return;
		}
		taking->to[from.len] = 0;
		call->body = (struct slice){ taking->to, from.len };
		admit_request(taking->exchange);
	}
	call_unref(call);
}

static bool take_in_slices(struct exchange *exchange) {
	struct call *call = exchange->call;
	struct taking *taking = call_alloc(call, sizeof(*taking));
	char *to = call_alloc(call, exchange->req->entity.len + 1);

	if (taking == NULL || to == NULL) {
		return false;
	}
	*taking = (struct taking){ .exchange = exchange, .call = call_ref(call), .to = to };
	loop_job_init(&taking->job, call->route->operation->id, go_on);
	loop_add_job(call->flow->loop, &taking->job);
	return true;
}

static bool take_at_once(struct exchange *exchange) {
	struct call *call = exchange->call;
	h2o_iovec_t from = exchange->req->entity;

	call->body =
		from.base == NULL ? (struct slice){ "", 0 } : call_slice(call, from.base, from.len);
	if (call->body.text != NULL) {
		admit_request(exchange);
		return true;
	}
	return false;
}

void body_take(struct exchange *exchange) {
	bool small = exchange->req->entity.len <= SLICE_BYTES;

	if (!(small ? take_at_once(exchange) : take_in_slices(exchange))) {
		problem_answer(exchange->call, "unavailable", NULL);
	}
}

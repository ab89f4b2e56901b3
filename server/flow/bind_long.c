/* bind_long.c: a long body of JSON, read by a thread beside the loops, since a MiB of it takes longer than a turn may.
 *
 *   loop: small? right type? ─> reader: decode, hash, encode ─> loop: the verdict, `then` */
#include "server/base/crew.h"
#include "server/flow/bind.h"
#include "server/flow/problem.h"

enum { LONG_BYTES = 64 << 10 };

static struct crew readers = CREW(1, 256);

struct reading { /* in the call's arena; the call is this thread's alone until on_read */
	struct crew_job job;
	struct call *call; /* one reference */
	enum wire_verdict verdict;
	void (*then)(struct call *call);
};

bool bind_body_is_long(const struct call *call) {
	return call->route->operation->body != NULL && call->body.len > LONG_BYTES;
}

static void read_body(struct crew_job *job) {
	struct reading *reading = LIST_ENTRY(job, struct reading, job);

	reading->verdict = bind_read_body(reading->call);
	if (reading->verdict == WIRE_OK) {
		bind_request_hash(reading->call);
		bind_body_text(reading->call);
	}
}

static void on_read(struct crew_job *job) {
	struct reading *reading = LIST_ENTRY(job, struct reading, job);
	struct call *call = reading->call;

	if (!call->gone && bind_judge_body(call, reading->verdict)) {
		reading->then(call);
	}
	call_unref(call);
}

void bind_body_beside(struct call *call, void (*then)(struct call *call)) {
	struct reading *reading = call_alloc(call, sizeof(*reading));

	if (!bind_body_is_welcome(call)) {
		return;
	}
	if (reading == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*reading = (struct reading){
		.job = { .work = read_body, .on_done = on_read, .loop = call->flow->loop },
		.call = call_ref(call),
		.then = then,
	};
	if (!crew_submit(&readers, &reading->job)) {
		problem_answer(call, "unavailable", "too many long bodies are being read");
		call_unref(call);
	}
}

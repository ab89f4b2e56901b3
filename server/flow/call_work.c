/* call_work.c: one slice, and what comes after it. */
#include "server/flow/call_work.h"

#include "server/flow/problem.h"
#include "server/flow/run.h"

void call_work_end(struct call_work *work) {
	struct call *call = work->call;

	work->release(work);
	call_unref(call);
}

static void end_with(struct call_work *work, const char *code) {
	problem_answer(work->call, code, NULL);
	call_work_end(work);
}

static void after(struct call_work *work, enum work_step step) {
	switch (step) {
	case WORK_MORE:
	case WORK_NEXT:
		loop_add_job(work->call->flow->loop, &work->job);
		break;
	case WORK_DONE:
		call_work_end(work);
		break;
	case WORK_HANDED_ON:
		break;
	case WORK_TOO_COMPLEX:
		end_with(work, "rrule_too_complex");
		break;
	default:
		end_with(work, "unavailable");
	}
}

static void go_on(struct loop_job *job) {
	struct call_work *work = LIST_ENTRY(job, struct call_work, job);
	enum work_step step = WORK_NEXT;

	if (work->call->gone) {
		call_work_end(work); /* nobody is left to read it */
		return;
	}
	if (monotonic_us() > run_deadline_us(work->call)) { /* many slices add up too */
		end_with(work, "timeout");
		return;
	}
	while (step == WORK_NEXT && !call_work_slice_is_over(work)) {
		step = work->step(work);
	}
	after(work, step);
}

void call_work_begin(struct call_work *work, struct call *call,
	enum work_step (*step)(struct call_work *work), void (*release)(struct call_work *work)) {
	loop_job_init(&work->job, call->route->operation->id, go_on);
	work->call = call_ref(call);
	work->step = step;
	work->release = release;
	loop_add_job(call->flow->loop, &work->job);
}

bool call_work_slice_is_over(const struct call_work *work) {
	return loop_slice_is_over(work->call->flow->loop);
}

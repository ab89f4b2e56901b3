/* call_work.h: what a call still has to do after its rows came, in slices between the loop's turns.
 *
 *   call_work_begin ─> step, step, … ─> DONE (answered) | a problem
 *                        └ nobody reads it any more, or it is late: ends
 *
 * The work is the first member of the handler's own struct. It is done by a job of the loop (loop.h): however many
 * calls have work, one turn does 0.2 ms of it, a slice of each in turn. */
#ifndef SERVER_FLOW_CALL_WORK_H
#define SERVER_FLOW_CALL_WORK_H

#include "server/base/loop.h"
#include "server/flow/call.h"

enum work_step {
	WORK_MORE, /* the slice is over; the same step again */
	WORK_NEXT, /* work->step is another now */
	WORK_DONE, /* answered */
	WORK_HANDED_ON, /* somebody else frees it */
	WORK_NO_MEMORY,
	WORK_TOO_COMPLEX,
};

struct call_work {
	struct loop_job job;
	struct call *call; /* one reference */
	/* Until loop_slice_is_over(work->call->flow->loop). */
	enum work_step (*step)(struct call_work *work);
	void (*release)(struct call_work *work); /* all but the call's reference; once */
};
enum { WORK_CLOCK_EVERY = 32 }; /* small steps from one look at the clock to the next */

void call_work_begin(struct call_work *work, struct call *call,
	enum work_step (*step)(struct call_work *work), void (*release)(struct call_work *work));
bool call_work_slice_is_over(const struct call_work *work);
/* For a step that hands its struct on: what call_work_begin() took goes back. */
void call_work_end(struct call_work *work);

#endif

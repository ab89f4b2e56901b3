/* planner.h: one thread for what takes longer than a turn of a loop may: rules that need many steps. */
#ifndef SERVER_HANDLERS_PLANNER_H
#define SERVER_HANDLERS_PLANNER_H

#include "server/base/loop.h"

struct planner_job { /* lives until on_done */
	void (*work)(
		struct planner_job *job); /* on the planner's thread; touches nothing of a loop */
	void (*on_done)(struct planner_job *job); /* on the loop's */
	struct loop *loop;
	struct loop_task task;
	struct planner_job *next;
};
/* false: the queue is full, or there is no thread; nothing will be called. */
bool planner_submit(struct planner_job *job);

#endif

/* crew.h: a few threads for work that takes longer than a turn of a loop may, and a bounded queue before them.
 *
 *   loop ─ crew_submit ─> queue ─> a thread: work ─ loop_post ─> on_done, on the loop that submitted
 *
 * Threads are started with the first job and stay. What a job touches belongs to it alone until on_done. */
#ifndef SERVER_BASE_CREW_H
#define SERVER_BASE_CREW_H

#include <pthread.h>
#include <stdbool.h>

#include "server/base/loop.h"

struct crew_job { /* lives until on_done */
	void (*work)(struct crew_job *job); /* on a thread of the crew; touches nothing of a loop */
	void (*on_done)(struct crew_job *job); /* on the loop's */
	struct loop *loop;
	struct loop_task task;
	struct crew_job *next;
};

struct crew {
	unsigned threads_max, waiting_max;
	pthread_mutex_t lock;
	pthread_cond_t came;
	struct crew_job *first, *last;
	unsigned threads, waiting;
};
#define CREW(threads, queue)                                                                       \
	{                                                                                          \
		.threads_max = (threads), .waiting_max = (queue),                                  \
		.lock = PTHREAD_MUTEX_INITIALIZER, .came = PTHREAD_COND_INITIALIZER                \
	}

/* false: the queue is full, or there is no thread; nothing will be called. */
bool crew_submit(struct crew *crew, struct crew_job *job);

#endif

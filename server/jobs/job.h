/* job.h: a thread that does one kind of work again and again, and its connection. */
#ifndef SERVER_JOBS_JOB_H
#define SERVER_JOBS_JOB_H

#include <pthread.h>
#include <stdatomic.h>

#include "server/base/metrics.h"
#include "server/store/session.h"

struct job {
	const char *name;
	/* One turn with a usable connection, or (session.pg NULL) without one. Returns how long to rest. */
	int (*turn)(struct job *job); /* ms */
	void (*rest)(struct job *job, int ms); /* NULL: sleeps */
	bool (*busy)(const struct job *job); /* still to be done before the end; NULL: nothing */
	const struct config *config;
	struct job_metrics *metrics;
	bool (*ready)(void *data);
	void *ready_data;
	struct session session;
	pthread_t thread;
	atomic_bool ebbing; /* take nothing new */
	atomic_bool over;
	uint64_t connect_at_us; /* not before */
	bool complained;
};
bool job_start(struct job *job); /* false: no memory or thread */
/* After a failed statement: the next turns come without a connection, until there is one again. */
void job_fail(struct job *job);

#endif

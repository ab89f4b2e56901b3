/* crew.c: see crew.h. */
#include "server/base/crew.h"

#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

static void on_task(struct loop_task *task) {
	struct crew_job *job = (struct crew_job *)((char *)task - offsetof(struct crew_job, task));
	job->on_done(job);
}

static struct crew_job *take(struct crew *crew) {
	pthread_mutex_lock(&crew->lock);
	while (crew->first == NULL) {
		pthread_cond_wait(&crew->came, &crew->lock);
	}
	struct crew_job *job = crew->first;
	crew->first = job->next;
	crew->waiting--;
	pthread_mutex_unlock(&crew->lock);
	return job;
}

static void *run(void *data) {
	struct crew *crew = data;

	/* Behind everything that somebody waits for in a loop. */
	setpriority(PRIO_PROCESS, (id_t)gettid(), 10);
	for (;;) {
		struct crew_job *job = take(crew);
		job->work(job);
		job->task.run = on_task;
		loop_post(job->loop, &job->task);
	}
	return NULL;
}

/* As many threads as there were jobs at once, up to the bound. */
static bool start(struct crew *crew) {
	pthread_t thread;

	if (crew->threads < crew->threads_max && pthread_create(&thread, NULL, run, crew) == 0) {
		pthread_detach(thread);
		crew->threads++;
	}
	return crew->threads > 0;
}

bool crew_submit(struct crew *crew, struct crew_job *job) {
	pthread_mutex_lock(&crew->lock);
	bool good = crew->waiting < crew->waiting_max && start(crew);
	if (good) {
		job->next = NULL;
		if (crew->first == NULL) {
			crew->first = job;
		} else {
			crew->last->next = job;
		}
		crew->last = job;
		crew->waiting++;
		pthread_cond_signal(&crew->came);
	}
	pthread_mutex_unlock(&crew->lock);
	return good;
}

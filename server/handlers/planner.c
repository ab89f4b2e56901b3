/* planner.c: a queue of jobs and the thread that takes them, started with the first. One thread is enough: a job
 * takes 50 ms at the most, and bounding their number bounds what rule bombs can take from everybody else. */
#include "server/handlers/planner.h"

#include <pthread.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

enum { PLANNER_QUEUE_MAX = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER;
static struct planner_job *first, **last = &first;
static unsigned waiting;
static bool running;

static void on_task(struct loop_task *task) {
	struct planner_job *job =
		(struct planner_job *)((char *)task - offsetof(struct planner_job, task));
	job->on_done(job);
}

static struct planner_job *take(void) {
	pthread_mutex_lock(&lock);
	while (first == NULL) {
		pthread_cond_wait(&came, &lock);
	}
	struct planner_job *job = first;
	first = job->next;
	if (first == NULL) {
		last = &first;
	}
	waiting--;
	pthread_mutex_unlock(&lock);
	return job;
}

static void *run(void *nothing) {
	(void)nothing;
	/* Behind everything that somebody waits for in a loop. */
	setpriority(PRIO_PROCESS, (id_t)gettid(), 10);
	for (;;) {
		struct planner_job *job = take();
		job->work(job);
		job->task.run = on_task;
		loop_post(job->loop, &job->task);
	}
	return NULL;
}

static bool start(void) {
	pthread_t thread;

	if (!running && pthread_create(&thread, NULL, run, NULL) == 0) {
		pthread_detach(thread);
		running = true;
	}
	return running;
}

bool planner_submit(struct planner_job *job) {
	pthread_mutex_lock(&lock);
	bool good = waiting < PLANNER_QUEUE_MAX && start();
	if (good) {
		job->next = NULL;
		*last = job;
		last = &job->next;
		waiting++;
		pthread_cond_signal(&came);
	}
	pthread_mutex_unlock(&lock);
	return good;
}

/* job.c: connect, turn, rest; and say once when the database cannot be reached. */
#include "server/jobs/job.h"

#include <signal.h>
#include <time.h>

#include "server/base/log.h"
#include "server/base/loop.h"

static void complain(struct job *job) {
	if (!job->complained) {
		LOG_EVENT(LOG_LEVEL_WARNING, "a job waits for the database",
			LOG_TEXT("job", job->name),
			LOG_TEXT("reason", session_error(&job->session)));
	}
	job->complained = true;
}

void job_fail(struct job *job) {
	complain(job);
	session_close(&job->session);
	job->connect_at_us = monotonic_us() + job->config->reconnect_max_us;
}

static void connect_again(struct job *job) {
	if (session_is_usable(&job->session) || monotonic_us() < job->connect_at_us ||
		!job->ready(job->ready_data)) {
		return;
	}
	session_close(&job->session);
	if (!session_connect(&job->session)) {
		job_fail(job);
	}
}

static void sleep_ms(int ms) {
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000L }, NULL);
}

static bool goes_on(const struct job *job) {
	return !atomic_load(&job->ebbing) || (job->busy != NULL && job->busy(job));
}

static void *run(void *context) {
	struct job *job = context;

	pthread_setname_np(pthread_self(), job->name);
	while (goes_on(job)) {
		connect_again(job);
		int rest_ms = job->turn(job);
		job->complained = job->complained && !session_is_usable(&job->session);
		if (job->rest != NULL) {
			job->rest(job, rest_ms);
		} else if (rest_ms > 0 && !atomic_load(&job->ebbing)) {
			sleep_ms(rest_ms);
		}
	}
	atomic_store(&job->over, true);
	return NULL;
}

bool job_start(struct job *job) {
	sigset_t all, before;

	if (!session_init(&job->session, job->config)) {
		return false;
	}
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(&job->thread, NULL, run, job) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

/* jobs.c: the jobs there are. */
#include "server/jobs/jobs.h"

#include <curl/curl.h>
#include <time.h>

#include "server/jobs/delivery.h"
#include "server/jobs/reminder.h"
#include "server/jobs/spans.h"
#include "server/jobs/target.h"

static struct job *(*const jobs[])(void) = { delivery_job, reminder_job };
enum { JOBS = sizeof(jobs) / sizeof(*jobs) };

bool jobs_start(const struct config *config, struct job_metrics *metrics, bool (*ready)(void *data),
	void *data) {
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || !delivery_prepare(config)) {
		return false;
	}
	if (config->otlp_url[0] != 0 && !spans_start(config->otlp_url, metrics)) {
		return false;
	}
	target_allow(config->webhook_allow);
	for (size_t i = 0; i < JOBS; i++) {
		struct job *job = jobs[i]();
		job->config = config;
		job->metrics = metrics;
		job->ready = ready;
		job->ready_data = data;
		if (!job_start(job)) {
			return false;
		}
	}
	return true;
}

void jobs_ebb(void) {
	for (size_t i = 0; i < JOBS; i++) {
		atomic_store(&jobs[i]()->ebbing, true);
	}
}

static bool are_over(void) {
	bool over = spans_over();

	for (size_t i = 0; i < JOBS; i++) {
		over = over && atomic_load(&jobs[i]()->over);
	}
	return over;
}

void jobs_stop(unsigned most_s) {
	jobs_ebb();
	spans_stop();
	for (unsigned tenth = 0; tenth < most_s * 10 && !are_over(); tenth++) {
		nanosleep(&(struct timespec){ 0, 100000000 }, NULL);
	}
}

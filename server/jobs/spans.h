/* spans.h: what requests took, told to a collector (OTLP/HTTP 1.x, JSON), if API_OTLP_URL names one.
 *
 *   loop ─ spans_keep ─> ring ─> thread `spans`: 512 at a time ─> POST
 *
 * Loops never wait: when the collector hangs or is gone the ring fills, and what finds no room is counted and
 * forgotten. A span is a hint for whoever looks for a slow request, not a record: nothing of it is kept on disk. */
#ifndef SERVER_JOBS_SPANS_H
#define SERVER_JOBS_SPANS_H

#include <stdbool.h>
#include <stdio.h>

#include "server/base/metrics.h"
#include "server/domain/trace.h"

struct span { /* of one request, ended now */
	struct trace trace;
	const struct operation *operation; /* NULL: no route matched */
	uint16_t status;
	uint64_t took_us, queue_us, db_us;
	char request_id[129], error[48]; /* error: the problem's code, or "" */
	uint64_t ended_us; /* Unix; set by spans_keep */
};

/* One line in `errors` when it cannot be posted to. "" is good: no spans. */
bool spans_url_is_good(const char *url, FILE *errors);
/* Once per process, after curl_global_init; url lives on. false: no memory or thread. */
bool spans_start(const char *url, struct job_metrics *metrics);
bool spans_wanted(void); /* started and not stopped */
/* Copies. Any thread; at once. */
void spans_keep(const struct span *span);
/* Send what waits, trying once more; then spans_over. */
void spans_stop(void);
bool spans_over(void); /* the thread has ended, or there was none */

#endif

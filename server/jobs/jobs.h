/* jobs.h: what the server does without being asked: threads beside the loops, each with a connection of its own.
 *
 *   delivery  outbox ─> receivers      delivery.h
 *   reminder  events ─> outbox         reminder.c
 *   spans     requests ─> API_OTLP_URL  spans.h; no connection
 *
 * Any number of servers share the work: what one has claimed, the others pass over. */
#ifndef SERVER_JOBS_JOBS_H
#define SERVER_JOBS_JOBS_H

#include "server/base/config.h"
#include "server/base/metrics.h"

/* ready: whether the schema is there yet. Once per process; false: no memory or thread. */
bool jobs_start(const struct config *config, struct job_metrics *metrics, bool (*ready)(void *data),
	void *data);
/* Claim nothing more. What is under way goes on. */
void jobs_ebb(void);
/* Waits for what is under way, at most so long, and for its results to be stored. */
void jobs_stop(unsigned most_s);

#endif

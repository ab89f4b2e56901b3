/* metrics.h: counters and histograms without locks: every loop writes its own, the admin listener adds them up.
 *
 * One writer each, so an increment is a relaxed load and a relaxed store; a reader sees some recent value of
 * each number. Nothing here allocates after metrics_new. */
#ifndef SERVER_BASE_METRICS_H
#define SERVER_BASE_METRICS_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"
#include "libapi/wire/operation.h"

typedef _Atomic uint64_t metric;

static inline void metric_add(metric *number, uint64_t more) {
	atomic_store_explicit(number, atomic_load_explicit(number, memory_order_relaxed) + more,
		memory_order_relaxed);
}
static inline void metric_set(metric *number, uint64_t value) {
	atomic_store_explicit(number, value, memory_order_relaxed);
}
static inline uint64_t metric_read(const metric *number) {
	return atomic_load_explicit((metric *)number, memory_order_relaxed);
}

#define HISTOGRAM_BOUNDS 16
struct histogram { /* bounds: metrics.c, 100 µs … 10 s */
	metric buckets[HISTOGRAM_BOUNDS + 1]; /* not cumulative; the last is +Inf */
	metric sum_us;
};
void histogram_add(struct histogram *histogram, uint64_t value_us);

#define METRIC_LANES 4 /* enum lane of store.h */
#define METRIC_CONN_STATES 6 /* enum conn_state of conn.h */
#define METRIC_SQLSTATE_CLASSES 16 /* metrics.c; the last is "other" */
struct pool_metrics {
	metric conns[METRIC_LANES][METRIC_CONN_STATES]; /* gauge */
	metric queued[METRIC_LANES]; /* gauge */
	metric in_flight[METRIC_LANES]; /* gauge */
	metric submitted[METRIC_LANES], busy[METRIC_LANES], down[METRIC_LANES],
		timeouts[METRIC_LANES];
	metric connects, connect_failures, lost, resent, retried, syncs, notices;
	metric errors[METRIC_SQLSTATE_CLASSES];
	struct histogram queue_age[METRIC_LANES]; /* from submit to send */
	struct histogram answer_time[METRIC_LANES]; /* from send to answer */
};
void metrics_sqlstate(struct pool_metrics *metrics, const char *sqlstate); /* counts its class */

/* Plain numbers of a loop, one row each in metrics.c. http/ and flow/ count with metric_add(&loop->numbers[…]). */
enum loop_number {
	NUMBER_CONNECTIONS, /* gauge: open client connections */
	NUMBER_REQUESTS_IN_FLIGHT, /* gauge */
	NUMBER_CONNECTIONS_ACCEPTED,
	NUMBER_CONNECTIONS_REFUSED, /* over API_MAX_CONNECTIONS */
	NUMBER_CONNECTIONS_SWEPT, /* closed for being slow */
	NUMBER_REQUEST_BYTES, /* gauge: of requests on their way */
	NUMBER_BODIES_REFUSED, /* closed because the budget was used up */
	NUMBER_RATE_LIMITED,
	NUMBER_AUTH_FAILURES,
	NUMBER_AUTH_CACHE_HITS,
	NUMBER_AUTH_CACHE_MISSES,
	NUMBER_REQUESTS_PARKED, /* of those in flight: wait for a change */
	NUMBER_CLIENTS_GONE, /* hung up before the answer */
	NUMBER_COUNT,
};

#define METRIC_STATUS_CLASSES 5 /* 1xx … 5xx */
struct loop_metrics {
	struct pool_metrics pool;
	struct histogram turn, turn_cpu;
	metric numbers[NUMBER_COUNT];
	size_t operation_rows; /* operations and one more for "no operation" */
	struct histogram (*requests)[METRIC_STATUS_CLASSES]; /* by operation */
};
/* operation: index in operations[], or operation_count when no route matched. */
void metrics_request(
	struct loop_metrics *metrics, size_t operation, unsigned status, uint64_t duration_us);
static inline void metrics_turn(
	struct loop_metrics *metrics, uint64_t duration_us, uint64_t cpu_us) {
	histogram_add(&metrics->turn, duration_us);
	histogram_add(&metrics->turn_cpu, cpu_us);
}

struct job_metrics { /* each number has one writer: server/jobs/delivery.c, reminder.c */
	metric delivered, undelivered; /* attempts */
	metric outbox_age_s; /* gauge: how long the oldest message has been due */
	metric reminders;
	metric spans_sent, spans_dropped; /* spans.c; dropped by any thread, with an atomic add */
	metric reminders_late_s; /* gauge: of the event that was reckoned last */
};

struct metrics;
/* `rows`: the contract's operations[], for their names. NULL: no memory. */
struct metrics *metrics_new(
	size_t loops, const struct operation *rows, size_t row_count, const char *version);
void metrics_free(struct metrics *metrics);
struct loop_metrics *metrics_loop(struct metrics *metrics, size_t index);
struct job_metrics *metrics_jobs(struct metrics *metrics);
/* Prometheus text exposition 0.0.4. Any thread. */
void metrics_render(const struct metrics *metrics, struct wire_buffer *out);

#endif

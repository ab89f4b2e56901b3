/* metrics.c: the rows of every metric, and their rendering as sums over the loops. */
#include "server/base/metrics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/chore_metrics.h"
#include "server/base/log.h"

static const uint64_t bounds_us[HISTOGRAM_BOUNDS] = { 100, 250, 500, 1000, 2500, 5000, 10000, 25000,
	50000, 100000, 250000, 500000, 1000000, 2500000, 5000000, 10000000 };

static const char *const sqlstate_classes[METRIC_SQLSTATE_CLASSES - 1] = { "08", "0A", "22", "23",
	"25", "26", "28", "40", "42", "53", "55", "57", "58", "P0", "XX" };

static const struct {
	const char *name, *type, *help;
} number_rows[NUMBER_COUNT] = {
	[NUMBER_CONNECTIONS] = { "api_connections", "gauge", "Open client connections." },
	[NUMBER_REQUESTS_IN_FLIGHT] = { "api_requests_in_flight", "gauge",
		"Requests being answered." },
	[NUMBER_CONNECTIONS_ACCEPTED] = { "api_connections_accepted_total", "counter",
		"Client connections accepted." },
	[NUMBER_CONNECTIONS_REFUSED] = { "api_connections_refused_total", "counter",
		"Client connections over API_MAX_CONNECTIONS." },
	[NUMBER_CONNECTIONS_SWEPT] = { "api_connections_swept_total", "counter",
		"Client connections closed for being slow." },
	[NUMBER_REQUEST_BYTES] = { "api_request_bytes", "gauge",
		"Bytes held for requests on their way." },
	[NUMBER_BODIES_REFUSED] = { "api_bodies_refused_total", "counter",
		"Requests closed because API_BODY_BUDGET was used up." },
	[NUMBER_RATE_LIMITED] = { "api_rate_limited_total", "counter", "Requests answered 429." },
	[NUMBER_AUTH_FAILURES] = { "api_auth_failures_total", "counter",
		"Requests with a key that is not valid." },
	[NUMBER_AUTH_CACHE_HITS] = { "api_auth_cache_hits_total", "counter",
		"Keys found in the cache." },
	[NUMBER_AUTH_CACHE_MISSES] = { "api_auth_cache_misses_total", "counter",
		"Keys asked of the database." },
	[NUMBER_REQUESTS_PARKED] = { "api_requests_parked", "gauge",
		"Requests that wait for a change of their calendar." },
	[NUMBER_CLIENTS_GONE] = { "api_clients_gone_total", "counter",
		"Clients that hung up before the answer." },
};

/* What the pool counts: by lane (a row of METRIC_LANES numbers) or plain. */
static const struct pool_row {
	const char *name, *type, *help;
	size_t offset;
	bool by_lane;
} pool_rows[] = {
	{ "api_pool_queue_length", "gauge", "Queries waiting for a connection.",
		offsetof(struct pool_metrics, queued), true },
	{ "api_pool_in_flight", "gauge", "Queries sent and not answered.",
		offsetof(struct pool_metrics, in_flight), true },
	{ "api_pool_submitted_total", "counter", "Queries taken.",
		offsetof(struct pool_metrics, submitted), true },
	{ "api_pool_busy_total", "counter", "Queries refused: queue full or too old.",
		offsetof(struct pool_metrics, busy), true },
	{ "api_pool_down_total", "counter", "Queries ended for want of a connection.",
		offsetof(struct pool_metrics, down), true },
	{ "api_pool_timeouts_total", "counter", "Queries past their deadline.",
		offsetof(struct pool_metrics, timeouts), true },
	{ "api_pool_connects_total", "counter", "Connections that became ready.",
		offsetof(struct pool_metrics, connects), false },
	{ "api_pool_connect_failures_total", "counter", "Attempts to connect that failed.",
		offsetof(struct pool_metrics, connect_failures), false },
	{ "api_pool_lost_total", "counter", "Connections lost after they were ready.",
		offsetof(struct pool_metrics, lost), false },
	{ "api_pool_resent_total", "counter",
		"Reads sent again after a lost connection or another's error.",
		offsetof(struct pool_metrics, resent), false },
	{ "api_pool_retried_total", "counter",
		"Writes tried again after a serialization failure or deadlock.",
		offsetof(struct pool_metrics, retried), false },
	{ "api_pool_syncs_total", "counter", "Sync messages sent.",
		offsetof(struct pool_metrics, syncs), false },
	{ "api_pool_notices_total", "counter", "Statements that sent notifications.",
		offsetof(struct pool_metrics, notices), false },
};

static const char *const lane_names[METRIC_LANES] = { "read", "write", "leased", "replica" };
static const char *const conn_state_names[METRIC_CONN_STATES] = { "resolving", "connecting",
	"preparing", "ready", "busy", "doomed" };

struct metrics {
	size_t loop_count, row_count;
	const struct operation *rows;
	const char *version;
	struct job_metrics jobs;
	struct loop_metrics loops[];
};

struct metrics *metrics_new(
	size_t loops, const struct operation *rows, size_t row_count, const char *version) {
	struct metrics *metrics = calloc(1, sizeof(*metrics) + loops * sizeof(metrics->loops[0]));
	if (metrics == NULL) {
		return NULL;
	}
	metrics->rows = rows;
	metrics->row_count = row_count;
	metrics->version = version;
	for (size_t i = 0; i < loops; i++) {
		struct loop_metrics *loop = &metrics->loops[i];
		loop->operation_rows = row_count + 1;
		loop->requests = calloc(row_count + 1, sizeof(loop->requests[0]));
		metrics->loop_count = i + 1;
		if (loop->requests == NULL) {
			metrics_free(metrics);
			return NULL;
		}
	}
	return metrics;
}

void metrics_free(struct metrics *metrics) {
	for (size_t i = 0; metrics != NULL && i < metrics->loop_count; i++) {
		free(metrics->loops[i].requests);
	}
	free(metrics);
}

struct loop_metrics *metrics_loop(struct metrics *metrics, size_t index) {
	return &metrics->loops[index];
}

struct job_metrics *metrics_jobs(struct metrics *metrics) {
	return &metrics->jobs;
}

/* ---- counting ------------------------------------------------------------------------------------------ */

void histogram_add(struct histogram *histogram, uint64_t value_us) {
	size_t i = 0;
	while (i < HISTOGRAM_BOUNDS && value_us > bounds_us[i]) {
		i++;
	}
	metric_add(&histogram->buckets[i], 1);
	metric_add(&histogram->sum_us, value_us);
}

void metrics_request(
	struct loop_metrics *metrics, size_t operation, unsigned status, uint64_t duration_us) {
	size_t row = operation < metrics->operation_rows ? operation : metrics->operation_rows - 1;
	size_t class = status >= 100 && status < 600 ? status / 100 - 1 : 4;
	histogram_add(&metrics->requests[row][class], duration_us);
}

void metrics_sqlstate(struct pool_metrics *metrics, const char *sqlstate) {
	size_t i = 0;
	while (i < METRIC_SQLSTATE_CLASSES - 1 && strncmp(sqlstate, sqlstate_classes[i], 2) != 0) {
		i++;
	}
	metric_add(&metrics->errors[i], 1);
}

/* ---- rendering ----------------------------------------------------------------------------------------- */

/* The sum over the loops of the number `offset` bytes into struct loop_metrics. */
static uint64_t sum_at(const struct metrics *metrics, size_t offset) {
	uint64_t sum = 0;
	for (size_t i = 0; i < metrics->loop_count; i++) {
		sum += metric_read((const metric *)((const char *)&metrics->loops[i] + offset));
	}
	return sum;
}

static void put_head(
	struct wire_buffer *out, const char *name, const char *type, const char *help) {
	wire_put_format(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void put_number(
	struct wire_buffer *out, const char *name, const char *labels, uint64_t value) {
	wire_put_format(out, "%s%s%s%s %llu\n", name, labels[0] != '\0' ? "{" : "", labels,
		labels[0] != '\0' ? "}" : "", (unsigned long long)value);
}

struct histogram_sum {
	uint64_t buckets[HISTOGRAM_BOUNDS + 1], sum_us, count;
};

static void add_histogram(struct histogram_sum *sum, const struct histogram *histogram) {
	for (size_t i = 0; i <= HISTOGRAM_BOUNDS; i++) {
		uint64_t count = metric_read(&histogram->buckets[i]);
		sum->buckets[i] += count;
		sum->count += count;
	}
	sum->sum_us += metric_read(&histogram->sum_us);
}

/* Prometheus buckets are cumulative; `labels` may be empty. */
static void put_histogram(struct wire_buffer *out, const char *name, const char *labels,
	const struct histogram_sum *sum) {
	const char *comma = labels[0] != '\0' ? "," : "", *open = labels[0] != '\0' ? "{" : "",
		   *close = labels[0] != '\0' ? "}" : "";
	uint64_t below = 0;
	for (size_t i = 0; i < HISTOGRAM_BOUNDS; i++) {
		below += sum->buckets[i];
		wire_put_format(out, "%s_bucket{%s%sle=\"%g\"} %llu\n", name, labels, comma,
			(double)bounds_us[i] / 1e6, (unsigned long long)below);
	}
	wire_put_format(out, "%s_bucket{%s%sle=\"+Inf\"} %llu\n", name, labels, comma,
		(unsigned long long)sum->count);
	wire_put_format(
		out, "%s_sum%s%s%s %.6f\n", name, open, labels, close, (double)sum->sum_us / 1e6);
	wire_put_format(out, "%s_count%s%s%s %llu\n", name, open, labels, close,
		(unsigned long long)sum->count);
}

static void render_requests(const struct metrics *metrics, struct wire_buffer *out) {
	const char *name = "api_request_duration_seconds";
	put_head(out, name, "histogram", "Time from a request's first byte to its answer.");
	for (size_t row = 0; row <= metrics->row_count; row++) {
		for (size_t class = 0; class < METRIC_STATUS_CLASSES; class ++) {
			struct histogram_sum sum = { 0 };
			for (size_t i = 0; i < metrics->loop_count; i++) {
				add_histogram(&sum, &metrics->loops[i].requests[row][class]);
			}
			if (sum.count > 0) {
				char labels[128];
				snprintf(labels, sizeof(labels),
					"operation=\"%s\",status=\"%zuxx\"",
					row < metrics->row_count ? metrics->rows[row].id : "none",
					class + 1);
				put_histogram(out, name, labels, &sum);
			}
		}
	}
}

static void render_loop_histogram(const struct metrics *metrics, struct wire_buffer *out,
	const char *name, const char *labels, size_t offset) {
	struct histogram_sum sum = { 0 };
	for (size_t i = 0; i < metrics->loop_count; i++) {
		add_histogram(&sum,
			(const struct histogram *)((const char *)&metrics->loops[i] + offset));
	}
	put_histogram(out, name, labels, &sum);
}

static void render_lane_histogram(const struct metrics *metrics, struct wire_buffer *out,
	const char *name, const char *help, size_t offset) {
	put_head(out, name, "histogram", help);
	for (size_t lane = 0; lane < METRIC_LANES; lane++) {
		char labels[32];
		snprintf(labels, sizeof(labels), "lane=\"%s\"", lane_names[lane]);
		render_loop_histogram(
			metrics, out, name, labels, offset + lane * sizeof(struct histogram));
	}
}

static void render_conns(const struct metrics *metrics, struct wire_buffer *out) {
	const char *name = "api_pool_connections";
	put_head(out, name, "gauge", "Connections to PostgreSQL by lane and state.");
	for (size_t lane = 0; lane < METRIC_LANES; lane++) {
		for (size_t state = 0; state < METRIC_CONN_STATES; state++) {
			char labels[64];
			snprintf(labels, sizeof(labels), "lane=\"%s\",state=\"%s\"",
				lane_names[lane], conn_state_names[state]);
			put_number(out, name, labels,
				sum_at(metrics, offsetof(struct loop_metrics, pool.conns) +
							(lane * METRIC_CONN_STATES + state) *
								sizeof(metric)));
		}
	}
}

static void render_pool_row(
	const struct metrics *metrics, struct wire_buffer *out, const struct pool_row *row) {
	size_t offset = offsetof(struct loop_metrics, pool) + row->offset;
	put_head(out, row->name, row->type, row->help);
	if (!row->by_lane) {
		put_number(out, row->name, "", sum_at(metrics, offset));
		return;
	}
	for (size_t lane = 0; lane < METRIC_LANES; lane++) {
		char labels[32];
		snprintf(labels, sizeof(labels), "lane=\"%s\"", lane_names[lane]);
		put_number(out, row->name, labels, sum_at(metrics, offset + lane * sizeof(metric)));
	}
}

static void render_errors(const struct metrics *metrics, struct wire_buffer *out) {
	const char *name = "api_database_errors_total";
	put_head(out, name, "counter", "Errors of PostgreSQL by the class of their SQLSTATE.");
	for (size_t i = 0; i < METRIC_SQLSTATE_CLASSES; i++) {
		char labels[32];
		snprintf(labels, sizeof(labels), "class=\"%s\"",
			i < METRIC_SQLSTATE_CLASSES - 1 ? sqlstate_classes[i] : "other");
		put_number(out, name, labels,
			sum_at(metrics,
				offsetof(struct loop_metrics, pool.errors) + i * sizeof(metric)));
	}
}

/* Where other processes take the CPU, a turn's own time grows without any fault of its; that of the CPU does not. */
static void render_turns(const struct metrics *metrics, struct wire_buffer *out) {
	put_head(out, "api_loop_turn_seconds", "histogram",
		"Time of one turn of an event loop, while others had the CPU too.");
	render_loop_histogram(
		metrics, out, "api_loop_turn_seconds", "", offsetof(struct loop_metrics, turn));
	put_head(out, "api_loop_turn_cpu_seconds", "histogram",
		"CPU time of one turn of an event loop.");
	render_loop_histogram(metrics, out, "api_loop_turn_cpu_seconds", "",
		offsetof(struct loop_metrics, turn_cpu));
}

static void render_jobs(const struct metrics *metrics, struct wire_buffer *out) {
	const struct job_metrics *jobs = &metrics->jobs;
	const char *name = "api_webhook_attempts_total";
	put_head(out, name, "counter", "Messages sent to webhooks by result.");
	put_number(out, name, "result=\"delivered\"", metric_read(&jobs->delivered));
	put_number(out, name, "result=\"failed\"", metric_read(&jobs->undelivered));
	name = "api_webhook_outbox_age_seconds";
	put_head(out, name, "gauge", "How long the oldest message has been due.");
	put_number(out, name, "", metric_read(&jobs->outbox_age_s));
	name = "api_reminders_total";
	put_head(out, name, "counter", "Reminders that fell due.");
	put_number(out, name, "", metric_read(&jobs->reminders));
	name = "api_reminders_late_seconds";
	put_head(out, name, "gauge", "How late the reminders of the last event were written.");
	put_number(out, name, "", metric_read(&jobs->reminders_late_s));
	name = "api_spans_sent_total";
	put_head(out, name, "counter", "Spans that API_OTLP_URL took.");
	put_number(out, name, "", metric_read(&jobs->spans_sent));
	name = "api_spans_dropped_total";
	put_head(out, name, "counter",
		"Spans that were not delivered: the queue was full, or API_OTLP_URL did not take "
		"them.");
	put_number(out, name, "", metric_read(&jobs->spans_dropped));
}

void metrics_render(const struct metrics *metrics, struct wire_buffer *out) {
	char labels[80];
	put_head(out, "api_build_info", "gauge", "Always 1; the version is in the label.");
	snprintf(labels, sizeof(labels), "version=\"%s\"", metrics->version);
	put_number(out, "api_build_info", labels, 1);
	put_head(out, "api_log_dropped_total", "counter",
		"Log lines not written because the reader stood still.");
	put_number(out, "api_log_dropped_total", "", log_dropped());
	for (size_t i = 0; i < NUMBER_COUNT; i++) {
		put_head(out, number_rows[i].name, number_rows[i].type, number_rows[i].help);
		put_number(out, number_rows[i].name, "",
			sum_at(metrics,
				offsetof(struct loop_metrics, numbers) + i * sizeof(metric)));
	}
	render_turns(metrics, out);
	render_conns(metrics, out);
	for (size_t i = 0; i < sizeof(pool_rows) / sizeof(pool_rows[0]); i++) {
		render_pool_row(metrics, out, &pool_rows[i]);
	}
	render_lane_histogram(metrics, out, "api_pool_queue_age_seconds",
		"Time a query waited for a connection.",
		offsetof(struct loop_metrics, pool.queue_age));
	render_lane_histogram(metrics, out, "api_pool_answer_seconds", "Time from send to answer.",
		offsetof(struct loop_metrics, pool.answer_time));
	render_errors(metrics, out);
	chore_metrics_render(out);
	render_jobs(metrics, out);
	render_requests(metrics, out);
}

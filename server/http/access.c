/* access.c: one line in the log and one count in the metrics per request. The path is logged without its query,
 * the key by its public prefix. */
#include <stdio.h>
#include <string.h>

#include "server/base/log.h"
#include "server/domain/ids.h"
#include "server/http/worker.h"
#include "server/jobs/spans.h"

static bool is_quiet(const struct exchange *exchange, uint16_t status) {
	/* Probes come every few seconds from every balancer: only their failures are news. */
	return exchange->call->route == NULL && status == 200;
}

/* A path that is a credential itself stands in the log as its template. */
static const char *shown_path(const struct call *call) {
	static const char feeds[] = "/v1/feeds/";

	if (call->path.text != NULL && strncmp(call->path.text, feeds, sizeof(feeds) - 1) == 0) {
		return "/v1/feeds/{token}.ics";
	}
	return call->path.text;
}

/* Who was refused, so that guessing can be seen and traced. In the log and not in the table of the audit: otherwise
 * whoever guesses would write into the database. What is not shaped like a key may be any secret and is not shown. */
static void put_refused(struct wire_buffer *line, struct exchange *exchange) {
	const struct slice *key = &exchange->call->presented_key;
	char address[64], prefix[API_KEY_PREFIX_LEN + 1] = "";
	const struct log_field client =
		LOG_TEXT("client", client_text(exchange, address, sizeof(address)));

	log_put_field(line, &client);
	if (!exchange->call->has_caller && key->text != NULL &&
		api_key_is_shaped(key->text, key->len)) {
		memcpy(prefix, key->text + 4, API_KEY_PREFIX_LEN);
		const struct log_field refused = LOG_TEXT("refused_key_prefix", prefix);
		log_put_field(line, &refused);
	}
}

static void put_line(struct wire_buffer *line, struct call *call, uint16_t status, size_t bytes,
	uint64_t took_us) {
	const struct log_field fields[] = {
		LOG_TEXT("request_id", call->request_id.text),
		LOG_TEXT("trace_id", call->trace.id),
		LOG_TEXT("span_id", call->trace.span),
		LOG_TEXT("method", call->method.text),
		LOG_TEXT("operation", call->route == NULL ? NULL : call->route->operation->id),
		LOG_TEXT("path", shown_path(call)),
		LOG_NUMBER("status", status),
		LOG_NUMBER("duration_us", (int64_t)took_us),
		LOG_NUMBER("bytes", (int64_t)bytes),
		LOG_TEXT("user_id", call->has_caller ? call->caller.user_id : NULL),
		LOG_TEXT("key_prefix", call->has_caller ? call->caller.prefix : NULL),
		LOG_NUMBER("queue_us", (int64_t)call->queue_us),
		LOG_NUMBER("db_us", (int64_t)call->db_us),
		LOG_TEXT("error", call->code),
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		if (fields[i].type != LOG_FIELD_TEXT || fields[i].text != NULL) {
			log_put_field(line, &fields[i]);
		}
	}
}

/* What the log line says, for a receiver of traces. */
static void keep_span(const struct call *call, uint16_t status, uint64_t took_us) {
	struct span span = {
		.trace = call->trace,
		.operation = call->route == NULL ? NULL : call->route->operation,
		.status = status,
		.took_us = took_us,
		.queue_us = call->queue_us,
		.db_us = call->db_us,
	};

	snprintf(span.request_id, sizeof(span.request_id), "%s", call->request_id.text);
	snprintf(span.error, sizeof(span.error), "%s", call->code == NULL ? "" : call->code);
	spans_keep(&span);
}

void access_record(struct exchange *exchange, uint16_t status, size_t bytes) {
	struct call *call = exchange->call;
	struct worker *worker = exchange->worker;
	uint64_t took_us = monotonic_us() - call->began_us;
	size_t operation = call->route == NULL ? operation_count
					       : (size_t)(call->route->operation - operations);
	bool gone = status == 0;
	enum log_level level = is_quiet(exchange, status) ? LOG_LEVEL_DEBUG : LOG_LEVEL_INFO;

	if (gone) {
		metric_add(&worker->metrics->numbers[NUMBER_CLIENTS_GONE], 1);
		status = 499; /* nginx's number for it */
	}
	metrics_request(worker->metrics, operation, status, took_us);
	if ((call->trace.flags & TRACE_SAMPLED) != 0 && level >= LOG_LEVEL_INFO) {
		keep_span(call, status, took_us);
	}
	if (log_wanted(level)) {
		log_open_line(&worker->line, level, gone ? "client gone" : "request");
		put_line(&worker->line, call, status, bytes, took_us);
		if (status == 401 || status == 403 || status == 429) {
			put_refused(&worker->line, exchange);
		}
		log_close_line(&worker->line);
	}
}

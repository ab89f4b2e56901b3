/* span_text.c: names of attributes are those of OpenTelemetry's semantic conventions for HTTP servers where they have
 * one, and begin with `api.` where they have none. */
#include "server/jobs/span_text.h"

#include <inttypes.h>
#include <string.h>

enum { KIND_SERVER = 2, STATUS_ERROR = 2 };

/* A value's text, JSON; the name needs no escape. */
static void put_text(
	struct wire_buffer *out, const char *comma, const char *key, const char *text) {
	wire_put_format(out, "%s{\"key\":\"%s\",\"value\":{\"stringValue\":", comma, key);
	wire_put_json_text(out, text, strlen(text));
	wire_put_str(out, "}}");
}

static void put_number(struct wire_buffer *out, const char *key, uint64_t number) {
	wire_put_format(
		out, ",{\"key\":\"%s\",\"value\":{\"intValue\":\"%" PRIu64 "\"}}", key, number);
}

static void put_attributes(struct wire_buffer *out, const struct span *span) {
	const struct operation *operation = span->operation;

	wire_put_str(out, "\"attributes\":[");
	put_text(out, "", "api.request_id", span->request_id);
	if (operation != NULL) {
		put_text(out, ",", "http.request.method", operation->method);
		put_text(out, ",", "http.route", operation->path);
		put_text(out, ",", "api.operation", operation->id);
	}
	if (span->error[0] != 0) {
		put_text(out, ",", "error.type", span->error);
	}
	put_number(out, "http.response.status_code", span->status);
	put_number(out, "api.queue_us", span->queue_us);
	put_number(out, "api.db_us", span->db_us);
	wire_put_char(out, ']');
}

static void put_span(struct wire_buffer *out, const struct span *span) {
	const struct operation *operation = span->operation;

	wire_put_format(out,
		"{\"traceId\":\"%s\",\"spanId\":\"%s\",\"parentSpanId\":\"%s\",\"flags\":%u,",
		span->trace.id, span->trace.span, span->trace.parent, span->trace.flags);
	wire_put_format(out, "\"name\":\"%s%s%s\",\"kind\":%d,",
		operation == NULL ? "HTTP" : operation->method, operation == NULL ? "" : " ",
		operation == NULL ? "" : operation->path, KIND_SERVER);
	wire_put_format(out,
		"\"startTimeUnixNano\":\"%" PRIu64 "000\",\"endTimeUnixNano\":\"%" PRIu64 "000\",",
		span->ended_us - span->took_us, span->ended_us);
	put_attributes(out, span);
	/* A fault of the client's is no error of this span. */
	wire_put_format(out, ",\"status\":{\"code\":%d}}", span->status >= 500 ? STATUS_ERROR : 0);
}

void span_text_write(struct wire_buffer *out, struct span *const spans[], size_t count,
	const char *version, const char *instance) {
	wire_put_str(out, "{\"resourceSpans\":[{\"resource\":{\"attributes\":[");
	put_text(out, "", "service.name", "api-server");
	put_text(out, ",", "service.version", version);
	put_text(out, ",", "service.instance.id", instance);
	wire_put_str(out, "]},\"scopeSpans\":[{\"scope\":{\"name\":\"api-server\"},\"spans\":[");
	for (size_t i = 0; i < count; i++) {
		wire_put_str(out, i == 0 ? "" : ",");
		put_span(out, spans[i]);
	}
	wire_put_str(out, "]}]}]}");
}

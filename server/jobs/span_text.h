/* span_text.h: spans as the JSON of an ExportTraceServiceRequest (opentelemetry-proto 1.x, its JSON mapping: ids in
 * hex, 64 bit numbers as text). */
#ifndef SERVER_JOBS_SPAN_TEXT_H
#define SERVER_JOBS_SPAN_TEXT_H

#include "libapi/wire/buffer.h"
#include "server/jobs/spans.h"

/* Appends the whole document. `instance` tells servers apart. */
void span_text_write(struct wire_buffer *out, struct span *const spans[], size_t count,
	const char *version, const char *instance);

#endif

/* trace.h: whose work a request is part of (W3C Trace Context, level 1 with the random flag of level 2).
 *
 *   traceparent: 00-<trace: 32 hex>-<parent span: 16 hex>-<flags: 2 hex>
 *
 * A caller's trace is continued with a span of our own; without one, or with a header that is not as §3.2 says, a
 * trace is begun. The answer carries ours as `traceresponse`, in the same form (the working group's editor's draft). */
#ifndef SERVER_DOMAIN_TRACE_H
#define SERVER_DOMAIN_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TRACE_ID_LEN = 32, SPAN_ID_LEN = 16, TRACE_HEADER_LEN = 55 };
enum { TRACE_SAMPLED = 1, TRACE_RANDOM = 2 }; /* of flags */

struct trace {
	char id[TRACE_ID_LEN + 1], span[SPAN_ID_LEN + 1]; /* lower case hex, never all zeroes */
	char parent[SPAN_ID_LEN + 1]; /* the caller's span; "": the trace begins here */
	uint8_t flags;
};

/* header: the field's value, NULL without one. recording: whether spans are kept at all; those of a caller who does
 * not want its trace kept are not. */
void trace_enter(struct trace *trace, const char *header, size_t len, bool recording);
void trace_write(const struct trace *trace, char out[TRACE_HEADER_LEN + 1]);

#endif

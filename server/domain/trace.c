/* trace.c: §3.2.2 of the recommendation read strictly, since what is not readable must not be continued. */
#include "server/domain/trace.h"

#include <string.h>

#include "server/domain/ids.h"
#include "server/domain/random.h"

enum { TRACE_AT = 3, PARENT_AT = 36, FLAGS_AT = 53 };

/* `len` lower case hex digits; an id has one that is not 0. */
static bool is_hex(const char *text, size_t len, bool id) {
	bool zero = true;

	for (size_t i = 0; i < len; i++) {
		bool digit =
			(text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
		if (!digit) {
			return false;
		}
		zero = zero && text[i] == '0';
	}
	return !id || !zero;
}

/* A later version may be longer, but begins like ours (§4.3). */
static bool has_length(const char *text, size_t len) {
	bool ours = memcmp(text, "00", 2) == 0;

	return len == TRACE_HEADER_LEN ||
	       (!ours && len > TRACE_HEADER_LEN && text[TRACE_HEADER_LEN] == '-');
}

static bool is_traceparent(const char *text, size_t len) {
	return text != NULL && len >= TRACE_HEADER_LEN && is_hex(text, 2, false) &&
	       memcmp(text, "ff", 2) != 0 && has_length(text, len) && text[TRACE_AT - 1] == '-' &&
	       is_hex(text + TRACE_AT, TRACE_ID_LEN, true) && text[PARENT_AT - 1] == '-' &&
	       is_hex(text + PARENT_AT, SPAN_ID_LEN, true) && text[FLAGS_AT - 1] == '-' &&
	       is_hex(text + FLAGS_AT, 2, false);
}

/* 2^-64 is never: a first bit that is always set costs less than asking again. */
static void make_id(size_t bytes, char *hex) {
	uint8_t id[TRACE_ID_LEN / 2];

	memcpy(id, random_take(bytes), bytes);
	id[0] |= 0x80;
	hex_write(id, bytes, hex);
}

void trace_enter(struct trace *trace, const char *header, size_t len, bool recording) {
	make_id(SPAN_ID_LEN / 2, trace->span);
	trace->parent[0] = 0;
	if (!is_traceparent(header, len)) {
		make_id(TRACE_ID_LEN / 2, trace->id);
		trace->flags = TRACE_RANDOM | (recording ? TRACE_SAMPLED : 0);
		return;
	}
	memcpy(trace->id, header + TRACE_AT, TRACE_ID_LEN);
	trace->id[TRACE_ID_LEN] = 0;
	memcpy(trace->parent, header + PARENT_AT, SPAN_ID_LEN);
	trace->parent[SPAN_ID_LEN] = 0;
	/* All flags there are stand in the last digit. */
	char last = header[FLAGS_AT + 1];
	trace->flags = (uint8_t)(last <= '9' ? last - '0' : last - 'a' + 10) &
		       (recording ? TRACE_SAMPLED | TRACE_RANDOM : TRACE_RANDOM);
}

void trace_write(const struct trace *trace, char out[TRACE_HEADER_LEN + 1]) {
	memcpy(out, "00-", TRACE_AT);
	memcpy(out + TRACE_AT, trace->id, TRACE_ID_LEN);
	out[PARENT_AT - 1] = '-';
	memcpy(out + PARENT_AT, trace->span, SPAN_ID_LEN);
	out[FLAGS_AT - 1] = '-';
	hex_write(&trace->flags, 1, out + FLAGS_AT);
}

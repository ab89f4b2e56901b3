/* rrule_stream.h: the slots of a set, before any clock. */
#ifndef SERVER_DOMAIN_RRULE_STREAM_H
#define SERVER_DOMAIN_RRULE_STREAM_H

#include "server/domain/rrule_set.h"

void rrule_stream_init(struct rrule_stream *stream, const struct rrule_set *set);
void rrule_stream_seek(struct rrule_stream *stream, const struct rrule_set *set, int64_t local_s);
void rrule_stream_stop(struct rrule_stream *stream, const struct rrule_set *set, int64_t local_s);
/* Fills slot_s, bounded and excluded. */
enum rrule_verdict rrule_stream_next(struct rrule_stream *stream, const struct rrule_set *set,
	struct rrule_budget *budget, struct rrule_slot *out);

#endif

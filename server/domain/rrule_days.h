/* rrule_days.h: the days of one chunk that a rule matches. */
#ifndef SERVER_DOMAIN_RRULE_DAYS_H
#define SERVER_DOMAIN_RRULE_DAYS_H

#include "server/domain/rrule_iter.h"

/* The number of the chunk that holds this day. */
int64_t rrule_chunk_of(const struct rrule_iter *iter, int64_t day);
/* The first day of chunk number `chunk`. */
int64_t rrule_chunk_start(const struct rrule_iter *iter, int64_t chunk);
/* How far the numbers of two neighbours that the rule visits lie apart. */
int32_t rrule_chunk_stride(const struct rrule_iter *iter);
/* Fills chunk_day, days and day_count for iter->chunk. */
void rrule_chunk_fill(struct rrule_iter *iter);

#endif

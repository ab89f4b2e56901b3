/* rrule_group.h: a group is what BYSETPOS counts in: a period's days × times, numbered 0 … total - 1. */
#ifndef SERVER_DOMAIN_RRULE_GROUP_H
#define SERVER_DOMAIN_RRULE_GROUP_H

#include "server/domain/rrule_iter.h"

/* Is a group one day of the chunk (DAILY, HOURLY), and not all of it? */
bool rrule_group_is_day(const struct rrule_iter *iter);
/* The group at iter->day, or the chunk's only one; total may come out 0 (HOURLY). */
void rrule_group_open(struct rrule_iter *iter);
/* How many members, chosen by BYSETPOS or not, lie before local_s. */
int32_t rrule_group_rank(const struct rrule_iter *iter, int64_t local_s);
/* How many members of from … to - 1 BYSETPOS chooses (all, without it). */
int32_t rrule_group_chosen(const struct rrule_iter *iter, int32_t from, int32_t to);
/* The first chosen member ≥ from; `total` if there is none. */
int32_t rrule_group_next(const struct rrule_iter *iter, int32_t from);
/* The slot of member `at`. */
int64_t rrule_group_slot(struct rrule_iter *iter, int32_t at);

/* Fills hour_list from the set, and minute_list from iter->minutes. */
void rrule_group_hours(struct rrule_iter *iter, uint32_t hours);
void rrule_group_minutes(struct rrule_iter *iter);

#endif

/* rrule_group.c: days × times by number, both ways, without listing them.
 *
 * A year of FREQ=YEARLY;BYHOUR=…;BYMINUTE=… may have half a million members, of which BYSETPOS chooses a few: so a
 * member is found from its number by counting bits, and numbers are chosen by two sets, one from either end. */
#include "server/domain/rrule_group.h"

#include "server/domain/rrule_bits.h"

bool rrule_group_is_day(const struct rrule_iter *iter) {
	return iter->rule->freq == RRULE_DAILY || iter->rule->freq == RRULE_HOURLY;
}

void rrule_group_hours(struct rrule_iter *iter, uint32_t hours) {
	iter->hour_count = 0;
	for (; hours != 0; hours &= hours - 1) {
		iter->hour_list[iter->hour_count++] = (uint8_t)__builtin_ctz(hours);
	}
}

void rrule_group_minutes(struct rrule_iter *iter) {
	iter->minute_count = 0;
	for (uint64_t minutes = iter->minutes; minutes != 0; minutes &= minutes - 1) {
		iter->minute_list[iter->minute_count++] = (uint8_t)__builtin_ctzll(minutes);
	}
}

/* HOURLY: the hours of iter->day that are whole intervals from DTSTART's. */
static uint32_t hours_of_day(const struct rrule_iter *iter) {
	int64_t interval = iter->rule->interval;
	int64_t hour = (iter->chunk_day + iter->day) * 24 - floor_div(iter->start_s, 3600);
	uint32_t hours = 0;

	for (int64_t at = floor_mod(-hour, interval); at < 24; at += interval) {
		hours |= UINT32_C(1) << at;
	}
	return hours & iter->hours;
}

void rrule_group_open(struct rrule_iter *iter) {
	if (iter->rule->freq == RRULE_HOURLY) {
		rrule_group_hours(iter, hours_of_day(iter));
	}
	int32_t days = rrule_group_is_day(iter) ? 1 : iter->day_count;
	iter->total = days * iter->hour_count * iter->minute_count;
	iter->at = 0;
	iter->day_rank = 0;
	if (!rrule_group_is_day(iter)) {
		iter->day = bits_next(iter->days, 0);
	}
}

static int32_t times_before(const struct rrule_iter *iter, int32_t of_day_s) {
	int32_t count = 0;

	for (int32_t i = 0; i < iter->hour_count; i++) {
		int32_t hour_s = iter->hour_list[i] * 3600 + iter->start_second;
		if (hour_s + 59 * 60 < of_day_s) {
			count += iter->minute_count;
			continue;
		}
		for (int32_t j = 0; j < iter->minute_count; j++) {
			if (hour_s + iter->minute_list[j] * 60 >= of_day_s) {
				return count;
			}
			count++;
		}
	}
	return count;
}

int32_t rrule_group_rank(const struct rrule_iter *iter, int64_t local_s) {
	int64_t day = floor_div(local_s, 86400);
	int32_t of_day_s = (int32_t)(local_s - day * 86400);
	int32_t times = iter->hour_count * iter->minute_count;
	int64_t at = day - iter->chunk_day; /* in the chunk */

	if (rrule_group_is_day(iter)) {
		if (at != iter->day) {
			return at < iter->day ? 0 : iter->total;
		}
		return times_before(iter, of_day_s);
	}
	if (at < 0 || at >= RRULE_WORDS * 64) {
		return at < 0 ? 0 : iter->total;
	}
	int32_t rank = bits_below(iter->days, (int32_t)at) * times;
	return bits_have(iter->days, (int32_t)at) ? rank + times_before(iter, of_day_s) : rank;
}

int32_t rrule_group_chosen(const struct rrule_iter *iter, int32_t from, int32_t to) {
	if (!iter->has_positions) {
		return to - from;
	}
	const struct rrule *rule = iter->rule;
	/* Member m is position m + 1 from the front and total - m from the back. */
	int32_t count = bits_below(rule->positions_up, to + 1) -
			bits_below(rule->positions_up, from + 1) +
			bits_below(rule->positions_down, iter->total - from + 1) -
			bits_below(rule->positions_down, iter->total - to + 1);
	/* Those chosen from both ends were counted twice. */
	if (iter->total > 2 * RRULE_WORDS * 64) {
		return count;
	}
	for (int32_t n = bits_next(rule->positions_up, from + 1); n >= 0 && n <= to;
		n = bits_next(rule->positions_up, n + 1)) {
		count -= bits_have(rule->positions_down, iter->total + 1 - n);
	}
	return count;
}

int32_t rrule_group_next(const struct rrule_iter *iter, int32_t from) {
	if (!iter->has_positions || from >= iter->total) {
		return from;
	}
	int32_t up = bits_next(iter->rule->positions_up, from + 1);
	int32_t down = bits_last(iter->rule->positions_down, iter->total - from);
	int32_t first = up < 0 || up > iter->total ? iter->total : up - 1;
	return down > 0 && iter->total - down < first ? iter->total - down : first;
}

int64_t rrule_group_slot(struct rrule_iter *iter, int32_t at) {
	int32_t times = iter->hour_count * iter->minute_count;
	int32_t rank = at, of_day = 0;

	if (times > 1) {
		rank = at / times;
		of_day = at - rank * times;
	}
	if (!rrule_group_is_day(iter) && rank != iter->day_rank) {
		iter->day = rank == iter->day_rank + 1 ? bits_next(iter->days, iter->day + 1)
						       : bits_select(iter->days, rank);
		iter->day_rank = rank;
	}
	int32_t hour = 0, minute = of_day;
	if (iter->hour_count > 1) {
		hour = of_day / iter->minute_count;
		minute = of_day - hour * iter->minute_count;
	}
	return (iter->chunk_day + iter->day) * 86400 + iter->hour_list[hour] * 3600 +
	       iter->minute_list[minute] * 60 + iter->start_second;
}

/* rrule_days.c: a chunk's days as a bit set: all of them, then what each BY part leaves.
 *
 * RFC 5545 §3.3.10 applies the parts one after another, expanding or limiting. For days both come to the same: a
 * day of the period is in the set if every part that names days has it. What differs is where numbered weekdays
 * count from (the month, or the year without BYMONTH), and what DTSTART fills in (rrule_iter.c).
 *
 * With BYWEEKNO a year is its weeks: from the first day of week 1, which may lie in December before, to the last
 * of week 52 or 53. So no week is cut at 1 January, neither for BYSETPOS nor for INTERVAL. */
#include "server/domain/rrule_days.h"

#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_bits.h"

struct civil {
	int32_t year, month, day;
};

static struct civil civil_of(int64_t day) {
	struct civil civil;

	wire_civil_from_days(day, &civil.year, &civil.month, &civil.day);
	return civil;
}

/* 1970-01-01 was a Thursday. */
static int32_t weekday_of(int64_t day) {
	return (int32_t)floor_mod(day + 3, 7);
}

/* §3.3.10: week 1 is the first with four days or more in the year, so it is the one that holds 4 January. */
static int64_t first_week(int32_t year, int32_t week_start) {
	int64_t fourth = wire_days_from_civil(year, 1, 4);

	return fourth - floor_mod(weekday_of(fourth) - week_start, 7);
}

static int64_t week_year_of(int64_t day, int32_t week_start) {
	int32_t year = civil_of(day).year;

	if (day >= first_week(year + 1, week_start)) {
		return year + 1;
	}
	return day >= first_week(year, week_start) ? year : year - 1;
}

int64_t rrule_chunk_of(const struct rrule_iter *iter, int64_t day) {
	struct civil civil;

	switch (iter->rule->freq) {
	case RRULE_MONTHLY:
		civil = civil_of(day);
		return (int64_t)civil.year * 12 + civil.month - 1;
	case RRULE_WEEKLY:
		return floor_div(day + 3 - iter->rule->week_start, 7);
	case RRULE_YEARLY:
		if (iter->has_weeks) {
			return week_year_of(day, iter->rule->week_start);
		}
		return civil_of(day).year;
	case RRULE_HOURLY:
	case RRULE_DAILY:
		break;
	}
	return civil_of(day).year;
}

int64_t rrule_chunk_start(const struct rrule_iter *iter, int64_t chunk) {
	switch (iter->rule->freq) {
	case RRULE_MONTHLY:
		return wire_days_from_civil((int32_t)(chunk / 12), (int32_t)(chunk % 12) + 1, 1);
	case RRULE_WEEKLY:
		return chunk * 7 - 3 + iter->rule->week_start;
	case RRULE_YEARLY:
		if (iter->has_weeks) {
			return first_week((int32_t)chunk, iter->rule->week_start);
		}
		break;
	case RRULE_HOURLY:
	case RRULE_DAILY:
		break;
	}
	return wire_days_from_civil((int32_t)chunk, 1, 1);
}

int32_t rrule_chunk_stride(const struct rrule_iter *iter) {
	/* Their interval is in days or hours, and stride_days() sees to it. */
	bool many = iter->rule->freq == RRULE_DAILY || iter->rule->freq == RRULE_HOURLY;

	return many ? 1 : iter->rule->interval;
}

static void all_days(struct rrule_iter *iter, int32_t len) {
	memset(iter->days, 0, sizeof(iter->days));
	for (int32_t word = 0; word < RRULE_WORDS && len > 0; word++, len -= 64) {
		iter->days[word] = len >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << len) - 1;
	}
}

/* BYMONTH and BYMONTHDAY, a month at a time. */
static void keep_months(struct rrule_iter *iter, int32_t len) {
	uint64_t wanted[RRULE_WORDS] = { 0 };
	struct civil civil = civil_of(iter->chunk_day);
	bool any_day = (iter->month_days_up | iter->month_days_down) == 0;

	for (int32_t at = 1 - civil.day; at < len; civil.month++) {
		if (civil.month == 13) {
			civil.month = 1;
			civil.year++;
		}
		int32_t month_len = wire_days_in_month(civil.year, civil.month);
		if (iter->months == 0 || (iter->months >> civil.month & 1) != 0) {
			uint64_t days = any_day ? ~UINT64_C(0) : iter->month_days_up >> 1;
			for (uint32_t back = iter->month_days_down; back != 0; back &= back - 1) {
				int32_t day = month_len - __builtin_ctz(back);
				days |= day >= 0 ? UINT64_C(1) << day : 0;
			}
			bits_put_run(wanted, days & ((UINT64_C(1) << month_len) - 1), at);
		}
		at += month_len;
	}
	bits_keep(iter->days, wanted);
}

/* BYYEARDAY of the year that begins at `at` in the chunk. */
static void put_year_days(const struct rrule *rule, uint64_t wanted[RRULE_WORDS], int32_t at,
	int32_t year_len, int32_t len) {
	for (int32_t n = bits_next(rule->year_days_up, 1); n > 0 && n <= year_len;
		n = bits_next(rule->year_days_up, n + 1)) {
		if (at + n - 1 >= 0 && at + n - 1 < len) {
			bits_put(wanted, at + n - 1);
		}
	}
	for (int32_t n = bits_next(rule->year_days_down, 1); n > 0 && n <= year_len;
		n = bits_next(rule->year_days_down, n + 1)) {
		if (at + year_len - n >= 0 && at + year_len - n < len) {
			bits_put(wanted, at + year_len - n);
		}
	}
}

static void keep_year_days(struct rrule_iter *iter, int32_t len) {
	uint64_t wanted[RRULE_WORDS] = { 0 };
	int32_t year = civil_of(iter->chunk_day).year;
	int32_t at = (int32_t)(wire_days_from_civil(year, 1, 1) - iter->chunk_day);

	/* The weeks of a year reach into the years beside it; each day counts in its own. */
	for (; at < len; year++) {
		int32_t year_len = wire_days_in_month(year, 2) == 29 ? 366 : 365;
		put_year_days(iter->rule, wanted, at, year_len, len);
		at += year_len;
	}
	bits_keep(iter->days, wanted);
}

static void keep_weeks(struct rrule_iter *iter, int32_t len) {
	const struct rrule *rule = iter->rule;
	uint64_t wanted[RRULE_WORDS] = { 0 };
	int32_t weeks = len / 7;

	for (int32_t week = 1; week <= weeks; week++) {
		if ((rule->weeks_up >> week & 1) != 0 ||
			(rule->weeks_down >> (weeks + 1 - week) & 1) != 0) {
			bits_put_run(wanted, 0x7f, (week - 1) * 7);
		}
	}
	bits_keep(iter->days, wanted);
}

/* Numbered weekdays of the month or year at…at+len in the chunk. */
static void put_nth(
	const struct rrule_iter *iter, uint64_t wanted[RRULE_WORDS], int32_t at, int32_t len) {
	int32_t first = weekday_of(iter->chunk_day + at),
		last = weekday_of(iter->chunk_day + at + len - 1);

	for (int32_t day = 0; day < 7; day++) {
		int32_t front = at + (day - first + 7) % 7,
			back = at + len - 1 - (last - day + 7) % 7;
		for (uint64_t up = iter->rule->nth_up[day]; up != 0; up &= up - 1) {
			int32_t found = front + (__builtin_ctzll(up) - 1) * 7;
			if (found < at + len) {
				bits_put(wanted, found);
			}
		}
		for (uint64_t down = iter->rule->nth_down[day]; down != 0; down &= down - 1) {
			int32_t found = back - (__builtin_ctzll(down) - 1) * 7;
			if (found >= at) {
				bits_put(wanted, found);
			}
		}
	}
}

/* §3.3.10, notes 1 and 2: numbers count within the month for MONTHLY, and for YEARLY with BYMONTH. */
static void put_all_nth(struct rrule_iter *iter, uint64_t wanted[RRULE_WORDS], int32_t len) {
	if (iter->rule->freq == RRULE_MONTHLY || iter->rule->months == 0) {
		put_nth(iter, wanted, 0, len);
		return;
	}
	int32_t year = (int32_t)iter->chunk;
	for (int32_t month = 1, at = 0; month <= 12; month++) {
		int32_t month_len = wire_days_in_month(year, month);
		if ((iter->rule->months >> month & 1) != 0) {
			put_nth(iter, wanted, at, month_len);
		}
		at += month_len;
	}
}

static void keep_weekdays(struct rrule_iter *iter, int32_t len) {
	uint64_t wanted[RRULE_WORDS] = { 0 };
	uint64_t week = iter->weekdays | (uint64_t)iter->weekdays << 7;
	int32_t first = weekday_of(iter->chunk_day);

	for (int32_t word = 0; word < RRULE_WORDS; word++) {
		/* 64 days are nine weeks and a day; seven bits times this number are ten weeks. */
		uint64_t turned = week >> ((first + word) % 7) & 0x7f;
		wanted[word] = turned * UINT64_C(0x8102040810204081);
	}
	if (iter->has_nth) {
		put_all_nth(iter, wanted, len);
	}
	bits_keep(iter->days, wanted);
}

static void keep_every_nth_day(struct rrule_iter *iter, int32_t len) {
	uint64_t wanted[RRULE_WORDS] = { 0 };
	int32_t interval = iter->rule->interval;
	int64_t start_day = floor_div(iter->start_s, 86400);

	for (int32_t at = (int32_t)floor_mod(start_day - iter->chunk_day, interval); at < len;
		at += interval) {
		bits_put(wanted, at);
	}
	bits_keep(iter->days, wanted);
}

void rrule_chunk_fill(struct rrule_iter *iter) {
	iter->chunk_day = rrule_chunk_start(iter, iter->chunk);
	int32_t len = (int32_t)(rrule_chunk_start(iter, iter->chunk + 1) - iter->chunk_day);

	all_days(iter, len);
	if ((iter->months | iter->month_days_up | iter->month_days_down) != 0) {
		keep_months(iter, len);
	}
	if (iter->has_year_days) {
		keep_year_days(iter, len);
	}
	if (iter->has_weeks) {
		keep_weeks(iter, len);
	}
	if (iter->weekdays != 0 || iter->has_nth) {
		keep_weekdays(iter, len);
	}
	if (iter->rule->freq == RRULE_DAILY && iter->rule->interval > 1) {
		keep_every_nth_day(iter, len);
	}
	iter->day_count = bits_count(iter->days);
}

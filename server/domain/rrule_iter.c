/* rrule_iter.c: from DTSTART through the chunks, groups and members of a rule.
 *
 *   DTSTART ─> chunk ─> group ─> member ─┬─> slot
 *                ^        ^        ^      │
 *                └────────┴────────┴──────┘  each the next one once the inner is through
 *
 * A walk day by day that tests every part, as most libraries do it, was turned down: a rule that matches one day in
 * eight years would cost 3,000 tests, and a jump of fifty years 18,000. */
#include "server/domain/rrule_iter.h"

#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_days.h"
#include "server/domain/rrule_group.h"

static void copy_parts(struct rrule_iter *iter, const struct rrule *rule) {
	iter->months = rule->months;
	iter->month_days_up = rule->month_days_up;
	iter->month_days_down = rule->month_days_down;
	iter->weekdays = rule->weekdays;
	iter->hours = rule->hours;
	iter->minutes = rule->minutes;
	iter->has_nth = rrule_has_nth(rule);
	iter->has_weeks = (rule->weeks_up | rule->weeks_down) != 0;
	iter->has_year_days = bits_any(rule->year_days_up) || bits_any(rule->year_days_down);
	iter->has_positions = bits_any(rule->positions_up) || bits_any(rule->positions_down);
}

/* What the rule does not say is as DTSTART has it. */
static void fill_in_days(struct rrule_iter *iter) {
	int32_t year, month, day;
	int64_t start_day = floor_div(iter->start_s, 86400);
	enum rrule_freq freq = iter->rule->freq;

	if ((iter->month_days_up | iter->month_days_down | iter->weekdays) != 0 || iter->has_nth ||
		iter->has_year_days) {
		return;
	}
	if (freq == RRULE_WEEKLY || iter->has_weeks) {
		iter->weekdays = UINT32_C(1) << floor_mod(start_day + 3, 7);
	} else if (freq == RRULE_MONTHLY || freq == RRULE_YEARLY) {
		wire_civil_from_days(start_day, &year, &month, &day);
		iter->month_days_up = UINT32_C(1) << day;
		if (freq == RRULE_YEARLY && iter->months == 0) {
			iter->months = UINT32_C(1) << month;
		}
	}
}

/* HOURLY: a period is an hour and its members are minutes, the same ones every hour. */
static void choose_minutes(struct rrule_iter *iter) {
	uint64_t chosen = 0;

	iter->hour_count = 1;
	iter->total = iter->minute_count;
	for (int32_t at = rrule_group_next(iter, 0); at < iter->total;
		at = rrule_group_next(iter, at + 1)) {
		chosen |= UINT64_C(1) << iter->minute_list[at];
	}
	iter->minutes = chosen;
	iter->has_positions = false;
	rrule_group_minutes(iter);
	iter->total = 0;
}

static void fill_in_times(struct rrule_iter *iter) {
	int32_t of_day_s = (int32_t)floor_mod(iter->start_s, 86400);

	iter->start_second = of_day_s % 60;
	if (iter->minutes == 0) {
		iter->minutes = UINT64_C(1) << (of_day_s / 60 % 60);
	}
	rrule_group_minutes(iter);
	if (iter->rule->freq == RRULE_HOURLY) {
		iter->hours = iter->hours == 0 ? (UINT32_C(1) << 24) - 1 : iter->hours;
		if (iter->has_positions) {
			choose_minutes(iter);
		}
		return;
	}
	if (iter->hours == 0) {
		iter->hours = UINT32_C(1) << (of_day_s / 3600);
	}
	rrule_group_hours(iter, iter->hours);
}

static int32_t common_divisor(int32_t a, int32_t b) {
	while (b != 0) {
		int32_t rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

/* DAILY with BYSETPOS past the times of a day. */
static bool position_never_comes(struct rrule_iter *iter) {
	if (iter->rule->freq != RRULE_DAILY || !iter->has_positions) {
		return false;
	}
	iter->total = iter->hour_count * iter->minute_count;
	bool never = rrule_group_next(iter, 0) == iter->total;
	iter->total = 0;
	return never;
}

/* HOURLY with BYHOUR and an interval may never meet: every 24 hours from 9:00, but only at 10:00. That would cost
 * a step for each day up to 2200. */
static bool hours_never_meet(const struct rrule_iter *iter) {
	if (iter->rule->freq != RRULE_HOURLY) {
		return false;
	}
	int32_t divisor = common_divisor(24, iter->rule->interval);
	int64_t start_hour = floor_div(iter->start_s, 3600);
	for (int32_t hour = 0; hour < 24; hour++) {
		if ((iter->hours >> hour & 1) != 0 && floor_mod(hour - start_hour, divisor) == 0) {
			return false;
		}
	}
	return true;
}

static int64_t last_second(const struct rrule *rule) {
	switch (rule->until_kind) {
	case RRULE_UNTIL_NONE:
		return RRULE_LAST_S;
	case RRULE_UNTIL_DATE:
		return rule->until_s + 86399;
	case RRULE_UNTIL_LOCAL:
		return rule->until_s;
	case RRULE_UNTIL_UTC:
		break;
	}
	/* No clock is further than a day from UTC. */
	return rule->until_s + 86400;
}

void rrule_iter_init(struct rrule_iter *iter, const struct rrule *rule, int64_t start_s) {
	memset(iter, 0, sizeof(*iter));
	iter->rule = rule;
	iter->start_s = start_s;
	iter->target_s = start_s;
	iter->stop_s = RRULE_LAST_S;
	rrule_iter_stop(iter, last_second(rule));
	iter->left = rule->count == 0 ? -1 : rule->count;
	iter->start_pending = true;
	copy_parts(iter, rule);
	fill_in_days(iter);
	fill_in_times(iter);
	iter->chunk = rrule_chunk_of(iter, floor_div(start_s, 86400));
	if (hours_never_meet(iter) || position_never_comes(iter) || iter->minute_count == 0) {
		iter->only_start = true;
	}
}

void rrule_iter_stop(struct rrule_iter *iter, int64_t local_s) {
	if (local_s < iter->stop_s) {
		iter->stop_s = local_s;
	}
}

/* Members before the target are done with, and COUNT counts them. */
static void pass_over(struct rrule_iter *iter) {
	if (iter->target_s <= (iter->chunk_day + iter->day) * 86400) {
		return; /* the usual case, for less than a rank */
	}
	int32_t at = rrule_group_rank(iter, iter->target_s);
	if (at <= iter->at) {
		return;
	}
	if (iter->left > 0) {
		int32_t passed = rrule_group_chosen(iter, iter->at, at);
		iter->left -= passed < iter->left ? passed : iter->left;
	}
	iter->at = at;
}

static void open_group(struct rrule_iter *iter) {
	rrule_group_open(iter);
	/* DTSTART was given already, and what comes before it does not count. */
	if (iter->chunk_day + iter->day <= floor_div(iter->start_s, 86400)) {
		iter->at = rrule_group_rank(iter, iter->start_s + 1);
	}
	pass_over(iter);
}

/* The next day of the chunk that has a group of its own, from `from`. Without COUNT days before the target need
 * no look. */
static bool open_day(struct rrule_iter *iter, int32_t from) {
	int64_t since_s = iter->left < 0 ? iter->target_s : iter->start_s;
	int64_t since = floor_div(since_s, 86400) - iter->chunk_day;

	if (since > from) {
		from = since > RRULE_WORDS * 64 ? RRULE_WORDS * 64 : (int32_t)since;
	}
	iter->day = bits_next(iter->days, from);
	if (iter->day < 0) {
		return false;
	}
	open_group(iter);
	return true;
}

static void open_chunk(struct rrule_iter *iter) {
	rrule_chunk_fill(iter);
	iter->in_chunk = iter->day_count > 0;
	iter->total = 0;
	iter->at = 0;
	if (!iter->in_chunk) {
		return;
	}
	if (rrule_group_is_day(iter)) {
		iter->in_chunk = open_day(iter, 0);
	} else {
		open_group(iter);
	}
}

/* On to the next group: of this chunk, or of the next one. false: past the end. */
static bool advance(struct rrule_iter *iter) {
	if (iter->in_chunk && rrule_group_is_day(iter) && open_day(iter, iter->day + 1)) {
		return true;
	}
	if (iter->visited) {
		iter->chunk += rrule_chunk_stride(iter);
	}
	iter->visited = true;
	if (rrule_chunk_start(iter, iter->chunk) > floor_div(iter->stop_s, 86400)) {
		return false;
	}
	open_chunk(iter);
	return true;
}

void rrule_iter_seek(struct rrule_iter *iter, int64_t local_s) {
	if (local_s <= iter->target_s) {
		return;
	}
	/* Past 2200 there is nothing, and the calendar functions need sane years. */
	iter->target_s = local_s > RRULE_LAST_S + 1 ? RRULE_LAST_S + 1 : local_s;
	if (iter->visited && iter->in_chunk) {
		pass_over(iter);
	}
	if (iter->left >= 0) {
		return;
	}
	int64_t chunk = rrule_chunk_of(iter, floor_div(iter->target_s, 86400));
	int64_t ahead = chunk - iter->chunk, stride = rrule_chunk_stride(iter);
	if (ahead > 0) {
		/* The last one visited that is not past the target's; a period before it holds nothing wanted. */
		iter->chunk += floor_div(ahead + stride - 1, stride) * stride;
		iter->visited = false;
		iter->in_chunk = false;
		iter->total = iter->at = 0;
	}
}

int32_t rrule_iter_counted(const struct rrule_iter *iter) {
	return iter->left < 0 ? -1 : iter->rule->count - iter->left;
}

enum rrule_verdict rrule_iter_next(
	struct rrule_iter *iter, struct rrule_budget *budget, int64_t *out) {
	while (!iter->ended) {
		enum rrule_verdict verdict = rrule_budget_take(budget);
		if (verdict != RRULE_NEXT) {
			return verdict;
		}
		if (iter->start_pending) {
			iter->start_pending = false;
			iter->left -= iter->left > 0;
			if (iter->start_s >= iter->target_s) {
				*out = iter->start_s;
				return RRULE_NEXT;
			}
			continue;
		}
		iter->at = rrule_group_next(iter, iter->at);
		if (iter->left == 0 || iter->only_start) {
			break;
		}
		if (iter->at >= iter->total) {
			if (!advance(iter)) {
				break;
			}
			continue;
		}
		int64_t slot = rrule_group_slot(iter, iter->at);
		if (slot > iter->stop_s) {
			break;
		}
		iter->at++;
		iter->left -= iter->left > 0;
		*out = slot;
		return RRULE_NEXT;
	}
	iter->ended = true;
	return RRULE_END;
}

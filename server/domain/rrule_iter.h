/* rrule_iter.h: the times of a rule, one by one, in floating local time.
 *
 * Local seconds: seconds since 1970-01-01T00:00:00 on the wall clock, as if it were UTC. No zone, no I/O, no
 * allocation; an iterator is copied by assignment, and the copy goes its own way.
 *
 *   period (a year, month, week, day or hour) ── set of days ── × times of day ── BYSETPOS ──> slots
 *
 * Work is paid in steps: a period entered or a slot given is one, and costs well under a microsecond. Rules
 * without any instance therefore end, by the year 2200 at the latest. */
#ifndef SERVER_DOMAIN_RRULE_ITER_H
#define SERVER_DOMAIN_RRULE_ITER_H

#include "server/domain/rrule.h"

/* 1900-01-01T00:00:00 and 2200-12-31T23:59:59, local. */
#define RRULE_FIRST_S INT64_C(-2208988800)
#define RRULE_LAST_S INT64_C(7289654399)

enum rrule_verdict {
	RRULE_NEXT, /* *out is the next one */
	RRULE_END, /* there are no more */
	RRULE_BUDGET, /* the slice is used up: yield, rrule_budget_refill(), call again */
	RRULE_SPENT, /* the whole budget is: rrule_too_complex */
};

enum {
	RRULE_SLICE_STEPS = 250, /* below 0.2 ms whatever the rule (bench/rrule.c shows it) */
	RRULE_BUDGET_STEPS = 100000,
};

struct rrule_budget { /* of one request, shared by all its iterators */
	int32_t slice; /* steps left until the caller must yield */
	int32_t left; /* steps left at all */
};
#define RRULE_BUDGET_FULL ((struct rrule_budget){ RRULE_SLICE_STEPS, RRULE_BUDGET_STEPS })

static inline void rrule_budget_refill(struct rrule_budget *budget) {
	budget->slice = RRULE_SLICE_STEPS;
}

/* One step, taken off the budget: RRULE_NEXT, RRULE_BUDGET or RRULE_SPENT. */
static inline enum rrule_verdict rrule_budget_take(struct rrule_budget *budget) {
	if (budget->left <= 0) {
		return RRULE_SPENT;
	}
	if (budget->slice <= 0) {
		return RRULE_BUDGET;
	}
	budget->left--;
	budget->slice--;
	return RRULE_NEXT;
}

struct rrule_iter {
	const struct rrule *rule; /* the caller's; outlives the iterator */
	int64_t start_s; /* DTSTART */
	int64_t target_s; /* slots before it are counted, not given */
	int64_t stop_s; /* the last slot that may be given */
	int32_t left; /* of COUNT; -1: no COUNT */
	bool start_pending; /* DTSTART itself is still to come */
	bool only_start; /* nothing after it can match */
	bool ended;

	/* The rule with what DTSTART fills in (RFC 5545 §3.3.10, "derived from the Start Time"). */
	uint32_t months, month_days_up, month_days_down, weekdays, hours;
	uint64_t minutes; /* HOURLY: those that BYSETPOS leaves */
	bool has_nth, has_weeks, has_year_days, has_positions;
	int32_t start_second;

	/* The chunk: a period, or for DAILY and HOURLY the year that holds many of them. */
	int64_t chunk; /* its number: a year, months since year 0, weeks since 1970 */
	bool visited; /* it was opened: the next one is a stride further */
	bool in_chunk; /* it has days, and a group is open */
	int64_t chunk_day; /* its first day, since 1970 */
	uint64_t days[RRULE_WORDS]; /* those that match, from chunk_day */
	int32_t day_count;

	/* The group whose members are numbered 0 … total - 1: the chunk, or one day of it. */
	int32_t day, day_rank; /* the day last looked at */
	int32_t at, total;
	int32_t hour_count, minute_count;
	uint8_t hour_list[24], minute_list[60];
};

/* At DTSTART, which is the first slot whether it matches the rule or not, and counts (COUNT). start_s lies
 * between the bounds above. For dates, start_s is midnight. */
void rrule_iter_init(struct rrule_iter *iter, const struct rrule *rule, int64_t start_s);

/* Passes over all slots before local_s (never back). Without COUNT the periods between are not walked; with it
 * they are counted a period at a step, in the calls of rrule_iter_next() that follow. */
void rrule_iter_seek(struct rrule_iter *iter, int64_t local_s);

/* No slots after local_s but DTSTART. UNTIL as a date or a local time is known already; as UTC it is the caller's to apply,
 * and here only a bound a day later. */
void rrule_iter_stop(struct rrule_iter *iter, int64_t local_s);

/* How many slots COUNT has counted so far, given and passed over alike; -1 without COUNT. After a seek it is right
 * once rrule_iter_next() has given a slot. */
int32_t rrule_iter_counted(const struct rrule_iter *iter);

/* The next slot, later than all before. Any verdict but RRULE_NEXT leaves *out alone; after RRULE_BUDGET the same
 * call goes on where it was. */
enum rrule_verdict rrule_iter_next(
	struct rrule_iter *iter, struct rrule_budget *budget, int64_t *out);

#endif

/* rrule_set.h: a recurrence set (RFC 5545 §3.8.5) on a clock: (DTSTART ∪ RRULE ∪ RDATE) − EXDATE as occurrences.
 *
 *   slots in local order ──> the clock ──> instants in order ──> a window's occurrences
 *   COUNT, RDATE, EXDATE     gap, overlap   UNTIL in UTC
 *
 * All pure: the clock is given by the caller (rrule_zone.h has the one of the time zone database). */
#ifndef SERVER_DOMAIN_RRULE_SET_H
#define SERVER_DOMAIN_RRULE_SET_H

#include "server/domain/rrule_iter.h"

enum { RRULE_RDATES_MAX = 256, RRULE_EXDATES_MAX = 1024 };

struct rrule_clock {
	/* The instant of a wall time. `second`: of two, the later one. In a gap, which *in_gap reports, the offset
	 * before the gap counts. NULL: a floating clock or dates; instants are local seconds. */
	int64_t (*instant)(const void *zone, int64_t local_s, bool second, bool *in_gap);
	const void *zone;
};

struct rrule_set { /* borrows what it points to */
	const struct rrule *rule; /* NULL: only dates */
	int64_t start_s; /* DTSTART, local; midnight for dates */
	bool start_second; /* DTSTART is the second of two such times */
	struct rrule_clock clock;
	int32_t duration_days; /* nominal: added on the wall clock */
	int64_t duration_s; /* exact: added after */
	/* Ascending, without doubles: rrule_dates_sort(). */
	const int64_t *rdates, *exdates,
		*exdays; /* exdays: midnights; each takes its whole day away */
	int32_t rdate_count, exdate_count, exday_count;
};

/* Sorts, drops doubles, returns how many are left. */
int32_t rrule_dates_sort(int64_t *dates, int32_t count);
/* The bounds on dates: RRULE_TOO_MANY past 256 RDATEs or 1,024 EXDATEs, RRULE_INVALID outside 1900–2200. */
bool rrule_set_check(const struct rrule_set *set, struct rrule_error *error);

struct rrule_occurrence {
	int64_t slot_s; /* local, as the rule has it: what recurrence_id and EXDATE name */
	int64_t start, end; /* instants; local seconds on a floating clock */
};

struct rrule_slot {
	int64_t slot_s, start;
	bool bounded; /* the rule alone gives it, so UNTIL applies */
	bool excluded;
	bool in_gap;
};

struct rrule_stream { /* the slots in local order, those of EXDATE among them */
	struct rrule_iter iter;
	int64_t rule_slot;
	bool has_rule_slot, rule_over;
	int32_t rdate_at, exdate_at, exday_at;
};

struct rrule_walk {
	const struct rrule_set *set;
	struct rrule_stream main, gap;
	struct rrule_slot main_head, gap_head;
	bool main_has, main_over, gap_open, gap_has, over;
	int64_t gap_end_s; /* no slot of the open gap lies past it */
	int64_t first_start; /* DTSTART's instant */
	int64_t until; /* an instant, inclusive */
	int64_t from, to; /* the window, to exclusive */
	int64_t only_slot_s; /* with `only` */
	bool only;
};

/* All occurrences of the set, which outlives the walk. A walk is copied by assignment. */
void rrule_walk_init(struct rrule_walk *walk, const struct rrule_set *set);
/* Only those that overlap from ≤ t < to (instants, or local seconds on a floating clock); one of no length counts
 * where it starts. Once, right after rrule_walk_init(). Without COUNT the cost does not grow with the distance. */
void rrule_walk_window(struct rrule_walk *walk, int64_t from, int64_t to);
/* Only the one with this slot: END at once if there is none. Once, right after rrule_walk_init(). */
void rrule_walk_slot(struct rrule_walk *walk, int64_t slot_s);
/* Only those whose slot is local_s or later. */
void rrule_walk_seek(struct rrule_walk *walk, int64_t local_s);
/* The next one: starts never go back, none comes twice. Verdicts as rrule_iter_next(). */
enum rrule_verdict rrule_walk_next(
	struct rrule_walk *walk, struct rrule_budget *budget, struct rrule_occurrence *out);

/* From the first start to the last end: what a row of the store is found by, and whether anything remains. */
struct rrule_extent {
	const struct rrule_set *set;
	struct rrule_walk walk;
	int64_t back_s; /* how far before UNTIL the end is looked for; 0: not yet */
	bool in_tail; /* and something was there */
	bool any; /* at least one occurrence; false: rrule_no_instances */
	bool endless; /* neither COUNT nor UNTIL: last_end is not set */
	int64_t first_start, last_end;
};
void rrule_extent_init(struct rrule_extent *extent, const struct rrule_set *set);
/* RRULE_END: the members are set; else RRULE_BUDGET or RRULE_SPENT. */
enum rrule_verdict rrule_extent_find(struct rrule_extent *extent, struct rrule_budget *budget);
/* Both in one, for those who need not yield: RRULE_END or RRULE_SPENT. */
enum rrule_verdict rrule_extent_whole(
	struct rrule_extent *extent, const struct rrule_set *set, struct rrule_budget *budget);

#endif

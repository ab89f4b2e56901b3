/* rrule_walk.c: slots become instants, still in order.
 *
 * A slot that the clock skips is read at the offset before the gap: 02:30 shows as 03:30, after a slot at 03:00 that
 * follows it in local order. So slots in a gap run in a stream of their own, a copy of the main one from where the
 * gap began, and the two are merged by instant. Where both give the same instant the one in the gap is suppressed;
 * COUNT counted it. The other one suppresses it even if EXDATE takes that away: else deleting an occurrence would
 * bring up another in its place.
 *
 * Sorting a day's slots in a buffer was turned down: a gap may be a whole day (Apia, 2011-12-30), and a rule
 * may have 1,440 slots in it. */
#include <string.h>

#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_stream.h"

/* No clock of the database was ever further from UTC (Manila before 1844: 15:56), and no gap longer. */
#define CLOCK_MAX_S (16 * 3600)
#define GAP_MAX_S 86400
#define FOREVER INT64_MAX

static int64_t read_clock(
	const struct rrule_clock *clock, int64_t local_s, bool second, bool *in_gap) {
	*in_gap = false;
	return clock->instant == NULL ? local_s
				      : clock->instant(clock->zone, local_s, second, in_gap);
}

/* Puts the slot on the clock. false: UNTIL leaves it out of the set. */
static bool place(const struct rrule_walk *walk, struct rrule_slot *slot) {
	const struct rrule_set *set = walk->set;
	bool second = set->start_second && slot->slot_s == set->start_s;

	slot->start = read_clock(&set->clock, slot->slot_s, second, &slot->in_gap);
	if (set->start_second && slot->slot_s > set->start_s && slot->start < walk->first_start) {
		/* DTSTART is the second of two such times; what comes after it is not before it. */
		slot->start = read_clock(&set->clock, slot->slot_s, true, &slot->in_gap);
	}
	return !slot->bounded || slot->start <= walk->until;
}

void rrule_walk_init(struct rrule_walk *walk, const struct rrule_set *set) {
	bool in_gap;

	memset(walk, 0, sizeof(*walk));
	walk->set = set;
	walk->first_start = read_clock(&set->clock, set->start_s, set->start_second, &in_gap);
	walk->until = FOREVER;
	if (set->rule != NULL && set->rule->until_kind == RRULE_UNTIL_UTC) {
		walk->until = set->rule->until_s;
	}
	walk->from = -FOREVER;
	walk->to = FOREVER;
	rrule_stream_init(&walk->main, set);
}

static int64_t clamp(int64_t local_s) {
	int64_t low = RRULE_FIRST_S - CLOCK_MAX_S, high = RRULE_LAST_S + CLOCK_MAX_S;

	return local_s < low ? low : local_s > high ? high : local_s;
}

void rrule_walk_window(struct rrule_walk *walk, int64_t from, int64_t to) {
	const struct rrule_set *set = walk->set;
	int64_t margin = set->clock.instant == NULL ? 0 : CLOCK_MAX_S;
	int64_t length = set->duration_days * INT64_C(86400) + set->duration_s;

	walk->from = from;
	walk->to = to;
	if (from >= to) {
		walk->over = true;
		return;
	}
	rrule_stream_seek(&walk->main, set, clamp(from) - length - margin);
	rrule_stream_stop(&walk->main, set, clamp(to) + margin);
}

void rrule_walk_slot(struct rrule_walk *walk, int64_t slot_s) {
	walk->only = true;
	walk->only_slot_s = slot_s;
	rrule_stream_seek(&walk->main, walk->set, slot_s);
	/* So far may the one lie that suppresses it. */
	rrule_stream_stop(&walk->main, walk->set, slot_s + GAP_MAX_S);
}

void rrule_walk_seek(struct rrule_walk *walk, int64_t local_s) {
	rrule_stream_seek(&walk->main, walk->set, local_s);
}

static enum rrule_verdict fill_main(struct rrule_walk *walk, struct rrule_budget *budget) {
	while (!walk->main_has && !walk->main_over) {
		struct rrule_slot *head = &walk->main_head;
		enum rrule_verdict verdict =
			rrule_stream_next(&walk->main, walk->set, budget, head);
		if (verdict == RRULE_END) {
			walk->main_over = true;
			break;
		}
		if (verdict != RRULE_NEXT) {
			return verdict;
		}
		/* The gap's own stream gives those. One of a later gap waits until this is through. */
		walk->main_has = place(walk, head) && !(head->in_gap && walk->gap_open &&
							      head->slot_s < walk->gap_end_s);
	}
	return RRULE_NEXT;
}

static enum rrule_verdict fill_gap(struct rrule_walk *walk, struct rrule_budget *budget) {
	if (!walk->gap_open || walk->gap_has) {
		return RRULE_NEXT;
	}
	while (!walk->gap_has) {
		struct rrule_slot *head = &walk->gap_head;
		enum rrule_verdict verdict = rrule_stream_next(&walk->gap, walk->set, budget, head);
		if (verdict == RRULE_BUDGET || verdict == RRULE_SPENT) {
			return verdict;
		}
		bool wanted = verdict == RRULE_NEXT && place(walk, head);
		if (verdict == RRULE_END || !head->in_gap || head->slot_s >= walk->gap_end_s) {
			walk->gap_open = false;
			break;
		}
		walk->gap_has = wanted;
	}
	return RRULE_NEXT;
}

static void open_gap(struct rrule_walk *walk) {
	walk->gap = walk->main;
	walk->gap_head = walk->main_head;
	walk->gap_open = walk->gap_has = true;
	walk->gap_end_s = walk->gap_head.slot_s + GAP_MAX_S;
	walk->main_has = false;
}

/* The next slot by instant. */
static enum rrule_verdict merge(
	struct rrule_walk *walk, struct rrule_budget *budget, struct rrule_slot *out) {
	for (;;) {
		enum rrule_verdict verdict = fill_main(walk, budget);
		if (verdict == RRULE_NEXT) {
			verdict = fill_gap(walk, budget);
		}
		if (verdict != RRULE_NEXT) {
			return verdict;
		}
		const struct rrule_slot *main = &walk->main_head, *gap = &walk->gap_head;
		bool alone = !walk->main_has || main->in_gap;
		if (walk->gap_has && (alone || gap->start <= main->start)) {
			walk->gap_has = false;
			if (!alone && gap->start == main->start) {
				continue; /* suppressed */
			}
			*out = *gap;
			return RRULE_NEXT;
		}
		if (!walk->main_has) {
			return RRULE_END;
		}
		if (main->in_gap) {
			open_gap(walk);
			continue;
		}
		walk->main_has = false;
		*out = *main;
		return RRULE_NEXT;
	}
}

static int64_t end_of(const struct rrule_set *set, const struct rrule_slot *slot) {
	int64_t end = slot->start;
	bool in_gap;

	if (set->duration_days != 0) {
		end = read_clock(&set->clock, slot->slot_s + set->duration_days * INT64_C(86400),
			false, &in_gap);
	}
	return end + set->duration_s;
}

static bool is_wanted(const struct rrule_walk *walk, const struct rrule_slot *slot, int64_t end) {
	if (slot->excluded || (walk->only && slot->slot_s != walk->only_slot_s)) {
		return false;
	}
	return end > walk->from || (end == slot->start && end == walk->from);
}

enum rrule_verdict rrule_walk_next(
	struct rrule_walk *walk, struct rrule_budget *budget, struct rrule_occurrence *out) {
	while (!walk->over) {
		struct rrule_slot slot = { 0 };
		enum rrule_verdict verdict = merge(walk, budget, &slot);
		if (verdict == RRULE_BUDGET || verdict == RRULE_SPENT) {
			return verdict;
		}
		if (verdict == RRULE_END || slot.start >= walk->to) {
			break;
		}
		int64_t end = end_of(walk->set, &slot);
		if (is_wanted(walk, &slot, end)) {
			walk->over = walk->only;
			*out = (struct rrule_occurrence){ slot.slot_s, slot.start, end };
			return RRULE_NEXT;
		}
	}
	walk->over = true;
	return RRULE_END;
}

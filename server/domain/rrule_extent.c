/* rrule_extent.c: the first start and the last end of a set.
 *
 * The end of a rule with COUNT is found by walking it (10,000 at most). One with UNTIL is looked at from its end,
 * ever further back until an occurrence turns up: an hourly rule that ends in 2200 has millions before. */
#include <string.h>

#include "server/domain/rrule_set.h"

#define BACK_FIRST_S (8 * INT64_C(86400))

void rrule_extent_init(struct rrule_extent *extent, const struct rrule_set *set) {
	const struct rrule *rule = set->rule;

	memset(extent, 0, sizeof(*extent));
	extent->set = set;
	extent->endless = rule != NULL && rule->count == 0 && rule->until_kind == RRULE_UNTIL_NONE;
	rrule_walk_init(&extent->walk, set);
}

/* Start over, but near the end. */
static void look_back(struct rrule_extent *extent) {
	extent->back_s = extent->back_s == 0 ? BACK_FIRST_S : extent->back_s * 8;
	extent->in_tail = false;
	rrule_walk_init(&extent->walk, extent->set);
	rrule_walk_seek(&extent->walk, extent->set->rule->until_s - extent->back_s);
}

/* true: all is known. */
static bool take(struct rrule_extent *extent, const struct rrule_occurrence *next, bool from_end) {
	if (!extent->any) {
		extent->any = true;
		extent->first_start = next->start;
		extent->last_end = next->end;
		if (from_end) {
			look_back(extent);
		}
		return extent->endless;
	}
	extent->in_tail = true;
	if (next->end > extent->last_end) {
		extent->last_end = next->end;
	}
	return false;
}

enum rrule_verdict rrule_extent_find(struct rrule_extent *extent, struct rrule_budget *budget) {
	const struct rrule *rule = extent->set->rule;
	bool from_end = rule != NULL && rule->until_kind != RRULE_UNTIL_NONE;

	for (;;) {
		struct rrule_occurrence next;
		enum rrule_verdict verdict = rrule_walk_next(&extent->walk, budget, &next);
		if (verdict == RRULE_BUDGET || verdict == RRULE_SPENT) {
			return verdict;
		}
		if (verdict == RRULE_NEXT) {
			if (take(extent, &next, from_end)) {
				return RRULE_END;
			}
			continue;
		}
		if (!extent->any || !from_end || extent->in_tail) {
			return RRULE_END;
		}
		look_back(extent);
	}
}

enum rrule_verdict rrule_extent_whole(
	struct rrule_extent *extent, const struct rrule_set *set, struct rrule_budget *budget) {
	enum rrule_verdict verdict = RRULE_END;

	rrule_extent_init(extent, set);
	while ((verdict = rrule_extent_find(extent, budget)) == RRULE_BUDGET) {
		rrule_budget_refill(budget);
	}
	return verdict;
}

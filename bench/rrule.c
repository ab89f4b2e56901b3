/* rrule.c: what a recurrence costs: ns per occurrence one after the other, ns per jump of fifty years (a walk begun,
 * its window sought, the first occurrence given), and the longest slice of RRULE_SLICE_STEPS steps in microseconds. */
#include "bench/rrule_rules.h"

#include <stdlib.h>
#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_zone.h"

enum { ROUNDS = 3 };

static void stop(const char *why, const char *text) {
	fprintf(stderr, "bench/rrule: %s: %s\n", text, why);
	exit(1);
}

/* Over and over from the start, as most series end before 20,000. */
static void walk(const struct rrule_set *set, struct measured *of) {
	int32_t count = 0, checked = 0;
	double began = now_ns();

	while (count < WALKS) {
		struct rrule_budget budget = { INT32_MAX, INT32_MAX };
		struct rrule_occurrence next;
		struct rrule_walk steps;
		rrule_walk_init(&steps, set);
		while (count < WALKS && rrule_walk_next(&steps, &budget, &next) == RRULE_NEXT) {
			if (next.slot_s != set->start_s && checked < CHECKED) {
				of->walked += next.start;
				checked++;
			}
			count++;
		}
	}
	of->ns_occurrence = (now_ns() - began) / WALKS;
}

static void jump(const struct rrule_set *set, const char *text, struct measured *of) {
	double began = now_ns();

	for (int32_t i = 0; i < JUMPS; i++) {
		int64_t from = FIFTY_YEARS_ON_S + (int64_t)i * 86400;
		struct rrule_budget budget = { INT32_MAX, INT32_MAX };
		struct rrule_occurrence next;
		struct rrule_walk steps;
		rrule_walk_init(&steps, set);
		rrule_walk_window(&steps, from, from + 3 * INT64_C(31556952));
		do {
			if (rrule_walk_next(&steps, &budget, &next) != RRULE_NEXT) {
				stop("nothing after the jump", text);
			}
		} while (next.start < from);
		of->jumped += i < CHECKED_JUMPS ? next.start : 0;
	}
	of->ns_jump = (now_ns() - began) / JUMPS;
}

static double slice_us(const struct rrule_set *set) {
	double longest = 0;

	for (int32_t round = 0; round < ROUNDS; round++) {
		struct rrule_budget budget = RRULE_BUDGET_FULL;
		struct rrule_occurrence next;
		struct rrule_walk steps;
		enum rrule_verdict verdict = RRULE_NEXT;
		double most = 0, began = now_ns();
		rrule_walk_init(&steps, set);
		while (verdict == RRULE_NEXT || verdict == RRULE_BUDGET) {
			verdict = rrule_walk_next(&steps, &budget, &next);
			if (verdict != RRULE_NEXT) {
				double took = (now_ns() - began) / 1e3;
				most = took > most ? took : most;
				rrule_budget_refill(&budget);
				began = now_ns();
			}
		}
		/* The best of three: the worst slice of the rule, not of the machine. */
		longest = round == 0 || most < longest ? most : longest;
	}
	return longest;
}

static void measure(const char *text, const struct zone *zone, int64_t start_s) {
	struct measured of = { 0 };
	struct rrule rule;
	struct rrule_error error;

	if (!rrule_parse(text, strlen(text), &rule, &error)) {
		stop(error.text, text);
	}
	struct rrule_set set = {
		.rule = &rule, .start_s = start_s, .clock = rrule_clock_of(zone), .duration_s = 3600
	};
	walk(&set, &of);
	jump(&set, text, &of);
	put_measured(text, &of, slice_us(&set));
}

int main(void) {
	const struct zone *zone = zone_find(RULES_ZONE, NULL);
	struct wire_time start;

	if (zone == NULL || !wire_time_parse(RULES_START, strlen(RULES_START), &start)) {
		stop("no time zone database", RULES_ZONE);
	}
	for (int32_t i = 0; i < RULES; i++) {
		measure(rule_texts[i], zone, start.unix_s);
	}
	return 0;
}

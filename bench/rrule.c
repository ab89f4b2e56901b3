/* rrule.c: what a recurrence costs: ns per occurrence one after the other, ns per jump of fifty years (a walk begun,
 * its window sought, the first occurrence given), and the longest slice of RRULE_SLICE_STEPS steps in microseconds.
 * All in America/New_York. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_zone.h"

enum { WALKS = 20000, JUMPS = 5000, ROUNDS = 3 };
#define FIFTY_YEARS_S (INT64_C(50) * 31556952)

static double now_ns(void) {
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void stop(const char *why, const char *text) {
	fprintf(stderr, "bench/rrule: %s: %s\n", text, why);
	exit(1);
}

/* Over and over from the start, as most series end before 20,000. */
static double walk_ns(const struct rrule_set *set) {
	int32_t count = 0;
	double began = now_ns();

	while (count < WALKS) {
		struct rrule_budget budget = { INT32_MAX, INT32_MAX };
		struct rrule_occurrence next;
		struct rrule_walk walk;
		rrule_walk_init(&walk, set);
		while (count < WALKS && rrule_walk_next(&walk, &budget, &next) == RRULE_NEXT) {
			count++;
		}
	}
	return (now_ns() - began) / WALKS;
}

static double jump_ns(const struct rrule_set *set, const char *text) {
	int64_t from = set->start_s + FIFTY_YEARS_S;
	double began = now_ns();

	for (int32_t i = 0; i < JUMPS; i++) {
		struct rrule_budget budget = { INT32_MAX, INT32_MAX };
		struct rrule_occurrence next;
		struct rrule_walk walk;
		rrule_walk_init(&walk, set);
		rrule_walk_window(&walk, from + i * 86400, from + i * 86400 + 3 * 31556952);
		if (rrule_walk_next(&walk, &budget, &next) != RRULE_NEXT) {
			stop("nothing after the jump", text);
		}
	}
	return (now_ns() - began) / JUMPS;
}

static double slice_us(const struct rrule_set *set) {
	double longest = 0;

	for (int32_t round = 0; round < ROUNDS; round++) {
		struct rrule_budget budget = RRULE_BUDGET_FULL;
		struct rrule_occurrence next;
		struct rrule_walk walk;
		enum rrule_verdict verdict = RRULE_NEXT;
		double most = 0, began = now_ns();
		rrule_walk_init(&walk, set);
		while (verdict == RRULE_NEXT || verdict == RRULE_BUDGET) {
			verdict = rrule_walk_next(&walk, &budget, &next);
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

int main(void) {
	static const char *const texts[] = { "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10000", "FREQ=MONTHLY;BYDAY=2TU",
		"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY",
		"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=HOURLY;INTERVAL=3",
		"FREQ=DAILY;BYHOUR=9,10,11,12;BYMINUTE=0,20,40",
		"FREQ=YEARLY;BYYEARDAY=1,100,200,-1;BYMONTHDAY=1,10,19,31;BYDAY=MO,TU,1WE,-1FR",
		"FREQ=MONTHLY;COUNT=10000;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1" };
	const struct zone *zone = zone_find("America/New_York", NULL);
	struct wire_time start;

	if (zone == NULL || !wire_time_parse("2001-01-01T09:00:00", 19, &start)) {
		stop("no time zone database", "America/New_York");
	}
	printf("%-80s %12s %12s %12s\n", "rule", "ns/instance", "ns/jump", "us/slice");
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct rrule rule;
		struct rrule_error error;
		if (!rrule_parse(texts[i], strlen(texts[i]), &rule, &error)) {
			stop(error.text, texts[i]);
		}
		struct rrule_set set = { .rule = &rule,
			.start_s = start.unix_s,
			.clock = rrule_clock_of(zone),
			.duration_s = 3600 };
		printf("%-80s %12.1f %12.1f %12.1f\n", texts[i], walk_ns(&set),
			jump_ns(&set, texts[i]), slice_us(&set));
	}
	return 0;
}

/* rrule_rules.h: what the expander and its peers are asked, and how they answer: a line a rule,
 *
 *   rule  ns_occurrence  ns_jump  walked  jumped  more
 *
 * between tabs. An occurrence is an instant: the zone is part of the work. walked: the sum of the first CHECKED
 * instants after the start (whether the start itself counts, RFC 5545 leaves open); jumped: the first instants,
 * of the first CHECKED_JUMPS jumps. Peers whose sums differ did other work. Cost is CPU time of the process. */
#ifndef BENCH_RRULE_RULES_H
#define BENCH_RRULE_RULES_H

#include <stdint.h>
#include <stdio.h>
#include <time.h>

enum { WALKS = 20000, JUMPS = 500, CHECKED = 90, CHECKED_JUMPS = 1 };

#define RULES_ZONE "America/New_York"
#define RULES_START "2001-01-01T09:00:00"
#define FIFTY_YEARS_ON_S INT64_C(2556205200) /* 2051-01-01T17:00:00Z */

static const char *const rule_texts[] = { "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
	"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10000", "FREQ=MONTHLY;BYDAY=2TU",
	"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY",
	"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=HOURLY;INTERVAL=3",
	"FREQ=DAILY;BYHOUR=9,10,11,12;BYMINUTE=0,20,40",
	"FREQ=YEARLY;BYYEARDAY=1,100,200,-1;BYMONTHDAY=1,10,19,31;BYDAY=MO,TU,1WE,-1FR",
	"FREQ=MONTHLY;COUNT=10000;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1" };

enum { RULES = sizeof(rule_texts) / sizeof(*rule_texts) };

/* What one rule cost, and what was found. */
struct measured {
	double ns_occurrence, ns_jump;
	int64_t walked, jumped;
};

static inline double now_ns(void) {
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static inline void put_measured(const char *text, const struct measured *of, double more) {
	printf("%s\t%.1f\t%.1f\t%lld\t%lld\t%.1f\n", text, of->ns_occurrence, of->ns_jump,
		(long long)of->walked, (long long)of->jumped, more);
}

#endif

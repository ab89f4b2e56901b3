/* rrule_libical.c: the same work by libical's iterator. A jump is icalrecur_iterator_set_start(); where it refuses
 * (a rule with COUNT) the iterator walks. */
#include <libical/ical.h>
#include <stdlib.h>

#include "bench/rrule_rules.h"

enum { SLOW_JUMPS = 5 };

static int64_t instant(struct icaltimetype at, icaltimezone *zone) {
	return icaltime_as_timet_with_zone(at, zone);
}

static void walk(struct icalrecurrencetype rule, struct icaltimetype start, icaltimezone *zone,
	struct measured *of) {
	int32_t count = 0, checked = 0;
	double began = now_ns();

	while (count < WALKS) {
		icalrecur_iterator *steps = icalrecur_iterator_new(rule, start);
		struct icaltimetype next;
		int32_t before = count;
		if (steps == NULL) {
			return; /* a rule that it does not take: the sums tell */
		}
		while (count < WALKS &&
			!icaltime_is_null_time(next = icalrecur_iterator_next(steps))) {
			int64_t at_s = instant(next, zone);
			if (icaltime_compare(next, start) != 0 && checked < CHECKED) {
				of->walked += at_s;
				checked++;
			}
			count++;
		}
		icalrecur_iterator_free(steps);
		if (count == before) {
			return;
		}
	}
	of->ns_occurrence = (now_ns() - began) / WALKS;
}

/* The first instant at or after `from`, or 0. */
static int64_t first_after(struct icalrecurrencetype rule, struct icaltimetype start,
	icaltimezone *zone, int64_t from_s, int *was_set) {
	icalrecur_iterator *steps = icalrecur_iterator_new(rule, start);
	struct icaltimetype from = icaltime_from_timet_with_zone(from_s, 0, zone), next;
	int64_t at_s = 0;

	if (steps == NULL) {
		return 0;
	}
	from.zone = start.zone;
	*was_set = rule.count == 0 && icalrecur_iterator_set_start(steps, from);
	do {
		next = icalrecur_iterator_next(steps);
		at_s = icaltime_is_null_time(next) ? 0 : instant(next, zone);
	} while (at_s != 0 && at_s < from_s);
	icalrecur_iterator_free(steps);
	return at_s;
}

static void jump(struct icalrecurrencetype rule, struct icaltimetype start, icaltimezone *zone,
	struct measured *of) {
	int32_t count = 0, wanted = JUMPS;
	double began = now_ns();

	for (; count < wanted; count++) {
		int was_set = 0;
		int64_t at_s = first_after(
			rule, start, zone, FIFTY_YEARS_ON_S + (int64_t)count * 86400, &was_set);
		of->jumped += count < CHECKED_JUMPS ? at_s : 0;
		wanted = was_set ? JUMPS : SLOW_JUMPS;
	}
	of->ns_jump = (now_ns() - began) / count;
}

int main(void) {
	icaltimezone *zone = icaltimezone_get_builtin_timezone(RULES_ZONE);
	struct icaltimetype start = icaltime_from_string("20010101T090000");

	if (zone == NULL) {
		fprintf(stderr, "bench/rrule_libical: no zone %s\n", RULES_ZONE);
		return 1;
	}
	for (int32_t i = 0; i < RULES; i++) {
		struct measured of = { 0 };
		struct icalrecurrencetype rule = icalrecurrencetype_from_string(rule_texts[i]);
		walk(rule, start, zone, &of);
		jump(rule, start, zone, &of);
		put_measured(rule_texts[i], &of, 0);
	}
	return 0;
}

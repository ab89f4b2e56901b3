/* zone_rule.h: the footer of a TZif file: POSIX's TZ string, for the years past the table.
 *
 *   CET-1CEST,M3.5.0,M10.5.0/3        <+0330>-3:30        <-02>2<-01>,M3.5.0/-1,M10.5.0/0
 *   name, hours WEST of Greenwich, summer's name, when it begins, when it ends */
#ifndef SERVER_DOMAIN_ZONE_RULE_H
#define SERVER_DOMAIN_ZONE_RULE_H

#include <stddef.h>

#include "server/domain/zone.h"

enum { ZONE_RULE_NAME_MAX = 15 };

enum zone_day_kind {
	ZONE_DAY_NO_LEAP, /* Jn: 1–365, 29 February is never counted */
	ZONE_DAY_OF_YEAR, /* n: 0–365 */
	ZONE_DAY_OF_WEEK, /* Mm.w.d: day d (0 Sunday) of week w (5: the last) of month m */
};

struct zone_day {
	enum zone_day_kind kind;
	int32_t month, week, day;
	int32_t time_s; /* after 00:00 of that day, on the clock before the change; −167 to 167 hours */
};

struct zone_clock {
	char name[ZONE_RULE_NAME_MAX + 1];
	int32_t offset_s; /* east, other than in the text */
};

struct zone_rule {
	struct zone_clock standard, summer;
	bool has_summer;
	struct zone_day begins, ends; /* of summer */
};

/* NULL, or static text that says what is wrong. is_extended: TZif version 3 and later let a change happen from −167
 * to 167 hours after midnight, POSIX and version 2 from 0 to 24. */
const char *zone_rule_read(struct zone_rule *rule, const char *text, size_t len, bool is_extended);

struct zone_event {
	int64_t utc_s;
	bool to_summer;
};

/* The changes of these years in order of time, two a year; `events` has room for them. Returns their number, 0 for
 * a rule without summer. */
size_t zone_rule_events(const struct zone_rule *rule, int32_t first_year, int32_t last_year,
	struct zone_event *events);

#endif

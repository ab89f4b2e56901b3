/* ics_vtimezone.c: a zone as a VTIMEZONE (RFC 5545 §3.6.5).
 *
 *   ── single changes, as RDATEs ──┬── each year the same ones, as rules without an end ──>
 *                                  └── where no rule of iCalendar fits: RDATEs to 2200
 *
 * The rules are not read from the zone's own footer but found in the changes it leads to: what RFC 5545 can say of
 * a day ("the second Sunday", "the Friday from the 23rd to the 29th") is another language than POSIX's, in which
 * a change may happen at minus one hour or after 24 o'clock of another day. */
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/ics_time.h"
#include "server/domain/ics_zone.h"
#include "server/domain/zone_data.h"

enum { DAY_S = 86400, SAMPLE_FIRST = 2100, SAMPLE_LAST = 2199 };

struct onset {
	int64_t utc_s, local_s; /* local by the offset before, as DTSTART has it */
	int32_t year, month, day, weekday; /* of local_s; 0 Monday */
	struct zone_offset before, after;
	bool told; /* a rule or an earlier list has it */
};

struct onsets {
	struct onset *list;
	size_t count, room;
	bool failed;
};

static int32_t weekday_of(int64_t local_s) {
	int64_t days = (local_s - ((local_s % DAY_S + DAY_S) % DAY_S)) / DAY_S;
	return (int32_t)(((days + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

static struct onset onset_of(const struct zone_change *change) {
	struct onset onset = { .utc_s = change->utc_s,
		.local_s = change->utc_s + change->before.offset_s,
		.before = change->before,
		.after = change->after };
	struct wire_time at = wire_time_at(onset.local_s, 0);

	onset.year = at.year;
	onset.month = at.month;
	onset.day = at.day;
	onset.weekday = weekday_of(onset.local_s);
	return onset;
}

static void add(struct onsets *onsets, const struct zone_change *change) {
	if (onsets->count == onsets->room) {
		size_t room = onsets->room == 0 ? 512 : onsets->room * 2;
		struct onset *list = realloc(onsets->list, room * sizeof(*list));
		onsets->failed |= list == NULL;
		if (list == NULL) {
			return;
		}
		onsets->list = list;
		onsets->room = room;
	}
	onsets->list[onsets->count++] = onset_of(change);
}

/* The change whose clock holds at from_s, and all later ones. */
static void collect(struct onsets *onsets, const struct zone *zone, int64_t from_s) {
	struct zone_change change;

	if (zone_previous_change(zone, from_s + 1, &change)) {
		add(onsets, &change);
	}
	while (zone_next_change(zone, from_s, &change) && !onsets->failed) {
		add(onsets, &change);
		from_s = change.utc_s;
	}
}

static bool is_same_class(const struct onset *one, const struct onset *other) {
	return zone_offset_is_same(&one->before, &other->before) &&
	       zone_offset_is_same(&one->after, &other->after);
}

/* ---- rules ------------------------------------------------------------------------------------------------ */

struct rule {
	int32_t month, weekday, first,
		last; /* the weekday from the first to the last of these days */
	int64_t time_s; /* of the day */
};

static int64_t time_of_day(int64_t local_s) {
	return (local_s % DAY_S + DAY_S) % DAY_S;
}

/* What the changes of a class have in common over a hundred years; false: they keep no rule. */
static bool find_rule(const struct onsets *onsets, const struct onset *class, struct rule *rule) {
	int32_t years = 0;

	*rule = (struct rule){ class->month, class->weekday, 31, 1, time_of_day(class->local_s) };
	for (size_t i = 0; i < onsets->count; i++) {
		const struct onset *onset = &onsets->list[i];
		if (onset->year < SAMPLE_FIRST || onset->year > SAMPLE_LAST ||
			!is_same_class(onset, class)) {
			continue;
		}
		if (years == 0) {
			rule->month = onset->month;
			rule->weekday = onset->weekday;
			rule->time_s = time_of_day(onset->local_s);
		}
		if (onset->month != rule->month || onset->weekday != rule->weekday ||
			time_of_day(onset->local_s) != rule->time_s) {
			return false;
		}
		rule->first = onset->day < rule->first ? onset->day : rule->first;
		rule->last = onset->day > rule->last ? onset->day : rule->last;
		years++;
	}
	return years == SAMPLE_LAST - SAMPLE_FIRST + 1 && rule->last - rule->first == 6;
}

static bool keeps_rule(const struct rule *rule, const struct onset *onset) {
	return onset->month == rule->month && onset->weekday == rule->weekday &&
	       onset->day >= rule->first && onset->day <= rule->last &&
	       time_of_day(onset->local_s) == rule->time_s;
}

/* The first of an unbroken row of years in which the rule holds. */
static size_t rule_start(
	const struct onsets *onsets, const struct onset *class, const struct rule *rule) {
	size_t start = onsets->count;
	int32_t year = 0;

	for (size_t i = onsets->count; i-- > 0;) {
		const struct onset *onset = &onsets->list[i];
		if (!is_same_class(onset, class)) {
			continue;
		}
		if (!keeps_rule(rule, onset) || (year != 0 && onset->year != year - 1)) {
			break;
		}
		year = onset->year;
		start = i;
	}
	return start;
}

static void put_rule(struct ics_writer *writer, const struct rule *rule) {
	static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	int32_t month_days = wire_days_in_month(2101, rule->month);

	wire_put_format(&text, "FREQ=YEARLY;BYMONTH=%d;BYDAY=", rule->month);
	if (rule->first % 7 == 1) {
		wire_put_format(&text, "%d%s", rule->first / 7 + 1, days[rule->weekday]);
	} else if (rule->last == month_days && rule->month != 2) {
		wire_put_format(&text, "-1%s", days[rule->weekday]);
	} else {
		wire_put_format(&text, "%s;BYMONTHDAY=", days[rule->weekday]);
		for (int32_t day = rule->first; day <= rule->last; day++) {
			wire_put_format(&text, "%s%d", day == rule->first ? "" : ",", day);
		}
	}
	writer->out->failed |= text.failed;
	ics_put(writer, "RRULE", text.failed ? "" : text.bytes);
	wire_buffer_finish(&text);
}

/* ---- observances ------------------------------------------------------------------------------------------ */

static void put_head(struct ics_writer *writer, const struct onset *onset) {
	char time[ICS_TIME_ROOM], offset[ICS_OFFSET_ROOM];

	ics_put(writer, "BEGIN", onset->after.is_dst ? "DAYLIGHT" : "STANDARD");
	ics_local_print(onset->local_s, time);
	ics_put(writer, "DTSTART", time);
	ics_offset_print(onset->before.offset_s, offset);
	ics_put(writer, "TZOFFSETFROM", offset);
	ics_offset_print(onset->after.offset_s, offset);
	ics_put(writer, "TZOFFSETTO", offset);
	ics_put_text(writer, "TZNAME", onset->after.abbreviation);
}

static void put_tail(struct ics_writer *writer, const struct onset *onset) {
	ics_put(writer, "END", onset->after.is_dst ? "DAYLIGHT" : "STANDARD");
}

/* The class of the onset at `first` up to `end`: its other dates as RDATEs. */
static void put_dates(struct ics_writer *writer, struct onsets *onsets, size_t first, size_t end) {
	const struct onset *class = &onsets->list[first];
	char time[ICS_TIME_ROOM];

	put_head(writer, class);
	for (size_t i = first; i < end; i++) {
		struct onset *onset = &onsets->list[i];
		if (onset->told || !is_same_class(onset, class)) {
			continue;
		}
		onset->told = true;
		if (i != first) {
			ics_local_print(onset->local_s, time);
			ics_put(writer, "RDATE", time);
		}
	}
	put_tail(writer, class);
}

static void put_class(struct ics_writer *writer, struct onsets *onsets, size_t first) {
	const struct onset class = onsets->list[first];
	struct rule rule;
	size_t start = onsets->count;

	if (find_rule(onsets, &class, &rule)) {
		start = rule_start(onsets, &class, &rule);
	}
	if (first < start) {
		put_dates(writer, onsets, first, start);
	}
	if (start == onsets->count) {
		return;
	}
	put_head(writer, &onsets->list[start]);
	put_rule(writer, &rule);
	put_tail(writer, &class);
	for (size_t i = start; i < onsets->count; i++) {
		onsets->list[i].told |= is_same_class(&onsets->list[i], &class);
	}
}

/* A clock that never changed, or not since before the first of its years. */
static void put_always(struct ics_writer *writer, const struct zone *zone, int64_t from_s) {
	struct zone_offset is = zone_at(zone, from_s);
	struct onset onset = { .local_s = ZONE_FIRST_S + 2 * DAY_S, .before = is, .after = is };

	put_head(writer, &onset);
	put_tail(writer, &onset);
}

void ics_put_zone(struct ics_writer *writer, const struct zone *zone, int64_t from_s) {
	struct onsets onsets = { .count = 0 };
	struct zone_change change;

	ics_put(writer, "BEGIN", "VTIMEZONE");
	ics_put_text(writer, "TZID", zone_name(zone));
	collect(&onsets, zone, from_s);
	if (!zone_previous_change(zone, from_s + 1, &change)) {
		put_always(writer, zone, from_s);
	}
	for (size_t i = 0; i < onsets.count; i++) {
		if (!onsets.list[i].told) {
			put_class(writer, &onsets, i);
		}
	}
	ics_put(writer, "END", "VTIMEZONE");
	writer->out->failed |= onsets.failed;
	free(onsets.list);
}

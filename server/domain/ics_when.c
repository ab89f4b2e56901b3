/* ics_when.c: when a VEVENT is and how it repeats, with what real files write and the RFC does not want:
 * an UNTIL of another type than DTSTART, EXDATEs in another zone, a DTEND on the day of DTSTART. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "server/domain/ics_event.h"
#include "server/domain/occurrence.h"
#include "server/domain/rrule.h"

enum { DAY_S = 86400 };

/* One value of a line. `name` is for the fault. */
static bool read_value(struct ics_fault *fault, const struct ics_line *line, const char *text,
	size_t len, struct ics_zones *zones, struct ics_time *out) {
	char tzid[ICS_TZID_ROOM], fold[4];

	if (!ics_time_read(text, len, out)) {
		ics_fail(fault, "format", "%.*s in line %u: no time from 1900 to 2200",
			(int)line->name_len, line->text, line->number);
		return false;
	}
	if (out->kind != ICS_FLOATING || ics_line_param(line, "TZID", tzid, sizeof(tzid)) <= 0) {
		return true;
	}
	out->zone = ics_zones_find(zones, tzid);
	out->kind = ICS_ZONED;
	out->second =
		ics_line_param(line, "X-LIBAPI-FOLD", fold, sizeof(fold)) == 1 && *fold == '1';
	if (out->zone == NULL) {
		ics_fail(fault, "unknown_time_zone",
			"TZID=%.100s in line %u: no such time zone, and no VTIMEZONE that tells",
			tzid, line->number);
	}
	return out->zone != NULL;
}

static bool read_line(struct ics_fault *fault, const struct ics_line *line, struct ics_zones *zones,
	struct ics_time *out) {
	return read_value(fault, line, ics_line_value(line), ics_line_value_len(line), zones, out);
}

/* ---- start and end ---------------------------------------------------------------------------------------- */

static int64_t end_after(const struct ics_time *start, const struct ics_duration *duration) {
	struct ics_time end = *start;

	end.local_s += duration->days * DAY_S;
	if (start->kind == ICS_DATE) {
		return end.local_s + duration->seconds / DAY_S * DAY_S;
	}
	end.second = start->second && duration->days == 0;
	return ics_time_instant(&end) + duration->seconds;
}

static int64_t end_at(const struct ics_time *start, const struct ics_time *end) {
	struct ics_time same = *start;

	if (start->kind != ICS_DATE && start->kind != ICS_FLOATING && end->kind >= ICS_UTC) {
		return ics_time_instant(end);
	}
	same.local_s = ics_time_local_as(end, start);
	same.second = false;
	return ics_time_instant(&same);
}

static bool read_end(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones) {
	const struct ics_line *last = ics_find(lines, "DTEND"),
			      *length = ics_find(lines, "DURATION");
	struct ics_duration duration = { event->start.kind == ICS_DATE, 0 };
	struct ics_time end;

	if (last != NULL) {
		if (!read_line(&event->fault, last, zones, &end)) {
			return false;
		}
		event->end_s = end_at(&event->start, &end);
		if (event->start.kind != ICS_DATE || event->end_s != event->start.local_s) {
			return true;
		}
	} else if (length != NULL && !ics_duration_read(ics_line_value(length),
					     ics_line_value_len(length), &duration)) {
		ics_fail(&event->fault, "format",
			"DURATION in line %u: no duration of at most 400 days", length->number);
		return false;
	}
	event->end_s = end_after(&event->start, &duration);
	return true;
}

static void put_date(struct ics_event *event, const char *member, int64_t local_s) {
	char text[OCCURRENCE_TIME_ROOM];

	date_print(local_s, text);
	ics_put_member(event, member);
	ics_put_json(&event->members, text);
}

/* Instants with a Z: the zone's own rules find the wall time. */
static void put_time(struct ics_event *event, const char *member, int64_t at_s, bool floating) {
	char text[OCCURRENCE_TIME_ROOM];
	size_t len = wall_print(at_s, text);

	ics_put_member(event, member);
	wire_put_char(&event->members, '"');
	wire_put(&event->members, text, len);
	wire_put_str(&event->members, floating ? "\"" : "Z\"");
}

static void put_when(struct ics_event *event) {
	const struct ics_time *start = &event->start;
	bool floating = start->kind == ICS_FLOATING;

	if (start->kind == ICS_DATE) {
		put_date(event, "start_date", start->local_s);
		put_date(event, "end_date", event->end_s);
		return;
	}
	put_time(event, "start_time", ics_time_instant(start), floating);
	put_time(event, "end_time", event->end_s, floating);
	ics_put_member(event, floating ? "floating" : "time_zone");
	if (floating) {
		wire_put_str(&event->members, "true");
	} else {
		ics_put_json(
			&event->members, start->kind == ICS_UTC ? "UTC" : zone_name(start->zone));
	}
}

static bool read_slot(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones) {
	const struct ics_line *line = ics_find(lines, "RECURRENCE-ID");
	char range[20];

	if (line == NULL) {
		return true;
	}
	event->is_exception = true;
	if (ics_line_param(line, "RANGE", range, sizeof(range)) > 0) {
		ics_fail(&event->fault, "range_unsupported",
			"RANGE=%s in line %u is not supported: split the series, or list each "
			"occurrence",
			range, line->number);
		return false;
	}
	return read_line(&event->fault, line, zones, &event->slot);
}

void ics_read_when(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones) {
	const struct ics_line *line = ics_find(lines, "DTSTART");

	if (line == NULL) {
		ics_fail(&event->fault, "required", "DTSTART is missing");
		return;
	}
	if (read_line(&event->fault, line, zones, &event->start) && read_end(event, lines, zones) &&
		read_slot(event, lines, zones)) {
		put_when(event);
	}
}

/* ---- how it repeats --------------------------------------------------------------------------------------- */

static void put_slot(struct wire_buffer *out, int64_t local_s, bool is_all_day) {
	char text[SLOT_ROOM];

	slot_print(local_s, is_all_day, text);
	wire_put_str(out, out->len > 0 ? "," : "");
	wire_put_str(out, text);
}

/* RFC 5545 §3.3.10 wants UNTIL in the type of DTSTART; what came in another one means the same moment, and a date
 * all of its day. */
static void fit_until(struct rrule *rule, const struct ics_time *start) {
	struct ics_time until = { .local_s = rule->until_s, .zone = start->zone };

	if (rule->until_kind == RRULE_UNTIL_NONE) {
		return;
	}
	if (start->kind == ICS_DATE) {
		rule->until_s -= (rule->until_s % DAY_S + DAY_S) % DAY_S;
		rule->until_kind = RRULE_UNTIL_DATE;
		return;
	}
	if (rule->until_kind == RRULE_UNTIL_DATE) {
		until.local_s += DAY_S - 1;
	}
	if (start->kind == ICS_FLOATING) {
		rule->until_kind = RRULE_UNTIL_LOCAL;
		rule->until_s = until.local_s;
		return;
	}
	until.kind = rule->until_kind == RRULE_UNTIL_UTC ? ICS_UTC : start->kind;
	rule->until_s = ics_time_instant(&until);
	rule->until_kind = RRULE_UNTIL_UTC;
}

static void read_rule(struct ics_event *event, const struct ics_line *line) {
	struct rrule_error error;
	struct rrule rule;
	char text[RRULE_TEXT_MAX + 1];

	if (event->rrule.len > 0) {
		ics_fail(&event->fault, "rrule_unsupported",
			"line %u is a second RRULE; an event has one", line->number);
		return;
	}
	if (!rrule_parse(ics_line_value(line), ics_line_value_len(line), &rule, &error)) {
		ics_fail(&event->fault, rrule_code_name(error.code), "RRULE in line %u: %s",
			line->number, error.text);
		return;
	}
	fit_until(&rule, &event->start);
	if (rrule_print(&rule, text) == 0) {
		ics_fail(&event->fault, "rrule_too_many", "RRULE in line %u is too long",
			line->number);
		return;
	}
	wire_put_str(&event->rrule, text);
}

/* An EXDATE that is a date takes the occurrence of that day (§3.8.5.1 wants the type of DTSTART). */
static int64_t slot_of(const struct ics_time *time, const struct ics_time *start) {
	int64_t time_of_day = (start->local_s % DAY_S + DAY_S) % DAY_S;

	if (time->kind == ICS_DATE && start->kind != ICS_DATE) {
		return time->local_s + time_of_day;
	}
	return ics_time_local_as(time, start);
}

static void read_dates(struct ics_event *event, const struct ics_line *line,
	struct ics_zones *zones, struct wire_buffer *out) {
	const char *at = ics_line_value(line);
	size_t left = ics_line_value_len(line);
	struct ics_time time;

	while (left > 0) {
		size_t len = ics_item_len(at, left);
		if (memchr(at, '/', len) != NULL) {
			ics_fail(&event->fault, "rrule_unsupported",
				"line %u: an RDATE with a length of its own is not supported",
				line->number);
			return;
		}
		if (!read_value(&event->fault, line, at, len, zones, &time)) {
			return;
		}
		put_slot(out, slot_of(&time, &event->start), event->start.kind == ICS_DATE);
		len += len < left;
		at += len;
		left -= len;
	}
}

/* Where a floating start repeats, BYDAY and the rest are read by series_plan.h, which also says what is wrong. */
void ics_read_recurrence(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones) {
	for (size_t i = 0; i < lines->count && event->fault.code == NULL; i++) {
		const struct ics_line *line = &lines->at[i];
		if (ics_line_is(line, "BEGIN")) {
			i += ics_part_count(lines, i) - 1;
		} else if (ics_line_is(line, "RRULE")) {
			read_rule(event, line);
		} else if (ics_line_is(line, "RDATE")) {
			read_dates(event, line, zones, &event->rdates);
		} else if (ics_line_is(line, "EXDATE")) {
			read_dates(event, line, zones, &event->exdates);
		}
	}
	if (event->fault.code == NULL && event->is_exception &&
		(event->rrule.len > 0 || event->rdates.len > 0)) {
		ics_fail(&event->fault, "rrule_unsupported",
			"an occurrence with RECURRENCE-ID cannot repeat by itself");
	}
}

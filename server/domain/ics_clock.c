/* ics_clock.c: the zone behind a VTIMEZONE whose name says nothing.
 *
 *   STANDARD, DAYLIGHT ─> onsets of some years, in order ─> the zone that changes at each, and at no other time
 *
 * A file describes only the years it needs, so what is compared begins with its first onset, and old rules that
 * nobody's events live by any more are left out. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/ics_time.h"
#include "server/domain/ics_zone.h"
#include "server/domain/occurrence.h"
#include "server/domain/rrule_set.h"

enum { ONSETS_MAX = 128, STEPS_MAX = 20000 };
#define FROM_S INT64_C(1577836800) /* 2020-01-01 */
#define TO_S INT64_C(1893456000) /* 2030-01-01 */

struct onset {
	int64_t utc_s;
	int32_t before_s, after_s;
};

struct clock_text { /* one STANDARD or DAYLIGHT */
	int64_t start_s; /* local, by the offset before */
	int32_t before_s, after_s;
	bool has_start, has_before, has_after, has_rule;
	struct rrule rule;
};

struct onsets {
	struct onset list[ONSETS_MAX];
	size_t count;
	bool has_old; /* the first is the last one before the years that count */
	bool fault;
};

/* Of those before the years that count only the last one says what holds at their beginning. */
static void add_old(struct onsets *onsets, const struct onset *onset) {
	if (!onsets->has_old) {
		memmove(onsets->list + 1, onsets->list, onsets->count++ * sizeof(*onsets->list));
	} else if (onsets->list[0].utc_s > onset->utc_s) {
		return;
	}
	onsets->has_old = true;
	onsets->list[0] = *onset;
}

static void add_onset(struct onsets *onsets, const struct clock_text *text, int64_t local_s) {
	const struct onset onset = { local_s - text->before_s, text->before_s, text->after_s };

	if (onset.utc_s >= TO_S) {
		return;
	}
	if (onsets->count == ONSETS_MAX) {
		onsets->fault = true;
	} else if (onset.utc_s <= FROM_S) {
		add_old(onsets, &onset);
	} else {
		onsets->list[onsets->count++] = onset;
	}
}

/* Outlook's rules begin in 1601, before what any other date here may be: their day of the year counts. */
static bool read_start(struct clock_text *text, const struct ics_line *line) {
	char value[16] = { 0 };
	struct ics_time time;

	if (ics_line_value_len(line) != 15) {
		return false;
	}
	memcpy(value, ics_line_value(line), 15);
	if (memcmp(value, "1970", 4) < 0) {
		memcpy(value, "1970", 4);
	}
	if (!ics_time_read(value, 15, &time)) {
		return false;
	}
	text->start_s = time.local_s;
	return true;
}

static void read_line(struct clock_text *text, const struct ics_line *line) {
	const char *value = ics_line_value(line);
	size_t len = ics_line_value_len(line);
	struct rrule_error error;

	if (ics_line_is(line, "DTSTART")) {
		text->has_start = read_start(text, line);
	} else if (ics_line_is(line, "TZOFFSETFROM")) {
		text->has_before = ics_offset_read(value, len, &text->before_s);
	} else if (ics_line_is(line, "TZOFFSETTO")) {
		text->has_after = ics_offset_read(value, len, &text->after_s);
	} else if (ics_line_is(line, "RRULE")) {
		text->has_rule = rrule_parse(value, len, &text->rule, &error);
	}
}

static void add_rule(struct onsets *onsets, const struct clock_text *text) {
	struct rrule_set set = { .rule = &text->rule, .start_s = text->start_s };
	struct rrule_budget budget = { STEPS_MAX, STEPS_MAX };
	struct rrule_occurrence found;
	struct rrule_walk walk;

	if (text->rule.until_kind != RRULE_UNTIL_NONE) {
		onsets->fault |= text->rule.until_s >= FROM_S && text->rule.until_s < TO_S;
		if (text->rule.until_s < TO_S) {
			return;
		}
	}
	struct rrule endless = text->rule;
	endless.until_kind = RRULE_UNTIL_NONE;
	set.rule = &endless;
	rrule_walk_init(&walk, &set);
	rrule_walk_window(&walk, FROM_S, TO_S);
	while (rrule_walk_next(&walk, &budget, &found) == RRULE_NEXT) {
		add_onset(onsets, text, found.slot_s);
	}
}

static void add_dates(struct onsets *onsets, const struct clock_text *text,
	const struct ics_line *lines, size_t count) {
	for (size_t i = 0; i < count; i++) {
		const char *at = ics_line_value(&lines[i]);
		size_t left = ics_line_value_len(&lines[i]);
		while (ics_line_is(&lines[i], "RDATE") && left > 0) {
			size_t len = ics_item_len(at, left);
			struct ics_time time;
			if (ics_time_read(at, len, &time)) {
				add_onset(onsets, text, time.local_s);
			}
			len += len < left;
			at += len;
			left -= len;
		}
	}
}

static void read_clock(struct onsets *onsets, const struct ics_line *lines, size_t count) {
	struct clock_text text = { 0 };

	for (size_t i = 0; i < count; i++) {
		read_line(&text, &lines[i]);
	}
	if (!text.has_start || !text.has_before || !text.has_after) {
		onsets->fault = true;
		return;
	}
	if (text.has_rule) {
		add_rule(onsets, &text);
	} else {
		add_onset(onsets, &text, text.start_s);
	}
	add_dates(onsets, &text, lines, count);
}

/* Lines of a part from BEGIN on; how many it has with its END. */
static size_t part_len(const struct ics_line *lines, size_t count) {
	size_t len = 1;

	while (len < count && !ics_line_is(&lines[len], "END")) {
		len++;
	}
	return len < count ? len + 1 : count;
}

static int by_time(const void *one, const void *other) {
	int64_t left = ((const struct onset *)one)->utc_s,
		right = ((const struct onset *)other)->utc_s;
	return (left > right) - (left < right);
}

static void read_onsets(struct onsets *onsets, const struct ics_line *lines, size_t count) {
	for (size_t i = 0; i < count;) {
		if (!ics_line_is(&lines[i], "BEGIN")) {
			i++;
			continue;
		}
		size_t len = part_len(lines + i, count - i);
		read_clock(onsets, lines + i, len);
		i += len;
	}
	qsort(onsets->list, onsets->count, sizeof(*onsets->list), by_time);
}

/* The next change of the offset; a change of the name alone is none. */
static bool next_shift(const struct zone *zone, int64_t utc_s, struct zone_change *change) {
	while (zone_next_change(zone, utc_s, change)) {
		if (change->before.offset_s != change->after.offset_s) {
			return true;
		}
		utc_s = change->utc_s;
	}
	return false;
}

/* From the last onset before the years that count, whose offset holds at their beginning. */
static bool keeps_clock(const struct zone *zone, const struct onsets *onsets) {
	int64_t at_s = FROM_S;
	struct zone_change change;
	size_t i = 0;

	while (i < onsets->count && onsets->list[i].utc_s <= FROM_S) {
		i++;
	}
	if (i == 0) {
		at_s = onsets->list[0].utc_s - 1;
	}
	int32_t offset_s = i == 0 ? onsets->list[0].before_s : onsets->list[i - 1].after_s;
	bool same = i == 0 || zone_at(zone, at_s).offset_s == offset_s;
	for (; same && i < onsets->count && onsets->list[i].utc_s < TO_S; i++) {
		const struct onset *onset = &onsets->list[i];
		if (onset->before_s == onset->after_s) {
			same = zone_at(zone, onset->utc_s).offset_s == onset->after_s;
			continue;
		}
		same = next_shift(zone, at_s, &change) && change.utc_s == onset->utc_s &&
		       change.before.offset_s == onset->before_s &&
		       change.after.offset_s == onset->after_s;
		at_s = onset->utc_s;
	}
	return same && (!next_shift(zone, at_s, &change) || change.utc_s >= TO_S);
}

/* Many zones keep one clock today. Of those, the ones that most people mean come first. */
static const char *const well_known[] = { "UTC", "Europe/London", "Europe/Berlin", "Europe/Athens",
	"Europe/Moscow", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
	"America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Halifax",
	"America/St_Johns", "America/Sao_Paulo", "America/Bogota", "Asia/Dubai", "Asia/Karachi",
	"Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo",
	"Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Pacific/Auckland",
	"Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi" };

const struct zone *ics_zone_of_clock(const struct ics_line *lines, size_t count) {
	struct onsets onsets = { .count = 0 };
	const struct zone *zone;

	read_onsets(&onsets, lines, count);
	if (onsets.fault || onsets.count == 0) {
		return NULL;
	}
	for (size_t i = 0; i < sizeof(well_known) / sizeof(*well_known); i++) {
		zone = zone_find(well_known[i], NULL);
		if (zone != NULL && keeps_clock(zone, &onsets)) {
			return zone;
		}
	}
	for (size_t i = 0; (zone = zone_nth(i)) != NULL; i++) {
		if (zone_find(zone_name(zone), NULL) != NULL && keeps_clock(zone, &onsets)) {
			return zone;
		}
	}
	return NULL;
}

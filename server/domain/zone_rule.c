/* zone_rule.c: POSIX.1-2017, Base Definitions 8.3, TZ; RFC 9636 §3.3.1 for what version 3 adds.
 *
 * POSIX lets a summer without rule stand for the system's own habits; a database file must not. */
#include "server/domain/zone_rule.h"

#include <string.h>

#include "libapi/wire/time.h"

struct text {
	const char *at, *end;
};

static bool take_char(struct text *in, char wanted) {
	if (in->at == in->end || *in->at != wanted) {
		return false;
	}
	in->at++;
	return true;
}

/* ASCII, whatever the locale. */
static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_quoted(char c) {
	return is_letter(c) || is_digit(c) || c == '+' || c == '-';
}

static bool take_number(struct text *in, int32_t min, int32_t max, int32_t *number) {
	const char *start = in->at;
	int32_t value = 0;

	while (in->at < in->end && is_digit(*in->at) && in->at - start < 3) {
		value = value * 10 + (*in->at++ - '0');
	}
	*number = value;
	return in->at > start && value >= min && value <= max;
}

static bool take_name(struct text *in, char name[ZONE_RULE_NAME_MAX + 1]) {
	bool quoted = take_char(in, '<');
	const char *start = in->at;

	while (in->at < in->end && (quoted ? is_quoted(*in->at) : is_letter(*in->at))) {
		in->at++;
	}
	size_t len = (size_t)(in->at - start);
	if (len < 3 || len > ZONE_RULE_NAME_MAX) {
		return false;
	}
	memcpy(name, start, len);
	name[len] = 0;
	return !quoted || take_char(in, '>');
}

/* hh[:mm[:ss]] */
static bool take_clock(struct text *in, int32_t hours_max, int32_t *seconds) {
	int32_t hour = 0, minute = 0, second = 0;

	if (!take_number(in, 0, hours_max, &hour)) {
		return false;
	}
	if (take_char(in, ':')) {
		if (!take_number(in, 0, 59, &minute) ||
			(take_char(in, ':') && !take_number(in, 0, 59, &second))) {
			return false;
		}
	}
	*seconds = hour * 3600 + minute * 60 + second;
	return true;
}

static bool take_signed_clock(struct text *in, int32_t hours_max, int32_t *seconds) {
	bool negative = take_char(in, '-');

	if (!negative) {
		take_char(in, '+');
	}
	if (!take_clock(in, hours_max, seconds)) {
		return false;
	}
	*seconds = negative ? -*seconds : *seconds;
	return true;
}

static bool take_day(struct text *in, struct zone_day *day) {
	if (take_char(in, 'J')) {
		day->kind = ZONE_DAY_NO_LEAP;
		return take_number(in, 1, 365, &day->day);
	}
	if (take_char(in, 'M')) {
		day->kind = ZONE_DAY_OF_WEEK;
		return take_number(in, 1, 12, &day->month) && take_char(in, '.') &&
		       take_number(in, 1, 5, &day->week) && take_char(in, '.') &&
		       take_number(in, 0, 6, &day->day);
	}
	day->kind = ZONE_DAY_OF_YEAR;
	return take_number(in, 0, 365, &day->day);
}

static bool take_change(struct text *in, bool is_extended, struct zone_day *day) {
	day->time_s = 2 * 3600;
	if (!take_char(in, ',') || !take_day(in, day)) {
		return false;
	}
	if (!take_char(in, '/')) {
		return true;
	}
	return is_extended ? take_signed_clock(in, 167, &day->time_s)
			   : take_clock(in, 24, &day->time_s);
}

static const char *read_summer(struct zone_rule *rule, struct text *in, bool is_extended) {
	if (!take_name(in, rule->summer.name)) {
		return "footer: bad name of summer time";
	}
	rule->has_summer = true;
	rule->summer.offset_s = rule->standard.offset_s + 3600;
	if (in->at < in->end && *in->at != ',') {
		if (!take_signed_clock(in, 24, &rule->summer.offset_s)) {
			return "footer: bad offset of summer time";
		}
		rule->summer.offset_s = -rule->summer.offset_s;
	}
	if (!take_change(in, is_extended, &rule->begins)) {
		return "footer: bad begin of summer time";
	}
	if (!take_change(in, is_extended, &rule->ends)) {
		return "footer: bad end of summer time";
	}
	return NULL;
}

const char *zone_rule_read(struct zone_rule *rule, const char *text, size_t len, bool is_extended) {
	struct text in = { text, text + len };
	const char *fault = NULL;

	*rule = (struct zone_rule){ .has_summer = false };
	if (!take_name(&in, rule->standard.name)) {
		return "footer: bad name of standard time";
	}
	if (!take_signed_clock(&in, 24, &rule->standard.offset_s)) {
		return "footer: bad offset of standard time";
	}
	rule->standard.offset_s = -rule->standard.offset_s; /* POSIX counts west */
	if (in.at < in.end) {
		fault = read_summer(rule, &in, is_extended);
	}
	return fault != NULL ? fault : in.at < in.end ? "footer: text after its end" : NULL;
}

/* ---- the changes of a year ----------------------------------------------------------------------------- */

static int64_t day_in_month(const struct zone_day *day, int32_t year) {
	int64_t first = wire_days_from_civil(year, day->month, 1);
	int32_t weekday = (int32_t)(((first + 4) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
	int32_t of_month = (day->day - weekday + 7) % 7 + 7 * (day->week - 1);

	while (of_month >= wire_days_in_month(year, day->month)) { /* week 5 is the last */
		of_month -= 7;
	}
	return first + of_month;
}

static int64_t day_in_year(const struct zone_day *day, int32_t year) {
	switch (day->kind) {
	case ZONE_DAY_NO_LEAP: {
		bool after_leap_day = day->day > 59 && wire_days_in_month(year, 2) == 29;
		return wire_days_from_civil(year, 1, 1) + day->day - 1 + after_leap_day;
	}
	case ZONE_DAY_OF_YEAR:
		return wire_days_from_civil(year, 1, 1) + day->day;
	case ZONE_DAY_OF_WEEK:
		break;
	}
	return day_in_month(day, year);
}

/* Rules of the real world come in order or in pairs the wrong way round (the south); any others must only not
 * break the order. Equal instants keep theirs: the end of a year-long summer, then its next begin. */
static void insert(struct zone_event *events, size_t count, struct zone_event event) {
	while (count > 0 && events[count - 1].utc_s > event.utc_s) {
		events[count] = events[count - 1];
		count--;
	}
	events[count] = event;
}

size_t zone_rule_events(const struct zone_rule *rule, int32_t first_year, int32_t last_year,
	struct zone_event *events) {
	size_t count = 0;

	for (int32_t year = first_year; rule->has_summer && year <= last_year; year++) {
		int64_t begin_s = day_in_year(&rule->begins, year) * 86400 + rule->begins.time_s;
		int64_t end_s = day_in_year(&rule->ends, year) * 86400 + rule->ends.time_s;
		insert(events, count++,
			(struct zone_event){ begin_s - rule->standard.offset_s, true });
		insert(events, count++,
			(struct zone_event){ end_s - rule->summer.offset_s, false });
	}
	return count;
}

/* time.c: RFC 3339 §5.6, read strictly and written canonically.
 *
 *   full-date  = 4DIGIT "-" 2DIGIT "-" 2DIGIT
 *   full-time  = 2DIGIT ":" 2DIGIT ":" 2DIGIT [ "." 1*DIGIT ] ( "Z" / ("+" / "-") 2DIGIT ":" 2DIGIT )
 *
 * Each step returns NULL or says what is wrong, because that sentence is what the caller's user reads. */
#include "libapi/wire/time.h"

#include <string.h>

static const char shape_fault[] =
	"not a time such as 2026-11-23T10:00:00Z, 2026-11-23T10:00:00 or 2026-11-23";

struct reader {
	const char *at, *end;
};

static bool read_char(struct reader *in, char wanted) {
	if (in->at == in->end || *in->at != wanted) {
		return false;
	}
	in->at++;
	return true;
}

static bool read_digits(struct reader *in, int32_t count, int32_t *out) {
	if (in->end - in->at < count) {
		return false;
	}
	int32_t number = 0;
	for (; count > 0; count--, in->at++) {
		if (*in->at < '0' || *in->at > '9') {
			return false;
		}
		number = number * 10 + (*in->at - '0');
	}
	*out = number;
	return true;
}

static const char *read_date(struct reader *in, struct wire_time *time) {
	if (!read_digits(in, 4, &time->year) || !read_char(in, '-') ||
		!read_digits(in, 2, &time->month) || !read_char(in, '-') ||
		!read_digits(in, 2, &time->day)) {
		return shape_fault;
	}
	if (time->year < WIRE_YEAR_MIN || time->year > WIRE_YEAR_MAX) {
		return "not a year from 1900 to 2200";
	}
	if (time->month < 1 || time->month > 12) {
		return "not a month from 01 to 12";
	}
	if (time->day < 1 || time->day > wire_days_in_month(time->year, time->month)) {
		return "not a day of that month";
	}
	return NULL;
}

/* Seconds are whole; a fraction of zeros is what some languages print for them. */
static const char *skip_fraction(struct reader *in) {
	if (!read_char(in, '.')) {
		return NULL;
	}
	const char *from = in->at;
	bool only_zeros = true;
	for (; in->at < in->end && *in->at >= '0' && *in->at <= '9'; in->at++) {
		only_zeros = only_zeros && *in->at == '0';
	}
	if (in->at == from) {
		return shape_fault;
	}
	return only_zeros ? NULL : "not a whole second";
}

/* Where the seconds should stand there is nothing, or the offset: the commonest slip of those who type. */
static bool seconds_are_missing(const struct reader *in) {
	return in->at == in->end || memchr("Zz+-", *in->at, 4) != NULL;
}

static const char *read_clock(struct reader *in, struct wire_time *time) {
	if (!read_digits(in, 2, &time->hour) || !read_char(in, ':') ||
		!read_digits(in, 2, &time->minute)) {
		return shape_fault;
	}
	if (seconds_are_missing(in)) {
		return "not complete: the seconds are missing; write them, as in "
		       "2026-11-23T10:00:00";
	}
	if (!read_char(in, ':') || !read_digits(in, 2, &time->second)) {
		return shape_fault;
	}
	if (time->hour > 23 || time->minute > 59) {
		return "not a time of day from 00:00:00 to 23:59:59";
	}
	if (time->second > 59) {
		return time->second == 60 ? "a leap second; use second 59"
					  : "not a second from 00 to 59";
	}
	return skip_fraction(in);
}

static const char *read_offset(struct reader *in, struct wire_time *time) {
	if (read_char(in, 'Z') || read_char(in, 'z')) {
		return NULL;
	}
	int32_t sign = read_char(in, '-') ? -1 : 1;
	if (sign > 0 && !read_char(in, '+')) {
		return shape_fault;
	}
	int32_t hours, minutes;
	if (!read_digits(in, 2, &hours) || !read_char(in, ':') || !read_digits(in, 2, &minutes)) {
		return "not an offset such as Z or +01:00";
	}
	if (hours > 23 || minutes > 59) {
		return "not an offset up to 23:59";
	}
	time->offset_s = sign * (hours * 3600 + minutes * 60);
	return NULL;
}

/* What follows the date: nothing, a time of day, or that and an offset. */
static const char *read_rest(struct reader *in, struct wire_time *time) {
	if (in->at == in->end) {
		return NULL;
	}
	if (!read_char(in, 'T') && !read_char(in, 't')) {
		return shape_fault;
	}
	time->kind = WIRE_TIME_WALL;
	const char *fault = read_clock(in, time);
	if (fault != NULL || in->at == in->end) {
		return fault;
	}
	time->kind = WIRE_TIME_INSTANT;
	fault = read_offset(in, time);
	return fault == NULL && in->at != in->end ? shape_fault : fault;
}

const char *wire_time_fault(const char *text, size_t len, struct wire_time *out) {
	struct reader in = { text, text + len };
	struct wire_time time = { .kind = WIRE_TIME_DATE };
	const char *fault = read_date(&in, &time);
	if (fault == NULL) {
		fault = read_rest(&in, &time);
	}
	if (fault != NULL) {
		return fault;
	}
	time.unix_s = wire_days_from_civil(time.year, time.month, time.day) * 86400 +
		      time.hour * 3600 + time.minute * 60 + time.second - time.offset_s;
	*out = time;
	return NULL;
}

bool wire_time_parse(const char *text, size_t len, struct wire_time *out) {
	return wire_time_fault(text, len, out) == NULL;
}

/* By hand, not snprintf: lists print four times an event. */
static char *put_digits(char *to, int32_t number, int32_t count) {
	for (int32_t i = count - 1; i >= 0; i--, number /= 10) {
		to[i] = (char)('0' + number % 10);
	}
	return to + count;
}

static char *put_pair(char *to, char before, int32_t number) {
	*to = before;
	return put_digits(to + 1, number, 2);
}

static char *put_offset(char *to, int32_t offset_s) {
	int32_t minutes = (offset_s < 0 ? -offset_s : offset_s) / 60;
	if (minutes == 0) {
		*to = 'Z';
		return to + 1;
	}
	to = put_pair(to, offset_s < 0 ? '-' : '+', minutes / 60);
	return put_pair(to, ':', minutes % 60);
}

size_t wire_time_print(const struct wire_time *time, char out[WIRE_TIME_ROOM]) {
	char *to = put_digits(out, time->year, 4);
	to = put_pair(to, '-', time->month);
	to = put_pair(to, '-', time->day);
	if (time->kind != WIRE_TIME_DATE) {
		to = put_pair(to, 'T', time->hour);
		to = put_pair(to, ':', time->minute);
		to = put_pair(to, ':', time->second);
	}
	if (time->kind == WIRE_TIME_INSTANT) {
		to = put_offset(to, time->offset_s);
	}
	*to = '\0';
	return (size_t)(to - out);
}

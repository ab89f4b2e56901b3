/* rrule.c: parts are kept as they were given and judged together, so that one error names all that is wrong. The server's
 * own reader stays the judge of what a rule may be; here is only what can be said without an event. */
#include "api/rrule.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/error.h"
#include "libapi/wire/time.h"

enum { ENTRIES_MAX = 64, UNTIL_ROOM = 40 };

struct entries {
	int32_t values[ENTRIES_MAX];
	size_t count;
};

struct libapi_rrule {
	int32_t freq, interval, count, week_start;
	bool has_interval, has_count;
	char until[UNTIL_ROOM]; /* as given; "" is none */
	struct entries months, month_days, days, ordinals,
		positions; /* an ordinal beside each day */
};

static const char *const freqs[] = { NULL, "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekdays[] = { NULL, "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static bool is_weekday(int32_t weekday) {
	return weekday >= LIBAPI_RRULE_MONDAY && weekday <= LIBAPI_RRULE_SUNDAY;
}

int32_t libapi_rrule_new(int32_t freq, libapi_rrule **out) {
	if (out == NULL) {
		return LIBAPI_E_INVALID;
	}
	*out = NULL;
	if (freq < LIBAPI_RRULE_HOURLY || freq > LIBAPI_RRULE_YEARLY) {
		return LIBAPI_E_INVALID;
	}
	libapi_rrule *rule = calloc(1, sizeof(*rule));
	if (rule == NULL) {
		return LIBAPI_E_MEMORY;
	}
	rule->freq = freq;
	*out = rule;
	return LIBAPI_OK;
}

void libapi_rrule_free(libapi_rrule *rule) {
	free(rule);
}

/* ---- setters -------------------------------------------------------------------------------------------- */

int32_t libapi_rrule_set_interval(libapi_rrule *rule, int32_t interval) {
	if (rule == NULL) {
		return LIBAPI_E_INVALID;
	}
	rule->interval = interval;
	rule->has_interval = true;
	return LIBAPI_OK;
}

int32_t libapi_rrule_set_count(libapi_rrule *rule, int32_t count) {
	if (rule == NULL) {
		return LIBAPI_E_INVALID;
	}
	rule->count = count;
	rule->has_count = true;
	return LIBAPI_OK;
}

/* What is too long for a time is cut, and is no time then either. */
int32_t libapi_rrule_set_until(libapi_rrule *rule, const char *time) {
	if (rule == NULL || time == NULL || time[0] == '\0') {
		return LIBAPI_E_INVALID;
	}
	snprintf(rule->until, sizeof(rule->until), "%s", time);
	return LIBAPI_OK;
}

int32_t libapi_rrule_set_week_start(libapi_rrule *rule, int32_t weekday) {
	if (rule == NULL || !is_weekday(weekday)) {
		return LIBAPI_E_INVALID;
	}
	rule->week_start = weekday;
	return LIBAPI_OK;
}

static int32_t add(struct entries *entries, int32_t value) {
	if (entries->count == ENTRIES_MAX) {
		return LIBAPI_E_INVALID;
	}
	entries->values[entries->count++] = value;
	return LIBAPI_OK;
}

int32_t libapi_rrule_add_day(libapi_rrule *rule, int32_t weekday, int32_t ordinal) {
	if (rule == NULL || !is_weekday(weekday) || add(&rule->days, weekday) != LIBAPI_OK) {
		return LIBAPI_E_INVALID;
	}
	return add(&rule->ordinals, ordinal);
}

int32_t libapi_rrule_add_month_day(libapi_rrule *rule, int32_t day) {
	return rule != NULL ? add(&rule->month_days, day) : LIBAPI_E_INVALID;
}

int32_t libapi_rrule_add_month(libapi_rrule *rule, int32_t month) {
	return rule != NULL ? add(&rule->months, month) : LIBAPI_E_INVALID;
}

int32_t libapi_rrule_add_set_pos(libapi_rrule *rule, int32_t position) {
	return rule != NULL ? add(&rule->positions, position) : LIBAPI_E_INVALID;
}

/* ---- judging -------------------------------------------------------------------------------------------- */

struct faults {
	libapi_error *error; /* NULL: none yet */
};

static void fault(struct faults *faults, const char *part, const char *message) {
	if (faults->error == NULL) {
		faults->error = libapi__error_new(LIBAPI_E_INVALID, NULL, "libapi_rrule_text");
		libapi__error_say(faults->error, "The rule breaks rules of RFC 5545 §3.3.10.");
	}
	libapi__error_add_field(faults->error, part, "rrule_invalid", message);
}

/* The first that is out of bounds; 0 only where it means that there is none. */
static void judge_entries(struct faults *faults, const char *part, const struct entries *entries,
	int32_t max, bool from_end, bool or_none) {
	for (size_t i = 0; i < entries->count; i++) {
		int32_t value = entries->values[i];
		bool inside = (value >= 1 && value <= max) ||
			      (from_end && value <= -1 && value >= -max) || (or_none && value == 0);
		if (!inside) {
			char message[96];
			snprintf(message, sizeof(message), "%d: must be 1 to %d%s", (int)value,
				(int)max, from_end ? ", or negative to count from the end" : "");
			fault(faults, part, message);
			return;
		}
	}
}

static bool has_ordinal(const libapi_rrule *rule) {
	for (size_t i = 0; i < rule->ordinals.count; i++) {
		if (rule->ordinals.values[i] != 0) {
			return true;
		}
	}
	return false;
}

static void judge_end(struct faults *faults, const libapi_rrule *rule) {
	struct wire_time time;

	if (rule->has_interval && (rule->interval < 1 || rule->interval > 1000)) {
		fault(faults, "/INTERVAL", "must be 1 to 1000");
	}
	if (rule->has_count && (rule->count < 1 || rule->count > 10000)) {
		fault(faults, "/COUNT", "must be 1 to 10000");
	}
	if (rule->has_count && rule->until[0] != '\0') {
		fault(faults, "/UNTIL", "not beside COUNT; set one of them");
	}
	const char *wrong = rule->until[0] != '\0'
				    ? wire_time_fault(rule->until, strlen(rule->until), &time)
				    : NULL;
	if (wrong != NULL) {
		fault(faults, "/UNTIL", wrong);
	}
}

static void judge_together(struct faults *faults, const libapi_rrule *rule) {
	if (rule->freq == LIBAPI_RRULE_WEEKLY && rule->month_days.count > 0) {
		fault(faults, "/BYMONTHDAY", "not with WEEKLY; use MONTHLY or YEARLY");
	}
	if (has_ordinal(rule) && rule->freq < LIBAPI_RRULE_MONTHLY) {
		fault(faults, "/BYDAY", "ordinals only with MONTHLY or YEARLY; use 0 for each");
	}
	if (rule->positions.count > 0 &&
		rule->months.count + rule->month_days.count + rule->days.count == 0) {
		fault(faults, "/BYSETPOS", "only beside BYMONTH, BYMONTHDAY or BYDAY");
	}
}

/* ---- writing -------------------------------------------------------------------------------------------- */

static void put_until(FILE *out, const char *text) {
	struct wire_time time;

	if (text[0] == '\0' || !wire_time_parse(text, strlen(text), &time)) {
		return;
	}
	if (time.kind == WIRE_TIME_INSTANT) {
		time = wire_time_at(time.unix_s, 0);
	}
	fprintf(out, ";UNTIL=%04d%02d%02d", (int)time.year, (int)time.month, (int)time.day);
	if (time.kind != WIRE_TIME_DATE) {
		fprintf(out, "T%02d%02d%02d%s", (int)time.hour, (int)time.minute, (int)time.second,
			time.kind == WIRE_TIME_INSTANT ? "Z" : "");
	}
}

static void put_entries(FILE *out, const char *part, const struct entries *entries) {
	for (size_t i = 0; i < entries->count; i++) {
		fprintf(out, "%s%s%d", i == 0 ? part : "", i == 0 ? "=" : ",",
			(int)entries->values[i]);
	}
}

static void put_days(FILE *out, const libapi_rrule *rule) {
	for (size_t i = 0; i < rule->days.count; i++) {
		fputs(i == 0 ? ";BYDAY=" : ",", out);
		if (rule->ordinals.values[i] != 0) {
			fprintf(out, "%d", (int)rule->ordinals.values[i]);
		}
		fputs(weekdays[rule->days.values[i]], out);
	}
}

static void put_rule(FILE *out, const libapi_rrule *rule) {
	fprintf(out, "FREQ=%s", freqs[rule->freq]);
	if (rule->has_interval && rule->interval != 1) {
		fprintf(out, ";INTERVAL=%d", (int)rule->interval);
	}
	if (rule->has_count) {
		fprintf(out, ";COUNT=%d", (int)rule->count);
	}
	put_until(out, rule->until);
	put_entries(out, ";BYMONTH", &rule->months);
	put_entries(out, ";BYMONTHDAY", &rule->month_days);
	put_days(out, rule);
	put_entries(out, ";BYSETPOS", &rule->positions);
	if (rule->week_start > LIBAPI_RRULE_MONDAY) {
		fprintf(out, ";WKST=%s", weekdays[rule->week_start]);
	}
}

int32_t libapi_rrule_text(const libapi_rrule *rule, char **out, libapi_error **error) {
	struct faults faults = { NULL };
	size_t len = 0;

	if (error != NULL) {
		*error = NULL;
	}
	if (rule == NULL || out == NULL) {
		return libapi__fail(
			error, LIBAPI_E_INVALID, "%s is NULL", rule == NULL ? "rule" : "out");
	}
	*out = NULL;
	judge_end(&faults, rule);
	judge_entries(&faults, "/BYMONTH", &rule->months, 12, false, false);
	judge_entries(&faults, "/BYMONTHDAY", &rule->month_days, 31, true, false);
	judge_entries(&faults, "/BYDAY", &rule->ordinals, 53, true, true);
	judge_entries(&faults, "/BYSETPOS", &rule->positions, 366, true, false);
	judge_together(&faults, rule);
	if (faults.error != NULL) {
		return libapi__error_give(faults.error, error);
	}
	FILE *stream = open_memstream(out, &len);
	if (stream != NULL) {
		put_rule(stream, rule);
	}
	if (stream == NULL || fclose(stream) != 0) {
		free(*out);
		*out = NULL;
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	return LIBAPI_OK;
}

/* rrule_print.c: a rule as its one canonical text. */
#include <stdio.h>
#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_bits.h"

struct printer {
	char *to;
	size_t len; /* may pass RRULE_TEXT_MAX; what lies past it is not written */
};

static void put(struct printer *out, const char *text) {
	for (; *text != '\0'; text++, out->len++) {
		if (out->len < RRULE_TEXT_MAX) {
			out->to[out->len] = *text;
		}
	}
}

static void put_number(struct printer *out, int64_t number) {
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	put(out, text);
}

/* A list begins with its name and goes on with commas. */
static void put_next(struct printer *out, const char **before) {
	put(out, *before);
	*before = ",";
}

/* Front to back, as the days lie in time: 1,15,-2,-1. */
static void put_ends(struct printer *out, const char *name, const uint64_t up[RRULE_WORDS],
	const uint64_t down[RRULE_WORDS]) {
	for (int32_t n = bits_next(up, 0); n >= 0; n = bits_next(up, n + 1)) {
		put_next(out, &name);
		put_number(out, n);
	}
	for (int32_t n = bits_last(down, RRULE_WORDS * 64); n >= 0; n = bits_last(down, n - 1)) {
		put_next(out, &name);
		put_number(out, -n);
	}
}

static void put_list(struct printer *out, const char *name, uint64_t up, uint64_t down) {
	uint64_t wide_up[RRULE_WORDS] = { up }, wide_down[RRULE_WORDS] = { down };

	put_ends(out, name, wide_up, wide_down);
}

static const char *const day_names[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* The n-th weekdays from the front, or from the back. */
static void put_nth(struct printer *out, const char **before, const uint64_t days[7], int32_t n,
	bool from_back) {
	for (int32_t day = 0; day < 7; day++) {
		if ((days[day] >> n & 1) != 0) {
			put_next(out, before);
			put_number(out, from_back ? -n : n);
			put(out, day_names[day]);
		}
	}
}

static void put_days(struct printer *out, const struct rrule *rule) {
	const char *before = ";BYDAY=";

	for (int32_t day = 0; day < 7; day++) {
		if ((rule->weekdays >> day & 1) != 0) {
			put_next(out, &before);
			put(out, day_names[day]);
		}
	}
	for (int32_t n = 1; n <= 53; n++) {
		put_nth(out, &before, rule->nth_up, n, false);
	}
	for (int32_t n = 53; n >= 1; n--) {
		put_nth(out, &before, rule->nth_down, n, true);
	}
}

static void put_until(struct printer *out, const struct rrule *rule) {
	struct wire_time time = wire_time_at(rule->until_s, 0);
	char text[64];

	snprintf(text, sizeof(text), ";UNTIL=%04d%02d%02d", time.year, time.month, time.day);
	put(out, text);
	if (rule->until_kind != RRULE_UNTIL_DATE) {
		snprintf(text, sizeof(text), "T%02d%02d%02d%s", time.hour, time.minute, time.second,
			rule->until_kind == RRULE_UNTIL_UTC ? "Z" : "");
		put(out, text);
	}
}

static void put_end(struct printer *out, const struct rrule *rule) {
	if (rule->interval != 1) {
		put(out, ";INTERVAL=");
		put_number(out, rule->interval);
	}
	if (rule->count != 0) {
		put(out, ";COUNT=");
		put_number(out, rule->count);
	}
	if (rule->until_kind != RRULE_UNTIL_NONE) {
		put_until(out, rule);
	}
}

size_t rrule_print(const struct rrule *rule, char text[RRULE_TEXT_MAX + 1]) {
	static const char *const names[] = { "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
	struct printer out = { text, 0 };

	put(&out, "FREQ=");
	put(&out, names[rule->freq]);
	put_end(&out, rule);
	put_list(&out, ";BYMONTH=", rule->months, 0);
	put_list(&out, ";BYWEEKNO=", rule->weeks_up, rule->weeks_down);
	put_ends(&out, ";BYYEARDAY=", rule->year_days_up, rule->year_days_down);
	put_list(&out, ";BYMONTHDAY=", rule->month_days_up, rule->month_days_down);
	put_days(&out, rule);
	put_list(&out, ";BYHOUR=", rule->hours, 0);
	put_list(&out, ";BYMINUTE=", rule->minutes, 0);
	put_ends(&out, ";BYSETPOS=", rule->positions_up, rule->positions_down);
	if (rule->week_start != 0) {
		put(&out, ";WKST=");
		put(&out, day_names[rule->week_start]);
	}
	size_t len = out.len <= RRULE_TEXT_MAX ? out.len : 0;
	text[len] = '\0';
	return len;
}

/* rrule_parse.c: the text of a rule, part by part.
 *
 *   recur = part *( ";" part )     part = NAME "=" value [ "," value ]…      (RFC 5545 §3.3.10)
 *
 * A part is a row of a table: its name, its reader, its bounds, where its bits go. What parts mean beside each
 * other is rrule_check.c's. */
#include <stddef.h>
#include <string.h>

#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_fault.h"

struct part {
	const char *name;
	bool (*read)(const struct part *part, struct rrule_piece value, struct rrule *rule,
		struct rrule_error *error);
	int32_t min, max; /* of a number; with `down` also -max … -1 */
	size_t up, down, bytes; /* offsets of the bit sets in struct rrule, and their size */
	const char *sentence; /* what a wrong value is told */
};

static bool read_list(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	struct rrule_piece item;

	while (rrule_next_item(&value, &item)) {
		int32_t number = 0;
		uint64_t bits[RRULE_WORDS] = { 0 };
		if (!rrule_read_number(item, 3, part->down != 0, &number)) {
			return rrule_fault(error, RRULE_INVALID, part->name, item, part->sentence);
		}
		int32_t size = number < 0 ? -number : number;
		if (size < part->min || size > part->max) {
			return rrule_fault(error, RRULE_INVALID, part->name, item, part->sentence);
		}
		char *set = (char *)rule + (number < 0 ? part->down : part->up);
		/* Little-endian words: a 32-bit set is the front of a 64-bit one. */
		memcpy(bits, set, part->bytes);
		bits_put(bits, size);
		memcpy(set, bits, part->bytes);
	}
	return true;
}

static bool read_freq(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	static const char *const names[] = { "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (rrule_same(value, names[i])) {
			rule->freq = (enum rrule_freq)i;
			return true;
		}
	}
	if (rrule_same(value, "MINUTELY") || rrule_same(value, "SECONDLY")) {
		return rrule_fault(error, RRULE_UNSUPPORTED, part->name, value,
			"not offered; the shortest is HOURLY, with BYMINUTE for minutes");
	}
	return rrule_fault(error, RRULE_INVALID, part->name, value, part->sentence);
}

static bool read_interval(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	if (!rrule_read_number(value, 9, false, &rule->interval) || rule->interval < 1) {
		return rrule_fault(error, RRULE_INVALID, part->name, value, part->sentence);
	}
	if (rule->interval > RRULE_INTERVAL_MAX) {
		return rrule_fault(error, RRULE_UNSUPPORTED, part->name, value, part->sentence);
	}
	return true;
}

static bool read_count(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	if (!rrule_read_number(value, 9, false, &rule->count) || rule->count < 1) {
		return rrule_fault(error, RRULE_INVALID, part->name, value, part->sentence);
	}
	if (rule->count > RRULE_COUNT_MAX) {
		return rrule_fault(error, RRULE_TOO_MANY, part->name, value, part->sentence);
	}
	return true;
}

static bool read_until(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	(void)part;
	return rrule_read_until(value, rule, error);
}

static bool read_weekdays(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	(void)part;
	return rrule_read_weekdays(value, rule, error);
}

static bool read_week_start(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	rule->week_start = rrule_weekday(value);
	return rule->week_start >= 0 ||
	       rrule_fault(error, RRULE_INVALID, part->name, value, part->sentence);
}

static bool refuse(const struct part *part, struct rrule_piece value, struct rrule *rule,
	struct rrule_error *error) {
	(void)rule;
	(void)value;
	return rrule_fault(error, RRULE_UNSUPPORTED, part->name, NO_PIECE, part->sentence);
}

#define UP(member)                                                                                 \
	.up = offsetof(struct rrule, member), .bytes = sizeof(((struct rrule *)0)->member)
#define DOWN(member) .down = offsetof(struct rrule, member)
#define NOT_A_DAY "not a weekday; use MO, TU, WE, TH, FR, SA or SU"

/* clang-format off */
static const struct part parts[] = {
	{ "FREQ", read_freq, .sentence = "not a frequency; use YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY" },
	{ "INTERVAL", read_interval, .sentence = "not a number from 1 to 1000" },
	{ "COUNT", read_count, .sentence = "not a number from 1 to 10000" },
	{ "UNTIL", read_until },
	{ "BYMONTH", read_list, 1, 12, UP(months), .sentence = "not a month from 1 to 12" },
	{ "BYWEEKNO", read_list, 1, 53, UP(weeks_up), DOWN(weeks_down),
		.sentence = "not a week from 1 to 53 or from -53 to -1" },
	{ "BYYEARDAY", read_list, 1, 366, UP(year_days_up), DOWN(year_days_down),
		.sentence = "not a day of the year from 1 to 366 or from -366 to -1" },
	{ "BYMONTHDAY", read_list, 1, 31, UP(month_days_up), DOWN(month_days_down),
		.sentence = "not a day of the month from 1 to 31 or from -31 to -1" },
	{ "BYDAY", read_weekdays },
	{ "BYHOUR", read_list, 0, 23, UP(hours), .sentence = "not an hour from 0 to 23" },
	{ "BYMINUTE", read_list, 0, 59, UP(minutes), .sentence = "not a minute from 0 to 59" },
	{ "BYSETPOS", read_list, 1, 366, UP(positions_up), DOWN(positions_down),
		.sentence = "not a position from 1 to 366 or from -366 to -1" },
	{ "WKST", read_week_start, .sentence = NOT_A_DAY },
	{ "BYSECOND", refuse, .sentence = "not offered; the second is the start's" },
	{ "RSCALE", refuse, .sentence = "not offered; rules are in the Gregorian calendar" },
	{ "SKIP", refuse, .sentence = "not offered; dates that do not exist are left out" },
};
/* clang-format on */
enum { PART_COUNT = sizeof(parts) / sizeof(*parts) };

static int32_t find_part(struct rrule_piece name) {
	for (int32_t i = 0; i < PART_COUNT; i++) {
		if (name.len > 0 && rrule_same(name, parts[i].name)) {
			return i;
		}
	}
	return -1;
}

/* One NAME=value; `seen` has a bit for each part that came before. */
static bool read_part(
	struct rrule_piece text, uint32_t *seen, struct rrule *rule, struct rrule_error *error) {
	const char *equals = memchr(text.at, '=', text.len);

	if (text.len == 0) {
		return rrule_fault(error, RRULE_INVALID, "rule", NO_PIECE,
			"has an empty part; one ';' stands between two parts");
	}
	if (equals == NULL) {
		return rrule_fault(
			error, RRULE_INVALID, "", text, "not a part such as FREQ=WEEKLY");
	}
	struct rrule_piece name = { text.at, (size_t)(equals - text.at) };
	struct rrule_piece value = { equals + 1, text.len - name.len - 1 };
	int32_t found = find_part(name);
	if (found < 0) {
		return rrule_fault(error, RRULE_INVALID, "", name.len == 0 ? text : name,
			"not the name of a part of a rule");
	}
	if ((*seen >> found & 1) != 0) {
		return rrule_fault(error, RRULE_INVALID, parts[found].name, NO_PIECE,
			"given twice; put its values into one list");
	}
	*seen |= UINT32_C(1) << found;
	return parts[found].read(&parts[found], value, rule, error);
}

static bool read_parts(struct rrule_piece text, struct rrule *rule, struct rrule_error *error) {
	uint32_t seen = 0;

	for (;;) {
		const char *end = memchr(text.at, ';', text.len);
		struct rrule_piece part = { text.at,
			end == NULL ? text.len : (size_t)(end - text.at) };
		if (!read_part(part, &seen, rule, error)) {
			return false;
		}
		if (end == NULL) {
			/* Bit 0: the first row is FREQ. */
			return (seen & 1) != 0 || rrule_fault(error, RRULE_INVALID, "FREQ",
							  NO_PIECE, "missing; each rule has one");
		}
		text = (struct rrule_piece){ end + 1, text.len - part.len - 1 };
	}
}

bool rrule_parse(const char *text, size_t len, struct rrule *out, struct rrule_error *error) {
	struct rrule rule = { .interval = 1 };

	*error = (struct rrule_error){ .code = RRULE_OK };
	if (len > RRULE_TEXT_MAX) {
		return rrule_fault(
			error, RRULE_INVALID, "rule", NO_PIECE, "longer than 512 characters");
	}
	if (len == 0) {
		return rrule_fault(error, RRULE_INVALID, "rule", NO_PIECE, "empty");
	}
	if (len >= 6 && rrule_same((struct rrule_piece){ text, 6 }, "RRULE:")) {
		return rrule_fault(error, RRULE_INVALID, "RRULE", NO_PIECE,
			"leave the property's name out; begin with FREQ=");
	}
	if (!read_parts((struct rrule_piece){ text, len }, &rule, error) ||
		!rrule_check(&rule, error)) {
		return false;
	}
	*out = rule;
	return true;
}

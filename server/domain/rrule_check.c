/* rrule_check.c: which parts may stand together, and with which kind of event.
 *
 * RFC 5545 §3.3.10, the table and the notes below it; "N/A" there is a refusal here. */
#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_fault.h"

bool rrule_has_nth(const struct rrule *rule) {
	uint64_t any = 0;

	for (int32_t day = 0; day < 7; day++) {
		any |= rule->nth_up[day] | rule->nth_down[day];
	}
	return any != 0;
}

static bool has_weeks(const struct rrule *rule) {
	return (rule->weeks_up | rule->weeks_down) != 0;
}

static bool has_month_days(const struct rrule *rule) {
	return (rule->month_days_up | rule->month_days_down) != 0;
}

static bool has_year_days(const struct rrule *rule) {
	return bits_any(rule->year_days_up) || bits_any(rule->year_days_down);
}

static bool has_positions(const struct rrule *rule) {
	return bits_any(rule->positions_up) || bits_any(rule->positions_down);
}

static bool has_other_part(const struct rrule *rule) {
	return rule->months != 0 || has_weeks(rule) || has_year_days(rule) ||
	       has_month_days(rule) || rule->weekdays != 0 || rrule_has_nth(rule) ||
	       rule->hours != 0 || rule->minutes != 0;
}

/* The columns of the table. */
static const char *misplaced(const struct rrule *rule, const char **sentence) {
	enum rrule_freq freq = rule->freq;

	if (has_weeks(rule) && freq != RRULE_YEARLY) {
		*sentence = "only FREQ=YEARLY takes it";
		return "BYWEEKNO";
	}
	if (has_year_days(rule) && freq != RRULE_YEARLY && freq != RRULE_HOURLY) {
		*sentence = "only FREQ=YEARLY and FREQ=HOURLY take it";
		return "BYYEARDAY";
	}
	if (has_month_days(rule) && freq == RRULE_WEEKLY) {
		*sentence = "FREQ=WEEKLY does not take it";
		return "BYMONTHDAY";
	}
	if (rrule_has_nth(rule) && freq != RRULE_YEARLY && freq != RRULE_MONTHLY) {
		*sentence = "only FREQ=YEARLY and FREQ=MONTHLY take numbers before weekdays";
		return "BYDAY";
	}
	if (rrule_has_nth(rule) && has_weeks(rule)) {
		*sentence = "takes no numbers before weekdays beside BYWEEKNO";
		return "BYDAY";
	}
	if (has_positions(rule) && !has_other_part(rule)) {
		*sentence = "needs another BY part to choose from";
		return "BYSETPOS";
	}
	return NULL;
}

bool rrule_check(const struct rrule *rule, struct rrule_error *error) {
	const char *sentence = NULL, *part = misplaced(rule, &sentence);

	if (part != NULL) {
		return rrule_fault(error, RRULE_INVALID, part, NO_PIECE, sentence);
	}
	if (rule->count != 0 && rule->until_kind != RRULE_UNTIL_NONE) {
		return rrule_fault(error, RRULE_UNSUPPORTED, "COUNT", NO_PIECE,
			"not together with UNTIL; a rule ends by one of them");
	}
	return true;
}

static bool until_fits(const struct rrule *rule, enum rrule_kind kind, struct rrule_error *error) {
	static const struct {
		enum rrule_until wanted;
		const char *sentence;
	} kinds[] = {
		[RRULE_ALL_DAY] = { RRULE_UNTIL_DATE,
			"must be a date such as 19971224, because the event is one" },
		[RRULE_FLOATING] = { RRULE_UNTIL_LOCAL, "must be a time such as 19971224T090000, "
							"because the event has no time zone" },
		[RRULE_ZONED] = { RRULE_UNTIL_UTC, "must be in UTC such as 19971224T090000Z, "
						   "because the event has a time zone" },
	};

	return rule->until_kind == RRULE_UNTIL_NONE || rule->until_kind == kinds[kind].wanted ||
	       rrule_fault(error, RRULE_INVALID, "UNTIL", NO_PIECE, kinds[kind].sentence);
}

bool rrule_fits(const struct rrule *rule, enum rrule_kind kind, struct rrule_error *error) {
	static const char only_dates[] = "not for an event that is a date";

	*error = (struct rrule_error){ .code = RRULE_OK };
	if (!until_fits(rule, kind, error) || kind != RRULE_ALL_DAY) {
		return error->code == RRULE_OK;
	}
	if (rule->freq == RRULE_HOURLY) {
		return rrule_fault(error, RRULE_INVALID, "FREQ",
			(struct rrule_piece){ "HOURLY", 6 }, only_dates);
	}
	if (rule->hours != 0) {
		return rrule_fault(error, RRULE_INVALID, "BYHOUR", NO_PIECE, only_dates);
	}
	return rule->minutes == 0 ||
	       rrule_fault(error, RRULE_INVALID, "BYMINUTE", NO_PIECE, only_dates);
}

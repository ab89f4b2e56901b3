/* rrule.h: a recurrence rule (RFC 5545 §3.3.10) as sets of numbers, its text, and what a rule may hold.
 *
 * Lists are bit sets, so a rule has one shape whatever order or doubles it was written in, is copied by
 * assignment and compared as bytes. A list counted from both ends is a pair: `up` from the front (1, 2 …), `down`
 * from the back (-1, -2 …); bit n stands for n. docs/recurrence.md tells what the service makes of a rule. */
#ifndef SERVER_DOMAIN_RRULE_H
#define SERVER_DOMAIN_RRULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	RRULE_TEXT_MAX = 512, /* bytes of a rule's text */
	RRULE_INTERVAL_MAX = 1000,
	RRULE_COUNT_MAX = 10000,
	RRULE_WORDS = 6, /* of 64 bits: the days of a year, or of 53 weeks */
};

enum rrule_freq { RRULE_HOURLY, RRULE_DAILY, RRULE_WEEKLY, RRULE_MONTHLY, RRULE_YEARLY };

enum rrule_until {
	RRULE_UNTIL_NONE,
	RRULE_UNTIL_DATE, /* 19971224: for events that are dates */
	RRULE_UNTIL_LOCAL, /* 19971224T090000: for floating events */
	RRULE_UNTIL_UTC, /* 19971224T140000Z: for events with a time zone */
};

/* What DTSTART is: it decides which UNTIL fits, and whether a rule may name hours. */
enum rrule_kind { RRULE_ALL_DAY, RRULE_FLOATING, RRULE_ZONED };

struct rrule {
	enum rrule_freq freq;
	int32_t interval; /* 1–1000 */
	int32_t count; /* 1–10,000; 0: no COUNT */
	enum rrule_until until_kind;
	int64_t until_s; /* seconds since 1970 as written, as if the text were UTC */
	int32_t week_start; /* WKST; weekdays are 0 Monday … 6 Sunday everywhere */
	uint32_t months; /* BYMONTH: bits 1–12 */
	uint32_t month_days_up, month_days_down; /* BYMONTHDAY: bits 1–31 */
	uint32_t hours; /* BYHOUR: bits 0–23 */
	uint32_t weekdays; /* BYDAY without a number: bits 0–6 */
	uint64_t minutes; /* BYMINUTE: bits 0–59 */
	uint64_t nth_up[7], nth_down[7]; /* BYDAY with one, per weekday: bits 1–53 */
	uint64_t weeks_up, weeks_down; /* BYWEEKNO: bits 1–53 */
	uint64_t year_days_up[RRULE_WORDS], year_days_down[RRULE_WORDS]; /* BYYEARDAY: bits 1–366 */
	uint64_t positions_up[RRULE_WORDS], positions_down[RRULE_WORDS]; /* BYSETPOS: bits 1–366 */
};

enum rrule_code {
	RRULE_OK,
	RRULE_INVALID, /* RFC 5545 does not allow it */
	RRULE_UNSUPPORTED, /* RFC 5545 does, this service does not */
	RRULE_TOO_MANY, /* COUNT, dates or exceptions past the bound */
	RRULE_NO_INSTANCES,
	RRULE_TOO_COMPLEX,
};
/* "rrule_invalid" and so on, as the contract writes it in `code`; static. */
const char *rrule_code_name(enum rrule_code code);

struct rrule_error {
	enum rrule_code code;
	char text
		[192]; /* "BYDAY=XX: not a weekday; use MO, TU, WE, TH, FR, SA or SU"; printable ASCII */
};

/* Reads the value of an RRULE property ("FREQ=WEEKLY;BYDAY=MO"), in any case and order of parts, against the
 * grammar, the bounds above and the table of RFC 5545 §3.3.10. `error` is set either way. false: RRULE_INVALID,
 * RRULE_UNSUPPORTED or RRULE_TOO_MANY, and `out` is untouched. */
bool rrule_parse(const char *text, size_t len, struct rrule *out, struct rrule_error *error);

/* Whether a rule that was read fits an event of this kind: UNTIL has DTSTART's value type (§3.3.10), and a rule
 * for dates names no hours or minutes. false: RRULE_INVALID. */
bool rrule_fits(const struct rrule *rule, enum rrule_kind kind, struct rrule_error *error);

/* The canonical text: parts in one order, lists sorted, defaults left out; never longer than what was read.
 * Reading it gives the same rule back. Returns its length; `out` holds RRULE_TEXT_MAX + 1 bytes. 0: a rule made
 * otherwise than by rrule_parse() needs more room. */
size_t rrule_print(const struct rrule *rule, char out[RRULE_TEXT_MAX + 1]);

/* Has the rule a numbered BYDAY ("2MO", "-1FR")? */
bool rrule_has_nth(const struct rrule *rule);

#endif

/**
 * api/rrule.h: a recurrence rule built part by part, as text for libapi_recurrence_draft_set_rrule().
 *
 *     libapi_rrule_new(LIBAPI_RRULE_MONTHLY, &rule)        the last Friday of every second month,
 *     libapi_rrule_set_interval(rule, 2)                   ten times
 *     libapi_rrule_add_day(rule, LIBAPI_RRULE_FRIDAY, -1)
 *     libapi_rrule_set_count(rule, 10)
 *     libapi_rrule_text(rule, &text, &error)               FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=-1FR
 *
 * What the parts mean is RFC 5545 §3.3.10; rules that say more than this (BYWEEKNO, BYHOUR …) are written as text.
 */
#ifndef LIBAPI_RRULE_H
#define LIBAPI_RRULE_H

#include "api/base.h"

LIBAPI_BEGIN

typedef struct libapi_rrule libapi_rrule;

/** LIBAPI_RRULE_*: how often, FREQ. */
enum {
	LIBAPI_RRULE_HOURLY = 1,
	LIBAPI_RRULE_DAILY = 2,
	LIBAPI_RRULE_WEEKLY = 3,
	LIBAPI_RRULE_MONTHLY = 4,
	LIBAPI_RRULE_YEARLY = 5
};

/** LIBAPI_RRULE_*: days of the week, numbered as in ISO 8601. */
enum {
	LIBAPI_RRULE_MONDAY = 1,
	LIBAPI_RRULE_TUESDAY = 2,
	LIBAPI_RRULE_WEDNESDAY = 3,
	LIBAPI_RRULE_THURSDAY = 4,
	LIBAPI_RRULE_FRIDAY = 5,
	LIBAPI_RRULE_SATURDAY = 6,
	LIBAPI_RRULE_SUNDAY = 7
};

/**
 * A rule that repeats every hour, day, week, month or year without end.
 *
 * freq  LIBAPI_RRULE_HOURLY to LIBAPI_RRULE_YEARLY
 * out   yours, release with libapi_rrule_free(); NULL on any error
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. One thread at a time. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_new(int32_t freq, libapi_rrule **out);

/** Release it. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_rrule_free(libapi_rrule *rule);

/* Setters return LIBAPI_OK, or LIBAPI_E_INVALID for NULL, a constant that is none, or more than 64 entries of one part.
 * Bounds, and which parts go together, are checked by libapi_rrule_text(), all at once. Since 0.1. */

/** INTERVAL, 1 to 1000: every so many of FREQ. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_set_interval(
	libapi_rrule *rule, int32_t interval);
/** COUNT, 1 to 10000, the start included; not beside UNTIL. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_set_count(libapi_rrule *rule, int32_t count);
/**
 * UNTIL, inclusive; not beside COUNT. `time` as the event has its start: 2026-12-31 for all-day events,
 * 2026-12-31T23:59:59 for floating ones, and with an offset (2026-12-31T23:59:59+01:00, sent as UTC) for those with a
 * zone. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_set_until(libapi_rrule *rule, const char *time);
/**
 * One more day of BYDAY. `ordinal` 0: each; 1 to 53 the so-maniest of the month or year, -1 to -53 counted from its
 * end, with MONTHLY and YEARLY alone.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_add_day(
	libapi_rrule *rule, int32_t weekday, int32_t ordinal);
/** One more of BYMONTHDAY: 1 to 31, or -1 (the last) to -31; not with WEEKLY. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_add_month_day(libapi_rrule *rule, int32_t day);
/** One more of BYMONTH: 1 to 12. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_add_month(libapi_rrule *rule, int32_t month);
/** One more of BYSETPOS: 1 to 366, or -1 to -366, of what the other BY parts give in one FREQ. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_add_set_pos(
	libapi_rrule *rule, int32_t position);
/** WKST: the day on which weeks begin; Monday where it is not set. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_set_week_start(
	libapi_rrule *rule, int32_t weekday);

/**
 * The rule as text, RFC 5545 §3.3.10, without "RRULE:".
 *
 * out    yours, release with libapi_string_free(); NULL on any error
 * error  NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every wrong part among the error's fields: "/BYDAY" and
 * what is allowed. Whether UNTIL fits the event's start is the server's to say. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rrule_text(
	const libapi_rrule *rule, char **out, libapi_error **error);

LIBAPI_END

LIBAPI_AUTO_DEFINE(rrule, libapi_rrule_free)

#endif

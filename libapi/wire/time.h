/* time.h: the times of the contract: RFC 3339 with an offset, the same without one (wall time), and dates. */
#ifndef LIBAPI_WIRE_TIME_H
#define LIBAPI_WIRE_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum wire_time_kind {
	WIRE_TIME_DATE, /* 2026-11-23 */
	WIRE_TIME_WALL, /* 2026-11-23T10:00:00 */
	WIRE_TIME_INSTANT, /* 2026-11-23T10:00:00+01:00 */
};
#define WIRE_YEAR_MIN 1900
#define WIRE_YEAR_MAX 2200

struct wire_time {
	enum wire_time_kind kind;
	int32_t year, month, day, hour, minute, second; /* as written: local to the offset */
	int32_t offset_s; /* INSTANT: east of UTC */
	int64_t unix_s; /* INSTANT: since 1970; WALL and DATE: as if the zone were UTC */
};

/* Strict: real calendar dates, years 1900–2200, whole seconds (a fraction of zeros is let pass), no leap
 * second; 't' and 'z' may be small. */
bool wire_time_parse(const char *text, size_t len, struct wire_time *out);
/* The same; NULL, or static text that says what is wrong. */
const char *wire_time_fault(const char *text, size_t len, struct wire_time *out);

/* Canonical text of the time's kind, "Z" for offset 0. Returns the length. */
#define WIRE_TIME_ROOM 32
size_t wire_time_print(const struct wire_time *time, char out[WIRE_TIME_ROOM]);
/* The instant unix_s as read on a clock offset_s east of UTC. */
struct wire_time wire_time_at(int64_t unix_s, int32_t offset_s);

/* Days since 1970-01-01 in the proleptic Gregorian calendar, and back. */
int64_t wire_days_from_civil(int32_t year, int32_t month, int32_t day);
void wire_civil_from_days(int64_t days, int32_t *year, int32_t *month, int32_t *day);
int32_t wire_days_in_month(int32_t year, int32_t month); /* month 1–12 */

#endif

/* occurrence.h: from the stored columns of an event to its occurrences in a window.
 *
 *   texts of the row ─> series_new ─> series_seek(window) ─> series_next, series_next, … ─> END
 *
 * Local times (…_local_s, slots) are seconds since 1970-01-01T00:00:00 on the event's own clock, as if that were
 * UTC; instants (…_s) are Unix seconds. All-day and floating events have no clock of their own: their instants
 * are those of the viewer's zone. Exceptions are rows of their own, complete and shown as stored: the series
 * itself knows nothing of them, whoever merges drops the slots that have a row (contract: overrides replace by
 * original slot). Pure: no I/O after the zones are loaded. */
#ifndef SERVER_DOMAIN_OCCURRENCE_H
#define SERVER_DOMAIN_OCCURRENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "server/domain/zone.h"

/* Columns of `events` as PostgreSQL writes them (DateStyle ISO); borrowed. NULL for SQL NULL. */
struct stored_event {
	const char *is_all_day, *floating; /* "t", "f" */
	const char *tzid;
	const char *start_local; /* "2026-11-24 09:30:00" */
	const char *start_fold; /* "0", "1" */
	const char *duration_s, *duration_days; /* one of them NULL */
	const char *rrule; /* NULL: none */
	const char *rdates, *exdates; /* {"2026-11-24 09:30:00",…} or NULL */
};

struct occurrence {
	int64_t slot_s; /* original local start: with its series it is the occurrence's name */
	int64_t start_s, end_s; /* instants */
};

enum occurrence_step {
	OCCURRENCE_NEXT, /* one was found */
	OCCURRENCE_END, /* none is left in the window */
	OCCURRENCE_PAUSE, /* a good while was spent without finding one: call again, perhaps after a yield */
	OCCURRENCE_TOO_COMPLEX, /* the budget is spent: 422 rrule_too_complex */
};

struct series;

/**
 * Read an event's columns. A single event is a series of one.
 *
 * viewer  the zone in which all-day and floating events happen; NULL: UTC
 * fault   set to static text when the columns cannot be read (no such zone, a damaged rule); may be NULL
 *
 * Returns the series, to be released with series_free(), or NULL: no memory (fault NULL), or a fault.
 */
struct series *series_new(
	const struct stored_event *stored, const struct zone *viewer, const char **fault);
void series_free(struct series *series); /* NULL is legal */

bool series_is_all_day(const struct series *series);
bool series_is_floating(const struct series *series);
bool series_recurs(const struct series *series); /* has a rule or rdates */
/* Of one occurrence: exact seconds of a timed event; of days 86,400 each, on the wall. */
int64_t series_length_s(const struct series *series);
const struct zone *series_zone(const struct series *series); /* its own; also of all-day events */

/* Begin with the first occurrence that overlaps [from_s, to_s). An empty one lies in a window that holds its
 * point. from_s INT64_MIN: from the first one on; to_s INT64_MAX: to the end, which may not exist. */
void series_seek(struct series *series, int64_t from_s, int64_t to_s);
/* In order of start, none twice. */
enum occurrence_step series_next(struct series *series, struct occurrence *out);

/* Steps (docs/recurrence.md, "Cost") that were taken since the last series_seek(). A series ends with
 * OCCURRENCE_TOO_COMPLEX by itself; what a call may spend on all of its series is for the caller to bound. */
enum { SERIES_CALL_STEPS = 1000000 };
int32_t series_steps(const struct series *series);

/* Only the occurrence of this slot: series_next() gives it, or END where the set has none. */
void series_seek_slot(struct series *series, int64_t slot_s);

/* From the first start to the last end. */
struct occurrence_span {
	bool known; /* false: it takes too long to find out */
	bool endless; /* last_s is not set */
	int64_t first_s, last_s;
};
struct occurrence_span series_span(struct series *series);

/* ---- texts -------------------------------------------------------------------------------------------- */

/* "2026-11-24 09:30:00" or with a T, as the database and its JSON write a timestamp. */
bool local_read(const char *text, int64_t *local_s);

/* An array of timestamps, {"2026-11-24 09:30:00",…}, as ascending seconds; *slots to be freed with free(). false:
 * no memory, or no array of times. */
bool slots_read(const char *text, int64_t **slots, size_t *count);
bool slots_have(const int64_t *slots, size_t count, int64_t slot_s);

/* "20261124T093000", of all-day events "20261124". Reading refuses the other form and days that no calendar has. */
enum { SLOT_ROOM = 16 };
bool slot_read(const char *text, bool is_all_day, int64_t *slot_s);
size_t slot_print(int64_t slot_s, bool is_all_day, char out[SLOT_ROOM]);

/* RFC 3339 with the offset of a clock; offsets with seconds (before 1912 or so) are cut to minutes and the wall
 * time moves along, so that the instant stays right. Returns the length. */
enum { OCCURRENCE_TIME_ROOM = 32 };
size_t instant_print(int64_t utc_s, int32_t offset_s, char out[OCCURRENCE_TIME_ROOM]);
/* "2026-11-24T09:30:00", and of a day "2026-11-24". */
size_t wall_print(int64_t local_s, char out[OCCURRENCE_TIME_ROOM]);
size_t date_print(int64_t local_s, char out[OCCURRENCE_TIME_ROOM]);

#endif

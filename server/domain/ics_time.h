/* ics_time.h: the values of RFC 5545 §3.3 that say when: DATE, DATE-TIME, DURATION. */
#ifndef SERVER_DOMAIN_ICS_TIME_H
#define SERVER_DOMAIN_ICS_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "server/domain/zone.h"

enum ics_time_kind { ICS_DATE, ICS_FLOATING, ICS_UTC, ICS_ZONED };

struct ics_time {
	enum ics_time_kind kind;
	int64_t local_s; /* as written; of ICS_UTC an instant */
	const struct zone *zone; /* of ICS_ZONED */
	bool second; /* of two equal wall times the later one */
};

/* 20261124, 20261124T093000 or 20261124T093000Z, in the years 1900–2200. */
bool ics_time_read(const char *text, size_t len, struct ics_time *out);
/* The instant; of dates and floating times their local seconds. In a gap the clock before it counts, §3.3.5. */
int64_t ics_time_instant(const struct ics_time *time);
/* The wall time that another time's clock shows then. A date is a midnight there. */
int64_t ics_time_local_as(const struct ics_time *time, const struct ics_time *as);

struct ics_duration { /* §3.3.6: days are nominal, the rest is exact */
	int64_t days, seconds;
};
bool ics_duration_read(const char *text, size_t len, struct ics_duration *out);

/* +HHMM or -HHMMSS as seconds east of UTC. */
bool ics_offset_read(const char *text, size_t len, int32_t *offset_s);

enum { ICS_TIME_ROOM = 20, ICS_OFFSET_ROOM = 8 };
void ics_local_print(int64_t local_s, char out[ICS_TIME_ROOM]); /* 20261124T093000 */
void ics_utc_print(int64_t utc_s, char out[ICS_TIME_ROOM]); /* with a Z */
void ics_offset_print(int32_t offset_s, char out[ICS_OFFSET_ROOM]);

#endif

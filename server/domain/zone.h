/* zone.h: wall clocks of the IANA time zone database and the instants they show.
 *
 * The whole database is read once per process from the system's TZif files (RFC 9636), every change of every
 * clock from 1900 to 2200 laid out in advance; nothing here does I/O or takes a lock afterwards, and one process
 * never mixes two versions. A package upgrade is taken up by a restart.
 *
 * Instants (utc_s) are seconds since 1970-01-01T00:00:00Z. Wall times (local_s) are the same count on the zone's
 * own clock, as struct wire_time has them in unix_s of a WALL. Outside the years 1900–2200 the clock of the
 * nearest bound goes on. */
#ifndef SERVER_DOMAIN_ZONE_H
#define SERVER_DOMAIN_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A name of the database with its clock. It lives as long as the process; never released. */
struct zone;

/* What a clock shows from one change to the next. */
struct zone_offset {
	int32_t offset_s; /* east of UTC; local_s = utc_s + offset_s */
	bool is_dst; /* as the database says: in Dublin it is winter that saves (negatively) */
	const char *abbreviation; /* "CET", "+0330"; lives as long as the zone */
};

/**
 * Read the database now instead of at the first zone_find(): about 10 ms, so that no request pays for it.
 *
 * Source: $TZDIR, else /usr/share/zoneinfo; its tzdata.zi lists the names, a TZif file each holds the clock.
 *
 * Returns NULL, or text that names the first fault. Without tzdata.zi there is no zone at all; with a damaged
 * file all other zones work. Any thread, any number of times: the work is done once and its verdict kept.
 */
const char *zone_load(void);

/**
 * Find a zone by its name.
 *
 * name   as in the database: "Europe/Berlin", "US/Eastern", "UTC"; case counts; any text is safe to ask for
 * fault  NULL, or set to static text that says why there is none; untouched on success
 *
 * Returns the zone, or NULL when the database has no such name or its file is damaged. Any thread, no lock.
 */
const struct zone *zone_find(const char *name, const char **fault);

/* All of them one by one, links included, in the order of the database; NULL past the last. */
const struct zone *zone_nth(size_t index);

/* "2025b", or "unknown". */
const char *zone_tzdb_version(void);

/* The name it was found by, and the one that the database keeps: US/Eastern is a link to America/New_York. */
const char *zone_name(const struct zone *zone);
const char *zone_canonical_name(const struct zone *zone);
/* Whether two names stand for one zone. */
bool zone_is_same(const struct zone *one, const struct zone *other);

/* The clock at an instant. */
struct zone_offset zone_at(const struct zone *zone, int64_t utc_s);

enum zone_kind {
	ZONE_ORDINARY, /* the clock shows it once */
	ZONE_GAP, /* the clock skips it */
	ZONE_OVERLAP, /* the clock shows it twice */
};

struct zone_instant {
	enum zone_kind kind;
	int64_t utc_s;
	int32_t offset_s; /* utc_s = local_s - offset_s */
};

/**
 * The instant of a wall time.
 *
 * fold  0: the first of two, 1: the second; any other value is as 1. Only an overlap heeds it
 *
 * In a gap utc_s is what an occurrence of a series uses: the offset before the gap (RFC 5545 §3.3.5 with erratum
 * 4271), so 02:30 shows as 03:30. A write of such a wall time is refused instead: look at kind.
 */
struct zone_instant zone_from_local(const struct zone *zone, int64_t local_s, int fold);

/* One change of a clock: of its offset, its name or its kind. */
struct zone_change {
	int64_t utc_s; /* the first instant of `after` */
	struct zone_offset before, after;
};

/* The first change later than utc_s, the last one earlier. false: none from 1900 to 2200. */
bool zone_next_change(const struct zone *zone, int64_t utc_s, struct zone_change *change);
bool zone_previous_change(const struct zone *zone, int64_t utc_s, struct zone_change *change);

#endif

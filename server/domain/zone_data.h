/* zone_data.h: a zone in memory, for the files zone*.c and their tests.
 *
 * A clock is a list of segments: from its start on, a segment's offset holds until the next begins. Rules that go
 * on for ever are written out to 2200 when a zone is read: some 300 segments more for a zone with summer time, and
 * everything after is one search in one list.
 *
 * The search starts from a table of half-years rather than from the middle: at most a few steps, and nothing is
 * written, where a remembered last hit would be shared by all threads. */
#ifndef SERVER_DOMAIN_ZONE_DATA_H
#define SERVER_DOMAIN_ZONE_DATA_H

#include <stddef.h>

#include "server/domain/zone.h"

/* Two days more than the years 1900–2200 at each end: wall times of the bounds in any zone. */
#define ZONE_FIRST_S INT64_C(-2209161600) /* 1899-12-30 */
#define ZONE_END_S INT64_C(7289740800) /* 2201-01-03 */
#define ZONE_FIRST_YEAR 1898 /* rules are written out from here … */
#define ZONE_LAST_YEAR 2201 /* … to here */
#define ZONE_BUCKET_BITS 24 /* 2^24 s: 194 days */
#define ZONE_BUCKETS ((ZONE_END_S - ZONE_FIRST_S) / (1 << ZONE_BUCKET_BITS) + 1)
enum { ZONE_NAME_ROOM = 64 };

struct zone_segment {
	int64_t start_s; /* the first one's is INT64_MIN */
	struct zone_offset is;
};

struct zone_data {
	struct zone_segment *segments; /* by start_s; neighbours differ */
	size_t count, room;
	char *abbreviations; /* what the segments point into */
	int32_t offset_min_s, offset_max_s;
	uint16_t buckets[ZONE_BUCKETS]; /* the segment at each bucket's first instant */
};

struct zone {
	char name[ZONE_NAME_ROOM];
	char target[ZONE_NAME_ROOM]; /* a link's; "" for a zone of its own */
	const struct zone *canonical; /* itself, when it is no link */
	struct zone_data *data; /* the canonical's; NULL with a fault */
	const char *fault; /* static text */
};

/* NULL without memory. `is` is the first segment's. */
struct zone_data *zone_data_new(size_t segments, size_t abbreviation_bytes, struct zone_offset is);
/* Let `is` hold from start_s on. Starts never go back; what is past the years kept is dropped. */
void zone_data_add(struct zone_data *data, int64_t start_s, struct zone_offset is);
/* After the last segment: what the searches need. */
void zone_data_seal(struct zone_data *data);
/* NULL is nothing. */
void zone_data_free(struct zone_data *data);

bool zone_offset_is_same(const struct zone_offset *one, const struct zone_offset *other);

#endif

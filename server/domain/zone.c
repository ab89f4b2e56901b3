/* zone.c: from an instant to the wall and back, over the segments of zone_data.h. */
#include "server/domain/zone.h"

#include <string.h>

#include "server/domain/zone_data.h"

/* Lookups alone are clamped: an instant keeps its value, only its clock is that of the bound. */
static int64_t clamp(int64_t utc_s) {
	return utc_s < ZONE_FIRST_S ? ZONE_FIRST_S : utc_s >= ZONE_END_S ? ZONE_END_S - 1 : utc_s;
}

static size_t segment_at(const struct zone_data *data, int64_t utc_s) {
	if (data->count == 1) { /* UTC and its like */
		return 0;
	}
	utc_s = clamp(utc_s);
	size_t segment = data->buckets[(utc_s - ZONE_FIRST_S) >> ZONE_BUCKET_BITS];
	while (segment + 1 < data->count && data->segments[segment + 1].start_s <= utc_s) {
		segment++;
	}
	return segment;
}

struct zone_offset zone_at(const struct zone *zone, int64_t utc_s) {
	return zone->data->segments[segment_at(zone->data, utc_s)].is;
}

/* Past the bounds of int64_t there is no instant to give: it stays at the bound. */
static struct zone_instant instant_of(enum zone_kind kind, int64_t local_s, int32_t offset_s) {
	struct zone_instant instant = { .kind = kind, .offset_s = offset_s };

	if (__builtin_sub_overflow(local_s, (int64_t)offset_s, &instant.utc_s)) {
		instant.utc_s = local_s < 0 ? INT64_MIN : INT64_MAX;
	}
	return instant;
}

/*        before   │   after             The wall times of a segment run from its start + offset to the next
 *  ──────────●    │                     one's start + its own offset. A time that none has lies in a gap, one
 *                 │   ●──────── gap     that two have in an overlap.
 *  ───────────────┼──●
 *             ●───┼──────────── overlap */
static struct zone_instant search_local(const struct zone_data *data, int64_t local_s, int fold) {
	/* No instant that shows local_s lies before local_s - offset_max_s, none after - offset_min_s. */
	int64_t wanted_s = clamp(local_s);
	size_t segment = segment_at(data, wanted_s - data->offset_max_s);
	int32_t found_s = 0, before_gap_s = data->segments[segment].is.offset_s;
	bool found = false;

	for (; segment < data->count; segment++) {
		const struct zone_segment *here = &data->segments[segment];
		int64_t utc_s = wanted_s - here->is.offset_s;
		if (here->start_s > wanted_s - data->offset_min_s) {
			break;
		}
		if (utc_s < here->start_s) {
			continue;
		}
		before_gap_s = here->is.offset_s;
		if (segment + 1 < data->count && utc_s >= here[1].start_s) {
			continue;
		}
		if (found) {
			return instant_of(
				ZONE_OVERLAP, local_s, fold == 0 ? found_s : here->is.offset_s);
		}
		found = true;
		found_s = here->is.offset_s;
	}
	return found ? instant_of(ZONE_ORDINARY, local_s, found_s)
		     : instant_of(ZONE_GAP, local_s, before_gap_s);
}

struct zone_instant zone_from_local(const struct zone *zone, int64_t local_s, int fold) {
	const struct zone_data *data = zone->data;

	if (data->count == 1) {
		return instant_of(ZONE_ORDINARY, local_s, data->segments[0].is.offset_s);
	}
	return search_local(data, local_s, fold);
}

static void tell_change(const struct zone_segment *after, struct zone_change *change) {
	change->utc_s = after->start_s;
	change->before = after[-1].is;
	change->after = after->is;
}

bool zone_next_change(const struct zone *zone, int64_t utc_s, struct zone_change *change) {
	size_t segment = segment_at(zone->data, utc_s) + 1;

	if (segment >= zone->data->count) {
		return false;
	}
	tell_change(&zone->data->segments[segment], change);
	return true;
}

bool zone_previous_change(const struct zone *zone, int64_t utc_s, struct zone_change *change) {
	size_t segment = segment_at(zone->data, utc_s);

	if (segment > 0 && zone->data->segments[segment].start_s >= utc_s) {
		segment--;
	}
	if (segment == 0) {
		return false;
	}
	tell_change(&zone->data->segments[segment], change);
	return true;
}

const char *zone_name(const struct zone *zone) {
	return zone->name;
}

const char *zone_canonical_name(const struct zone *zone) {
	return zone->canonical->name;
}

bool zone_is_same(const struct zone *one, const struct zone *other) {
	return one->canonical == other->canonical;
}

/* rrule_zone.c: zone_from_local() in the shape that a recurrence set asks for. */
#include "server/domain/rrule_zone.h"

#include <stddef.h>

static int64_t instant(const void *zone, int64_t local_s, bool second, bool *in_gap) {
	struct zone_instant found = zone_from_local(zone, local_s, second);

	*in_gap = found.kind == ZONE_GAP;
	return found.utc_s;
}

struct rrule_clock rrule_clock_of(const struct zone *zone) {
	return (struct rrule_clock){ zone == NULL ? NULL : instant, zone };
}

/* derived.h: the instants that follow from what is stored of an event with a time zone. Wall times are kept, UTC is
 * computed, and computed again when the zone's rules have changed. Pure: no I/O after the zones are loaded. */
#ifndef SERVER_DOMAIN_DERIVED_H
#define SERVER_DOMAIN_DERIVED_H

#include "server/domain/occurrence.h"

struct derived_from {
	struct stored_event stored; /* with a zone: neither all-day nor floating */
	/* An exception whose start follows its series: its slot, "2026-11-24 09:30:00", on the clock of that zone. NULL:
	 * the event has a start of its own. */
	const char *slot, *series_tzid;
};

struct derived {
	int64_t start_local_s;
	int fold; /* 1: start_local_s is the second of two equal wall times */
	int64_t start_s, end_s;
	int64_t first_s,
		last_s; /* first start and last end of a series; of others as start_s and end_s */
	bool endless; /* last_s is not set */
};

/* false: `fault` is static text that says why, or NULL without memory. */
bool derive(const struct derived_from *from, struct derived *out, const char **fault);

#endif

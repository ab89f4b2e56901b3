/* instant.c: by this machine's own zones, like everything calctl shows. Turned down: the zone of the user's settings,
 * which is one request more, and another answer than other commands of the same shell give. */
#include "cli/instant.h"

#include <stdio.h>
#include <string.h>

#include "cli/zone.h"

static bool lacks_offset(const struct given *given, struct wire_time *time) {
	return given->flag->traits & FLAG_INSTANT && given->text != NULL &&
	       wire_time_parse(given->text, strlen(given->text), time) &&
	       time->kind != WIRE_TIME_INSTANT;
}

bool instants_settle(struct args *args) {
	const struct given *named = args_given(args, "time-zone");
	const char *zone = named == NULL ? NULL : named->text;

	for (size_t i = 0; i < args->given_count; i++) {
		struct given *given = &args->given[i];
		struct wire_time time;
		if (!lacks_offset(given, &time)) {
			continue;
		}
		if (zone != NULL && !zone_use(zone)) {
			snprintf(args->problem, sizeof(args->problem),
				"--%s: this machine does not know the zone %.64s; write the time "
				"with an offset, like 2026-11-24T09:30:00Z",
				given->flag->name, zone);
			return false;
		}
		zone_print(zone_instant(&time), given->settled);
		given->text = given->settled;
	}
	return true;
}

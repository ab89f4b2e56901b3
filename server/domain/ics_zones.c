/* ics_zones.c: the zones that one file speaks of. A file has few, so they are a list. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/ics_zone.h"

/* Every tail of a path that is a name: /mozilla.org/20050126_1/America/Argentina/Ushuaia. */
static const struct zone *find_tail(const char *tzid) {
	for (const char *at = strchr(tzid, '/'); at != NULL; at = strchr(at + 1, '/')) {
		const struct zone *zone = zone_find(at + 1, NULL);
		if (zone != NULL) {
			return zone;
		}
	}
	return NULL;
}

const struct zone *ics_zone_of_name(const char *tzid) {
	const struct zone *zone = zone_find(tzid, NULL);
	const char *windows = NULL;

	if (zone == NULL) {
		zone = find_tail(tzid);
	}
	if (zone == NULL) {
		windows = ics_zone_of_windows(tzid);
		zone = windows == NULL ? NULL : zone_find(windows, NULL);
	}
	return zone;
}

static const struct ics_line *find_line(
	const struct ics_line *lines, size_t count, const char *name) {
	for (size_t i = 0; i < count; i++) {
		if (ics_line_is(&lines[i], name)) {
			return &lines[i];
		}
	}
	return NULL;
}

bool ics_zones_add(struct ics_zones *zones, const struct ics_line *lines, size_t count) {
	const struct ics_line *tzid = find_line(lines, count, "TZID");

	if (tzid == NULL || ics_line_value_len(tzid) >= ICS_TZID_ROOM) {
		return true; /* nothing can name it */
	}
	if (zones->count == zones->room) {
		size_t room = zones->room == 0 ? 8 : zones->room * 2;
		struct ics_zone_entry *entries = realloc(zones->entries, room * sizeof(*entries));
		if (entries == NULL) {
			return false;
		}
		zones->entries = entries;
		zones->room = room;
	}
	struct ics_zone_entry *entry = &zones->entries[zones->count++];
	*entry = (struct ics_zone_entry){ .lines = lines, .count = count };
	memcpy(entry->tzid, ics_line_value(tzid), ics_line_value_len(tzid));
	return true;
}

static const struct zone *look_up(const struct ics_zone_entry *entry) {
	const struct ics_line *place = find_line(entry->lines, entry->count, "X-LIC-LOCATION");
	const struct zone *zone = zone_find(entry->tzid, NULL);

	if (zone == NULL && place != NULL) {
		zone = zone_find(ics_line_value(place), NULL);
	}
	zone = zone != NULL ? zone : ics_zone_of_name(entry->tzid);
	return zone != NULL ? zone : ics_zone_of_clock(entry->lines, entry->count);
}

const struct zone *ics_zones_find(struct ics_zones *zones, const char *tzid) {
	for (size_t i = 0; i < zones->count; i++) {
		struct ics_zone_entry *entry = &zones->entries[i];
		if (strcmp(entry->tzid, tzid) != 0) {
			continue;
		}
		if (!entry->looked) {
			entry->zone = look_up(entry);
			entry->looked = true;
		}
		return entry->zone;
	}
	return ics_zone_of_name(tzid);
}

void ics_zones_finish(struct ics_zones *zones) {
	free(zones->entries);
	*zones = (struct ics_zones){ 0 };
}

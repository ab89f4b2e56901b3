/* ics_zone.h: which zone of the IANA database a TZID means, and a zone as a VTIMEZONE.
 *
 * RFC 5545 lets a TZID be any word that its file explains. In order: the name itself, the tail of a path such as
 * /freeassociation.sourceforge.net/Europe/Berlin, X-LIC-LOCATION, the names of Windows, and last the zone whose
 * clock changes exactly as the file says. */
#ifndef SERVER_DOMAIN_ICS_ZONE_H
#define SERVER_DOMAIN_ICS_ZONE_H

#include "server/domain/ics_line.h"
#include "server/domain/ics_put.h"
#include "server/domain/zone.h"

enum { ICS_TZID_ROOM = 256 };

/* By name alone; NULL: it tells nothing. */
const struct zone *ics_zone_of_name(const char *tzid);
/* "W. Europe Standard Time" → "Europe/Berlin"; NULL for what Windows does not call a zone. */
const char *ics_zone_of_windows(const char *name);
/* The zone that keeps the clock of these lines, those of a VTIMEZONE; NULL: none does. */
const struct zone *ics_zone_of_clock(const struct ics_line *lines, size_t count);

struct ics_zones { /* the VTIMEZONEs of one file */
	struct ics_zone_entry {
		char tzid[ICS_TZID_ROOM];
		const struct ics_line *lines;
		size_t count;
		bool looked;
		const struct zone *zone;
	} * entries;
	size_t count, room;
};
/* The lines between BEGIN and END of a VTIMEZONE. false: no memory. */
bool ics_zones_add(struct ics_zones *zones, const struct ics_line *lines, size_t count);
const struct zone *ics_zones_find(struct ics_zones *zones, const char *tzid); /* NULL: unknown */
void ics_zones_finish(struct ics_zones *zones);

/* The VTIMEZONE of a zone, complete from an instant on to the year 2200. */
void ics_put_zone(struct ics_writer *writer, const struct zone *zone, int64_t from_s);

#endif

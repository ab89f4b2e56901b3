/* zone_database.h: all zones of one folder. zone.h's process-wide one is made of it; tests open their own. */
#ifndef SERVER_DOMAIN_ZONE_DATABASE_H
#define SERVER_DOMAIN_ZONE_DATABASE_H

#include <stddef.h>

#include "server/domain/zone_data.h"

enum { ZONE_FAULT_ROOM = 320, ZONE_VERSION_ROOM = 16, ZONE_SLOTS = 4096 };

struct zone_database {
	char version[ZONE_VERSION_ROOM];
	char fault[ZONE_FAULT_ROOM]; /* the first, with the file's name; "" for none */
	struct zone *zones; /* in the order of tzdata.zi; NULL: none */
	size_t count, room;
	uint16_t slots[ZONE_SLOTS]; /* by hash, open addressing: index + 1, 0 is empty */
};

/* Reads everything below `folder`. What could not be read is told in `fault`; the rest is there. */
void zone_database_open(struct zone_database *database, const char *folder);
void zone_database_close(struct zone_database *database);
/* The name's entry, perhaps with a fault of its own; NULL: no such name. */
const struct zone *zone_database_find(const struct zone_database *database, const char *name);

/* zone_list.c: the names of the text of a tzdata.zi, links not yet followed. NULL, or static text of a fault. */
const char *zone_list_read(struct zone_database *database, const char *text, size_t len);

#endif

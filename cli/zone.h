/* zone.h: the clocks of one zone, by this machine's own time zone database: calctl shows what the service reckoned, and
 * never decides by it. */
#ifndef CLI_ZONE_H
#define CLI_ZONE_H

#include <stdbool.h>
#include <stdint.h>

#include "libapi/wire/time.h"

/* All below reckon in this zone from now on. false: this machine does not know it, and UTC is used. */
bool zone_use(const char *name);
/* RFC 3339 §5.6 with the zone's offset at that time. */
void zone_print(int64_t unix_s, char out[WIRE_TIME_ROOM]);
/* When the zone's clocks show this date (at midnight) or wall time; a time that an offset was written to is what it is. */
int64_t zone_instant(const struct wire_time *time);

#endif

/* availability.h: busy times and possible times, as people read them; the last line names the zone.
 *
 *   Busy times
 *
 *   ada                                     Tuesday, 24 November 2026
 *     Tuesday, 24 November 2026               09:30–10:00  100 %
 *       09:30–09:45                           10:00–10:30   50 %  without bo
 *       22:00 → 2026-11-25 06:00  tentative
 *   bo
 *     free                                                                                                       */
#ifndef CLI_AVAILABILITY_H
#define CLI_AVAILABILITY_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/who.h"

struct json_object;

/* The answer of queryFreeBusy or findTimes; `people`, who may be NULL, gives names and the zone; without them times
 * are in `zone`, or in UTC if that is "". false: the answer is of another operation, nothing was printed. */
bool availability_show(FILE *out, const char *operation, struct json_object *answer,
	const struct people *people, const char *zone, int colour);

#endif

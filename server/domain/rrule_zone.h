/* rrule_zone.h: a zone of the time zone database as the clock of a recurrence set. */
#ifndef SERVER_DOMAIN_RRULE_ZONE_H
#define SERVER_DOMAIN_RRULE_ZONE_H

#include "server/domain/rrule_set.h"
#include "server/domain/zone.h"

/* NULL: the floating clock. */
struct rrule_clock rrule_clock_of(const struct zone *zone);

#endif

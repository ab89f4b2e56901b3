/* occurrence_put.h: one occurrence as the API shows it. */
#ifndef SERVER_HANDLERS_OCCURRENCE_PUT_H
#define SERVER_HANDLERS_OCCURRENCE_PUT_H

#include "server/flow/reply.h"
#include "server/handlers/stored_row.h"

enum { OCCURRENCE_ID_ROOM = 36 + 1 + SLOT_ROOM };

/* Of a series: the series' row with the occurrence's times and names in place. `zone` NULL: times in the event's own
 * zone. */
void occurrence_put(struct wire_buffer *out, const struct reply_shape *shape, const PGresult *rows,
	int row, const struct series *series, const struct occurrence *occurrence,
	const struct zone *zone);
/* The zone that the request's time_zone names, or NULL. */
const struct zone *occurrence_shown_in(struct call *call);

#endif

/* POST C/events: an event, or a series of them. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_create_event(struct call *call) {
	series_write(call, NULL, body_recurs(call));
}

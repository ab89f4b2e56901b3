/* POST E/rsvp: the caller answers for themselves. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_respond_to_event(struct call *call) {
	series_write(call, body_text(call, "recurrence_id"), false);
}

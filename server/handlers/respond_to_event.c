/* POST E/rsvp: the caller answers for themselves: for the event, one occurrence, or it and all that follow. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_respond_to_event(struct call *call) {
	const char *slot = body_text(call, "recurrence_id");

	series_write(call, slot != NULL ? slot : body_text(call, "from_recurrence_id"), false);
}

/* DELETE E/attendees/{email}: from the whole event, or from one occurrence. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_remove_attendee(struct call *call) {
	series_write(call, query_text(call, "recurrence_id"), false);
}

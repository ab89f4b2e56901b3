/* PUT E/attendees/{email}: of the whole event, or of one occurrence. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_put_attendee(struct call *call) {
	series_write(call, query_text(call, "recurrence_id"), false);
}

/* PUT E: the whole event. What is stored may be a series even if the body is none: the write itself tells. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_put_event(struct call *call) {
	series_write(call, NULL, body_recurs(call));
}

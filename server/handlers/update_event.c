/* PATCH E. Whether a series is involved, the stored event decides as well: the write itself tells. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_update_event(struct call *call) {
	series_write(call, NULL, body_recurs(call));
}

/* POST E/split: this occurrence and all that follow. */
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_split_series(struct call *call) {
	series_write(call, body_text(call, "recurrence_id"), true);
}

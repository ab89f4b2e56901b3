/* PATCH E/instances/{recurrence_id}: one occurrence, named by its original local start. */
#include "server/domain/series_plan.h"
#include "server/flow/problem.h"
#include "server/handlers/handlers.h"
#include "server/handlers/series_write.h"

void handle_update_instance(struct call *call) {
	const char *slot = call->path_values[2];

	if (!slot_is_shaped(slot)) {
		problem_answer(call, "not_an_occurrence", NULL);
		return;
	}
	series_write(call, slot, false);
}

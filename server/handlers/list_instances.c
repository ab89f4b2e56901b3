/* GET …/events/{event_id}/instances: one series in a window; from now to a year later when none is given. */
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/occurrence_page.h"

void handle_list_instances(struct call *call) {
	call->query.heavy = true;
	call->on_rows = occurrence_page_of_rows;
	run_statement(call);
}

/* GET /v1/agenda: the candidates of all calendars in one statement, expanded and merged into one page. */
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/occurrence_page.h"

void handle_list_agenda(struct call *call) {
	call->query.heavy = true;
	call->on_rows = occurrence_page_of_rows;
	run_statement(call);
}

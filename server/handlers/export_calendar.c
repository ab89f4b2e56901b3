/* GET …/export.ics: the first page says who may and what the calendar is called; the rest is ics_pages.h's. */
#include <string.h>

#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/ics_pages.h"

static void on_page(struct call *call, PGresult *result) {
	struct ics_pages *pages = call->handler_state;
	const char *outcome =
		PQntuples(result) == 0 ? "not_found" : ics_copy_cell(call, result, "outcome");

	if (outcome == NULL || strcmp(outcome, "ok") != 0) {
		problem_answer(call, outcome == NULL ? "unavailable" : outcome, NULL);
		return;
	}
	if (pages->head.name == NULL) {
		pages->head.name = ics_copy_cell(call, result, "name");
		pages->head.description = ics_copy_cell(call, result, "description");
		pages->head.color = ics_copy_cell(call, result, "color");
	}
	ics_pages_take(pages);
}

static void ask(struct call *call, const char *after) {
	call->context[CONTEXT_AFTER] = after;
	if (bind_statement(call, call->route->statement)) {
		call->on_rows = on_page;
		run_submit(call, call->route->statement);
	}
}

void handle_export_calendar(struct call *call) {
	struct ics_pages *pages = ics_pages_new(call);

	if (pages != NULL && bind_context(call)) {
		call->needs_primary = true; /* all pages of one server */
		pages->ask = ask;
		ask(call, NULL);
	}
}

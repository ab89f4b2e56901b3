/* GET …/events: rows as they are stored, or the occurrences of a window.
 *
 *   expand=none         ─> list_events.sql    ─> one page of rows, no C
 *   expand=occurrences  ─> expand_events.sql  ─> occurrence_page
 */
#include <string.h>

#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/occurrence_page.h"

static const char *query_text(struct call *call, const char *name) {
	int field = wire_field_index(call->route->operation->query, name, strlen(name));
	return field < 0 ? NULL : bind_query_value(call, (size_t)field);
}

/* The parameters of expand_events.sql, in the order in which it first names them. */
static void bind_window(struct call *call) {
	const char *const values[] = { query_text(call, "time_zone"), call->path_values[0],
		call->context[CONTEXT_CALLER], query_text(call, "from"), query_text(call, "to"),
		query_text(call, "status"), query_text(call, "uid"), query_text(call, "category"),
		query_text(call, "updated_since"), call->after, call->context[CONTEXT_LIMIT] };

	memcpy(call->values, values, sizeof(values));
}

static void list_occurrences(struct call *call) {
	const char *deleted = query_text(call, "include_deleted");

	if (deleted != NULL && deleted[0] == 't') {
		wire_problems_add(&call->problems, "include_deleted", "excluded",
			"deleted events have no occurrences: leave out include_deleted or expand");
		problem_answer(call, "malformed_query", NULL);
		return;
	}
	if (bind_context(call)) {
		bind_window(call);
		call->query.heavy = true;
		call->on_rows = occurrence_page_of_rows;
		run_submit(call, statement_find("expand_events"));
	}
}

void handle_list_events(struct call *call) {
	const char *expand = query_text(call, "expand");

	if (expand != NULL && strcmp(expand, "occurrences") == 0) {
		list_occurrences(call);
	} else {
		run_statement(call);
	}
}

/* GET …/instances/{recurrence_id}: an exception is a row like any other; else the series is asked for the slot.
 *
 *   run ~~> an exception ─> reply_rows       200,304
 *      └~~> the series ─> has the slot?      200,304 | 404
 */
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/occurrence_put.h"

static void answer_occurrence(struct call *call, PGresult *rows, const struct series *series,
	const struct occurrence *occurrence) {
	struct reply_shape shape = { .schema = call->route->operation->answer,
		.columns = columns_find(call, rows) };
	const char *version = row_text(rows, 0, "version");

	if (shape.columns == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	occurrence_put(
		&call->answer, &shape, rows, 0, series, occurrence, occurrence_shown_in(call));
	reply_json(call, 200, version == NULL ? NULL : call_format(call, "\"%s\"", version));
}

static void find_slot(struct call *call, PGresult *rows) {
	struct series *series = row_series(rows, 0);
	struct occurrence occurrence;
	int64_t slot_s;

	if (series == NULL) {
		problem_answer(call, "internal", NULL);
		return;
	}
	enum occurrence_step found = OCCURRENCE_END;
	if (slot_read(call->path_values[2], series_is_all_day(series), &slot_s)) {
		do {
			found = series_find(series, slot_s, &occurrence);
		} while (found == OCCURRENCE_PAUSE); /* one slot: bounded by the budget */
	}
	if (found == OCCURRENCE_NEXT) {
		answer_occurrence(call, rows, series, &occurrence);
	} else {
		problem_answer(call,
			found == OCCURRENCE_END ? "not_an_occurrence" : "rrule_too_complex", NULL);
	}
	series_free(series);
}

/* An exception as its own row, under its occurrence's name. */
static void answer_exception(struct call *call, PGresult *rows) {
	struct reply_shape shape = { .schema = call->route->operation->answer,
		.columns = columns_find(call, rows) };
	const char *version = row_text(rows, 0, "version");
	const char *id = call_format(
		call, "%s_%s", row_text(rows, 0, "series_id"), row_text(rows, 0, "recurrence_id"));

	if (shape.columns == NULL || id == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	occurrence_put_as(&call->answer, &shape, rows, 0, id);
	reply_json(call, 200, version == NULL ? NULL : call_format(call, "\"%s\"", version));
}

static void on_instance(struct call *call, PGresult *rows) {
	const char *outcome = PQntuples(rows) == 0 ? "not_found" : row_text(rows, 0, "outcome");

	if (outcome == NULL || strcmp(outcome, "ok") != 0) {
		problem_answer_row(call, outcome == NULL ? "internal" : outcome,
			PQntuples(rows) == 0 ? NULL : row_text(rows, 0, "detail"));
	} else if (row_bool(rows, 0, "recurs")) {
		find_slot(call, rows);
	} else {
		answer_exception(call, rows);
	}
}

void handle_get_instance(struct call *call) {
	call->on_rows = on_instance;
	run_statement(call);
}

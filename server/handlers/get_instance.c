/* GET …/instances/{recurrence_id}: an exception is a row like any other; else the series is asked for the slot.
 *
 *   run ~~> an exception ─> reply_rows       200,304
 *      └~~> the series ─> look ~~>           200,304 | 404,422
 */
#include <stdlib.h>

#include "server/flow/call_work.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/occurrence_put.h"

struct search {
	struct call_work work;
	PGresult *rows;
	struct series *series;
};

static void answer_occurrence(
	struct call *call, const struct search *search, const struct occurrence *occurrence) {
	struct reply_shape shape = { .schema = call->route->operation->answer,
		.columns = columns_find(call, search->rows) };
	const char *version = row_text(search->rows, 0, "version");

	if (shape.columns == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	occurrence_put(&call->answer, &shape, search->rows, 0, search->series, occurrence,
		occurrence_shown_in(call));
	reply_json(call, 200, version == NULL ? NULL : call_format(call, "\"%s\"", version));
}

static enum work_step look(struct call_work *work) {
	struct search *search = LIST_ENTRY(work, struct search, work);
	struct occurrence occurrence;

	switch (series_next(search->series, &occurrence)) {
	case OCCURRENCE_NEXT:
		answer_occurrence(work->call, search, &occurrence);
		return WORK_DONE;
	case OCCURRENCE_END:
		problem_answer(work->call, "not_an_occurrence", NULL);
		return WORK_DONE;
	case OCCURRENCE_PAUSE:
		return WORK_MORE;
	default:
		return WORK_TOO_COMPLEX;
	}
}

static void release(struct call_work *work) {
	struct search *search = LIST_ENTRY(work, struct search, work);

	series_free(search->series);
	PQclear(search->rows);
	free(search);
}

static void find_slot(struct call *call, PGresult *rows) {
	struct series *series = row_series(rows, 0);
	struct search *search = series == NULL ? NULL : calloc(1, sizeof(*search));
	int64_t slot_s;

	if (search == NULL) {
		problem_answer(call, series == NULL ? "internal" : "unavailable", NULL);
	} else if (!slot_read(call->path_values[2], series_is_all_day(series), &slot_s)) {
		problem_answer(call, "not_an_occurrence", NULL);
		free(search);
	} else {
		series_seek_slot(series, slot_s);
		search->series = series;
		search->rows = query_take_result(&call->query);
		call_work_begin(&search->work, call, look, release);
		return;
	}
	series_free(series);
}

static void on_instance(struct call *call, PGresult *rows) {
	const char *outcome = PQntuples(rows) == 0 ? "not_found" : row_text(rows, 0, "outcome");

	if (outcome == NULL || strcmp(outcome, "ok") != 0) {
		problem_answer_row(call, outcome == NULL ? "internal" : outcome,
			PQntuples(rows) == 0 ? NULL : row_text(rows, 0, "detail"));
	} else if (row_bool(rows, 0, "recurs")) {
		find_slot(call, rows);
	} else {
		reply_rows(call, rows);
	}
}

void handle_get_instance(struct call *call) {
	call->on_rows = on_instance;
	run_statement(call);
}

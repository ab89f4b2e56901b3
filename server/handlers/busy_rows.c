/* busy_rows.c: single events have their instants; series are expanded, and each subject's times merged, in slices
 * (flow/call_work.h). */
#include "server/handlers/busy_rows.h"

#include <stdlib.h>

#include "libapi/wire/time.h"
#include "server/flow/problem.h"

enum { WINDOW_MAX_S = 92 * 86400 };

static struct busy_rows *busy_of(struct call_work *work) {
	return LIST_ENTRY(work, struct busy_rows, work);
}

static void busy_rows_release(struct call_work *work) {
	struct busy_rows *busy = busy_of(work);

	for (size_t i = 0; busy->busy != NULL && i < busy->count; i++) {
		freebusy_finish(&busy->busy[i]);
	}
	free(busy->busy);
	free(busy->first_row);
	series_free(busy->open);
	slot_list_finish(&busy->overridden);
	PQclear(busy->rows);
	free(busy);
}

void busy_rows_free(struct busy_rows *busy) {
	call_work_end(&busy->work);
}

/* ---- one row --------------------------------------------------------------------------------------------- */

static struct freebusy *list_of_row(const struct busy_rows *busy) {
	int64_t position = row_number(busy->rows, busy->row, "position", -1);
	return position < 0 || (size_t)position >= busy->count ? NULL : &busy->busy[position];
}

/* NEXT: added. */
static enum work_step add_span(struct busy_rows *busy, int64_t start_s, int64_t end_s) {
	struct busy_span span = { start_s, end_s, row_bool(busy->rows, busy->row, "tentative") };
	struct freebusy *list = list_of_row(busy);

	if (list == NULL) {
		return WORK_NEXT;
	}
	if (!freebusy_add(list, &span, busy->from_s, busy->to_s)) {
		return WORK_NO_MEMORY;
	}
	return list->merged > FREEBUSY_SPANS_MAX ? WORK_TOO_COMPLEX : WORK_NEXT;
}

static enum work_step add_single(struct busy_rows *busy) {
	return add_span(busy, row_number(busy->rows, busy->row, "place_s", 0),
		row_number(busy->rows, busy->row, "place_end_s", 0));
}

static enum work_step close_series(struct busy_rows *busy) {
	busy->steps += series_steps(busy->open);
	series_free(busy->open);
	busy->open = NULL;
	slot_list_finish(&busy->overridden);
	return busy->steps > SERIES_CALL_STEPS ? WORK_TOO_COMPLEX : WORK_NEXT;
}

/* A series that somebody answered in different ways along it has a row for each, with its slots. */
static bool is_of_row(const struct busy_rows *busy, const struct occurrence *occurrence) {
	return occurrence->slot_s >= busy->slot_from_s && occurrence->slot_s < busy->slot_to_s &&
	       !slot_list_has(&busy->overridden, occurrence->slot_s);
}

/* NEXT: the series is done. */
static enum work_step walk_series(struct busy_rows *busy) {
	struct occurrence occurrence;

	for (unsigned count = 1;; count++) {
		enum occurrence_step step = series_next(busy->open, &occurrence);
		if (step == OCCURRENCE_END) {
			return close_series(busy);
		}
		if (step == OCCURRENCE_TOO_COMPLEX) {
			return WORK_TOO_COMPLEX;
		}
		if (step == OCCURRENCE_NEXT && is_of_row(busy, &occurrence)) {
			enum work_step added = add_span(busy, occurrence.start_s, occurrence.end_s);
			if (added != WORK_NEXT) {
				return added;
			}
		}
		if (step == OCCURRENCE_PAUSE ||
			(count % WORK_CLOCK_EVERY == 0 && call_work_slice_is_over(&busy->work))) {
			return WORK_MORE;
		}
	}
}

static bool open_series(struct busy_rows *busy) {
	busy->open = row_series(busy->rows, busy->row);
	if (busy->open == NULL) {
		return true;
	}
	series_seek(busy->open, busy->from_s, busy->to_s);
	busy->slot_from_s = row_number(busy->rows, busy->row, "slot_from_s", INT64_MIN);
	busy->slot_to_s = row_number(busy->rows, busy->row, "slot_to_s", INT64_MAX);
	return row_slots(busy->rows, busy->row, &busy->overridden);
}

static enum work_step add_row(struct busy_rows *busy) {
	if (row_text(busy->rows, busy->row, "id") == NULL) {
		return WORK_NEXT; /* nothing makes this subject busy */
	}
	if (!row_bool(busy->rows, busy->row, "recurs")) {
		return add_single(busy);
	}
	if (busy->open == NULL && !open_series(busy)) {
		return WORK_NO_MEMORY;
	}
	return busy->open == NULL ? WORK_NEXT : walk_series(busy);
}

/* ---- all rows, then all subjects --------------------------------------------------------------------------- */

static enum work_step merge_times(struct call_work *work) {
	struct busy_rows *busy = busy_of(work);

	while (busy->merged < busy->count) {
		struct freebusy *list = &busy->busy[busy->merged++];
		if (!freebusy_merge(list)) {
			return WORK_NO_MEMORY;
		}
		if (list->count > FREEBUSY_SPANS_MAX) {
			return WORK_TOO_COMPLEX;
		}
		if (call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	busy->on_ready(busy);
	return WORK_HANDED_ON;
}

static enum work_step add_rows(struct call_work *work) {
	struct busy_rows *busy = busy_of(work);

	while (busy->row < PQntuples(busy->rows)) {
		enum work_step step = add_row(busy);
		if (step != WORK_NEXT) {
			return step;
		}
		busy->row++;
		if (busy->row % WORK_CLOCK_EVERY == 0 && call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	work->step = merge_times;
	return WORK_NEXT;
}

/* One look at every row, before the slices begin: so the column is looked up once. */
static void find_first_rows(struct busy_rows *busy) {
	int column = PQfnumber(busy->rows, "position");

	for (int row = PQntuples(busy->rows) - 1; row >= 0 && column >= 0; row--) {
		int64_t position = strtoll(PQgetvalue(busy->rows, row, column), NULL, 10);
		if (position >= 0 && (size_t)position < busy->count) {
			busy->first_row[position] = row;
		}
	}
}

/* Takes the rows, also when it fails. */
static struct busy_rows *busy_rows_new(PGresult *rows, size_t count) {
	struct busy_rows *busy = calloc(1, sizeof(*busy));

	if (busy == NULL || PQntuples(rows) == 0) {
		PQclear(rows);
		free(busy);
		return NULL;
	}
	busy->rows = rows;
	busy->count = count;
	busy->busy = calloc(count + 1, sizeof(*busy->busy));
	busy->first_row = calloc(count + 1, sizeof(*busy->first_row));
	if (busy->busy == NULL || busy->first_row == NULL) {
		busy_rows_release(&busy->work);
		return NULL;
	}
	return busy;
}

void busy_rows_of(struct call *call, size_t count, void (*on_ready)(struct busy_rows *busy)) {
	struct busy_rows *busy = busy_rows_new(query_take_result(&call->query), count);

	if (busy == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	busy->on_ready = on_ready;
	busy->from_s = row_number(busy->rows, 0, "from_s", 0);
	busy->to_s = row_number(busy->rows, 0, "to_s", 0);
	find_first_rows(busy);
	call_work_begin(&busy->work, call, add_rows, busy_rows_release);
}

/* ---- members of the body --------------------------------------------------------------------------------- */

const struct wire_value *body_member(const struct wire_record *record, const char *name) {
	int field = wire_field_index(record->schema, name, strlen(name));
	return field < 0 || record->values[field].state != WIRE_SET ? NULL : &record->values[field];
}

int64_t body_number(const struct wire_record *record, const char *name, int64_t absent) {
	const struct wire_value *value = body_member(record, name);
	return value == NULL ? absent : value->number;
}

int64_t body_instant(const struct wire_record *record, const char *name) {
	const struct wire_value *value = body_member(record, name);
	struct wire_time time = { 0 };

	if (value != NULL) {
		wire_time_parse(value->text, value->len, &time);
	}
	return time.unix_s;
}

void check_body_window(struct call *call) {
	int64_t length_s =
		body_instant(call->body_record, "to") - body_instant(call->body_record, "from");

	if (length_s > WINDOW_MAX_S) {
		wire_problems_add(
			&call->problems, "/to", "too_large", "at most 92 days after from");
	}
}

/* busy_rows.c: single events have their instants; series are expanded in slices between the loop's turns. */
#include "server/handlers/busy_rows.h"

#include <stdlib.h>

#include "libapi/wire/time.h"
#include "server/flow/problem.h"

enum { SLICE_US = 500, CLOCK_EVERY = 32, WINDOW_MAX_S = 92 * 86400 };

void busy_rows_free(struct busy_rows *busy) {
	for (size_t i = 0; busy->busy != NULL && i < busy->count; i++) {
		freebusy_finish(&busy->busy[i]);
	}
	free(busy->busy);
	free(busy->first_row);
	series_free(busy->open);
	slot_list_finish(&busy->overridden);
	PQclear(busy->rows);
	call_unref(busy->call);
	free(busy);
}

static void answer_problem(struct busy_rows *busy, const char *code) {
	problem_answer(busy->call, code, NULL);
	busy_rows_free(busy);
}

/* ---- one row --------------------------------------------------------------------------------------------- */

enum walked { WALKED_ALL, WALKED_SOME, WALKED_NO_MEMORY, WALKED_TOO_COMPLEX };

static struct freebusy *list_of_row(const struct busy_rows *busy) {
	int64_t position = row_number(busy->rows, busy->row, "position", -1);
	return position < 0 || (size_t)position >= busy->count ? NULL : &busy->busy[position];
}

static bool add_span(struct busy_rows *busy, int64_t start_s, int64_t end_s) {
	struct busy_span span = { start_s, end_s, row_bool(busy->rows, busy->row, "tentative") };
	struct freebusy *list = list_of_row(busy);

	return list == NULL || freebusy_add(list, &span, busy->from_s, busy->to_s);
}

static bool add_single(struct busy_rows *busy) {
	return add_span(busy, row_number(busy->rows, busy->row, "place_s", 0),
		row_number(busy->rows, busy->row, "place_end_s", 0));
}

static enum walked walk_series(struct busy_rows *busy, uint64_t until_us) {
	struct occurrence occurrence;

	for (unsigned count = 1;; count++) {
		enum occurrence_step step = series_next(busy->open, &occurrence);
		if (step == OCCURRENCE_END) {
			return WALKED_ALL;
		}
		if (step == OCCURRENCE_TOO_COMPLEX) {
			return WALKED_TOO_COMPLEX;
		}
		if (step == OCCURRENCE_NEXT &&
			!slot_list_has(&busy->overridden, occurrence.slot_s) &&
			!add_span(busy, occurrence.start_s, occurrence.end_s)) {
			return WALKED_NO_MEMORY;
		}
		if (step == OCCURRENCE_PAUSE ||
			(count % CLOCK_EVERY == 0 && monotonic_us() > until_us)) {
			return WALKED_SOME;
		}
	}
}

static bool open_series(struct busy_rows *busy) {
	busy->open = row_series(busy->rows, busy->row);
	if (busy->open == NULL) {
		return true;
	}
	series_seek(busy->open, busy->from_s, busy->to_s);
	return row_slots(busy->rows, busy->row, &busy->overridden);
}

static enum walked add_row(struct busy_rows *busy, uint64_t until_us) {
	if (row_text(busy->rows, busy->row, "id") == NULL) {
		return WALKED_ALL; /* nothing makes this subject busy */
	}
	if (!row_bool(busy->rows, busy->row, "recurs")) {
		return add_single(busy) ? WALKED_ALL : WALKED_NO_MEMORY;
	}
	if (busy->open == NULL && !open_series(busy)) {
		return WALKED_NO_MEMORY;
	}
	enum walked walked = busy->open == NULL ? WALKED_ALL : walk_series(busy, until_us);
	if (walked == WALKED_ALL) {
		series_free(busy->open);
		busy->open = NULL;
		slot_list_finish(&busy->overridden);
	}
	return walked;
}

/* ---- all rows, in slices --------------------------------------------------------------------------------- */

static enum walked add_rows(struct busy_rows *busy) {
	uint64_t until_us = monotonic_us() + SLICE_US;

	for (; busy->row < PQntuples(busy->rows); busy->row++) {
		enum walked walked = add_row(busy, until_us);
		if (walked != WALKED_ALL) {
			return walked;
		}
		if (busy->row % CLOCK_EVERY == CLOCK_EVERY - 1 && monotonic_us() > until_us) {
			busy->row++;
			return WALKED_SOME;
		}
	}
	return WALKED_ALL;
}

static bool merge_all(struct busy_rows *busy) {
	bool good = true;

	for (size_t i = 0; i < busy->count; i++) {
		good = freebusy_merge(&busy->busy[i]) && good;
	}
	return good;
}

static void go_on(struct busy_rows *busy) {
	switch (add_rows(busy)) {
	case WALKED_ALL:
		if (merge_all(busy)) {
			busy->on_ready(busy);
		} else {
			answer_problem(busy, "unavailable");
		}
		break;
	case WALKED_SOME:
		loop_set_timer(busy->call->flow->loop, &busy->timer, monotonic_us());
		break;
	case WALKED_TOO_COMPLEX:
		answer_problem(busy, "rrule_too_complex");
		break;
	default:
		answer_problem(busy, "unavailable");
	}
}

static void on_turn(struct timer *timer) {
	struct busy_rows *busy = LIST_ENTRY(timer, struct busy_rows, timer);

	if (busy->call->gone) {
		busy_rows_free(busy);
	} else if (call_is_late(busy->call)) {
		answer_problem(busy, "timeout");
	} else {
		go_on(busy);
	}
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

void busy_rows_of(struct call *call, size_t count, void (*on_ready)(struct busy_rows *busy)) {
	struct busy_rows *busy = calloc(1, sizeof(*busy));

	if (busy == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	busy->call = call_ref(call);
	busy->rows = query_take_result(&call->query);
	busy->count = count;
	busy->on_ready = on_ready;
	busy->busy = calloc(count + 1, sizeof(*busy->busy));
	busy->first_row = calloc(count + 1, sizeof(*busy->first_row));
	timer_init(&busy->timer, on_turn);
	if (busy->busy == NULL || busy->first_row == NULL || PQntuples(busy->rows) == 0) {
		answer_problem(busy, "unavailable");
		return;
	}
	busy->from_s = row_number(busy->rows, 0, "from_s", 0);
	busy->to_s = row_number(busy->rows, 0, "to_s", 0);
	find_first_rows(busy);
	go_on(busy);
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

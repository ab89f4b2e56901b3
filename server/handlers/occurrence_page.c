/* occurrence_page.c: expand, merge, cut, write; in slices (flow/call_work.h).
 *
 *   rows ─> collect ──> begin_answer ─> write_places ─> end_page
 *            422                                        200
 *
 * Of all that happens only the first `limit` places after the cursor are wanted: when the list of places is full it
 * is sorted and cut, and from then on a series is left as soon as it is past the last of them. So a page costs
 * what it shows, not what the window holds, and nothing is kept between pages but the cursor. */
#include "server/handlers/occurrence_page.h"

#include <stdlib.h>

#include "server/flow/bind.h"
#include "server/flow/call_work.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/handlers/occurrence_put.h"

enum {
	DAY_S = 86400, /* more than any clock is put forward: how far starts may step back */
};

struct place {
	int64_t start_s;
	struct occurrence occurrence; /* of a series; slot_s and so on */
	struct series *series; /* NULL: a row that is its own occurrence */
	int row;
	char id[OCCURRENCE_ID_ROOM];
};

struct page {
	struct call_work work;
	PGresult *rows;
	int64_t from_s, to_s, after_s;
	const char *after_id;
	size_t limit; /* places wanted: one more than shown, to know whether there is another page */

	int row; /* the next to be looked at */
	struct series **series; /* by row */
	struct series *open; /* being walked: series[row] */
	struct slot_list overridden;
	const char *open_id;
	int64_t steps; /* of the series that are done */

	struct place *places;
	size_t count, room;
	bool full; /* there were more than limit: places[limit - 1] bounds what is still wanted */
	int64_t bound_s;

	struct reply_shape shape;
	const struct zone *shown_in;
	size_t shown, written;
};

static struct page *page_of(struct call_work *work) {
	return LIST_ENTRY(work, struct page, work);
}

static void page_free(struct call_work *work) {
	struct page *page = page_of(work);

	for (int row = 0; page->series != NULL && row < PQntuples(page->rows); row++) {
		series_free(page->series[row]);
	}
	free(page->series);
	slot_list_finish(&page->overridden);
	free(page->places);
	PQclear(page->rows);
	free(page);
}

/* ---- places ---------------------------------------------------------------------------------------------- */

static int compare_places(const void *left, const void *right) {
	const struct place *one = left, *other = right;

	if (one->start_s != other->start_s) {
		return one->start_s < other->start_s ? -1 : 1;
	}
	return strcmp(one->id, other->id);
}

static bool is_after_cursor(const struct page *page, int64_t start_s, const char *id) {
	if (page->after_id == NULL || start_s != page->after_s) {
		return page->after_id == NULL || start_s > page->after_s;
	}
	return strcmp(id, page->after_id) > 0;
}

static void cut(struct page *page) {
	if (page->count > 1) {
		qsort(page->places, page->count, sizeof(*page->places), compare_places);
	}
	if (page->count >= page->limit) {
		page->count = page->limit;
		page->full = true;
		page->bound_s = page->places[page->count - 1].start_s;
	}
}

static bool add_place(struct page *page, const struct place *place) {
	if (!is_after_cursor(page, place->start_s, place->id) ||
		(page->full && place->start_s > page->bound_s)) {
		return true;
	}
	if (page->count == page->room) {
		if (page->count >= 2 * page->limit) {
			cut(page);
		} else {
			size_t room = page->room == 0 ? 64 : 2 * page->room;
			struct place *places = realloc(page->places, room * sizeof(*page->places));
			if (places == NULL) {
				return false;
			}
			page->places = places;
			page->room = room;
		}
	}
	page->places[page->count++] = *place;
	return true;
}

static bool copy_id(struct place *place, const char *id, size_t len) {
	if (len >= sizeof(place->id)) {
		return false;
	}
	memcpy(place->id, id, len + 1);
	return true;
}

/* ---- collecting ------------------------------------------------------------------------------------------ */

static bool add_row(struct page *page) {
	struct place place = { .row = page->row };
	const char *id = row_text(page->rows, page->row, "place_id");

	place.start_s = row_number(page->rows, page->row, "place_s", 0);
	return id == NULL || !copy_id(&place, id, strlen(id)) || add_place(page, &place);
}

static bool open_series(struct page *page) {
	struct series *series = row_series(page->rows, page->row);
	/* What begins before the cursor's place is behind it. */
	int64_t from_s = page->after_id != NULL && page->after_s > page->from_s ? page->after_s
										: page->from_s;
	if (series == NULL) {
		return true;
	}
	page->series[page->row] = series;
	page->open_id = row_text(page->rows, page->row, "id");
	series_seek(series, from_s, page->to_s);
	if (!row_slots(page->rows, page->row, &page->overridden)) {
		return false;
	}
	page->open = page->open_id == NULL ? NULL : series;
	return true;
}

static bool add_occurrence(struct page *page, const struct occurrence *occurrence) {
	struct place place = { .start_s = occurrence->start_s,
		.occurrence = *occurrence,
		.series = page->open,
		.row = page->row };
	size_t len = strlen(page->open_id);

	if (slot_list_has(&page->overridden, occurrence->slot_s) || len != 36) {
		return true;
	}
	memcpy(place.id, page->open_id, len);
	place.id[len] = '_';
	slot_print(occurrence->slot_s, series_is_all_day(page->open), place.id + len + 1);
	return add_place(page, &place);
}

static bool is_past_page(const struct page *page, const struct occurrence *occurrence) {
	return page->full && occurrence->start_s > page->bound_s + DAY_S;
}

/* One rule may be too complex; many that are just not may be so together. */
static enum work_step close_series(struct page *page) {
	page->steps += series_steps(page->open);
	slot_list_finish(&page->overridden);
	page->open = NULL;
	page->row++;
	return page->steps > SERIES_CALL_STEPS ? WORK_TOO_COMPLEX : WORK_NEXT;
}

/* NEXT: the series is done. */
static enum work_step walk_series(struct page *page) {
	struct occurrence occurrence;

	for (unsigned count = 1;; count++) {
		switch (series_next(page->open, &occurrence)) {
		case OCCURRENCE_NEXT:
			if (is_past_page(page, &occurrence)) {
				return close_series(page);
			}
			if (!add_occurrence(page, &occurrence)) {
				return WORK_NO_MEMORY;
			}
			break;
		case OCCURRENCE_END:
			return close_series(page);
		case OCCURRENCE_PAUSE:
			return WORK_MORE;
		default:
			return WORK_TOO_COMPLEX;
		}
		if (count % WORK_CLOCK_EVERY == 0 && call_work_slice_is_over(&page->work)) {
			return WORK_MORE;
		}
	}
}

static enum work_step take_row(struct page *page) {
	if (page->open == NULL && row_bool(page->rows, page->row, "recurs") && !open_series(page)) {
		return WORK_NO_MEMORY;
	}
	if (page->open != NULL) {
		return walk_series(page);
	}
	bool added = row_bool(page->rows, page->row, "recurs") || add_row(page);
	page->row++;
	return added ? WORK_NEXT : WORK_NO_MEMORY;
}

/* ---- writing --------------------------------------------------------------------------------------------- */

static void put_place(struct page *page, const struct place *place) {
	struct wire_buffer *out = &page->work.call->answer;

	if (place->series == NULL) {
		reply_put_row(out, &page->shape, page->rows, place->row);
	} else {
		occurrence_put(out, &page->shape, page->rows, place->row, place->series,
			&place->occurrence, page->shown_in);
	}
}

static void end_page(struct page *page) {
	struct call *call = page->work.call;
	const struct place *last =
		page->shown < page->count ? &page->places[page->shown - 1] : NULL;

	wire_put_str(&call->answer, "],\"next_cursor\":");
	reply_put_next_cursor(call,
		last == NULL ? NULL
			     : call_format(call, "%lld %s", (long long)last->start_s, last->id));
	wire_put_char(&call->answer, '}');
	reply_json(call, 200, NULL);
}

static enum work_step write_places(struct call_work *work) {
	struct page *page = page_of(work);

	while (page->written < page->shown) {
		if (page->written > 0) {
			wire_put_char(&work->call->answer, ',');
		}
		put_place(page, &page->places[page->written++]);
		if (call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	end_page(page);
	return WORK_DONE;
}

static enum work_step begin_answer(struct call_work *work) {
	struct page *page = page_of(work);
	struct call *call = work->call;

	page->shape = (struct reply_shape){ .schema = call->route->operation->answer,
		.columns = columns_find(call, page->rows) };
	if (page->shape.columns == NULL) {
		return WORK_NO_MEMORY;
	}
	if (!reply_wanted(call, &page->shape.wanted)) {
		return WORK_DONE; /* a problem was answered */
	}
	cut(page);
	page->shown = page->count < page->limit ? page->count : page->limit - 1;
	page->shown_in = occurrence_shown_in(call);
	wire_put_str(&call->answer, "{\"items\":[");
	work->step = write_places;
	return WORK_NEXT;
}

/* ---- all rows, in slices --------------------------------------------------------------------------------- */

static enum work_step collect(struct call_work *work) {
	struct page *page = page_of(work);
	enum work_step step = WORK_NEXT;

	while (step == WORK_NEXT && page->row < PQntuples(page->rows)) {
		step = take_row(page);
		if (step == WORK_NEXT && call_work_slice_is_over(work)) {
			step = WORK_MORE;
		}
	}
	if (step == WORK_NEXT) {
		work->step = begin_answer;
	}
	return step;
}

/* ---- the beginning --------------------------------------------------------------------------------------- */

static void read_cursor(struct page *page, const char *after) {
	char *id = NULL;

	if (after != NULL) {
		page->after_s = strtoll(after, &id, 10);
		page->after_id = *id == ' ' ? id + 1 : id;
	}
}

void occurrence_page_of_rows(struct call *call, PGresult *result) {
	const char *outcome = PQntuples(result) == 0 ? NULL : row_text(result, 0, "outcome");

	if (outcome != NULL && strcmp(outcome, "ok") != 0) {
		problem_answer_row(call, outcome, row_text(result, 0, "detail"));
		return;
	}
	struct page *page = calloc(1, sizeof(*page));
	struct series **series = calloc((size_t)PQntuples(result) + 1, sizeof(struct series *));
	if (page == NULL || series == NULL) {
		free(page);
		free(series);
		problem_answer(call, "unavailable", NULL);
		return;
	}
	page->rows = query_take_result(&call->query);
	page->series = series;
	page->limit = (size_t)reply_limit(call) + 1;
	if (PQntuples(page->rows) > 0) {
		page->from_s = row_number(page->rows, 0, "from_s", INT64_MIN);
		page->to_s = row_number(page->rows, 0, "to_s", INT64_MAX);
	}
	read_cursor(page, call->after);
	call_work_begin(&page->work, call, collect, page_free);
}

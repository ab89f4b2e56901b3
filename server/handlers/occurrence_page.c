/* occurrence_page.c: expand, merge, cut.
 *
 *   rows ─> collect ──> sort ─> put ─> reply
 *             ↑  ↓ 0.5 ms
 *           the loop
 *
 * Of all that happens only the first `limit` places after the cursor are wanted: when the list of places is full it
 * is sorted and cut, and from then on a series is left as soon as it is past the last of them. So a page costs
 * what it shows, not what the window holds, and nothing is kept between pages but the cursor. */
#include "server/handlers/occurrence_page.h"

#include <stdlib.h>

#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/handlers/occurrence_put.h"

enum {
	SLICE_US = 500, /* then the loop has other things to do */
	CLOCK_EVERY = 32, /* occurrences from one look at the clock to the next */
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
	struct call *call;
	PGresult *rows;
	struct timer timer;
	int64_t from_s, to_s, after_s;
	const char *after_id;
	size_t limit; /* places wanted: one more than shown, to know whether there is another page */

	int row; /* the next to be looked at */
	struct series **series; /* by row */
	struct series *open; /* being walked: series[row] */
	struct slot_list overridden;
	const char *open_id;

	struct place *places;
	size_t count, room;
	bool full; /* there were more than limit: places[limit - 1] bounds what is still wanted */
	int64_t bound_s;
};

/* ---- the end, good or bad ------------------------------------------------------------------------------ */

static void page_free(struct page *page) {
	for (int row = 0; page->series != NULL && row < PQntuples(page->rows); row++) {
		series_free(page->series[row]);
	}
	free(page->series);
	slot_list_finish(&page->overridden);
	free(page->places);
	PQclear(page->rows);
	call_unref(page->call);
	free(page);
}

static void answer_problem(struct page *page, const char *code) {
	problem_answer(page->call, code, NULL);
	page_free(page);
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

enum collected { COLLECTED_ALL, COLLECTED_SOME, COLLECTED_NO_MEMORY, COLLECTED_TOO_COMPLEX };

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

static void close_series(struct page *page) {
	slot_list_finish(&page->overridden);
	page->open = NULL;
	page->row++;
}

/* Until the series is done or the slice is over. */
static enum collected walk_series(struct page *page, uint64_t until_us) {
	struct occurrence occurrence;

	for (unsigned count = 1;; count++) {
		switch (series_next(page->open, &occurrence)) {
		case OCCURRENCE_NEXT:
			if (is_past_page(page, &occurrence)) {
				return COLLECTED_ALL;
			}
			if (!add_occurrence(page, &occurrence)) {
				return COLLECTED_NO_MEMORY;
			}
			break;
		case OCCURRENCE_END:
			return COLLECTED_ALL;
		case OCCURRENCE_PAUSE:
			return COLLECTED_SOME;
		default:
			return COLLECTED_TOO_COMPLEX;
		}
		if (count % CLOCK_EVERY == 0 && monotonic_us() > until_us) {
			return COLLECTED_SOME;
		}
	}
}

static enum collected collect(struct page *page) {
	uint64_t until_us = monotonic_us() + SLICE_US;

	while (page->row < PQntuples(page->rows)) {
		if (page->open == NULL && !row_bool(page->rows, page->row, "recurs")) {
			if (!add_row(page)) {
				return COLLECTED_NO_MEMORY;
			}
			page->row++;
			continue;
		}
		if (page->open == NULL && !open_series(page)) {
			return COLLECTED_NO_MEMORY;
		}
		enum collected walked =
			page->open == NULL ? COLLECTED_ALL : walk_series(page, until_us);
		if (walked != COLLECTED_ALL) {
			return walked;
		}
		close_series(page);
		if (monotonic_us() > until_us) {
			return COLLECTED_SOME;
		}
	}
	return COLLECTED_ALL;
}

/* ---- writing --------------------------------------------------------------------------------------------- */

static void reply(struct page *page) {
	struct call *call = page->call;
	struct reply_shape shape = { .schema = call->route->operation->answer,
		.columns = columns_find(call, page->rows) };
	const struct zone *zone = occurrence_shown_in(call);

	cut(page);
	size_t shown = page->count < page->limit ? page->count : page->limit - 1;
	if (!reply_wanted(call, &shape.wanted)) {
		page_free(page);
		return;
	}
	wire_put_str(&call->answer, "{\"items\":[");
	for (size_t i = 0; i < shown && shape.columns != NULL; i++) {
		const struct place *place = &page->places[i];
		if (i > 0) {
			wire_put_char(&call->answer, ',');
		}
		if (place->series == NULL) {
			occurrence_put_as(&call->answer, &shape, page->rows, place->row, place->id);
		} else {
			occurrence_put(&call->answer, &shape, page->rows, place->row, place->series,
				&place->occurrence, zone);
		}
	}
	const struct place *last = shown < page->count ? &page->places[shown - 1] : NULL;
	wire_put_str(&call->answer, "],\"next_cursor\":");
	reply_put_next_cursor(call,
		last == NULL ? NULL
			     : call_format(call, "%lld %s", (long long)last->start_s, last->id));
	wire_put_char(&call->answer, '}');
	reply_json(call, 200, NULL);
	page_free(page);
}

/* ---- slices ---------------------------------------------------------------------------------------------- */

static void go_on(struct page *page) {
	switch (collect(page)) {
	case COLLECTED_ALL:
		reply(page);
		break;
	case COLLECTED_SOME:
		loop_set_timer(page->call->flow->loop, &page->timer, monotonic_us());
		break;
	case COLLECTED_TOO_COMPLEX:
		answer_problem(page, "rrule_too_complex");
		break;
	default:
		answer_problem(page, "unavailable");
	}
}

static void on_turn(struct timer *timer) {
	struct page *page = LIST_ENTRY(timer, struct page, timer);

	if (page->call->gone) {
		page_free(page); /* nobody is left to read it */
	} else if (call_is_late(page->call)) {
		answer_problem(page, "timeout");
	} else {
		go_on(page);
	}
}

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
	page->call = call_ref(call);
	page->rows = query_take_result(&call->query);
	page->series = series;
	page->limit = (size_t)reply_limit(call) + 1;
	if (PQntuples(page->rows) > 0) {
		page->from_s = row_number(page->rows, 0, "from_s", INT64_MIN);
		page->to_s = row_number(page->rows, 0, "to_s", INT64_MAX);
	}
	read_cursor(page, call->after);
	timer_init(&page->timer, on_turn);
	go_on(page);
}

/* page.c: rows ─> {"items": [row, row, …], "next_cursor": …}
 *
 * Nearly every page is small and written where its rows came. A large one, 200 events with long descriptions, takes
 * many milliseconds: it is written in slices (call_work.h). */
#include "server/flow/page.h"

#include <stdlib.h>

#include "server/flow/call_work.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"

enum { AT_ONCE_BYTES = 128 << 10 };

struct page {
	struct call_work work;
	PGresult *rows;
	struct reply_shape shape;
	int row, shown;
};

static void begin(struct page *page, struct call *call, PGresult *rows) {
	int limit = reply_limit(call);

	page->rows = rows;
	page->shown = PQntuples(rows) > limit ? limit : PQntuples(rows);
	wire_put_str(&call->answer, "{\"items\":[");
}

static void put_next_row(struct page *page, struct call *call) {
	if (page->row > 0) {
		wire_put_char(&call->answer, ',');
	}
	reply_put_row(&call->answer, &page->shape, page->rows, page->row++);
}

static void end(struct page *page, struct call *call) {
	int cursor = page->shape.columns->cursor_key, last = page->shown - 1;
	bool more = PQntuples(page->rows) > page->shown && cursor >= 0;

	wire_put_str(&call->answer, "],\"next_cursor\":");
	reply_put_next_cursor(call, more ? PQgetvalue(page->rows, last, cursor) : NULL);
	wire_put_char(&call->answer, '}');
	call_answer(call, call->route->operation->success);
}

static enum work_step put_rows(struct call_work *work) {
	struct page *page = LIST_ENTRY(work, struct page, work);

	while (page->row < page->shown) {
		put_next_row(page, work->call);
		if (call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	end(page, work->call);
	return WORK_DONE;
}

static void release(struct call_work *work) {
	struct page *page = LIST_ENTRY(work, struct page, work);

	PQclear(page->rows);
	free(page);
}

static void answer_at_once(struct call *call, PGresult *result, const struct reply_shape *shape) {
	struct page page = { .shape = *shape };

	begin(&page, call, result);
	while (page.row < page.shown) {
		put_next_row(&page, call);
	}
	end(&page, call);
}

static void answer_in_slices(struct call *call, const struct reply_shape *shape) {
	struct page *page = calloc(1, sizeof(*page));

	if (page == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	page->shape = *shape;
	begin(page, call, query_take_result(&call->query));
	call_work_begin(&page->work, call, put_rows, release);
}

void answer_page(struct call *call, PGresult *result) {
	struct reply_shape shape = { .schema = call->route->operation->answer,
		.columns = columns_find(call, result) };

	if (shape.columns == NULL) {
		problem_answer(call, "unavailable", NULL);
	} else if (!reply_wanted(call, &shape.wanted)) {
		/* a problem was answered */
	} else if (PQresultMemorySize(result) > AT_ONCE_BYTES) {
		answer_in_slices(call, &shape);
	} else {
		answer_at_once(call, result, &shape);
	}
}

/* ics_pages.c: see ics_pages.h. */
#include "server/handlers/ics_pages.h"

#include <string.h>

#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/store/row.h"

enum { PAGE_EVENTS = 200, TEXT_MAX = 48 << 20 /* below what the library takes as an answer */ };

static void on_free(struct call *call) {
	struct ics_pages *pages = call->handler_state;

	PQclear(pages->rows);
	ics_writing_finish(&pages->writing);
}

struct ics_pages *ics_pages_new(struct call *call) {
	struct ics_pages *pages = call_alloc(call, sizeof(*pages));

	if (pages == NULL) {
		problem_answer(call, "unavailable", NULL);
		return NULL;
	}
	*pages = (struct ics_pages){ .call = call };
	ics_writing_init(&pages->writing);
	call->handler_state = pages;
	call->on_free = on_free;
	return pages;
}

/* ---- on the scribe's thread ------------------------------------------------------------------------------------- */

/* Returns how many events and series there were. */
static int add_rows(struct ics_pages *pages) {
	int place = PQfnumber(pages->rows, "place"), event = PQfnumber(pages->rows, "event"),
	    kept = PQfnumber(pages->rows, "kept"), groups = 0;
	const char *last = NULL;

	for (int row = 0; row < PQntuples(pages->rows); row++) {
		const char *here = row_cell(pages->rows, row, place);
		if (here == NULL) {
			continue; /* of an empty calendar */
		}
		struct ics_source source = { .json = row_cell(pages->rows, row, event),
			.len = (size_t)PQgetlength(pages->rows, row, event),
			.kept = row_cell(pages->rows, row, kept),
			.is_busy_only = pages->is_busy_only };
		ics_writing_add(&pages->writing, &source);
		groups += last == NULL || strcmp(last, here) != 0;
		last = here;
	}
	pages->after = last == NULL ? NULL : call_copy(pages->call, last, strlen(last));
	return groups;
}

static void write_page(struct crew_job *job) {
	struct ics_pages *pages = LIST_ENTRY(job, struct ics_pages, job);

	pages->is_last = add_rows(pages) < PAGE_EVENTS;
	pages->is_good = !pages->writing.failed && !pages->writing.events.failed;
	PQclear(pages->rows);
	pages->rows = NULL;
	if (pages->is_last && pages->is_good) {
		pages->is_good =
			ics_writing_end(&pages->writing, &pages->head, &pages->call->answer);
	}
}

/* ---- on the loop's ------------------------------------------------------------------------------------------------ */

static void go_on(struct ics_pages *pages) {
	struct call *call = pages->call;

	if (!pages->is_good) {
		problem_answer(call, "internal", "an event could not be written");
	} else if (pages->writing.events.len > TEXT_MAX) {
		wire_buffer_clear(&call->answer);
		problem_answer(call, "export_too_large", "it has more than %d MiB of text",
			TEXT_MAX >> 20);
	} else if (!pages->is_last) {
		pages->ask(call, pages->after);
	} else {
		call->answer_type = "text/calendar; charset=utf-8";
		call_answer(call, 200);
	}
}

static void on_written(struct crew_job *job) {
	struct ics_pages *pages = LIST_ENTRY(job, struct ics_pages, job);
	struct call *call = pages->call;

	if (!call->gone) {
		go_on(pages);
	}
	call_unref(call);
}

void ics_pages_take(struct ics_pages *pages) {
	struct call *call = pages->call;

	pages->rows = query_take_result(&call->query);
	pages->job = (struct crew_job){
		.work = write_page, .on_done = on_written, .loop = call->flow->loop
	};
	call_ref(call);
	if (!crew_submit(&scribes, &pages->job)) {
		problem_answer(call, "unavailable", "too many calendars are being written");
		call_unref(call);
	}
}

const char *ics_copy_cell(struct call *call, const PGresult *result, const char *name) {
	const char *text = row_text(result, 0, name);

	return text == NULL ? NULL : call_copy(call, text, strlen(text));
}

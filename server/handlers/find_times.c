/* POST /v1/find-times
 *
 *   check ~~> busy_rows ~~> ask ─> lay_out_hours ~~> look_at_starts ─> reply
 *   422       422           422                                       200
 */
#include <stdio.h>
#include <stdlib.h>

#include "server/domain/find_times.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/busy_rows.h"
#include "server/handlers/handlers.h"

enum { MINUTE_S = 60, STARTS_A_LOOK = 16 }; /* from one look at the clock to the next */

struct search {
	struct call_work work;
	struct busy_rows *busy;
	size_t laid_out; /* people whose hours are */
	struct person people[PEOPLE_MAX];
	struct find_times question;
	struct found_time slots[100 + 1];
};

static struct search *search_of(struct call_work *work) {
	return LIST_ENTRY(work, struct search, work);
}

/* ---- the people ------------------------------------------------------------------------------------------ */

/* "1 540 1020,2 540 1020": day, start and end in minutes of the day. */
static void read_hours(struct person *person, const char *text) {
	char *at = (char *)(uintptr_t)text;

	while (at != NULL && *at != 0 && person->work_count < WORK_MAX) {
		struct work *work = &person->work[person->work_count++];
		work->day = (int)strtol(at, &at, 10);
		work->start_minute = (int)strtol(at, &at, 10);
		work->end_minute = (int)strtol(at, &at, 10);
		at += *at == ',';
	}
}

/* false: the caller may not know when this person is busy. */
static bool read_person(struct search *search, size_t i, const struct wire_record *attendee) {
	struct busy_rows *busy = search->busy;
	struct person *person = &search->people[i];
	const char *zone = row_text(busy->rows, busy->first_row[i], "viewer_zone");

	person->required = body_number(attendee, "required", 1) != 0;
	person->busy = busy->busy[i]; /* the question's from here */
	busy->busy[i] = FREEBUSY_EMPTY;
	if (zone == NULL) {
		return false;
	}
	person->zone = zone_find(zone, NULL);
	if (person->zone == NULL) {
		person->zone = zone_find("UTC", NULL);
	}
	read_hours(person, row_text(busy->rows, busy->first_row[i], "work_minutes"));
	return person->zone != NULL;
}

static void read_people(struct search *search) {
	struct call *call = search->work.call;
	const struct wire_list *list = body_member(call->body_record, "attendees")->list;
	char pointer[48];

	search->question.people = search->people;
	search->question.person_count = search->busy->count;
	for (size_t i = 0; i < search->busy->count; i++) {
		if (!read_person(search, i, list->items[i].record)) {
			snprintf(pointer, sizeof(pointer), "/attendees/%zu/user_id", i);
			wire_problems_add(&call->problems, pointer, "unknown_reference",
				"there is no such user, or none whose busy times you may see");
		}
	}
}

static void read_question(struct search *search) {
	const struct wire_record *body = search->work.call->body_record;
	struct find_times *question = &search->question;

	question->from_s = body_instant(body, "from");
	question->to_s = body_instant(body, "to");
	question->duration_s = body_number(body, "duration_minutes", 0) * MINUTE_S;
	question->step_s = body_number(body, "step_minutes", 15) * MINUTE_S;
	question->buffer_s = body_number(body, "buffer_minutes", 0) * MINUTE_S;
	question->within_hours = body_number(body, "within_working_hours", 1) != 0;
	question->min_required = (size_t)body_number(body, "min_required", 0);
	question->max_results = (size_t)body_number(body, "max_results", 10);
	question->slots = search->slots;
}

/* ---- writing --------------------------------------------------------------------------------------------- */

static void put_instant(struct wire_buffer *out, const char *name, int64_t at_s) {
	char text[OCCURRENCE_TIME_ROOM];

	wall_print(at_s, text);
	wire_put_format(out, "\"%s\":\"%sZ\",", name, text);
}

static void put_slot(
	struct wire_buffer *out, const struct search *search, const struct found_time *slot) {
	const char *before = "";
	size_t people = search->question.person_count;

	wire_put_char(out, '{');
	put_instant(out, "start", slot->start_s);
	put_instant(out, "end", slot->start_s + search->question.duration_s);
	wire_put_format(out, "\"score\":%d,\"unavailable\":[",
		(int)((size_t)slot->free_count * 100 / people));
	for (size_t i = 0; i < people; i++) {
		if (slot->unavailable & UINT64_C(1) << i) {
			wire_put_format(out, "%s\"%s\"", before,
				row_text(
					search->busy->rows, search->busy->first_row[i], "user_id"));
			before = ",";
		}
	}
	wire_put_str(out, "]}");
}

static void reply(struct search *search) {
	static const char *const reasons[] = { "null", "\"none_free\"", "\"outside_hours\"",
		"\"window_too_short\"" };
	struct call *call = search->work.call;

	find_times_end(&search->question);
	wire_put_str(&call->answer, "{\"slots\":[");
	for (size_t i = 0; i < search->question.slot_count; i++) {
		wire_put_str(&call->answer, i > 0 ? "," : "");
		put_slot(&call->answer, search, &search->slots[i]);
	}
	wire_put_format(
		&call->answer, "],\"empty_reason\":%s}", reasons[search->question.empty_reason]);
	reply_json(call, 200, NULL);
}

/* ---- steps ----------------------------------------------------------------------------------------------- */

static enum work_step look_at_starts(struct call_work *work) {
	struct search *search = search_of(work);

	while (!find_times_go_on(&search->question, STARTS_A_LOOK)) {
		if (call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	reply(search);
	return WORK_DONE;
}

static enum work_step lay_out_hours(struct call_work *work) {
	struct search *search = search_of(work);

	while (search->laid_out < search->question.person_count) {
		if (!find_times_lay_out(&search->question, search->laid_out++)) {
			return WORK_NO_MEMORY;
		}
		if (call_work_slice_is_over(work)) {
			return WORK_MORE;
		}
	}
	work->step = look_at_starts;
	return WORK_NEXT;
}

static enum work_step ask(struct call_work *work) {
	struct search *search = search_of(work);
	struct call *call = work->call;

	read_question(search);
	read_people(search);
	if (call->problems.count > 0) {
		problem_answer(call, problem_common_code(call), NULL);
		return WORK_DONE;
	}
	find_times_begin(&search->question);
	work->step = lay_out_hours;
	return WORK_NEXT;
}

static void search_release(struct call_work *work) {
	struct search *search = search_of(work);

	find_times_finish(&search->question);
	busy_rows_free(search->busy);
	free(search);
}

static void begin_search(struct busy_rows *busy) {
	struct search *search = calloc(1, sizeof(*search));

	if (search == NULL) {
		problem_answer(busy->work.call, "unavailable", NULL);
		busy_rows_free(busy);
		return;
	}
	search->busy = busy;
	call_work_begin(&search->work, busy->work.call, ask, search_release);
}

static void on_rows(struct call *call, PGresult *rows) {
	(void)rows; /* taken from the query */
	busy_rows_of(call, body_member(call->body_record, "attendees")->list->count, begin_search);
}

void handle_find_times(struct call *call) {
	check_body_window(call);
	if (call->problems.count > 0) {
		problem_answer(call, problem_common_code(call), NULL);
		return;
	}
	call->query.heavy = true;
	call->on_rows = on_rows;
	run_statement(call);
}

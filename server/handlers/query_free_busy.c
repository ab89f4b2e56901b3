/* POST /v1/free-busy
 *
 *   check ~~> busy_rows ~~> put_subjects
 *   422       422           200
 */
#include <stdio.h>
#include <stdlib.h>

#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/busy_rows.h"
#include "server/handlers/handlers.h"

/* Each entry names a person or a calendar. */
static void check_subject(struct call *call, const struct wire_record *subject, size_t i) {
	bool user = body_member(subject, "user_id") != NULL,
	     calendar = body_member(subject, "calendar_id") != NULL;
	char pointer[48];

	if (user == calendar) {
		snprintf(pointer, sizeof(pointer), "/subjects/%zu", i);
		wire_problems_add(&call->problems, pointer, user ? "excluded" : "required",
			"name either user_id or calendar_id");
	}
}

static const struct zone *answer_zone(struct call *call) {
	const struct wire_value *name = body_member(call->body_record, "time_zone");
	const struct zone *zone = name == NULL ? NULL : zone_find(name->text, NULL);

	if (name != NULL && zone == NULL) {
		wire_problems_add(&call->problems, "/time_zone", "unknown_time_zone",
			"There is no time zone %s; use an IANA name such as Europe/Berlin.",
			name->text);
	}
	return zone;
}

static bool check(struct call *call) {
	const struct wire_value *subjects = body_member(call->body_record, "subjects");

	check_body_window(call);
	answer_zone(call);
	for (size_t i = 0; subjects != NULL && i < subjects->list->count; i++) {
		check_subject(call, subjects->list->items[i].record, i);
	}
	if (call->problems.count > 0) {
		problem_answer(call, problem_common_code(call), NULL);
		return false;
	}
	return true;
}

/* ---- writing --------------------------------------------------------------------------------------------- */

static void put_instant(struct wire_buffer *out, int64_t at_s, const struct zone *zone) {
	char text[OCCURRENCE_TIME_ROOM];
	size_t len = zone == NULL ? wall_print(at_s, text)
				  : instant_print(at_s, zone_at(zone, at_s).offset_s, text);

	wire_put_format(out, "\"%.*s%s\"", (int)len, text, zone == NULL ? "Z" : "");
}

static void put_span(
	struct wire_buffer *out, const struct busy_span *span, const struct zone *zone) {
	wire_put_str(out, "{\"start\":");
	put_instant(out, span->start_s, zone);
	wire_put_str(out, ",\"end\":");
	put_instant(out, span->end_s, zone);
	wire_put_format(out, ",\"status\":\"%s\"}", span->tentative ? "tentative" : "confirmed");
}

static void put_id(struct wire_buffer *out, const char *name, const char *id) {
	wire_put_format(out, id == NULL ? "\"%s\":null," : "\"%s\":\"%s\",", name, id);
}

struct reply {
	struct call_work work;
	struct busy_rows *busy;
	const struct zone *zone;
	size_t subject, span; /* what is written next */
};

static void begin_subject(const struct reply *reply) {
	const struct busy_rows *busy = reply->busy;
	struct wire_buffer *out = &reply->work.call->answer;
	int row = busy->first_row[reply->subject];

	wire_put_str(out, reply->subject > 0 ? ",{" : "{");
	put_id(out, "user_id", row_text(busy->rows, row, "user_id"));
	put_id(out, "calendar_id", row_text(busy->rows, row, "calendar_id"));
	wire_put_str(out, "\"busy\":[");
}

static void end_subject(struct reply *reply, bool known) {
	wire_put_str(&reply->work.call->answer,
		known ? "],\"error\":null}" : "],\"error\":\"not_found\"}");
	reply->subject++;
	reply->span = 0;
}

/* WORK_NEXT: the subject is written. */
static enum work_step put_subject(struct reply *reply) {
	const struct busy_rows *busy = reply->busy;
	const struct freebusy *list = &busy->busy[reply->subject];
	bool known = row_text(busy->rows, busy->first_row[reply->subject], "viewer_zone") != NULL;

	if (reply->span == 0) {
		begin_subject(reply);
	}
	while (known && reply->span < list->count) {
		wire_put_str(&reply->work.call->answer, reply->span > 0 ? "," : "");
		put_span(&reply->work.call->answer, &list->spans[reply->span++], reply->zone);
		if (reply->span % WORK_CLOCK_EVERY == 0 && call_work_slice_is_over(&reply->work)) {
			return WORK_MORE;
		}
	}
	end_subject(reply, known);
	return WORK_NEXT;
}

static enum work_step put_subjects(struct call_work *work) {
	struct reply *reply = LIST_ENTRY(work, struct reply, work);
	enum work_step step = WORK_NEXT;

	while (step == WORK_NEXT && reply->subject < reply->busy->count) {
		step = put_subject(reply);
		if (step == WORK_NEXT && call_work_slice_is_over(work)) {
			step = WORK_MORE;
		}
	}
	if (step == WORK_NEXT) {
		wire_put_str(&work->call->answer, "]}");
		reply_json(work->call, 200, NULL);
		step = WORK_DONE;
	}
	return step;
}

static void release(struct call_work *work) {
	struct reply *reply = LIST_ENTRY(work, struct reply, work);

	busy_rows_free(reply->busy);
	free(reply);
}

static void answer(struct busy_rows *busy) {
	struct call *call = busy->work.call;
	struct reply *reply = calloc(1, sizeof(*reply));

	if (reply == NULL) {
		problem_answer(call, "unavailable", NULL);
		busy_rows_free(busy);
		return;
	}
	reply->busy = busy;
	reply->zone = answer_zone(call);
	wire_put_str(&call->answer, "{\"subjects\":[");
	call_work_begin(&reply->work, call, put_subjects, release);
}

static void on_rows(struct call *call, PGresult *rows) {
	(void)rows; /* taken from the query */
	busy_rows_of(call, body_member(call->body_record, "subjects")->list->count, answer);
}

void handle_query_free_busy(struct call *call) {
	if (check(call)) {
		call->query.heavy = true;
		call->on_rows = on_rows;
		run_statement(call);
	}
}

/* POST /v1/free-busy
 *
 *   check ~~> busy_rows ~~> reply
 *   422       422           200
 */
#include <stdio.h>

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

static void put_subject(struct busy_rows *busy, size_t position, const struct zone *zone) {
	struct wire_buffer *out = &busy->call->answer;
	const struct freebusy *list = &busy->busy[position];
	int row = busy->first_row[position];
	bool known = row_text(busy->rows, row, "viewer_zone") != NULL;

	wire_put_char(out, '{');
	put_id(out, "user_id", row_text(busy->rows, row, "user_id"));
	put_id(out, "calendar_id", row_text(busy->rows, row, "calendar_id"));
	wire_put_str(out, "\"busy\":[");
	for (size_t i = 0; known && i < list->count; i++) {
		wire_put_str(out, i > 0 ? "," : "");
		put_span(out, &list->spans[i], zone);
	}
	wire_put_str(out, known ? "],\"error\":null}" : "],\"error\":\"not_found\"}");
}

static void reply(struct busy_rows *busy) {
	struct call *call = busy->call;
	const struct zone *zone = answer_zone(call);

	wire_put_str(&call->answer, "{\"subjects\":[");
	for (size_t i = 0; i < busy->count; i++) {
		wire_put_str(&call->answer, i > 0 ? "," : "");
		put_subject(busy, i, zone);
	}
	wire_put_str(&call->answer, "]}");
	reply_json(call, 200, NULL);
	busy_rows_free(busy);
}

static void on_rows(struct call *call, PGresult *rows) {
	(void)rows; /* taken from the query */
	busy_rows_of(call, body_member(call->body_record, "subjects")->list->count, reply);
}

void handle_query_free_busy(struct call *call) {
	if (check(call)) {
		call->on_rows = on_rows;
		run_statement(call);
	}
}

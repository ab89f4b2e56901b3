/* reply_test.c: rows in, the answer out. */
#include "server/flow/reply.h"

#include "server/domain/seal.h"
#include "tests/unit/server/flow/rig.h"
#include "tests/unit/suite.h"

#define CALENDAR "01a20826-fa64-7000-90d3-c4f38c085070"
#define COUNT(array) ((int)(sizeof(array) / sizeof(*(array))))
enum { BOOL = 16, INT8 = 20, TEXT = 25, INSTANT = 1184, JSONB = 3802 };

static void open_calendar(struct rig *rig, const char *operation) {
	rig_open(rig, operation);
	rig_segment(rig, 0, CALENDAR);
	flow_run(rig->call);
}

static void answer_calendar(const char *outcome, const char *detail) {
	static const struct rig_column columns[] = { { "outcome", TEXT }, { "detail", JSONB },
		{ "id", TEXT }, { "name", TEXT }, { "description", TEXT }, { "public_read", BOOL },
		{ "version", INT8 }, { "created_at", INSTANT } };
	const char *const cells[] = { outcome, detail, CALENDAR, "a \"b\"\n", NULL, "t", "7",
		"2026-11-23 10:36:16.25+00" };
	rig_answer(STORE_OK, rig_rows(columns, COUNT(columns), cells, 1));
}

static void a_row_becomes_the_object_of_the_contract(void) {
	struct rig rig;
	open_calendar(&rig, "getCalendar");
	answer_calendar("ok", NULL);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_STRING_EQUAL(rig_text(&rig),
		"{\"id\":\"" CALENDAR "\",\"name\":\"a \\\"b\\\"\\n\",\"description\":null,"
		"\"public_read\":true,\"version\":7,\"created_at\":\"2026-11-23T10:36:16Z\"}");
	CU_ASSERT_STRING_EQUAL(rig.call->etag, "\"7\"");
	rig_close(&rig);
}

static void a_matching_tag_gives_304_without_a_body(void) {
	struct rig rig;
	rig_open(&rig, "getCalendar");
	rig_segment(&rig, 0, CALENDAR);
	rig_set(&rig, &rig.call->if_none_match, "W/\"6\", W/\"7\"");
	flow_run(rig.call);
	answer_calendar("ok", NULL);
	CU_ASSERT_EQUAL(rig.call->status, 304);
	CU_ASSERT_EQUAL(rig.call->answer.len, 0);
	CU_ASSERT_STRING_EQUAL(rig.call->etag, "\"7\"");
	rig_close(&rig);
}

static void no_row_is_not_found(void) {
	static const struct rig_column columns[] = { { "id", TEXT } };
	struct rig rig;
	open_calendar(&rig, "getCalendar");
	rig_answer(STORE_OK, rig_rows(columns, 1, NULL, 0));
	CU_ASSERT_EQUAL(rig.call->status, 404);
	rig_close(&rig);
}

static void a_code_in_the_row_is_a_problem(void) {
	struct rig rig;
	open_calendar(&rig, "deleteCalendar");
	answer_calendar("stale", "{\"version\": 9, \"detail\": \"too late\"}");
	CU_ASSERT_EQUAL(rig.call->status, 412);
	CU_ASSERT_STRING_EQUAL(rig.call->etag, "\"9\"");
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"detail\":\"too late\""));
	CU_ASSERT_STRING_EQUAL(rig.call->answer_type, "application/problem+json");
	rig_close(&rig);
}

static void a_code_that_the_contract_does_not_list_is_500(void) {
	static const char *const codes[] = { "uid_exists", "no such code at all" };
	for (int i = 0; i < COUNT(codes); i++) {
		struct rig rig;
		open_calendar(&rig, "getCalendar");
		answer_calendar(codes[i], NULL);
		CU_ASSERT_EQUAL(rig.call->status, 500);
		CU_ASSERT_PTR_NULL(strstr(rig_text(&rig), codes[i]));
		rig_close(&rig);
	}
}

static void a_list_without_rows_is_empty(void) {
	static const struct rig_column columns[] = { { "id", TEXT } };
	struct rig rig;
	rig_open(&rig, "listUsers");
	flow_run(rig.call);
	rig_answer(STORE_OK, rig_rows(columns, 1, NULL, 0));
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_STRING_EQUAL(rig_text(&rig), "{\"items\":[],\"next_cursor\":null}");
	rig_close(&rig);
}

static void list_two_of_three(struct rig *rig, const char *query) {
	static const struct rig_column columns[] = { { "username", TEXT }, { "cursor_key", TEXT } };
	static const char *const cells[] = { "ada", "place-1", "bob", "place-2", "cyd", "place-3" };
	rig_open(rig, "listUsers");
	rig_set(rig, &rig->call->query_text, query);
	flow_run(rig->call);
	rig_answer(STORE_OK, rig_rows(columns, 2, cells, 3));
	CU_ASSERT_EQUAL(rig->call->status, 200);
}

static void a_page_ends_in_a_cursor_that_comes_back_as_its_place(void) {
	struct rig rig;
	char query[256];
	list_two_of_three(&rig, "limit=2&q=a");
	CU_ASSERT_PTR_NULL(strstr(rig_text(&rig), "cyd"));
	const char *cursor = strstr(rig_text(&rig), "\"next_cursor\":\"");
	CU_ASSERT_PTR_NOT_NULL_FATAL(cursor);
	snprintf(query, sizeof(query), "limit=1&q=a&cursor=%s", cursor + 15);
	query[strcspn(query, "\"")] = 0;
	rig_close(&rig);
	rig_open(&rig, "listUsers");
	rig_set(&rig, &rig.call->query_text, query);
	flow_run(rig.call);
	CU_ASSERT_STRING_EQUAL(rig.call->after, "place-2");
	rig_answer(STORE_DOWN, NULL);
	rig_close(&rig);
	rig_open(&rig, "listUsers"); /* the same cursor, asked for something else */
	memcpy(query, "limit=1&q=b", 11);
	rig_set(&rig, &rig.call->query_text, query);
	flow_run(rig.call);
	CU_ASSERT_EQUAL(rig.call->status, 400);
	rig_close(&rig);
}

/* ---- pages of many bytes ---------------------------------------------------------------------------------- */

enum { WIDE_ROWS = 100, WIDE_BYTES = 8000 };

static void list_wide(struct rig *rig) {
	static const struct rig_column columns[] = { { "display_name", TEXT } };
	static char wide[WIDE_BYTES + 1];
	const char *cells[WIDE_ROWS];

	memset(wide, '"', WIDE_BYTES);
	for (int i = 0; i < WIDE_ROWS; i++) {
		cells[i] = wide;
	}
	rig_open(rig, "listUsers");
	rig_set(rig, &rig->call->query_text, "limit=200");
	flow_run(rig->call);
	rig_answer(STORE_OK, rig_rows(columns, 1, cells, WIDE_ROWS));
	CU_ASSERT_EQUAL(rig->answers, 0);
	CU_ASSERT_TRUE(loop_has_jobs(rig->flow.loop));
}

static void a_page_of_many_bytes_is_written_in_slices(void) {
	const size_t each = strlen("{\"display_name\":\"\"}") + 2 * WIDE_BYTES;
	struct rig rig;
	int turns = 0;

	list_wide(&rig);
	while (rig.answers == 0 && turns++ < 2 * WIDE_ROWS) {
		loop_run(rig.flow.loop, 0);
	}
	CU_ASSERT_TRUE(turns > 1);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_EQUAL(rig.call->answer.len,
		WIDE_ROWS * (each + 1) - 1 + strlen("{\"items\":[],\"next_cursor\":null}"));
	CU_ASSERT_FALSE(loop_has_jobs(rig.flow.loop));
	rig_close(&rig);
}

static void nobody_writes_on_for_a_client_that_hung_up(void) {
	struct rig rig;

	list_wide(&rig);
	call_gone(rig.call);
	loop_run(rig.flow.loop, 0);
	CU_ASSERT_FALSE(loop_has_jobs(rig.flow.loop));
	CU_ASSERT_EQUAL(rig.answers, 0);
	rig_close(&rig); /* and no reference is left */
}

static void a_page_that_takes_too_long_is_a_timeout(void) {
	struct rig rig;

	list_wide(&rig);
	rig.config.request_deadline_us = 0;
	loop_run(rig.flow.loop, 0);
	CU_ASSERT_EQUAL(rig.call->status, 504);
	rig_close(&rig);
}

static void what_is_created_has_a_place_and_its_secret(void) {
	static const struct rig_column columns[] = { { "outcome", TEXT }, { "replayed", BOOL },
		{ "sealed", TEXT }, { "id", TEXT } };
	struct rig rig;
	rig_open(&rig, "createUser");
	rig_set(&rig, &rig.call->content_type, "application/json");
	rig_set(&rig, &rig.call->body, "{\"username\":\"ada\"}");
	flow_run(rig.call);
	const char *const cells[] = { "created", "t", rig.call->context[CONTEXT_SECRET_SEALED],
		CALENDAR };
	rig_answer(STORE_OK, rig_rows(columns, 4, cells, 1));
	CU_ASSERT_EQUAL(rig.call->status, 201);
	CU_ASSERT_STRING_EQUAL(rig.call->location, "/v1/users/" CALENDAR);
	CU_ASSERT_TRUE(rig.call->replayed);
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"api_key\":\"cal_"));
	rig_close(&rig);
}

static void a_secret_sealed_for_another_key_is_not_shown(void) {
	static const struct rig_column columns[] = { { "outcome", TEXT }, { "sealed", TEXT },
		{ "id", TEXT } };
	char sealed[SEALED_ROOM(6)];
	struct rig rig;
	CU_ASSERT_TRUE_FATAL(seal_close("somebody else", "secret", 6, sealed));
	rig_open(&rig, "createUser");
	rig_set(&rig, &rig.call->content_type, "application/json");
	rig_set(&rig, &rig.call->body, "{\"username\":\"ada\"}");
	flow_run(rig.call);
	const char *const cells[] = { "created", sealed, CALENDAR };
	rig_answer(STORE_OK, rig_rows(columns, 3, cells, 1));
	CU_ASSERT_EQUAL(rig.call->status, 422);
	rig_close(&rig);
}

static void a_client_that_hung_up_costs_nothing_more(void) {
	struct rig rig;
	open_calendar(&rig, "getCalendar");
	call_gone(rig.call);
	call_unref(rig.call); /* http's own: the request's pool is gone */
	CU_ASSERT_EQUAL(rig_drops, 1);
	CU_ASSERT_EQUAL(rig.flow.live_count, 1);
	answer_calendar("ok", NULL);
	CU_ASSERT_EQUAL(rig.answers, 0);
	CU_ASSERT_EQUAL(rig.flow.live_count, 0);
	flow_finish(&rig.flow);
}

static void only_members_asked_for_are_written(void) {
	static const struct rig_column columns[] = { { "id", TEXT }, { "title", TEXT },
		{ "status", TEXT } };
	static const char *const cells[] = { CALENDAR, "Standup", "confirmed" };
	struct rig rig;
	rig_open(&rig, "listEvents");
	rig_segment(&rig, 0, CALENDAR);
	rig_set(&rig, &rig.call->query_text, "fields=title");
	flow_run(rig.call);
	rig_answer(STORE_OK, rig_rows(columns, 3, cells, 1));
	CU_ASSERT_STRING_EQUAL(rig_text(&rig), "{\"items\":[{\"id\":\"" CALENDAR
					       "\",\"title\":\"Standup\"}],\"next_cursor\":null}");
	rig_close(&rig);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a row becomes the object of the contract",
			a_row_becomes_the_object_of_the_contract },
		{ "a matching tag gives 304 without a body",
			a_matching_tag_gives_304_without_a_body },
		{ "no row is not found", no_row_is_not_found },
		{ "a code in the row is a problem", a_code_in_the_row_is_a_problem },
		{ "a code that the contract does not list is 500",
			a_code_that_the_contract_does_not_list_is_500 },
		{ "a list without rows is empty", a_list_without_rows_is_empty },
		{ "a page ends in a cursor that comes back as its place",
			a_page_ends_in_a_cursor_that_comes_back_as_its_place },
		{ "a page of many bytes is written in slices",
			a_page_of_many_bytes_is_written_in_slices },
		{ "nobody writes on for a client that hung up",
			nobody_writes_on_for_a_client_that_hung_up },
		{ "a page that takes too long is a timeout",
			a_page_that_takes_too_long_is_a_timeout },
		{ "what is created has a place and its secret",
			what_is_created_has_a_place_and_its_secret },
		{ "a secret sealed for another key is not shown",
			a_secret_sealed_for_another_key_is_not_shown },
		{ "a client that hung up costs nothing more",
			a_client_that_hung_up_costs_nothing_more },
		{ "only members asked for are written", only_members_asked_for_are_written },
		CU_TEST_INFO_NULL,
	};
	return run_suite("flow reply", tests);
}

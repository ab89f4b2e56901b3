/* bind_test.c: requests in, bound values or a problem out. */
#include "server/flow/bind.h"

#include "tests/unit/server/flow/rig.h"
#include "tests/unit/suite.h"

#define CALENDAR "01a20826-fa64-7000-90d3-c4f38c085070"
#define EVENT "01a20828-03ec-7001-b4ff-d2dbdd7812ac"

static void expect_problem(struct rig *rig, int status, const char *code, const char *part) {
	flow_run(rig->call);
	CU_ASSERT_EQUAL(rig->answers, 1);
	CU_ASSERT_EQUAL(rig->call->status, status);
	CHECK_ROW(rig->call->code != NULL && strcmp(rig->call->code, code) == 0, code);
	CHECK_ROW(strstr(rig_text(rig), part) != NULL, rig_text(rig));
	CU_ASSERT_PTR_NULL(rig_query); /* nothing was sent */
}

static void ids_reach_the_database_in_lower_case(void) {
	struct rig rig;
	rig_open(&rig, "getEvent");
	rig_segment(&rig, 0, "01A20826-FA64-7000-90D3-C4F38C085070");
	rig_segment(&rig, 1, "01a20828%2D03ec-7001-b4ff-d2dbdd7812ac");
	flow_run(rig.call);
	CU_ASSERT_PTR_NOT_NULL_FATAL(rig_query);
	CU_ASSERT_STRING_EQUAL(rig.call->path_values[0], CALENDAR);
	CU_ASSERT_STRING_EQUAL(rig.call->path_values[1], EVENT);
	CU_ASSERT_STRING_EQUAL(rig_query->serial_key, CALENDAR);
	rig_answer(STORE_DOWN, NULL);
	CU_ASSERT_EQUAL(rig.call->status, 503);
	CU_ASSERT_TRUE(rig.call->retry_after_s > 0);
	rig_close(&rig);
}

static void me_is_the_caller(void) {
	struct rig rig;
	rig_open(&rig, "getUser");
	rig_segment(&rig, 0, "me");
	CU_ASSERT_TRUE(bind_path(rig.call));
	CU_ASSERT_STRING_EQUAL(rig.call->path_values[0], rig.call->caller.user_id);
	rig_close(&rig);
}

static void a_malformed_id_is_not_found(void) {
	static const char *const wrong[] = { "x", "me", "%", "%4", "%zz", "%00",
		"01a20826-fa64-7000-90d3-c4f38c08507%" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct rig rig;
		rig_open(&rig, "getCalendar");
		rig_segment(&rig, 0, wrong[i]);
		expect_problem(&rig, 404, "not_found", "calendar_id");
		rig_close(&rig);
	}
}

static void every_wrong_parameter_is_named_at_once(void) {
	struct rig rig;
	rig_open(&rig, "listUsers");
	rig_set(&rig, &rig.call->query_text, "limit=0&limi=3&q=a&q=b&x=%zz");
	expect_problem(&rig, 400, "malformed_query", "\"pointer\":\"limi\"");
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"pointer\":\"q\",\"code\":\"duplicate\""));
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"pointer\":\"x\""));
	CU_ASSERT_PTR_NOT_NULL(
		strstr(rig_text(&rig), "\"pointer\":\"limit\",\"code\":\"too_small\""));
	rig_close(&rig);
}

static void a_parameter_where_none_is_taken_is_refused(void) {
	struct rig rig;
	rig_open(&rig, "getCalendar");
	rig_segment(&rig, 0, CALENDAR);
	rig_set(&rig, &rig.call->query_text, "verbose=1");
	expect_problem(&rig, 400, "malformed_query", "verbose");
	rig_close(&rig);
}

static void defaults_and_plus_signs_are_read(void) {
	struct rig rig;
	rig_open(&rig, "listUsers");
	rig_set(&rig, &rig.call->query_text, "q=a+b%2Bc&");
	CU_ASSERT_TRUE_FATAL(bind_query(rig.call));
	CU_ASSERT_STRING_EQUAL(
		bind_query_value(
			rig.call, (size_t)wire_field_index(rig.call->query_record->schema, "q", 1)),
		"a b+c");
	CU_ASSERT_STRING_EQUAL(
		bind_query_value(rig.call,
			(size_t)wire_field_index(rig.call->query_record->schema, "limit", 5)),
		"50");
	rig_close(&rig);
}

static void a_foreign_cursor_is_refused(void) {
	struct rig rig;
	rig_open(&rig, "listUsers");
	rig_set(&rig, &rig.call->query_text, "cursor=YWRhM75OGy-ptB3oo_qansXxRg");
	expect_problem(&rig, 400, "malformed_cursor", "cursor");
	rig_close(&rig);
}

static void malformed_headers_are_named(void) {
	struct rig rig;
	rig_open(&rig, "updateCalendar");
	rig_segment(&rig, 0, CALENDAR);
	rig_set(&rig, &rig.call->if_match, "7");
	rig_set(&rig, &rig.call->idempotency_key, "a b");
	rig_set(&rig, &rig.call->consistency_token, "0/1942868");
	expect_problem(&rig, 400, "malformed_request", "If-Match");
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "Idempotency-Key"));
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "X-Consistency-Token"));
	rig_close(&rig);
}

static void post_body(struct rig *rig, const char *type, const char *body) {
	rig_open(rig, "createUser");
	if (type != NULL) {
		rig_set(rig, &rig->call->content_type, type);
	}
	rig_set(rig, &rig->call->body, body);
}

static void the_body_must_be_of_its_type(void) {
	static const char *const wrong[] = { NULL, "", "text/plain", "application/jsonx",
		"application/merge-patch+json" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct rig rig;
		post_body(&rig, wrong[i], "{\"username\":\"ada\"}");
		expect_problem(&rig, 415, "unsupported_media_type", "application/json");
		rig_close(&rig);
	}
}

static void what_is_not_json_is_400_and_says_where(void) {
	static const char *const wrong[] = { "", "{", "{'username':'ada'}",
		"{\"username\":\"a\",\"username\":\"b\"}", "{} x" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct rig rig;
		post_body(&rig, "application/json; charset=utf-8", wrong[i]);
		expect_problem(&rig, 400, "malformed_json", "\"detail\":");
		rig_close(&rig);
	}
}

static void every_wrong_field_is_named_at_once(void) {
	struct rig rig;
	post_body(&rig, "application/json", "{\"email\":5,\"bogus\":1}");
	expect_problem(&rig, 422, "invalid_fields", "/email");
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "/username"));
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "/bogus"));
	rig_close(&rig);
}

static void one_kind_of_error_gives_the_problem_its_code(void) {
	struct rig rig;
	post_body(&rig, "application/json", "{\"username\":\"ada\",\"bogus\":1}");
	expect_problem(&rig, 422, "unknown_field", "/bogus");
	rig_close(&rig);
}

static void a_body_past_the_limit_is_413(void) {
	struct rig rig;
	post_body(&rig, "application/json", "{\"username\":\"ada\"}");
	rig.config.body_max = 10;
	expect_problem(&rig, 413, "payload_too_large", "10 bytes");
	rig_close(&rig);
}

static void only_a_hash_and_a_seal_of_the_secret_leave(void) {
	struct rig rig;
	post_body(&rig, "application/json", "{\"username\":\"ada\"}");
	flow_run(rig.call);
	CU_ASSERT_PTR_NOT_NULL_FATAL(rig_query);
	CU_ASSERT_EQUAL(strlen(rig.call->context[CONTEXT_SECRET_HASH]), 64);
	CU_ASSERT_EQUAL(strlen(rig.call->context[CONTEXT_SECRET_PREFIX]), 8);
	for (size_t i = 0; i < rig_query->statement->param_count; i++) {
		CU_ASSERT_TRUE(rig_query->values[i] == NULL ||
			       strstr(rig_query->values[i], "cal_") == NULL);
	}
	rig_answer(STORE_TIMEOUT, NULL);
	CU_ASSERT_EQUAL(rig.call->status, 504);
	rig_close(&rig);
}

static const char *hash_of(const char *key, const char *body) {
	static char hash[2][65];
	static int turn;
	struct rig rig;
	post_body(&rig, "application/json", body);
	rig_set(&rig, &rig.call->idempotency_key, key);
	flow_run(rig.call);
	turn = !turn;
	strcpy(hash[turn], rig.call->context[CONTEXT_REQUEST_HASH]);
	rig_answer(STORE_BUSY, NULL);
	rig_close(&rig);
	return hash[turn];
}

static void another_body_has_another_hash(void) {
	CU_ASSERT_STRING_EQUAL(
		hash_of("k", "{\"username\":\"ada\"}"), hash_of("k", "{\"username\":\"ada\"}"));
	CU_ASSERT_STRING_NOT_EQUAL(
		hash_of("k", "{\"username\":\"ada\"}"), hash_of("k", "{\"username\":\"bob\"}"));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "ids reach the database in lower case", ids_reach_the_database_in_lower_case },
		{ "me is the caller", me_is_the_caller },
		{ "a malformed id is not found", a_malformed_id_is_not_found },
		{ "every wrong parameter is named at once",
			every_wrong_parameter_is_named_at_once },
		{ "a parameter where none is taken is refused",
			a_parameter_where_none_is_taken_is_refused },
		{ "defaults and plus signs are read", defaults_and_plus_signs_are_read },
		{ "a foreign cursor is refused", a_foreign_cursor_is_refused },
		{ "malformed headers are named", malformed_headers_are_named },
		{ "the body must be of its type", the_body_must_be_of_its_type },
		{ "what is not JSON is 400 and says where",
			what_is_not_json_is_400_and_says_where },
		{ "every wrong field is named at once", every_wrong_field_is_named_at_once },
		{ "one kind of error gives the problem its code",
			one_kind_of_error_gives_the_problem_its_code },
		{ "a body past the limit is 413", a_body_past_the_limit_is_413 },
		{ "only a hash and a seal of the secret leave",
			only_a_hash_and_a_seal_of_the_secret_leave },
		{ "another body has another hash", another_body_has_another_hash },
		CU_TEST_INFO_NULL,
	};
	return run_suite("flow bind", tests);
}

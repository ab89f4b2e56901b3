/* batch.c: several requests in one through the SDK. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

/* What a batch of this JSON is answered; NULL with *error set. */
static libapi_batch *run(libapi_client *client, const char *json, const char *key) {
	LIBAPI_AUTO(batch_draft) *draft = NULL;
	LIBAPI_AUTO(call_options) *options = NULL;
	libapi_batch *answer = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_batch_draft_from_json(json, strlen(json), &draft, &error), LIBAPI_OK);
	if (key != NULL) {
		CU_ASSERT_EQUAL(libapi_call_options_new(&options), LIBAPI_OK);
		CU_ASSERT_EQUAL(libapi_call_options_set_idempotency_key(options, key), LIBAPI_OK);
	}
	int32_t code = libapi_batch_run(client, draft, options, &answer, &error);
	CU_ASSERT_EQUAL(code == LIBAPI_OK, answer != NULL);
	return answer;
}

static int64_t status_at(const libapi_batch *answer, size_t at) {
	return libapi_batch_response_status(libapi_batch_response_at(answer, at));
}

static int64_t seq_of(const char *calendar) {
	LIBAPI_AUTO(calendar) *read = NULL;

	EXPECT_OK(libapi_calendar_get(admin(), calendar, NULL, &read, &error), error);
	return libapi_calendar_seq(read);
}

#define CREATE(id, title)                                                                          \
	"{\"id\":\"" id "\",\"method\":\"POST\",\"path\":\"/v1/calendars/%1$s/events\",\"body\":{" \
	"\"title\":\"" title "\",\"start_time\":\"2026-12-01T10:00:00Z\","                         \
	"\"end_time\":\"2026-12-01T11:00:00Z\"}}"
#define DAILY(id)                                                                                  \
	"{\"id\":\"" id "\",\"method\":\"POST\",\"path\":\"/v1/calendars/%1$s/events\",\"body\":{" \
	"\"title\":\"Daily\",\"start_time\":\"2026-12-01T10:00:00Z\","                             \
	"\"end_time\":\"2026-12-01T11:00:00Z\",\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT="      \
	"5\"}}}"
#define TITLES                                                                                     \
	"{\"id\":\"list\",\"method\":\"GET\",\"path\":\"/v1/calendars/%1$s/events?fields=title\"}"

static void requests_take_effect_in_order(void) {
	char calendar[40], json[2048];
	LIBAPI_AUTO(batch) *answer = NULL;

	calendar_new(admin(), calendar);
	snprintf(json, sizeof json,
		"{\"requests\":[" TITLES "," CREATE("a",
			"first") ",{\"id\":\"between\",\"method\":"
				 "\"GET\",\"path\":\"/v1/calendars/%1$s/"
				 "events?fields=title\"}," CREATE("b",
					 "second") ",{\"id\":\"last\",\"method\":\"GET\",\"path\":"
						   "\"/v1/calendars/%1$s/events?fields=title\"}]}",
		calendar);
	answer = run(admin(), json, NULL);
	CU_ASSERT_PTR_NOT_NULL_FATAL(answer);
	CU_ASSERT_EQUAL_FATAL(libapi_batch_response_count(answer), 5);
	const libapi_batch_response *made = libapi_batch_response_at(answer, 1);
	CU_ASSERT_STRING_EQUAL(libapi_batch_response_id(made), "a");
	CU_ASSERT_EQUAL(libapi_batch_response_status(made), 201);
	CU_ASSERT_STRING_EQUAL(libapi_batch_response_headers_get(made, "ETag"), "\"1\"");
	CU_ASSERT_PTR_NOT_NULL(libapi_batch_response_headers_get(made, "Location"));
	const char *before = libapi_batch_response_body(libapi_batch_response_at(answer, 0)),
		   *between = libapi_batch_response_body(libapi_batch_response_at(answer, 2)),
		   *last = libapi_batch_response_body(libapi_batch_response_at(answer, 4));
	CU_ASSERT_PTR_NULL(strstr(before, "first"));
	CU_ASSERT_PTR_NOT_NULL(strstr(between, "first"));
	CU_ASSERT_PTR_NULL(strstr(between, "second"));
	CU_ASSERT_PTR_NOT_NULL(strstr(last, "second"));
}

static void a_failure_leaves_the_others(void) {
	char calendar[40], json[2048];
	LIBAPI_AUTO(batch) *answer = NULL;
	LIBAPI_AUTO(event) *event = NULL;

	calendar_new(admin(), calendar);
	snprintf(json, sizeof json,
		"{\"requests\":[" CREATE("a",
			"kept") ",{\"id\":\"bad\",\"method\":\"POST\","
				"\"path\":\"/v1/calendars/%1$s/events\",\"body\":{\"title\":7}},"
				"{\"id\":\"lost\",\"method\":\"GET\",\"path\":\"/v1/nowhere\"},"
				"{\"id\":\"verb\",\"method\":\"PUT\",\"path\":\"/v1/"
				"calendars\"}," DAILY("d") "]}",
		calendar);
	answer = run(admin(), json, NULL);
	CU_ASSERT_PTR_NOT_NULL_FATAL(answer);
	CU_ASSERT_EQUAL(status_at(answer, 0), 201);
	CU_ASSERT_EQUAL(status_at(answer, 1), 422);
	CU_ASSERT_PTR_NOT_NULL(
		strstr(libapi_batch_response_body(libapi_batch_response_at(answer, 1)), "/title"));
	CU_ASSERT_EQUAL(status_at(answer, 2), 404);
	CU_ASSERT_EQUAL(status_at(answer, 3), 405);
	CU_ASSERT_STRING_EQUAL(
		libapi_batch_response_headers_get(libapi_batch_response_at(answer, 3), "Allow"),
		"GET, HEAD, POST");
	CU_ASSERT_EQUAL(status_at(answer, 4), 201);
	CU_ASSERT_EQUAL(seq_of(calendar), 3);
}

static void all_or_nothing(void) {
	char calendar[40], json[2048];
	LIBAPI_AUTO(batch) *answer = NULL;

	calendar_new(admin(), calendar);
	snprintf(json, sizeof json,
		"{\"atomic\":true,\"requests\":[" CREATE("a", "one") "," DAILY("b") "," TITLES "]}",
		calendar);
	answer = run(admin(), json, NULL);
	CU_ASSERT_PTR_NOT_NULL_FATAL(answer);
	CU_ASSERT_EQUAL(status_at(answer, 0), 201);
	CU_ASSERT_EQUAL(status_at(answer, 1), 201); /* a series too: its plan is made in between */
	const char *seen = libapi_batch_response_body(libapi_batch_response_at(answer, 2));
	CU_ASSERT_PTR_NOT_NULL(strstr(seen, "one")); /* before the commit */
	CU_ASSERT_PTR_NOT_NULL(strstr(seen, "Daily"));
	CU_ASSERT_EQUAL(seq_of(calendar), 3);
}

static void a_failed_atomic_batch_leaves_nothing(void) {
	char calendar[40], event[40], json[4096], *left;
	LIBAPI_AUTO(batch) *answer = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "before", event);
	int64_t seq = seq_of(calendar);
	snprintf(json, sizeof json,
		"{\"atomic\":true,\"requests\":[" CREATE("a", "undone") "," DAILY(
			"b") ",{\"id\":\"c\",\"method\":\"PATCH\",\"path\":\"/v1/calendars/%1$s/"
			     "events/%2$s\","
			     "\"body\":{\"title\":\"changed\",\"colour\":\"x\"}},"
			     "{\"id\":\"d\",\"method\":\"DELETE\",\"path\":\"/v1/calendars/%1$s/"
			     "events/%2$s\","
			     "\"headers\":{\"If-Match\":\"\\\"9\\\"\"}}]}",
		calendar, event);
	answer = run(admin(), json, NULL);
	CU_ASSERT_PTR_NULL(answer);
	CU_ASSERT_STRING_EQUAL(libapi_error_problem(error), "batch_failed");
	CU_ASSERT_EQUAL(libapi_error_http_status(error), 409);
	CU_ASSERT_EQUAL_FATAL(libapi_error_field_count(error), 2); /* both, not only the first */
	CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 0), "/requests/2/body/colour");
	CU_ASSERT_STRING_EQUAL(libapi_error_field_code(error, 0), "unknown_field");
	CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 1), "/requests/3");
	CU_ASSERT_STRING_EQUAL(libapi_error_field_code(error, 1), "stale");
	libapi_error_free(error);
	error = NULL;
	CU_ASSERT_EQUAL(seq_of(calendar), seq);
	EXPECT_OK(libapi_event_list(admin(), calendar, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 1);
	left = libapi_event_page_to_json(page);
	CU_ASSERT_PTR_NOT_NULL(strstr(left, "\"before\""));
	libapi_string_free(left);
}

static void a_batch_that_comes_again_is_replayed(void) {
	char calendar[40], json[2048];

	for (int atomic = 0; atomic < 2; atomic++) {
		LIBAPI_AUTO(batch) *first = NULL;
		LIBAPI_AUTO(batch) *again = NULL;
		calendar_new(admin(), calendar);
		snprintf(json, sizeof json,
			"{\"atomic\":%2$s,\"requests\":[" CREATE("a", "once") "," DAILY("b") "]}",
			calendar, atomic ? "true" : "false");
		first = run(admin(), json, calendar);
		again = run(admin(), json, calendar);
		CU_ASSERT_PTR_NOT_NULL_FATAL(first);
		CU_ASSERT_PTR_NOT_NULL_FATAL(again);
		for (size_t i = 0; i < 2; i++) {
			const libapi_batch_response *one = libapi_batch_response_at(first, i),
						    *two = libapi_batch_response_at(again, i);
			CU_ASSERT_STRING_EQUAL(
				libapi_batch_response_body(one), libapi_batch_response_body(two));
			CU_ASSERT_PTR_NULL(
				libapi_batch_response_headers_get(one, "Idempotent-Replayed"));
			CU_ASSERT_STRING_EQUAL(
				libapi_batch_response_headers_get(two, "Idempotent-Replayed"),
				"true");
		}
		CU_ASSERT_EQUAL(seq_of(calendar), 3);
		memcpy(strstr(json, "once"), "else", 4);
		CU_ASSERT_PTR_NULL(run(admin(), json, calendar));
		CU_ASSERT_STRING_EQUAL(libapi_error_problem(error), "idempotency_key_reused");
		libapi_error_free(error);
		error = NULL;
	}
}

static void what_a_batch_cannot_hold_is_named(void) {
	static const struct {
		const char *json, *pointer, *code;
	} rows[] = {
		{ "{\"id\":\"a\",\"method\":\"POST\",\"path\":\"/v1/batch\"}", "/requests/0/path",
			"not_in_a_batch" },
		{ "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"v1/calendars\"}", "/requests/0/path",
			"format" },
		{ "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/v1/calendars/" NOBODY
		  "/changes?limit=2&wait=5\"}",
			"/requests/0/path", "not_in_a_batch" },
		{ "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/v1/users\"},"
		  "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/v1/users\"}",
			"/requests/1/id", "duplicate" },
		{ "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/v1/users\",\"headers\":"
		  "{\"X-API-Key\":\"x\"}}",
			"/requests/0/headers", "unknown_field" },
		{ "{\"id\":\"a\",\"method\":\"GET\",\"path\":\"/v1/users\",\"headers\":"
		  "{\"If-Match\":\"*\",\"if-match\":\"*\"}}",
			"/requests/0/headers", "duplicate" },
	};
	char json[512];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(json, sizeof json, "{\"requests\":[%s]}", rows[i].json);
		CU_ASSERT_PTR_NULL(run(admin(), json, NULL));
		CU_ASSERT_EQUAL(libapi_error_http_status(error), 422);
		CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 0), rows[i].pointer);
		CU_ASSERT_STRING_EQUAL(libapi_error_field_code(error, 0), rows[i].code);
		libapi_error_free(error);
		error = NULL;
	}
}

/* Sharing, and a key's scopes, hold inside as outside. */
static void a_batch_can_do_no_more_than_its_key(void) {
	struct person stranger = person_new("stranger");
	char calendar[40], json[2048];
	LIBAPI_AUTO(batch) *answer = NULL;

	calendar_new(admin(), calendar);
	snprintf(json, sizeof json,
		"{\"requests\":[" CREATE(
			"a", "x") "," TITLES ",{\"id\":\"u\",\"method\":\"POST\","
				  "\"path\":\"/v1/"
				  "users\",\"body\":{\"username\":\"sneaky\"}},{\"id\":\"me\","
				  "\"method\":\"GET\",\"path\":\"/v1/users/me\"}]}",
		calendar);
	answer = run(stranger.client, json, NULL);
	CU_ASSERT_PTR_NOT_NULL_FATAL(answer);
	CU_ASSERT_EQUAL(status_at(answer, 0), 404);
	CU_ASSERT_EQUAL(status_at(answer, 1), 404);
	CU_ASSERT_EQUAL(status_at(answer, 2), 403);
	CU_ASSERT_EQUAL(status_at(answer, 3), 200);
	CU_ASSERT_PTR_NOT_NULL(strstr(
		libapi_batch_response_body(libapi_batch_response_at(answer, 3)), stranger.id));
	person_finish(&stranger);
}

/* A secret is shown once, to the key that asked, also from inside a batch. */
static void a_secret_comes_through(void) {
	char json[512];
	LIBAPI_AUTO(batch) *first = NULL;
	LIBAPI_AUTO(batch) *again = NULL;

	snprintf(json, sizeof json,
		"{\"atomic\":true,\"requests\":[{\"id\":\"k\",\"method\":\"POST\",\"path\":"
		"\"/v1/users/me/keys\",\"body\":{\"name\":\"from a batch\",\"scopes\":"
		"[\"events:read\"]}}]}");
	first = run(admin(), json, "secret-in-a-batch");
	again = run(admin(), json, "secret-in-a-batch");
	CU_ASSERT_PTR_NOT_NULL_FATAL(first);
	const char *body = libapi_batch_response_body(libapi_batch_response_at(first, 0));
	CU_ASSERT_PTR_NOT_NULL(strstr(body, "\"cal_"));
	CU_ASSERT_STRING_EQUAL(
		body, libapi_batch_response_body(libapi_batch_response_at(again, 0)));
}

static void a_draft_is_built_and_checked_before_it_is_sent(void) {
	LIBAPI_AUTO(batch_draft) *draft = NULL;
	LIBAPI_AUTO(batch_request_draft) *request = NULL;
	LIBAPI_AUTO(batch) *answer = NULL;

	CU_ASSERT_EQUAL(libapi_batch_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_batch_request_draft_new(&request), LIBAPI_OK);
	EXPECT_FIELD(libapi_batch_run(admin(), draft, NULL, &answer, &error), LIBAPI_E_INVALID,
		"/requests", error);
	CU_ASSERT_EQUAL(libapi_batch_request_draft_set_id(request, "me"), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_batch_request_draft_set_method(request, LIBAPI_BATCH_REQUEST_METHOD_PATCH),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_batch_request_draft_set_path(request, "/v1/users/me"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_batch_request_draft_set_body(request, "[1]"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_batch_request_draft_set_body(request, "{'a':1}"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_batch_request_draft_set_body(request, " {\"display_name\": \"Batch\"} "),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_batch_draft_add_request(draft, request), LIBAPI_OK);
	EXPECT_OK(libapi_batch_run(admin(), draft, NULL, &answer, &error), error);
	CU_ASSERT_EQUAL(status_at(answer, 0), 200);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "requests take effect in order", requests_take_effect_in_order },
		{ "a failure leaves the others", a_failure_leaves_the_others },
		{ "all or nothing", all_or_nothing },
		{ "a failed atomic batch leaves nothing, and names all that failed",
			a_failed_atomic_batch_leaves_nothing },
		{ "a batch that comes again is replayed", a_batch_that_comes_again_is_replayed },
		{ "what a batch cannot hold is named", what_a_batch_cannot_hold_is_named },
		{ "a batch can do no more than its key", a_batch_can_do_no_more_than_its_key },
		{ "a secret comes through", a_secret_comes_through },
		{ "a draft is built, and checked before it is sent",
			a_draft_is_built_and_checked_before_it_is_sent },
		{ 0 },
	};
	return run_sentences("batch", sentences);
}

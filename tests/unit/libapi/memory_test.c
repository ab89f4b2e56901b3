/* memory_test.c: no memory, everywhere. Each scenario is run with its first allocation failing, then its second, and
 * so on until it needs no more: each run ends in LIBAPI_E_MEMORY, and leaves no block behind. */
#include "failing.h"
#include "fake.h"
#include "scripted.h"
#include "tests/unit/suite.h"

#include <stdio.h>
#include <stdlib.h>

#define EVENT                                                                                      \
	"{\"id\":\"01935a5e-0000-7000-8000-000000000002\",\"title\":\"Standup\",\"version\":7,"    \
	"\"start_time\":\"2026-01-02T01:00:00Z\",\"recurrence\":{\"rrule\":\"FREQ=DAILY\"},"       \
	"\"attendees\":[{\"email\":\"a@b.example\",\"partstat\":\"declined\"}],"                   \
	"\"categories\":[\"x\",\"y\"],\"metadata\":{\"k\":\"v\",\"l\":\"w\"}}"
#define PROBLEM                                                                                    \
	"{\"type\":\"about:blank\",\"title\":\"Invalid\",\"code\":\"validation_failed\","          \
	"\"errors\":[{\"pointer\":\"/title\",\"code\":\"required\",\"message\":\"is missing\"}]}"
#define JSON "application/json"

static libapi_client *client_of(const struct fake_answer *answers, size_t count, int32_t *code) {
	fake_script(answers, count);
	return fake_client(1, code);
}

static int32_t get_event(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 200, JSON, EVENT } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	return code != LIBAPI_OK ? code
				 : libapi_event_get(client, CALENDAR_ID, CALENDAR_ID, NULL, NULL,
					   &event, &error);
}

static int32_t fill_draft(libapi_event_draft **out) {
	int32_t code = libapi_event_draft_new(out);

	code = code != LIBAPI_OK ? code : libapi_event_draft_set_title(*out, "Standup");
	code = code != LIBAPI_OK ? code
				 : libapi_event_draft_set_start_time(*out, "2026-01-02T10:00:00");
	code = code != LIBAPI_OK ? code
				 : libapi_event_draft_set_end_time(*out, "2026-01-02T11:00:00");
	code = code != LIBAPI_OK ? code : libapi_event_draft_set_time_zone(*out, "Europe/Berlin");
	return code != LIBAPI_OK ? code : libapi_event_draft_set_metadata(*out, "k", "v");
}

static int32_t create_event(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 201, JSON, EVENT } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	code = code != LIBAPI_OK ? code : fill_draft(&draft);
	return code != LIBAPI_OK
		       ? code
		       : libapi_event_create(client, CALENDAR_ID, draft, NULL, &event, &error);
}

static int32_t patch_with_options(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 200, JSON, EVENT } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	code = code != LIBAPI_OK ? code : libapi_event_patch_new(&patch);
	code = code != LIBAPI_OK ? code : libapi_event_patch_set_location_null(patch);
	code = code != LIBAPI_OK ? code : libapi_call_options_new(&options);
	code = code != LIBAPI_OK ? code : libapi_call_options_set_if_match_version(options, 7);
	code = code != LIBAPI_OK ? code : libapi_call_options_add_header(options, "X-A", "b");
	return code != LIBAPI_OK ? code
				 : libapi_event_update(client, CALENDAR_ID, CALENDAR_ID, patch,
					   NULL, options, &event, &error);
}

static int32_t walk(libapi_event_pager *pager, int *count) {
	libapi_event *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int32_t got = libapi_event_pager_next(pager, &event, &error);

	while (got == 1) {
		++*count;
		libapi_event_unref(event);
		got = libapi_event_pager_next(pager, &event, &error);
	}
	return -got;
}

static int32_t page_events(void) {
	static const struct fake_answer answers[] = {
		{ ATTEMPT_ANSWERED, 200, JSON,
			"{\"items\":[" EVENT "," EVENT "],\"next_cursor\":\"abc\"}" },
		{ ATTEMPT_ANSWERED, 200, JSON, "{\"items\":[" EVENT "],\"next_cursor\":null}" },
	};
	int32_t code = LIBAPI_OK;
	int count = 0;
	LIBAPI_AUTO(client) *client = client_of(answers, 2, &code);
	LIBAPI_AUTO(event_list_query) *query = NULL;
	libapi_event_pager *pager = NULL;

	code = code != LIBAPI_OK ? code : libapi_event_list_query_new(&query);
	code = code != LIBAPI_OK ? code : libapi_event_list_query_set_uid(query, "a b@c");
	code = code != LIBAPI_OK
		       ? code
		       : libapi_event_pager_new(client, CALENDAR_ID, query, NULL, &pager, NULL);
	code = code != LIBAPI_OK ? code : walk(pager, &count);
	libapi_event_pager_free(pager);
	CU_ASSERT_TRUE(code != LIBAPI_OK || count == 3);
	return code;
}

static int32_t start_and_fetch(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 200, JSON, EVENT } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = NULL, *done = NULL;

	code = code != LIBAPI_OK ? code
				 : libapi_event_get_start(client, CALENDAR_ID, CALENDAR_ID, NULL,
					   NULL, &call, &error);
	if (code == LIBAPI_OK) {
		CU_ASSERT_TRUE(libapi_client_fd(client) >= 0);
		CU_ASSERT_EQUAL(libapi_client_process(client, 0, NULL), LIBAPI_OK);
		CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 1);
		CU_ASSERT_PTR_EQUAL(done, call);
		code = libapi_call_take_event(call, &event, &error);
	}
	libapi_call_free(call);
	return code;
}

static int32_t any_request(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 200, JSON, EVENT } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(response) *response = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	return code != LIBAPI_OK ? code
				 : libapi_client_request(client, "POST", "/v1/x", NULL, "{}", 2,
					   NULL, &response, &error);
}

static int32_t follow_changes(void) {
	static const struct fake_answer answers[] = {
		{ ATTEMPT_ANSWERED, 200, JSON,
			"{\"events\":[" EVENT "],\"deleted\":[],\"acl_changed\":false,"
			"\"has_more\":false,\"next_token\":\"t1\"}" },
	};
	int32_t code = LIBAPI_OK, got = 0;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(error) *error = NULL;
	libapi_sync *sync = NULL;

	code = code != LIBAPI_OK ? code
				 : libapi_sync_new(client, CALENDAR_ID, NULL, NULL, &sync, &error);
	do {
		got = code == LIBAPI_OK ? libapi_sync_next(sync, &error) : 0;
	} while (got == 1);
	libapi_sync_free(sync);
	return code != LIBAPI_OK ? code : -got;
}

/* The server's verdict is the answer here; without memory it may lack its words, never its code. */
static int32_t be_refused(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 422,
		"application/problem+json", PROBLEM } };
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(answers, 1, &code);
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	if (code != LIBAPI_OK) {
		return code;
	}
	code = libapi_event_get(client, CALENDAR_ID, CALENDAR_ID, NULL, NULL, &event, &error);
	CU_ASSERT_PTR_NOT_NULL(error);
	CU_ASSERT_EQUAL(libapi_error_code(error), code);
	CU_ASSERT_PTR_NOT_NULL(libapi_error_text(error));
	return code;
}

/* Nothing is sent: the draft breaks a rule, and the error names the field. */
static int32_t be_invalid(void) {
	int32_t code = LIBAPI_OK;
	LIBAPI_AUTO(client) *client = client_of(NULL, 0, &code);
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	code = code != LIBAPI_OK ? code : libapi_event_draft_new(&draft);
	if (code != LIBAPI_OK) {
		return code;
	}
	code = libapi_event_create(client, CALENDAR_ID, draft, NULL, &event, &error);
	CU_ASSERT_EQUAL(libapi_error_code(error), code);
	return code;
}

static int32_t read_json(void) {
	static const char json[] = "{\"title\":\"Standup\",\"start_date\":\"2026-01-02\","
				   "\"is_all_day\":true,\"end_date\":\"2026-01-03\"}";
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int32_t code = libapi_event_draft_from_json(json, strlen(json), &draft, &error);
	char *text = code == LIBAPI_OK ? libapi_event_draft_to_json(draft) : NULL;

	if (code == LIBAPI_OK && text == NULL) {
		code = LIBAPI_E_MEMORY;
	}
	libapi_string_free(text);
	return code;
}

static const struct scenario {
	const char *name;
	int32_t (*run)(void);
	int32_t verdict; /* with memory; other than LIBAPI_OK it may also come without */
} scenarios[] = {
	{ "get", get_event, LIBAPI_OK },
	{ "create", create_event, LIBAPI_OK },
	{ "patch with options", patch_with_options, LIBAPI_OK },
	{ "pager", page_events, LIBAPI_OK },
	{ "started call", start_and_fetch, LIBAPI_OK },
	{ "raw request", any_request, LIBAPI_OK },
	{ "sync", follow_changes, LIBAPI_OK },
	{ "refused by the server", be_refused, LIBAPI_E_UNPROCESSABLE },
	{ "refused before sending", be_invalid, LIBAPI_E_INVALID },
	{ "JSON", read_json, LIBAPI_OK },
};

static size_t runs;

/* One run; false: nothing failed any more. */
static bool run_without(const struct scenario *scenario, enum failing_how how, size_t n) {
	char row[96];
	size_t failed = 0;
	long before = failing_live();
	int32_t code = LIBAPI_OK;

	failing_begin(how, n);
	code = scenario->run();
	(void)failing_end(&failed);
	runs++;
	(void)snprintf(row, sizeof(row), "%s, allocation %zu: code %d, %ld blocks left",
		scenario->name, n, (int)code, failing_live() - before);
	CHECK_ROW(failing_live() == before, row);
	if (failed == 0) {
		CHECK_ROW(code == scenario->verdict, row);
		return false;
	}
	CHECK_ROW(code == LIBAPI_E_MEMORY ||
			  (scenario->verdict != LIBAPI_OK && code == scenario->verdict),
		row);
	return true;
}

static void fail_in_turn(enum failing_how how) {
	for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		size_t n = 1;

		(void)run_without(&scenarios[i], FAIL_NEVER, 1); /* what is made once is made */
		while (n < 10000 && run_without(&scenarios[i], how, n)) {
			n++;
		}
		CU_ASSERT_TRUE(n > 1 && n < 10000);
	}
}

static void one_allocation_fails(void) {
	fail_in_turn(FAIL_ONCE);
}

static void memory_runs_out_for_good(void) {
	fail_in_turn(FAIL_FROM);
	fprintf(stderr, "(%zu runs) ", runs);
}

/* ---- over libcurl ----------------------------------------------------------------------------------------- */

static int32_t get_over_curl(void) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	char url[96];
	int32_t code = libapi_config_new(&config);

	(void)snprintf(url, sizeof(url), "http://127.0.0.1:%d/s/memory/200", scripted_port());
	code = code != LIBAPI_OK ? code : libapi_config_set_url(config, url);
	code = code != LIBAPI_OK ? code : libapi_config_set_max_attempts(config, 1);
	code = code != LIBAPI_OK ? code : libapi_client_new(config, &client, &error);
	return code != LIBAPI_OK
		       ? code
		       : libapi_calendar_get(client, CALENDAR_ID, NULL, &calendar, &error);
}

/* true: it did without. What libc or libcurl keeps for later they keep once: blocks count when they stay each time. */
static bool run_over_curl(size_t n, size_t *failed) {
	long left = 1;
	int32_t code = LIBAPI_OK;
	char row[64];

	for (int again = 0; again < 2 && left != 0; again++) {
		long before = failing_live();

		failing_begin(FAIL_ONCE, n);
		code = get_over_curl();
		(void)failing_end(failed);
		left = failing_live() - before;
		(void)snprintf(
			row, sizeof(row), "allocation %zu: code %d, %ld left", n, (int)code, left);
		CHECK_ROW(code == LIBAPI_E_MEMORY || code == LIBAPI_OK, row);
	}
	CHECK_ROW(left == 0, row);
	return code == LIBAPI_OK;
}

/* libcurl makes do without some blocks; what it cannot do without must come out as no memory, and not as a peer
 * that is away. */
static void libcurl_has_no_memory(void) {
	size_t failed = 1, good = 0;

	CU_ASSERT_EQUAL_FATAL(get_over_curl(), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(get_over_curl(), LIBAPI_OK);
	for (size_t n = 1; failed > 0 && n < 5000; n++) {
		good += run_over_curl(n, &failed);
	}
	CU_ASSERT_EQUAL(failed, 0);
	fprintf(stderr, "(%zu did without) ", good);
}

/* ---- now and then ----------------------------------------------------------------------------------------- */

/* Every hundredth allocation fails, over thousands of calls on one client: it goes on working. */
static void every_hundredth_allocation_fails(void) {
	static const struct fake_answer answers[] = { { ATTEMPT_ANSWERED, 200, JSON, EVENT } };
	int32_t code = LIBAPI_OK, good = 0, without = 0;
	libapi_client *client = client_of(answers, 1, &code);
	long before = failing_live();

	CU_ASSERT_PTR_NOT_NULL_FATAL(client);
	failing_begin(FAIL_EVERY, 100);
	for (int i = 0; i < 5000; i++) {
		libapi_event *event = NULL;
		libapi_error *error = NULL;

		code = libapi_event_get(
			client, CALENDAR_ID, CALENDAR_ID, NULL, NULL, &event, &error);
		good += code == LIBAPI_OK;
		without += code == LIBAPI_E_MEMORY;
		libapi_event_unref(event);
		libapi_error_free(error);
	}
	(void)failing_end(NULL);
	CU_ASSERT_EQUAL(failing_live(), before);
	CU_ASSERT_EQUAL(good + without, 5000);
	CU_ASSERT_TRUE(without > 100);
	CU_ASSERT_TRUE(good > without);
	libapi_client_unref(client);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "one allocation fails, each in turn", one_allocation_fails },
		{ "memory runs out for good, at each allocation", memory_runs_out_for_good },
		{ "libcurl has no memory, each in turn", libcurl_has_no_memory },
		{ "every hundredth allocation fails", every_hundredth_allocation_fails },
		CU_TEST_INFO_NULL,
	};
	int failed = 0;

	/* So that libcurl's allocations are libapi's, which is told what libcurl does not say. */
	if (libapi_set_allocator(malloc, realloc, free) != LIBAPI_OK ||
		libapi_set_allocator(malloc, realloc, free) != LIBAPI_E_INVALID) {
		return 99;
	}
	scripted_start();
	failed = run_suite("no memory", tests);
	scripted_stop();
	return failed;
}

/* client_test.c: sync calls against a server that behaves, and one that does not. */
#include "scripted.h"
#include "tests/unit/suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now_ms(void) {
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int32_t get(
	libapi_client *client, const libapi_call_options *options, libapi_error **error) {
	libapi_calendar *calendar = NULL;
	int32_t code = libapi_calendar_get(client, CALENDAR_ID, options, &calendar, error);

	CU_ASSERT_EQUAL(calendar != NULL, code == LIBAPI_OK);
	libapi_calendar_unref(calendar);
	return code;
}

static int32_t create(
	libapi_client *client, const libapi_call_options *options, libapi_error **error) {
	libapi_calendar_draft *draft = NULL;
	libapi_calendar *calendar = NULL;
	int32_t code = libapi_calendar_draft_new(&draft);

	CU_ASSERT_EQUAL_FATAL(code, LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_name(draft, "Team"), LIBAPI_OK);
	code = libapi_calendar_create(client, draft, options, &calendar, error);
	libapi_calendar_draft_free(draft);
	libapi_calendar_unref(calendar);
	return code;
}

/* One get of the case; the text of its error, owned. */
static char *fail_text(const char *name, const char *steps, int32_t expected) {
	LIBAPI_AUTO(client) *client = scripted_client(name, steps);
	LIBAPI_AUTO(error) *error = NULL;
	int32_t code = get(client, NULL, &error);

	if (code != expected) {
		fprintf(stderr, "\n    %s: %s instead of %d: %s", name, libapi_error_name(code),
			(int)expected, libapi_error_text(error));
	}
	CU_ASSERT_EQUAL(code, expected);
	CU_ASSERT_EQUAL(libapi_error_code(error), code);
	return strdup(libapi_error_text(error));
}

static void reads_an_answer_into_a_calendar(void) {
	LIBAPI_AUTO(client) *client = scripted_client("success", "200");
	libapi_calendar *calendar = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_calendar_get(client, CALENDAR_ID, NULL, &calendar, NULL), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_name(calendar), "Team");
	CU_ASSERT_EQUAL(libapi_calendar_version(calendar), 7);
	libapi_calendar_unref(calendar);
	CU_ASSERT_EQUAL(
		scripted_count("success", "\"path\": \"/v1/calendars/" CALENDAR_ID "\""), 1);
	CU_ASSERT_EQUAL(scripted_count("success", TEST_KEY), 1);
	CU_ASSERT_EQUAL(scripted_count("success", "Idempotency-Key"), 0);
	CU_ASSERT_EQUAL(scripted_count("success", "libapi/" LIBAPI_VERSION), 1);
}

static void reuses_its_connection_and_handle_for_other_methods(void) {
	LIBAPI_AUTO(client) *client = scripted_client("methods", "200,201,204,200,200");
	libapi_response *head = NULL;

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(create(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_delete(client, CALENDAR_ID, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_client_request(client, "HEAD", "/v1/x", NULL, NULL, 0, NULL, &head, NULL),
		LIBAPI_OK);
	CU_ASSERT_PTR_NOT_NULL_FATAL(head);
	CU_ASSERT_STRING_EQUAL(libapi_response_body(head, NULL), "");
	libapi_response_free(head);
	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(scripted_count("methods", "\"method\": \"GET\""), 2);
	CU_ASSERT_EQUAL(scripted_count("methods", "\"method\": \"DELETE\""), 1);
	CU_ASSERT_EQUAL(scripted_count("methods", "{\\\"name\\\":\\\"Team\\\"}"), 1);
}

static void hands_out_every_invalid_field(void) {
	LIBAPI_AUTO(client) *client = scripted_client("invalid", "invalid");
	LIBAPI_AUTO(error) *error = NULL;

	CU_ASSERT_EQUAL(get(client, NULL, &error), LIBAPI_E_UNPROCESSABLE);
	CU_ASSERT_EQUAL(libapi_error_category(error), LIBAPI_CATEGORY_SERVER);
	CU_ASSERT_EQUAL(libapi_error_http_status(error), 422);
	CU_ASSERT_STRING_EQUAL(libapi_error_problem(error), "invalid_fields");
	CU_ASSERT_EQUAL_FATAL(libapi_error_field_count(error), 2);
	CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 1), "/recurrence/rrule");
	CU_ASSERT_PTR_NULL(libapi_error_field_pointer(error, 2));
	CU_ASSERT_STRING_EQUAL(libapi_error_request_id(error), "req-1");
	CU_ASSERT_TRUE(text_has(libapi_error_raw_body(error, NULL), "\"errors\""));
	CU_ASSERT_EQUAL(libapi_error_is_retryable(error), 0);
	CU_ASSERT_EQUAL(scripted_count("invalid", "\"method\""), 1);
}

static void tries_again_when_the_server_is_busy(void) {
	LIBAPI_AUTO(client) *client = scripted_client("busy", "busy1,200");
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_TRUE(now_ms() - begun_ms >= 1000);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 3000);
	CU_ASSERT_EQUAL(scripted_count("busy", "\"method\""), 2);
}

static void honours_a_date_in_retry_after(void) {
	LIBAPI_AUTO(client) *client = scripted_client("dated", "dated,200");
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 4000);
	CU_ASSERT_EQUAL(scripted_count("dated", "\"method\""), 2);
}

static void gives_up_at_once_when_told_to_wait_too_long(void) {
	LIBAPI_AUTO(client) *client = scripted_client("busy60", "busy60");
	LIBAPI_AUTO(error) *error = NULL;
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL(get(client, NULL, &error), LIBAPI_E_UNAVAILABLE);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 1000);
	CU_ASSERT_EQUAL(libapi_error_retry_after_ms(error), 60000);
	CU_ASSERT_EQUAL(libapi_error_is_retryable(error), 1);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "try again in 60 s"));
	CU_ASSERT_EQUAL(scripted_count("busy60", "\"method\""), 1);
}

static void mends_a_connection_cut_in_the_middle_of_an_answer(void) {
	LIBAPI_AUTO(client) *client = scripted_client("cut", "reset,close,200");

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(scripted_count("cut", "\"method\""), 3);
}

static void sends_every_attempt_of_a_write_with_one_key(void) {
	LIBAPI_AUTO(client) *client = scripted_client("onekey", "reset,running,201");
	char *log = NULL, *first = NULL, key[64] = "";

	CU_ASSERT_EQUAL(create(client, NULL, NULL), LIBAPI_OK);
	log = scripted_log("onekey");
	first = strstr(log, "\"Idempotency-Key\": \"");
	CU_ASSERT_PTR_NOT_NULL_FATAL(first);
	snprintf(key, sizeof(key), "%.36s", first + strlen("\"Idempotency-Key\": \""));
	CU_ASSERT_EQUAL(scripted_count("onekey", key), 3);
	CU_ASSERT_EQUAL(create(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(scripted_count("onekey", key), 3); /* the next call has its own */
	free(log);
}

static void gives_up_after_three_attempts(void) {
	char *text = fail_text("threetimes", "close", LIBAPI_E_LOST);

	CU_ASSERT_TRUE(text_has(text, "attempt 3 of 3"));
	CU_ASSERT_EQUAL(scripted_count("threetimes", "\"method\""), 3);
	free(text);
}

static void ends_at_its_deadline(void) {
	LIBAPI_AUTO(client) *client = scripted_client("late", "hang");
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_timeout_ms(options, 200), LIBAPI_OK);
	CU_ASSERT_EQUAL(create(client, options, &error), LIBAPI_E_TIMEOUT);
	CU_ASSERT_TRUE(now_ms() - begun_ms >= 200);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 1500);
	CU_ASSERT_EQUAL(libapi_error_is_retryable(error), 1);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "no answer within 200 ms"));
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "idempotency key"));
}

static void names_a_host_that_is_not_there(void) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, "http://127.0.0.1:1"), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(get(client, NULL, &error), LIBAPI_E_UNREACHABLE);
	CU_ASSERT_EQUAL(libapi_error_category(error), LIBAPI_CATEGORY_TRANSPORT);
	CU_ASSERT_EQUAL(libapi_error_curl_code(error), 7);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "127.0.0.1"));
}

static void takes_nothing_that_is_not_of_the_agreed_shape(void) {
	free(fail_text("garbage", "garbage", LIBAPI_E_MALFORMED));
	free(fail_text("array", "array", LIBAPI_E_MALFORMED));
	free(fail_text("text", "text", LIBAPI_E_MALFORMED));
	free(fail_text("empty", "204", LIBAPI_E_MALFORMED));
}

static void follows_no_redirect(void) {
	char *text = fail_text("redirect", "redirect", LIBAPI_E_MALFORMED);

	CU_ASSERT_TRUE(text_has(text, "/elsewhere"));
	CU_ASSERT_EQUAL(scripted_count("redirect", "\"method\""), 1);
	free(text);
}

static void keeps_a_foreign_answer_readable(void) {
	LIBAPI_AUTO(client) *client = scripted_client("html", "html");
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	size_t len = 0;

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_max_attempts(options, 1), LIBAPI_OK);
	CU_ASSERT_EQUAL(get(client, options, &error), LIBAPI_E_BAD_GATEWAY);
	CU_ASSERT_STRING_EQUAL(libapi_error_raw_body(error, &len), "<html>bad gateway</html>");
	CU_ASSERT_EQUAL(len, 24);
	CU_ASSERT_PTR_NULL(libapi_error_problem(error));
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "text/html"));
}

static void says_when_nothing_changed_and_when_something_did(void) {
	LIBAPI_AUTO(client) *client = scripted_client("etag", "304,stale");
	LIBAPI_AUTO(call_options) *options = NULL;
	libapi_error *error = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_none_match(options, "\"7\""), LIBAPI_OK);
	CU_ASSERT_EQUAL(get(client, options, &error), LIBAPI_E_NOT_MODIFIED);
	CU_ASSERT_EQUAL(libapi_error_http_status(error), 304);
	libapi_error_free(error);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_none_match(options, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_match_version(options, 8), LIBAPI_OK);
	CU_ASSERT_EQUAL(create(client, options, &error), LIBAPI_E_STALE);
	CU_ASSERT_STRING_EQUAL(libapi_error_etag(error), "\"9\"");
	libapi_error_free(error);
	CU_ASSERT_EQUAL(scripted_count("etag", "\"If-Match\": \"\\\"8\\\"\""), 1);
}

static void takes_no_answer_longer_than_allowed(void) {
	libapi_config *config = scripted_config("big", "big900000");
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;

	CU_ASSERT_EQUAL(libapi_config_set_max_answer_bytes(config, 65536), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	CU_ASSERT_EQUAL(get(client, NULL, &error), LIBAPI_E_ANSWER_TOO_LARGE);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "65536"));
	CU_ASSERT_EQUAL(scripted_count("big", "\"method\""), 1);
}

static void walks_over_pages(void) {
	LIBAPI_AUTO(client) *client = scripted_client("pages", "page1,busy0,page2");
	libapi_calendar_pager *pager = NULL;
	libapi_calendar *calendar = NULL;
	int32_t got = libapi_calendar_pager_new(client, NULL, NULL, &pager, NULL);
	int count = 0;

	CU_ASSERT_EQUAL_FATAL(got, LIBAPI_OK);
	while ((got = libapi_calendar_pager_next(pager, &calendar, NULL)) == 1) {
		count++;
		libapi_calendar_unref(calendar);
	}
	CU_ASSERT_EQUAL(got, 0);
	CU_ASSERT_EQUAL(libapi_calendar_pager_next(pager, &calendar, NULL), 0);
	CU_ASSERT_EQUAL(count, 6);
	CU_ASSERT_EQUAL(scripted_count("pages", "cursor=second"), 2);
	libapi_calendar_pager_free(pager);
}

static void shows_a_pagers_failure_and_goes_on(void) {
	LIBAPI_AUTO(client) *client = scripted_client("badpage", "page1,invalid,page2");
	LIBAPI_AUTO(error) *error = NULL;
	libapi_calendar_pager *pager = NULL;
	libapi_calendar *calendar = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_calendar_pager_new(client, NULL, NULL, &pager, NULL), LIBAPI_OK);
	for (int i = 0; i < 3; i++) {
		CU_ASSERT_EQUAL(libapi_calendar_pager_next(pager, &calendar, NULL), 1);
		libapi_calendar_unref(calendar);
	}
	CU_ASSERT_EQUAL(
		libapi_calendar_pager_next(pager, &calendar, &error), -LIBAPI_E_UNPROCESSABLE);
	CU_ASSERT_PTR_NULL(calendar);
	CU_ASSERT_EQUAL(libapi_calendar_pager_next(pager, &calendar, NULL), 1);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_name(calendar), "2-0");
	libapi_calendar_unref(calendar);
	libapi_calendar_pager_free(pager);
}

static void sends_no_draft_that_breaks_a_rule(void) {
	LIBAPI_AUTO(client) *client = scripted_client("draft", "201");
	LIBAPI_AUTO(error) *error = NULL;
	libapi_calendar_draft *draft = NULL;
	libapi_calendar *calendar = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_calendar_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_calendar_create(client, draft, NULL, &calendar, &error), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL_FATAL(libapi_error_field_count(error), 1);
	CU_ASSERT_STRING_EQUAL(libapi_error_field_pointer(error, 0), "/name");
	CU_ASSERT_TRUE(
		text_has(libapi_error_text(error), "createCalendar: not sent, 1 invalid field"));
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "calctl explain calendar.name"));
	libapi_calendar_draft_free(draft);
	CU_ASSERT_EQUAL(scripted_count("draft", "\"method\""), 0);
}

static void names_the_argument_that_is_null(void) {
	LIBAPI_AUTO(client) *client = scripted_client("null", "200");
	libapi_calendar *calendar = NULL;
	libapi_error *error = NULL;

	CU_ASSERT_EQUAL(
		libapi_calendar_get(NULL, CALENDAR_ID, NULL, &calendar, &error), LIBAPI_E_INVALID);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "client"));
	libapi_error_free(error);
	CU_ASSERT_EQUAL(
		libapi_calendar_get(client, NULL, NULL, &calendar, &error), LIBAPI_E_INVALID);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "calendar_id"));
	libapi_error_free(error);
	CU_ASSERT_EQUAL(
		libapi_calendar_get(client, "..", NULL, &calendar, &error), LIBAPI_E_INVALID);
	libapi_error_free(error);
	CU_ASSERT_EQUAL(
		libapi_calendar_get(client, "a\r\nX: y", NULL, &calendar, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_calendar_create(client, NULL, NULL, &calendar, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_client_request(client, "GET", "no slash", NULL, NULL, 0, NULL, NULL, NULL),
		LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(scripted_count("null", "\"method\""), 0);
}

static void refuses_to_work_in_a_forked_child(void) {
	LIBAPI_AUTO(client) *client = scripted_client("fork", "200");
	pid_t child = 0;
	int status = 0;

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	child = fork();
	if (child == 0) {
		libapi_calendar *calendar = NULL;
		int32_t code = libapi_calendar_get(client, CALENDAR_ID, NULL, &calendar, NULL);
		libapi_client_unref(client);
		_exit(code == LIBAPI_E_FORKED ? 0 : 1);
	}
	waitpid(child, &status, 0);
	CU_ASSERT_EQUAL(status, 0);
	CU_ASSERT_EQUAL(
		get(client, NULL, NULL), LIBAPI_OK); /* the parent's connection is unharmed */
}

struct log {
	int lines, releases;
	char last[512];
	libapi_client *client; /* called from inside the hook: must not lock up */
};

static void on_line(int32_t level, const char *text, void *user) {
	struct log *log = user;

	(void)level;
	log->lines++;
	snprintf(log->last, sizeof(log->last), "%s", text);
	if (log->client != NULL) {
		libapi_client_next_done(log->client, &(libapi_call *){ NULL });
	}
}

static void on_release(void *user) {
	((struct log *)user)->releases++;
}

static void logs_outside_of_its_lock_and_releases_once(void) {
	struct log log = { 0 };
	libapi_config *config = scripted_config("log", "busy0,200");
	libapi_client *client = NULL;

	CU_ASSERT_EQUAL(libapi_config_set_log(config, LIBAPI_LOG_DEBUG, on_line, &log, on_release),
		LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	log.client = client;
	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(log.lines, 2);
	CU_ASSERT_TRUE(text_has(log.last, "getCalendar"));
	CU_ASSERT_EQUAL(log.releases, 0);
	libapi_client_unref(client);
	CU_ASSERT_EQUAL(log.releases, 1);
}

/* ---- observer, trace ---------------------------------------------------------------------------------------- */

struct seen {
	int sent, ended, releases, last_status;
	char headers[2048];
};

static void on_seen(const libapi_observation *observation, void *user) {
	struct seen *seen = user;
	const char *line = NULL;

	seen->sent += libapi_observation_is_end(observation) == 0;
	seen->ended += libapi_observation_is_end(observation);
	seen->last_status = libapi_observation_status(observation);
	CU_ASSERT_EQUAL(libapi_observation_attempt(observation),
		libapi_observation_is_end(observation) ? seen->ended : seen->sent);
	CU_ASSERT_STRING_EQUAL(libapi_observation_operation(observation), "getCalendar");
	CU_ASSERT_STRING_EQUAL(libapi_observation_method(observation), "GET");
	CU_ASSERT_TRUE(text_has(libapi_observation_url(observation), "/v1/calendars/"));
	for (size_t i = 0; (line = libapi_observation_header_at(observation, i)) != NULL; i++) {
		snprintf(seen->headers + strlen(seen->headers),
			sizeof(seen->headers) - strlen(seen->headers), "%s\n", line);
	}
}

static void on_seen_release(void *user) {
	((struct seen *)user)->releases++;
}

static void tells_each_attempt_without_secrets(void) {
	struct seen seen = { 0 };
	libapi_config *config = scripted_config("seen", "busy0,200");
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	libapi_client *client = NULL;

	CU_ASSERT_EQUAL(libapi_config_set_observer(config, NULL, NULL, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_config_set_observer(config, on_seen, &seen, on_seen_release), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "Cookie", "s3cret"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_add_header(options, "X-Note", TEST_KEY), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	CU_ASSERT_EQUAL(
		libapi_calendar_get(client, CALENDAR_ID, options, &calendar, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(seen.sent, 2);
	CU_ASSERT_EQUAL(seen.ended, 2);
	CU_ASSERT_EQUAL(seen.last_status, 200);
	CU_ASSERT_TRUE(text_has(seen.headers, "Cookie: [redacted]"));
	CU_ASSERT_TRUE(text_has(seen.headers, "X-Note: cal_abcdefgh_****"));
	CU_ASSERT_TRUE(text_has(seen.headers, "Retry-After: 0"));
	CU_ASSERT_FALSE(text_has(seen.headers, "s3cret"));
	CU_ASSERT_FALSE(text_has(seen.headers, TEST_KEY));
	libapi_client_unref(client);
	CU_ASSERT_EQUAL(seen.releases, 1);
}

static int32_t on_trace(char *out, size_t room, void *user) {
	snprintf(out, room, "%s", (const char *)user);
	return 1;
}

static size_t traced(const char *name, char *trace, libapi_call_options *options) {
	libapi_config *config = scripted_config(name, "200");
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;

	CU_ASSERT_EQUAL(libapi_config_set_trace(config, on_trace, trace, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	CU_ASSERT_EQUAL(
		libapi_calendar_get(client, CALENDAR_ID, options, &calendar, NULL), LIBAPI_OK);
	return scripted_count(name, trace);
}

static void sends_the_trace_that_the_caller_is_in(void) {
	static char good[] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
	static char bad[] = "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
	static char own[] = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
	LIBAPI_AUTO(call_options) *options = NULL;

	CU_ASSERT_EQUAL(traced("trace", good, NULL), 1);
	CU_ASSERT_EQUAL(traced("badtrace", bad, NULL), 0);
	CU_ASSERT_EQUAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_traceparent(options, own), LIBAPI_OK);
	CU_ASSERT_EQUAL(traced("owntrace", good, options), 0);
	CU_ASSERT_EQUAL(scripted_count("owntrace", own), 1);
}

static void unpacks_what_comes_packed_within_bounds(void) {
	LIBAPI_AUTO(client) *client = scripted_client("gzip", "gzip");
	libapi_config *config = scripted_config("bomb", "bomb9");
	LIBAPI_AUTO(client) *bounded = NULL;

	CU_ASSERT_EQUAL(get(client, NULL, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_max_answer_bytes(config, 1 << 20), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &bounded, NULL), LIBAPI_OK);
	libapi_config_free(config);
	CU_ASSERT_EQUAL(get(bounded, NULL, NULL), LIBAPI_E_ANSWER_TOO_LARGE);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "tells each attempt without secrets", tells_each_attempt_without_secrets },
		{ "sends the trace that the caller is in", sends_the_trace_that_the_caller_is_in },
		{ "unpacks what comes packed, within bounds",
			unpacks_what_comes_packed_within_bounds },
		{ "reads an answer into a calendar", reads_an_answer_into_a_calendar },
		{ "reuses its connection and handle for other methods",
			reuses_its_connection_and_handle_for_other_methods },
		{ "hands out every invalid field", hands_out_every_invalid_field },
		{ "tries again when the server is busy", tries_again_when_the_server_is_busy },
		{ "honours a date in Retry-After", honours_a_date_in_retry_after },
		{ "gives up at once when told to wait too long",
			gives_up_at_once_when_told_to_wait_too_long },
		{ "mends a connection cut in the middle of an answer",
			mends_a_connection_cut_in_the_middle_of_an_answer },
		{ "sends every attempt of a write with one key",
			sends_every_attempt_of_a_write_with_one_key },
		{ "gives up after three attempts", gives_up_after_three_attempts },
		{ "ends at its deadline", ends_at_its_deadline },
		{ "names a host that is not there", names_a_host_that_is_not_there },
		{ "takes nothing that is not of the agreed shape",
			takes_nothing_that_is_not_of_the_agreed_shape },
		{ "follows no redirect", follows_no_redirect },
		{ "keeps a foreign answer readable", keeps_a_foreign_answer_readable },
		{ "says when nothing changed and when something did",
			says_when_nothing_changed_and_when_something_did },
		{ "takes no answer longer than allowed", takes_no_answer_longer_than_allowed },
		{ "walks over pages", walks_over_pages },
		{ "shows a pager's failure and goes on", shows_a_pagers_failure_and_goes_on },
		{ "sends no draft that breaks a rule", sends_no_draft_that_breaks_a_rule },
		{ "names the argument that is NULL", names_the_argument_that_is_null },
		{ "refuses to work in a forked child", refuses_to_work_in_a_forked_child },
		{ "logs outside of its lock and releases once",
			logs_outside_of_its_lock_and_releases_once },
		CU_TEST_INFO_NULL,
	};
	int result = 0;

	scripted_start();
	result = run_suite("client", tests);
	scripted_stop();
	return result;
}

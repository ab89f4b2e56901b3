/* ical.c: import, export and feeds through the SDK: success and each error that their rows list. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"
#define EVENT(uid, more)                                                                           \
	"BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART;TZID=Europe/Berlin:20261201T100000\r\n"            \
	"DTEND;TZID=Europe/Berlin:20261201T110000\r\n" more "END:VEVENT\r\n"

static const char two[] =
	CALENDAR(EVENT("a@x", "SUMMARY:Rehearsal\r\n") EVENT("b@x", "RRULE:FREQ=SECONDLY\r\n"));

static void import(const char *calendar, const char *text,
	const libapi_calendar_import_query *query, libapi_import_result **out) {
	EXPECT_OK(libapi_calendar_import(
			  admin(), calendar, text, strlen(text), query, NULL, out, &error),
		error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(*out);
}

static void imports_what_it_can_and_tells_the_rest(void) {
	LIBAPI_AUTO(import_result) *result = NULL;
	LIBAPI_AUTO(import_result) *again = NULL;
	char calendar[40];

	calendar_new(admin(), calendar);
	import(calendar, two, NULL, &result);
	CU_ASSERT_EQUAL(libapi_import_result_created(result), 1);
	CU_ASSERT_EQUAL_FATAL(libapi_import_result_failed_count(result), 1);
	const libapi_import_failure *failure = libapi_import_result_failed_at(result, 0);
	CU_ASSERT_STRING_EQUAL(libapi_import_failure_uid(failure), "b@x");
	CU_ASSERT_STRING_EQUAL(libapi_import_failure_code(failure), "rrule_unsupported");
	CU_ASSERT_EQUAL(libapi_import_failure_line(failure), 9);
	import(calendar, two, NULL, &again);
	CU_ASSERT_EQUAL(libapi_import_result_created(again), 0);
	CU_ASSERT_EQUAL(libapi_import_result_skipped(again), 1);
}

static void a_dry_run_changes_nothing(void) {
	LIBAPI_AUTO(calendar_import_query) *query = NULL;
	LIBAPI_AUTO(import_result) *result = NULL;
	char calendar[40], *text = NULL;

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_import_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_import_query_set_dry_run(query, 1), LIBAPI_OK);
	import(calendar, two, query, &result);
	CU_ASSERT_EQUAL(libapi_import_result_created(result), 1);
	CU_ASSERT_TRUE(libapi_import_result_dry_run(result));
	EXPECT_OK(libapi_calendar_export(admin(), calendar, NULL, NULL, &text, &error), error);
	CU_ASSERT_PTR_NULL(strstr(text, "VEVENT"));
	libapi_string_free(text);
}

static void exports_text_that_comes_back_the_same(void) {
	LIBAPI_AUTO(import_result) *result = NULL;
	LIBAPI_AUTO(import_result) *same = NULL;
	char calendar[40], *text = NULL;

	calendar_new(admin(), calendar);
	import(calendar, two, NULL, &result);
	EXPECT_OK(libapi_calendar_export(admin(), calendar, NULL, NULL, &text, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(text);
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "SUMMARY:Rehearsal\r\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"));
	import(calendar, text, NULL, &same);
	CU_ASSERT_EQUAL(libapi_import_result_skipped(same), 1);
	libapi_string_free(text);
}

static void starts_and_takes_text(void) {
	libapi_call *sent = NULL, *asked = NULL;
	LIBAPI_AUTO(import_result) *result = NULL;
	char calendar[40], *text = NULL;

	calendar_new(admin(), calendar);
	EXPECT_OK(libapi_calendar_import_start(
			  admin(), calendar, two, strlen(two), NULL, NULL, &sent, &error),
		error);
	EXPECT_OK(libapi_call_take_import_result(sent, &result, &error), error);
	CU_ASSERT_EQUAL(libapi_import_result_created(result), 1);
	libapi_call_free(sent);
	EXPECT_OK(
		libapi_calendar_export_start(admin(), calendar, NULL, NULL, &asked, &error), error);
	EXPECT_OK(libapi_call_take_text(asked, &text, &error), error);
	CU_ASSERT_PTR_NOT_NULL(text);
	libapi_string_free(text);
	libapi_call_free(asked);
}

static void refuses_what_is_no_calendar(void) {
	struct person stranger = person_new("stranger"), reader = person_new("reader");
	libapi_import_result *result = NULL;
	char calendar[40], *text = NULL, *large = calloc(1, (4u << 20) + 2);

	calendar_new(admin(), calendar);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	EXPECT(libapi_calendar_import(admin(), calendar, "hello", 5, NULL, NULL, &result, &error),
		LIBAPI_E_BAD_REQUEST, "malformed_calendar", error);
	EXPECT(libapi_calendar_import(admin(), calendar, NULL, 0, NULL, NULL, &result, &error),
		LIBAPI_E_INVALID, NULL, error);
	EXPECT(libapi_calendar_import(
		       admin(), calendar, large, (4u << 20) + 1, NULL, NULL, &result, &error),
		LIBAPI_E_INVALID, NULL, error);
	EXPECT(libapi_calendar_import(
		       reader.client, calendar, two, strlen(two), NULL, NULL, &result, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_calendar_import(
		       stranger.client, calendar, two, strlen(two), NULL, NULL, &result, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_calendar_export(stranger.client, calendar, NULL, NULL, &text, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	CU_ASSERT_PTR_NULL(text);
	free(large);
	person_finish(&stranger);
	person_finish(&reader);
}

static libapi_created_feed *make_feed(const char *calendar) {
	LIBAPI_AUTO(feed_draft) *draft = NULL;
	libapi_created_feed *feed = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_feed_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_feed_draft_set_name(draft, "Phone"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_feed_draft_set_detail(draft, LIBAPI_FEED_DETAIL_FULL), LIBAPI_OK);
	EXPECT_OK(libapi_feed_create(admin(), calendar, draft, NULL, &feed, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(feed);
	return feed;
}

/* "/v1/feeds/TOKEN.ics" → TOKEN */
static void token_of(const libapi_created_feed *feed, char token[128]) {
	snprintf(token, 128, "%s", libapi_created_feed_url(feed) + strlen("/v1/feeds/"));
	token[strlen(token) - strlen(".ics")] = 0;
}

static void a_link_reads_without_a_key_until_it_is_revoked(void) {
	LIBAPI_AUTO(import_result) *result = NULL;
	LIBAPI_AUTO(created_feed) *feed = NULL;
	char calendar[40], token[128], *text = NULL;

	calendar_new(admin(), calendar);
	import(calendar, two, NULL, &result);
	feed = make_feed(calendar);
	token_of(feed, token);
	EXPECT_OK(libapi_feed_get(admin(), token, NULL, &text, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(text);
	CU_ASSERT_PTR_NOT_NULL(strstr(text, "SUMMARY:Rehearsal"));
	libapi_string_free(text);
	EXPECT_OK(libapi_feed_revoke(admin(), calendar, libapi_created_feed_id(feed), NULL, &error),
		error);
	EXPECT(libapi_feed_get(admin(), token, NULL, &text, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	CU_ASSERT_PTR_NULL(text);
}

static void lists_links_without_showing_them(void) {
	LIBAPI_AUTO(created_feed) *feed = NULL;
	LIBAPI_AUTO(feed_page) *page = NULL;
	struct person editor = person_new("editor");
	libapi_feed_page *none = NULL;
	char calendar[40];

	calendar_new(admin(), calendar);
	share(admin(), calendar, editor.id, LIBAPI_ACL_RULE_ROLE_EDITOR);
	feed = make_feed(calendar);
	EXPECT_OK(libapi_feed_list(admin(), calendar, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_feed_page_count(page), 1);
	const libapi_feed *first = libapi_feed_page_at(page, 0);
	CU_ASSERT_STRING_EQUAL(libapi_feed_id(first), libapi_created_feed_id(feed));
	CU_ASSERT_STRING_EQUAL(libapi_feed_prefix(first), libapi_created_feed_prefix(feed));
	CU_ASSERT_EQUAL(libapi_feed_past_days(first), 30);
	EXPECT(libapi_feed_list(editor.client, calendar, NULL, NULL, &none, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_feed_revoke(admin(), calendar, NOBODY, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	person_finish(&editor);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "imports what it can and tells the rest",
			imports_what_it_can_and_tells_the_rest },
		{ "a dry run changes nothing", a_dry_run_changes_nothing },
		{ "exports text that comes back the same", exports_text_that_comes_back_the_same },
		{ "starts and takes text", starts_and_takes_text },
		{ "refuses what is no calendar", refuses_what_is_no_calendar },
		{ "a link reads without a key until it is revoked",
			a_link_reads_without_a_key_until_it_is_revoked },
		{ "lists links without showing them", lists_links_without_showing_them },
		{ NULL, NULL },
	};
	return run_sentences("iCalendar", sentences);
}

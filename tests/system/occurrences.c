/* occurrences.c: what happens in a window: occurrences, instances and agenda through the SDK. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

#define DAILY                                                                                      \
	"{\"title\":\"Daily\",\"start_time\":\"2026-03-01T02:30:00\",\"end_time\":\"2026-03-"      \
	"01T03:00:"                                                                                \
	"00\",\"recurrence\":{\"rrule\":\"FREQ=DAILY\",\"exdates\":[\"20260327T023000\"]}}"
#define SINGLE                                                                                     \
	"{\"title\":\"Single\",\"start_time\":\"2026-03-29T12:00:00\",\"end_time\":\"2026-03-"     \
	"29T13:"                                                                                   \
	"00:00\"}"
#define DAY                                                                                        \
	"{\"title\":\"Day\",\"start_date\":\"2026-03-02\",\"end_date\":\"2026-03-03\","            \
	"\"recurrence\":{"                                                                         \
	"\"rrule\":\"FREQ=WEEKLY\"},\"transparency\":\"transparent\"}"

/* Titles and starts of a page, a line each. */
static const char *shown(const libapi_event_page *page) {
	static char text[4096];
	size_t used = 0;

	text[0] = 0;
	for (size_t i = 0; page != NULL && i < libapi_event_page_count(page); i++) {
		const libapi_event *event = libapi_event_page_at(page, i);
		const char *start = libapi_event_start_time(event);
		used += (size_t)snprintf(text + used, sizeof text - used, "%s %s\n",
			libapi_event_title(event), start ? start : libapi_event_start_date(event));
	}
	return text;
}

static libapi_event_list_query *window(const char *from, const char *to) {
	libapi_event_list_query *query = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_from(query, from), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_to(query, to), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_event_list_query_set_expand(query, LIBAPI_EVENT_LIST_EXPAND_OCCURRENCES),
		LIBAPI_OK);
	return query;
}

static void a_window_shows_each_occurrence(void) {
	char calendar[40], id[40], due[64];
	LIBAPI_AUTO(event_list_query) *query =
		window("2026-03-26T00:00:00Z", "2026-03-31T00:00:00Z");
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, SINGLE, id);
	event_of(calendar, DAY, id);
	event_of(calendar, DAILY, id);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &page, &error), error);
	/* The 27th is taken out; on the 29th the clock skips 02:30. */
	CU_ASSERT_STRING_EQUAL(shown(page), "Daily 2026-03-26T02:30:00+01:00\n"
					    "Daily 2026-03-28T02:30:00+01:00\n"
					    "Daily 2026-03-29T03:30:00+02:00\n"
					    "Single 2026-03-29T12:00:00+02:00\n"
					    "Day 2026-03-30\n"
					    "Daily 2026-03-30T02:30:00+02:00\n");
	const libapi_event *first = libapi_event_page_at(page, 0);
	snprintf(due, sizeof due, "%s_20260326T023000", id);
	CU_ASSERT_STRING_EQUAL(libapi_event_id(first), due);
	CU_ASSERT_STRING_EQUAL(libapi_event_series_id(first), id);
	CU_ASSERT_STRING_EQUAL(libapi_event_recurrence_id(first), "20260326T023000");
	CU_ASSERT_PTR_NULL(libapi_event_recurrence(first));
	CU_ASSERT_STRING_EQUAL(libapi_event_end_time(first), "2026-03-26T03:00:00+01:00");
}

static void pages_of_any_size_give_the_same_list(void) {
	char calendar[40], id[40], whole[4096] = "";
	LIBAPI_AUTO(event_list_query) *query =
		window("2026-03-26T00:00:00Z", "2026-04-20T00:00:00Z");
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, SINGLE, id);
	event_of(calendar, DAY, id);
	event_of(calendar, DAILY, id);
	event_of(calendar, DAILY, id); /* the same instants twice: ids decide */
	CU_ASSERT_EQUAL(libapi_event_list_query_set_limit(query, 200), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &page, &error), error);
	snprintf(whole, sizeof whole, "%s", shown(page));
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 1 + 4 + 24 + 24);
	for (int64_t limit = 1; limit <= 7; limit += 3) {
		LIBAPI_AUTO(event_pager) *pager = NULL;
		libapi_event *event = NULL;
		char parts[4096] = "", last[80] = "";
		size_t used = 0;
		CU_ASSERT_EQUAL(libapi_event_list_query_set_limit(query, limit), LIBAPI_OK);
		EXPECT_OK(libapi_event_pager_new(admin(), calendar, query, NULL, &pager, &error),
			error);
		while (libapi_event_pager_next(pager, &event, &error) == 1) {
			const char *start = libapi_event_start_time(event);
			used += (size_t)snprintf(parts + used, sizeof parts - used, "%s %s\n",
				libapi_event_title(event),
				start ? start : libapi_event_start_date(event));
			CU_ASSERT_STRING_NOT_EQUAL(libapi_event_id(event), last);
			snprintf(last, sizeof last, "%s", libapi_event_id(event));
			libapi_event_unref(event);
		}
		CU_ASSERT_STRING_EQUAL(parts, whole);
	}
}

static void a_changed_occurrence_stands_in_its_new_place(void) {
	char calendar[40], id[40];
	const char *move = "{\"start_time\":\"2026-03-30T15:00:00\",\"title\":\"Moved\"}";
	LIBAPI_AUTO(event_list_query) *old_day =
		window("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z");
	LIBAPI_AUTO(event_list_query) *new_day =
		window("2026-03-30T12:00:00Z", "2026-03-31T00:00:00Z");
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(event) *again = NULL;
	libapi_event_page *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, DAILY, id);
	CU_ASSERT_EQUAL_FATAL(
		libapi_event_patch_from_json(move, strlen(move), &patch, &error), LIBAPI_OK);
	EXPECT_OK(libapi_instance_update(
			  admin(), calendar, id, "20260329T023000", patch, NULL, &event, &error),
		error);
	EXPECT_OK(libapi_event_list(admin(), calendar, old_day, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "");
	libapi_event_page_unref(page);
	EXPECT_OK(libapi_event_list(admin(), calendar, new_day, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "Moved 2026-03-30T15:00:00+02:00\n");
	CU_ASSERT_STRING_EQUAL(
		libapi_event_recurrence_id(libapi_event_page_at(page, 0)), "20260329T023000");
	CU_ASSERT_EQUAL(libapi_event_is_exception(libapi_event_page_at(page, 0)), 1);
	libapi_event_page_unref(page);
	EXPECT_OK(libapi_instance_get(
			  admin(), calendar, id, "20260329T023000", NULL, NULL, &again, &error),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(again), "Moved");
	CU_ASSERT_STRING_EQUAL(libapi_event_id(again), libapi_event_id(event));
}

static void windows_are_bounded(void) {
	char calendar[40];
	LIBAPI_AUTO(event_list_query) *wide =
		window("2026-01-01T00:00:00Z", "2027-02-06T00:00:00Z");
	LIBAPI_AUTO(event_list_query) *open =
		window("2026-01-01T00:00:00Z", "2027-02-05T00:00:00Z");
	LIBAPI_AUTO(event_list_query) *deleted =
		window("2026-01-01T00:00:00Z", "2026-02-05T00:00:00Z");
	libapi_event_page *page = NULL;

	calendar_new(admin(), calendar);
	EXPECT_FIELD(libapi_event_list(admin(), calendar, wide, NULL, &page, &error),
		LIBAPI_E_BAD_REQUEST, "to", error);
	EXPECT_OK(libapi_event_list(admin(), calendar, open, NULL, &page, &error), error);
	libapi_event_page_unref(page);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_cursor(open, "AAAA"), LIBAPI_OK);
	EXPECT(libapi_event_list(admin(), calendar, open, NULL, &page, &error),
		LIBAPI_E_BAD_REQUEST, "malformed_cursor", error);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_include_deleted(deleted, 1), LIBAPI_OK);
	EXPECT_FIELD(libapi_event_list(admin(), calendar, deleted, NULL, &page, &error),
		LIBAPI_E_BAD_REQUEST, "include_deleted", error);
}

static void a_series_is_stored_once(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_list_query) *query =
		window("2027-03-26T00:00:00Z", "2027-03-31T00:00:00Z");
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, DAILY, id);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_expand(query, LIBAPI_EVENT_LIST_EXPAND_NONE),
		LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "Daily 2026-03-01T02:30:00+01:00\n");
}

/* ---- instances ------------------------------------------------------------------------------------------- */

static void instances_are_listed_and_shown(void) {
	char calendar[40], id[40], plain[40];
	LIBAPI_AUTO(instance_list_query) *query = NULL;
	LIBAPI_AUTO(instance_get_query) *tokyo = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	libapi_event_page *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, DAILY, id);
	event_of(calendar, SINGLE, plain);
	CU_ASSERT_EQUAL_FATAL(libapi_instance_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_instance_list_query_set_from(query, "2026-03-26T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_instance_list_query_set_limit(query, 2), LIBAPI_OK);
	EXPECT_OK(libapi_instance_list(admin(), calendar, id, query, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "Daily 2026-03-26T02:30:00+01:00\n"
					    "Daily 2026-03-28T02:30:00+01:00\n");
	CU_ASSERT_PTR_NOT_NULL(libapi_event_page_next_cursor(page));
	libapi_event_page_unref(page);
	CU_ASSERT_EQUAL(libapi_instance_list_query_set_limit(query, 1000), LIBAPI_OK);
	EXPECT_OK(libapi_instance_list(admin(), calendar, id, query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 364);
	CU_ASSERT_PTR_NULL(libapi_event_page_next_cursor(page));
	libapi_event_page_unref(page);
	EXPECT_OK(
		libapi_instance_list(admin(), calendar, plain, query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 0);
	libapi_event_page_unref(page);
	CU_ASSERT_EQUAL_FATAL(libapi_instance_get_query_new(&tokyo), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_instance_get_query_set_time_zone(tokyo, "Asia/Tokyo"), LIBAPI_OK);
	EXPECT_OK(libapi_instance_get(
			  admin(), calendar, id, "20260329T023000", tokyo, NULL, &event, &error),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(event), "2026-03-29T10:30:00+09:00");
}

static void what_is_no_occurrence_is_not_found(void) {
	static const char *const wrong[] = { "20260327T023000", "20260328T023001", "20260328",
		"20250328T023000", "tomorrow" };
	char calendar[40], id[40], plain[40];
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, DAILY, id);
	event_of(calendar, SINGLE, plain);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		EXPECT(libapi_instance_get(
			       admin(), calendar, id, wrong[i], NULL, NULL, &event, &error),
			LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	}
	EXPECT(libapi_instance_get(
		       admin(), calendar, plain, "20260329T120000", NULL, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	EXPECT(libapi_instance_get(
		       admin(), calendar, NOBODY, "20260329T120000", NULL, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT_OK(libapi_event_delete(admin(), calendar, id, NULL, &error), error);
	EXPECT(libapi_instance_get(
		       admin(), calendar, id, "20260328T023000", NULL, NULL, &event, &error),
		LIBAPI_E_GONE, "gone", error);
}

static void instances_keep_to_the_roles(void) {
	struct person stranger = person_new("stranger"), busy = person_new("busy"),
		      reader = person_new("reader");
	const char *secret =
		"{\"title\":\"Secret\",\"visibility\":\"private\",\"start_time\":\"2026-03-01T09:"
		"00:00\",\"end_time\":\"2026-03-01T10:00:00\",\"recurrence\":{\"rrule\":"
		"\"FREQ=DAILY\"}}";
	char calendar[40], id[40];
	libapi_event *event = NULL;
	libapi_event_page *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, secret, id);
	share(admin(), calendar, busy.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	EXPECT(libapi_instance_list(stranger.client, calendar, id, NULL, NULL, &page, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_instance_list(busy.client, calendar, id, NULL, NULL, &page, &error),
		LIBAPI_E_FORBIDDEN, "freebusy_only", error);
	EXPECT_OK(libapi_instance_get(reader.client, calendar, id, "20260302T090000", NULL, NULL,
			  &event, &error),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(event), "Busy");
	CU_ASSERT_EQUAL(libapi_event_masked(event), 1);
	libapi_event_unref(event);
	person_finish(&stranger);
	person_finish(&busy);
	person_finish(&reader);
}

/* ---- agenda ---------------------------------------------------------------------------------------------- */

static void an_agenda_merges_calendars(void) {
	struct person ada = person_new("ada");
	char one[40], other[40], hidden[40], id[40];
	LIBAPI_AUTO(agenda_list_query) *query = NULL;
	libapi_event_page *page = NULL;

	calendar_new(admin(), one);
	calendar_new(admin(), other);
	calendar_new(admin(), hidden);
	event_of(one, DAILY, id);
	event_of(other, SINGLE, id);
	event_of(hidden, SINGLE, id);
	share(admin(), one, ada.id, LIBAPI_ACL_RULE_ROLE_READER);
	share(admin(), other, ada.id, LIBAPI_ACL_RULE_ROLE_READER);
	share(admin(), hidden, ada.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	CU_ASSERT_EQUAL_FATAL(libapi_agenda_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_agenda_list_query_set_from(query, "2026-03-29T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_agenda_list_query_set_to(query, "2026-03-31T00:00:00Z"), LIBAPI_OK);
	EXPECT_OK(libapi_agenda_list(ada.client, query, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "Daily 2026-03-29T03:30:00+02:00\n"
					    "Single 2026-03-29T12:00:00+02:00\n"
					    "Daily 2026-03-30T02:30:00+02:00\n");
	libapi_event_page_unref(page);
	CU_ASSERT_EQUAL(libapi_agenda_list_query_add_calendar_id(query, other), LIBAPI_OK);
	EXPECT_OK(libapi_agenda_list(ada.client, query, NULL, &page, &error), error);
	CU_ASSERT_STRING_EQUAL(shown(page), "Single 2026-03-29T12:00:00+02:00\n");
	libapi_event_page_unref(page);
	CU_ASSERT_EQUAL(libapi_agenda_list_query_add_calendar_id(query, hidden), LIBAPI_OK);
	EXPECT(libapi_agenda_list(ada.client, query, NULL, &page, &error), LIBAPI_E_FORBIDDEN,
		"freebusy_only", error);
	CU_ASSERT_EQUAL(libapi_agenda_list_query_add_calendar_id(query, NOBODY), LIBAPI_OK);
	EXPECT_FIELD(libapi_agenda_list(ada.client, query, NULL, &page, &error), LIBAPI_E_NOT_FOUND,
		"calendar_ids", error);
	person_finish(&ada);
}

static void an_agenda_of_too_many_calendars_is_refused(void) {
	struct person ada = person_new("many");
	LIBAPI_AUTO(agenda_list_query) *query = NULL;
	libapi_event_page *page = NULL;
	char calendar[40];

	for (int i = 0; i < 51; i++) {
		calendar_new(ada.client, calendar);
	}
	CU_ASSERT_EQUAL_FATAL(libapi_agenda_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_agenda_list_query_set_from(query, "2026-03-29T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_agenda_list_query_set_to(query, "2026-03-31T00:00:00Z"), LIBAPI_OK);
	EXPECT(libapi_agenda_list(ada.client, query, NULL, &page, &error), LIBAPI_E_UNPROCESSABLE,
		"too_many_calendars", error);
	person_finish(&ada);
}

/* Rules that give little and cost much: an answer all the same, while others are served. */
static void rule_bombs_do_no_harm(void) {
	static const char *const rules[] = { "FREQ=HOURLY",
		"FREQ=HOURLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29",
		"FREQ=DAILY;BYSETPOS=-1;BYHOUR=1,2,3;COUNT=10000",
		"FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO" };
	char calendar[40], id[40], json[512];
	LIBAPI_AUTO(event_list_query) *query =
		window("2099-01-01T00:00:00Z", "2100-01-01T00:00:00Z");
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		snprintf(json, sizeof json,
			"{\"title\":\"Bomb\",\"start_time\":\"2000-01-01T00:00:00\",\"end_time\":"
			"\"2000-01-01T00:01:"
			"00\",\"recurrence\":{\"rrule\":\"%s\"}}",
			rules[i]);
		event_of(calendar, json, id);
	}
	CU_ASSERT_EQUAL(libapi_event_list_query_set_limit(query, 200), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 200);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "a window shows each occurrence", a_window_shows_each_occurrence },
		{ "pages of any size give the same list", pages_of_any_size_give_the_same_list },
		{ "a changed occurrence stands in its new place",
			a_changed_occurrence_stands_in_its_new_place },
		{ "windows are bounded", windows_are_bounded },
		{ "a series is stored once", a_series_is_stored_once },
		{ "instances are listed and shown", instances_are_listed_and_shown },
		{ "what is no occurrence is not found", what_is_no_occurrence_is_not_found },
		{ "instances keep to the roles", instances_keep_to_the_roles },
		{ "an agenda merges calendars", an_agenda_merges_calendars },
		{ "an agenda of too many calendars is refused",
			an_agenda_of_too_many_calendars_is_refused },
		{ "rule bombs do no harm", rule_bombs_do_no_harm },
		{ 0 },
	};
	return run_sentences("occurrences", sentences);
}

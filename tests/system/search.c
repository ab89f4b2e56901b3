/* search.c: finding events by their words, and reading who changed what, through the SDK. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

#define AT "\"start_time\":\"2026-12-01T10:00:00\",\"end_time\":\"2026-12-01T10:15:00\""
#define SERIES "{\"title\":\"Gamelan rehearsal\"," AT ",\"recurrence\":{\"rrule\":\"FREQ=WEEKLY\"}}"
#define PLACE "{\"title\":\"Concert\",\"location\":\"Gamelan house\"," AT "}"
#define SECRET "{\"title\":\"Gamelan surprise\",\"visibility\":\"private\"," AT "}"
#define PARTY "{\"title\":\"F\xc3\xaate \xf0\x9f\x8e\x89 d'\xc3\xa9t\xc3\xa9\"," AT "}"

static libapi_event_search_query *question(const char *q, const char *calendar) {
	libapi_event_search_query *query = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_search_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_search_query_set_q(query, q), LIBAPI_OK);
	if (calendar != NULL) {
		CU_ASSERT_EQUAL(
			libapi_event_search_query_add_calendar_id(query, calendar), LIBAPI_OK);
	}
	return query;
}

/* Titles, each with a comma behind it, walking page by page. */
static const char *titles(libapi_client *client, libapi_event_search_query *query) {
	static char text[1024];
	libapi_event_search_pager *pager = NULL;
	libapi_event *event = NULL;
	size_t used = 0;
	int32_t step = 0;

	text[0] = 0;
	EXPECT_OK(libapi_event_search_pager_new(client, query, NULL, &pager, &error), error);
	while ((step = libapi_event_search_pager_next(pager, &event, &error)) == 1) {
		used += (size_t)snprintf(
			text + used, sizeof text - used, "%s,", libapi_event_title(event));
		libapi_event_unref(event);
	}
	CU_ASSERT_EQUAL(step, 0);
	libapi_event_search_pager_free(pager);
	return text;
}

static void the_best_match_comes_first_and_pages_go_on(void) {
	char calendar[40], id[40];

	calendar_new(admin(), calendar);
	event_of(calendar, PLACE, id);
	event_of(calendar, SERIES, id);
	LIBAPI_AUTO(event_search_query) *query = question("GAMEL", calendar);
	CU_ASSERT_STRING_EQUAL(titles(admin(), query), "Gamelan rehearsal,Concert,");
	CU_ASSERT_EQUAL(libapi_event_search_query_set_limit(query, 1), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(titles(admin(), query), "Gamelan rehearsal,Concert,");
}

static void a_window_keeps_a_series_that_goes_on(void) {
	char calendar[40], id[40];

	calendar_new(admin(), calendar);
	event_of(calendar, PLACE, id);
	event_of(calendar, SERIES, id);
	LIBAPI_AUTO(event_search_query) *query = question("gamelan", calendar);
	CU_ASSERT_EQUAL(
		libapi_event_search_query_set_from(query, "2030-01-01T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(titles(admin(), query), "Gamelan rehearsal,");
}

static void accents_and_pictures_do_not_count(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, PARTY, id);
	LIBAPI_AUTO(event_search_query) *query = question("fete \xf0\x9f\x8e\x89 ete", calendar);
	CU_ASSERT_PTR_NOT_NULL(strstr(titles(admin(), query), "te"));
	LIBAPI_AUTO(event_search_query) *picture = question("\xf0\x9f\x8e\x89", calendar);
	EXPECT_FIELD(libapi_event_search(admin(), picture, NULL, &page, &error),
		LIBAPI_E_BAD_REQUEST, "q", error);
}

static void private_events_of_others_do_not_match(void) {
	char calendar[40], id[40];
	struct person reader = person_new("seeker");
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	event_of(calendar, SECRET, id);
	LIBAPI_AUTO(event_search_query) *query = question("surprise", calendar);
	CU_ASSERT_STRING_EQUAL(titles(admin(), query), "Gamelan surprise,");
	EXPECT(libapi_event_search(reader.client, query, NULL, &page, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	CU_ASSERT_STRING_EQUAL(titles(reader.client, query), "");
	person_finish(&reader);
}

/* ---- the audit --------------------------------------------------------------------------------------------- */

static void an_owner_reads_what_happened_and_who_did_it(void) {
	char calendar[40], id[40], resource[64];
	LIBAPI_AUTO(audit_list_query) *query = NULL;
	LIBAPI_AUTO(audit_entry_page) *page = NULL, *none = NULL;
	struct person stranger = person_new("nosy");

	calendar_new(admin(), calendar);
	event_of(calendar, PLACE, id);
	EXPECT_OK(libapi_event_delete(admin(), calendar, id, NULL, &error), error);
	snprintf(resource, sizeof resource, "event/%s", id);
	CU_ASSERT_EQUAL_FATAL(libapi_audit_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_audit_list_query_set_resource(query, resource), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_audit_list_query_set_actor(query, "me"), LIBAPI_OK);
	EXPECT_OK(libapi_audit_list(admin(), query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_audit_entry_page_count(page), 2);
	const libapi_audit_entry *last = libapi_audit_entry_page_at(page, 0),
				 *first = libapi_audit_entry_page_at(page, 1);
	CU_ASSERT_STRING_EQUAL(libapi_audit_entry_action(last), "deleteEvent");
	CU_ASSERT_STRING_EQUAL(libapi_audit_entry_action(first), "createEvent");
	CU_ASSERT_STRING_EQUAL(libapi_audit_entry_calendar_id(first), calendar);
	CU_ASSERT_PTR_NOT_NULL(libapi_audit_entry_request_id(first));
	CU_ASSERT_PTR_NOT_NULL_FATAL(libapi_audit_entry_after(first));
	CU_ASSERT_PTR_NOT_NULL(strstr(libapi_audit_entry_after(first), "Gamelan house"));
	CU_ASSERT_NOT_EQUAL(libapi_audit_entry_at_ms(first), INT64_MIN);
	CU_ASSERT_EQUAL(libapi_audit_list_query_unset_actor(query), LIBAPI_OK);
	EXPECT_OK(libapi_audit_list(stranger.client, query, NULL, &none, &error), error);
	CU_ASSERT_EQUAL(libapi_audit_entry_page_count(none), 0);
	person_finish(&stranger);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "the best match comes first, and pages go on",
			the_best_match_comes_first_and_pages_go_on },
		{ "a window keeps a series that goes on", a_window_keeps_a_series_that_goes_on },
		{ "accents and pictures do not count", accents_and_pictures_do_not_count },
		{ "private events of others do not match", private_events_of_others_do_not_match },
		{ "an owner reads what happened and who did it",
			an_owner_reads_what_happened_and_who_did_it },
		{ 0 },
	};
	return run_sentences("search", sentences);
}

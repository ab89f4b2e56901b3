/* event.c: the event operations through the SDK: their success and each error that their contract rows list. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

static void creates_and_reads_back(void) {
	char calendar[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("Planning");
	LIBAPI_AUTO(attendee_draft) *guest = NULL;
	LIBAPI_AUTO(reminder_draft) *reminder = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(event) *again = NULL;

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL_FATAL(libapi_attendee_draft_new(&guest), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_attendee_draft_set_email(guest, "Ada@Example.org"), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_attendee_draft_set_role(guest, LIBAPI_ATTENDEE_ROLE_OPTIONAL), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_reminder_draft_new(&reminder), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_reminder_draft_set_method(reminder, LIBAPI_REMINDER_METHOD_DISPLAY),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_reminder_draft_set_minutes_before(reminder, 10), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_add_attendee(draft, guest), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_add_reminder(draft, reminder), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_add_category(draft, "team"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_metadata(draft, "ticket", "OPS-7"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_location(draft, "Büro 4"), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &event, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(event), "2026-12-01T10:00:00+01:00");
	CU_ASSERT_EQUAL(libapi_event_start_time_ms(event), 1796115600000);
	CU_ASSERT_STRING_EQUAL(libapi_event_time_zone(event), "Europe/Berlin");
	CU_ASSERT_EQUAL(libapi_event_version(event), 1);
	CU_ASSERT_EQUAL(libapi_event_status(event), LIBAPI_EVENT_STATUS_CONFIRMED);
	CU_ASSERT_EQUAL_FATAL(libapi_event_attendee_count(event), 1);
	CU_ASSERT_EQUAL(libapi_attendee_partstat(libapi_event_attendee_at(event, 0)),
		LIBAPI_ATTENDEE_PARTSTAT_NEEDS_ACTION);
	CU_ASSERT_STRING_EQUAL(libapi_event_metadata_get(event, "ticket"), "OPS-7");
	CU_ASSERT_STRING_EQUAL(libapi_event_location(event), "Büro 4");
	EXPECT_OK(libapi_event_get(
			  admin(), calendar, libapi_event_id(event), NULL, NULL, &again, &error),
		error);
	char *one = libapi_event_to_json(event), *other = libapi_event_to_json(again);
	CU_ASSERT_STRING_EQUAL(one, other);
	libapi_string_free(one);
	libapi_string_free(other);
}

static void refuses_ids_and_uids_that_exist(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("Twin");
	LIBAPI_AUTO(event_draft) *same_uid = event_draft("Twin");
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "First", id);
	CU_ASSERT_EQUAL(libapi_event_draft_set_id(draft, id), LIBAPI_OK);
	EXPECT(libapi_event_create(admin(), calendar, draft, NULL, &event, &error),
		LIBAPI_E_CONFLICT, "id_exists", error);
	CU_ASSERT_PTR_NULL(event);
	CU_ASSERT_EQUAL(libapi_event_draft_set_uid(same_uid, "one@example.org"), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, same_uid, NULL, &event, &error), error);
	libapi_event_unref(event);
	EXPECT(libapi_event_create(admin(), calendar, same_uid, NULL, &event, &error),
		LIBAPI_E_CONFLICT, "uid_exists", error);
}

static void names_every_wrong_field_before_sending(void) {
	char calendar[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("");
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL(libapi_event_draft_set_end_time(draft, "2026-12-01T09:00:00"), LIBAPI_OK);
	int32_t code = libapi_event_create(admin(), calendar, draft, NULL, &event, &error);
	CU_ASSERT_EQUAL(libapi_error_field_count(error), 2);
	CU_ASSERT_EQUAL(libapi_error_http_status(error), 0);
	EXPECT_FIELD(code, LIBAPI_E_INVALID, "/end_time", error);
}

static void leaves_rules_across_zones_to_the_server(void) {
	char calendar[40];
	LIBAPI_AUTO(event_draft) *gap = event_draft("Gap");
	LIBAPI_AUTO(event_draft) *repeats = event_draft("Daily");
	LIBAPI_AUTO(recurrence_draft) *daily = NULL;
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL(libapi_event_draft_set_start_time(gap, "2026-03-29T02:30:00"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_end_time(gap, "2026-03-29T04:00:00"), LIBAPI_OK);
	EXPECT(libapi_event_create(admin(), calendar, gap, NULL, &event, &error),
		LIBAPI_E_UNPROCESSABLE, "nonexistent_local_time", error);
	CU_ASSERT_EQUAL_FATAL(libapi_recurrence_draft_new(&daily), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_recurrence_draft_set_rrule(daily, "FREQ=SECONDLY"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_recurrence(repeats, daily), LIBAPI_OK);
	EXPECT(libapi_event_create(admin(), calendar, repeats, NULL, &event, &error),
		LIBAPI_E_UNPROCESSABLE, "rrule_unsupported", error);
}

static void takes_whole_days_as_dates(void) {
	char calendar[40];
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *event = NULL;

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL_FATAL(libapi_event_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_title(draft, "Offsite"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_start_date(draft, "2026-12-03"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_end_date(draft, "2026-12-05"), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &event, &error), error);
	CU_ASSERT_EQUAL(libapi_event_is_all_day(event), 1);
	CU_ASSERT_STRING_EQUAL(libapi_event_start_date(event), "2026-12-03");
	CU_ASSERT_STRING_EQUAL(libapi_event_end_date(event), "2026-12-05");
	CU_ASSERT_PTR_NULL(libapi_event_start_time(event));
}

/* Strangers learn nothing, freebusy sees no events, a reader may not write. */
static void keeps_to_the_roles(void) {
	struct person stranger = person_new("stranger"), busy = person_new("busy"),
		      reader = person_new("reader");
	char calendar[40], id[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("Mine");
	LIBAPI_AUTO(event_patch) *patch = NULL;
	libapi_event *event = NULL;
	libapi_event_page *page = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Mine", id);
	share(admin(), calendar, busy.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, "Yours"), LIBAPI_OK);

	EXPECT(libapi_event_get(stranger.client, calendar, id, NULL, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_list(stranger.client, calendar, NULL, NULL, &page, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_create(stranger.client, calendar, draft, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_update(
		       stranger.client, calendar, id, patch, NULL, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_put(stranger.client, calendar, id, draft, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_delete(stranger.client, calendar, id, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);

	EXPECT(libapi_event_get(busy.client, calendar, id, NULL, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, "freebusy_only", error);
	EXPECT(libapi_event_list(busy.client, calendar, NULL, NULL, &page, &error),
		LIBAPI_E_FORBIDDEN, "freebusy_only", error);
	EXPECT(libapi_event_create(busy.client, calendar, draft, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, NULL, error);
	EXPECT(libapi_event_put(busy.client, calendar, id, draft, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, NULL, error);
	EXPECT(libapi_event_delete(busy.client, calendar, id, NULL, &error), LIBAPI_E_FORBIDDEN,
		NULL, error);

	EXPECT(libapi_event_create(reader.client, calendar, draft, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_event_update(reader.client, calendar, id, patch, NULL, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_event_put(reader.client, calendar, id, draft, NULL, &event, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_event_delete(reader.client, calendar, id, NULL, &error), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	EXPECT_OK(libapi_event_get(reader.client, calendar, id, NULL, NULL, &event, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(event), "Mine");
	libapi_event_unref(event);
	person_finish(&stranger);
	person_finish(&busy);
	person_finish(&reader);
}

static void masks_private_events_for_readers(void) {
	struct person reader = person_new("reader"), guest = person_new("guest");
	char calendar[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("Surprise party");
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(event) *seen = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	CU_ASSERT_EQUAL(libapi_event_draft_set_visibility(draft, LIBAPI_EVENT_VISIBILITY_PRIVATE),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_location(draft, "Cellar"), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &event, &error), error);
	CU_ASSERT_EQUAL(libapi_event_masked(event), 0);
	EXPECT_OK(libapi_event_get(reader.client, calendar, libapi_event_id(event), NULL, NULL,
			  &seen, &error),
		error);
	CU_ASSERT_EQUAL(libapi_event_masked(seen), 1);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(seen), "Busy");
	CU_ASSERT_PTR_NULL(libapi_event_location(seen));
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(seen), libapi_event_start_time(event));
	EXPECT_OK(libapi_event_list(reader.client, calendar, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_page_count(page), 1);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(libapi_event_page_at(page, 0)), "Busy");
	person_finish(&reader);
	person_finish(&guest);
}

static void pages_through_everything_once(void) {
	char calendar[40], id[40], title[32];
	LIBAPI_AUTO(event_list_query) *query = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;
	libapi_event_pager *pager = NULL;
	libapi_event *event = NULL;
	int seen = 0, next;

	calendar_new(admin(), calendar);
	for (int n = 0; n < 10; n++) {
		snprintf(title, sizeof title, "event %d", n);
		event_new(admin(), calendar, title, id);
	}
	CU_ASSERT_EQUAL_FATAL(libapi_event_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_limit(query, 3), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 3);
	CU_ASSERT_PTR_NOT_NULL(libapi_event_page_next_cursor(page));
	EXPECT_OK(libapi_event_pager_new(admin(), calendar, query, NULL, &pager, &error), error);
	while ((next = libapi_event_pager_next(pager, &event, &error)) == 1) {
		seen++;
		libapi_event_unref(event);
	}
	CU_ASSERT_EQUAL(next, 0);
	CU_ASSERT_EQUAL(seen, 10);
	libapi_event_pager_free(pager);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_cursor(query, "made-up"), LIBAPI_OK);
	libapi_event_page *none = NULL;
	EXPECT(libapi_event_list(admin(), calendar, query, NULL, &none, &error),
		LIBAPI_E_BAD_REQUEST, "malformed_cursor", error);
}

static void lists_what_overlaps_a_window(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_list_query) *query = NULL;
	LIBAPI_AUTO(event_page) *inside = NULL;
	LIBAPI_AUTO(event_page) *outside = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Standup", id); /* 09:00–09:15 UTC */
	CU_ASSERT_EQUAL_FATAL(libapi_event_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_from(query, "2026-12-01T09:14:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_to(query, "2026-12-01T12:00:00Z"), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &inside, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(inside), 1);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_from(query, "2026-12-01T09:15:00Z"), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &outside, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(outside), 0);
}

static void patches_what_is_named_and_nothing_else(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event_patch) *clear = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(event) *cleared = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Standup", id);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_location(patch, "Room 4"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_start_time(patch, "2026-12-01T11:00:00"), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), calendar, id, patch, NULL, NULL, &event, &error),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(event), "Standup");
	CU_ASSERT_STRING_EQUAL(libapi_event_location(event), "Room 4");
	CU_ASSERT_STRING_EQUAL(libapi_event_end_time(event), "2026-12-01T11:15:00+01:00");
	CU_ASSERT_EQUAL(libapi_event_version(event), 2);
	CU_ASSERT_EQUAL(libapi_event_sequence(event), 1);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&clear), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_location_null(clear), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), calendar, id, clear, NULL, NULL, &cleared, &error),
		error);
	CU_ASSERT_PTR_NULL(libapi_event_location(cleared));
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(cleared), "2026-12-01T11:00:00+01:00");
}

static void a_stale_version_changes_nothing(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *first = NULL;
	LIBAPI_AUTO(call_options) *old = if_version(1);
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Standup", id);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, "Sitdown"), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), calendar, id, patch, NULL, old, &first, &error),
		error);
	int32_t code = libapi_event_update(admin(), calendar, id, patch, NULL, old, &event, &error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(libapi_error_etag(error));
	CU_ASSERT_STRING_EQUAL(libapi_error_etag(error), "\"2\"");
	EXPECT(code, LIBAPI_E_STALE, "stale", error);
	EXPECT(libapi_event_delete(admin(), calendar, id, old, &error), LIBAPI_E_STALE, "stale",
		error);
}

static void puts_under_a_known_id(void) {
	char calendar[40];
	const char *id = "0193590c-2b5e-7a40-9d11-0c5f3a6b7c99";
	LIBAPI_AUTO(event_draft) *draft = event_draft("Offsite");
	LIBAPI_AUTO(event) *made = NULL;
	LIBAPI_AUTO(event) *replaced = NULL;
	LIBAPI_AUTO(call_options) *current = if_version(1);
	LIBAPI_AUTO(call_options) *only_new = NULL;
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	EXPECT_OK(libapi_event_put(admin(), calendar, id, draft, NULL, &made, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_id(made), id);
	EXPECT(libapi_event_put(admin(), calendar, id, draft, NULL, &event, &error),
		LIBAPI_E_PRECONDITION_REQUIRED, "precondition_required", error);
	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&only_new), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_none_match(only_new, "*"), LIBAPI_OK);
	EXPECT(libapi_event_put(admin(), calendar, id, draft, only_new, &event, &error),
		LIBAPI_E_STALE, "stale", error);
	CU_ASSERT_EQUAL(libapi_event_draft_set_title(draft, "Onsite"), LIBAPI_OK);
	EXPECT_OK(
		libapi_event_put(admin(), calendar, id, draft, current, &replaced, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(replaced), "Onsite");
	CU_ASSERT_EQUAL(libapi_event_version(replaced), 2);
	EXPECT(libapi_event_put(admin(), calendar, id, draft, current, &event, &error),
		LIBAPI_E_STALE, "stale", error);
}

static void what_is_deleted_is_gone(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;
	LIBAPI_AUTO(event_page) *all = NULL;
	LIBAPI_AUTO(event_list_query) *query = NULL;
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Standup", id);
	EXPECT_OK(libapi_event_delete(admin(), calendar, id, NULL, &error), error);
	EXPECT_OK(libapi_event_delete(admin(), calendar, id, NULL, &error), error);
	EXPECT(libapi_event_get(admin(), calendar, id, NULL, NULL, &event, &error), LIBAPI_E_GONE,
		"gone", error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	EXPECT(libapi_event_update(admin(), calendar, id, patch, NULL, NULL, &event, &error),
		LIBAPI_E_GONE, "gone", error);
	EXPECT(libapi_event_get(admin(), calendar, NOBODY, NULL, NULL, &event, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_event_delete(admin(), calendar, NOBODY, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT_OK(libapi_event_list(admin(), calendar, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 0);
	CU_ASSERT_EQUAL_FATAL(libapi_event_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_include_deleted(query, 1), LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), calendar, query, NULL, &all, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_page_count(all), 1);
	CU_ASSERT_PTR_NOT_NULL(libapi_event_deleted_at(libapi_event_page_at(all, 0)));
}

static void moves_to_another_calendar(void) {
	char from[40], to[40], id[40];
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *moved = NULL;
	LIBAPI_AUTO(event) *there = NULL;

	calendar_new(admin(), from);
	calendar_new(admin(), to);
	event_new(admin(), from, "Mover", id);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_calendar_id(patch, to), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), from, id, patch, NULL, NULL, &moved, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_calendar_id(moved), to);
	EXPECT_OK(libapi_event_get(admin(), to, id, NULL, NULL, &there, &error), error);
}

static void an_unchanged_event_is_not_sent_again(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(call_options) *known = NULL;
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Standup", id);
	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&known), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_none_match(known, "\"1\""), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_get(admin(), calendar, id, NULL, known, &event, &error),
		LIBAPI_E_NOT_MODIFIED);
	CU_ASSERT_PTR_NULL(event);
	libapi_error_free(error);
	error = NULL;
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "creates and reads back", creates_and_reads_back },
		{ "refuses ids and uids that exist", refuses_ids_and_uids_that_exist },
		{ "names every wrong field before sending",
			names_every_wrong_field_before_sending },
		{ "leaves rules across zones to the server",
			leaves_rules_across_zones_to_the_server },
		{ "takes whole days as dates", takes_whole_days_as_dates },
		{ "keeps to the roles", keeps_to_the_roles },
		{ "masks private events for readers", masks_private_events_for_readers },
		{ "pages through everything once", pages_through_everything_once },
		{ "lists what overlaps a window", lists_what_overlaps_a_window },
		{ "patches what is named and nothing else",
			patches_what_is_named_and_nothing_else },
		{ "a stale version changes nothing", a_stale_version_changes_nothing },
		{ "puts under a known id", puts_under_a_known_id },
		{ "what is deleted is gone", what_is_deleted_is_gone },
		{ "moves to another calendar", moves_to_another_calendar },
		{ "an unchanged event is not sent again", an_unchanged_event_is_not_sent_again },
		{ NULL, NULL },
	};
	return run_sentences("events", sentences);
}

/* record_test.c: answers and builders as a program sees them, through the generated getters and setters. */
#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "libapi/core.h"
#include "schemas.h"

static libapi_event *event_from(const char *json) {
	struct wire_problems problems;
	struct wire_record *record = NULL;

	wire_problems_init(&problems);
	CU_ASSERT_EQUAL(wire_decode(&wire_schema_event, json, strlen(json), WIRE_ANSWER, &record,
				&problems),
		WIRE_OK);
	wire_problems_finish(&problems);
	return (libapi_event *)record;
}

static void holds_json(char *json, const char *expected) {
	CU_ASSERT_PTR_NOT_NULL_FATAL(json);
	if (strcmp(json, expected) != 0) {
		fprintf(stderr, "\n    have %s\n    want %s\n", json, expected);
	}
	CU_ASSERT_STRING_EQUAL(json, expected);
	libapi_string_free(json);
}

static void reads_every_kind_of_member(void) {
	LIBAPI_AUTO(event) *event =
		event_from("{\"title\":\"Standup\",\"start_time\":\"1970-01-02T01:00:00+01:00\","
			   "\"is_all_day\":true,\"version\":7,\"status\":\"tentative\","
			   "\"recurrence\":{\"rrule\":\"FREQ=DAILY\"},"
			   "\"attendees\":[{\"email\":\"a@b\",\"partstat\":\"declined\"}],"
			   "\"categories\":[\"x\",\"y\"],"
			   "\"metadata\":{\"k\":\"v\",\"l\":\"w\"}}");

	CU_ASSERT_STRING_EQUAL(libapi_event_title(event), "Standup");
	CU_ASSERT_EQUAL(libapi_event_start_time_ms(event), 86400000);
	CU_ASSERT_EQUAL(libapi_event_is_all_day(event), 1);
	CU_ASSERT_EQUAL(libapi_event_version(event), 7);
	CU_ASSERT_EQUAL(libapi_event_status(event), LIBAPI_EVENT_STATUS_TENTATIVE);
	CU_ASSERT_STRING_EQUAL(
		libapi_recurrence_rrule(libapi_event_recurrence(event)), "FREQ=DAILY");
	CU_ASSERT_EQUAL(libapi_event_attendee_count(event), 1);
	CU_ASSERT_EQUAL(libapi_attendee_partstat(libapi_event_attendee_at(event, 0)),
		LIBAPI_ATTENDEE_PARTSTAT_DECLINED);
	CU_ASSERT_EQUAL(libapi_event_category_count(event), 2);
	CU_ASSERT_STRING_EQUAL(libapi_event_category_at(event, 1), "y");
	CU_ASSERT_STRING_EQUAL(libapi_event_metadata_key_at(event, 0), "k");
	CU_ASSERT_STRING_EQUAL(libapi_event_metadata_get(event, "l"), "w");
}

static void the_last_kind_of_an_end_stands(void) {
	LIBAPI_AUTO(event_draft) *draft = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_start_time_date(draft, "2026-12-01"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_start_time_floating(draft, "2026-12-01t10:00:00.0"),
		LIBAPI_OK);
	holds_json(libapi_event_draft_to_json(draft),
		"{\"start_time\":\"2026-12-01T10:00:00\",\"floating\":true}");
	CU_ASSERT_EQUAL(
		libapi_event_draft_set_start_time_zoned(draft, "2026-12-01T11:00:00", "Asia/Tokyo"),
		LIBAPI_OK);
	holds_json(libapi_event_draft_to_json(draft), "{\"start_time\":\"2026-12-01T11:00:00\","
						      "\"time_zone\":\"Asia/Tokyo\","
						      "\"floating\":false}");
	CU_ASSERT_EQUAL(
		libapi_event_draft_set_end_time_date(draft, "2026-12-02"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_end_time_floating(draft, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_end_time_ms(NULL, 0), LIBAPI_E_INVALID);
	holds_json(libapi_event_draft_to_json(draft), "{\"start_time\":\"2026-12-01T11:00:00\","
						      "\"time_zone\":\"Asia/Tokyo\","
						      "\"floating\":false}"); /* as it was */
	CU_ASSERT_EQUAL(libapi_event_draft_set_start_time_date(draft, "2026-12-01"), LIBAPI_OK);
	holds_json(libapi_event_draft_to_json(draft),
		"{\"start_date\":\"2026-12-01\",\"time_zone\":\"Asia/Tokyo\"}");
}

static void past_the_end_there_is_nothing(void) {
	LIBAPI_AUTO(event) *event =
		event_from("{\"attendees\":[{\"email\":\"a@b\"}],\"categories\":[\"x\",\"y\"],"
			   "\"metadata\":{\"k\":\"v\"}}");

	CU_ASSERT_PTR_NULL(libapi_event_attendee_at(event, 1));
	CU_ASSERT_PTR_NULL(libapi_event_category_at(event, 2));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_key_at(event, 1));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_value_at(event, 1));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_get(event, "kk"));
}

static void nothing_there_is_the_empty_value(void) {
	LIBAPI_AUTO(event) *event = event_from("{\"location\":null}");

	CU_ASSERT_PTR_NULL(libapi_event_title(event));
	CU_ASSERT_PTR_NULL(libapi_event_location(event));
	CU_ASSERT_EQUAL(libapi_event_start_time_ms(event), INT64_MIN);
	CU_ASSERT_EQUAL(libapi_event_version(event), 0);
	CU_ASSERT_EQUAL(libapi_event_status(event), LIBAPI_EVENT_STATUS_UNKNOWN);
	CU_ASSERT_PTR_NULL(libapi_event_recurrence(event));
	CU_ASSERT_EQUAL(libapi_event_attendee_count(event), 0);
	CU_ASSERT_PTR_NULL(libapi_event_attendee_at(event, 0));
	CU_ASSERT_PTR_NULL(libapi_event_category_at(event, SIZE_MAX));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_get(event, "k"));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_get(event, NULL));
}

static void a_null_handle_crashes_nowhere(void) {
	CU_ASSERT_PTR_NULL(libapi_event_title(NULL));
	CU_ASSERT_EQUAL(libapi_event_status(NULL), LIBAPI_EVENT_STATUS_UNKNOWN);
	CU_ASSERT_EQUAL(libapi_event_start_time_ms(NULL), INT64_MIN);
	CU_ASSERT_EQUAL(libapi_event_is_all_day(NULL), 0);
	CU_ASSERT_PTR_NULL(libapi_recurrence_rdate_at(libapi_event_recurrence(NULL), 0));
	CU_ASSERT_PTR_NULL(libapi_event_metadata_value_at(NULL, 0));
	CU_ASSERT_EQUAL(libapi_event_page_count(NULL), 0);
	CU_ASSERT_PTR_NULL(libapi_event_page_next_cursor(NULL));
	CU_ASSERT_PTR_NULL(libapi_event_to_json(NULL));
	CU_ASSERT_PTR_NULL(libapi_event_ref(NULL));
	libapi_event_unref(NULL);
	libapi_event_draft_free(NULL);
}

static void a_status_of_a_newer_server_is_unknown_but_has_its_text(void) {
	LIBAPI_AUTO(event) *event = event_from("{\"status\":\"postponed\"}");

	CU_ASSERT_EQUAL(libapi_event_status(event), LIBAPI_EVENT_STATUS_UNKNOWN);
	CU_ASSERT_STRING_EQUAL(libapi_event_status_text(event), "postponed");
}

static void wall_time_is_no_instant(void) {
	LIBAPI_AUTO(event) *event =
		event_from("{\"start_time\":\"2026-11-23T10:00:00\",\"end_time\":\"soon\"}");

	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(event), "2026-11-23T10:00:00");
	CU_ASSERT_EQUAL(libapi_event_start_time_ms(event), INT64_MIN);
	CU_ASSERT_EQUAL(libapi_event_end_time_ms(event), INT64_MIN);
}

static void a_part_that_is_held_outlives_its_event(void) {
	libapi_event *event = event_from("{\"attendees\":[{\"email\":\"a@b\"}]}");
	libapi_attendee *attendee = libapi_attendee_ref(libapi_event_attendee_at(event, 0));

	libapi_event_unref(event);
	CU_ASSERT_STRING_EQUAL(libapi_attendee_email(attendee), "a@b");
	libapi_attendee_unref(attendee);
}

static void untouched_null_and_set_are_three_things(void) {
	LIBAPI_AUTO(event_patch) *patch = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	holds_json(libapi_event_patch_to_json(patch), "{}");
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, "New"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_location_null(patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_metadata(patch, "a", "1"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_metadata_null(patch, "b"), LIBAPI_OK);
	holds_json(libapi_event_patch_to_json(patch),
		"{\"title\":\"New\",\"location\":null,\"metadata\":{\"a\":\"1\",\"b\":null}}");
	CU_ASSERT_EQUAL(libapi_event_patch_unset_location(patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_unset_metadata(patch), LIBAPI_OK);
	holds_json(libapi_event_patch_to_json(patch), "{\"title\":\"New\"}");
}

static void a_draft_copies_what_it_is_given(void) {
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(attendee_draft) *attendee = NULL;
	char title[] = "Standup";

	CU_ASSERT_EQUAL_FATAL(libapi_event_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_attendee_draft_new(&attendee), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_title(draft, title), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_attendee_draft_set_email(attendee, "a@b"), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_attendee_draft_set_role(attendee, LIBAPI_ATTENDEE_ROLE_CHAIR), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_add_attendee(draft, attendee), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_clear_categories(draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_attendee_draft_set_email(attendee, "changed@later"), LIBAPI_OK);
	title[0] = 'X';
	holds_json(libapi_event_draft_to_json(draft),
		"{\"title\":\"Standup\",\"attendees\":[{\"email\":\"a@b\",\"role\":\"chair\"}],"
		"\"categories\":[]}");
}

static void refuses_what_it_cannot_take(void) {
	LIBAPI_AUTO(event_draft) *draft = NULL;

	CU_ASSERT_EQUAL(libapi_event_draft_new(NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL_FATAL(libapi_event_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_title(NULL, "x"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_title(draft, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_status(draft, LIBAPI_EVENT_STATUS_UNKNOWN),
		LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_status(draft, 4), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_status(draft, INT32_MAX), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_metadata(draft, "k", NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_set_metadata(draft, NULL, "v"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_add_attendee(draft, NULL), LIBAPI_E_INVALID);
	holds_json(libapi_event_draft_to_json(draft), "{}");
}

static void names_every_bad_field_of_json(void) {
	const char *json = "{\"title\":\"\",\"color\":\"red\",\"nonsense\":1}";
	libapi_event_draft *draft = (libapi_event_draft *)&draft;
	LIBAPI_AUTO(error) *error = NULL;

	CU_ASSERT_EQUAL(
		libapi_event_draft_from_json(json, strlen(json), &draft, &error), LIBAPI_E_INVALID);
	CU_ASSERT_PTR_NULL(draft);
	CU_ASSERT_EQUAL(libapi_error_field_count(error), 3);
	CU_ASSERT_EQUAL(libapi_event_draft_from_json(NULL, 0, &draft, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_event_draft_from_json("{'a':1}", 7, &draft, NULL), LIBAPI_E_INVALID);
}

static void json_goes_in_and_comes_out(void) {
	const char *json = "{\"title\":\"A\",\"location\":null,\"reminders\":[{\"method\":"
			   "\"display\",\"minutes_before\":0}]}";
	LIBAPI_AUTO(event_patch) *patch = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_event_patch_from_json(json, strlen(json), &patch, NULL), LIBAPI_OK);
	holds_json(libapi_event_patch_to_json(patch), json);
	CU_ASSERT_EQUAL(
		libapi_event_patch_from_json(json, strlen(json), NULL, NULL), LIBAPI_E_INVALID);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "reads every kind of member", reads_every_kind_of_member },
		{ "past the end there is nothing", past_the_end_there_is_nothing },
		{ "nothing there is the empty value", nothing_there_is_the_empty_value },
		{ "a NULL handle crashes nowhere", a_null_handle_crashes_nowhere },
		{ "a status of a newer server is unknown but has its text",
			a_status_of_a_newer_server_is_unknown_but_has_its_text },
		{ "the last kind of an end stands", the_last_kind_of_an_end_stands },
		{ "wall time is no instant", wall_time_is_no_instant },
		{ "a part that is held outlives its event",
			a_part_that_is_held_outlives_its_event },
		{ "untouched, null and set are three things",
			untouched_null_and_set_are_three_things },
		{ "a draft copies what it is given", a_draft_copies_what_it_is_given },
		{ "refuses what it cannot take", refuses_what_it_cannot_take },
		{ "names every bad field of JSON", names_every_bad_field_of_json },
		{ "JSON goes in and comes out", json_goes_in_and_comes_out },
		CU_TEST_INFO_NULL,
	};
	CU_SuiteInfo suites[] = { { .pName = "records", .pTests = tests }, CU_SUITE_INFO_NULL };

	if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(suites) != CUE_SUCCESS) {
		return 99;
	}
	CU_basic_set_mode(CU_BRM_VERBOSE);
	CU_basic_run_tests();
	unsigned failures = CU_get_number_of_failures();
	CU_cleanup_registry();
	return failures == 0 ? 0 : 1;
}

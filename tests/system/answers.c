/* answers.c: an answer from one occurrence on, as everybody sees it through the SDK. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

#define FIRST "20261201T100000"
#define THIRD "20261203T100000"
#define FOURTH "20261204T100000"
#define FROM(slot) "{\"partstat\":\"declined\",\"from_recurrence_id\":\"" slot "\"}"

struct stage {
	struct person guest;
	char calendar[40], series[40];
};

/* A guest who shares the calendar, invited to a daily series of ten. */
static struct stage stage_new(void) {
	struct stage stage = { .guest = person_new("guest") };
	LIBAPI_AUTO(user_patch) *patch = NULL;
	LIBAPI_AUTO(user) *user = NULL;
	char email[80], json[512];

	snprintf(email, sizeof email, "%s@example.org", stage.guest.id);
	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_patch_set_email(patch, email), LIBAPI_OK);
	EXPECT_OK(libapi_user_update(admin(), stage.guest.id, patch, NULL, &user, &error), error);
	calendar_new(admin(), stage.calendar);
	share(admin(), stage.calendar, stage.guest.id, LIBAPI_ACL_RULE_ROLE_READER);
	snprintf(json, sizeof json,
		"{\"title\":\"Yoga\",\"start_time\":\"2026-12-01T10:00:00\","
		"\"end_time\":\"2026-12-01T11:00:00\",\"attendees\":[{\"email\":\"%s\"}],"
		"\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT=10\"}}",
		email);
	event_of(stage.calendar, json, stage.series);
	return stage;
}

static int32_t answer(
	libapi_client *client, const struct stage *stage, const char *json, libapi_event **out) {
	LIBAPI_AUTO(rsvp_draft) *draft = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_rsvp_draft_from_json(json, strlen(json), &draft, NULL), LIBAPI_OK);
	return libapi_event_respond(
		client, stage->calendar, stage->series, draft, NULL, out, &error);
}

static char letter_of(const libapi_event *event) {
	return libapi_attendee_partstat_text(libapi_event_attendee_at(event, 0))[0];
}

/* The answers of all occurrences in a list, a letter each. */
static const char *letters(const struct stage *stage) {
	static char text[32];
	LIBAPI_AUTO(event_list_query) *query = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;
	size_t i = 0;

	CU_ASSERT_EQUAL_FATAL(libapi_event_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_from(query, "2026-12-01T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_list_query_set_to(query, "2026-12-31T00:00:00Z"), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_event_list_query_set_expand(query, LIBAPI_EVENT_LIST_EXPAND_OCCURRENCES),
		LIBAPI_OK);
	EXPECT_OK(libapi_event_list(admin(), stage->calendar, query, NULL, &page, &error), error);
	for (; page != NULL && i < libapi_event_page_count(page) && i + 1 < sizeof text; i++) {
		const libapi_event *event = libapi_event_page_at(page, i);
		text[i] = letter_of(event);
		CU_ASSERT_EQUAL(
			libapi_attendee_partstat_from_count(libapi_event_attendee_at(event, 0)), 0);
	}
	text[i] = 0;
	return text;
}

static char at(const struct stage *stage, const char *slot) {
	LIBAPI_AUTO(event) *event = NULL;

	EXPECT_OK(libapi_instance_get(admin(), stage->calendar, stage->series, slot, NULL, NULL,
			  &event, &error),
		error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(event);
	return letter_of(event);
}

static size_t busy_hours(const struct stage *stage) {
	LIBAPI_AUTO(free_busy_draft) *draft = NULL;
	LIBAPI_AUTO(free_busy) *busy = NULL;
	const char json[] = "{\"from\":\"2026-12-01T00:00:00Z\",\"to\":\"2026-12-31T00:00:00Z\","
			    "\"subjects\":[{\"user_id\":\"me\"}]}";

	CU_ASSERT_EQUAL_FATAL(
		libapi_free_busy_draft_from_json(json, strlen(json), &draft, &error), LIBAPI_OK);
	EXPECT_OK(libapi_freebusy_query(stage->guest.client, draft, NULL, &busy, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(busy);
	return libapi_subject_busy_busy_count(libapi_free_busy_subject_at(busy, 0));
}

static void an_answer_holds_from_its_occurrence_on(void) {
	struct stage stage = stage_new();
	LIBAPI_AUTO(event) *declined = NULL, *yes = NULL, *all = NULL;

	CU_ASSERT_EQUAL(busy_hours(&stage), 10);
	EXPECT_OK(answer(stage.guest.client, &stage, FROM(THIRD), &declined), error);
	CU_ASSERT_STRING_EQUAL(libapi_event_id(declined), stage.series);
	const libapi_attendee *guest = libapi_event_attendee_at(declined, 0);
	CU_ASSERT_EQUAL_FATAL(libapi_attendee_partstat_from_count(guest), 1);
	CU_ASSERT_STRING_EQUAL(
		libapi_later_answer_recurrence_id(libapi_attendee_partstat_from_at(guest, 0)),
		THIRD);
	CU_ASSERT_STRING_EQUAL(letters(&stage), "nndddddddd");
	CU_ASSERT_EQUAL(at(&stage, FIRST), 'n');
	CU_ASSERT_EQUAL(at(&stage, THIRD), 'd');
	CU_ASSERT_EQUAL(busy_hours(&stage), 2);
	EXPECT_OK(answer(stage.guest.client, &stage,
			  "{\"partstat\":\"accepted\",\"recurrence_id\":\"" FOURTH "\"}", &yes),
		error);
	CU_ASSERT_STRING_EQUAL(letters(&stage), "nndadddddd");
	CU_ASSERT_EQUAL(busy_hours(&stage), 3);
	EXPECT_OK(answer(stage.guest.client, &stage, "{\"partstat\":\"tentative\"}", &all), error);
	CU_ASSERT_STRING_EQUAL(letters(&stage), "tttatttttt");
	CU_ASSERT_EQUAL(busy_hours(&stage), 10);
	person_finish(&stage.guest);
}

static void a_wrong_answer_is_refused(void) {
	struct stage stage = stage_new();
	LIBAPI_AUTO(event) *none = NULL;

	EXPECT(answer(stage.guest.client, &stage, FROM("20261203T110000"), &none),
		LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	EXPECT(answer(admin(), &stage, FROM(THIRD), &none), LIBAPI_E_FORBIDDEN, "not_invited",
		error);
	EXPECT_FIELD(answer(stage.guest.client, &stage,
			     "{\"partstat\":\"declined\",\"recurrence_id\":\"" THIRD
			     "\",\"from_recurrence_id\":\"" THIRD "\"}",
			     &none),
		LIBAPI_E_UNPROCESSABLE, "/from_recurrence_id", error);
	CU_ASSERT_STRING_EQUAL(letters(&stage), "nnnnnnnnnn");
	person_finish(&stage.guest);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "an answer holds from its occurrence on",
			an_answer_holds_from_its_occurrence_on },
		{ "a wrong answer is refused", a_wrong_answer_is_refused },
		{ 0 },
	};
	return run_sentences("answers", sentences);
}

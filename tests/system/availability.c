/* availability.c: busy and free times through the SDK. */
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

static const char *busy_of(libapi_client *client, const char *json) {
	static char text[2048];
	LIBAPI_AUTO(free_busy_draft) *draft = NULL;
	LIBAPI_AUTO(free_busy) *answer = NULL;
	size_t used = 0;

	CU_ASSERT_EQUAL_FATAL(
		libapi_free_busy_draft_from_json(json, strlen(json), &draft, &error), LIBAPI_OK);
	EXPECT_OK(libapi_freebusy_query(client, draft, NULL, &answer, &error), error);
	text[0] = 0;
	for (size_t i = 0; answer != NULL && i < libapi_free_busy_subject_count(answer); i++) {
		const libapi_subject_busy *subject = libapi_free_busy_subject_at(answer, i);
		const char *fault = libapi_subject_busy_error_text(subject);
		used += (size_t)snprintf(
			text + used, sizeof text - used, "%s:", fault ? fault : "");
		for (size_t at = 0; at < libapi_subject_busy_busy_count(subject); at++) {
			const libapi_busy_time *span = libapi_subject_busy_busy_at(subject, at);
			used += (size_t)snprintf(text + used, sizeof text - used, " %.16s-%.5s%s",
				libapi_busy_time_start(span), libapi_busy_time_end(span) + 11,
				libapi_busy_time_status(span) == LIBAPI_BUSY_TIME_STATUS_TENTATIVE
					? "?"
					: "");
		}
		used += (size_t)snprintf(text + used, sizeof text - used, "\n");
	}
	return text;
}

static void busy_times_are_merged_and_bare(void) {
	struct person boss = person_new("boss"), stranger = person_new("stranger"),
		      busy = person_new("busy");
	char calendar[40], id[40], asked[512];

	calendar_new(admin(), calendar);
	share(admin(), calendar, busy.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	event_of(calendar, DAILY, id);
	event_of(calendar, SINGLE, id);
	event_of(calendar, DAY, id); /* transparent */
	event_of(calendar,
		"{\"title\":\"x\",\"start_time\":\"2026-03-29T12:30:00\",\"end_time\":\"2026-03-"
		"29T14:00:00\","
		"\"visibility\":\"private\"}",
		id);
	event_of(calendar,
		"{\"title\":\"x\",\"start_time\":\"2026-03-29T13:30:00\",\"end_time\":\"2026-03-"
		"29T15:00:00\","
		"\"status\":\"tentative\"}",
		id);
	event_of(calendar,
		"{\"title\":\"x\",\"start_time\":\"2026-03-29T18:00:00\",\"end_time\":\"2026-03-"
		"29T19:00:00\","
		"\"status\":\"cancelled\"}",
		id);
	snprintf(asked, sizeof asked,
		"{\"from\":\"2026-03-28T23:00:00Z\",\"to\":\"2026-03-29T22:00:00Z\",\"time_zone\":"
		"\"Europe/Berlin\",\"subjects\":[{\"calendar_id\":\"%s\"},{\"user_id\":\"me\"},"
		"{\"calendar_id\":\"" NOBODY "\"},{\"user_id\":\"" NOBODY "\"}]}",
		calendar);
	CU_ASSERT_STRING_EQUAL(busy_of(busy.client, asked),
		": 2026-03-29T03:30-04:00 2026-03-29T12:00-14:00 2026-03-29T14:00-15:00?\n"
		":\nnot_found:\nnot_found:\n");
	CU_ASSERT_STRING_EQUAL(
		busy_of(stranger.client, asked), "not_found:\n:\nnot_found:\nnot_found:\n");
	person_finish(&boss);
	person_finish(&stranger);
	person_finish(&busy);
}

static void invitations_make_busy_unless_declined(void) {
	struct person ada = person_new("ada"), friend = person_new("friend");
	LIBAPI_AUTO(user_patch) *patch = NULL;
	LIBAPI_AUTO(user) *user = NULL;
	char calendar[40], own[40], id[40], asked[512], invitation[1024], email[80];

	snprintf(email, sizeof email, "%s@example.org", ada.id);
	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_patch_set_email(patch, email), LIBAPI_OK);
	EXPECT_OK(libapi_user_update(admin(), ada.id, patch, NULL, &user, &error), error);
	calendar_new(admin(), calendar);
	calendar_new(ada.client, own);
	for (int hour = 8; hour < 11; hour++) {
		static const char *const answers[] = { "accepted", "declined", "needs_action" };
		snprintf(invitation, sizeof invitation,
			"{\"title\":\"x\",\"start_time\":\"2026-03-24T%02d:00:00Z\",\"end_time\":"
			"\"2026-03-24T%02d:"
			"30:00Z\",\"attendees\":[{\"email\":\"%s\",\"partstat\":\"%s\"}],"
			"\"recurrence\":{\"rrule\":"
			"\"FREQ=WEEKLY;COUNT=2\"}}",
			hour, hour, email, answers[hour - 8]);
		event_of(calendar, invitation, id);
	}
	snprintf(asked, sizeof asked,
		"{\"from\":\"2026-03-30T00:00:00Z\",\"to\":\"2026-04-02T00:00:00Z\",\"subjects\":[{"
		"\"user_id\":"
		"\"%s\"}]}",
		ada.id);
	/* The series keeps Berlin's clock, which was put forward meanwhile. */
	CU_ASSERT_STRING_EQUAL(
		busy_of(ada.client, asked), ": 2026-03-31T07:00-07:30 2026-03-31T09:00-09:30?\n");
	CU_ASSERT_STRING_EQUAL(busy_of(friend.client, asked), "not_found:\n");
	share(ada.client, own, friend.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	CU_ASSERT_STRING_EQUAL(busy_of(friend.client, asked), ":\n"); /* not that of others */
	person_finish(&ada);
	person_finish(&friend);
}

static void wrong_questions_name_the_field(void) {
	static const char *const wrong[][2] = {
		{ "/to", "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-04-03T00:00:01Z\","
			 "\"subjects\":[{"
			 "\"user_id\":\"me\"}]}" },
		{ "/subjects/0",
			"{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-03T00:00:00Z\","
			"\"subjects\":[{}]}" },
		{ "/time_zone", "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-03T00:00:"
				"00Z\",\"subjects\":"
				"[{\"user_id\":\"me\"}],\"time_zone\":\"Mars/Base\"}" },
	};
	libapi_free_busy *answer = NULL;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		LIBAPI_AUTO(free_busy_draft) *draft = NULL;
		CU_ASSERT_EQUAL_FATAL(libapi_free_busy_draft_from_json(
					      wrong[i][1], strlen(wrong[i][1]), &draft, &error),
			LIBAPI_OK);
		EXPECT_FIELD(libapi_freebusy_query(admin(), draft, NULL, &answer, &error),
			LIBAPI_E_UNPROCESSABLE, wrong[i][0], error);
	}
}

static void times_are_found_and_ranked(void) {
	struct person ada = person_new("ada"), bob = person_new("bob");
	LIBAPI_AUTO(find_times_draft) *draft = NULL;
	LIBAPI_AUTO(found_times) *found = NULL;
	char calendar[40], asked[512];
	const char *meeting = "{\"title\":\"x\",\"start_time\":\"2026-11-24T09:00:00Z\",\"end_"
			      "time\":\"2026-11-24T16:"
			      "00:00Z\",\"recurrence\":{\"rrule\":\"FREQ=DAILY\"}}";
	LIBAPI_AUTO(event_draft) *event = NULL;
	LIBAPI_AUTO(event) *made = NULL;

	calendar_new(bob.client, calendar);
	share(bob.client, calendar, ada.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	CU_ASSERT_EQUAL_FATAL(
		libapi_event_draft_from_json(meeting, strlen(meeting), &event, &error), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(bob.client, calendar, event, NULL, &made, &error), error);
	snprintf(asked, sizeof asked,
		"{\"attendees\":[{\"user_id\":\"me\"},{\"user_id\":\"%s\",\"required\":false}],"
		"\"duration_minutes\":60,\"from\":\"2026-11-25T00:00:00Z\",\"to\":\"2026-11-26T00:"
		"00:00Z\","
		"\"max_results\":2}",
		bob.id);
	CU_ASSERT_EQUAL_FATAL(
		libapi_find_times_draft_from_json(asked, strlen(asked), &draft, &error), LIBAPI_OK);
	EXPECT_OK(libapi_times_find(ada.client, draft, NULL, &found, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_found_times_slot_count(found), 2);
	const libapi_found_time *first = libapi_found_times_slot_at(found, 0),
				*second = libapi_found_times_slot_at(found, 1);
	CU_ASSERT_STRING_EQUAL(libapi_found_time_start(first), "2026-11-25T16:00:00Z");
	CU_ASSERT_STRING_EQUAL(libapi_found_time_end(first), "2026-11-25T17:00:00Z");
	CU_ASSERT_EQUAL(libapi_found_time_score(first), 100);
	CU_ASSERT_STRING_EQUAL(libapi_found_time_start(second), "2026-11-25T09:00:00Z");
	CU_ASSERT_EQUAL(libapi_found_time_score(second), 50);
	CU_ASSERT_EQUAL_FATAL(libapi_found_time_unavailable_count(second), 1);
	CU_ASSERT_STRING_EQUAL(libapi_found_time_unavailable_at(second, 0), bob.id);
	person_finish(&ada);
	person_finish(&bob);
}

static void no_time_comes_with_its_reason(void) {
	struct person ada = person_new("ada"), hidden = person_new("hidden");
	static const struct {
		int32_t reason;
		const char *question;
	} rows[] = {
		{ LIBAPI_FOUND_TIMES_EMPTY_REASON_OUTSIDE_HOURS,
			"{\"attendees\":[{\"user_id\":\"me\"}],\"duration_minutes\":60,\"from\":"
			"\"2026-11-28T00:00:00Z\","
			"\"to\":\"2026-11-29T00:00:00Z\"}" },
		{ LIBAPI_FOUND_TIMES_EMPTY_REASON_WINDOW_TOO_SHORT,
			"{\"attendees\":[{\"user_id\":\"me\"}],\"duration_minutes\":60,\"from\":"
			"\"2026-11-25T09:00:00Z\","
			"\"to\":\"2026-11-25T09:30:00Z\"}" },
		{ LIBAPI_FOUND_TIMES_EMPTY_REASON_UNKNOWN,
			"{\"attendees\":[{\"user_id\":\"me\"}],\"duration_minutes\":60,\"from\":"
			"\"2026-11-28T00:00:00Z\","
			"\"to\":\"2026-11-29T00:00:00Z\",\"within_working_hours\":false}" },
	};
	LIBAPI_AUTO(find_times_draft) *unknown = NULL;
	libapi_found_times *found = NULL;
	char calendar[40], asked[512];

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		LIBAPI_AUTO(find_times_draft) *draft = NULL;
		CU_ASSERT_EQUAL_FATAL(libapi_find_times_draft_from_json(rows[i].question,
					      strlen(rows[i].question), &draft, &error),
			LIBAPI_OK);
		EXPECT_OK(libapi_times_find(ada.client, draft, NULL, &found, &error), error);
		CU_ASSERT_EQUAL(libapi_found_times_empty_reason(found), rows[i].reason);
		libapi_found_times_unref(found);
	}
	calendar_new(hidden.client, calendar);
	snprintf(asked, sizeof asked,
		"{\"attendees\":[{\"user_id\":\"me\"},{\"user_id\":\"%s\"}],\"duration_minutes\":"
		"60,\"from\":"
		"\"2026-11-28T00:00:00Z\",\"to\":\"2026-11-29T00:00:00Z\"}",
		hidden.id);
	CU_ASSERT_EQUAL_FATAL(
		libapi_find_times_draft_from_json(asked, strlen(asked), &unknown, &error),
		LIBAPI_OK);
	EXPECT_FIELD(libapi_times_find(ada.client, unknown, NULL, &found, &error),
		LIBAPI_E_UNPROCESSABLE, "/attendees/1/user_id", error);
	person_finish(&ada);
	person_finish(&hidden);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "busy times are merged and bare", busy_times_are_merged_and_bare },
		{ "invitations make busy unless declined", invitations_make_busy_unless_declined },
		{ "wrong questions name the field", wrong_questions_name_the_field },
		{ "times are found and ranked", times_are_found_and_ranked },
		{ "no time comes with its reason", no_time_comes_with_its_reason },
		{ 0 },
	};
	return run_sentences("availability", sentences);
}

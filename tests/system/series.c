/* series.c: writing series through the SDK: rules, single occurrences, splits, attendees; each success and each error
 * that the contract rows list. What comes out of the rules is tested where they are expanded. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

/* ---- what the tests are made of ------------------------------------------------------------------------- */

static int32_t create(
	libapi_client *client, const char *calendar, const char *members, libapi_event **out) {
	LIBAPI_AUTO(event_draft) *draft = NULL;
	char json[1024];

	int len = snprintf(json, sizeof json,
		"{\"title\":\"Standup\",\"start_time\":\"2026-12-01T10:00:00\","
		"\"end_time\":\"2026-12-01T10:30:00\"%s}",
		members);
	CU_ASSERT_EQUAL_FATAL(
		libapi_event_draft_from_json(json, (size_t)len, &draft, NULL), LIBAPI_OK);
	return libapi_event_create(client, calendar, draft, NULL, out, &error);
}

/* A daily series of ten from 2026-12-01 on. */
static void series_new(const char *calendar, const char *members, char id[40]) {
	LIBAPI_AUTO(event) *event = NULL;
	char more[512];

	snprintf(more, sizeof more, ",\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT=10\"}%s",
		members);
	EXPECT_OK(create(admin(), calendar, more, &event), error);
	snprintf(id, 40, "%s", libapi_event_id(event));
}

static libapi_event_patch *patch_of(const char *json) {
	libapi_event_patch *patch = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_event_patch_from_json(json, strlen(json), &patch, NULL), LIBAPI_OK);
	return patch;
}

static int32_t update(
	const char *calendar, const char *id, const char *json, bool drop, libapi_event **out) {
	LIBAPI_AUTO(event_patch) *patch = patch_of(json);
	LIBAPI_AUTO(event_update_query) *query = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_update_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_update_query_set_drop_exceptions(query, drop), LIBAPI_OK);
	return libapi_event_update(admin(), calendar, id, patch, query, NULL, out, &error);
}

static int32_t update_at(libapi_client *client, const char *calendar, const char *id,
	const char *slot, const char *json, libapi_event **out) {
	LIBAPI_AUTO(event_patch) *patch = patch_of(json);
	return libapi_instance_update(client, calendar, id, slot, patch, NULL, out, &error);
}

static int32_t split(const char *calendar, const char *id, const char *json, libapi_split **out) {
	LIBAPI_AUTO(split_draft) *draft = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_split_draft_from_json(json, strlen(json), &draft, NULL), LIBAPI_OK);
	return libapi_series_split(admin(), calendar, id, draft, NULL, out, &error);
}

static int32_t invite(const char *calendar, const char *id, const char *email, const char *slot,
	libapi_event **out) {
	LIBAPI_AUTO(invitation_draft) *draft = NULL;
	LIBAPI_AUTO(attendee_put_query) *query = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_invitation_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_attendee_put_query_new(&query), LIBAPI_OK);
	if (slot != NULL) {
		CU_ASSERT_EQUAL(
			libapi_attendee_put_query_set_recurrence_id(query, slot), LIBAPI_OK);
	}
	return libapi_attendee_put(admin(), calendar, id, email, draft, query, NULL, out, &error);
}

static int32_t answer(libapi_client *client, const char *calendar, const char *id, const char *json,
	libapi_event **out) {
	LIBAPI_AUTO(rsvp_draft) *draft = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_rsvp_draft_from_json(json, strlen(json), &draft, NULL), LIBAPI_OK);
	return libapi_event_respond(client, calendar, id, draft, NULL, out, &error);
}

static libapi_event *read_at(const char *calendar, const char *id, const char *slot) {
	libapi_event *event = NULL;

	EXPECT_OK(libapi_instance_get(admin(), calendar, id, slot, NULL, NULL, &event, &error),
		error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(event);
	return event;
}

static libapi_event *read_whole(const char *calendar, const char *id) {
	libapi_event *event = NULL;

	EXPECT_OK(libapi_event_get(admin(), calendar, id, NULL, NULL, &event, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(event);
	return event;
}

#define RRULE(event) libapi_recurrence_rrule(libapi_event_recurrence(event))
#define FIRST "20261201T100000"
#define THIRD "20261203T100000"
#define FIFTH "20261205T100000"

/* ---- rules ----------------------------------------------------------------------------------------------- */

static void stores_rules_as_they_are_written_best(void) {
	char calendar[40];
	LIBAPI_AUTO(event) *event = NULL;

	calendar_new(admin(), calendar);
	EXPECT_OK(
		create(admin(), calendar,
			",\"recurrence\":{\"rrule\":\"count=4;byday=th,tu;Freq=weekly\","
			"\"rdates\":[\"20261224T100000\",\"20261223T100000\",\"20261223T100000\"],"
			"\"exdates\":[\"20261208\"]}",
			&event),
		error);
	const libapi_recurrence *recurrence = libapi_event_recurrence(event);
	CU_ASSERT_STRING_EQUAL(RRULE(event), "FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH");
	CU_ASSERT_EQUAL(libapi_recurrence_rdate_count(recurrence), 2);
	CU_ASSERT_STRING_EQUAL(libapi_recurrence_rdate_at(recurrence, 0), "20261223T100000");
	CU_ASSERT_STRING_EQUAL(libapi_recurrence_exdate_at(recurrence, 0), "20261208T100000");
}

static void names_what_is_wrong_with_a_rule(void) {
	static const struct {
		const char *recurrence, *code, *pointer;
	} wrong[] = {
		{ "\"rrule\":\"FREQ=SECONDLY\"", "rrule_unsupported", "/recurrence/rrule" },
		{ "\"rrule\":\"FREQ=SOMETIMES\"", "rrule_invalid", "/recurrence/rrule" },
		{ "\"rrule\":\"FREQ=DAILY;COUNT=10001\"", "rrule_too_many", "/recurrence/rrule" },
		{ "\"rrule\":\"FREQ=DAILY;COUNT=1\",\"exdates\":[\"20261201T100000\"]",
			"rrule_no_instances", "/recurrence" },
		{ "\"rrule\":\"FREQ=DAILY\",\"rdates\":[\"20261202\"]", "invalid_fields",
			"/recurrence/rdates/0" },
	};
	char calendar[40], more[256];
	libapi_event *event = NULL;

	calendar_new(admin(), calendar);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		snprintf(more, sizeof more, ",\"recurrence\":{%s}", wrong[i].recurrence);
		int32_t code = create(admin(), calendar, more, &event);
		CU_ASSERT_STRING_EQUAL(libapi_error_problem(error), wrong[i].code);
		EXPECT_FIELD(code, LIBAPI_E_UNPROCESSABLE, wrong[i].pointer, error);
	}
}

static void a_changed_rule_asks_before_it_drops_exceptions(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(event) *kept = NULL;
	LIBAPI_AUTO(event) *lost = NULL;
	libapi_event *none = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(update_at(admin(), calendar, id, FIFTH, "{\"title\":\"Own\"}", &own), error);
	EXPECT_OK(update(calendar, id, "{\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT=5\"}}", false,
			  &kept),
		error);
	CU_ASSERT_EQUAL(libapi_event_dropped_exception_count(kept), 0);
	CU_ASSERT_EQUAL(libapi_event_sequence(kept), 1);
	EXPECT(update(calendar, id, "{\"recurrence\":null}", false, &none), LIBAPI_E_CONFLICT,
		"would_drop_exceptions", error);
	EXPECT(update(calendar, id, "{\"start_time\":\"2026-12-01T11:00:00\"}", false, &none),
		LIBAPI_E_CONFLICT, "would_drop_exceptions", error);
	EXPECT_OK(update(calendar, id, "{\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT=4\"}}", true,
			  &lost),
		error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_dropped_exception_count(lost), 1);
	CU_ASSERT_STRING_EQUAL(libapi_event_dropped_exception_at(lost, 0), FIFTH);
}

static void a_moved_series_takes_its_exceptions_along(void) {
	char calendar[40], other[40], id[40], patch[80];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(event) *moved = NULL;

	calendar_new(admin(), calendar);
	calendar_new(admin(), other);
	series_new(calendar, ",\"attendees\":[{\"email\":\"a@b.c\"}]", id);
	EXPECT_OK(update_at(admin(), calendar, id, FIFTH, "{\"title\":\"Own\"}", &own), error);
	snprintf(patch, sizeof patch, "{\"calendar_id\":\"%s\"}", other);
	EXPECT_OK(update(calendar, id, patch, false, &moved), error);
	LIBAPI_AUTO(event) *there = read_at(other, id, FIFTH);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(there), "Own");
	CU_ASSERT_EQUAL(libapi_event_attendee_count(there), 1);
	libapi_event *gone = NULL;
	EXPECT(libapi_instance_get(admin(), calendar, id, FIFTH, NULL, NULL, &gone, &error),
		LIBAPI_E_GONE, "gone", error);
}

static void a_deleted_series_takes_its_exceptions_along(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(update_at(admin(), calendar, id, FIFTH, "{\"title\":\"Own\"}", &own), error);
	EXPECT_OK(libapi_event_delete(admin(), calendar, id, NULL, &error), error);
	EXPECT_OK(libapi_event_list(admin(), calendar, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_event_page_count(page), 0);
}

/* ---- one occurrence -------------------------------------------------------------------------------------- */

static void an_occurrence_follows_its_series_in_all_else(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(event) *all = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(update_at(admin(), calendar, id, THIRD,
			  "{\"title\":\"Own\",\"start_time\":\"2026-12-03T15:00:00\"}", &own),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(own), "2026-12-03T15:00:00+01:00");
	CU_ASSERT_STRING_EQUAL(libapi_event_end_time(own), "2026-12-03T15:30:00+01:00");
	CU_ASSERT_STRING_EQUAL(libapi_event_recurrence_id(own), THIRD);
	CU_ASSERT_STRING_EQUAL(libapi_event_series_id(own), id);
	CU_ASSERT_EQUAL(libapi_event_version(own), 2);
	CU_ASSERT_EQUAL(libapi_event_sequence(own), 1);
	EXPECT_OK(update(calendar, id, "{\"title\":\"All\",\"location\":\"Room 4\"}", false, &all),
		error);
	CU_ASSERT_EQUAL(libapi_event_version(all), 3);
	LIBAPI_AUTO(event) *later = read_at(calendar, id, THIRD);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(later), "Own");
	CU_ASSERT_STRING_EQUAL(libapi_event_location(later), "Room 4");
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(later), "2026-12-03T15:00:00+01:00");
}

static void refuses_what_is_no_occurrence(void) {
	struct person reader = person_new("reader"), stranger = person_new("stranger");
	char calendar[40], id[40], single[40];
	libapi_event *none = NULL;

	calendar_new(admin(), calendar);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	series_new(calendar, "", id);
	event_new(admin(), calendar, "Once", single);
	const char *title = "{\"title\":\"x\"}";
	EXPECT(update_at(admin(), calendar, id, "20261203T100001", title, &none),
		LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	EXPECT(update_at(admin(), calendar, id, "20261203", title, &none), LIBAPI_E_NOT_FOUND,
		"not_an_occurrence", error);
	EXPECT(update_at(admin(), calendar, id, "tomorrow", title, &none), LIBAPI_E_NOT_FOUND,
		"not_an_occurrence", error);
	EXPECT(update_at(admin(), calendar, single, FIRST, title, &none), LIBAPI_E_NOT_FOUND,
		"not_an_occurrence", error);
	EXPECT(update_at(admin(), calendar, NOBODY, FIRST, title, &none), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(update_at(reader.client, calendar, id, THIRD, title, &none), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	EXPECT(update_at(stranger.client, calendar, id, THIRD, title, &none), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT_FIELD(update_at(admin(), calendar, id, THIRD,
			     "{\"recurrence\":{\"rrule\":\"FREQ=DAILY\"}}", &none),
		LIBAPI_E_UNPROCESSABLE, "/recurrence", error);
	EXPECT(libapi_instance_delete(admin(), calendar, single, FIRST, NULL, &error),
		LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	person_finish(&reader);
	person_finish(&stranger);
}

static void a_deleted_occurrence_is_an_exdate(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(event) *two = NULL;
	LIBAPI_AUTO(call_options) *stale = if_version(7);

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(update_at(admin(), calendar, id, THIRD, "{\"title\":\"Own\"}", &own), error);
	EXPECT(libapi_instance_delete(admin(), calendar, id, THIRD, stale, &error), LIBAPI_E_STALE,
		"stale", error);
	EXPECT_OK(libapi_instance_delete(admin(), calendar, id, THIRD, NULL, &error), error);
	EXPECT_OK(libapi_instance_delete(admin(), calendar, id, THIRD, NULL, &error), error);
	LIBAPI_AUTO(event) *whole = read_whole(calendar, id);
	CU_ASSERT_EQUAL(libapi_recurrence_exdate_count(libapi_event_recurrence(whole)), 1);
	CU_ASSERT_EQUAL(libapi_event_version(whole), 3);
	CU_ASSERT_EQUAL(libapi_event_sequence(whole), 1);
	EXPECT_OK(update(calendar, id, "{\"recurrence\":{\"rrule\":\"FREQ=DAILY;COUNT=2\"}}", false,
			  &two),
		error);
	EXPECT_OK(libapi_instance_delete(admin(), calendar, id, FIRST, NULL, &error), error);
	EXPECT(libapi_instance_delete(admin(), calendar, id, "20261202T100000", NULL, &error),
		LIBAPI_E_CONFLICT, "last_occurrence", error);
}

/* ---- this and following ---------------------------------------------------------------------------------- */

static void a_split_divides_what_there_is(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	LIBAPI_AUTO(split) *cut = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, ",\"attendees\":[{\"email\":\"a@b.c\"}]", id);
	EXPECT_OK(update_at(admin(), calendar, id, FIFTH, "{\"title\":\"Own\"}", &own), error);
	EXPECT_OK(libapi_instance_delete(admin(), calendar, id, "20261206T100000", NULL, &error),
		error);
	EXPECT_OK(split(calendar, id,
			  "{\"recurrence_id\":\"" THIRD "\",\"patch\":{\"location\":\"Room 5\"}}",
			  &cut),
		error);
	const libapi_event *before = libapi_split_before(cut), *after = libapi_split_after(cut);
	CU_ASSERT_PTR_NOT_NULL_FATAL(after);
	CU_ASSERT_STRING_EQUAL(RRULE(before), "FREQ=DAILY;COUNT=2");
	CU_ASSERT_STRING_EQUAL(RRULE(after), "FREQ=DAILY;COUNT=8");
	CU_ASSERT_STRING_EQUAL(libapi_event_start_time(after), "2026-12-03T10:00:00+01:00");
	CU_ASSERT_STRING_NOT_EQUAL(libapi_event_uid(before), libapi_event_uid(after));
	CU_ASSERT_STRING_EQUAL(libapi_event_split_from(before), id);
	CU_ASSERT_STRING_EQUAL(libapi_event_split_from(after), id);
	CU_ASSERT_EQUAL(libapi_event_attendee_count(after), 1);
	CU_ASSERT_EQUAL(libapi_recurrence_exdate_count(libapi_event_recurrence(before)), 0);
	CU_ASSERT_EQUAL(libapi_recurrence_exdate_count(libapi_event_recurrence(after)), 1);
	LIBAPI_AUTO(event) *moved = read_at(calendar, libapi_event_id(after), FIFTH);
	CU_ASSERT_STRING_EQUAL(libapi_event_title(moved), "Own");
	CU_ASSERT_STRING_EQUAL(libapi_event_location(moved), "Room 5");
}

static void an_endless_rule_ends_before_the_split(void) {
	char calendar[40];
	LIBAPI_AUTO(event) *event = NULL;
	LIBAPI_AUTO(split) *cut = NULL;

	calendar_new(admin(), calendar);
	EXPECT_OK(create(admin(), calendar, ",\"recurrence\":{\"rrule\":\"FREQ=DAILY\"}", &event),
		error);
	EXPECT_OK(split(calendar, libapi_event_id(event),
			  "{\"recurrence_id\":\"" THIRD "\",\"delete_following\":true}", &cut),
		error);
	CU_ASSERT_STRING_EQUAL(
		RRULE(libapi_split_before(cut)), "FREQ=DAILY;UNTIL=20261203T085959Z");
	CU_ASSERT_PTR_NULL(libapi_split_after(cut));
}

static void refuses_splits_that_cut_nothing(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *own = NULL;
	libapi_split *none = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(update_at(admin(), calendar, id, FIFTH, "{\"title\":\"Own\"}", &own), error);
	EXPECT(split(calendar, id, "{\"recurrence_id\":\"" FIRST "\"}", &none), LIBAPI_E_CONFLICT,
		"first_occurrence", error);
	EXPECT(split(calendar, id, "{\"recurrence_id\":\"20271201T100000\"}", &none),
		LIBAPI_E_NOT_FOUND, "not_an_occurrence", error);
	EXPECT(split(calendar, NOBODY, "{\"recurrence_id\":\"" THIRD "\"}", &none),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(split(calendar, id,
		       "{\"recurrence_id\":\"" THIRD
		       "\",\"patch\":{\"start_time\":\"2026-12-03T12:00:00\"}}",
		       &none),
		LIBAPI_E_CONFLICT, "would_drop_exceptions", error);
	EXPECT_FIELD(split(calendar, id,
			     "{\"recurrence_id\":\"" THIRD
			     "\",\"patch\":{\"recurrence\":{\"rrule\":\"FREQ=NEVER\"}}}",
			     &none),
		LIBAPI_E_UNPROCESSABLE, "/patch/recurrence/rrule", error);
}

/* ---- attendees ------------------------------------------------------------------------------------------- */

static void guest_new(struct person *guest, char email[80]) {
	LIBAPI_AUTO(user_patch) *patch = NULL;
	LIBAPI_AUTO(user) *user = NULL;

	*guest = person_new("guest");
	snprintf(email, 80, "%s@example.org", guest->id);
	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_patch_set_email(patch, email), LIBAPI_OK);
	EXPECT_OK(libapi_user_update(guest->client, "me", patch, NULL, &user, &error), error);
}

static void invites_and_removes(void) {
	char calendar[40], id[40];
	LIBAPI_AUTO(event) *one = NULL;
	LIBAPI_AUTO(event) *again = NULL;
	LIBAPI_AUTO(event) *all = NULL;
	libapi_event *none = NULL;

	calendar_new(admin(), calendar);
	series_new(calendar, "", id);
	EXPECT_OK(invite(calendar, id, "one@example.org", THIRD, &one), error);
	EXPECT_OK(invite(calendar, id, "One@example.org", THIRD, &again), error);
	CU_ASSERT_EQUAL(libapi_event_attendee_count(again), 1);
	EXPECT_OK(invite(calendar, id, "all@example.org", NULL, &all), error);
	CU_ASSERT_EQUAL(libapi_event_attendee_count(all), 1);
	LIBAPI_AUTO(event) *both = read_at(calendar, id, THIRD);
	CU_ASSERT_EQUAL(libapi_event_attendee_count(both), 2);
	EXPECT_FIELD(invite(calendar, id, "nobody", NULL, &none), LIBAPI_E_UNPROCESSABLE, "email",
		error);
	EXPECT(invite(calendar, id, "x@example.org", "20271201T100000", &none), LIBAPI_E_NOT_FOUND,
		"not_an_occurrence", error);
	EXPECT_OK(libapi_attendee_remove(
			  admin(), calendar, id, "all@example.org", NULL, NULL, &error),
		error);
	EXPECT_OK(libapi_attendee_remove(
			  admin(), calendar, id, "all@example.org", NULL, NULL, &error),
		error);
	LIBAPI_AUTO(event) *left = read_at(calendar, id, THIRD);
	CU_ASSERT_EQUAL(libapi_event_attendee_count(left), 1);
}

static void an_event_takes_500_attendees(void) {
	char calendar[40], id[40], email[40];
	LIBAPI_AUTO(event_draft) *draft = event_draft("Town hall");
	LIBAPI_AUTO(event) *event = NULL;
	libapi_event *none = NULL;

	calendar_new(admin(), calendar);
	for (int i = 0; i < 500; i++) {
		LIBAPI_AUTO(attendee_draft) *guest = NULL;
		snprintf(email, sizeof email, "guest%d@example.org", i);
		CU_ASSERT_EQUAL_FATAL(libapi_attendee_draft_new(&guest), LIBAPI_OK);
		CU_ASSERT_EQUAL(libapi_attendee_draft_set_email(guest, email), LIBAPI_OK);
		CU_ASSERT_EQUAL(libapi_event_draft_add_attendee(draft, guest), LIBAPI_OK);
	}
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &event, &error), error);
	snprintf(id, sizeof id, "%s", libapi_event_id(event));
	EXPECT(invite(calendar, id, "late@example.org", NULL, &none), LIBAPI_E_UNPROCESSABLE,
		"too_many_attendees", error);
}

static void attendees_answer_without_a_role(void) {
	struct person guest, reader = person_new("reader");
	char calendar[40], id[40], email[80];
	LIBAPI_AUTO(event) *invited = NULL;
	LIBAPI_AUTO(event) *one = NULL;
	LIBAPI_AUTO(event) *all = NULL;
	libapi_event *none = NULL;

	guest_new(&guest, email);
	calendar_new(admin(), calendar);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	series_new(calendar, "", id);
	EXPECT(answer(guest.client, calendar, id, "{\"partstat\":\"accepted\"}", &none),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(answer(reader.client, calendar, id, "{\"partstat\":\"accepted\"}", &none),
		LIBAPI_E_FORBIDDEN, "not_invited", error);
	EXPECT_OK(invite(calendar, id, email, NULL, &invited), error);
	EXPECT_OK(
		answer(guest.client, calendar, id,
			"{\"partstat\":\"declined\",\"comment\":\"Away\",\"recurrence_id\":\"" THIRD
			"\"}",
			&one),
		error);
	EXPECT_OK(answer(guest.client, calendar, id, "{\"partstat\":\"accepted\"}", &all), error);
	CU_ASSERT_EQUAL(libapi_event_sequence(all), 0);
	CU_ASSERT_EQUAL(libapi_event_version(all), 4);
	CU_ASSERT_EQUAL(libapi_attendee_partstat(libapi_event_attendee_at(all, 0)),
		LIBAPI_ATTENDEE_PARTSTAT_ACCEPTED);
	LIBAPI_AUTO(event) *own = read_at(calendar, id, THIRD);
	CU_ASSERT_EQUAL(libapi_attendee_partstat(libapi_event_attendee_at(own, 0)),
		LIBAPI_ATTENDEE_PARTSTAT_DECLINED);
	CU_ASSERT_STRING_EQUAL(libapi_attendee_comment(libapi_event_attendee_at(own, 0)), "Away");
	person_finish(&guest);
	person_finish(&reader);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "stores rules as they are written best", stores_rules_as_they_are_written_best },
		{ "names what is wrong with a rule", names_what_is_wrong_with_a_rule },
		{ "a changed rule asks before it drops exceptions",
			a_changed_rule_asks_before_it_drops_exceptions },
		{ "a moved series takes its exceptions along",
			a_moved_series_takes_its_exceptions_along },
		{ "a deleted series takes its exceptions along",
			a_deleted_series_takes_its_exceptions_along },
		{ "an occurrence follows its series in all else",
			an_occurrence_follows_its_series_in_all_else },
		{ "refuses what is no occurrence", refuses_what_is_no_occurrence },
		{ "a deleted occurrence is an exdate", a_deleted_occurrence_is_an_exdate },
		{ "a split divides what there is", a_split_divides_what_there_is },
		{ "an endless rule ends before the split", an_endless_rule_ends_before_the_split },
		{ "refuses splits that cut nothing", refuses_splits_that_cut_nothing },
		{ "invites and removes", invites_and_removes },
		{ "an event takes 500 attendees", an_event_takes_500_attendees },
		{ "attendees answer without a role", attendees_answer_without_a_role },
		{ NULL, NULL },
	};
	return run_sentences("series", sentences);
}

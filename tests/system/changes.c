/* changes.c: listChanges and libapi_sync through the SDK: what a copy of a calendar is told, and in which order. */
#include "tests/system/sdk.h"

#include <stdio.h>
#include <time.h>

static libapi_error *error;

/* The next item, as a letter: Reset Calendar Acl Deleted Event Token, "." the end, "!" an error. */
static char next_letter(libapi_sync *sync) {
	int32_t got = libapi_sync_next(sync, &error);

	return got == 1 ? ".RCADET"[libapi_sync_kind(sync)] : got == 0 ? '.' : '!';
}

/* All items until the end, and after each letter of an event the first of its title. */
static const char *told(libapi_sync *sync) {
	static char text[256];
	size_t at = 0;
	char letter = 0;

	while (at < sizeof text - 2 && letter != '.' && letter != '!') {
		letter = next_letter(sync);
		text[at++] = letter;
		if (letter == 'E') {
			text[at++] = libapi_event_title(libapi_sync_event(sync))[0];
		}
	}
	text[at] = '\0';
	return text;
}

static libapi_sync *sync_new(libapi_client *client, const char *calendar, const char *token) {
	libapi_sync *sync = NULL;

	EXPECT_OK(libapi_sync_new(client, calendar, token, NULL, &sync, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(sync);
	return sync;
}

static void rename_event(const char *calendar, const char *event, const char *title) {
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *after = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, title), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), calendar, event, patch, NULL, NULL, &after, &error),
		error);
}

static void tells_everything_and_then_what_changed(void) {
	LIBAPI_AUTO(sync) *sync = NULL;
	char calendar[40], one[40], two[40];

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "a", one);
	event_new(admin(), calendar, "b", two);
	sync = sync_new(admin(), calendar, NULL);
	CU_ASSERT_PTR_NULL(libapi_sync_token(sync));
	CU_ASSERT_STRING_EQUAL(told(sync), "CAEaEbT.");
	CU_ASSERT_STRING_EQUAL(told(sync), ".");
	rename_event(calendar, one, "c");
	EXPECT_OK(libapi_event_delete(admin(), calendar, two, NULL, &error), error);
	CU_ASSERT_EQUAL(next_letter(sync), 'D');
	CU_ASSERT_STRING_EQUAL(libapi_deleted_event_id(libapi_sync_deleted(sync)), two);
	CU_ASSERT_PTR_NULL(libapi_sync_event(sync));
	CU_ASSERT_STRING_EQUAL(told(sync), "EcT.");
	CU_ASSERT_PTR_NULL(libapi_sync_event(sync));
}

static void goes_on_from_a_saved_token_page_by_page(void) {
	LIBAPI_AUTO(sync) *sync = NULL;
	LIBAPI_AUTO(sync) *later = NULL;
	char calendar[40], id[40], saved[128];

	calendar_new(admin(), calendar);
	for (const char *title = "a\0b\0c\0d\0e\0"; *title != '\0'; title += 2) {
		event_new(admin(), calendar, title, id);
	}
	sync = sync_new(admin(), calendar, NULL);
	CU_ASSERT_EQUAL(libapi_sync_set_limit(sync, 2), LIBAPI_OK);
	for (const char *due = "CAEET"; *due != '\0'; due++) {
		CU_ASSERT_PTR_NULL(libapi_sync_token(sync)); /* not before its page was told */
		CU_ASSERT_EQUAL(next_letter(sync), *due);
	}
	CU_ASSERT_PTR_NOT_NULL_FATAL(libapi_sync_token(sync));
	snprintf(saved, sizeof saved, "%s", libapi_sync_token(sync));
	CU_ASSERT_STRING_EQUAL(told(sync), "EcEdTEeT.");
	later = sync_new(admin(), calendar, saved);
	CU_ASSERT_STRING_EQUAL(told(later), "EcEdEeT.");
}

static void a_token_that_is_too_old_begins_with_a_reset(void) {
	struct person reader = person_new("mirror");
	LIBAPI_AUTO(sync) *sync = NULL;
	char calendar[40], id[40];

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "a", id);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_READER);
	sync = sync_new(reader.client, calendar, NULL);
	CU_ASSERT_STRING_EQUAL(told(sync), "CAEaT.");
	share(admin(), calendar, reader.id,
		LIBAPI_ACL_RULE_ROLE_EDITOR); /* sees more from now on */
	CU_ASSERT_EQUAL(next_letter(sync), 'R');
	CU_ASSERT_PTR_NULL(libapi_sync_token(sync));
	CU_ASSERT_STRING_EQUAL(told(sync), "CAEaT.");
	EXPECT_OK(libapi_acl_delete(admin(), calendar, reader.id, NULL, &error), error);
	EXPECT(-libapi_sync_next(sync, &error), LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(-libapi_sync_next(sync, &error), LIBAPI_E_NOT_FOUND, "not_found", error);
	share(admin(), calendar, reader.id, LIBAPI_ACL_RULE_ROLE_FREEBUSY);
	EXPECT(-libapi_sync_next(sync, &error), LIBAPI_E_FORBIDDEN, "freebusy_only", error);
	person_finish(&reader);
}

static void an_event_that_moves_is_deleted_here_and_new_there(void) {
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *moved = NULL;
	LIBAPI_AUTO(sync) *here = NULL;
	LIBAPI_AUTO(sync) *there = NULL;
	char from[40], to[40], id[40];

	calendar_new(admin(), from);
	calendar_new(admin(), to);
	event_new(admin(), from, "a", id);
	here = sync_new(admin(), from, NULL);
	there = sync_new(admin(), to, NULL);
	CU_ASSERT_STRING_EQUAL(told(here), "CAEaT.");
	CU_ASSERT_STRING_EQUAL(told(there), "CAT.");
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_calendar_id(patch, to), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(admin(), from, id, patch, NULL, NULL, &moved, &error), error);
	CU_ASSERT_STRING_EQUAL(told(here), "DT.");
	CU_ASSERT_STRING_EQUAL(told(there), "EaT.");
}

static void settings_and_rules_are_told_without_any_event(void) {
	struct person other = person_new("other");
	LIBAPI_AUTO(calendar_patch) *patch = NULL;
	LIBAPI_AUTO(calendar) *after = NULL;
	LIBAPI_AUTO(sync) *sync = NULL;
	char calendar[40], event[40];

	calendar_new(admin(), calendar);
	sync = sync_new(admin(), calendar, NULL);
	CU_ASSERT_STRING_EQUAL(told(sync), "CAT.");
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_patch_set_name(patch, "New"), LIBAPI_OK);
	EXPECT_OK(libapi_calendar_update(admin(), calendar, patch, NULL, &after, &error), error);
	CU_ASSERT_EQUAL(next_letter(sync), 'C');
	CU_ASSERT_STRING_EQUAL(libapi_calendar_name(libapi_sync_calendar(sync)), "New");
	CU_ASSERT_STRING_EQUAL(told(sync), "T.");
	share(admin(), calendar, other.id, LIBAPI_ACL_RULE_ROLE_READER);
	CU_ASSERT_STRING_EQUAL(told(sync), "CAT.");
	event_new(admin(), calendar, "a", event);
	CU_ASSERT_STRING_EQUAL(told(sync), "EaT."); /* and once is enough */
	person_finish(&other);
}

static void a_list_of_people_that_is_replaced_reaches_changed_occurrences(void) {
	LIBAPI_AUTO(event_draft) *draft = event_draft("s");
	LIBAPI_AUTO(event) *series = NULL;
	LIBAPI_AUTO(event) *again = NULL;
	LIBAPI_AUTO(event) *changed = NULL;
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(attendee_draft) *person = NULL;
	LIBAPI_AUTO(recurrence_draft) *rule = NULL;
	LIBAPI_AUTO(call_options) *second = if_version(2);
	LIBAPI_AUTO(sync) *sync = NULL;
	char calendar[40];

	calendar_new(admin(), calendar);
	CU_ASSERT_EQUAL_FATAL(libapi_recurrence_draft_new(&rule), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_recurrence_draft_set_rrule(rule, "FREQ=DAILY;COUNT=5"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_set_recurrence(draft, rule), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &series, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, "x"), LIBAPI_OK);
	EXPECT_OK(libapi_instance_update(admin(), calendar, libapi_event_id(series),
			  "20261202T100000", patch, NULL, &changed, &error),
		error);
	sync = sync_new(admin(), calendar, NULL);
	CU_ASSERT_STRING_EQUAL(told(sync), "CAEsExT.");
	CU_ASSERT_EQUAL_FATAL(libapi_attendee_draft_new(&person), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_attendee_draft_set_email(person, "a@example.com"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_draft_add_attendee(draft, person), LIBAPI_OK);
	EXPECT_OK(libapi_event_put(admin(), calendar, libapi_event_id(series), draft, second,
			  &again, &error),
		error);
	CU_ASSERT_STRING_EQUAL(told(sync), "EsExT.");
}

static int64_t now_ms(void) {
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Longer than any other call may take: the deadline follows what the query says. */
static void waits_its_thirty_seconds_on_the_defaults(void) {
	LIBAPI_AUTO(change_list_query) *query = NULL;
	LIBAPI_AUTO(changes) *first = NULL;
	LIBAPI_AUTO(changes) *second = NULL;
	int64_t began_ms = 0;
	char calendar[40];

	calendar_new(admin(), calendar);
	EXPECT_OK(libapi_change_list(admin(), calendar, NULL, NULL, &first, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_change_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_change_list_query_set_wait(query, 30), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_change_list_query_set_token(query, libapi_changes_next_token(first)),
		LIBAPI_OK);
	began_ms = now_ms();
	EXPECT_OK(libapi_change_list(admin(), calendar, query, NULL, &second, &error), error);
	CU_ASSERT_TRUE(now_ms() - began_ms >= 30000);
	CU_ASSERT_EQUAL(libapi_changes_event_count(second), 0);
	CU_ASSERT_STRING_EQUAL(libapi_changes_next_token(second), libapi_changes_next_token(first));
}

static void refuses_what_cannot_be_meant(void) {
	LIBAPI_AUTO(sync) *sync = NULL;
	LIBAPI_AUTO(change_list_query) *query = NULL;
	libapi_changes *changes = NULL;
	libapi_sync *none = NULL;
	char calendar[40];

	calendar_new(admin(), calendar);
	EXPECT(libapi_sync_new(NULL, calendar, NULL, NULL, &none, &error), LIBAPI_E_INVALID, NULL,
		error);
	EXPECT(libapi_sync_new(admin(), NULL, NULL, NULL, &none, &error), LIBAPI_E_INVALID, NULL,
		error);
	EXPECT(-libapi_sync_next(NULL, &error), LIBAPI_E_INVALID, NULL, error);
	sync = sync_new(admin(), calendar, "no-token-of-ours");
	CU_ASSERT_EQUAL(libapi_sync_set_wait(sync, 31), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_sync_set_wait(sync, -1), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_sync_set_limit(sync, 501), LIBAPI_E_INVALID);
	EXPECT(-libapi_sync_next(sync, &error), LIBAPI_E_BAD_REQUEST, "malformed_token", error);
	CU_ASSERT_EQUAL(libapi_sync_kind(sync), LIBAPI_SYNC_NOTHING);
	CU_ASSERT_EQUAL_FATAL(libapi_change_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_change_list_query_set_wait(query, 31), LIBAPI_OK);
	EXPECT_FIELD(libapi_change_list(admin(), calendar, query, NULL, &changes, &error),
		LIBAPI_E_INVALID, "wait", error);
	EXPECT(libapi_change_list(admin(), NOBODY, NULL, NULL, &changes, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	libapi_sync_free(NULL);
}

static const struct sentence sentences[] = {
	{ "tells everything and then what changed", tells_everything_and_then_what_changed },
	{ "goes on from a saved token, page by page", goes_on_from_a_saved_token_page_by_page },
	{ "a token that is too old begins with a reset",
		a_token_that_is_too_old_begins_with_a_reset },
	{ "an event that moves is deleted here and new there",
		an_event_that_moves_is_deleted_here_and_new_there },
	{ "settings and rules are told without any event",
		settings_and_rules_are_told_without_any_event },
	{ "a list of people that is replaced reaches changed occurrences",
		a_list_of_people_that_is_replaced_reaches_changed_occurrences },
	{ "waits its thirty seconds on the defaults", waits_its_thirty_seconds_on_the_defaults },
	{ "refuses what cannot be meant", refuses_what_cannot_be_meant },
	{ NULL, NULL },
};

int main(void) {
	return run_sentences("changes", sentences);
}

/* people.c: system, user and key operations through the SDK: success and each error that their rows list. */
#include "tests/system/sdk.h"

#include <stdio.h>
#include <time.h>

static libapi_error *error;

static void tells_what_it_can_do(void) {
	LIBAPI_AUTO(capabilities) *can = NULL;
	char *contract = NULL;

	EXPECT_OK(libapi_capabilities_get(admin(), NULL, &can, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_capabilities_version(can), LIBAPI_VERSION);
	CU_ASSERT_PTR_NOT_NULL(libapi_capabilities_tzdb_version(can));
	CU_ASSERT_EQUAL(libapi_limits_page_items(libapi_capabilities_limits(can)), 200);
	CU_ASSERT_EQUAL(libapi_caller_is_admin(libapi_capabilities_caller(can)), 1);
	EXPECT_OK(libapi_openapi_get(admin(), NULL, &contract, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(contract);
	CU_ASSERT_PTR_NOT_NULL(strstr(contract, "\"createEvent\""));
	libapi_string_free(contract);
}

static void refuses_who_has_no_key(void) {
	libapi_client *nobody =
		client_with_key("cal_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
	libapi_capabilities *can = NULL;
	libapi_user *user = NULL;

	EXPECT(libapi_capabilities_get(nobody, NULL, &can, &error), LIBAPI_E_UNAUTHENTICATED,
		"unauthenticated", error);
	EXPECT(libapi_user_get(nobody, "me", NULL, &user, &error), LIBAPI_E_UNAUTHENTICATED,
		"unauthenticated", error);
	libapi_client_unref(nobody);
}

static void makes_users_with_a_key_that_works(void) {
	struct person ada = person_new("ada");
	LIBAPI_AUTO(user) *me = NULL;
	LIBAPI_AUTO(user) *seen = NULL;

	EXPECT_OK(libapi_user_get(ada.client, "me", NULL, &me, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_user_id(me), ada.id);
	CU_ASSERT_EQUAL(libapi_user_is_admin(me), 0);
	CU_ASSERT_STRING_EQUAL(libapi_user_time_zone(me), "UTC");
	EXPECT_OK(libapi_user_get(admin(), ada.id, NULL, &seen, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_user_username(seen), libapi_user_username(me));
	person_finish(&ada);
}

static void refuses_names_that_are_taken_or_wrong(void) {
	struct person ada = person_new("ada");
	LIBAPI_AUTO(user) *me = NULL;
	LIBAPI_AUTO(user_draft) *draft = NULL;
	libapi_created_user *user = NULL;

	EXPECT_OK(libapi_user_get(ada.client, "me", NULL, &me, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_user_draft_new(&draft), LIBAPI_OK);
	EXPECT_FIELD(libapi_user_create(admin(), draft, NULL, &user, &error), LIBAPI_E_INVALID,
		"/username", error);
	CU_ASSERT_EQUAL(libapi_user_draft_set_username(draft, libapi_user_username(me)), LIBAPI_OK);
	EXPECT(libapi_user_create(admin(), draft, NULL, &user, &error), LIBAPI_E_CONFLICT,
		"username_taken", error);
	EXPECT(libapi_user_create(ada.client, draft, NULL, &user, &error), LIBAPI_E_FORBIDDEN,
		"insufficient_scope", error);
	CU_ASSERT_EQUAL(libapi_user_draft_set_username(draft, "in-mars"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_draft_set_time_zone(draft, "Mars/Olympus"), LIBAPI_OK);
	EXPECT(libapi_user_create(admin(), draft, NULL, &user, &error), LIBAPI_E_UNPROCESSABLE,
		"unknown_time_zone", error);
	CU_ASSERT_EQUAL(libapi_user_draft_set_username(draft, "Ada L."), LIBAPI_OK);
	EXPECT_FIELD(libapi_user_create(admin(), draft, NULL, &user, &error), LIBAPI_E_INVALID,
		"/username", error);
	person_finish(&ada);
}

static void lists_users_page_by_page(void) {
	struct person one = person_new("paged"), two = person_new("paged"),
		      three = person_new("paged");
	LIBAPI_AUTO(user_list_query) *query = NULL;
	libapi_user_pager *pager = NULL;
	libapi_user_page *page = NULL;
	libapi_user *user = NULL;
	int seen = 0;

	CU_ASSERT_EQUAL_FATAL(libapi_user_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_list_query_set_q(query, "paged"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_list_query_set_limit(query, 2), LIBAPI_OK);
	EXPECT_OK(libapi_user_list(one.client, query, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_user_page_count(page), 2);
	libapi_user_page_unref(page);
	EXPECT_OK(libapi_user_pager_new(one.client, query, NULL, &pager, &error), error);
	while (libapi_user_pager_next(pager, &user, &error) == 1) {
		seen++;
		libapi_user_unref(user);
	}
	CU_ASSERT_EQUAL(seen, 3);
	libapi_user_pager_free(pager);
	CU_ASSERT_EQUAL(libapi_user_list_query_set_limit(query, 201), LIBAPI_OK);
	EXPECT_FIELD(libapi_user_list(one.client, query, NULL, &page, &error), LIBAPI_E_INVALID,
		"limit", error);
	person_finish(&one);
	person_finish(&two);
	person_finish(&three);
}

static void people_change_themselves_and_admins_everybody(void) {
	struct person ada = person_new("ada"), eve = person_new("eve");
	LIBAPI_AUTO(user_patch) *patch = NULL;
	LIBAPI_AUTO(user_patch) *promote = NULL;
	LIBAPI_AUTO(user_patch) *rename = NULL;
	LIBAPI_AUTO(user) *after = NULL;
	LIBAPI_AUTO(user) *by_admin = NULL;
	LIBAPI_AUTO(user) *other = NULL;
	libapi_user *user = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_patch_set_display_name(patch, "Ada Lovelace"), LIBAPI_OK);
	EXPECT_OK(libapi_user_update(ada.client, "me", patch, NULL, &after, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_user_display_name(after), "Ada Lovelace");
	EXPECT(libapi_user_update(eve.client, ada.id, patch, NULL, &user, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT_OK(libapi_user_update(admin(), ada.id, patch, NULL, &by_admin, &error), error);
	EXPECT(libapi_user_update(admin(), NOBODY, patch, NULL, &user, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(libapi_user_get(ada.client, NOBODY, NULL, &user, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&promote), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_patch_set_is_admin(promote, 1), LIBAPI_OK);
	EXPECT(libapi_user_update(eve.client, "me", promote, NULL, &user, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT_OK(libapi_user_get(admin(), eve.id, NULL, &other, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_user_patch_new(&rename), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_user_patch_set_username(rename, libapi_user_username(other)), LIBAPI_OK);
	EXPECT(libapi_user_update(ada.client, "me", rename, NULL, &user, &error), LIBAPI_E_CONFLICT,
		"username_taken", error);
	person_finish(&ada);
	person_finish(&eve);
}

/* Each loop keeps the keys that it knows, and is told by PostgreSQL that one has ended. */
static int32_t refused_within_a_second(const struct person *person) {
	int32_t code = LIBAPI_OK;

	for (int i = 0; i < 50 && code != LIBAPI_E_UNAUTHENTICATED; i++) {
		LIBAPI_AUTO(user) *user = NULL;

		nanosleep(&(struct timespec){ .tv_nsec = i == 0 ? 0 : 20000000 }, NULL);
		libapi_error_free(error);
		error = NULL;
		code = libapi_user_get(person->client, "me", NULL, &user, &error);
	}
	return code;
}

static void a_user_with_calendars_hands_them_over_first(void) {
	struct person ada = person_new("ada"), heir = person_new("heir");
	LIBAPI_AUTO(user_delete_query) *query = NULL;
	LIBAPI_AUTO(calendar) *inherited = NULL;
	libapi_user *user = NULL;
	char calendar[40];

	calendar_new(ada.client, calendar);
	EXPECT(libapi_user_delete(admin(), ada.id, NULL, NULL, &error), LIBAPI_E_CONFLICT,
		"owns_calendars", error);
	EXPECT(libapi_user_delete(heir.client, ada.id, NULL, NULL, &error), LIBAPI_E_FORBIDDEN,
		"insufficient_scope", error);
	EXPECT(libapi_user_delete(admin(), NOBODY, NULL, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	CU_ASSERT_EQUAL_FATAL(libapi_user_delete_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_delete_query_set_transfer_to(query, heir.id), LIBAPI_OK);
	EXPECT_OK(libapi_user_delete(admin(), ada.id, query, NULL, &error), error);
	EXPECT_OK(libapi_calendar_get(heir.client, calendar, NULL, &inherited, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_owner_user_id(inherited), heir.id);
	EXPECT(libapi_user_get(heir.client, ada.id, NULL, &user, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(refused_within_a_second(&ada), LIBAPI_E_UNAUTHENTICATED, NULL, error);
	person_finish(&ada);
	person_finish(&heir);
}

static void keys_have_scopes_and_an_end(void) {
	struct person ada = person_new("ada"), eve = person_new("eve");
	LIBAPI_AUTO(api_key_draft) *draft = NULL;
	LIBAPI_AUTO(api_key_draft) *too_much = NULL;
	LIBAPI_AUTO(created_api_key) *made = NULL;
	libapi_created_api_key *refused = NULL;
	LIBAPI_AUTO(api_key_page) *page = NULL;
	LIBAPI_AUTO(calendar_draft) *calendar = NULL;
	libapi_api_key_page *none = NULL;
	libapi_calendar *out = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_api_key_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_api_key_draft_set_name(draft, "reader"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_api_key_draft_add_scope(draft, "calendars:read"), LIBAPI_OK);
	EXPECT_OK(libapi_key_create(ada.client, "me", draft, NULL, &made, &error), error);
	EXPECT(libapi_key_create(eve.client, ada.id, draft, NULL, &refused, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_key_create(admin(), NOBODY, draft, NULL, &refused, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	CU_ASSERT_EQUAL_FATAL(libapi_api_key_draft_new(&too_much), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_api_key_draft_set_name(too_much, "mine"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_api_key_draft_add_scope(too_much, "admin"), LIBAPI_OK);
	CU_ASSERT_NOT_EQUAL(
		libapi_key_create(ada.client, "me", too_much, NULL, &refused, &error), LIBAPI_OK);
	libapi_error_free(error);
	error = NULL;

	libapi_client *narrow = client_with_key(libapi_created_api_key_key(made));
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_draft_new(&calendar), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_name(calendar, "No"), LIBAPI_OK);
	EXPECT(libapi_calendar_create(narrow, calendar, NULL, &out, &error), LIBAPI_E_FORBIDDEN,
		"insufficient_scope", error);

	EXPECT_OK(libapi_key_list(ada.client, "me", NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL(libapi_api_key_page_count(page), 2);
	EXPECT(libapi_key_list(eve.client, ada.id, NULL, NULL, &none, &error), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	EXPECT(libapi_key_revoke(eve.client, ada.id, libapi_created_api_key_id(made), NULL, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_key_revoke(ada.client, "me", NOBODY, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT_OK(
		libapi_key_revoke(ada.client, "me", libapi_created_api_key_id(made), NULL, &error),
		error);
	libapi_client_unref(narrow);
	person_finish(&ada);
	person_finish(&eve);
}

static void the_last_admin_key_stays(void) {
	LIBAPI_AUTO(capabilities) *can = NULL;

	EXPECT_OK(libapi_capabilities_get(admin(), NULL, &can, &error), error);
	EXPECT(libapi_key_revoke(admin(), "me",
		       libapi_caller_key_id(libapi_capabilities_caller(can)), NULL, &error),
		LIBAPI_E_CONFLICT, "last_admin_key", error);
	EXPECT(libapi_user_delete(admin(), libapi_caller_user_id(libapi_capabilities_caller(can)),
		       NULL, NULL, &error),
		LIBAPI_E_CONFLICT, NULL, error);
}

static void a_write_sent_again_has_its_effect_once(void) {
	LIBAPI_AUTO(call_options) *once = NULL;
	LIBAPI_AUTO(user_draft) *draft = NULL;
	LIBAPI_AUTO(created_user) *first = NULL;
	LIBAPI_AUTO(created_user) *again = NULL;
	libapi_created_user *other = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&once), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_idempotency_key(once, "make-grace"), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_user_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_user_draft_set_username(draft, "grace"), LIBAPI_OK);
	EXPECT_OK(libapi_user_create(admin(), draft, once, &first, &error), error);
	EXPECT_OK(libapi_user_create(admin(), draft, once, &again, &error), error);
	CU_ASSERT_STRING_EQUAL(
		libapi_created_user_api_key(first), libapi_created_user_api_key(again));
	CU_ASSERT_EQUAL(libapi_user_draft_set_username(draft, "hopper"), LIBAPI_OK);
	EXPECT(libapi_user_create(admin(), draft, once, &other, &error), LIBAPI_E_UNPROCESSABLE,
		"idempotency_key_reused", error);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "tells what it can do", tells_what_it_can_do },
		{ "refuses who has no key", refuses_who_has_no_key },
		{ "makes users with a key that works", makes_users_with_a_key_that_works },
		{ "refuses names that are taken or wrong", refuses_names_that_are_taken_or_wrong },
		{ "lists users page by page", lists_users_page_by_page },
		{ "people change themselves and admins everybody",
			people_change_themselves_and_admins_everybody },
		{ "a user with calendars hands them over first",
			a_user_with_calendars_hands_them_over_first },
		{ "keys have scopes and an end", keys_have_scopes_and_an_end },
		{ "the last admin key stays", the_last_admin_key_stays },
		{ "a write sent again has its effect once",
			a_write_sent_again_has_its_effect_once },
		{ NULL, NULL },
	};
	return run_sentences("people", sentences);
}

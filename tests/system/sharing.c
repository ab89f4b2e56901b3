/* sharing.c: calendar and acl operations through the SDK: success and each error that their rows list. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

static int32_t put_role(libapi_client *client, const char *calendar, const char *user, int32_t role,
	libapi_acl_rule **rule) {
	LIBAPI_AUTO(acl_rule_draft) *draft = NULL;

	if (libapi_acl_rule_draft_new(&draft) != LIBAPI_OK ||
		libapi_acl_rule_draft_set_role(draft, role) != LIBAPI_OK) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_acl_put(client, calendar, user, draft, NULL, rule, &error);
}

static void makes_calendars_that_belong_to_the_caller(void) {
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar) *made = NULL;
	LIBAPI_AUTO(calendar) *again = NULL;
	LIBAPI_AUTO(call_options) *known = NULL;
	libapi_calendar *calendar = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_calendar_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_color(draft, "#3366CC"), LIBAPI_OK);
	EXPECT_FIELD(libapi_calendar_create(admin(), draft, NULL, &calendar, &error),
		LIBAPI_E_INVALID, "/name", error);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_name(draft, "Team"), LIBAPI_OK);
	EXPECT_OK(libapi_calendar_create(admin(), draft, NULL, &made, &error), error);
	CU_ASSERT_EQUAL(libapi_calendar_my_role(made), LIBAPI_CALENDAR_MY_ROLE_OWNER);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_time_zone(made), "UTC");
	EXPECT_OK(libapi_calendar_get(admin(), libapi_calendar_id(made), NULL, &again, &error),
		error);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_color(again), "#3366CC");
	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&known), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_if_none_match(known, "\"1\""), LIBAPI_OK);
	EXPECT(libapi_calendar_get(admin(), libapi_calendar_id(made), known, &calendar, &error),
		LIBAPI_E_NOT_MODIFIED, NULL, error);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_time_zone(draft, "Europe/Atlantis"), LIBAPI_OK);
	EXPECT(libapi_calendar_create(admin(), draft, NULL, &calendar, &error),
		LIBAPI_E_UNPROCESSABLE, "unknown_time_zone", error);
}

static void only_owners_change_and_delete(void) {
	struct person stranger = person_new("stranger"), editor = person_new("editor");
	LIBAPI_AUTO(calendar_patch) *patch = NULL;
	LIBAPI_AUTO(calendar) *after = NULL;
	LIBAPI_AUTO(call_options) *old = if_version(1);
	libapi_calendar *calendar = NULL;
	char id[40];

	calendar_new(admin(), id);
	share(admin(), id, editor.id, LIBAPI_ACL_RULE_ROLE_EDITOR);
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_patch_set_name(patch, "Team Berlin"), LIBAPI_OK);
	EXPECT(libapi_calendar_get(stranger.client, id, NULL, &calendar, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_calendar_update(stranger.client, id, patch, NULL, &calendar, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_calendar_delete(stranger.client, id, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(libapi_calendar_update(editor.client, id, patch, NULL, &calendar, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_calendar_delete(editor.client, id, NULL, &error), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	EXPECT_OK(libapi_calendar_update(admin(), id, patch, old, &after, &error), error);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_name(after), "Team Berlin");
	CU_ASSERT_EQUAL(libapi_calendar_version(after), 2);
	EXPECT(libapi_calendar_update(admin(), id, patch, old, &calendar, &error), LIBAPI_E_STALE,
		"stale", error);
	EXPECT(libapi_calendar_delete(admin(), id, old, &error), LIBAPI_E_STALE, "stale", error);
	CU_ASSERT_EQUAL(libapi_calendar_patch_set_time_zone(patch, "Europe/Atlantis"), LIBAPI_OK);
	EXPECT(libapi_calendar_update(admin(), id, patch, NULL, &calendar, &error),
		LIBAPI_E_UNPROCESSABLE, "unknown_time_zone", error);
	EXPECT_OK(libapi_calendar_delete(admin(), id, NULL, &error), error);
	EXPECT(libapi_calendar_get(admin(), id, NULL, &calendar, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(libapi_calendar_get(editor.client, id, NULL, &calendar, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	person_finish(&stranger);
	person_finish(&editor);
}

static void lists_those_with_a_role(void) {
	struct person ada = person_new("ada"), eve = person_new("eve");
	LIBAPI_AUTO(calendar_list_query) *query = NULL;
	LIBAPI_AUTO(calendar_page) *mine = NULL;
	LIBAPI_AUTO(calendar_page) *edited = NULL;
	libapi_calendar_pager *pager = NULL;
	libapi_calendar *calendar = NULL;
	char own[40], shared[40];
	int seen = 0;

	calendar_new(ada.client, own);
	calendar_new(eve.client, shared);
	share(eve.client, shared, ada.id, LIBAPI_ACL_RULE_ROLE_READER);
	EXPECT_OK(libapi_calendar_list(ada.client, NULL, NULL, &mine, &error), error);
	CU_ASSERT_EQUAL(libapi_calendar_page_count(mine), 2);
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_list_query_set_role_min(
				query, LIBAPI_CALENDAR_LIST_ROLE_MIN_EDITOR),
		LIBAPI_OK);
	EXPECT_OK(libapi_calendar_list(ada.client, query, NULL, &edited, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_calendar_page_count(edited), 1);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_id(libapi_calendar_page_at(edited, 0)), own);
	CU_ASSERT_EQUAL(libapi_calendar_list_query_unset_role_min(query), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_list_query_set_limit(query, 1), LIBAPI_OK);
	EXPECT_OK(libapi_calendar_pager_new(ada.client, query, NULL, &pager, &error), error);
	while (libapi_calendar_pager_next(pager, &calendar, &error) == 1) {
		seen++;
		libapi_calendar_unref(calendar);
	}
	CU_ASSERT_EQUAL(seen, 2);
	libapi_calendar_pager_free(pager);
	person_finish(&ada);
	person_finish(&eve);
}

static void shares_by_role_and_takes_it_back(void) {
	struct person reader = person_new("reader"), stranger = person_new("stranger");
	LIBAPI_AUTO(acl_rule) *rule = NULL;
	LIBAPI_AUTO(acl_rule_page) *all = NULL;
	LIBAPI_AUTO(acl_rule_page) *own = NULL;
	libapi_acl_rule_page *page = NULL;
	libapi_acl_rule *refused = NULL;
	LIBAPI_AUTO(calendar) *seen = NULL;
	libapi_calendar *calendar = NULL;
	char id[40];

	calendar_new(admin(), id);
	EXPECT_OK(put_role(admin(), id, reader.id, LIBAPI_ACL_RULE_ROLE_READER, &rule), error);
	CU_ASSERT_EQUAL(libapi_acl_rule_role(rule), LIBAPI_ACL_RULE_ROLE_READER);
	EXPECT_OK(libapi_calendar_get(reader.client, id, NULL, &seen, &error), error);
	CU_ASSERT_EQUAL(libapi_calendar_my_role(seen), LIBAPI_CALENDAR_MY_ROLE_READER);
	EXPECT_OK(libapi_acl_list(admin(), id, NULL, NULL, &all, &error), error);
	CU_ASSERT_EQUAL(libapi_acl_rule_page_count(all), 2);
	EXPECT_OK(libapi_acl_list(reader.client, id, NULL, NULL, &own, &error), error);
	CU_ASSERT_EQUAL(libapi_acl_rule_page_count(own), 1);
	EXPECT(libapi_acl_list(stranger.client, id, NULL, NULL, &page, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT(put_role(reader.client, id, stranger.id, LIBAPI_ACL_RULE_ROLE_READER, &refused),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(put_role(stranger.client, id, stranger.id, LIBAPI_ACL_RULE_ROLE_READER, &refused),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(put_role(admin(), id, NOBODY, LIBAPI_ACL_RULE_ROLE_READER, &refused),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT(libapi_acl_delete(stranger.client, id, reader.id, NULL, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT_OK(libapi_acl_delete(reader.client, id, "me", NULL, &error), error);
	EXPECT(libapi_calendar_get(reader.client, id, NULL, &calendar, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	person_finish(&reader);
	person_finish(&stranger);
}

static void hands_over_but_never_without_an_owner(void) {
	struct person ada = person_new("ada"), heir = person_new("heir");
	LIBAPI_AUTO(acl_rule) *rule = NULL;
	LIBAPI_AUTO(calendar) *seen = NULL;
	libapi_acl_rule *refused = NULL;
	char id[40];

	calendar_new(ada.client, id);
	EXPECT(libapi_acl_delete(ada.client, id, "me", NULL, &error), LIBAPI_E_CONFLICT,
		"owner_required", error);
	EXPECT(put_role(ada.client, id, ada.id, LIBAPI_ACL_RULE_ROLE_READER, &refused),
		LIBAPI_E_CONFLICT, "owner_required", error);
	EXPECT_OK(put_role(ada.client, id, heir.id, LIBAPI_ACL_RULE_ROLE_OWNER, &rule), error);
	EXPECT_OK(libapi_calendar_get(ada.client, id, NULL, &seen, &error), error);
	CU_ASSERT_EQUAL(libapi_calendar_my_role(seen), LIBAPI_CALENDAR_MY_ROLE_EDITOR);
	CU_ASSERT_STRING_EQUAL(libapi_calendar_owner_user_id(seen), heir.id);
	EXPECT(libapi_acl_delete(ada.client, id, heir.id, NULL, &error), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	person_finish(&ada);
	person_finish(&heir);
}

static void public_calendars_are_open_as_far_as_they_say(void) {
	struct person guest = person_new("guest");
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar) *open = NULL;
	LIBAPI_AUTO(event_draft) *event = event_draft("Mine");
	LIBAPI_AUTO(event) *made = NULL;
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(event) *changed = NULL;
	libapi_event *refused = NULL;
	char theirs[40];

	CU_ASSERT_EQUAL_FATAL(libapi_calendar_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_name(draft, "Board"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_calendar_draft_set_public_write(draft, 1), LIBAPI_OK);
	EXPECT_OK(libapi_calendar_create(admin(), draft, NULL, &open, &error), error);
	const char *id = libapi_calendar_id(open);
	event_new(admin(), id, "Theirs", theirs);
	EXPECT_OK(libapi_event_create(guest.client, id, event, NULL, &made, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_event_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_event_patch_set_title(patch, "Changed"), LIBAPI_OK);
	EXPECT_OK(libapi_event_update(guest.client, id, libapi_event_id(made), patch, NULL, NULL,
			  &changed, &error),
		error);
	EXPECT(libapi_event_update(guest.client, id, theirs, patch, NULL, NULL, &refused, &error),
		LIBAPI_E_FORBIDDEN, "forbidden", error);
	EXPECT(libapi_event_delete(guest.client, id, theirs, NULL, &error), LIBAPI_E_FORBIDDEN,
		"forbidden", error);
	EXPECT_OK(
		libapi_event_delete(guest.client, id, libapi_event_id(made), NULL, &error), error);
	person_finish(&guest);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "makes calendars that belong to the caller",
			makes_calendars_that_belong_to_the_caller },
		{ "only owners change and delete", only_owners_change_and_delete },
		{ "lists those with a role", lists_those_with_a_role },
		{ "shares by role and takes it back", shares_by_role_and_takes_it_back },
		{ "hands over but never without an owner", hands_over_but_never_without_an_owner },
		{ "public calendars are open as far as they say",
			public_calendars_are_open_as_far_as_they_say },
		{ NULL, NULL },
	};
	return run_sentences("sharing", sentences);
}

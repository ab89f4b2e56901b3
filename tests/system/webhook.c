/* webhook.c: webhook operations through the SDK: success and each error that their rows list. Nothing listens at the URL
 * that is used here; tests/system/webhooks.py has receivers. */
#include "tests/system/sdk.h"

#define NOTHING_LISTENS "http://127.0.0.1:9/hook"

static libapi_error *error;

static libapi_webhook_draft *draft_for(const char *url) {
	libapi_webhook_draft *draft = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_webhook_draft_new(&draft), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_webhook_draft_set_url(draft, url), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_webhook_draft_add_type(draft, "event.created"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_webhook_draft_add_type(draft, "calendar.*"), LIBAPI_OK);
	return draft;
}

static libapi_webhook_with_secret *made_by(libapi_client *client) {
	LIBAPI_AUTO(webhook_draft) *draft = draft_for(NOTHING_LISTENS);
	libapi_webhook_with_secret *made = NULL;

	EXPECT_OK(libapi_webhook_create(client, draft, NULL, &made, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(made);
	return made;
}

static void shows_the_secret_once_and_how_the_ping_went(void) {
	struct person ada = person_new("hooked");
	LIBAPI_AUTO(webhook_with_secret) *made = made_by(ada.client);
	const libapi_ping *ping = libapi_webhook_with_secret_ping(made);
	LIBAPI_AUTO(webhook_page) *page = NULL;

	CU_ASSERT_EQUAL(strncmp(libapi_webhook_with_secret_secret(made), "whk_", 4), 0);
	CU_ASSERT_PTR_NOT_NULL_FATAL(ping);
	CU_ASSERT_EQUAL(libapi_ping_delivered(ping), 0);
	CU_ASSERT_EQUAL(libapi_ping_has_status_code(ping), 0);
	CU_ASSERT_PTR_NOT_NULL(libapi_ping_error(ping));
	EXPECT_OK(libapi_webhook_list(ada.client, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_webhook_page_count(page), 1);
	const libapi_webhook *listed = libapi_webhook_page_at(page, 0);
	CU_ASSERT_STRING_EQUAL(libapi_webhook_url(listed), NOTHING_LISTENS);
	CU_ASSERT_EQUAL(libapi_webhook_enabled(listed), 1);
	CU_ASSERT_EQUAL(libapi_webhook_type_count(listed), 2);
	CU_ASSERT_EQUAL(libapi_webhook_calendar_id_count(listed), 0);
	person_finish(&ada);
}

static void refuses_urls_and_calendars_that_may_not_be(void) {
	struct person ada = person_new("hooked");
	LIBAPI_AUTO(webhook_draft) *private = draft_for("https://10.0.0.1/");
	LIBAPI_AUTO(webhook_draft) *empty = NULL;
	LIBAPI_AUTO(webhook_draft) *foreign = draft_for(NOTHING_LISTENS);
	libapi_webhook_with_secret *made = NULL;

	EXPECT_FIELD(libapi_webhook_create(ada.client, private, NULL, &made, &error),
		LIBAPI_E_UNPROCESSABLE, "/url", error);
	CU_ASSERT_EQUAL_FATAL(libapi_webhook_draft_new(&empty), LIBAPI_OK);
	EXPECT_FIELD(libapi_webhook_create(ada.client, empty, NULL, &made, &error),
		LIBAPI_E_INVALID, "/types", error);
	CU_ASSERT_EQUAL(libapi_webhook_draft_add_calendar_id(foreign, NOBODY), LIBAPI_OK);
	EXPECT_FIELD(libapi_webhook_create(ada.client, foreign, NULL, &made, &error),
		LIBAPI_E_UNPROCESSABLE, "/calendar_ids/0", error);
	person_finish(&ada);
}

static void takes_fifty_and_no_more(void) {
	struct person ada = person_new("hooked");
	LIBAPI_AUTO(webhook_draft) *draft = draft_for(NOTHING_LISTENS);
	libapi_webhook_with_secret *made = NULL;

	for (int i = 0; i < 50; i++) {
		libapi_webhook_with_secret_unref(made_by(ada.client));
	}
	EXPECT(libapi_webhook_create(ada.client, draft, NULL, &made, &error),
		LIBAPI_E_UNPROCESSABLE, "too_many_webhooks", error);
	person_finish(&ada);
}

static void changes_and_turns_the_secret_over(void) {
	struct person ada = person_new("hooked"), eve = person_new("hooked");
	LIBAPI_AUTO(webhook_with_secret) *made = made_by(ada.client);
	const char *id = libapi_webhook_with_secret_id(made);
	LIBAPI_AUTO(webhook_patch) *patch = NULL;
	LIBAPI_AUTO(webhook_with_secret) *changed = NULL;
	LIBAPI_AUTO(webhook_with_secret) *turned = NULL;
	libapi_webhook_with_secret *none = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_webhook_patch_new(&patch), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_webhook_patch_set_enabled(patch, 0), LIBAPI_OK);
	EXPECT(libapi_webhook_update(eve.client, id, patch, NULL, &none, &error),
		LIBAPI_E_NOT_FOUND, "not_found", error);
	EXPECT_OK(libapi_webhook_update(ada.client, id, patch, NULL, &changed, &error), error);
	CU_ASSERT_EQUAL(libapi_webhook_with_secret_enabled(changed), 0);
	CU_ASSERT_PTR_NULL(libapi_webhook_with_secret_secret(changed));
	CU_ASSERT_PTR_NULL(libapi_webhook_with_secret_old_secret_until(changed));
	CU_ASSERT_EQUAL(libapi_webhook_patch_set_rotate_secret(patch, 1), LIBAPI_OK);
	EXPECT_OK(libapi_webhook_update(ada.client, id, patch, NULL, &turned, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(libapi_webhook_with_secret_secret(turned));
	CU_ASSERT_STRING_NOT_EQUAL(
		libapi_webhook_with_secret_secret(turned), libapi_webhook_with_secret_secret(made));
	CU_ASSERT_PTR_NOT_NULL(libapi_webhook_with_secret_old_secret_until(turned));
	CU_ASSERT_EQUAL(libapi_webhook_patch_set_url(patch, "https://192.168.0.1/"), LIBAPI_OK);
	EXPECT_FIELD(libapi_webhook_update(ada.client, id, patch, NULL, &none, &error),
		LIBAPI_E_UNPROCESSABLE, "/url", error);
	person_finish(&eve);
	person_finish(&ada);
}

static void lists_what_is_to_be_delivered(void) {
	struct person ada = person_new("hooked"), eve = person_new("hooked");
	LIBAPI_AUTO(webhook_with_secret) *made = made_by(ada.client);
	const char *id = libapi_webhook_with_secret_id(made);
	LIBAPI_AUTO(delivery_list_query) *query = NULL;
	LIBAPI_AUTO(delivery_page) *page = NULL;
	LIBAPI_AUTO(delivery_page) *none = NULL;
	char calendar[40];

	calendar_new(ada.client, calendar);
	EXPECT(libapi_delivery_list(eve.client, id, NULL, NULL, &page, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	EXPECT_OK(libapi_delivery_list(ada.client, id, NULL, NULL, &page, &error), error);
	CU_ASSERT_EQUAL_FATAL(libapi_delivery_page_count(page), 1);
	const libapi_delivery *delivery = libapi_delivery_page_at(page, 0);
	CU_ASSERT_STRING_EQUAL(libapi_delivery_type(delivery), "calendar.created");
	CU_ASSERT_STRING_EQUAL(libapi_delivery_object_id(delivery), calendar);
	CU_ASSERT_EQUAL(libapi_delivery_status(delivery), LIBAPI_DELIVERY_STATUS_PENDING);
	CU_ASSERT_EQUAL_FATAL(libapi_delivery_list_query_new(&query), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_delivery_list_query_set_status(query, LIBAPI_DELIVERY_STATUS_DELIVERED),
		LIBAPI_OK);
	EXPECT_OK(libapi_delivery_list(ada.client, id, query, NULL, &none, &error), error);
	CU_ASSERT_EQUAL(libapi_delivery_page_count(none), 0);
	person_finish(&eve);
	person_finish(&ada);
}

static void deletes_with_all_that_waits(void) {
	struct person ada = person_new("hooked"), eve = person_new("hooked");
	LIBAPI_AUTO(webhook_with_secret) *made = made_by(ada.client);
	const char *id = libapi_webhook_with_secret_id(made);
	libapi_delivery_page *page = NULL;

	EXPECT(libapi_webhook_delete(eve.client, id, NULL, &error), LIBAPI_E_NOT_FOUND, "not_found",
		error);
	EXPECT_OK(libapi_webhook_delete(ada.client, id, NULL, &error), error);
	EXPECT(libapi_delivery_list(ada.client, id, NULL, NULL, &page, &error), LIBAPI_E_NOT_FOUND,
		"not_found", error);
	person_finish(&eve);
	person_finish(&ada);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "shows the secret once and how the ping went",
			shows_the_secret_once_and_how_the_ping_went },
		{ "refuses URLs and calendars that may not be",
			refuses_urls_and_calendars_that_may_not_be },
		{ "takes fifty and no more", takes_fifty_and_no_more },
		{ "changes and turns the secret over", changes_and_turns_the_secret_over },
		{ "lists what is to be delivered", lists_what_is_to_be_delivered },
		{ "deletes with all that waits", deletes_with_all_that_waits },
		{ NULL, NULL },
	};
	return run_sentences("webhooks", sentences);
}

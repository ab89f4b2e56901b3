/* sdk.c: see sdk.h. */
#include "tests/system/sdk.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <unistd.h>

static void give_up(const char *what, libapi_error *error) {
	fprintf(stderr, "%s\n%s\n", what, libapi_error_text(error));
	exit(1);
}

libapi_client *admin(void) {
	static libapi_client *client;
	libapi_error *error = NULL;

	if (client == NULL && libapi_client_open(NULL, &client, &error) != LIBAPI_OK) {
		give_up("no client", error);
	}
	return client;
}

libapi_client *client_with_key(const char *key) {
	LIBAPI_AUTO(config) *config = NULL;
	libapi_client *client = NULL;
	libapi_error *error = NULL;

	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, getenv("LIBAPI_URL")) != LIBAPI_OK ||
		libapi_config_set_key(config, key) != LIBAPI_OK ||
		libapi_client_new(config, &client, &error) != LIBAPI_OK) {
		give_up("no client with that key", error);
	}
	return client;
}

struct person person_new(const char *name) {
	static int count;
	LIBAPI_AUTO(user_draft) *draft = NULL;
	LIBAPI_AUTO(created_user) *user = NULL;
	libapi_error *error = NULL;
	struct person person = { 0 };
	char username[64];

	snprintf(username, sizeof username, "%s-%d-%d", name, (int)getpid(), count++);
	if (libapi_user_draft_new(&draft) != LIBAPI_OK ||
		libapi_user_draft_set_username(draft, username) != LIBAPI_OK ||
		libapi_user_create(admin(), draft, NULL, &user, &error) != LIBAPI_OK) {
		give_up("no user", error);
	}
	snprintf(person.id, sizeof person.id, "%s", libapi_created_user_id(user));
	snprintf(person.key, sizeof person.key, "%s", libapi_created_user_api_key(user));
	person.client = client_with_key(person.key);
	return person;
}

void person_finish(struct person *person) {
	libapi_client_unref(person->client);
	person->client = NULL;
}

void calendar_new(libapi_client *client, char id[40]) {
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	libapi_error *error = NULL;

	if (libapi_calendar_draft_new(&draft) != LIBAPI_OK ||
		libapi_calendar_draft_set_name(draft, "Team") != LIBAPI_OK ||
		libapi_calendar_draft_set_time_zone(draft, "Europe/Berlin") != LIBAPI_OK ||
		libapi_calendar_create(client, draft, NULL, &calendar, &error) != LIBAPI_OK) {
		give_up("no calendar", error);
	}
	snprintf(id, 40, "%s", libapi_calendar_id(calendar));
}

void event_of(const char *calendar, const char *json, char id[40]) {
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	libapi_error *error = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_event_draft_from_json(json, strlen(json), &draft, &error), LIBAPI_OK);
	EXPECT_OK(libapi_event_create(admin(), calendar, draft, NULL, &event, &error), error);
	CU_ASSERT_PTR_NOT_NULL_FATAL(event);
	snprintf(id, 40, "%s", libapi_event_id(event));
}

libapi_event_draft *event_draft(const char *title) {
	libapi_event_draft *draft = NULL;

	if (libapi_event_draft_new(&draft) != LIBAPI_OK ||
		libapi_event_draft_set_title(draft, title) != LIBAPI_OK ||
		libapi_event_draft_set_start_time(draft, "2026-12-01T10:00:00") != LIBAPI_OK ||
		libapi_event_draft_set_end_time(draft, "2026-12-01T10:15:00") != LIBAPI_OK) {
		give_up("no draft", NULL);
	}
	return draft;
}

void event_new(libapi_client *client, const char *calendar, const char *title, char id[40]) {
	LIBAPI_AUTO(event_draft) *draft = event_draft(title);
	LIBAPI_AUTO(event) *event = NULL;
	libapi_error *error = NULL;

	if (libapi_event_create(client, calendar, draft, NULL, &event, &error) != LIBAPI_OK) {
		give_up("no event", error);
	}
	snprintf(id, 40, "%s", libapi_event_id(event));
}

void share(libapi_client *owner, const char *calendar, const char *user, int32_t role) {
	LIBAPI_AUTO(acl_rule_draft) *draft = NULL;
	LIBAPI_AUTO(acl_rule) *rule = NULL;
	libapi_error *error = NULL;

	if (libapi_acl_rule_draft_new(&draft) != LIBAPI_OK ||
		libapi_acl_rule_draft_set_role(draft, role) != LIBAPI_OK ||
		libapi_acl_put(owner, calendar, user, draft, NULL, &rule, &error) != LIBAPI_OK) {
		give_up("not shared", error);
	}
}

libapi_call_options *if_version(int64_t version) {
	libapi_call_options *options = NULL;

	if (libapi_call_options_new(&options) != LIBAPI_OK ||
		libapi_call_options_set_if_match_version(options, version) != LIBAPI_OK) {
		give_up("no options", NULL);
	}
	return options;
}

static void fault(const char *file, int line, const char *what, libapi_error *error) {
	char text[2048];

	snprintf(text, sizeof text, "%s: %s", what, error != NULL ? libapi_error_text(error) : "");
	fprintf(stderr, "%s:%d: %s\n", file, line, text);
	CU_assertImplementation(CU_FALSE, (unsigned)line, what, file, "", CU_FALSE);
}

void expect(int32_t code, int32_t due, const char *problem, libapi_error **error, const char *file,
	int line) {
	const char *got = libapi_error_problem(*error);
	char what[256];

	CU_assertImplementation(CU_TRUE, (unsigned)line, "expect", file, "", CU_FALSE);
	if (code != due || (problem != NULL && (got == NULL || strcmp(got, problem) != 0))) {
		snprintf(what, sizeof what, "due %s %s, got %s %s", libapi_error_name(due),
			problem ? problem : "", libapi_error_name(code), got ? got : "");
		fault(file, line, what, *error);
	}
	if (due != LIBAPI_OK && *error != NULL && libapi_error_http_status(*error) != 0 &&
		libapi_error_request_id(*error) == NULL) {
		fault(file, line, "an answer without a request id", *error);
	}
	libapi_error_free(*error);
	*error = NULL;
}

void expect_field(int32_t code, int32_t due, const char *pointer, libapi_error **error,
	const char *file, int line) {
	bool named = false;
	char what[256];

	for (size_t i = 0; i < libapi_error_field_count(*error); i++) {
		named = named || strcmp(libapi_error_field_pointer(*error, i), pointer) == 0;
	}
	if (!named) {
		snprintf(what, sizeof what, "due %s at %s, got %s", libapi_error_name(due), pointer,
			libapi_error_name(code));
		fault(file, line, what, *error);
	}
	expect(code, due, NULL, error, file, line);
}

int run_sentences(const char *suite, const struct sentence *sentences) {
	CU_pSuite made;
	unsigned failed;

	if (CU_initialize_registry() != CUE_SUCCESS ||
		(made = CU_add_suite(suite, NULL, NULL)) == NULL) {
		return 1;
	}
	for (const struct sentence *each = sentences; each->text != NULL; each++) {
		CU_add_test(made, each->text, each->test);
	}
	CU_basic_set_mode(CU_BRM_VERBOSE);
	CU_basic_run_tests();
	failed = CU_get_number_of_failures() + (CU_get_number_of_tests_run() == 0);
	libapi_client_unref(admin());
	CU_cleanup_registry();
	return failed == 0 ? 0 : 1;
}

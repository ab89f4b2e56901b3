/* build_test.c: from flags to the body that libapi would send, and the answers in tables. */
#include <stdio.h>

#include "cli/build.h"
#include "cli/code.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/value.h"
#include "cli/width.h"
#include "given.h"
#include "tests/unit/suite.h"

/* The body of a command line as JSON of the typed builder; owned by libapi. NULL: refused. */
static char *body_of(char **argv, const char *json, char *(*to_json)(const void *)) {
	struct args args;
	char problem[512] = "";
	libapi_error *error = NULL;
	void *body = NULL;
	char *text = NULL;

	if (!args_read(&args, 1, argv)) {
		fprintf(stderr, "\n    %s", args.problem);
	} else if (build(&args, args.command->body, json, json != NULL ? strlen(json) : 0, &body,
			   problem, sizeof(problem), &error) == LIBAPI_OK) {
		text = to_json(body);
		args.command->body->release(body);
	}
	libapi_error_free(error);
	args_finish(&args);
	return text;
}

static char *draft_json(const void *draft) {
	return libapi_event_draft_to_json(draft);
}

static char *patch_json(const void *patch) {
	return libapi_event_patch_to_json(patch);
}

#define DRAFT(json, ...)                                                                           \
	body_of((char *[]){ "calctl", "event", "create", "C1", __VA_ARGS__, NULL }, json,          \
		draft_json)
#define PATCH(...)                                                                                 \
	body_of((char *[]){ "calctl", "event", "update", "C1", "E1", __VA_ARGS__, NULL }, NULL,    \
		patch_json)

static bool is(char *text, const char *expected) {
	bool same = text != NULL && strcmp(text, expected) == 0;

	if (!same) {
		fprintf(stderr, "\n    got %s", text != NULL ? text : "nothing");
	}
	libapi_string_free(text);
	return same;
}

static void sets_every_kind_of_flag(void) {
	CU_ASSERT_TRUE(is(
		DRAFT(NULL, "--title", "A", "--floating", "--status", "tentative", "--category",
			"a", "--category", "b", "--metadata", "k=v=w", "--no-location"),
		"{\"title\":\"A\",\"location\":null,\"floating\":true,\"status\":\"tentative\","
		"\"categories\":[\"a\",\"b\"],\"metadata\":{\"k\":\"v=w\"}}"));
}

static void reads_objects_whose_values_have_commas(void) {
	CU_ASSERT_TRUE(is(
		DRAFT(NULL, "--recurrence", "rrule=FREQ=WEEKLY;BYDAY=MO,TU,exdate=20260101T000000"),
		"{\"recurrence\":{\"rrule\":\"FREQ=WEEKLY;BYDAY=MO,TU\",\"exdates\":["
		"\"20260101T000000\"]}}"));
	CU_ASSERT_TRUE(is(DRAFT(NULL, "--attendee", "email=a@b.c,name=Smith, J", "--attendee",
				  "{\"email\":\"d@e.f\"}"),
		"{\"attendees\":[{\"email\":\"a@b.c\",\"name\":\"Smith, "
		"J\"},{\"email\":\"d@e.f\"}]}"));
}

static void refuses_unknown_members_of_objects(void) {
	CU_ASSERT_PTR_NULL(DRAFT(NULL, "--attendee", "mail=a@b.c"));
	CU_ASSERT_PTR_NULL(DRAFT(NULL, "--attendee", "email=a@b.c,role=boss"));
	CU_ASSERT_PTR_NULL(DRAFT(NULL, "--attendee", "{\"email\":"));
	CU_ASSERT_PTR_NULL(DRAFT(NULL, "--attendee", "Ada"));
}

static void sets_flags_on_top_of_a_body(void) {
	CU_ASSERT_TRUE(is(DRAFT("{\"title\":\"A\",\"categories\":[\"x\"]}", "--category", "y",
				  "--category", "z", "--location", "L"),
		"{\"title\":\"A\",\"location\":\"L\",\"categories\":[\"y\",\"z\"]}"));
	CU_ASSERT_PTR_NULL(DRAFT("{\"title\":", "--location", "L"));
	CU_ASSERT_PTR_NULL(DRAFT("{\"titel\":\"A\"}", "--location", "L"));
}

static void tells_null_from_empty_in_patches(void) {
	CU_ASSERT_TRUE(is(
		PATCH("--no-location", "--no-category", "--metadata", "gone", "--metadata", "k="),
		"{\"location\":null,\"categories\":[],\"metadata\":{\"gone\":null,\"k\":\"\"}}"));
}

static void gives_every_family_its_exit_status(void) {
	CU_ASSERT_EQUAL(exit_of(LIBAPI_OK), 0);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_INVALID), 1);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_TIMEOUT), 3);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_MALFORMED), 4);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_UNPROCESSABLE), 5);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_GONE), 6);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_STALE), 7);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_RATE_LIMITED), 8);
	CU_ASSERT_EQUAL(exit_of(LIBAPI_E_UNAVAILABLE), 8);
}

static void shows_pages_as_tables_and_as_json(void) {
	const char *page =
		"{\"items\":[{\"id\":\"1\",\"start_date\":\"2026-11-24\",\"title\":\"A\\u001bB\"}],"
		"\"next_cursor\":\"abc\"}";
	static const char *const forms[][2] = {
		{ "table", "ID  START       TITLE  END  STATUS\n1   2026-11-24  A\xEF\xBF\xBD"
			   "B    -    -\n" },
		{ "json", "[{\"id\":\"1\",\"start_date\":\"2026-11-24\",\"title\":\"A\\u001bB\"}]"
			  "\n" },
		{ "jsonl",
			"{\"id\":\"1\",\"start_date\":\"2026-11-24\",\"title\":\"A\\u001bB\"}\n" },
	};
	for (size_t i = 0; i < 3; i++) {
		struct output output;
		char *text = NULL, *cursor = NULL;
		WRITTEN(text, {
			output_init(&output, out, forms[i][0], command_find("event", "list"));
			output_begin(&output);
			CU_ASSERT_TRUE(output_page(&output, page, &cursor));
			output_end(&output);
			output_finish(&output);
		});
		CU_ASSERT_STRING_EQUAL(text, forms[i][1]);
		CU_ASSERT_STRING_EQUAL(cursor, "abc");
		free(cursor);
		free(text);
	}
}

static void refuses_pages_that_are_none(void) {
	static const char *const broken[] = { "", "[]", "{\"items\":{}}", "{\"items\":[1]}", "{}" };
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		struct output output;
		char *text = NULL, *cursor = NULL;
		WRITTEN(text, {
			output_init(&output, out, NULL, command_find("event", "list"));
			CU_ASSERT_FALSE(output_page(&output, broken[i], &cursor));
			output_finish(&output);
		});
		free(text);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "sets every kind of flag", sets_every_kind_of_flag },
		{ "reads objects whose values have commas",
			reads_objects_whose_values_have_commas },
		{ "refuses unknown members of objects", refuses_unknown_members_of_objects },
		{ "sets flags on top of a body", sets_flags_on_top_of_a_body },
		{ "tells null from empty in patches", tells_null_from_empty_in_patches },
		{ "gives every family its exit status", gives_every_family_its_exit_status },
		{ "shows pages as tables and as JSON", shows_pages_as_tables_and_as_json },
		{ "refuses pages that are none", refuses_pages_that_are_none },
		CU_TEST_INFO_NULL,
	};
	width_init();
	return run_suite("build", tests);
}

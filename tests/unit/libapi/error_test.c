/* error_test.c: codes, families, and the words that teach. */
#include "libapi/error.h"
#include "libapi/error_name.h"
#include "tests/unit/suite.h"

#include <stdio.h>
#include <stdlib.h>

static const struct operation create_event = { .id = "createEvent", .sdk = "event_create" };

static libapi_error *server_error(int32_t status, const char *body) {
	libapi_error *error =
		libapi__error_new(libapi__code_of_status(status), &create_event, NULL);

	error->http_status = status;
	if (!libapi__problem_read(error, body, strlen(body))) {
		libapi__error_say(error, "no problem document");
	}
	CU_ASSERT_EQUAL(libapi__error_give(error, &error), libapi__code_of_status(status));
	return error;
}

static void writes_the_lines_of_the_manual(void) {
	libapi_error *error = server_error(422,
		"{\"title\":\"Some fields are "
		"invalid\",\"code\":\"invalid_fields\",\"request_id\":\"0193\",\"errors\":["
		"{\"pointer\":\"/end_time\",\"code\":\"not_after\",\"message\":\"10:00 is before "
		"start_time 11:00\"},"
		"{\"pointer\":\"/recurrence/rrule\",\"code\":\"rrule_invalid\","
		"\"message\":\"BYDAY=XX: not a weekday; use MO…SU\"}]}");

	CU_ASSERT_STRING_EQUAL(libapi_error_text(error),
		"createEvent: 422, 2 invalid fields\n"
		"  /end_time          10:00 is before start_time 11:00\n"
		"  /recurrence/rrule  BYDAY=XX: not a weekday; use MO…SU\n"
		"  request 0193       calctl explain event.recurrence.rrule");
	libapi_error_free(error);
}

static void names_the_rule_that_was_broken(void) {
	libapi_error *error = server_error(409, "{\"title\":\"uid exists\",\"detail\":\"Another "
						"event has it.\",\"code\":\"uid_exists\"}");

	CU_ASSERT_STRING_EQUAL(libapi_error_text(error),
		"createEvent: 409 uid_exists: uid exists\n  Another "
		"event has it.\n  calctl explain uid_exists");
	CU_ASSERT_STRING_EQUAL(libapi_error_detail(error), "Another event has it.");
	libapi_error_free(error);
}

static void leaves_list_positions_out_of_what_to_explain(void) {
	libapi_error *error =
		server_error(422, "{\"errors\":[{\"pointer\":\"/attendees/12/"
				  "email\",\"code\":\"format\",\"message\":\"no @\"}]}");

	CU_ASSERT_TRUE(text_has(libapi_error_text(error), ", 1 invalid field\n"));
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "calctl explain event.attendees.email"));
	libapi_error_free(error);
}

static void survives_problem_documents_of_any_shape(void) {
	static const char *const bodies[] = { "", "[]", "null", "{", "{}", "{\"errors\":7}",
		"{\"errors\":[7]}", "{\"errors\":[{}]}", "{\"title\":[],\"code\":{}}",
		"{\"code\":\"\",\"errors\":[null,{\"pointer\":3}]}",
		"{\"detail\":null,\"title\":null,\"errors\":null}" };

	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		libapi_error *error = server_error(500, bodies[i]);
		CU_ASSERT_TRUE(text_has(libapi_error_text(error), "createEvent: 500"));
		libapi_error_free(error);
	}
}

static void sorts_codes_into_families(void) {
	static const struct {
		int32_t code, category;
	} rows[] = {
		{ LIBAPI_E_INVALID, LIBAPI_CATEGORY_LOCAL },
		{ LIBAPI_E_TIMEOUT, LIBAPI_CATEGORY_TRANSPORT },
		{ LIBAPI_E_MALFORMED, LIBAPI_CATEGORY_WIRE },
		{ LIBAPI_E_NOT_MODIFIED, LIBAPI_CATEGORY_SERVER },
		{ LIBAPI_E_UNAVAILABLE, LIBAPI_CATEGORY_SERVER },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		libapi_error *error = libapi__error_new(rows[i].code, NULL, NULL);
		CU_ASSERT_EQUAL(libapi_error_category(error), rows[i].category);
		libapi_error_free(error);
	}
	CU_ASSERT_STRING_EQUAL(libapi_error_name(LIBAPI_E_STALE), "LIBAPI_E_STALE");
	CU_ASSERT_STRING_EQUAL(libapi_error_name(12345), "LIBAPI_E_UNKNOWN");
}

static void takes_unknown_statuses_for_the_first_of_their_class(void) {
	CU_ASSERT_EQUAL(libapi__code_of_status(201), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi__code_of_status(302), LIBAPI_E_MALFORMED);
	CU_ASSERT_EQUAL(libapi__code_of_status(418), LIBAPI_E_BAD_REQUEST);
	CU_ASSERT_EQUAL(libapi__code_of_status(429), LIBAPI_E_RATE_LIMITED);
	CU_ASSERT_EQUAL(libapi__code_of_status(599), LIBAPI_E_INTERNAL);
}

static void works_without_memory_and_without_an_error(void) {
	libapi_error *error = libapi__error_new(LIBAPI_E_MEMORY, NULL, NULL);

	libapi__error_say(error, "cannot be said");
	libapi__error_add_field(error, "/a", "b", "c");
	CU_ASSERT_EQUAL(libapi__error_give(error, &error), LIBAPI_E_MEMORY);
	CU_ASSERT_STRING_EQUAL(libapi_error_text(error), "no memory");
	CU_ASSERT_EQUAL(libapi_error_field_count(error), 0);
	libapi_error_free(error);
	libapi_error_free(NULL);
	/* What a program prints whose chain of calls ended at a setter. */
	CU_ASSERT_TRUE(text_has(libapi_error_text(NULL), "libapi_error_name(code)"));
	CU_ASSERT_EQUAL(libapi_error_code(NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_error_category(NULL), LIBAPI_CATEGORY_UNKNOWN);
	CU_ASSERT_EQUAL(libapi_error_retry_after_ms(NULL), -1);
	CU_ASSERT_PTR_NULL(libapi_error_raw_body(NULL, NULL));
	CU_ASSERT_EQUAL(libapi__fail(NULL, LIBAPI_E_INVALID, "nobody listens"), LIBAPI_E_INVALID);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "writes the lines of the manual", writes_the_lines_of_the_manual },
		{ "names the rule that was broken", names_the_rule_that_was_broken },
		{ "leaves list positions out of what to explain",
			leaves_list_positions_out_of_what_to_explain },
		{ "survives problem documents of any shape",
			survives_problem_documents_of_any_shape },
		{ "sorts codes into families", sorts_codes_into_families },
		{ "takes unknown statuses for the first of their class",
			takes_unknown_statuses_for_the_first_of_their_class },
		{ "works without memory and without an error",
			works_without_memory_and_without_an_error },
		CU_TEST_INFO_NULL,
	};
	return run_suite("error", tests);
}

/* rrule_test.c: rules built part by part, and every part that is wrong named at once. */
#include "api/rrule.h"

#include <stdbool.h>
#include <stdio.h>

#include "api/error.h"
#include "tests/unit/suite.h"

static int text_is(const libapi_rrule *rule, const char *wanted) {
	char *text = NULL;
	int same = libapi_rrule_text(rule, &text, NULL) == LIBAPI_OK && strcmp(text, wanted) == 0;

	libapi_string_free(text);
	return same;
}

static int field_says(const libapi_rrule *rule, const char *part, const char *words) {
	LIBAPI_AUTO(error) *error = NULL;
	char *text = NULL;
	int found = 0;

	CU_ASSERT_EQUAL(libapi_rrule_text(rule, &text, &error), LIBAPI_E_INVALID);
	CU_ASSERT_PTR_NULL(text);
	for (size_t i = 0; i < libapi_error_field_count(error); i++) {
		found |= strcmp(libapi_error_field_pointer(error, i), part) == 0 &&
			 text_has(libapi_error_field_message(error, i), words);
	}
	return found;
}

static void writes_the_least_rule(void) {
	LIBAPI_AUTO(rrule) *rule = NULL;
	CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_DAILY, &rule), LIBAPI_OK);
	CU_ASSERT_TRUE(text_is(rule, "FREQ=DAILY"));
	CU_ASSERT_EQUAL(libapi_rrule_set_interval(rule, 1), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_rrule_set_week_start(rule, LIBAPI_RRULE_MONDAY), LIBAPI_OK);
	CU_ASSERT_TRUE(text_is(rule, "FREQ=DAILY")); /* both say what holds anyway */
}

static void writes_every_part_in_the_canonical_order(void) {
	LIBAPI_AUTO(rrule) *rule = NULL;
	CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_YEARLY, &rule), LIBAPI_OK);
	CU_ASSERT_FALSE(libapi_rrule_set_week_start(rule, LIBAPI_RRULE_SUNDAY) ||
			libapi_rrule_add_set_pos(rule, -1) ||
			libapi_rrule_add_day(rule, LIBAPI_RRULE_FRIDAY, -1) ||
			libapi_rrule_add_day(rule, LIBAPI_RRULE_MONDAY, 0) ||
			libapi_rrule_add_month_day(rule, 15) ||
			libapi_rrule_add_month_day(rule, -1) || libapi_rrule_add_month(rule, 3) ||
			libapi_rrule_set_count(rule, 10) || libapi_rrule_set_interval(rule, 2));
	CU_ASSERT_TRUE(text_is(rule, "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=3;BYMONTHDAY=15,-1;"
				     "BYDAY=-1FR,MO;BYSETPOS=-1;WKST=SU"));
}

static void until_has_the_form_of_the_start(void) {
	static const char *const rows[][2] = {
		{ "2026-12-31", "FREQ=WEEKLY;UNTIL=20261231" },
		{ "2026-12-31T23:59:59", "FREQ=WEEKLY;UNTIL=20261231T235959" },
		{ "2027-01-01T00:30:00+01:00", "FREQ=WEEKLY;UNTIL=20261231T233000Z" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		LIBAPI_AUTO(rrule) *rule = NULL;
		CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_WEEKLY, &rule), LIBAPI_OK);
		CU_ASSERT_EQUAL(libapi_rrule_set_until(rule, rows[i][0]), LIBAPI_OK);
		CHECK_ROW(text_is(rule, rows[i][1]), rows[i][0]);
	}
}

static void names_every_wrong_part_at_once(void) {
	LIBAPI_AUTO(rrule) *rule = NULL;
	CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_WEEKLY, &rule), LIBAPI_OK);
	CU_ASSERT_FALSE(libapi_rrule_set_interval(rule, 1001) || libapi_rrule_set_count(rule, 0) ||
			libapi_rrule_set_until(rule, "2026-02-30") ||
			libapi_rrule_add_month(rule, -1) || libapi_rrule_add_month_day(rule, 0) ||
			libapi_rrule_add_day(rule, LIBAPI_RRULE_MONDAY, 54) ||
			libapi_rrule_add_set_pos(rule, 367));
	CU_ASSERT_TRUE(field_says(rule, "/INTERVAL", "1 to 1000"));
	CU_ASSERT_TRUE(field_says(rule, "/COUNT", "1 to 10000"));
	CU_ASSERT_TRUE(field_says(rule, "/UNTIL", "not beside COUNT"));
	CU_ASSERT_TRUE(field_says(rule, "/UNTIL", "day"));
	CU_ASSERT_TRUE(field_says(rule, "/BYMONTH", "-1: must be 1 to 12"));
	CU_ASSERT_TRUE(field_says(rule, "/BYMONTHDAY", "0: must be 1 to 31"));
	CU_ASSERT_TRUE(field_says(rule, "/BYMONTHDAY", "not with WEEKLY"));
	CU_ASSERT_TRUE(field_says(rule, "/BYDAY", "54: must be 1 to 53"));
	CU_ASSERT_TRUE(field_says(rule, "/BYDAY", "only with MONTHLY or YEARLY"));
	CU_ASSERT_TRUE(field_says(rule, "/BYSETPOS", "1 to 366"));
}

static void a_position_alone_is_of_nothing(void) {
	LIBAPI_AUTO(rrule) *rule = NULL;
	CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_MONTHLY, &rule), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_rrule_add_set_pos(rule, 1), LIBAPI_OK);
	CU_ASSERT_TRUE(field_says(rule, "/BYSETPOS", "only beside BYMONTH"));
}

static void refuses_what_is_no_constant(void) {
	LIBAPI_AUTO(rrule) *rule = NULL;
	CU_ASSERT_EQUAL(libapi_rrule_new(0, &rule), LIBAPI_E_INVALID);
	CU_ASSERT_PTR_NULL(rule);
	CU_ASSERT_EQUAL(libapi_rrule_new(6, &rule), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_rrule_new(1, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL_FATAL(libapi_rrule_new(LIBAPI_RRULE_HOURLY, &rule), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_rrule_add_day(rule, 8, 0), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_rrule_add_day(NULL, 1, 0), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_rrule_set_week_start(rule, 0), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_rrule_set_until(rule, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_rrule_text(NULL, NULL, NULL), LIBAPI_E_INVALID);
	for (int i = 0; i < 64; i++) {
		CU_ASSERT_EQUAL(libapi_rrule_add_month(rule, 1), LIBAPI_OK);
	}
	CU_ASSERT_EQUAL(libapi_rrule_add_month(rule, 1), LIBAPI_E_INVALID);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "writes the least rule", writes_the_least_rule },
		{ "writes every part in the canonical order",
			writes_every_part_in_the_canonical_order },
		{ "until has the form of the start", until_has_the_form_of_the_start },
		{ "names every wrong part at once", names_every_wrong_part_at_once },
		{ "a position alone is of nothing", a_position_alone_is_of_nothing },
		{ "refuses what is no constant", refuses_what_is_no_constant },
		CU_TEST_INFO_NULL,
	};
	return run_suite("rrule", tests);
}

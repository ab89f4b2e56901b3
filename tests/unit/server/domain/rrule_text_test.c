/* rrule_text_test.c: what rules are read, how they are printed, and what the refused are told. */
#include "server/domain/rrule.h"

#include <stdlib.h>

#include "tests/unit/suite.h"

static bool read_rule(const char *text, struct rrule *rule, struct rrule_error *error) {
	/* On the heap, to its size: a reader past the end is seen by the sanitizer. */
	size_t len = strlen(text);
	char *copy = malloc(len == 0 ? 1 : len);

	memcpy(copy, text, len);
	bool read = rrule_parse(copy, len, rule, error);
	free(copy);
	return read;
}

struct row {
	const char *text, *wanted;
};

static void check_printed(const struct row *rows, size_t count) {
	for (size_t i = 0; i < count; i++) {
		struct rrule rule, again;
		struct rrule_error error;
		char text[RRULE_TEXT_MAX + 1] = "";
		CHECK_ROW(read_rule(rows[i].text, &rule, &error), error.text);
		CHECK_ROW(rrule_print(&rule, text) == strlen(rows[i].wanted), rows[i].text);
		CHECK_ROW(strcmp(text, rows[i].wanted) == 0, text);
		CHECK_ROW(
			read_rule(text, &again, &error) && memcmp(&rule, &again, sizeof(rule)) == 0,
			rows[i].text);
	}
}
#define CHECK_PRINTED(rows) check_printed(rows, sizeof(rows) / sizeof(*(rows)))

static void rules_are_printed_in_one_form(void) {
	static const struct row rows[] = {
		{ "FREQ=DAILY", "FREQ=DAILY" },
		{ "freq=weekly;byday=mo,Fr", "FREQ=WEEKLY;BYDAY=MO,FR" },
		{ "WKST=SU;BYDAY=SU,MO,SU;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU" },
		{ "FREQ=WEEKLY;INTERVAL=1;WKST=MO", "FREQ=WEEKLY" },
		{ "FREQ=MONTHLY;BYMONTHDAY=-1,15,+01,-02", "FREQ=MONTHLY;BYMONTHDAY=1,15,-2,-1" },
		{ "FREQ=MONTHLY;BYDAY=-1FR,+2TU,WE,1FR", "FREQ=MONTHLY;BYDAY=WE,1FR,2TU,-1FR" },
		{ "FREQ=DAILY;COUNT=0010;INTERVAL=02", "FREQ=DAILY;INTERVAL=2;COUNT=10" },
		{ "FREQ=DAILY;UNTIL=19971224", "FREQ=DAILY;UNTIL=19971224" },
		{ "FREQ=DAILY;UNTIL=19971224T090000", "FREQ=DAILY;UNTIL=19971224T090000" },
		{ "FREQ=DAILY;UNTIL=19971224t090000z", "FREQ=DAILY;UNTIL=19971224T090000Z" },
		{ "FREQ=HOURLY;BYMINUTE=59,0;BYHOUR=23,0",
			"FREQ=HOURLY;BYHOUR=0,23;BYMINUTE=0,59" },
		{ "FREQ=YEARLY;BYSETPOS=366,-366;BYYEARDAY=-366,366;BYWEEKNO=-53,53;BYMONTH=12,1",
			"FREQ=YEARLY;BYMONTH=1,12;BYWEEKNO=53,-53;BYYEARDAY=366,-366;"
			"BYSETPOS=366,-366" },
	};

	CHECK_PRINTED(rows);
}

static void the_bounds_themselves_are_read(void) {
	static const struct row rows[] = {
		{ "FREQ=DAILY;INTERVAL=1000;COUNT=10000", "FREQ=DAILY;INTERVAL=1000;COUNT=10000" },
		{ "FREQ=DAILY;UNTIL=19000101", "FREQ=DAILY;UNTIL=19000101" },
		{ "FREQ=DAILY;UNTIL=22001231T235959Z", "FREQ=DAILY;UNTIL=22001231T235959Z" },
		{ "FREQ=YEARLY;BYDAY=53MO,-53SU", "FREQ=YEARLY;BYDAY=53MO,-53SU" },
		{ "FREQ=HOURLY;BYYEARDAY=1", "FREQ=HOURLY;BYYEARDAY=1" },
		{ "FREQ=DAILY;BYHOUR=9;BYSETPOS=1", "FREQ=DAILY;BYHOUR=9;BYSETPOS=1" },
	};

	CHECK_PRINTED(rows);
}

static void the_longest_rule_is_printed_whole(void) {
	struct rrule rule;
	struct rrule_error error;
	/* Six bytes of one day, then 490 in days of four: 512 with nothing to spare. */
	char text[RRULE_TEXT_MAX + 8] = "FREQ=YEARLY;BYYEARDAY=", out[RRULE_TEXT_MAX + 1];
	size_t len = strlen(text);

	len += (size_t)sprintf(text + len, "10,");
	for (int32_t day = 100; len + 4 < RRULE_TEXT_MAX; day++) {
		len += (size_t)sprintf(text + len, "%d,", day);
	}
	len += (size_t)sprintf(text + len, "%s", "300");
	CU_ASSERT_EQUAL_FATAL(len, RRULE_TEXT_MAX);
	CU_ASSERT_TRUE_FATAL(rrule_parse(text, len, &rule, &error));
	CU_ASSERT_EQUAL(rrule_print(&rule, out), RRULE_TEXT_MAX);
	CU_ASSERT_STRING_EQUAL(out, text);
	rule.months = 2; /* one more part is one too many */
	CU_ASSERT_EQUAL(rrule_print(&rule, out), 0);
	CU_ASSERT_STRING_EQUAL(out, "");
}

/* ---- refusals ------------------------------------------------------------------------------------------- */

struct refusal {
	const char *text;
	enum rrule_code code;
	const char *sentence; /* how it begins */
};

static void check_refused(const struct refusal *rows, size_t count) {
	for (size_t i = 0; i < count; i++) {
		struct rrule rule = { .interval = 77 };
		struct rrule_error error;
		CHECK_ROW(!read_rule(rows[i].text, &rule, &error), rows[i].text);
		CHECK_ROW(error.code == rows[i].code, rows[i].text);
		CHECK_ROW(strncmp(error.text, rows[i].sentence, strlen(rows[i].sentence)) == 0,
			error.text);
		CHECK_ROW(rule.interval == 77, rows[i].text);
	}
}
#define CHECK_REFUSED(rows) check_refused(rows, sizeof(rows) / sizeof(*(rows)))

static void what_is_no_rule_is_told_why(void) {
	static const struct refusal rows[] = {
		{ "", RRULE_INVALID, "rule: empty" },
		{ ";", RRULE_INVALID, "rule: has an empty part" },
		{ "FREQ=DAILY;", RRULE_INVALID, "rule: has an empty part" },
		{ "DAILY", RRULE_INVALID, "DAILY: not a part" },
		{ "=DAILY", RRULE_INVALID, "=DAILY: not the name" },
		{ "FREQ=DAILY;COLOUR=RED", RRULE_INVALID, "COLOUR: not the name" },
		{ "FREQ=DAILY;BY\tDAY=MO", RRULE_INVALID, "BY?DAY: not the name" },
		{ "FREQ =DAILY", RRULE_INVALID, "FREQ : not the name" },
		{ "INTERVAL=2", RRULE_INVALID, "FREQ: missing" },
		{ "FREQ=", RRULE_INVALID, "FREQ=: not a frequency" },
		{ "FREQ=SOMETIMES", RRULE_INVALID, "FREQ=SOMETIMES: not a frequency" },
		{ "FREQ=DAILY;FREQ=DAILY", RRULE_INVALID, "FREQ: given twice" },
		{ "RRULE:FREQ=DAILY", RRULE_INVALID, "RRULE: leave" },
		{ "FREQ=WEEKLY;BYDAY=XX", RRULE_INVALID, "BYDAY=XX: not a weekday; use MO" },
		{ "FREQ=WEEKLY;BYDAY=M", RRULE_INVALID, "BYDAY=M: not a weekday" },
		{ "FREQ=WEEKLY;BYDAY=", RRULE_INVALID, "BYDAY=: not a weekday" },
		{ "FREQ=WEEKLY;BYDAY=MO,,TU", RRULE_INVALID, "BYDAY=: not a weekday" },
		{ "FREQ=MONTHLY;BYDAY=0MO", RRULE_INVALID, "BYDAY=0MO: the number" },
		{ "FREQ=YEARLY;BYDAY=54MO", RRULE_INVALID, "BYDAY=54MO: the number" },
		{ "FREQ=YEARLY;BYDAY=-MO", RRULE_INVALID, "BYDAY=-MO: the number" },
		{ "FREQ=YEARLY;BYMONTH=13", RRULE_INVALID, "BYMONTH=13: not a month" },
		{ "FREQ=YEARLY;BYMONTH=-1", RRULE_INVALID, "BYMONTH=-1: not a month" },
		{ "FREQ=YEARLY;BYMONTH=1,", RRULE_INVALID, "BYMONTH=: not a month" },
		{ "FREQ=YEARLY;BYMONTHDAY=0", RRULE_INVALID, "BYMONTHDAY=0: not a day" },
		{ "FREQ=YEARLY;BYWEEKNO=54", RRULE_INVALID, "BYWEEKNO=54: not a week" },
		{ "FREQ=YEARLY;BYYEARDAY=-367", RRULE_INVALID, "BYYEARDAY=-367: not a day" },
		{ "FREQ=DAILY;BYHOUR=24", RRULE_INVALID, "BYHOUR=24: not an hour" },
		{ "FREQ=DAILY;BYMINUTE=60", RRULE_INVALID, "BYMINUTE=60: not a minute" },
		{ "FREQ=DAILY;BYHOUR=1;BYSETPOS=367", RRULE_INVALID, "BYSETPOS=367: not a" },
		{ "FREQ=DAILY;INTERVAL=0", RRULE_INVALID, "INTERVAL=0: not a number" },
		{ "FREQ=DAILY;INTERVAL=1.5", RRULE_INVALID, "INTERVAL=1.5: not a number" },
		{ "FREQ=DAILY;COUNT=-1", RRULE_INVALID, "COUNT=-1: not a number" },
		{ "FREQ=DAILY;COUNT=99999999999999999999", RRULE_INVALID, "COUNT=999999" },
		{ "FREQ=DAILY;WKST=1MO", RRULE_INVALID, "WKST=1MO: not a weekday" },
	};

	CHECK_REFUSED(rows);
}

static void an_until_that_is_no_time_is_told_why(void) {
	static const struct refusal rows[] = {
		{ "FREQ=DAILY;UNTIL=", RRULE_INVALID, "UNTIL=: not a time such as 19971224" },
		{ "FREQ=DAILY;UNTIL=1997-12-24", RRULE_INVALID, "UNTIL=1997-12-24: not a time" },
		{ "FREQ=DAILY;UNTIL=19970230", RRULE_INVALID, "UNTIL=19970230: not a day of" },
		{ "FREQ=DAILY;UNTIL=19971324", RRULE_INVALID, "UNTIL=19971324: not a month" },
		{ "FREQ=DAILY;UNTIL=18991231", RRULE_INVALID, "UNTIL=18991231: not a year" },
		{ "FREQ=DAILY;UNTIL=99991231T235959Z", RRULE_INVALID,
			"UNTIL=99991231T235959Z: not a year from 1900 to 2200" },
		{ "FREQ=DAILY;UNTIL=19971224T250000", RRULE_INVALID,
			"UNTIL=19971224T250000: not a time of day" },
		{ "FREQ=DAILY;UNTIL=19971224T235960Z", RRULE_INVALID,
			"UNTIL=19971224T235960Z: a leap second" },
		{ "FREQ=DAILY;UNTIL=19971224 090000", RRULE_INVALID,
			"UNTIL=19971224 090000: not a time such as" },
	};

	CHECK_REFUSED(rows);
}

/* RFC 5545 §3.3.10, the table. */
static void parts_out_of_place_are_refused(void) {
	static const struct refusal rows[] = {
		{ "FREQ=MONTHLY;BYWEEKNO=1", RRULE_INVALID, "BYWEEKNO: only FREQ=YEARLY" },
		{ "FREQ=WEEKLY;BYWEEKNO=1", RRULE_INVALID, "BYWEEKNO: only" },
		{ "FREQ=DAILY;BYWEEKNO=1", RRULE_INVALID, "BYWEEKNO: only" },
		{ "FREQ=HOURLY;BYWEEKNO=1", RRULE_INVALID, "BYWEEKNO: only" },
		{ "FREQ=DAILY;BYYEARDAY=1", RRULE_INVALID, "BYYEARDAY: only" },
		{ "FREQ=WEEKLY;BYYEARDAY=1", RRULE_INVALID, "BYYEARDAY: only" },
		{ "FREQ=MONTHLY;BYYEARDAY=1", RRULE_INVALID, "BYYEARDAY: only" },
		{ "FREQ=WEEKLY;BYMONTHDAY=1", RRULE_INVALID, "BYMONTHDAY: FREQ=WEEKLY" },
		{ "FREQ=WEEKLY;BYDAY=1MO", RRULE_INVALID, "BYDAY: only" },
		{ "FREQ=DAILY;BYDAY=-1MO", RRULE_INVALID, "BYDAY: only" },
		{ "FREQ=HOURLY;BYDAY=1MO", RRULE_INVALID, "BYDAY: only" },
		{ "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", RRULE_INVALID, "BYDAY: takes no numbers" },
		{ "FREQ=DAILY;BYSETPOS=1", RRULE_INVALID, "BYSETPOS: needs another" },
	};

	CHECK_REFUSED(rows);
}

static void what_is_not_offered_is_named(void) {
	static const struct refusal rows[] = {
		{ "FREQ=MINUTELY", RRULE_UNSUPPORTED, "FREQ=MINUTELY: not offered" },
		{ "FREQ=SECONDLY;COUNT=1", RRULE_UNSUPPORTED, "FREQ=SECONDLY: not offered" },
		{ "FREQ=DAILY;BYSECOND=0", RRULE_UNSUPPORTED, "BYSECOND: not offered" },
		{ "RSCALE=CHINESE;FREQ=YEARLY", RRULE_UNSUPPORTED, "RSCALE: not offered" },
		{ "FREQ=YEARLY;SKIP=FORWARD", RRULE_UNSUPPORTED, "SKIP: not offered" },
		{ "FREQ=DAILY;INTERVAL=1001", RRULE_UNSUPPORTED, "INTERVAL=1001: not a number" },
		{ "FREQ=DAILY;COUNT=2;UNTIL=19971224", RRULE_UNSUPPORTED, "COUNT: not together" },
		{ "FREQ=DAILY;COUNT=10001", RRULE_TOO_MANY, "COUNT=10001: not a number from 1" },
	};

	CHECK_REFUSED(rows);
}

static void a_text_past_its_bound_is_refused(void) {
	char text[RRULE_TEXT_MAX + 2];
	struct rrule rule;
	struct rrule_error error;

	memset(text, 'A', sizeof(text));
	memcpy(text, "FREQ=DAILY;", 11);
	CU_ASSERT_FALSE(rrule_parse(text, RRULE_TEXT_MAX + 1, &rule, &error));
	CU_ASSERT_STRING_EQUAL(error.text, "rule: longer than 512 characters");
	CU_ASSERT_FALSE(rrule_parse(text, RRULE_TEXT_MAX, &rule, &error));
	CU_ASSERT_STRING_EQUAL(error.text,
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA...: not a part such as FREQ=WEEKLY");
}

static void bytes_that_are_no_text_are_refused(void) {
	static const char nul[] = "FREQ\0=DAILY", high[] = "FREQ=D\xc3\x84ILY\x1b[31m";
	struct rrule rule;
	struct rrule_error error;

	CU_ASSERT_FALSE(rrule_parse(nul, sizeof(nul) - 1, &rule, &error));
	CU_ASSERT_STRING_EQUAL(error.text, "FREQ?: not the name of a part of a rule");
	CU_ASSERT_FALSE(rrule_parse(high, sizeof(high) - 1, &rule, &error));
	CU_ASSERT_EQUAL(strncmp(error.text, "FREQ=D??ILY?[31m: not a", 23), 0);
}

/* ---- rules and kinds of events -------------------------------------------------------------------------- */

static void until_has_the_type_of_the_start(void) {
	static const char *const texts[] = { "FREQ=DAILY;UNTIL=19971224",
		"FREQ=DAILY;UNTIL=19971224T090000", "FREQ=DAILY;UNTIL=19971224T090000Z" };
	static const char *const sentences[] = { "UNTIL: must be a date", "UNTIL: must be a time",
		"UNTIL: must be in UTC" };

	for (int32_t kind = RRULE_ALL_DAY; kind <= RRULE_ZONED; kind++) {
		for (int32_t form = 0; form < 3; form++) {
			struct rrule rule;
			struct rrule_error error;
			CU_ASSERT_TRUE(read_rule(texts[form], &rule, &error));
			bool fits = rrule_fits(&rule, (enum rrule_kind)kind, &error);
			CHECK_ROW(fits == (form == kind), texts[form]);
			CHECK_ROW(fits || (error.code == RRULE_INVALID &&
						  strncmp(error.text, sentences[kind],
							  strlen(sentences[kind])) == 0),
				error.text);
		}
	}
}

static void dates_have_no_hours(void) {
	static const char *const texts[] = { "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=1",
		"FREQ=DAILY;BYMINUTE=1" };
	static const char *const parts[] = { "FREQ=HOURLY:", "BYHOUR:", "BYMINUTE:" };

	for (int32_t i = 0; i < 3; i++) {
		struct rrule rule;
		struct rrule_error error;
		CU_ASSERT_TRUE(read_rule(texts[i], &rule, &error));
		CHECK_ROW(!rrule_fits(&rule, RRULE_ALL_DAY, &error), texts[i]);
		CHECK_ROW(strncmp(error.text, parts[i], strlen(parts[i])) == 0, error.text);
		CHECK_ROW(rrule_fits(&rule, RRULE_FLOATING, &error), texts[i]);
		CHECK_ROW(rrule_fits(&rule, RRULE_ZONED, &error), texts[i]);
	}
}

static void codes_are_those_of_the_contract(void) {
	CU_ASSERT_STRING_EQUAL(rrule_code_name(RRULE_INVALID), "rrule_invalid");
	CU_ASSERT_STRING_EQUAL(rrule_code_name(RRULE_UNSUPPORTED), "rrule_unsupported");
	CU_ASSERT_STRING_EQUAL(rrule_code_name(RRULE_TOO_MANY), "rrule_too_many");
	CU_ASSERT_STRING_EQUAL(rrule_code_name(RRULE_NO_INSTANCES), "rrule_no_instances");
	CU_ASSERT_STRING_EQUAL(rrule_code_name(RRULE_TOO_COMPLEX), "rrule_too_complex");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "rules are printed in one form", rules_are_printed_in_one_form },
		{ "the bounds themselves are read", the_bounds_themselves_are_read },
		{ "the longest rule is printed whole", the_longest_rule_is_printed_whole },
		{ "what is no rule is told why", what_is_no_rule_is_told_why },
		{ "an UNTIL that is no time is told why", an_until_that_is_no_time_is_told_why },
		{ "parts out of place are refused", parts_out_of_place_are_refused },
		{ "what is not offered is named", what_is_not_offered_is_named },
		{ "a text past its bound is refused", a_text_past_its_bound_is_refused },
		{ "bytes that are no text are refused", bytes_that_are_no_text_are_refused },
		{ "UNTIL has the type of the start", until_has_the_type_of_the_start },
		{ "dates have no hours", dates_have_no_hours },
		{ "codes are those of the contract", codes_are_those_of_the_contract },
		CU_TEST_INFO_NULL,
	};
	return run_suite("rrule text", tests);
}

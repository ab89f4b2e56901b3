/* time_test.c: RFC 3339, read strictly. Numbers of seconds from `date -d … +%s`. */
#include "libapi/wire/time.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/suite.h"

static bool reads(const char *text, enum wire_time_kind kind, int64_t unix_s) {
	struct wire_time time;
	return wire_time_parse(text, strlen(text), &time) && time.kind == kind &&
	       time.unix_s == unix_s;
}

static void reads_the_three_kinds(void) {
	CU_ASSERT_TRUE(reads("2026-11-23", WIRE_TIME_DATE, 1795392000));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15", WIRE_TIME_WALL, 1795429815));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15Z", WIRE_TIME_INSTANT, 1795429815));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15+01:00", WIRE_TIME_INSTANT, 1795429815 - 3600));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15-05:30", WIRE_TIME_INSTANT, 1795429815 + 19800));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15-00:00", WIRE_TIME_INSTANT, 1795429815));
	CU_ASSERT_TRUE(reads("1970-01-01T00:00:00Z", WIRE_TIME_INSTANT, 0));
	CU_ASSERT_TRUE(reads("1969-12-31T23:59:59Z", WIRE_TIME_INSTANT, -1));
	CU_ASSERT_TRUE(reads("1900-01-01T00:00:00Z", WIRE_TIME_INSTANT, -2208988800));
	CU_ASSERT_TRUE(reads("2200-12-31T23:59:59Z", WIRE_TIME_INSTANT, 7289654399));
}

static void lets_small_letters_and_zero_fractions_pass(void) {
	CU_ASSERT_TRUE(reads("2026-11-23t10:30:15z", WIRE_TIME_INSTANT, 1795429815));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15.0Z", WIRE_TIME_INSTANT, 1795429815));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15.000000000+00:00", WIRE_TIME_INSTANT, 1795429815));
	CU_ASSERT_TRUE(reads("2026-11-23T10:30:15.00", WIRE_TIME_WALL, 1795429815));
}

static void knows_leap_days(void) {
	CU_ASSERT_TRUE(reads("2024-02-29", WIRE_TIME_DATE, 1709164800));
	CU_ASSERT_TRUE(reads("2000-02-29", WIRE_TIME_DATE, 951782400));
	struct wire_time time;
	CU_ASSERT_FALSE(wire_time_parse("2026-02-29", 10, &time));
	CU_ASSERT_FALSE(wire_time_parse("1900-02-29", 10, &time));
	CU_ASSERT_FALSE(wire_time_parse("2100-02-29", 10, &time));
}

static void refuses_what_is_no_time(void) {
	/* clang-format off */
	static const char *const bad[] = {
		"", "2026", "2026-11", "2026-11-2", "2026-1-23", "26-11-23", "20261123", "2026/11/23", "2026-11-23T",
		"2026-11-23T10", "2026-11-23T10:30", "2026-11-23T10:30Z", "2026-11-23 10:30:15", "2026-11-23T10:30:15 Z",
		"2026-11-23T10:30:15+0100", "2026-11-23T10:30:15+01", "2026-11-23T10:30:15+1:00", "2026-11-23T10:30:15+",
		"2026-11-23T10:30:15ZZ", "2026-11-23T10:30:15Z ", " 2026-11-23", "2026-11-23 ", "2026-11-23Z",
		"2026-00-10", "2026-13-10", "2026-11-00", "2026-11-31", "2026-04-31", "2026-02-30", "1899-12-31",
		"2201-01-01", "9999-01-01", "0000-01-01", "-026-01-01", "+2026-11-23", "2026-11-23T24:00:00", "2026-11-23T10:60:00",
		"2026-11-23T10:30:60Z", "2016-12-31T23:59:60Z", "2026-11-23T10:30:61Z", "2026-11-23T10:30:15.Z",
		"2026-11-23T10:30:15.5Z", "2026-11-23T10:30:15.0001Z", "2026-11-23T10:30:15,0Z", "2026-11-23T10:30:15+24:00",
		"2026-11-23T10:30:15+01:60", "2026-11-23T10:30:15Europe/Berlin", "2026-W48-1", "2026-11-23T1O:30:15Z",
		"２０２６-11-23", "tomorrow",
	};
	/* clang-format on */
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct wire_time time;
		CHECK_ROW(!wire_time_parse(bad[i], strlen(bad[i]), &time), bad[i]);
	}
	struct wire_time time;
	CU_ASSERT_FALSE(wire_time_parse("2026-11-23\0", 11, &time));
}

static void reads_no_further_than_told(void) {
	struct wire_time time;
	CU_ASSERT_TRUE(wire_time_parse("2026-11-23T10:30:15Z", 10, &time));
	CU_ASSERT_EQUAL(time.kind, WIRE_TIME_DATE);
	CU_ASSERT_TRUE(wire_time_parse("2026-11-23T10:30:15Z", 19, &time));
	CU_ASSERT_EQUAL(time.kind, WIRE_TIME_WALL);
	for (size_t len = 11; len < 19; len++) {
		CU_ASSERT_FALSE(wire_time_parse("2026-11-23T10:30:15Z", len, &time));
	}
}

static void says_what_is_wrong(void) {
	struct wire_time time;
	for (size_t i = 0; i < 4; i++) {
		static const char *const short_of[] = { "2026-11-23T10:00", "2026-11-23T10:00Z",
			"2026-11-23T10:00+01:00", "2026-11-23t10:00-05:00" };
		CU_ASSERT_PTR_NOT_NULL(
			strstr(wire_time_fault(short_of[i], strlen(short_of[i]), &time),
				"the seconds are missing"));
	}
	CU_ASSERT_PTR_NOT_NULL(
		strstr(wire_time_fault("2026-11-23T10", 13, &time), "not a time such as"));
	CU_ASSERT_STRING_EQUAL(wire_time_fault("2026-02-30", 10, &time), "not a day of that month");
	CU_ASSERT_STRING_EQUAL(
		wire_time_fault("1899-01-01", 10, &time), "not a year from 1900 to 2200");
	CU_ASSERT_STRING_EQUAL(
		wire_time_fault("2026-11-23T10:30:15.5Z", 22, &time), "not a whole second");
	CU_ASSERT_STRING_EQUAL(
		wire_time_fault("2016-12-31T23:59:60Z", 20, &time), "a leap second; use second 59");
	CU_ASSERT_PTR_NULL(wire_time_fault("2026-02-28", 10, &time));
}

static bool prints(const char *text, const char *expected) {
	struct wire_time time;
	char out[WIRE_TIME_ROOM];
	return wire_time_parse(text, strlen(text), &time) &&
	       wire_time_print(&time, out) == strlen(expected) && strcmp(out, expected) == 0;
}

static void prints_canonically(void) {
	CU_ASSERT_TRUE(prints("2026-01-02", "2026-01-02"));
	CU_ASSERT_TRUE(prints("2026-01-02t03:04:05.00", "2026-01-02T03:04:05"));
	CU_ASSERT_TRUE(prints("2026-01-02t03:04:05z", "2026-01-02T03:04:05Z"));
	CU_ASSERT_TRUE(prints("2026-01-02T03:04:05-00:00", "2026-01-02T03:04:05Z"));
	CU_ASSERT_TRUE(prints("2026-01-02T03:04:05+05:45", "2026-01-02T03:04:05+05:45"));
	CU_ASSERT_TRUE(prints("2026-01-02T03:04:05-09:30", "2026-01-02T03:04:05-09:30"));
}

static bool shows(int64_t unix_s, int32_t offset_s, const char *expected) {
	char out[WIRE_TIME_ROOM];
	struct wire_time time = wire_time_at(unix_s, offset_s);
	wire_time_print(&time, out);
	return strcmp(out, expected) == 0;
}

static void shows_instants_on_any_clock(void) {
	CU_ASSERT_TRUE(shows(0, 0, "1970-01-01T00:00:00Z"));
	CU_ASSERT_TRUE(shows(-1, 0, "1969-12-31T23:59:59Z"));
	CU_ASSERT_TRUE(shows(0, -3600, "1969-12-31T23:00:00-01:00"));
	CU_ASSERT_TRUE(shows(1795429815, 3600, "2026-11-23T11:30:15+01:00"));
	CU_ASSERT_TRUE(shows(1709251199, 0, "2024-02-29T23:59:59Z"));
}

static void days_go_there_and_back(void) {
	int64_t expected = wire_days_from_civil(1600, 1, 1);
	CU_ASSERT_EQUAL(expected, -135140);
	bool all = true;
	for (int64_t day = expected; day < 200000; day++) {
		int32_t y, m, d;
		wire_civil_from_days(day, &y, &m, &d);
		all = all && wire_days_from_civil(y, m, d) == day && d >= 1 &&
		      d <= wire_days_in_month(y, m);
	}
	CU_ASSERT_TRUE(all);
	CU_ASSERT_EQUAL(wire_days_from_civil(1970, 1, 1), 0);
	CU_ASSERT_EQUAL(wire_days_from_civil(2000, 3, 1), 11017);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "reads the three kinds", reads_the_three_kinds },
		{ "lets small letters and fractions of zeros pass",
			lets_small_letters_and_zero_fractions_pass },
		{ "knows leap days", knows_leap_days },
		{ "refuses what is no time", refuses_what_is_no_time },
		{ "reads no further than told", reads_no_further_than_told },
		{ "says what is wrong", says_what_is_wrong },
		{ "prints canonically", prints_canonically },
		{ "shows instants on any clock", shows_instants_on_any_clock },
		{ "days go there and back", days_go_there_and_back },
		CU_TEST_INFO_NULL,
	};
	return run_suite("time", tests);
}

/* zone_read_test.c: TZif bytes made by hand: what is read, and every way to be refused. */
#include "tests/unit/suite.h"

#include "libapi/wire/time.h"
#include "tests/unit/server/domain/zone_bytes.h"

/* Warm from 2000-04-01T00:00Z to 2000-10-01T00:00Z, then as the footer says. */
static const struct zone_spec plain = { .version = '3',
	.times = 2,
	.time = { 954547200, 970358400 },
	.index = { 1, 0 },
	.types = 2,
	.type = { { 3600, 0, 0 }, { 7200, 1, 5 } },
	.chars = "COLD\0WARM",
	.char_bytes = 10,
	.footer = "" };

static int64_t at(int32_t year, int32_t month, int32_t day, int32_t hour) {
	return wire_days_from_civil(year, month, day) * 86400 + hour * 3600;
}

static const char *fault_of(const struct zone_bytes *bytes) {
	const char *fault = NULL;
	struct zone_data *data = zone_read(bytes->at, bytes->len, &fault);

	CU_ASSERT_EQUAL(data == NULL, fault != NULL);
	zone_data_free(data);
	return fault == NULL ? "none" : fault;
}

/* ---- tables --------------------------------------------------------------------------------------------- */

static void check_seasons(const struct zone_spec *spec) {
	const char *fault = NULL;
	struct zone zone = zone_of(spec, &fault);

	CU_ASSERT_PTR_NULL(fault);
	CU_ASSERT_PTR_NOT_NULL_FATAL(zone.data);
	struct zone_offset last = zone_at(&zone, spec->time[0] - 1);
	CU_ASSERT_TRUE(last.offset_s == 3600 && !last.is_dst);
	struct zone_offset first = zone_at(&zone, spec->time[0]);
	CU_ASSERT_TRUE(first.offset_s == 7200 && first.is_dst);
	CU_ASSERT_EQUAL(zone_at(&zone, spec->time[1] - 1).offset_s, 7200);
	CU_ASSERT_EQUAL(zone_at(&zone, spec->time[1]).offset_s, 3600);
	CU_ASSERT_EQUAL(zone_at(&zone, at(2199, 7, 1, 0)).offset_s, 3600);
	zone_data_free(zone.data);
}

static void a_table_is_read_in_every_version(void) {
	static const char versions[] = { 0, '2', '3', '4', '9' };

	for (size_t i = 0; i < sizeof(versions); i++) {
		struct zone_spec spec = plain;
		spec.version = versions[i];
		check_seasons(&spec);
	}
}

static void abbreviations_may_share_their_end(void) {
	const char *fault = NULL;
	struct zone_spec spec = plain;
	spec.chars = "ABCDEFGHI";
	spec.type[1].char_index = 6;
	struct zone zone = zone_of(&spec, &fault);

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone.data);
	CU_ASSERT_STRING_EQUAL(zone_at(&zone, 0).abbreviation, "ABCDEFGHI");
	CU_ASSERT_STRING_EQUAL(zone_at(&zone, spec.time[0]).abbreviation, "GHI");
	zone_data_free(zone.data);
}

static void changes_before_1900_leave_only_their_last(void) {
	const char *fault = NULL;
	struct zone_change change;
	struct zone_spec spec = plain;
	spec.time[0] = INT64_MIN + 1;
	spec.time[1] = at(1890, 1, 1, 0);
	spec.index[0] = 0;
	spec.index[1] = 1;
	struct zone zone = zone_of(&spec, &fault);

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone.data);
	CU_ASSERT_EQUAL(zone_at(&zone, at(1900, 1, 1, 0)).offset_s, 7200);
	CU_ASSERT_FALSE(zone_next_change(&zone, INT64_MIN, &change));
	CU_ASSERT_FALSE(zone_previous_change(&zone, 0, &change));
	zone_data_free(zone.data);
}

static void changes_past_2200_are_dropped(void) {
	const char *fault = NULL;
	struct zone_change change;
	struct zone_spec spec = plain;
	spec.time[1] = at(2300, 1, 1, 0);
	struct zone zone = zone_of(&spec, &fault);

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone.data);
	CU_ASSERT_TRUE(zone_next_change(&zone, 0, &change) && change.utc_s == spec.time[0]);
	CU_ASSERT_FALSE(zone_next_change(&zone, change.utc_s, &change));
	zone_data_free(zone.data);
}

/* ---- bad tables ----------------------------------------------------------------------------------------- */

/* One byte of `plain` put wrong. `at` counts from the second header. */
static const struct {
	size_t at;
	uint8_t byte;
	const char *fault;
} wrong_bytes[] = {
	{ 0, 'X', "no second header" },
	{ AT_VERSION, '2', "two headers of different versions" },
	{ AT_LEAPS + 3, 1, "it counts leap seconds (a \"right\" file)" },
	{ AT_TYPES + 3, 0, "header: no type, no abbreviation, or more than 256 types" },
	{ AT_TYPES + 2, 1, "header: no type, no abbreviation, or more than 256 types" },
	{ AT_CHARS + 3, 0, "header: no type, no abbreviation, or more than 256 types" },
	{ AT_CHARS, 255, "the file ends within its data" },
	{ AT_TIMES, 255, "header: too many changes" },
	{ AT_TIMES + 2, 1, "the file ends within its data" },
	{ AT_UTC_MARKS + 3, 1, "header: indicators for some types only" },
	{ AT_STANDARD_MARKS + 3, 3, "header: indicators for some types only" },
	{ HEADER_BYTES, 127, "the changes are not in order of time" },
	{ HEADER_BYTES + 17, 2, "a change leads to a type that is not there" },
	{ HEADER_BYTES + 18, 127, "a type's offset is past 26 hours" },
	{ HEADER_BYTES + 18, 128, "a type's offset is past 26 hours" },
	{ HEADER_BYTES + 22, 2,
		"a type is neither summer nor standard time, or has no abbreviation" },
	{ HEADER_BYTES + 23, 10,
		"a type is neither summer nor standard time, or has no abbreviation" },
	{ HEADER_BYTES + 39, 'x', "an abbreviation does not end" },
	{ HEADER_BYTES + 40, 'x', "no footer" },
	{ HEADER_BYTES + 41, 'x', "the footer does not end" },
};

static void one_wrong_byte_is_named(void) {
	const struct zone_bytes good = zone_bytes_of(&plain);

	CU_ASSERT_STRING_EQUAL(fault_of(&good), "none");
	for (size_t i = 0; i < sizeof(wrong_bytes) / sizeof(*wrong_bytes); i++) {
		struct zone_bytes bytes = good;
		bytes.at[VERSION_1_BYTES + wrong_bytes[i].at] = wrong_bytes[i].byte;
		CHECK_ROW(
			strcmp(fault_of(&bytes), wrong_bytes[i].fault) == 0, wrong_bytes[i].fault);
	}
}

static void a_wrong_first_header_is_named(void) {
	struct zone_bytes bytes = zone_bytes_of(&plain);

	bytes.at[AT_VERSION] = '1';
	CU_ASSERT_STRING_EQUAL(fault_of(&bytes), "header: no such version");
	bytes.at[AT_VERSION] = '3';
	memset(bytes.at + AT_UTC_MARKS, 255, 24); /* six counts of 2^32 - 1 */
	CU_ASSERT_STRING_EQUAL(fault_of(&bytes), "the file ends within its version 1 data");
	bytes.at[3] = 'F';
	CU_ASSERT_STRING_EQUAL(fault_of(&bytes), "not a TZif file");
}

static void equal_times_are_refused(void) {
	struct zone_spec spec = plain;
	spec.time[1] = spec.time[0];
	struct zone_bytes bytes = zone_bytes_of(&spec);

	CU_ASSERT_STRING_EQUAL(fault_of(&bytes), "the changes are not in order of time");
}

static void indicators_are_0_or_1_and_UT_implies_standard(void) {
	static const struct {
		uint8_t standard, utc;
		bool good;
	} rows[] = { { 0, 0, true }, { 1, 0, true }, { 1, 1, true }, { 0, 1, false },
		{ 2, 0, false }, { 1, 2, false } };
	struct zone_spec spec = plain;
	spec.version = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct zone_bytes bytes = zone_bytes_of(&spec);
		bytes.at[AT_STANDARD_MARKS + 3] = bytes.at[AT_UTC_MARKS + 3] = 2;
		const uint8_t marks[] = { rows[i].standard, rows[i].standard, rows[i].utc, 0 };
		put_text(&bytes, marks, sizeof(marks));
		const char *fault =
			rows[i].good ? "none"
				     : "an indicator is neither 0 nor 1, or UT without standard";
		CHECK_ROW(strcmp(fault_of(&bytes), fault) == 0, fault);
	}
}

static void no_part_of_a_file_passes_for_the_whole(void) {
	static const char versions[] = { 0, '2', '3' };

	for (size_t i = 0; i < sizeof(versions); i++) {
		struct zone_spec spec = plain;
		spec.version = versions[i];
		spec.footer = "COLD-1";
		struct zone_bytes bytes = zone_bytes_of(&spec);
		CU_ASSERT_STRING_EQUAL(fault_of(&bytes), "none");
		put_byte(&bytes, '\n');
		CU_ASSERT_STRING_NOT_EQUAL(fault_of(&bytes), "none");
		for (bytes.len -= 2;; bytes.len--) {
			CU_ASSERT_STRING_NOT_EQUAL(fault_of(&bytes), "none");
			if (bytes.len == 0) {
				break;
			}
		}
	}
}

/* ---- footers -------------------------------------------------------------------------------------------- */

static const struct {
	const char *footer;
	int64_t utc[2]; /* a moment of standard time, one of summer; equal: no summer at all */
	int32_t offset_s[2];
} footers[] = {
	{ "<+0330>-3:30", { 0, 0 }, { 12600, 12600 } }, { "<-00>0", { 0, 0 }, { 0, 0 } },
	{ "ABC+1:02:03", { 0, 0 }, { -3723, -3723 } },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", { 4267731600 - 1, 4267731600 }, { 3600, 7200 } },
	{ "AEST-10AEDT,M10.1.0,M4.1.0/3", { 4268304000, 4268304000 - 1 }, { 36000, 39600 } },
	{ "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", { 1775316600, 1775316600 - 4000 },
		{ 37800, 39600 } },
	{ "IST-1GMT0,M10.5.0,M3.5.0/1", { 1782864000, 1767225600 }, { 3600, 0 } },
	/* From the day before, and until the day after, both by the clock before the change. */
	{ "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", { 1774745999, 1774746000 }, { -7200, -3600 } },
	{ "EET-2EEST,M3.4.4/50,M10.4.4/50", { 1774655999, 1774656000 }, { 7200, 10800 } },
	{ "XXX0YYY,J60/0,J300/0", { 951868800 - 1, 951868800 },
		{ 0, 3600 } }, /* 2000-03-01: leap */
	{ "XXX0YYY,J60/0,J300/0", { 983404800 - 1, 983404800 }, { 0, 3600 } }, /* 2001-03-01 */
	{ "XXX0YYY,59/0,300/0", { 951782400 - 1, 951782400 }, { 0, 3600 } }, /* 2000-02-29 */
	{ "XXX0YYY,59/0,300/0", { 983404800 - 1, 983404800 }, { 0, 3600 } }, /* 2001-03-01 */
};

static void footers_rule_the_years(void) {
	for (size_t i = 0; i < sizeof(footers) / sizeof(*footers); i++) {
		const char *fault = NULL;
		struct zone zone = zone_of_footer('3', footers[i].footer, &fault);
		CHECK_ROW(zone.data != NULL, footers[i].footer);
		for (int season = 0; season < 2 && zone.data != NULL; season++) {
			struct zone_offset is = zone_at(&zone, footers[i].utc[season]);
			bool summer = season == 1 && footers[i].utc[0] != footers[i].utc[1];
			CHECK_ROW(is.offset_s == footers[i].offset_s[season] && is.is_dst == summer,
				footers[i].footer);
		}
		zone_data_free(zone.data);
	}
}

static void a_summer_without_end_has_no_changes(void) {
	const char *fault = NULL;
	struct zone_change change;
	/* RFC 9636 §3.3.1: "daylight saving time all year" */
	struct zone zone = zone_of_footer('3', "EST5EDT,0/0,J365/25", &fault);

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone.data);
	struct zone_offset is = zone_at(&zone, at(2026, 1, 1, 5));
	CU_ASSERT_TRUE(is.offset_s == -14400 && is.is_dst);
	CU_ASSERT_STRING_EQUAL(is.abbreviation, "EDT");
	CU_ASSERT_FALSE(zone_next_change(&zone, at(1900, 1, 1, 0), &change));
	zone_data_free(zone.data);
}

static const char *const wrong_footers[] = { "X", "AB1", "ABC", "ABC1D", "<+03-3", "<+0>3",
	"<a b>3", "ABC25", "ABC1:60", "ABC1:", "ABC1:00:60", "ABC-", "ABC--1", "ABC 1", "ABC1DEF",
	"ABC1DEF,M3.1.0", "ABC1DEF,M3.1.0,", "ABC1DEF,M13.1.0,M4.1.0", "ABC1DEF,M0.1.0,M4.1.0",
	"ABC1DEF,M3.6.0,M4.1.0", "ABC1DEF,M3.0.0,M4.1.0", "ABC1DEF,M3.1.7,M4.1.0",
	"ABC1DEF,M3.1,M4.1.0", "ABC1DEF,J0,J2", "ABC1DEF,J366,J2", "ABC1DEF,1,366",
	"ABC1DEF,M3.1.0/168,M4.1.0", "ABC1DEF,M3.1.0/,M4.1.0", "ABC1DEF,M3.1.0,M4.1.0x",
	"ABC1DEF,M3.1.0,M4.1.0,", "ABC1DEF25,M3.1.0,M4.1.0", ":Europe/Berlin", "ABCDEFGHIJKLMNOP1",
	"ABC0001", "\xc3\x84\xc3\x96\xc3\x9c\x31", "ABC99999999999" };

static void wrong_footers_are_refused(void) {
	for (size_t i = 0; i < sizeof(wrong_footers) / sizeof(*wrong_footers); i++) {
		const char *fault = NULL;
		struct zone zone = zone_of_footer('3', wrong_footers[i], &fault);
		CHECK_ROW(zone.data == NULL && fault != NULL && strncmp(fault, "footer: ", 8) == 0,
			wrong_footers[i]);
		zone_data_free(zone.data);
	}
}

static void only_version_3_may_leave_the_day(void) {
	static const char *const late[] = { "ABC1DEF,M3.1.0/25,M4.1.0",
		"ABC1DEF,M3.1.0,M4.1.0/-1" };
	const char *fault = NULL;

	for (int i = 0; i < 2; i++) {
		struct zone zone = zone_of_footer('3', late[i], &fault);
		CHECK_ROW(zone.data != NULL, late[i]);
		zone_data_free(zone.data);
		zone = zone_of_footer('2', late[i], &fault);
		CHECK_ROW(zone.data == NULL, late[i]);
		zone_data_free(zone.data);
	}
}

static void a_footer_must_agree_with_the_table(void) {
	static const struct {
		const char *footer;
		bool good;
	} rows[] = { { "COLD-1", true }, { "COLD-1WARM,M4.1.6/1,M10.1.0/2", true },
		{ "COLD-2", false }, { "WARM-1", false },
		{ "COLD-1WARM,M4.1.6/1,M10.2.0/2", false } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct zone_spec spec = plain;
		spec.footer = rows[i].footer;
		struct zone_bytes bytes = zone_bytes_of(&spec);
		CHECK_ROW(
			strcmp(fault_of(&bytes),
				rows[i].good
					? "none"
					: "footer: contradicts the last change of the table") == 0,
			rows[i].footer);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a table is read in every version", a_table_is_read_in_every_version },
		{ "abbreviations may share their end", abbreviations_may_share_their_end },
		{ "changes before 1900 leave only their last",
			changes_before_1900_leave_only_their_last },
		{ "changes past 2200 are dropped", changes_past_2200_are_dropped },
		{ "one wrong byte is named", one_wrong_byte_is_named },
		{ "a wrong first header is named", a_wrong_first_header_is_named },
		{ "equal times are refused", equal_times_are_refused },
		{ "indicators are 0 or 1, and UT implies standard",
			indicators_are_0_or_1_and_UT_implies_standard },
		{ "no part of a file passes for the whole",
			no_part_of_a_file_passes_for_the_whole },
		{ "footers rule the years", footers_rule_the_years },
		{ "a summer without end has no changes", a_summer_without_end_has_no_changes },
		{ "wrong footers are refused", wrong_footers_are_refused },
		{ "only version 3 may leave the day", only_version_3_may_leave_the_day },
		{ "a footer must agree with the table", a_footer_must_agree_with_the_table },
		CU_TEST_INFO_NULL,
	};
	return run_suite("zone files", tests);
}

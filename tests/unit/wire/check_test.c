/* check_test.c: limits at their very edge, and siblings in order. */
#include "asking.h"
#include "party.h"
#include "tests/unit/suite.h"

/* {"title":"<part repeated>","start_time":…}: NULL-safe edge cases of lengths. */
static enum wire_verdict title_of(const char *part, int count, char *message) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	struct wire_problems problems;
	struct wire_record *party = NULL;
	wire_put_str(&json, "{\"start_time\":\"2026-11-23T10:00:00\",\"title\":\"");
	for (int i = 0; i < count; i++) {
		wire_put_str(&json, part);
	}
	wire_put_str(&json, "\"}");
	wire_problems_init(&problems);
	enum wire_verdict verdict =
		wire_decode(&party_schema, json.bytes, json.len, WIRE_CREATE, &party, &problems);
	snprintf(message, 200, "%s", problems.count == 1 ? problems.list[0].message : "");
	wire_record_unref(party);
	wire_problems_finish(&problems);
	wire_buffer_finish(&json);
	return verdict;
}

static void counts_the_limits_in_code_points(void) {
	char message[200];
	CU_ASSERT_EQUAL(title_of("a", 255, message), WIRE_OK);
	CU_ASSERT_EQUAL(title_of("a", 256, message), WIRE_INVALID);
	CU_ASSERT_STRING_EQUAL(message, "256 characters; at most 255");
	CU_ASSERT_EQUAL(title_of("🎉", 255, message), WIRE_OK);
	CU_ASSERT_EQUAL(title_of("🎉", 256, message), WIRE_INVALID);
	CU_ASSERT_EQUAL(title_of("\\uD83C\\uDF89", 255, message),
		WIRE_OK); /* one code point, two escapes */
	CU_ASSERT_EQUAL(title_of("\\uD83C\\uDF89", 256, message), WIRE_INVALID);
	CU_ASSERT_EQUAL(title_of("e\xcc\x81", 127, message), WIRE_OK);
	CU_ASSERT_EQUAL(title_of("e\xcc\x81", 128, message), WIRE_INVALID);
	CU_ASSERT_EQUAL(title_of("", 0, message), WIRE_INVALID);
	CU_ASSERT_STRING_EQUAL(message, "0 characters; at least 1");
}

static bool patch_ok(const char *json) {
	return verdict_of(&party_schema, json, WIRE_PATCH) == WIRE_OK;
}

static bool patch_fails(
	const char *json, const char *pointer, const char *code, const char *message) {
	return only_problem(&party_schema, json, WIRE_PATCH, pointer, code, message);
}

static void bounds_numbers_lists_and_maps(void) {
	CU_ASSERT_TRUE(patch_ok("{\"seats\":1}"));
	CU_ASSERT_TRUE(patch_ok("{\"seats\":40320}"));
	CU_ASSERT_TRUE(
		patch_fails("{\"seats\":40321}", "/seats", "too_large", "40321; at most 40320"));
	CU_ASSERT_TRUE(patch_fails("{\"seats\":-5}", "/seats", "too_small", "-5; at least 1"));
	CU_ASSERT_TRUE(patch_ok("{\"tags\":[\"a\",\"b\",\"12345678\"]}"));
	CU_ASSERT_TRUE(patch_fails(
		"{\"tags\":[\"a\",\"b\",\"c\",\"d\"]}", "/tags", "too_many", "4 items; at most 3"));
	CU_ASSERT_TRUE(patch_fails("{\"tags\":[]}", "/tags", "too_few", "0 items; at least 1"));
	CU_ASSERT_TRUE(patch_fails(
		"{\"tags\":[\"123456789\"]}", "/tags/0", "too_long", "9 characters; at most 8"));
	CU_ASSERT_TRUE(
		patch_ok("{\"metadata\":{\"12345\":\"1234567890\",\"b\":\"\",\"éééüü\":\"\"}}"));
	CU_ASSERT_TRUE(patch_fails("{\"metadata\":{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"d\":\"\"}}",
		"/metadata", "too_many", "4 entries; at most 3"));
	CU_ASSERT_TRUE(patch_fails("{\"metadata\":{\"123456\":\"\"}}", "/metadata/123456",
		"too_long", "a key of 6 characters; at most 5"));
	CU_ASSERT_TRUE(patch_fails("{\"metadata\":{\"k\":\"12345678901\"}}", "/metadata/k",
		"too_long", "11 characters; at most 10"));
}

static void names_what_an_enum_allows(void) {
	CU_ASSERT_TRUE(patch_ok("{\"status\":\"tentative\"}"));
	CU_ASSERT_TRUE(patch_fails("{\"status\":\"bogus\"}", "/status", "unknown_value",
		"\"bogus\" is none of confirmed, tentative, cancelled"));
	CU_ASSERT_TRUE(patch_fails("{\"status\":\"\"}", "/status", "unknown_value", NULL));
	CU_ASSERT_TRUE(patch_fails("{\"status\":\"Confirmed\"}", "/status", "unknown_value", NULL));
	CU_ASSERT_TRUE(patch_fails("{\"status\":\"confirme\"}", "/status", "unknown_value", NULL));
}

static void puts_the_end_behind_the_start(void) {
	CU_ASSERT_TRUE(patch_ok(
		"{\"start_time\":\"2026-11-23T10:00:00Z\",\"end_time\":\"2026-11-23T10:00:01Z\"}"));
	CU_ASSERT_TRUE(patch_fails(
		"{\"start_time\":\"2026-11-23T11:00:00Z\",\"end_time\":\"2026-11-23T10:00:00Z\"}",
		"/end_time", "not_after",
		"2026-11-23T10:00:00Z is before start_time 2026-11-23T11:00:00Z"));
	CU_ASSERT_TRUE(patch_fails(
		"{\"start_time\":\"2026-11-23T11:00:00Z\",\"end_time\":\"2026-11-23T11:00:00Z\"}",
		"/end_time", "not_after",
		"2026-11-23T11:00:00Z is the same time as start_time 2026-11-23T11:00:00Z"));
	/* Instants are compared as instants, whatever their offsets. */
	CU_ASSERT_TRUE(patch_ok("{\"start_time\":\"2026-11-23T11:00:00+02:00\",\"end_time\":\"2026-"
				"11-23T10:00:00Z\"}"));
	CU_ASSERT_TRUE(patch_fails("{\"start_time\":\"2026-11-23T10:00:00-01:00\",\"end_time\":"
				   "\"2026-11-23T11:00:00Z\"}",
		"/end_time", "not_after", NULL));
	CU_ASSERT_TRUE(patch_fails(
		"{\"start_time\":\"2026-11-23T10:00:00\",\"end_time\":\"2026-11-23T09:00:00\"}",
		"/end_time", "not_after", NULL));
	CU_ASSERT_TRUE(patch_fails("{\"from_date\":\"2026-11-23\",\"until_date\":\"2026-11-23\"}",
		"/until_date", "not_after", NULL));
	CU_ASSERT_TRUE(patch_ok("{\"from_date\":\"2026-11-23\",\"until_date\":\"2026-11-24\"}"));
	CU_ASSERT_TRUE(patch_fails("{\"opens\":\"17:00\",\"closes\":\"09:00\"}", "/closes",
		"not_after", "09:00 is before opens 17:00"));
	CU_ASSERT_TRUE(patch_ok("{\"opens\":\"09:00\",\"closes\":\"17:00\"}"));
}

static void leaves_to_the_server_what_needs_a_zone(void) {
	CU_ASSERT_TRUE(patch_ok(
		"{\"start_time\":\"2026-11-23T11:00:00\",\"end_time\":\"2026-11-23T10:00:00Z\"}"));
	CU_ASSERT_TRUE(patch_ok("{\"end_time\":\"2026-11-23T10:00:00Z\"}"));
	CU_ASSERT_TRUE(
		patch_fails("{\"start_time\":\"2026-11-23\",\"end_time\":\"2026-11-22T10:00:00Z\"}",
			"/start_time", "format", NULL));
	CU_ASSERT_TRUE(
		patch_fails("{\"opens\":\"9\",\"closes\":\"17:00\"}", "/opens", "format", NULL));
}

static void formats_teach(void) {
	CU_ASSERT_TRUE(patch_fails("{\"id\":\"7\"}", "/id", "format",
		"\"7\" is not a UUID (36 characters, 8-4-4-4-12 hexadecimal digits)"));
	CU_ASSERT_TRUE(patch_fails("{\"from_date\":\"2026-02-30\"}", "/from_date", "format",
		"\"2026-02-30\" is not a day of that month"));
	CU_ASSERT_TRUE(patch_fails("{\"start_time\":\"2026-11-23\"}", "/start_time", "format",
		"\"2026-11-23\" is a date without a time; all-day events have start_date and "
		"end_date"));
}

static void says_what_a_missing_member_is(void) {
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"start_time\":\"2026-11-23T10:00:00Z\"}",
		WIRE_CREATE, "/title", "required", "is required: what it is"));
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"title\":\"x\"}", WIRE_CREATE, "/start_time",
		"required", "is required"));
}

static void checks_records_made_by_setters(void) {
	struct wire_record *party = wire_record_new(&party_schema);
	struct wire_problems problems;
	wire_problems_init(&problems);
	CU_ASSERT_FALSE(wire_check(party, WIRE_CREATE, &problems));
	CU_ASSERT_EQUAL(problems.count, 2);
	wire_problems_finish(&problems);

	CU_ASSERT_TRUE(wire_set_text(party, PARTY_TITLE, "a\0b", 3));
	CU_ASSERT_TRUE(wire_set_text(party, PARTY_START, "2026-11-23T10:00:00Z", 20));
	CU_ASSERT_TRUE(wire_set_text(party, PARTY_STATUS, "\xff\xfe", 2));
	CU_ASSERT_TRUE(wire_put_entry(party, PARTY_METADATA, "\xff", "v"));
	CU_ASSERT_FALSE(wire_check(party, WIRE_CREATE, &problems));
	CU_ASSERT_EQUAL(problems.count, 3);
	CU_ASSERT_STRING_EQUAL(problems.list[0].code, "format");
	CU_ASSERT_STRING_EQUAL(problems.list[0].pointer, "/title");
	wire_problems_finish(&problems);

	CU_ASSERT_TRUE(wire_set_text(party, PARTY_TITLE, "x", 1));
	wire_unset(party, PARTY_STATUS);
	wire_unset(party, PARTY_METADATA);
	CU_ASSERT_TRUE(wire_check(party, WIRE_CREATE, &problems));
	CU_ASSERT_EQUAL(problems.count, 0);
	CU_ASSERT_TRUE(wire_check(party, WIRE_ANSWER, &problems));
	wire_problems_finish(&problems);
	wire_record_unref(party);
}

static void adds_problems_of_others(void) {
	struct wire_problems problems;
	wire_problems_init(&problems);
	for (int i = 0; i < 100; i++) {
		wire_problems_add(&problems, "limit", "too_large", "%d; at most %d", i, 200);
	}
	CU_ASSERT_EQUAL(problems.count, WIRE_PROBLEMS_MAX);
	CU_ASSERT_STRING_EQUAL(problems.list[63].message, "63; at most 200");
	CU_ASSERT_STRING_EQUAL(problems.list[0].pointer, "limit");
	wire_problems_finish(&problems);
	CU_ASSERT_EQUAL(problems.count, 0);
}

static void cuts_endless_messages_on_a_border(void) {
	struct wire_problems problems;
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	wire_problems_init(&problems);
	for (int i = 0; i < 1000; i++) {
		wire_put_str(&text, "🎉");
	}
	wire_problems_add(&problems, "", "format", "%s", text.bytes);
	wire_problems_add(&problems, "", "format", "x%s", text.bytes);
	for (size_t i = 0; i < 2; i++) {
		const char *message = problems.list[i].message;
		CU_ASSERT(strlen(message) > 700 && strlen(message) < 768);
		CU_ASSERT_EQUAL(strlen(message) % 4, i);
	}
	wire_buffer_finish(&text);
	wire_problems_finish(&problems);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "counts the limits in code points", counts_the_limits_in_code_points },
		{ "bounds numbers, lists and maps", bounds_numbers_lists_and_maps },
		{ "names what an enum allows", names_what_an_enum_allows },
		{ "puts the end behind the start", puts_the_end_behind_the_start },
		{ "leaves to the server what needs a zone",
			leaves_to_the_server_what_needs_a_zone },
		{ "formats teach", formats_teach },
		{ "says what a missing member is", says_what_a_missing_member_is },
		{ "checks records made by setters", checks_records_made_by_setters },
		{ "adds problems of others", adds_problems_of_others },
		{ "cuts endless messages on a border", cuts_endless_messages_on_a_border },
		CU_TEST_INFO_NULL,
	};
	return run_suite("check", tests);
}

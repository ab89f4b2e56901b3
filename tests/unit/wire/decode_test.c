/* decode_test.c: JSON into records, in the four modes. */
#include "asking.h"
#include "party.h"
#include "tests/unit/suite.h"

#define START "\"start_time\":\"2026-11-23T10:00:00Z\""
#define PARTY(more) "{\"title\":\"Standup\"," START more "}"
#define UUID "01890a5d-ac96-774b-bcce-b302099a8057"

static bool create_fails(
	const char *json, const char *pointer, const char *code, const char *message) {
	return only_problem(&party_schema, json, WIRE_CREATE, pointer, code, message);
}

static void reads_every_kind_of_member(void) {
	const char *json = PARTY(
		",\"is_loud\":true,\"seats\":12,\"rule\":{\"rrule\":\"FREQ=DAILY\",\"exdates\":[]},"
		"\"guests\":[{\"email\":\"a@b\",\"role\":\"chair\"}],\"tags\":[\"x\",\"y\"],"
		"\"metadata\":{\"k\":\"v\"},\"url\":null");
	struct wire_problems problems;
	struct wire_record *party = NULL;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL_FATAL(
		wire_decode(&party_schema, json, strlen(json), WIRE_CREATE, &party, &problems),
		WIRE_OK);
	CU_ASSERT_EQUAL(problems.count, 0);
	CU_ASSERT_STRING_EQUAL(party->values[PARTY_TITLE].text, "Standup");
	CU_ASSERT_EQUAL(party->values[PARTY_TITLE].len, 7);
	CU_ASSERT_EQUAL(party->values[PARTY_IS_LOUD].number, 1);
	CU_ASSERT_EQUAL(party->values[PARTY_SEATS].number, 12);
	CU_ASSERT_EQUAL(party->values[PARTY_URL].state, WIRE_NULL);
	CU_ASSERT_EQUAL(party->values[PARTY_ID].state, WIRE_UNSET);
	CU_ASSERT_EQUAL(party->values[PARTY_RULE].record->values[RULE_EXDATES].list->count, 0);
	const struct wire_list *guests = party->values[PARTY_GUESTS].list;
	CU_ASSERT_EQUAL_FATAL(guests->count, 1);
	CU_ASSERT_STRING_EQUAL(guests->items[0].record->values[GUEST_ROLE].text, "chair");
	CU_ASSERT_STRING_EQUAL(party->values[PARTY_TAGS].list->items[1].text, "y");
	CU_ASSERT_STRING_EQUAL(party->values[PARTY_METADATA].list->keys[0], "k");
	CU_ASSERT_STRING_EQUAL(party->values[PARTY_METADATA].list->items[0].text, "v");
	wire_record_unref(party);
	wire_problems_finish(&problems);
}

static void a_child_outlives_its_parent(void) {
	const char *json = PARTY(",\"guests\":[{\"email\":\"a@b\"}]");
	struct wire_problems problems;
	struct wire_record *party = NULL;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL_FATAL(
		wire_decode(&party_schema, json, strlen(json), WIRE_CREATE, &party, &problems),
		WIRE_OK);
	struct wire_record *guest =
		wire_record_ref(party->values[PARTY_GUESTS].list->items[0].record);
	wire_record_unref(party);
	CU_ASSERT_STRING_EQUAL(guest->values[GUEST_EMAIL].text, "a@b");
	wire_record_unref(guest);
	wire_problems_finish(&problems);
}

static void reports_every_wrong_field_at_once(void) {
	const char *json = "{\"title\":5,\"url\":\"nowhere\",\"end_time\":\"soon\",\"status\":"
			   "\"bogus\",\"is_loud\":\"yes\",\"seats\":1.5,"
			   "\"guests\":[{\"email\":\"a@b\"},{\"email\":\"no\"},7,{}],\"tags\":[],"
			   "\"metadata\":{\"too/long~\":\"v\"},\"extra_\":1}";
	static const struct {
		const char *pointer, *code;
	} expected[] = {
		{ "/title", "type" },
		{ "/url", "format" },
		{ "/start_time", "required" },
		{ "/end_time", "format" },
		{ "/status", "unknown_value" },
		{ "/is_loud", "type" },
		{ "/seats", "type" },
		{ "/guests/1/email", "format" },
		{ "/guests/2", "type" },
		{ "/guests/3/email", "required" },
		{ "/tags", "too_few" },
		{ "/metadata/too~1long~0", "too_long" },
		{ "/extra_", "unknown_field" },
	};
	struct wire_problems problems;
	struct wire_record *party = NULL;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, json, strlen(json), WIRE_CREATE, &party, &problems),
		WIRE_INVALID);
	CU_ASSERT_PTR_NULL(party);
	size_t count = sizeof expected / sizeof expected[0];
	CU_ASSERT_EQUAL(problems.count, count);
	for (size_t i = 0; i < count; i++) {
		const struct wire_problem *problem = find_problem(&problems, expected[i].pointer);
		CHECK_ROW(problem != NULL && strcmp(problem->code, expected[i].code) == 0,
			expected[i].pointer);
	}
	wire_problems_finish(&problems);
}

static void names_the_wrong_type(void) {
	CU_ASSERT_TRUE(create_fails(
		"{\"title\":5," START "}", "/title", "type", "a number; a string is wanted"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"extra\":[1]"), "/extra", "type", "an array; an object is wanted"));
	CU_ASSERT_TRUE(create_fails(
		"{\"title\":{}," START "}", "/title", "type", "an object; a string is wanted"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"is_loud\":1"), "/is_loud", "type", "a number; true or false is wanted"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"seats\":\"5\""), "/seats", "type", "a string; a whole number is wanted"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"rule\":[]"), "/rule", "type", "an array; an object is wanted"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"guests\":{}"), "/guests", "type", "an object; an array is wanted"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"metadata\":\"x\""), "/metadata", "type",
		"a string; an object is wanted"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"metadata\":{\"k\":1}"), "/metadata/k", "type", NULL));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"tags\":[true]"), "/tags/0", "type", "a boolean; a string is wanted"));
	CU_ASSERT_TRUE(create_fails("[]", "", "type", "not an object; Party is one"));
	CU_ASSERT_TRUE(create_fails("\"x\"", "", "type", NULL));
	CU_ASSERT_TRUE(create_fails("12", "", "type", NULL));
	CU_ASSERT_TRUE(create_fails("null", "", "type", NULL));
}

static void takes_integral_numbers_for_integers(void) {
	const char *in = PARTY(",\"seats\":1.0"), *out = PARTY(",\"seats\":1");
	CU_ASSERT_TRUE(comes_back_as(&party_schema, in, strlen(in), WIRE_CREATE, out));
	in = PARTY(",\"seats\":1e2"), out = PARTY(",\"seats\":100");
	CU_ASSERT_TRUE(comes_back_as(&party_schema, in, strlen(in), WIRE_CREATE, out));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"seats\":1.5"), "/seats", "type", "1.5 is not a whole number"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"seats\":1e300"), "/seats", "type", NULL));
	CU_ASSERT_TRUE(
		create_fails(PARTY(",\"seats\":9223372036854775807.0"), "/seats", "type", NULL));
	CU_ASSERT_TRUE(
		create_fails(PARTY(",\"seats\":9223372036854775807"), "/seats", "too_large", NULL));
	CU_ASSERT_TRUE(
		create_fails(PARTY(",\"seats\":-0"), "/seats", "too_small", "0; at least 1"));
}

static void refuses_unknown_members_and_guesses_what_was_meant(void) {
	CU_ASSERT_TRUE(create_fails(PARTY(",\"statos\":\"x\""), "/statos", "unknown_field",
		"Party has no member \"statos\"; did you mean \"status\"?"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"endTime\":\"x\""), "/endTime", "unknown_field",
		"Party has no member \"endTime\"; did you mean \"end_time\"?"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"frobnicate\":1"), "/frobnicate", "unknown_field",
		"Party has no member \"frobnicate\""));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"guests\":[{\"email\":\"a@b\",\"mail\":1}]"),
		"/guests/0/mail", "unknown_field",
		"Guest has no member \"mail\"; did you mean \"email\"?"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"a/b~\":1"), "/a~1b~0", "unknown_field", NULL));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"\":1"), "/", "unknown_field", NULL));
}

static void never_echoes_more_than_64_bytes(void) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	wire_put_str(&json, "{\"title\":\"x\"," START ",\"");
	for (int i = 0; i < 1000; i++) {
		wire_put_str(&json, "é");
	}
	wire_put_str(&json, "\":1,\"status\":\"");
	for (int i = 0; i < 1000; i++) {
		wire_put_str(&json, "🎉");
	}
	wire_put_str(&json, "\"}");
	struct wire_problems problems;
	struct wire_record *party;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, json.bytes, json.len, WIRE_CREATE, &party, &problems),
		WIRE_INVALID);
	CU_ASSERT_EQUAL(problems.count, 2);
	for (size_t i = 0; i < problems.count; i++) {
		CU_ASSERT(strlen(problems.list[i].message) < 200);
		CU_ASSERT(strlen(problems.list[i].pointer) < 80);
	}
	wire_problems_finish(&problems);
	wire_buffer_finish(&json);
}

static void create_refuses_read_only_members(void) {
	CU_ASSERT_TRUE(create_fails(PARTY(",\"version\":3"), "/version", "read_only",
		"is set by the server; leave it out"));
	CU_ASSERT_TRUE(create_fails(PARTY(",\"guests\":[{\"email\":\"a@b\",\"user_id\":null}]"),
		"/guests/0/user_id", "read_only", NULL));
}

static void replace_and_patch_keep_read_only_members(void) {
	const char *json = PARTY(",\"version\":3");
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_REPLACE, json));
	CU_ASSERT_TRUE(
		comes_back_as(&party_schema, "{\"version\":3}", 13, WIRE_PATCH, "{\"version\":3}"));
	CU_ASSERT_TRUE(only_problem(
		&party_schema, "{\"version\":\"3\"}", WIRE_PATCH, "/version", "type", NULL));
	CU_ASSERT_TRUE(only_problem(
		&party_schema, "{\"title\":\"x\"}", WIRE_REPLACE, "/start_time", "required", NULL));
}

static void patch_requires_nothing_and_knows_null(void) {
	CU_ASSERT_TRUE(comes_back_as(&party_schema, "{}", 2, WIRE_PATCH, "{}"));
	const char *json = "{\"url\":null,\"rule\":null}";
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_PATCH, json));
	json = "{\"rule\":{\"exdates\":[]}}"; /* merges into the stored rule: rrule stays */
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_PATCH, json));
	json = "{\"metadata\":{\"gone\":null,\"kept\":\"v\"}}";
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_PATCH, json));
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"title\":null}", WIRE_PATCH, "/title",
		"not_nullable", "cannot be null; leave it out to keep what is stored"));
}

static void patch_still_checks_what_is_set(void) {
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"title\":\"\"}", WIRE_PATCH, "/title",
		"too_short", "0 characters; at least 1"));
	CU_ASSERT_TRUE(only_problem(
		&party_schema, "{\"seats\":0}", WIRE_PATCH, "/seats", "too_small", NULL));
	CU_ASSERT_TRUE(only_problem(
		&party_schema, "{\"bogus\":0}", WIRE_PATCH, "/bogus", "unknown_field", NULL));
	/* Arrays are replaced whole, so their items must be whole. */
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"guests\":[{\"name\":\"A\"}]}", WIRE_PATCH,
		"/guests/0/email", "required", NULL));
	CU_ASSERT_TRUE(only_problem(&party_schema, "{\"tags\":[null]}", WIRE_PATCH, "/tags/0",
		"not_nullable", "cannot be null"));
}

static void create_refuses_null_where_it_means_nothing(void) {
	CU_ASSERT_TRUE(create_fails(
		"{\"title\":null," START "}", "/title", "not_nullable", "cannot be null"));
	CU_ASSERT_TRUE(create_fails(
		PARTY(",\"metadata\":{\"k\":null}"), "/metadata/k", "not_nullable", NULL));
	CU_ASSERT_TRUE(
		create_fails(PARTY(",\"guests\":[null]"), "/guests/0", "not_nullable", NULL));
}

static void answers_are_read_leniently(void) {
	const char *json = "{\"status\":\"postponed\",\"new_in_2031\":{\"a\":[1]},\"seats\":"
			   "99999999,\"tags\":[],\"title\":null}";
	const char *kept =
		"{\"title\":null,\"status\":\"postponed\",\"seats\":99999999,\"tags\":[]}";
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_ANSWER, kept));
	CU_ASSERT_TRUE(only_problem(
		&party_schema, "{\"seats\":\"many\"}", WIRE_ANSWER, "/seats", "type", NULL));
	CU_ASSERT_EQUAL(
		verdict_of(&party_schema, "{\"seats\":1,\"seats\":2}", WIRE_ANSWER), WIRE_NOT_JSON);
}

static void keeps_any_json_as_text(void) {
	const char *json = "{\"extra\":{\"a\":[1,2.50,\"\\\"é/\",null,true],\"b\":{}}}";
	CU_ASSERT_TRUE(comes_back_as(&party_schema, json, strlen(json), WIRE_ANSWER, json));
	CU_ASSERT_TRUE(
		comes_back_as(&party_schema, "{\"extra\": 7}", 12, WIRE_ANSWER, "{\"extra\":7}"));
	CU_ASSERT_TRUE(comes_back_as(
		&party_schema, "{\"extra\":null}", 14, WIRE_ANSWER, "{\"extra\":null}"));
}

static void writes_uuids_in_lower_case(void) {
	const char *in = PARTY(",\"id\":\"01890A5D-AC96-774B-BCCE-B302099A8057\"");
	const char *out = "{\"id\":\"" UUID "\",\"title\":\"Standup\"," START "}";
	CU_ASSERT_TRUE(comes_back_as(&party_schema, in, strlen(in), WIRE_CREATE, out));
}

static void says_where_the_text_is_not_json(void) {
	CU_ASSERT_EQUAL(
		verdict_of(&party_schema, "{\"title\":\"x\",}", WIRE_CREATE), WIRE_NOT_JSON);
	struct wire_problems problems;
	struct wire_record *party;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, "{\"title\":'x'}", 13, WIRE_CREATE, &party, &problems),
		WIRE_NOT_JSON);
	CU_ASSERT_EQUAL_FATAL(problems.count, 1);
	CU_ASSERT_STRING_EQUAL(problems.list[0].pointer, "");
	CU_ASSERT_STRING_EQUAL(problems.list[0].message, "byte 9: expected a value");
	wire_problems_finish(&problems);
}

static void stays_bounded_when_everything_is_wrong(void) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	wire_put_char(&json, '{');
	for (int i = 0; i < 19000; i++) {
		wire_put_format(&json, "%s\"x%d\":0", i == 0 ? "" : ",", i);
	}
	wire_put_char(&json, '}');
	struct wire_problems problems;
	struct wire_record *party;
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, json.bytes, json.len, WIRE_CREATE, &party, &problems),
		WIRE_INVALID);
	CU_ASSERT_EQUAL(problems.count, WIRE_PROBLEMS_MAX);
	/* A list that is full already must not make the next body pass. */
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, "{}", 2, WIRE_CREATE, &party, &problems), WIRE_INVALID);
	wire_problems_finish(&problems);
	wire_buffer_finish(&json);
}

static void refuses_bodies_of_too_many_values(void) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	wire_put_str(&json, "{\"guests\":[{}");
	for (int i = 0; i < 20000; i++) {
		wire_put_str(&json, ",{}");
	}
	wire_put_str(&json, "]}");
	CU_ASSERT_EQUAL(verdict_of(&party_schema, json.bytes, WIRE_CREATE), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(verdict_of(&party_schema, json.bytes, WIRE_ANSWER),
		WIRE_OK); /* a page may be long */
	wire_buffer_finish(&json);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "reads every kind of member", reads_every_kind_of_member },
		{ "a child outlives its parent", a_child_outlives_its_parent },
		{ "reports every wrong field at once", reports_every_wrong_field_at_once },
		{ "names the wrong type", names_the_wrong_type },
		{ "takes integral numbers for integers", takes_integral_numbers_for_integers },
		{ "refuses unknown members and guesses what was meant",
			refuses_unknown_members_and_guesses_what_was_meant },
		{ "never echoes more than 64 bytes", never_echoes_more_than_64_bytes },
		{ "create refuses read-only members", create_refuses_read_only_members },
		{ "replace and patch keep read-only members",
			replace_and_patch_keep_read_only_members },
		{ "patch requires nothing and knows null", patch_requires_nothing_and_knows_null },
		{ "patch still checks what is set", patch_still_checks_what_is_set },
		{ "create refuses null where it means nothing",
			create_refuses_null_where_it_means_nothing },
		{ "answers are read leniently", answers_are_read_leniently },
		{ "keeps any JSON as text", keeps_any_json_as_text },
		{ "writes UUIDs in lower case", writes_uuids_in_lower_case },
		{ "says where the text is not JSON", says_where_the_text_is_not_json },
		{ "stays bounded when everything is wrong",
			stays_bounded_when_everything_is_wrong },
		{ "refuses bodies of too many values", refuses_bodies_of_too_many_values },
		CU_TEST_INFO_NULL,
	};
	return run_suite("decode", tests);
}

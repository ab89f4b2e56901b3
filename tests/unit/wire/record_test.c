/* record_test.c: setters, counts, copies, and values from plain text. */
#include "asking.h"
#include "party.h"
#include "tests/unit/suite.h"

#include <pthread.h>

static bool encodes_as(const struct wire_record *record, const char *expected) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	wire_encode(record, &out);
	bool same = !out.failed && strcmp(out.bytes, expected) == 0;
	if (!same) {
		fprintf(stderr, "\n    got %s", out.bytes);
	}
	wire_buffer_finish(&out);
	return same;
}

static void begins_empty(void) {
	struct wire_record *party = wire_record_new(&party_schema);
	CU_ASSERT_TRUE(encodes_as(party, "{}"));
	wire_record_unref(party);
	wire_record_unref(NULL);
	CU_ASSERT_PTR_NULL(wire_record_ref(NULL));
}

static void finds_fields_by_name(void) {
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "title", 5), PARTY_TITLE);
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "titles", 5), PARTY_TITLE);
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "titles", 6), -1);
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "titl", 4), -1);
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "", 0), -1);
	CU_ASSERT_EQUAL(wire_field_index(&party_schema, "version", 7), PARTY_VERSION);
}

static void sets_clears_and_sets_again(void) {
	struct wire_record *party = wire_record_new(&party_schema);
	CU_ASSERT_TRUE(wire_set_text(party, PARTY_TITLE, "one", 3));
	CU_ASSERT_TRUE(wire_set_number(party, PARTY_SEATS, -7));
	CU_ASSERT_TRUE(wire_set_number(party, PARTY_IS_LOUD, 0));
	CU_ASSERT_TRUE(wire_set_null(party, PARTY_URL));
	CU_ASSERT_TRUE(encodes_as(
		party, "{\"title\":\"one\",\"url\":null,\"is_loud\":false,\"seats\":-7}"));
	const char *before = party->values[PARTY_TITLE].text;
	CU_ASSERT_TRUE(wire_set_text(party, PARTY_TITLE, "two", 3));
	CU_ASSERT_STRING_EQUAL(before, "one"); /* what was given out stays as it was */
	wire_unset(party, PARTY_URL);
	wire_unset(party, PARTY_SEATS);
	CU_ASSERT_TRUE(encodes_as(party, "{\"title\":\"two\",\"is_loud\":false}"));
	wire_record_unref(party);
}

static void builds_lists_and_maps(void) {
	struct wire_record *party = wire_record_new(&party_schema),
			   *guest = wire_record_new(&guest_schema);
	CU_ASSERT_TRUE(wire_set_text(guest, GUEST_EMAIL, "a@b", 3));
	CU_ASSERT_TRUE(wire_add_record(party, PARTY_GUESTS, guest));
	CU_ASSERT_TRUE(wire_set_text(guest, GUEST_EMAIL, "c@d", 3)); /* the first was copied */
	CU_ASSERT_TRUE(wire_add_record(party, PARTY_GUESTS, guest));
	wire_record_unref(guest);
	for (int i = 0; i < 9; i++) {
		CU_ASSERT_TRUE(wire_add_text(party, PARTY_TAGS, (char[]){ (char)('a' + i) }, 1));
	}
	CU_ASSERT_TRUE(wire_put_entry(party, PARTY_METADATA, "k", "1"));
	CU_ASSERT_TRUE(wire_put_entry(party, PARTY_METADATA, "l\"", NULL));
	CU_ASSERT_TRUE(wire_put_entry(party, PARTY_METADATA, "k", "2"));
	CU_ASSERT_TRUE(
		encodes_as(party, "{\"guests\":[{\"email\":\"a@b\"},{\"email\":\"c@d\"}],"
				  "\"tags\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]"
				  ",\"metadata\":{\"k\":\"2\",\"l\\\"\":null}}"));
	CU_ASSERT_TRUE(wire_set_empty(party, PARTY_TAGS));
	CU_ASSERT_TRUE(wire_set_empty(party, PARTY_METADATA));
	CU_ASSERT_TRUE(wire_set_null(party, PARTY_GUESTS));
	CU_ASSERT_TRUE(encodes_as(party, "{\"guests\":null,\"tags\":[],\"metadata\":{}}"));
	CU_ASSERT_TRUE(wire_put_entry(party, PARTY_METADATA, "m", "3"));
	CU_ASSERT_TRUE(wire_add_text(party, PARTY_TAGS, "z", 1));
	CU_ASSERT_TRUE(
		encodes_as(party, "{\"guests\":null,\"tags\":[\"z\"],\"metadata\":{\"m\":\"3\"}}"));
	wire_record_unref(party);
}

static void copies_whole_trees(void) {
	const char *json =
		"{\"rule\":{\"rrule\":\"FREQ=DAILY\",\"exdates\":[\"2026-11-23T10:00:00\"]},"
		"\"guests\":[{\"email\":\"a@b\",\"name\":null}],\"metadata\":{\"k\":\"v\"},"
		"\"extra\":{\"x\":[1]}}";
	static const struct wire_field box_fields[] = {
		{ .name = "party", .type = WIRE_RECORD, .schema = &party_schema },
	};
	static const struct wire_schema box_schema = { "Box", box_fields, 1 };
	struct wire_problems problems;
	struct wire_record *party = NULL, *box = wire_record_new(&box_schema);
	wire_problems_init(&problems);
	CU_ASSERT_EQUAL_FATAL(
		wire_decode(&party_schema, json, strlen(json), WIRE_PATCH, &party, &problems),
		WIRE_OK);
	CU_ASSERT_TRUE(wire_set_record(box, 0, party));
	wire_record_unref(party);
	CU_ASSERT_TRUE(encodes_as(box->values[0].record, json));
	wire_record_unref(box);
	wire_problems_finish(&problems);
}

static void *hold_and_let_go(void *record) {
	for (int i = 0; i < 10000; i++) {
		wire_record_unref(wire_record_ref(record));
	}
	wire_record_unref(record);
	return NULL;
}

static void is_counted_across_threads(void) {
	struct wire_record *party = wire_record_new(&party_schema);
	pthread_t threads[4];
	for (int i = 0; i < 4; i++) {
		CU_ASSERT_EQUAL_FATAL(
			pthread_create(&threads[i], NULL, hold_and_let_go, wire_record_ref(party)),
			0);
	}
	for (int i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
	}
	CU_ASSERT_TRUE(wire_set_text(party, PARTY_TITLE, "still there", 11));
	wire_record_unref(party);
}

static bool text_gives(size_t field, const char *text, const char *expected) {
	struct wire_record *party = wire_record_new(&party_schema);
	const char *problem = NULL;
	bool same = wire_set_from_text(party, field, text, strlen(text), &problem) &&
		    encodes_as(party, expected);
	wire_record_unref(party);
	return same;
}

static bool text_fails(size_t field, const char *text, const char *expected) {
	struct wire_record *party = wire_record_new(&party_schema);
	const char *problem = NULL;
	bool same = !wire_set_from_text(party, field, text, strlen(text), &problem) &&
		    problem != NULL && strcmp(problem, expected) == 0 &&
		    party->values[field].state == WIRE_UNSET;
	wire_record_unref(party);
	return same;
}

static void reads_values_from_plain_text(void) {
	CU_ASSERT_TRUE(text_gives(PARTY_TITLE, "a,b", "{\"title\":\"a,b\"}"));
	CU_ASSERT_TRUE(text_gives(PARTY_TITLE, "", "{\"title\":\"\"}"));
	CU_ASSERT_TRUE(text_gives(PARTY_SEATS, "-12", "{\"seats\":-12}"));
	CU_ASSERT_TRUE(
		text_gives(PARTY_SEATS, "9223372036854775807", "{\"seats\":9223372036854775807}"));
	CU_ASSERT_TRUE(text_gives(PARTY_IS_LOUD, "true", "{\"is_loud\":true}"));
	CU_ASSERT_TRUE(text_gives(PARTY_IS_LOUD, "false", "{\"is_loud\":false}"));
	CU_ASSERT_TRUE(text_gives(PARTY_TAGS, "a,b c,d", "{\"tags\":[\"a\",\"b c\",\"d\"]}"));
	CU_ASSERT_TRUE(text_gives(PARTY_TAGS, "", "{\"tags\":[]}"));
	CU_ASSERT_TRUE(text_gives(PARTY_ID, "01890A5D-AC96-774B-BCCE-B302099A8057",
		"{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}"));
}

static void says_what_plain_text_cannot_be(void) {
	static const char *const numbers[] = { "", "-", "+1", "1.0", "1e2", " 1", "1 ", "0x1",
		"ten", "--1" };
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		CHECK_ROW(text_fails(PARTY_SEATS, numbers[i], "not a whole number"), numbers[i]);
	}
	CU_ASSERT_TRUE(text_fails(
		PARTY_SEATS, "9223372036854775808", "a number beyond 9223372036854775807"));
	CU_ASSERT_TRUE(text_fails(
		PARTY_SEATS, "99999999999999999999999", "a number beyond 9223372036854775807"));
	CU_ASSERT_TRUE(text_fails(PARTY_IS_LOUD, "1", "neither true nor false"));
	CU_ASSERT_TRUE(text_fails(PARTY_IS_LOUD, "TRUE", "neither true nor false"));
	CU_ASSERT_TRUE(text_fails(PARTY_TAGS, "a,,b", "a list with nothing between two commas"));
	CU_ASSERT_TRUE(text_fails(PARTY_TAGS, ",", "a list with nothing between two commas"));
	CU_ASSERT_TRUE(text_fails(PARTY_TAGS, "a,", "a list with nothing between two commas"));
	CU_ASSERT_TRUE(text_fails(PARTY_RULE, "x", "a value that cannot be given as plain text"));
	CU_ASSERT_TRUE(text_fails(PARTY_GUESTS, "x", "a value that cannot be given as plain text"));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "begins empty", begins_empty },
		{ "finds fields by name", finds_fields_by_name },
		{ "sets, clears and sets again", sets_clears_and_sets_again },
		{ "builds lists and maps", builds_lists_and_maps },
		{ "copies whole trees", copies_whole_trees },
		{ "is counted across threads", is_counted_across_threads },
		{ "reads values from plain text", reads_values_from_plain_text },
		{ "says what plain text cannot be", says_what_plain_text_cannot_be },
		CU_TEST_INFO_NULL,
	};
	return run_suite("record", tests);
}

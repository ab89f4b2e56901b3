/* scan_test.c: RFC 8259, to the letter. Many rows follow the idea of "Parsing JSON is a minefield" (N. Seriot). */
#include "libapi/wire/scan.h"

#include <stdio.h>
#include <stdlib.h>

#include "libapi/wire/buffer.h"
#include "tests/unit/suite.h"

static enum wire_verdict scan_of(const char *json, size_t len) {
	struct wire_scan scan;
	return wire_scan(json, len, 0, &scan);
}

static bool is_json(const char *json) {
	/* A copy without a NUL behind it, so that reading too far is seen. */
	size_t len = strlen(json);
	char *copy = malloc(len + 1);
	memcpy(copy, json, len);
	char *tight = realloc(copy, len > 0 ? len : 1);
	enum wire_verdict verdict = scan_of(tight, len);
	free(tight);
	return verdict == WIRE_OK;
}

static void accepts_json(void) {
	/* clang-format off */
	static const char *const good[] = {
		"{}", "[]", "null", "true", "false", "0", "-0", "-1", "\"\"", "[[]]", "{\"a\":{}}", " { } ", "\t[\r\n1 , 2\n]\n",
		"{\"\":0}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"A\":2}", "{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "[{\"a\":1},{\"a\":1}]",
		"1.5", "-0.0", "1e2", "1E2", "1e+2", "1e-2", "0e1", "0E+0", "1.25e-7", "10000000000000000000.0", "1e308",
		"1.7976931348623157e308", "1.7976931348623158e308", "-1.7976931348623157e+308", "1e-400", "0e999999999999999999",
		"0.00000000000000000000000000000000000001e340", "123456789e300", "9223372036854775807", "-9223372036854775808",
		"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u0041\\u00e9\\uD83C\\uDF89\"", "\"\\u0001\"", "\"\\uFFFF\"", "\"Grüße 🎉\"",
		"\"\x7f\"", "\"\xe2\x80\xa8\"", "\"\xef\xbf\xbf\"", "\"\xf4\x8f\xbf\xbf\"", "[1,null,true,\"x\",{},[]]",
		"\"null\"", "\"\\\\u0000\"",
	};
	/* clang-format on */
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		CHECK_ROW(is_json(good[i]), good[i]);
	}
}

static void refuses_what_is_not_json(void) {
	/* clang-format off */
	static const char *const bad[] = {
		"", " ", "{", "}", "[", "]", "{]", "[}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{\"a\"}", "{\"a\":}",
		"{\"a\":1,}", "{,\"a\":1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}", "{'a':1}", "['a']", "{1:1}", "{null:1}",
		"{\"a\":1}}", "{} {}", "{}x", "{}\0", "nul", "nulll", "Null", "TRUE", "tru", "True", "NaN", "-NaN", "Infinity",
		"-Infinity", "inf", "undefined", "+1", "01", "-01", "00", "1.", ".5", "-.5", "-", "1e", "1e+", "1.e1", "1e1.5", "0x10",
		"1_000", "1a", "--1", "1e1e1", "\"", "\"a", "\"\\\"", "\"\\x41\"", "\"\\'\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\U0041\"",
		"\"\\", "\"\\u", "\"\\u0000\"", "{\"\\u0000\":1}", "\"\\uD83C\"", "\"\\uDF89\"", "\"\\uD83Cx\"", "\"\\uD83C\\n\"",
		"\"\\uD83C\\uD83C\"", "\"\\uDF89\\uD83C\"", "\"\\uD83C\\u0041\"", "\"a\nb\"", "\"a\tb\"", "\"\x01\"", "\"\x1f\"",
		"\"\x80\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\"", "\"\xc3\"", "\"\xff\"", "{\"\xff\":1}",
		"\xef\xbb\xbf{}", "\xc2\xa0{}", "\x0b{}", "\x0c[]", "// x\n{}", "/* x */{}", "{}//x", "{/**/}", "#x\n{}",
		"{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"a\":1}", "{\"a\":1,\"\\u0061\":2}", "{\"\\uD83C\\uDF89\":1,\"🎉\":2}",
		"{\"\\n\":1,\"\\u000a\":1}", "{\"\\/\":1,\"/\":1}", "{\"\":1,\"\":1}", "[{\"x\":{\"a\":1,\"a\":1}}]",
		"{\"é\":1,\"\\u00e9\":1}", "{\"\\u20ac\":1,\"€\":1}",
		"9223372036854775808", "-9223372036854775809", "99999999999999999999", "1e309", "-1e309", "1.8e308", "1e400",
		"1e999999999999999999999", "0.1e310", "17976931348623159000000000000000000.0e274",
	};
	/* clang-format on */
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		if (strcmp(bad[i], "{}") != 0) { /* "{}\0" is asked below, with its length */
			CHECK_ROW(!is_json(bad[i]), bad[i]);
		}
	}
	CU_ASSERT_EQUAL(scan_of("{}\0", 3), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan_of("\"a\0b\"", 5), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan_of("\0", 1), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan_of(NULL, 0), WIRE_NOT_JSON);
}

static void refuses_every_cut_of_a_document(void) {
	const char *json =
		"{\"a\":[1,-2.5e3,\"\\uD83C\\uDF89\",\"é\\n\",true,null],\"b\":{\"c\":false}}";
	CU_ASSERT_TRUE(is_json(json));
	for (size_t len = 0; len < strlen(json); len++) {
		CU_ASSERT_EQUAL(scan_of(json, len), WIRE_NOT_JSON);
	}
}

static bool faults(const char *json, size_t at, const char *message) {
	struct wire_scan scan;
	bool same = wire_scan(json, strlen(json), 0, &scan) == WIRE_NOT_JSON &&
		    scan.fault_at == at && strcmp(scan.fault, message) == 0;
	if (!same) {
		fprintf(stderr, "\n    %s: byte %zu: %s", json, scan.fault_at, scan.fault);
	}
	return same;
}

static void names_the_byte_and_the_fault(void) {
	CU_ASSERT_TRUE(faults("", 0, "the text ends; expected a value"));
	CU_ASSERT_TRUE(faults("{\"a\":NaN}", 5, "expected a value"));
	CU_ASSERT_TRUE(faults("{'a':1}", 1, "expected a member name in double quotes"));
	CU_ASSERT_TRUE(faults("{\"a\":1,}", 7, "expected a member name in double quotes"));
	CU_ASSERT_TRUE(faults("[1 2]", 3, "expected ',' or ']'"));
	CU_ASSERT_TRUE(faults("{\"a\":1", 6, "the text ends; expected ',' or '}'"));
	CU_ASSERT_TRUE(faults("{} x", 3, "text behind the value"));
	CU_ASSERT_TRUE(faults("[\"ab\xff\"]", 4, "not valid UTF-8"));
	CU_ASSERT_TRUE(faults("[\"ab", 1, "a string without its closing quote"));
	CU_ASSERT_TRUE(
		faults("{\"a\":1, \"\\u0061\":2}", 8, "the member \"a\" stands there twice"));
	CU_ASSERT_TRUE(faults("[1, 9223372036854775808]", 4,
		"an integer beyond 64 bits (at most 9223372036854775807)"));
}

static char *repeat(const char *part, size_t count, size_t *len) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	for (size_t i = 0; i < count; i++) {
		wire_put_str(&buffer, part);
	}
	*len = buffer.len;
	return buffer.bytes;
}

static void ends_at_depth_33(void) {
	char nested[66] = { 0 };
	memset(nested, '[', 32);
	memset(nested + 32, ']', 32);
	CU_ASSERT_EQUAL(scan_of(nested, 64), WIRE_OK);
	memset(nested, '[', 33);
	struct wire_scan scan;
	CU_ASSERT_EQUAL(wire_scan(nested, 66, 0, &scan), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan.fault_at, 32);
	CU_ASSERT_STRING_EQUAL(scan.fault, "nested deeper than 32");

	size_t len;
	char *megabyte = repeat("[", 1 << 20, &len);
	CU_ASSERT_EQUAL(wire_scan(megabyte, len, 0, &scan), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan.fault_at, 32);
	free(megabyte);
	megabyte = repeat("{\"a\":", 1 << 18, &len);
	CU_ASSERT_EQUAL(wire_scan(megabyte, len, 0, &scan), WIRE_NOT_JSON);
	free(megabyte);
}

static void depth_is_left_again(void) {
	size_t len;
	char *items = repeat("[[]],", 1000, &len);
	items[0] = '[';
	items[len - 1] = ']';
	/* "[[]],…" became "[[]],[[]],…]": one bracket short, so not JSON; with one more it is. */
	struct wire_buffer whole = WIRE_BUFFER_EMPTY;
	wire_put_char(&whole, '[');
	wire_put(&whole, items, len);
	CU_ASSERT_EQUAL(scan_of(whole.bytes, whole.len), WIRE_OK);
	wire_buffer_finish(&whole);
	free(items);
}

static struct wire_buffer many_members(size_t count) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	wire_put_char(&json, '{');
	for (size_t i = 0; i < count; i++) {
		wire_put_format(&json, "%s\"%zx\":0", i == 0 ? "" : ",", i);
	}
	return json;
}

static void finds_one_double_among_many_members(void) {
	struct wire_buffer json = many_members(90000);
	size_t len = json.len;
	wire_put_char(&json, '}');
	CU_ASSERT_EQUAL(scan_of(json.bytes, json.len), WIRE_OK);
	json.len = len;
	wire_put_str(&json, ",\"7\\u0062c\":1}"); /* 7bc was there */
	struct wire_scan scan;
	CU_ASSERT_EQUAL(wire_scan(json.bytes, json.len, 0, &scan), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan.fault_at, len + 1);
	CU_ASSERT_STRING_EQUAL(scan.fault, "the member \"7bc\" stands there twice");
	wire_buffer_finish(&json);
}

static void finds_doubles_on_both_sides_of_the_sort_bound(void) {
	for (size_t count = 1; count < 140; count++) {
		struct wire_buffer json = many_members(count);
		wire_put_format(&json, ",\"%zx\":0}", count / 2);
		CU_ASSERT_EQUAL(scan_of(json.bytes, json.len), WIRE_NOT_JSON);
		wire_buffer_finish(&json);
	}
}

static void bounds_the_number_of_values_when_asked(void) {
	struct wire_scan scan;
	CU_ASSERT_EQUAL(wire_scan("[{},{\"a\":1}]", 12, 4, &scan), WIRE_OK);
	CU_ASSERT_EQUAL(wire_scan("[{},{\"a\":1},0]", 14, 4, &scan), WIRE_NOT_JSON);
	CU_ASSERT_EQUAL(scan.fault_at, 12);
	CU_ASSERT_STRING_EQUAL(scan.fault, "more than 4 values");
}

static void knows_an_object_from_the_rest(void) {
	struct wire_scan scan;
	CU_ASSERT_EQUAL(wire_scan("  {}", 4, 0, &scan), WIRE_OK);
	CU_ASSERT_TRUE(scan.is_object);
	CU_ASSERT_EQUAL(wire_scan("[{}]", 4, 0, &scan), WIRE_OK);
	CU_ASSERT_FALSE(scan.is_object);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "accepts JSON", accepts_json },
		{ "refuses what is not JSON", refuses_what_is_not_json },
		{ "refuses every cut of a document", refuses_every_cut_of_a_document },
		{ "names the byte and the fault", names_the_byte_and_the_fault },
		{ "ends at depth 33", ends_at_depth_33 },
		{ "leaves a depth again", depth_is_left_again },
		{ "finds one double among many members", finds_one_double_among_many_members },
		{ "finds doubles on both sides of the sort bound",
			finds_doubles_on_both_sides_of_the_sort_bound },
		{ "bounds the number of values when asked",
			bounds_the_number_of_values_when_asked },
		{ "knows an object from the rest", knows_an_object_from_the_rest },
		CU_TEST_INFO_NULL,
	};
	return run_suite("scan", tests);
}

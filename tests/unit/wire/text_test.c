/* text_test.c: UTF-8 counted, cut and quoted. */
#include "libapi/wire/text.h"

#include <stdbool.h>
#include <stdio.h>

#include "tests/unit/suite.h"

static int64_t points(const char *text) {
	return wire_text_points(text, strlen(text));
}

static void counts_code_points_not_bytes(void) {
	CU_ASSERT_EQUAL(points(""), 0);
	CU_ASSERT_EQUAL(points("plain text of more than eight bytes"), 35);
	CU_ASSERT_EQUAL(points("Grüße"), 5);
	CU_ASSERT_EQUAL(points("12345678ü"), 9);
	CU_ASSERT_EQUAL(points("🎉🎉"), 2);
	CU_ASSERT_EQUAL(points("e\xcc\x81"), 2); /* a combining accent is a code point of its own */
	CU_ASSERT_EQUAL(points("\xf4\x8f\xbf\xbf"), 1); /* U+10FFFF */
}

static void refuses_what_is_no_utf8(void) {
	/* clang-format off */
	static const char *const bad[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xe2\x82",
		"\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf0\x9f\x8e", "\xf4\x90\x80\x80",
		"\xf5\x80\x80\x80", "\xfe", "\xff", "12345678\xff", "abcdefg\xff", "\xe2(\xa1", "\xe2\x82(",
		"\xf0\x9f(\x89", "\xf8\x88\x80\x80\x80",
	};
	/* clang-format on */
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		CHECK_ROW(points(bad[i]) == -1, bad[i]);
	}
	CU_ASSERT_EQUAL(wire_text_points("a\0b", 3), -1);
	CU_ASSERT_EQUAL(wire_text_points("12345678\0", 9), -1);
	CU_ASSERT_EQUAL(wire_text_points("1234\000"
					 "678",
				8),
		-1);
}

static void cuts_between_code_points(void) {
	CU_ASSERT_EQUAL(wire_text_cut("abc", 3, 5), 3);
	CU_ASSERT_EQUAL(wire_text_cut("abc", 3, 2), 2);
	CU_ASSERT_EQUAL(wire_text_cut("aü", 3, 2), 1);
	CU_ASSERT_EQUAL(wire_text_cut("🎉x", 5, 3), 0);
	CU_ASSERT_EQUAL(wire_text_cut("🎉x", 5, 4), 4);
	CU_ASSERT_EQUAL(wire_text_cut("\x80\x80\x80\x80\x80\x80", 6, 5), 5);
}

static void quotes_at_most_64_bytes(void) {
	char out[WIRE_QUOTE_ROOM], text[200];
	memset(text, 'a', sizeof text);
	wire_quote(out, text, 64);
	CU_ASSERT_EQUAL(strlen(out), 66);
	wire_quote(out, text, 65);
	CU_ASSERT_EQUAL(strlen(out), 64 + 2 + strlen("…"));
	memcpy(text + 62, "🎉", 4); /* would be cut in its middle */
	wire_quote(out, text, sizeof text);
	CU_ASSERT_EQUAL(strlen(out), 62 + 2 + strlen("…"));
}

static void quotes_no_controls_and_no_broken_bytes(void) {
	char out[WIRE_QUOTE_ROOM];
	CU_ASSERT_STRING_EQUAL(wire_quote(out, "a\x1b[31m\n\x7f", 8), "\"a?[31m??\"");
	CU_ASSERT_STRING_EQUAL(wire_quote(out, "\xffü\xc3", 4), "\"?ü?\"");
	CU_ASSERT_STRING_EQUAL(wire_quote(out, "\xc2\x9b", 2), "\"?\""); /* CSI of C1 */
	CU_ASSERT_STRING_EQUAL(wire_quote(out, "", 0), "\"\"");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "counts code points, not bytes", counts_code_points_not_bytes },
		{ "refuses what is no UTF-8", refuses_what_is_no_utf8 },
		{ "cuts between code points", cuts_between_code_points },
		{ "quotes at most 64 bytes", quotes_at_most_64_bytes },
		{ "quotes no controls and no broken bytes",
			quotes_no_controls_and_no_broken_bytes },
		CU_TEST_INFO_NULL,
	};
	return run_suite("text", tests);
}

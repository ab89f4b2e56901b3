/* buffer_test.c: bytes that grow, numbers, escapes. */
#include "libapi/wire/buffer.h"

#include <stdio.h>

#include "tests/unit/suite.h"

static bool puts_as(const char *text, size_t len,
	void (*put)(struct wire_buffer *, const char *, size_t), const char *expected) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	put(&buffer, text, len);
	bool same = !buffer.failed && strcmp(buffer.bytes, expected) == 0 &&
		    buffer.len == strlen(expected);
	wire_buffer_finish(&buffer);
	return same;
}

static void ends_every_text_with_nul(void) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	wire_put(&buffer, "", 0);
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "");
	wire_put_str(&buffer, "ab");
	wire_put_char(&buffer, 'c');
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "abc");
	wire_buffer_clear(&buffer);
	CU_ASSERT_EQUAL(buffer.len, 0);
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "");
	wire_buffer_finish(&buffer);
	CU_ASSERT_PTR_NULL(buffer.bytes);
}

static void grows_over_many_appends(void) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	for (int i = 0; i < 100000; i++) {
		wire_put_char(&buffer, (char)('a' + i % 26));
	}
	CU_ASSERT_EQUAL(buffer.len, 100000);
	CU_ASSERT_EQUAL(buffer.bytes[99999], 'a' + 99999 % 26);
	CU_ASSERT_EQUAL(buffer.bytes[100000], '\0');
	wire_buffer_finish(&buffer);
}

static void writes_the_ends_of_int64(void) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	wire_put_int(&buffer, INT64_MIN);
	wire_put_char(&buffer, ' ');
	wire_put_int(&buffer, INT64_MAX);
	wire_put_char(&buffer, ' ');
	wire_put_int(&buffer, 0);
	wire_put_int(&buffer, -7);
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "-9223372036854775808 9223372036854775807 0-7");
	wire_buffer_finish(&buffer);
}

static void formats_texts_longer_than_its_room(void) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	char long_text[1001];
	memset(long_text, 'x', 1000);
	long_text[1000] = '\0';
	wire_put_format(&buffer, "%d-%s", 42, "a");
	wire_put_format(&buffer, "%s", long_text);
	CU_ASSERT_EQUAL(buffer.len, 1004);
	CU_ASSERT_EQUAL(strncmp(buffer.bytes, "42-axxx", 7), 0);
	CU_ASSERT_EQUAL(strlen(buffer.bytes), 1004);
	wire_buffer_finish(&buffer);
}

static void remembers_that_memory_ran_out(void) {
	struct wire_buffer buffer = WIRE_BUFFER_EMPTY;
	wire_put_str(&buffer, "kept");
	CU_ASSERT_FALSE(wire_buffer_reserve(&buffer, SIZE_MAX - 2));
	CU_ASSERT_TRUE(buffer.failed);
	wire_put_str(&buffer, "lost");
	wire_put_format(&buffer, "%s", "lost");
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "kept");
	wire_buffer_clear(&buffer);
	wire_put_str(&buffer, "again");
	CU_ASSERT_STRING_EQUAL(buffer.bytes, "again");
	wire_buffer_finish(&buffer);
}

/* Eight bytes are looked at together: every byte at every place of texts around that length. */
static void escapes_a_byte_wherever_it_stands(void) {
	for (unsigned c = 1; c < 256; c++) {
		char alone[1] = { (char)c }, brief[16];
		struct wire_buffer one = WIRE_BUFFER_EMPTY;
		wire_put_json_text(&one, alone, 1);
		snprintf(brief, sizeof(brief), "%.*s", (int)one.len - 2, one.bytes + 1);
		wire_buffer_finish(&one);
		CU_ASSERT_EQUAL(strlen(brief) > 1, c < 0x20 || c == '"' || c == '\\');
		for (int len = 1; len < 27; len++) {
			for (int at = 0; at < len; at++) {
				char text[32], want[48];
				memset(text, 0xe2, sizeof(text));
				text[at] = (char)c;
				snprintf(want, sizeof(want), "\"%.*s%s%.*s\"", at, text, brief,
					len - at - 1, text + at + 1);
				CU_ASSERT_TRUE(
					puts_as(text, (size_t)len, wire_put_json_text, want));
			}
		}
	}
}

static void escapes_json_text_and_nothing_more(void) {
	CU_ASSERT_TRUE(puts_as("", 0, wire_put_json_text, "\"\""));
	CU_ASSERT_TRUE(puts_as("a\"b\\c/", 6, wire_put_json_text, "\"a\\\"b\\\\c/\""));
	CU_ASSERT_TRUE(puts_as("\b\f\n\r\t\x01\x1f\x7f", 8, wire_put_json_text,
		"\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\""));
	CU_ASSERT_TRUE(puts_as("Grüße 🎉", strlen("Grüße 🎉"), wire_put_json_text, "\"Grüße 🎉\""));
	CU_ASSERT_TRUE(puts_as("a\0b", 3, wire_put_json_text, "\"a\\u0000b\""));
}

static void escapes_all_but_unreserved_in_urls(void) {
	CU_ASSERT_TRUE(puts_as("aZ09-._~", 8, wire_put_escaped, "aZ09-._~"));
	CU_ASSERT_TRUE(puts_as("a b/c?d=e&f%", 12, wire_put_escaped, "a%20b%2Fc%3Fd%3De%26f%25"));
	CU_ASSERT_TRUE(puts_as("ü\n", 3, wire_put_escaped, "%C3%BC%0A"));
	CU_ASSERT_TRUE(puts_as("..", 2, wire_put_escaped, ".."));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "ends every text with NUL", ends_every_text_with_nul },
		{ "grows over many appends", grows_over_many_appends },
		{ "writes the ends of int64", writes_the_ends_of_int64 },
		{ "formats texts longer than its room", formats_texts_longer_than_its_room },
		{ "remembers that memory ran out", remembers_that_memory_ran_out },
		{ "escapes JSON text and nothing more", escapes_json_text_and_nothing_more },
		{ "escapes a byte wherever it stands", escapes_a_byte_wherever_it_stands },
		{ "escapes all but unreserved characters in URLs",
			escapes_all_but_unreserved_in_urls },
		CU_TEST_INFO_NULL,
	};
	return run_suite("buffer", tests);
}

/* text_test.c: edit distance, width, quoting, tables, profiles: text in, text out. */
#include <stdint.h>
#include <stdio.h>

#include "cli/configure.h"
#include "cli/quote.h"
#include "cli/suggest.h"
#include "cli/table.h"
#include "cli/width.h"
#include "given.h"
#include "tests/unit/suite.h"

static bool writes(char *text, const char *expected) {
	bool same = text != NULL && strcmp(text, expected) == 0;

	if (!same) {
		fprintf(stderr, "\n    got %s", text != NULL ? text : "nothing");
	}
	free(text);
	return same;
}

static void counts_edits(void) {
	char longest[65];
	CU_ASSERT_EQUAL(edit_distance("title", "title"), 0);
	CU_ASSERT_EQUAL(edit_distance("titel", "title"), 1); /* neighbours swapped */
	CU_ASSERT_EQUAL(edit_distance("tite", "title"), 1);
	CU_ASSERT_EQUAL(edit_distance("titlee", "title"), 1);
	CU_ASSERT_EQUAL(edit_distance("kitten", "sitting"), 3);
	CU_ASSERT_EQUAL(edit_distance("", "abc"), 3);
	memset(longest, 'a', 64);
	longest[64] = '\0';
	CU_ASSERT_EQUAL(edit_distance(longest, longest), SIZE_MAX);
}

static void measures_columns_not_bytes(void) {
	CU_ASSERT_EQUAL(display_width("Zürich"), 6);
	CU_ASSERT_EQUAL(display_width("日本"), 4);
	CU_ASSERT_EQUAL(display_width("e\xCC\x81"), 1); /* a combining accent */
	CU_ASSERT_EQUAL(display_width("\xff\xc3"), 2); /* no UTF-8 */
}

static void prints_no_control_characters(void) {
	char *text = NULL;
	WRITTEN(text, put_text(out,
			      "a\033[31mb\nc\xC2\x9B"
			      "d\xE2\x80\xAE",
			      0));
	CU_ASSERT_TRUE(writes(text, "a\xEF\xBF\xBD[31mb c\xEF\xBF\xBD"
				    "d\xEF\xBF\xBD"));
}

static void cuts_by_columns(void) {
	char *text = NULL;
	WRITTEN(text, put_text(out, "日本語", 4));
	CU_ASSERT_TRUE(writes(text, "日…"));
	text = NULL;
	WRITTEN(text, put_text(out, "abcd", 4));
	CU_ASSERT_TRUE(writes(text, "abcd"));
}

static void aligns_columns(void) {
	struct table table;
	char *text = NULL;
	table_init(&table);
	table_head(&table, "ID");
	table_head(&table, "TITLE");
	table_add(&table, strdup("1"));
	table_add(&table, strdup("日本"));
	table_add(&table, strdup("22"));
	table_add(&table, strdup("x"));
	WRITTEN(text, table_print(&table, out, 0, false));
	CU_ASSERT_TRUE(writes(text, "ID  TITLE\n1   日本\n22  x\n"));
	table_finish(&table);
}

static void shrinks_texts_but_never_ids(void) {
	struct table table;
	char *text = NULL;
	table_init(&table);
	table_head(&table, "ID");
	table_head(&table, "TITLE");
	table_add(&table, strdup("0193590c-2b5e-7a40"));
	table_add(&table, strdup("a title that is longer than the terminal"));
	WRITTEN(text, table_print(&table, out, 34, false));
	CU_ASSERT_TRUE(
		writes(text, "ID                  TITLE\n0193590c-2b5e-7a40  a title that …\n"));
	table_finish(&table);
}

static void quotes_c(void) {
	char *text = NULL;
	WRITTEN(text, put_c_string(out, "a\"b\\c\nd?\?/é\0011"));
	CU_ASSERT_TRUE(writes(text, "\"a\\\"b\\\\c\\nd?\\?/é\\0011\""));
}

static void quotes_shell_and_urls(void) {
	char *text = NULL;
	WRITTEN(text, put_shell_word(out, "it's $HOME `x`"));
	CU_ASSERT_TRUE(writes(text, "'it'\\''s $HOME `x`'"));
	text = NULL;
	WRITTEN(text, put_url_part(out, "a/b?c=d&é \"$x"));
	CU_ASSERT_TRUE(writes(text, "a%2Fb%3Fc%3Dd%26%C3%A9%20%22%24x"));
}

static void keeps_other_profiles(void) {
	const char *old = "# mine\n[default]\nurl = http://a\nkey = k1\n# a note\n\n[other]\nurl = "
			  "http://b\n";
	char *text = NULL;
	WRITTEN(text, put_profiles(out, old, "default", "http://new", "k2"));
	CU_ASSERT_TRUE(writes(text, "# mine\n[default]\nurl = http://new\nkey = k2\n# a "
				    "note\n\n[other]\nurl = http://b\n"));
	text = NULL;
	WRITTEN(text, put_profiles(out, "[a]\nurl = x", "b", "http://new", NULL));
	CU_ASSERT_TRUE(writes(text, "[a]\nurl = x\n\n[b]\nurl = http://new\n"));
	text = NULL;
	WRITTEN(text, put_profiles(out, NULL, "b", "http://new", "k"));
	CU_ASSERT_TRUE(writes(text, "[b]\nurl = http://new\nkey = k\n"));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "counts edits", counts_edits },
		{ "measures columns, not bytes", measures_columns_not_bytes },
		{ "prints no control characters", prints_no_control_characters },
		{ "cuts by columns", cuts_by_columns },
		{ "aligns columns", aligns_columns },
		{ "shrinks texts but never ids", shrinks_texts_but_never_ids },
		{ "quotes C", quotes_c },
		{ "quotes shell words and URLs", quotes_shell_and_urls },
		{ "keeps other profiles", keeps_other_profiles },
		CU_TEST_INFO_NULL,
	};
	width_init();
	return run_suite("text", tests);
}

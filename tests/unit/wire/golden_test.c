/* golden_test.c: files that were written by hand, so that reader and writer cannot agree only with each other.
 *
 * tests/golden/wire/NAME.json is read; what is written must be NAME.out.json, to the byte. A file *-bad.json must
 * be refused with the problems listed in NAME.problems: "pointer code" a line. */
#include <stdio.h>
#include <stdlib.h>

#include "asking.h"
#include "party.h"
#include "tests/unit/suite.h"

#ifndef GOLDEN_DIR
#define GOLDEN_DIR "tests/golden/wire"
#endif

static struct wire_buffer file_text(const char *name) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	char path[512], chunk[4096];
	snprintf(path, sizeof path, "%s/%s", GOLDEN_DIR, name);
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		fprintf(stderr, "\n    cannot read %s", path);
		return text;
	}
	for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;) {
		wire_put(&text, chunk, got);
	}
	fclose(file);
	while (text.len > 0 && text.bytes[text.len - 1] == '\n') {
		text.bytes[--text.len] = '\0';
	}
	return text;
}

static bool file_comes_back(const char *in_name, const char *out_name, enum wire_mode mode) {
	struct wire_buffer in = file_text(in_name), out = file_text(out_name);
	bool same = in.bytes != NULL && out.bytes != NULL &&
		    comes_back_as(&party_schema, in.bytes, in.len, mode, out.bytes);
	/* And what was written is read to the same again. */
	same = same && comes_back_as(&party_schema, out.bytes, out.len, mode, out.bytes);
	wire_buffer_finish(&in);
	wire_buffer_finish(&out);
	return same;
}

static void writes_an_answer_to_the_byte(void) {
	CU_ASSERT_TRUE(file_comes_back("answer.json", "answer.out.json", WIRE_ANSWER));
}

static void writes_a_draft_to_the_byte(void) {
	CU_ASSERT_TRUE(file_comes_back("draft.json", "draft.out.json", WIRE_CREATE));
}

static void writes_a_patch_to_the_byte(void) {
	CU_ASSERT_TRUE(file_comes_back("patch.json", "patch.out.json", WIRE_PATCH));
}

static void lists_the_problems_of_a_bad_draft(void) {
	struct wire_buffer json = file_text("draft-bad.json"),
			   expected = file_text("draft-bad.problems");
	struct wire_buffer found = WIRE_BUFFER_EMPTY;
	struct wire_problems problems;
	struct wire_record *party = NULL;
	wire_problems_init(&problems);
	CU_ASSERT_PTR_NOT_NULL_FATAL(json.bytes);
	CU_ASSERT_PTR_NOT_NULL_FATAL(expected.bytes);
	CU_ASSERT_EQUAL(
		wire_decode(&party_schema, json.bytes, json.len, WIRE_CREATE, &party, &problems),
		WIRE_INVALID);
	for (size_t i = 0; i < problems.count; i++) {
		wire_put_format(&found, "%s%s %s", i == 0 ? "" : "\n", problems.list[i].pointer,
			problems.list[i].code);
	}
	CU_ASSERT_STRING_EQUAL(found.bytes, expected.bytes);
	wire_problems_finish(&problems);
	wire_buffer_finish(&found);
	wire_buffer_finish(&json);
	wire_buffer_finish(&expected);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "writes an answer to the byte", writes_an_answer_to_the_byte },
		{ "writes a draft to the byte", writes_a_draft_to_the_byte },
		{ "writes a patch to the byte", writes_a_patch_to_the_byte },
		{ "lists the problems of a bad draft", lists_the_problems_of_a_bad_draft },
		CU_TEST_INFO_NULL,
	};
	return run_suite("golden", tests);
}

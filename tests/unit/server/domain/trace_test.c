/* trace_test.c: the recommendation's own examples, and headers that must not be continued. */
#include "server/domain/trace.h"

#include "tests/unit/suite.h"

#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"
#define PARENT "00f067aa0ba902b7"
#define ZEROES "00000000000000000000000000000000"

static struct trace enter(const char *header, bool recording) {
	struct trace trace;
	trace_enter(&trace, header, header == NULL ? 0 : strlen(header), recording);
	return trace;
}

static void a_good_header_is_continued_with_a_span_of_our_own(void) {
	static const char *const good[] = { "00-" TRACE "-" PARENT "-01",
		"00-" TRACE "-" PARENT "-ff", "01-" TRACE "-" PARENT "-01",
		"cc-" TRACE "-" PARENT "-01-what-the-future-brings" };

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		struct trace trace = enter(good[i], true);
		CHECK_ROW(strcmp(trace.id, TRACE) == 0, good[i]);
		CHECK_ROW(strcmp(trace.parent, PARENT) == 0, good[i]);
		CHECK_ROW(strcmp(trace.span, PARENT) != 0, good[i]);
		CHECK_ROW(strlen(trace.span) == SPAN_ID_LEN, good[i]);
	}
}

static void a_header_that_cannot_be_read_begins_a_trace(void) {
	static const char *const bad[] = { "", "00", "00-" TRACE "-" PARENT,
		"00-" TRACE "-" PARENT "-0", "00-" TRACE "-" PARENT "-01-",
		"00-" TRACE "-" PARENT "-01x", "ff-" TRACE "-" PARENT "-01",
		"0x-" TRACE "-" PARENT "-01", "00-" ZEROES "-" PARENT "-01",
		"00-" TRACE "-0000000000000000-01",
		"00-4BF92F3577B34DA6A3CE929D0E0E4736-" PARENT "-01",
		"00-" TRACE "-00F067AA0BA902B7-01", "00_" TRACE "-" PARENT "-01",
		"00-" TRACE "_" PARENT "-01", "00-" TRACE "-" PARENT "_01",
		"00-" TRACE "-" PARENT "-0g", "01-" TRACE "-" PARENT "-01x",
		" 00-" TRACE "-" PARENT "-01", NULL };

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		const char *row = bad[i] == NULL ? "no header" : bad[i];
		struct trace trace = enter(bad[i], true);
		CHECK_ROW(strcmp(trace.id, TRACE) != 0, row);
		CHECK_ROW(strlen(trace.id) == TRACE_ID_LEN, row);
		CHECK_ROW(trace.parent[0] == 0, row);
		CHECK_ROW(trace.flags == (TRACE_SAMPLED | TRACE_RANDOM), row);
	}
}

static void who_decides_whether_a_trace_is_kept(void) {
	CU_ASSERT_EQUAL(enter("00-" TRACE "-" PARENT "-01", true).flags, TRACE_SAMPLED);
	CU_ASSERT_EQUAL(enter("00-" TRACE "-" PARENT "-00", true).flags, 0);
	CU_ASSERT_EQUAL(
		enter("00-" TRACE "-" PARENT "-03", true).flags, TRACE_SAMPLED | TRACE_RANDOM);
	CU_ASSERT_EQUAL(enter("00-" TRACE "-" PARENT "-fc", true).flags, 0);
	CU_ASSERT_EQUAL(enter("00-" TRACE "-" PARENT "-03", false).flags, TRACE_RANDOM);
	CU_ASSERT_EQUAL(enter(NULL, false).flags, TRACE_RANDOM);
}

static void what_is_written_can_be_continued(void) {
	struct trace first = enter(NULL, true);
	char text[TRACE_HEADER_LEN + 1];

	trace_write(&first, text);
	CU_ASSERT_EQUAL(strlen(text), TRACE_HEADER_LEN);
	struct trace second = enter(text, true);
	CU_ASSERT_STRING_EQUAL(second.id, first.id);
	CU_ASSERT_STRING_EQUAL(second.parent, first.span);
	CU_ASSERT_STRING_NOT_EQUAL(second.span, first.span);
	CU_ASSERT_EQUAL(second.flags, first.flags);
}

static void no_two_are_alike(void) {
	struct trace first = enter(NULL, true);

	for (int i = 0; i < 2000; i++) {
		struct trace other = enter(NULL, true);
		CU_ASSERT_STRING_NOT_EQUAL(other.id, first.id);
		CU_ASSERT_STRING_NOT_EQUAL(other.span, first.span);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a good header is continued with a span of our own",
			a_good_header_is_continued_with_a_span_of_our_own },
		{ "a header that cannot be read begins a trace",
			a_header_that_cannot_be_read_begins_a_trace },
		{ "who decides whether a trace is kept", who_decides_whether_a_trace_is_kept },
		{ "what is written can be continued", what_is_written_can_be_continued },
		{ "no two are alike", no_two_are_alike },
		CU_TEST_INFO_NULL,
	};
	return run_suite("trace", tests);
}

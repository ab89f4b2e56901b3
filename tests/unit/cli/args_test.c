/* args_test.c: what the command line means, and what is refused. */
#include <stdio.h>

#include "given.h"
#include "tests/unit/suite.h"

static void finds_noun_verb_and_arguments(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "event", "get", "C1", "E1"));
	CU_ASSERT_STRING_EQUAL(args.command->operation, "getEvent");
	CU_ASSERT_STRING_EQUAL(args.path[0], "C1");
	CU_ASSERT_STRING_EQUAL(args.path[1], "E1");
	args_finish(&args);
}

static void takes_a_value_after_a_space_or_an_equals_sign(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "event", "create", "C1", "--title", "A", "--location=B=C"));
	CU_ASSERT_EQUAL_FATAL(args.given_count, 2);
	CU_ASSERT_STRING_EQUAL(args.given[0].text, "A");
	CU_ASSERT_STRING_EQUAL(args.given[1].text, "B=C");
	args_finish(&args);
}

static void mixes_flags_and_arguments(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "event", "--timeout", "5s", "get", "--output=json", "C1", "E1"));
	CU_ASSERT_EQUAL(args.timeout_ms, 5000);
	CU_ASSERT_STRING_EQUAL(args.output, "json");
	CU_ASSERT_STRING_EQUAL(args.path[1], "E1");
	args_finish(&args);
}

static void ends_flags_at_two_dashes(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "calendar", "get", "--", "--all"));
	CU_ASSERT_STRING_EQUAL(args.path[0], "--all");
	CU_ASSERT_FALSE(args.all);
	args_finish(&args);
}

static void keeps_the_url_of_an_event_apart_from_the_servers(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(
		&args, "--url", "http://server", "event", "create", "C1", "--url", "http://page"));
	CU_ASSERT_STRING_EQUAL(args.url, "http://server");
	CU_ASSERT_EQUAL_FATAL(args.given_count, 1);
	CU_ASSERT_STRING_EQUAL(args.given[0].text, "http://page");
	args_finish(&args);
}

static void reads_booleans_in_all_their_forms(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "calendar", "create", "--public-read", "--no-public-write"));
	CU_ASSERT_EQUAL(args.given[0].number, 1);
	CU_ASSERT_EQUAL(args.given[1].number, 0);
	args_finish(&args);
	CU_ASSERT_TRUE(READ(&args, "calendar", "create", "--public-read=false"));
	CU_ASSERT_EQUAL(args.given[0].number, 0);
	args_finish(&args);
	CU_ASSERT_TRUE(REFUSED("true or false", "calendar", "create", "--public-read=maybe"));
}

static void repeats_lists_and_only_lists(void) {
	struct args args;
	CU_ASSERT_TRUE(READ(&args, "event", "create", "C1", "--category", "a", "--category", "b"));
	CU_ASSERT_EQUAL(args.given_count, 2);
	args_finish(&args);
	CU_ASSERT_TRUE(REFUSED(
		"--title is given twice", "event", "create", "C1", "--title", "a", "--title", "b"));
}

static void removes_only_what_can_be_removed(void) {
	struct args args;
	CU_ASSERT_TRUE(
		READ(&args, "event", "update", "C1", "E1", "--no-location", "--no-category"));
	CU_ASSERT_PTR_NULL(args.given[0].text);
	CU_ASSERT_PTR_NULL(args.given[1].text);
	args_finish(&args);
	CU_ASSERT_TRUE(
		REFUSED("title cannot be removed", "event", "update", "C1", "E1", "--no-title"));
}

static void suggests_the_nearest_word(void) {
	CU_ASSERT_TRUE(REFUSED("nearest is event", "evnt", "list"));
	CU_ASSERT_TRUE(REFUSED("nearest is create", "event", "craete"));
	CU_ASSERT_TRUE(REFUSED("nearest is --title", "event", "create", "C1", "--titel", "x"));
	CU_ASSERT_TRUE(
		REFUSED("nearest is confirmed", "event", "create", "C1", "--status", "confirmd"));
	CU_ASSERT_TRUE(REFUSED("no flag --zzzzzzzz.", "event", "create", "C1", "--zzzzzzzz"));
}

static void names_what_is_missing_and_what_is_too_much(void) {
	CU_ASSERT_TRUE(REFUSED("needs event_id", "event", "get", "C1"));
	CU_ASSERT_TRUE(REFUSED("\"X\" is one argument too many", "event", "get", "C1", "E1", "X"));
	CU_ASSERT_TRUE(REFUSED("event_id is empty", "event", "get", "C1", ""));
	CU_ASSERT_TRUE(REFUSED("agenda list needs --from and --to; see", "agenda", "list"));
	CU_ASSERT_TRUE(REFUSED("agenda list needs --to; see", "agenda", "list", "--from", "x"));
	CU_ASSERT_TRUE(REFUSED("event search needs --q; see", "event", "search"));
	CU_ASSERT_TRUE(REFUSED("--title needs a value", "event", "create", "C1", "--title"));
	CU_ASSERT_TRUE(REFUSED("--output needs a value", "--output"));
	CU_ASSERT_TRUE(REFUSED(
		"too many arguments", "api", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
}

static void a_slot_is_told_its_form(void) {
	struct args args;
	CU_ASSERT_TRUE(REFUSED("recurrence_id \"2026-11-24T09:30:00\" is not a slot YYYYMMDD or "
			       "YYYYMMDDTHHMMSS, like 20261124T093000",
		"instance", "get", "C1", "E1", "2026-11-24T09:30:00"));
	CU_ASSERT_TRUE(READ(&args, "instance", "get", "C1", "E1", "20261124"));
	args_finish(&args);
}

static bool settles(const char *typed, const char *sent) {
	struct args args;
	bool same = READ(&args, "agenda", "list", "--from", (char *)typed, "--to",
			    "2026-12-01T00:00:00Z", "--time-zone", "Europe/Berlin") &&
		    strcmp(args.given[0].text, sent) == 0 &&
		    strcmp(args.given[1].text, "2026-12-01T00:00:00Z") == 0;

	args_finish(&args);
	return same;
}

static void dates_become_instants(void) {
	struct args args;
	CU_ASSERT_TRUE(settles("2026-11-23", "2026-11-23T00:00:00+01:00"));
	CU_ASSERT_TRUE(settles("2026-07-01T09:30:00", "2026-07-01T09:30:00+02:00"));
	CU_ASSERT_TRUE(settles("2026-11-23T10:00:00-05:00", "2026-11-23T10:00:00-05:00"));
	CU_ASSERT_TRUE(settles("tomorrow", "tomorrow"));
	CU_ASSERT_TRUE(REFUSED("does not know the zone Mars/Base", "event", "list", "C1", "--from",
		"2026-11-23", "--time-zone", "Mars/Base"));
	setenv("TZ", "America/New_York", 1);
	CU_ASSERT_TRUE(READ(&args, "event", "list", "C1", "--from", "2026-11-23"));
	CU_ASSERT_STRING_EQUAL(args.given[0].text, "2026-11-23T00:00:00-05:00");
	args_finish(&args);
	/* An event's own time means what it says without an offset. */
	CU_ASSERT_TRUE(
		READ(&args, "event", "update", "C1", "E1", "--start-time", "2026-11-23T10:00:00"));
	CU_ASSERT_STRING_EQUAL(args.given[0].text, "2026-11-23T10:00:00");
	args_finish(&args);
}

static void refuses_flags_that_would_do_nothing(void) {
	CU_ASSERT_TRUE(REFUSED("--uid does not apply", "instance", "update", "C1", "E1",
		"20261124T093000", "--uid", "x"));
	CU_ASSERT_TRUE(REFUSED("--recurrence does not apply", "instance", "update", "C1", "E1",
		"20261124T093000", "--no-recurrence"));
	CU_ASSERT_TRUE(REFUSED(
		"--if-match does not apply", "event", "get", "C1", "E1", "--if-match", "1"));
	CU_ASSERT_TRUE(REFUSED("--all does not apply", "event", "get", "C1", "E1", "--all"));
	CU_ASSERT_TRUE(REFUSED("--json does not apply", "event", "get", "C1", "E1", "--json", "-"));
	CU_ASSERT_TRUE(REFUSED("--all takes no value", "event", "list", "C1", "--all=yes"));
}

static void reads_numbers_strictly(void) {
	CU_ASSERT_TRUE(REFUSED("not a whole number", "event", "list", "C1", "--limit", "1O"));
	CU_ASSERT_TRUE(REFUSED(
		"not a whole number", "event", "list", "C1", "--limit", "99999999999999999999"));
	CU_ASSERT_TRUE(REFUSED("not a whole number", "event", "list", "C1", "--limit", ""));
	CU_ASSERT_TRUE(REFUSED("--timeout", "event", "list", "C1", "--timeout", "0s"));
	CU_ASSERT_TRUE(REFUSED("--timeout", "event", "list", "C1", "--timeout", "2h"));
	CU_ASSERT_TRUE(REFUSED("KEY=VALUE", "event", "create", "C1", "--metadata", "key"));
	CU_ASSERT_TRUE(REFUSED("table, json or jsonl", "event", "list", "C1", "--output", "xml"));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "finds noun, verb and arguments", finds_noun_verb_and_arguments },
		{ "takes a value after a space or an equals sign",
			takes_a_value_after_a_space_or_an_equals_sign },
		{ "mixes flags and arguments", mixes_flags_and_arguments },
		{ "ends flags at two dashes", ends_flags_at_two_dashes },
		{ "keeps the url of an event apart from the server's",
			keeps_the_url_of_an_event_apart_from_the_servers },
		{ "reads booleans in all their forms", reads_booleans_in_all_their_forms },
		{ "repeats lists and only lists", repeats_lists_and_only_lists },
		{ "removes only what can be removed", removes_only_what_can_be_removed },
		{ "suggests the nearest word", suggests_the_nearest_word },
		{ "names what is missing and what is too much",
			names_what_is_missing_and_what_is_too_much },
		{ "a slot is told its form", a_slot_is_told_its_form },
		{ "dates become instants", dates_become_instants },
		{ "refuses flags that would do nothing", refuses_flags_that_would_do_nothing },
		{ "reads numbers strictly", reads_numbers_strictly },
		CU_TEST_INFO_NULL,
	};
	return run_suite("args", tests);
}

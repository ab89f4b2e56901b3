/* series_plan_test.c: what a write of a series is told to store. Plans are JSON; a test looks for the members that it is
 * about. */
#include "server/domain/series_plan.h"

#include "server/domain/rrule_iter.h"
#include "tests/unit/suite.h"

enum maker { SERIES, SLOT, SPLIT };

static struct wire_buffer text;
static bool spent;

static const char *plan(enum maker maker, const struct plan_from *from) {
	bool (*const makers[])(const struct plan_from *, struct wire_buffer *,
		bool *) = { plan_series, plan_slot, plan_split };

	wire_buffer_clear(&text);
	CU_ASSERT_TRUE_FATAL(makers[maker](from, &text, &spent));
	CU_ASSERT_EQUAL(text.bytes[0], '{');
	CU_ASSERT_EQUAL(text.bytes[text.len - 1], '}');
	return text.bytes;
}
#define HAS(words) CHECK_ROW(strstr(text.bytes, words) != NULL, words)
#define HAS_NOT(words) CHECK_ROW(strstr(text.bytes, words) == NULL, words)

/* Daily at nine in Berlin from Monday, 2026-01-05, stored and as it would be stored. */
static struct plan_from daily(const char *rule) {
	return (struct plan_from){ .basis = "b",
		.tzid = "Europe/Berlin",
		.start = "20260105T090000",
		.length_s = "1800",
		.rrule = rule,
		.old_tzid = "Europe/Berlin",
		.old_start = "20260105T090000",
		.old_length_s = "1800",
		.old_rrule = rule,
		.steps = RRULE_BUDGET_STEPS };
}

/* ---- a series --------------------------------------------------------------------------------------------- */

static void a_rule_is_stored_in_its_one_form_with_its_bounds(void) {
	struct plan_from from = daily("BYDAY=WE,MO;COUNT=2;FREQ=WEEKLY;INTERVAL=1");
	from.rdates = "20260108T090000";
	from.rrule = "FREQ=WEEKLY;BYDAY=WE,MO;COUNT=2;INTERVAL=1";
	plan(SERIES, &from);
	HAS("\"basis\":\"b\"");
	HAS("\"rrule\":\"FREQ=WEEKLY;COUNT=2;BYDAY=MO,WE\"");
	HAS("\"rdates\":[\"20260108T090000\"]");
	HAS("\"first\":1767600000,\"last\":1767861000"); /* 08:00Z on the 5th, 08:30Z on the 8th */
	HAS("\"errors\":[]");
	CU_ASSERT_FALSE(spent);
}

static void an_endless_series_has_no_last(void) {
	struct plan_from from = daily("FREQ=DAILY");
	plan(SERIES, &from);
	HAS("\"last\":null");
}

static void exceptions_without_a_slot_are_dropped_and_named(void) {
	struct plan_from from = daily("FREQ=DAILY");
	from.rrule = "FREQ=WEEKLY";
	from.exceptions = "20260106T090000,20260112T090000,20260113T090000";
	plan(SERIES, &from);
	HAS("\"dropped\":[\"20260106T090000\",\"20260113T090000\"]");
	from.is_all_day = true; /* of days no time is left */
	from.start = "20260105";
	from.length_s = NULL;
	from.length_days = "1";
	plan(SERIES, &from);
	HAS("\"dropped\":[\"20260106T090000\",\"20260112T090000\",\"20260113T090000\"]");
}

static void a_wrong_rule_is_told_and_nothing_planned(void) {
	struct plan_from from = daily("FREQ=SECONDLY");
	plan(SERIES, &from);
	HAS("rrule_unsupported");
	HAS_NOT("\"first\"");
	from.rrule = "FREQ=DAILY;COUNT=1";
	from.exdates = "20260105T090000";
	plan(SERIES, &from);
	HAS("rrule_no_instances");
}

static void what_cannot_be_stored_has_only_its_basis(void) {
	struct plan_from from = daily("FREQ=DAILY");
	from.start = NULL;
	CU_ASSERT_STRING_EQUAL(plan(SERIES, &from), "{\"basis\":\"b\",\"errors\":[]}");
}

static void few_steps_are_told_as_spent(void) {
	struct plan_from from = daily("FREQ=DAILY;COUNT=10000");
	from.steps = 100;
	plan(SERIES, &from);
	CU_ASSERT_TRUE(spent);
	HAS("rrule_too_complex");
	from.steps = RRULE_BUDGET_STEPS;
	plan(SERIES, &from);
	CU_ASSERT_FALSE(spent);
}

/* ---- a slot ------------------------------------------------------------------------------------------------ */

static void a_slot_is_valid_or_not(void) {
	struct plan_from from = daily("FREQ=DAILY;COUNT=2");
	from.slot = "20260106T090000";
	plan(SLOT, &from);
	HAS("\"slot_valid\":true");
	HAS_NOT("remains");
	from.slot = "20260107T090000";
	plan(SLOT, &from);
	HAS("\"slot_valid\":false");
	from.slot = "20260106"; /* a day, of a series with times */
	plan(SLOT, &from);
	HAS("\"slot_valid\":false");
	from.old_start = NULL; /* no series at all */
	plan(SLOT, &from);
	HAS("\"slot_valid\":false");
}

static void without_the_last_slot_nothing_remains(void) {
	struct plan_from from = daily("FREQ=DAILY;COUNT=2");
	from.without_slot = true;
	from.slot = "20260106T090000";
	plan(SLOT, &from);
	HAS("\"exdates\":[\"20260106T090000\"]");
	HAS("\"remains\":true");
	from.old_exdates = "20260105T090000";
	plan(SLOT, &from);
	HAS("\"remains\":false");
}

/* ---- a split ------------------------------------------------------------------------------------------------ */

static struct plan_from split_at(const char *slot, const char *rule) {
	struct plan_from from = daily(rule);
	from.slot = slot;
	from.start = slot;
	from.rrule = NULL; /* what the patch does not name goes over */
	return from;
}

static void count_is_divided(void) {
	struct plan_from from = split_at("20260108T090000", "FREQ=DAILY;COUNT=5");
	from.old_exdates = "20260106T090000,20260109T090000";
	plan(SPLIT, &from);
	HAS("\"slot_valid\":true");
	CU_ASSERT_FALSE(spent);
	HAS("\"slot_first\":false,\"rrule\":\"FREQ=DAILY;COUNT=3\"");
	HAS("\"exdates\":[\"20260106T090000\"]");
	HAS("\"after\":{\"rest\":2,\"start\":\"20260108T090000\"");
	HAS("\"rrule\":\"FREQ=DAILY;COUNT=2\"");
	HAS("\"exdates\":[\"20260109T090000\"]");
}

static void an_endless_rule_ends_a_second_before_the_cut(void) {
	struct plan_from from = split_at("20260108T090000", "FREQ=DAILY");
	plan(SPLIT, &from);
	HAS("\"rrule\":\"FREQ=DAILY;UNTIL=20260108T075959Z\"");
	HAS("\"rrule\":\"FREQ=DAILY\"");
}

static void the_first_occurrence_is_no_place_to_split(void) {
	struct plan_from from = split_at("20260106T090000", "FREQ=DAILY;COUNT=5");
	from.old_exdates = "20260105T090000";
	plan(SPLIT, &from);
	HAS("\"slot_first\":true");
	HAS_NOT("\"after\"");
	from.slot = "20260106T090001";
	plan(SPLIT, &from);
	HAS("\"slot_valid\":false");
	HAS_NOT("slot_first");
}

static void exceptions_behind_the_cut_that_the_new_rule_lacks_are_dropped(void) {
	struct plan_from from = split_at("20260108T090000", "FREQ=DAILY");
	from.exceptions = "20260106T090000,20260109T090000,20260115T090000";
	from.rrule = "FREQ=WEEKLY";
	from.asks_rrule = true;
	plan(SPLIT, &from);
	HAS("\"dropped\":[\"20260109T090000\"]");
	from.asks_single = true;
	plan(SPLIT, &from);
	HAS("\"recurs\":false");
	HAS("\"dropped\":[\"20260109T090000\",\"20260115T090000\"]");
}

/* The last date alone has neither rule nor further dates: as an RDATE of itself it stays a series. */
static void one_alone_stays_a_series(void) {
	struct plan_from from = split_at("20260120T090000", "FREQ=DAILY;COUNT=2");
	from.old_rdates = "20260120T090000";
	plan(SPLIT, &from);
	HAS("\"start\":\"20260120T090000\",\"recurs\":true,\"rrule\":null,"
	    "\"rdates\":[\"20260120T090000\"]");
}

/* 02:00 falls on 03:00 and is not seen; cut between them, COUNT would bring it up. */
static void what_was_suppressed_stays_so_in_both_halves(void) {
	struct plan_from from = split_at("20260329T030000", "FREQ=HOURLY;COUNT=4");
	from.old_start = "20260329T010000";
	plan(SPLIT, &from);
	HAS("\"rrule\":\"FREQ=HOURLY;COUNT=2\"");
	HAS("\"exdates\":[\"20260329T020000\"]");
}

static void slots_have_one_of_two_shapes(void) {
	static const char *const wrong[] = { "", "2026", "2026010", "20260101T", "20260101T0900",
		"20260101T090000Z", "20260132", "2026-01-01", "20260101T250000" };
	CU_ASSERT_TRUE(slot_is_shaped("20260101T090000"));
	CU_ASSERT_TRUE(slot_is_shaped("20260101"));
	CU_ASSERT_FALSE(slot_is_shaped(NULL));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!slot_is_shaped(wrong[i]), wrong[i]);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a rule is stored in its one form, with its bounds",
			a_rule_is_stored_in_its_one_form_with_its_bounds },
		{ "an endless series has no last", an_endless_series_has_no_last },
		{ "exceptions without a slot are dropped and named",
			exceptions_without_a_slot_are_dropped_and_named },
		{ "a wrong rule is told and nothing planned",
			a_wrong_rule_is_told_and_nothing_planned },
		{ "what cannot be stored has only its basis",
			what_cannot_be_stored_has_only_its_basis },
		{ "few steps are told as spent", few_steps_are_told_as_spent },
		{ "a slot is valid or not", a_slot_is_valid_or_not },
		{ "without the last slot nothing remains", without_the_last_slot_nothing_remains },
		{ "COUNT is divided", count_is_divided },
		{ "an endless rule ends a second before the cut",
			an_endless_rule_ends_a_second_before_the_cut },
		{ "the first occurrence is no place to split",
			the_first_occurrence_is_no_place_to_split },
		{ "exceptions behind the cut that the new rule lacks are dropped",
			exceptions_behind_the_cut_that_the_new_rule_lacks_are_dropped },
		{ "one alone stays a series", one_alone_stays_a_series },
		{ "what was suppressed stays so in both halves",
			what_was_suppressed_stays_so_in_both_halves },
		{ "slots have one of two shapes", slots_have_one_of_two_shapes },
		CU_TEST_INFO_NULL,
	};
	int status = run_suite("series plan", tests);
	wire_buffer_finish(&text);
	return status;
}

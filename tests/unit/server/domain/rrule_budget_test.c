/* rrule_budget_test.c: rules made to cost much end, with a result or with their budget. */
#include "server/domain/rrule_set.h"

#include "libapi/wire/time.h"
#include "tests/unit/suite.h"

static int64_t local(const char *text) {
	struct wire_time time = { 0 };

	CHECK_ROW(wire_time_parse(text, strlen(text), &time), text);
	return time.unix_s;
}

static struct rrule rule_of(const char *text) {
	struct rrule rule = { 0 };
	struct rrule_error error;

	CHECK_ROW(rrule_parse(text, strlen(text), &rule, &error), error.text);
	return rule;
}

static struct rrule_budget all_at_once(void) {
	return (struct rrule_budget){ INT32_MAX, RRULE_BUDGET_STEPS };
}

static int32_t used(const struct rrule_budget *budget) {
	return RRULE_BUDGET_STEPS - budget->left;
}

/* Walks it to its end. */
static enum rrule_verdict exhaust(
	const struct rrule *rule, struct rrule_budget *budget, int32_t *count) {
	struct rrule_iter iter;
	enum rrule_verdict verdict;
	int64_t slot;

	*count = 0;
	rrule_iter_init(&iter, rule, local("1900-01-01T09:00:00"));
	while ((verdict = rrule_iter_next(&iter, budget, &slot)) == RRULE_NEXT) {
		(*count)++;
	}
	return verdict;
}

static void rules_without_instances_end(void) {
	static const char *const texts[] = { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=6MO",
		"FREQ=WEEKLY;BYMONTH=1;BYDAY=MO;BYSETPOS=5", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=DAILY;BYHOUR=1,2;BYSETPOS=3", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31",
		"FREQ=HOURLY;INTERVAL=24;BYHOUR=10", "FREQ=HOURLY;BYMINUTE=1,2;BYSETPOS=-3",
		"FREQ=HOURLY;INTERVAL=1000;BYHOUR=10", "FREQ=YEARLY;INTERVAL=1000",
		"FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6",
		"FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1;BYHOUR=1,2,3;BYMINUTE=1,2;BYSETPOS=-366" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct rrule rule = rule_of(texts[i]);
		struct rrule_budget budget = all_at_once();
		int32_t count;
		CHECK_ROW(exhaust(&rule, &budget, &count) == RRULE_END, texts[i]);
		CHECK_ROW(count == 1, texts[i]);
		CHECK_ROW(used(&budget) < 20000, texts[i]);
	}
}

static void a_budget_ends_a_walk_through_centuries(void) {
	struct rrule rule = rule_of("FREQ=HOURLY");
	struct rrule_budget budget = all_at_once();
	int32_t count;

	CU_ASSERT_EQUAL(exhaust(&rule, &budget, &count), RRULE_SPENT);
	CU_ASSERT_EQUAL(used(&budget), RRULE_BUDGET_STEPS);
	CU_ASSERT_TRUE(count > 90000);
}

static void a_slice_gives_way_and_goes_on(void) {
	struct rrule rule = rule_of("FREQ=DAILY;COUNT=10000");
	struct rrule_budget budget = RRULE_BUDGET_FULL;
	struct rrule_iter iter;
	int32_t count = 0, yields = 0;
	int64_t slot, last = INT64_MIN;

	rrule_iter_init(&iter, &rule, local("1900-01-01T09:00:00"));
	for (;;) {
		enum rrule_verdict verdict = rrule_iter_next(&iter, &budget, &slot);
		if (verdict == RRULE_BUDGET) {
			yields++;
			rrule_budget_refill(&budget);
			continue;
		}
		if (verdict != RRULE_NEXT) {
			CU_ASSERT_EQUAL(verdict, RRULE_END);
			break;
		}
		CU_ASSERT_TRUE(last == INT64_MIN || slot == last + 86400);
		last = slot;
		count++;
	}
	CU_ASSERT_EQUAL(count, RRULE_COUNT_MAX);
	CU_ASSERT_TRUE(yields >= RRULE_COUNT_MAX / RRULE_SLICE_STEPS);
	CU_ASSERT_EQUAL(rrule_iter_next(&iter, &budget, &slot), RRULE_END); /* and stays ended */
}

/* Steps to the first slot after 2150. */
static int32_t steps_of_jump(const char *text) {
	struct rrule rule = rule_of(text);
	struct rrule_budget budget = all_at_once();
	struct rrule_iter iter;
	int64_t slot = 0, to = local("2150-01-01T00:00:00");

	rrule_iter_init(&iter, &rule, local("1900-01-01T09:00:00"));
	rrule_iter_seek(&iter, to);
	CHECK_ROW(rrule_iter_next(&iter, &budget, &slot) == RRULE_NEXT, text);
	CHECK_ROW(slot >= to && slot < local("2160-01-01T00:00:00"), text);
	return used(&budget);
}

static void a_jump_costs_the_same_from_anywhere(void) {
	static const char *const texts[] = { "FREQ=HOURLY", "FREQ=HOURLY;INTERVAL=7;BYHOUR=9",
		"FREQ=DAILY", "FREQ=DAILY;INTERVAL=17;BYHOUR=1,2,3", "FREQ=WEEKLY;INTERVAL=5",
		"FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;INTERVAL=18", "FREQ=YEARLY;INTERVAL=3",
		"FREQ=YEARLY;BYWEEKNO=53", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		CHECK_ROW(steps_of_jump(texts[i]) < 20, texts[i]);
	}
	/* With COUNT, a period is counted at a step: 3,000 months. */
	CU_ASSERT_TRUE(steps_of_jump("FREQ=MONTHLY;COUNT=10000;BYDAY=1MO,3WE") < 3100);
	CU_ASSERT_TRUE(steps_of_jump("FREQ=YEARLY;COUNT=10000;BYMONTH=1,5") < 300);
}

static void positions_in_half_a_million_are_found(void) {
	struct rrule rule =
		rule_of("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;"
			"BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,"
			"22,23;BYMINUTE=0,15,30,45,59;BYSETPOS=1,366,-366,-1;COUNT=9");
	struct rrule_budget budget = all_at_once();
	struct rrule_iter iter;
	int64_t slots[9];

	rrule_iter_init(&iter, &rule, local("2026-01-01T00:00:00"));
	for (int32_t i = 0; i < 9; i++) {
		CU_ASSERT_EQUAL_FATAL(rrule_iter_next(&iter, &budget, &slots[i]), RRULE_NEXT);
	}
	CU_ASSERT_EQUAL(slots[0], local("2026-01-01T00:00:00"));
	/* 120 a day: the 366th is the sixth of the fourth day. */
	CU_ASSERT_EQUAL(slots[1], local("2026-01-04T01:00:00"));
	CU_ASSERT_EQUAL(slots[2], local("2026-12-28T22:59:00"));
	CU_ASSERT_EQUAL(slots[3], local("2026-12-31T23:59:00"));
	CU_ASSERT_EQUAL(slots[4], local("2027-01-01T00:00:00"));
	CU_ASSERT_TRUE(used(&budget) < 20);
}

static void count_says_how_many_came_before(void) {
	/* What a split of a series needs. */
	struct rrule rule = rule_of("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=100");
	struct rrule_budget budget = all_at_once();
	struct rrule_iter iter;
	int64_t slot;

	rrule_iter_init(&iter, &rule, local("2026-01-06T09:00:00")); /* a Tuesday: counts */
	rrule_iter_seek(&iter, local("2026-02-02T09:00:00"));
	CU_ASSERT_EQUAL(rrule_iter_next(&iter, &budget, &slot), RRULE_NEXT);
	CU_ASSERT_EQUAL(slot, local("2026-02-02T09:00:00"));
	/* The start, two in its week, three in each of three weeks, and this one. */
	CU_ASSERT_EQUAL(rrule_iter_counted(&iter), 1 + 2 + 9 + 1);
}

/* ---- sets ----------------------------------------------------------------------------------------------- */

static void dates_past_their_bounds_are_refused(void) {
	static int64_t dates[RRULE_EXDATES_MAX + 1];
	struct rrule_set set = { .start_s = 0, .rdates = dates, .exdates = dates };
	struct rrule_error error;

	for (int32_t i = 0; i <= RRULE_EXDATES_MAX; i++) {
		dates[i] = i * INT64_C(86400);
	}
	set.rdate_count = RRULE_RDATES_MAX;
	set.exdate_count = RRULE_EXDATES_MAX;
	CU_ASSERT_TRUE(rrule_set_check(&set, &error));
	set.rdate_count++;
	CU_ASSERT_FALSE(rrule_set_check(&set, &error));
	CU_ASSERT_EQUAL(error.code, RRULE_TOO_MANY);
	CU_ASSERT_STRING_EQUAL(error.text, "rdates: more than 256");
	set.rdate_count = 0;
	set.exdate_count++;
	CU_ASSERT_FALSE(rrule_set_check(&set, &error));
	CU_ASSERT_STRING_EQUAL(error.text, "exdates: more than 1024");
	set.exdate_count = 1;
	dates[0] = RRULE_FIRST_S - 1;
	CU_ASSERT_FALSE(rrule_set_check(&set, &error));
	CU_ASSERT_EQUAL(error.code, RRULE_INVALID);
	set.exdate_count = 0;
	set.start_s = RRULE_LAST_S + 1;
	CU_ASSERT_FALSE(rrule_set_check(&set, &error));
}

static void a_set_of_dates_needs_no_rule(void) {
	int64_t rdates[] = { 500, 100, 500, 300 };
	struct rrule_set set = { .start_s = 300, .duration_s = 50, .rdates = rdates };
	struct rrule_budget budget = all_at_once();
	struct rrule_occurrence next;
	struct rrule_extent extent;
	struct rrule_walk walk;

	set.rdate_count = rrule_dates_sort(rdates, 4);
	CU_ASSERT_EQUAL(set.rdate_count, 3);
	rrule_walk_init(&walk, &set);
	for (int32_t i = 0; i < 3; i++) {
		CU_ASSERT_EQUAL(rrule_walk_next(&walk, &budget, &next), RRULE_NEXT);
		CU_ASSERT_EQUAL(next.slot_s, 100 + i * 200);
	}
	CU_ASSERT_EQUAL(rrule_walk_next(&walk, &budget, &next), RRULE_END);
	rrule_extent_init(&extent, &set);
	CU_ASSERT_EQUAL(rrule_extent_find(&extent, &budget), RRULE_END);
	CU_ASSERT_TRUE(extent.any && extent.first_start == 100 && extent.last_end == 550);
}

static void a_slot_is_found_or_it_is_not(void) {
	struct rrule rule = rule_of("FREQ=DAILY");
	int64_t start = local("2026-01-01T09:00:00"), gone = start + 3 * 86400;
	struct rrule_set set = {
		.rule = &rule, .start_s = start, .exdates = &gone, .exdate_count = 1
	};
	static const struct {
		int64_t after;
		bool is_slot;
	} rows[] = { { 0, true }, { 86400, true }, { 86401, false }, { -86400, false },
		{ 3 * 86400, false }, { 50 * INT64_C(31557600) / 86400 * 86400, true } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct rrule_budget budget = all_at_once();
		struct rrule_occurrence found;
		struct rrule_walk walk;
		rrule_walk_init(&walk, &set);
		rrule_walk_slot(&walk, start + rows[i].after);
		enum rrule_verdict verdict = rrule_walk_next(&walk, &budget, &found);
		CU_ASSERT_EQUAL(verdict, rows[i].is_slot ? RRULE_NEXT : RRULE_END);
		CU_ASSERT_TRUE(!rows[i].is_slot || found.slot_s == start + rows[i].after);
		CU_ASSERT_TRUE(used(&budget) < 10);
	}
}

static void an_end_in_two_centuries_is_found(void) {
	struct rrule rule = rule_of("FREQ=HOURLY;UNTIL=22001231T235959");
	struct rrule_set set = {
		.rule = &rule, .start_s = local("1900-01-01T00:00:00"), .duration_s = 60
	};
	struct rrule_budget budget = all_at_once();
	struct rrule_extent extent;

	rrule_extent_init(&extent, &set);
	CU_ASSERT_EQUAL(rrule_extent_find(&extent, &budget), RRULE_END);
	CU_ASSERT_TRUE(extent.any && !extent.endless);
	CU_ASSERT_EQUAL(extent.last_end, local("2200-12-31T23:01:00"));
	CU_ASSERT_TRUE(used(&budget) < 300);
}

static void nominal_days_end_on_the_wall_clock(void) {
	struct rrule_set set = { .start_s = 1000, .duration_days = 2, .duration_s = 5 };
	struct rrule_budget budget = all_at_once();
	struct rrule_occurrence next;
	struct rrule_walk walk;

	rrule_walk_init(&walk, &set);
	CU_ASSERT_EQUAL(rrule_walk_next(&walk, &budget, &next), RRULE_NEXT);
	CU_ASSERT_EQUAL(next.end, 1000 + 2 * 86400 + 5);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "rules without instances end", rules_without_instances_end },
		{ "a budget ends a walk through centuries",
			a_budget_ends_a_walk_through_centuries },
		{ "a slice gives way and goes on", a_slice_gives_way_and_goes_on },
		{ "a jump costs the same from anywhere", a_jump_costs_the_same_from_anywhere },
		{ "positions in half a million are found", positions_in_half_a_million_are_found },
		{ "COUNT says how many came before", count_says_how_many_came_before },
		{ "dates past their bounds are refused", dates_past_their_bounds_are_refused },
		{ "a set of dates needs no rule", a_set_of_dates_needs_no_rule },
		{ "a slot is found or it is not", a_slot_is_found_or_it_is_not },
		{ "an end in two centuries is found", an_end_in_two_centuries_is_found },
		{ "nominal days end on the wall clock", nominal_days_end_on_the_wall_clock },
		CU_TEST_INFO_NULL,
	};
	return run_suite("rrule budget", tests);
}

/* derived_test.c: what follows from a stored wall time, a zone, a length and a rule. */
#include "server/domain/derived.h"

#include "tests/unit/suite.h"

static const struct derived_from single = { .stored = { .is_all_day = "f",
						    .floating = "f",
						    .tzid = "Europe/Berlin",
						    .start_local = "2026-10-25 02:30:00",
						    .start_fold = "0",
						    .duration_s = "3600" } };

static int64_t instant(const char *wall) {
	int64_t at_s = 0;
	CU_ASSERT_TRUE_FATAL(local_read(wall, &at_s));
	return at_s;
}

static struct derived derived(const struct derived_from *from) {
	struct derived due;
	const char *fault = NULL;
	CU_ASSERT_TRUE_FATAL(derive(from, &due, &fault));
	CU_ASSERT_PTR_NULL(fault);
	return due;
}

static void of_two_equal_times_the_stored_one_is_meant(void) {
	struct derived_from second = single;
	second.stored.start_fold = "1";
	CU_ASSERT_EQUAL(derived(&single).start_s, instant("2026-10-25 00:30:00"));
	CU_ASSERT_EQUAL(derived(&second).start_s, instant("2026-10-25 01:30:00"));
	CU_ASSERT_EQUAL(derived(&second).end_s, instant("2026-10-25 02:30:00"));
	CU_ASSERT_EQUAL(derived(&second).last_s, derived(&second).end_s);
}

static void a_time_that_the_clock_skips_by_now_comes_after_the_gap(void) {
	struct derived_from skipped = single;
	skipped.stored.start_local = "2026-03-29 02:30:00";
	CU_ASSERT_EQUAL(derived(&skipped).start_s, instant("2026-03-29 01:30:00"));
	CU_ASSERT_EQUAL(derived(&skipped).start_local_s, instant("2026-03-29 02:30:00"));
}

static void a_series_reaches_from_its_first_start_to_its_last_end(void) {
	struct derived_from series = single;
	series.stored.rrule = "FREQ=DAILY;COUNT=3";
	struct derived due = derived(&series);
	CU_ASSERT_FALSE(due.endless);
	CU_ASSERT_EQUAL(due.first_s, instant("2026-10-25 00:30:00"));
	CU_ASSERT_EQUAL(due.last_s, instant("2026-10-27 02:30:00"));
	series.stored.rrule = "FREQ=DAILY";
	CU_ASSERT_TRUE(derived(&series).endless);
}

static void an_exception_that_follows_is_its_series_slot_on_its_own_clock(void) {
	struct derived_from abroad = single;
	abroad.stored.tzid = "America/New_York";
	abroad.stored.start_local = "2000-01-01 00:00:00"; /* of another database */
	abroad.slot = "2026-07-01 09:00:00";
	abroad.series_tzid = "Europe/Berlin";
	CU_ASSERT_EQUAL(derived(&abroad).start_s, instant("2026-07-01 07:00:00"));
	CU_ASSERT_EQUAL(derived(&abroad).start_local_s, instant("2026-07-01 03:00:00"));
	/* 07:30 in Berlin is the second 01:30 of New York's night. */
	abroad.slot = "2026-11-01 07:30:00";
	CU_ASSERT_EQUAL(derived(&abroad).start_local_s, instant("2026-11-01 01:30:00"));
	CU_ASSERT_EQUAL(derived(&abroad).fold, 1);
}

static void what_cannot_be_computed_is_named(void) {
	struct derived due;
	const char *fault = NULL;
	struct derived_from wrong = single;
	wrong.stored.tzid = "Mars/Base";
	CU_ASSERT_FALSE(derive(&wrong, &due, &fault));
	CU_ASSERT_PTR_NOT_NULL(fault);
	wrong = single;
	wrong.slot = "never";
	wrong.series_tzid = "Europe/Berlin";
	CU_ASSERT_FALSE(derive(&wrong, &due, &fault));
	CU_ASSERT_STRING_EQUAL(fault, "the slot cannot be read");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "of two equal times the stored one is meant",
			of_two_equal_times_the_stored_one_is_meant },
		{ "a time that the clock skips by now comes after the gap",
			a_time_that_the_clock_skips_by_now_comes_after_the_gap },
		{ "a series reaches from its first start to its last end",
			a_series_reaches_from_its_first_start_to_its_last_end },
		{ "an exception that follows is its series' slot on its own clock",
			an_exception_that_follows_is_its_series_slot_on_its_own_clock },
		{ "what cannot be computed is named", what_cannot_be_computed_is_named },
		CU_TEST_INFO_NULL,
	};
	return run_suite("derived", tests);
}

/* retry_test.c: the policy by itself: when, how often, how long, and when not. */
#include "libapi/retry.h"

#include "tests/unit/suite.h"

static struct attempt answered(int32_t status) {
	return (struct attempt){ ATTEMPT_ANSWERED, status, false, -1 };
}

static int64_t delay(struct attempt attempt, int32_t tried, uint32_t dice) {
	struct retry_bucket bucket = { RETRY_BUCKET_FULL };

	return libapi__retry_delay_ms(&attempt, tried, 10, 30000, dice, &bucket);
}

static void repeats_what_passes_and_nothing_else(void) {
	static const int32_t passing[] = { 408, 429, 502, 503, 504 };
	static const int32_t final[] = { 200, 304, 400, 401, 403, 404, 409, 410, 412, 413, 422, 428,
		500, 501 };

	for (size_t i = 0; i < sizeof(passing) / sizeof(passing[0]); i++) {
		CU_ASSERT_EQUAL(delay(answered(passing[i]), 1, 7), 7);
	}
	for (size_t i = 0; i < sizeof(final) / sizeof(final[0]); i++) {
		CU_ASSERT_EQUAL(delay(answered(final[i]), 1, 7), -1);
	}
}

static void repeats_a_conflict_only_while_the_first_still_runs(void) {
	struct attempt running = { ATTEMPT_ANSWERED, 409, true, -1 };

	CU_ASSERT_EQUAL(delay(running, 1, 7), 7);
}

static void repeats_lost_connections_but_not_refused_certificates(void) {
	CU_ASSERT_EQUAL(delay((struct attempt){ ATTEMPT_LOST, 0, false, -1 }, 1, 7), 7);
	CU_ASSERT_EQUAL(delay((struct attempt){ ATTEMPT_UNREACHABLE, 0, false, -1 }, 1, 7), 7);
	CU_ASSERT_EQUAL(delay((struct attempt){ ATTEMPT_SLOW_CONNECT, 0, false, -1 }, 1, 7), 7);
	CU_ASSERT_EQUAL(delay((struct attempt){ ATTEMPT_FINAL, 0, false, -1 }, 1, 7), -1);
	CU_ASSERT_EQUAL(delay((struct attempt){ ATTEMPT_TIMED_OUT, 0, false, -1 }, 1, 7), -1);
}

static void doubles_the_bound_up_to_five_seconds(void) {
	static const int64_t bounds[] = { 100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000 };

	for (int32_t tried = 1; tried <= 9; tried++) {
		int64_t bound = bounds[tried - 1];
		CU_ASSERT_EQUAL(delay(answered(503), tried, (uint32_t)bound), bound);
		CU_ASSERT_EQUAL(delay(answered(503), tried, (uint32_t)bound + 1), 0);
		CU_ASSERT_TRUE(delay(answered(503), tried, UINT32_MAX) <= bound);
	}
}

static void stops_at_the_number_of_attempts(void) {
	struct retry_bucket bucket = { RETRY_BUCKET_FULL };
	struct attempt attempt = answered(503);

	CU_ASSERT_TRUE(libapi__retry_delay_ms(&attempt, 2, 3, 30000, 0, &bucket) >= 0);
	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 3, 3, 30000, 0, &bucket), -1);
	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 1, 30000, 0, &bucket), -1);
}

static void never_begins_a_wait_that_passes_the_deadline(void) {
	struct retry_bucket bucket = { RETRY_BUCKET_FULL };
	struct attempt attempt = { ATTEMPT_ANSWERED, 429, false, 2000 };

	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 3, 2001, 0, &bucket), 2000);
	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 3, 2000, 0, &bucket), -1);
	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 3, -5, 0, &bucket), -1);
	CU_ASSERT_EQUAL(bucket.tokens, RETRY_BUCKET_FULL - RETRY_COST);
}

static void empties_its_bucket_in_a_storm_and_fills_it_by_successes(void) {
	struct retry_bucket bucket = { RETRY_BUCKET_FULL };
	struct attempt attempt = answered(503);
	int32_t granted = 0;

	for (int i = 0; i < 1000; i++) {
		granted += libapi__retry_delay_ms(&attempt, 1, 3, 30000, 0, &bucket) >= 0;
	}
	CU_ASSERT_EQUAL(granted, RETRY_BUCKET_FULL / RETRY_COST);
	for (int i = 0; i < RETRY_COST; i++) {
		CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 3, 30000, 0, &bucket), -1);
		libapi__retry_refund(&bucket);
	}
	CU_ASSERT_EQUAL(libapi__retry_delay_ms(&attempt, 1, 3, 30000, 0, &bucket), 0);
	for (int i = 0; i < 2000; i++) {
		libapi__retry_refund(&bucket);
	}
	CU_ASSERT_EQUAL(bucket.tokens, RETRY_BUCKET_FULL);
}

static void reads_retry_after_in_both_forms(void) {
	CU_ASSERT_EQUAL(libapi__retry_after_ms("0", 0), 0);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("120", 0), 120000);
	/* 1994-11-06T08:49:37Z, the date of RFC 9110 §5.6.7 */
	CU_ASSERT_EQUAL(libapi__retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", 784111770), 7000);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", 784111778), 0);
}

static void takes_no_nonsense_for_retry_after(void) {
	CU_ASSERT_EQUAL(libapi__retry_after_ms(NULL, 0), -1);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("", 0), -1);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("soon", 0), -1);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("-1", 0), -1);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("12x", 0), -1);
	CU_ASSERT_EQUAL(libapi__retry_after_ms("99999999999999999999999", 0), 86400000);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "repeats what passes and nothing else", repeats_what_passes_and_nothing_else },
		{ "repeats a conflict only while the first still runs",
			repeats_a_conflict_only_while_the_first_still_runs },
		{ "repeats lost connections but not refused certificates",
			repeats_lost_connections_but_not_refused_certificates },
		{ "doubles the bound up to five seconds", doubles_the_bound_up_to_five_seconds },
		{ "stops at the number of attempts", stops_at_the_number_of_attempts },
		{ "never begins a wait that passes the deadline",
			never_begins_a_wait_that_passes_the_deadline },
		{ "empties its bucket in a storm and fills it by successes",
			empties_its_bucket_in_a_storm_and_fills_it_by_successes },
		{ "reads Retry-After in both forms", reads_retry_after_in_both_forms },
		{ "takes no nonsense for Retry-After", takes_no_nonsense_for_retry_after },
		CU_TEST_INFO_NULL,
	};
	return run_suite("retry", tests);
}

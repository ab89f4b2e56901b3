/* pool_turns_test.c: two pools that write one key, as two loops of a server do. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/store/pool.h"
#include "tests/unit/server/store/rig.h"

#define WRITES 30

static struct rig first, second;
static struct ask asks[2][WRITES];

static void turn_both(void) {
	loop_run(first.loop, 1);
	loop_run(second.loop, 1);
}

static void start_with(uint64_t deadline_us) {
	struct config config;
	rig_config(&config);
	config.queue_age_us = 30000000;
	if (deadline_us != 0) {
		config.database_deadline_us = deadline_us;
	}
	rig_open(&first, &config);
	rig_config(&config);
	config.queue_age_us = 30000000; /* what waits is to be served, however slow the machine */
	memset(&second, 0, sizeof(second));
	rig_open_beside(&second, &config, first.own_turns);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&first, 5000));
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&second, 5000));
	for (int i = 0; i < 50; i++) {
		turn_both();
	}
}

static void finish(void) {
	rig_close(&second);
	rig_close(&first);
}

static bool run_both(int answers, int timeout_ms) {
	uint64_t due_us = monotonic_us() + (uint64_t)timeout_ms * 1000;
	loop_end_turn(first.loop);
	loop_end_turn(second.loop);
	while (rig_answers < answers && monotonic_us() < due_us) {
		turn_both();
	}
	return rig_answers == answers;
}

static const char *overlaps(void) {
	return rig_sql("SELECT count(*) FROM (SELECT began < lag(ended) OVER (ORDER BY began) AS "
		       "mixed FROM put_log)"
		       " AS pairs WHERE mixed");
}

static void they_write_by_turns(void) {
	start_with(0);
	for (int i = 0; i < WRITES; i++) {
		rig_ask_keyed(&first, &asks[0][i], RIG_PUT, "first", "1", "k");
		rig_ask_keyed(&second, &asks[1][i], RIG_PUT, "second", "1", "k");
	}
	CU_ASSERT_TRUE(run_both(2 * WRITES, 20000));
	CU_ASSERT_STRING_EQUAL(overlaps(), "0");
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM (SELECT key = lag(key) OVER (ORDER BY "
				       "began) AS same FROM put_log)"
				       " AS pairs WHERE same"),
		"0");
	finish();
}

static void keys_do_not_wait_for_each_other(void) {
	start_with(0);
	rig_ask_keyed(&first, &asks[0][0], RIG_WRITE_NAP, "0.5", "", "k");
	loop_end_turn(first.loop);
	rig_ask_keyed(&second, &asks[1][0], RIG_PUT, "second", "1", "l");
	CU_ASSERT_TRUE(run_both(2, 5000));
	CU_ASSERT_EQUAL(asks[1][0].place, 1);
	finish();
}

/* The write of the first is in flight, that of the second waits for it. */
static void let_one_wait(const char *nap) {
	rig_ask_keyed(&first, &asks[0][0], RIG_WRITE_NAP, nap, "", "k");
	loop_end_turn(first.loop);
	rig_ask_keyed(&second, &asks[1][0], RIG_PUT, "second", "1", "k");
	for (int i = 0; i < 10; i++) {
		turn_both();
	}
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM put_log"), "0");
	CU_ASSERT_EQUAL(rig_answers, 0);
}

static void a_lost_connection_hands_over(void) {
	start_with(0);
	let_one_wait("3");
	rig_sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = "
		"'PgSleep'");
	CU_ASSERT_TRUE(run_both(2, 20000));
	CU_ASSERT_EQUAL(asks[0][0].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(asks[1][0].failure, STORE_OK);
	finish();
}

static void a_missed_deadline_hands_over(void) {
	start_with(300000);
	let_one_wait("2.5");
	CU_ASSERT_TRUE(run_both(2, 20000));
	CU_ASSERT_EQUAL(asks[0][0].failure, STORE_TIMEOUT);
	CU_ASSERT_EQUAL(asks[1][0].failure, STORE_OK);
	finish();
}

static void a_pool_that_ends_hands_over(void) {
	start_with(0);
	let_one_wait("2.5");
	pool_free(first.pool);
	first.pool = NULL;
	CU_ASSERT_EQUAL(asks[0][0].failure, STORE_DOWN);
	CU_ASSERT_TRUE(rig_run(&second, 2, 20000));
	CU_ASSERT_EQUAL(asks[1][0].failure, STORE_OK);
	finish();
}

static void a_write_whose_client_left_keeps_nobody(void) {
	start_with(0);
	let_one_wait("1.5");
	rig_ask_keyed(&first, &asks[0][1], RIG_PUT, "first", "1", "k");
	loop_end_turn(first.loop);
	pool_drop(
		second.pool, &asks[1][0].query); /* has asked for the turn, which will come to it */
	CU_ASSERT_TRUE(run_both(3, 20000));
	CU_ASSERT_EQUAL(asks[0][1].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[1][0].calls, 1);
	finish();
}

/* All connections of the second are in use the whole time, by what needs no turn. */
static void keep_second_busy(const char *nap, uint64_t turn_kept_us) {
	start_with(0);
	second.pool->turn_kept_us = turn_kept_us;
	for (int i = 0; i < WRITES; i++) {
		rig_ask_keyed(&first, &asks[0][i], RIG_PUT, "first", "1", "k");
	}
	loop_end_turn(first.loop); /* has the turn before the second asks */
	rig_ask_keyed(&second, &asks[1][0], RIG_PUT, "second", "1", "k");
	for (int i = 1; i < WRITES; i++) {
		rig_ask(&second, &asks[1][i], RIG_WRITE_NAP, nap, "");
	}
}

static void a_loop_that_is_never_idle_gets_its_turn(void) {
	keep_second_busy("0.02", 10000000);
	CU_ASSERT_TRUE(run_both(2 * WRITES, 20000));
	CU_ASSERT_STRING_EQUAL(
		rig_sql("SELECT (count(*) < 5)::text FROM put_log WHERE key = 'first' AND began <"
			" (SELECT began FROM put_log WHERE key = 'second')"),
		"true");
	finish();
}

static void a_turn_is_not_kept_behind_slow_writes(void) {
	keep_second_busy("0.8", 10000);
	CU_ASSERT_TRUE(run_both(WRITES, 5000)); /* those of the first; the rest sleeps on */
	for (int i = 0; i < WRITES; i++) {
		CU_ASSERT_EQUAL(asks[0][i].failure, STORE_OK);
		CU_ASSERT_EQUAL(asks[0][i].calls, 1);
	}
	finish();
}

/* ---- threads ---------------------------------------------------------------------------------------------- */

static _Atomic int done[2];

static void on_done(struct query *query, enum store_failure failure, PGresult *result) {
	struct ask *ask = (struct ask *)query;
	(void)result;
	ask->calls++;
	ask->failure = failure;
	done[ask >= asks[1]]++;
}

static void *write_all(void *data) {
	struct rig *rig = data;
	struct ask *mine = asks[rig == &second];
	uint64_t until_us = monotonic_us() + 20000000;
	for (int i = 0; i < WRITES; i++) {
		memset(&mine[i], 0, sizeof(mine[i]));
		mine[i].values[0] = rig == &second ? "second" : "first";
		mine[i].values[1] = "1";
		list_init(&mine[i].query.link);
		mine[i].query.statement = &statements[RIG_PUT];
		mine[i].query.values = mine[i].values;
		mine[i].query.on_done = on_done;
		snprintf(mine[i].query.serial_key, sizeof(mine[i].query.serial_key), "k");
		pool_submit(rig->pool, &mine[i].query);
	}
	loop_end_turn(rig->loop);
	while (done[rig == &second] < WRITES && monotonic_us() < until_us) {
		loop_run(rig->loop, 100);
	}
	return NULL;
}

static void two_threads_never_write_one_key_together(void) {
	pthread_t threads[2];
	start_with(0);
	done[0] = done[1] = 0;
	pthread_create(&threads[0], NULL, write_all, &first);
	pthread_create(&threads[1], NULL, write_all, &second);
	pthread_join(threads[0], NULL);
	pthread_join(threads[1], NULL);
	CU_ASSERT_EQUAL(done[0], WRITES);
	CU_ASSERT_EQUAL(done[1], WRITES);
	for (int i = 0; i < 2 * WRITES; i++) {
		CU_ASSERT_EQUAL(asks[i % 2][i / 2].failure, STORE_OK);
		CU_ASSERT_EQUAL(asks[i % 2][i / 2].calls, 1);
	}
	CU_ASSERT_STRING_EQUAL(overlaps(), "0");
	finish();
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "they write by turns", they_write_by_turns },
		{ "keys do not wait for each other", keys_do_not_wait_for_each_other },
		{ "a lost connection hands over", a_lost_connection_hands_over },
		{ "a missed deadline hands over", a_missed_deadline_hands_over },
		{ "a pool that ends hands over", a_pool_that_ends_hands_over },
		{ "a write whose client left keeps nobody",
			a_write_whose_client_left_keeps_nobody },
		{ "a loop that is never idle gets its turn",
			a_loop_that_is_never_idle_gets_its_turn },
		{ "a turn is not kept behind slow writes", a_turn_is_not_kept_behind_slow_writes },
		{ "two threads never write one key together",
			two_threads_never_write_one_key_together },
		CU_TEST_INFO_NULL,
	};
	return run_suite("pool turns", tests);
}

/* pool_test.c: the pool on a healthy PostgreSQL. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/server/store/rig.h"

#define MANY 1000
static struct ask asks[MANY];

static void start(struct rig *rig) {
	struct config config;
	rig_config(&config);
	config.queue = 2 * MANY;
	rig_open(rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(rig, 3000));
	rig_turns(rig, 50); /* the herd */
}

static void a_thousand_reads_are_pipelined_and_each_gets_its_own_answer(void) {
	struct rig rig;
	start(&rig);
	uint64_t syncs = metric_read(&rig.numbers->syncs);
	for (int i = 0; i < MANY; i++) {
		char number[16];
		snprintf(number, sizeof(number), "%d", i);
		rig_ask(&rig, &asks[i], RIG_ECHO, number, "");
	}
	CU_ASSERT_TRUE(rig_run(&rig, MANY, 5000));
	int wrong = 0;
	for (int i = 0; i < MANY; i++) {
		wrong += asks[i].calls != 1 || asks[i].failure != STORE_OK ||
			 atoi(asks[i].text) != i;
	}
	CU_ASSERT_EQUAL(wrong, 0);
	/* Reads of a turn share a sync: far fewer syncs than reads. */
	CU_ASSERT_TRUE(metric_read(&rig.numbers->syncs) - syncs < MANY / 4);
	rig_close(&rig);
}

static void an_error_amid_a_group_hits_only_the_one_that_made_it(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 16; i++) {
		rig_ask(&rig, &asks[i], RIG_DIVIDE, i == 5 || i == 6 ? "0" : "1", "");
	}
	CU_ASSERT_TRUE(rig_run(&rig, 16, 3000));
	for (int i = 0; i < 16; i++) {
		CU_ASSERT_EQUAL(asks[i].calls, 1);
		CU_ASSERT_STRING_EQUAL(asks[i].text, i == 5 || i == 6 ? "22012" : "1");
	}
	CU_ASSERT_TRUE(metric_read(&rig.numbers->resent) > 0);
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->lost), 0);
	rig_close(&rig);
}

static void writes_of_one_key_keep_their_order_and_never_overlap(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 60; i++) {
		char number[16];
		snprintf(number, sizeof(number), "%d", i);
		const char *key = i % 5 < 2   ? "a"
				  : i % 5 < 4 ? "b"
					      : ""; /* neighbours, that two connections would mix */
		rig_ask_keyed(&rig, &asks[i], RIG_PUT, key, number, key);
	}
	CU_ASSERT_TRUE(rig_run(&rig, 60, 5000));
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM put_log"), "60");
	CU_ASSERT_STRING_EQUAL(
		rig_sql("SELECT count(*) FROM (SELECT began < lag(ended) OVER (PARTITION BY key "
			"ORDER BY n)"
			" AS mixed FROM put_log WHERE key <> '') AS pairs WHERE mixed"),
		"0");
	/* And keys do run beside each other. */
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT (count(*) > 0)::text FROM put_log a JOIN put_log b "
				       "ON a.key <> b.key AND"
				       " a.began < b.ended AND b.began < a.ended"),
		"true");
	rig_close(&rig);
}

static void reads_overtake_a_write_that_waits(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_WRITE_NAP, "0.3", "");
	rig_ask(&rig, &asks[1], RIG_WRITE_NAP, "0.3", "");
	rig_ask(&rig, &asks[2], RIG_ECHO, "quick", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 3000));
	CU_ASSERT_EQUAL(asks[2].place, 1);
	rig_close(&rig);
}

static void reads_overtake_heavy_ones_and_those_take_turns(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 4; i++) {
		rig_ask(&rig, &asks[i], RIG_NAP, "0.2", "");
		asks[i].query.heavy = true; /* nothing is sent before the turn's end */
	}
	for (int i = 4; i < 10; i++) {
		rig_ask(&rig, &asks[i], RIG_ECHO, "quick", "");
	}
	CU_ASSERT_TRUE(rig_run(&rig, 10, 20000));
	for (int i = 0; i < 4; i++) {
		CU_ASSERT_EQUAL(asks[i].place, 7 + i);
	}
	rig_close(&rig);
}

static void heavy_reads_that_find_no_room_do_not_hold_up_the_rest(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 40; i++) { /* more than one connection carries */
		rig_ask(&rig, &asks[i], RIG_NAP, "0.01", "");
		asks[i].query.heavy = true;
	}
	rig_ask(&rig, &asks[40], RIG_ECHO, "quick", "");
	CU_ASSERT_TRUE(rig_run(&rig, 41, 20000));
	CU_ASSERT_TRUE(asks[40].place < 10);
	rig_close(&rig);
}

static void past_the_queue_is_busy_at_once(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	config.queue = 8;
	rig_open(&rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&rig, 3000));
	for (int i = 0; i < 20; i++) {
		rig_ask(&rig, &asks[i], RIG_PUT, "k", "1");
	}
	loop_end_turn(rig.loop);
	CU_ASSERT_EQUAL(rig_answers, 12);
	CU_ASSERT_TRUE(rig_run(&rig, 20, 3000));
	for (int i = 0; i < 20; i++) {
		CU_ASSERT_EQUAL(asks[i].failure, i < 8 ? STORE_OK : STORE_BUSY);
	}
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->busy[LANE_WRITE]), 12);
	rig_close(&rig);
}

static void one_key_leaves_room_for_other_keys_and_for_reads(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	config.queue = 8;
	rig_open(&rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&rig, 3000));
	for (int i = 0; i < 20; i++) {
		rig_ask_keyed(&rig, &asks[i], RIG_PUT, "k", "1", "k");
	}
	for (int i = 20; i < 24; i++) {
		rig_ask_keyed(&rig, &asks[i], RIG_PUT, "l", "1", "l");
	}
	for (int i = 24; i < 32; i++) {
		rig_ask(&rig, &asks[i], RIG_ECHO, "read", "");
	}
	CU_ASSERT_TRUE(rig_run(&rig, 32, 3000));
	for (int i = 0; i < 32; i++) {
		CU_ASSERT_EQUAL(asks[i].failure, i < 4 || i >= 20 ? STORE_OK : STORE_BUSY);
	}
	rig_close(&rig);
}

static void too_old_in_the_queue_is_busy_and_past_its_own_deadline_a_timeout(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	config.queue_age_us = 100000;
	rig_open(&rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&rig, 3000));
	rig_ask_keyed(&rig, &asks[0], RIG_WRITE_NAP, "0.4", "", "k");
	rig_ask_keyed(&rig, &asks[1], RIG_WRITE_NAP, "0", "", "k");
	rig_ask_keyed(&rig, &asks[2], RIG_WRITE_NAP, "0", "", "k");
	asks[2].query.deadline_us = monotonic_us() + 50000;
	CU_ASSERT_TRUE(rig_run(&rig, 3, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_BUSY);
	CU_ASSERT_EQUAL(asks[0].place, 3);
	CU_ASSERT_TRUE(asks[2].failure == STORE_TIMEOUT || asks[2].failure == STORE_BUSY);
	rig_close(&rig);
}

static void a_serialization_failure_is_tried_three_times(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_STUMBLE, "3", "");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_STRING_EQUAL(asks[0].text, "stands");
	rig_ask(&rig, &asks[1], RIG_STUMBLE, "1000", "");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 3000));
	CU_ASSERT_EQUAL(asks[1].failure, STORE_ERROR);
	CU_ASSERT_STRING_EQUAL(asks[1].text, "40001");
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT last_value FROM stumbles"), "6");
	rig_close(&rig);
}

static void one_that_waits_for_its_retry_keeps_its_key(void) {
	struct rig rig;
	start(&rig);
	rig_ask_keyed(&rig, &asks[0], RIG_STUMBLE, "3", "", "k");
	rig_ask_keyed(&rig, &asks[1], RIG_PUT, "k", "1", "k");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[0].place, 1);
	rig_close(&rig);
}

static void an_error_of_the_commit_is_the_answer(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_ORPHAN, "1", "");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_ERROR);
	CU_ASSERT_STRING_EQUAL(asks[0].text, "23503");
	rig_ask(&rig, &asks[1], RIG_PUT, "k", "1");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 3000)); /* the connection goes on */
	CU_ASSERT_EQUAL(asks[1].failure, STORE_OK);
	rig_close(&rig);
}

static void a_dropped_query_still_ends_once_and_is_not_sent_if_it_waited(void) {
	struct rig rig;
	start(&rig);
	rig_ask_keyed(&rig, &asks[0], RIG_WRITE_NAP, "0.1", "", "k");
	rig_ask_keyed(&rig, &asks[1], RIG_WRITE_NAP, "0.2", "", "k");
	loop_end_turn(rig.loop);
	pool_drop(rig.pool, &asks[0].query);
	pool_drop(rig.pool, &asks[1].query);
	CU_ASSERT_EQUAL(rig_answers, 0);
	CU_ASSERT_TRUE(rig_run(&rig, 2, 3000));
	CU_ASSERT_EQUAL(asks[0].calls, 1);
	CU_ASSERT_EQUAL(asks[1].calls, 1);
	rig_turns(&rig, 50);
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM naps"), "1");
	rig_close(&rig);
}

static void a_changed_table_is_planned_anew_on_a_new_connection(void) {
	struct rig rig;
	start(&rig);
	rig_sql("ALTER TABLE altered ADD COLUMN more integer");
	for (int i = 0; i < 4; i++) {
		rig_ask(&rig, &asks[i], RIG_ALL, "7", "");
	}
	CU_ASSERT_TRUE(rig_run(&rig, 4, 3000));
	for (int i = 0; i < 4; i++) {
		CU_ASSERT_EQUAL(asks[i].failure, STORE_OK);
		CU_ASSERT_STRING_EQUAL(asks[i].text, "7");
	}
	rig_close(&rig);
}

static void notices_of_a_turn_go_out_in_one_statement(void) {
	struct rig rig;
	start(&rig);
	PGconn *pg = PQconnectdb(getenv("DATABASE_URL"));
	PQclear(PQexec(pg, "LISTEN calendars"));
	pool_notify(rig.pool, "calendars", "one");
	pool_notify(rig.pool, "calendars", "two \"quoted\\");
	rig_turns(&rig, 50);
	PQclear(PQexec(pg, "SELECT 1"));
	PGnotify *first = PQnotifies(pg), *second = PQnotifies(pg);
	CU_ASSERT_PTR_NOT_NULL_FATAL(first);
	CU_ASSERT_PTR_NOT_NULL_FATAL(second);
	CU_ASSERT_STRING_EQUAL(first->extra, "one");
	CU_ASSERT_STRING_EQUAL(second->extra, "two \"quoted\\");
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->notices), 1);
	PQfreemem(first);
	PQfreemem(second);
	PQfinish(pg);
	rig_close(&rig);
}

static void a_pool_that_ends_ends_its_queries(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 40; i++) {
		rig_ask(&rig, &asks[i], i % 2 ? RIG_NAP : RIG_WRITE_NAP, "1", "");
	}
	rig_turns(&rig, 20);
	rig_close(&rig);
	CU_ASSERT_EQUAL(rig_answers, 40);
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(asks[39].failure, STORE_DOWN);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a thousand reads are pipelined and each gets its own answer",
			a_thousand_reads_are_pipelined_and_each_gets_its_own_answer },
		{ "an error amid a group hits only the one that made it",
			an_error_amid_a_group_hits_only_the_one_that_made_it },
		{ "writes of one key keep their order and never overlap",
			writes_of_one_key_keep_their_order_and_never_overlap },
		{ "reads overtake a write that waits", reads_overtake_a_write_that_waits },
		{ "reads overtake heavy ones, and those take turns",
			reads_overtake_heavy_ones_and_those_take_turns },
		{ "heavy reads that find no room do not hold up the rest",
			heavy_reads_that_find_no_room_do_not_hold_up_the_rest },
		{ "past the queue is busy at once", past_the_queue_is_busy_at_once },
		{ "one key leaves room for other keys and for reads",
			one_key_leaves_room_for_other_keys_and_for_reads },
		{ "too old in the queue is busy, and past its own deadline a timeout",
			too_old_in_the_queue_is_busy_and_past_its_own_deadline_a_timeout },
		{ "a serialization failure is tried three times",
			a_serialization_failure_is_tried_three_times },
		{ "one that waits for its retry keeps its key",
			one_that_waits_for_its_retry_keeps_its_key },
		{ "an error of the commit is the answer", an_error_of_the_commit_is_the_answer },
		{ "a dropped query still ends once, and is not sent if it waited",
			a_dropped_query_still_ends_once_and_is_not_sent_if_it_waited },
		{ "a changed table is planned anew on a new connection",
			a_changed_table_is_planned_anew_on_a_new_connection },
		{ "notices of a turn go out in one statement",
			notices_of_a_turn_go_out_in_one_statement },
		{ "a pool that ends ends its queries", a_pool_that_ends_ends_its_queries },
		CU_TEST_INFO_NULL,
	};
	return run_suite("pool", tests);
}

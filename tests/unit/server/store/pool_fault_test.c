/* pool_fault_test.c: the pool while PostgreSQL is killed, stopped, made read-only or too slow. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/store/conn.h"
#include "server/store/resolve.h"
#include "tests/unit/server/store/rig.h"

static struct ask asks[64];

static void start(struct rig *rig) {
	struct config config;
	rig_config(&config);
	rig_open(rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(rig, 3000));
	rig_turns(rig, 50);
}

static void reads_of_a_killed_connection_are_sent_again(void) {
	struct rig rig;
	start(&rig);
	for (int i = 0; i < 8; i++) {
		rig_ask(&rig, &asks[i], RIG_NAP, "0.1", "");
	}
	rig_turns(&rig, 30);
	CU_ASSERT_EQUAL(rig_terminate(), 5);
	CU_ASSERT_TRUE(rig_run(&rig, 8, 3000));
	for (int i = 0; i < 8; i++) {
		CU_ASSERT_EQUAL(asks[i].failure, STORE_OK);
		CU_ASSERT_EQUAL(asks[i].calls, 1);
	}
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->resent), 8);
	CU_ASSERT_TRUE(rig_wait_up(&rig, 2000));
	rig_close(&rig);
}

/* Until so many naps are slept on the server. */
static void await_naps(struct rig *rig, const char *count) {
	for (int i = 0; i < 100; i++) {
		rig_turns(rig, 10);
		if (strcmp(rig_sql("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' "
				   "AND"
				   " wait_event = 'PgSleep'"),
			    count) == 0) {
			return;
		}
	}
	CU_FAIL("no such number of naps");
}

/* Until another backend than `pid` sleeps: between two naps there need be no moment that one could see. */
static void await_nap_of_another(struct rig *rig, char pid[16]) {
	char sql[200];
	snprintf(sql, sizeof(sql),
		"SELECT pid FROM pg_stat_activity WHERE state = 'active' AND wait_event = 'PgSleep'"
		" AND pid <> %s",
		pid);
	for (int i = 0; i < 100; i++) {
		rig_turns(rig, 10);
		const char *other = rig_sql(sql);
		if (other[0] != '\0') {
			snprintf(pid, 16, "%s", other);
			return;
		}
	}
	CU_FAIL("nobody else naps");
}

static unsigned up_count(const struct rig *rig) {
	unsigned up = 0;
	for (int lane = 0; lane < METRIC_LANES; lane++) {
		up += (unsigned)metric_read(&rig->numbers->conns[lane][CONN_READY]) +
		      (unsigned)metric_read(&rig->numbers->conns[lane][CONN_BUSY]);
	}
	return up;
}

static void await_up(struct rig *rig, unsigned count) {
	for (int i = 0; i < 1000 && up_count(rig) != count; i++) {
		rig_turns(rig, 10);
	}
	CU_ASSERT_EQUAL(up_count(rig), count);
}

static void a_read_is_sent_again_only_twice(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_NAP, "3", "");
	char pid[16] = "0";
	await_nap_of_another(&rig, pid);
	rig_terminate();
	for (int i = 0; i < 2; i++) {
		/* on a new connection, never on one that is about to die too */
		await_nap_of_another(&rig, pid);
		CU_ASSERT_EQUAL(rig_answers, 0);
		await_up(&rig, 5); /* one that is cut while it connects is another fault */
		rig_terminate();
	}
	CU_ASSERT_TRUE(rig_run(&rig, 1, 2000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	rig_close(&rig);
}

static void a_write_of_a_killed_connection_is_not_repeated(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_WRITE_NAP, "0.3", "");
	rig_turns(&rig, 30);
	rig_terminate();
	CU_ASSERT_TRUE(rig_run(&rig, 1, 2000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	rig_turns(&rig, 400);
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM naps"), "0");
	CU_ASSERT_TRUE(rig_wait_up(&rig, 2000));
	rig_close(&rig);
}

static void a_write_that_may_be_repeated_is(void) {
	struct rig rig;
	start(&rig);
	rig_ask_keyed(&rig, &asks[0], RIG_WRITE_NAP, "0.3", "", "one");
	asks[0].query.repeatable = true;
	rig_ask_keyed(&rig, &asks[1], RIG_PUT, "one", "1",
		"one"); /* stands behind it, also the second time */
	await_naps(&rig, "1");
	rig_terminate();
	CU_ASSERT_TRUE(rig_run(&rig, 2, 5000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_OK);
	CU_ASSERT_TRUE(asks[0].place < asks[1].place);
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM naps"), "1");
	rig_close(&rig);
}

static void a_write_comes_with_its_position(void) {
	struct rig rig;
	start(&rig);
	rig_ask(&rig, &asks[0], RIG_PUT, "x", "1");
	asks[0].query.wants_position = true;
	rig_ask(&rig, &asks[1], RIG_ORPHAN, "1", "");
	asks[1].query.wants_position = true;
	rig_ask(&rig, &asks[2], RIG_PUT, "x", "2");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_STRING_EQUAL(asks[0].query.position, "0000000a-00000000000000ff");
	CU_ASSERT_EQUAL(asks[1].failure, STORE_ERROR);
	CU_ASSERT_STRING_EQUAL(asks[1].text, "23503");
	CU_ASSERT_STRING_EQUAL(asks[2].query.position, "");
	rig_ask(&rig, &asks[3], RIG_PUT, "x", "3"); /* the connections go on */
	rig_ask(&rig, &asks[4], RIG_PUT, "x", "4");
	CU_ASSERT_TRUE(rig_run(&rig, 5, 3000));
	CU_ASSERT_EQUAL(asks[3].failure + asks[4].failure, 0);
	rig_close(&rig);
}

/* It is committed, and says so; only where, it does not. */
static void a_committed_write_without_its_position_is_done(void) {
	struct rig rig;
	start(&rig);
	rig_sql("INSERT INTO cuts VALUES (1)");
	rig_ask(&rig, &asks[0], RIG_PUT, "x", "1");
	asks[0].query.wants_position = true;
	CU_ASSERT_TRUE(rig_run(&rig, 1, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_STRING_EQUAL(asks[0].text, "1");
	CU_ASSERT_STRING_EQUAL(asks[0].query.position, "");
	CU_ASSERT_EQUAL(asks[0].calls, 1);
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->lost), 1);
	rig_close(&rig);
}

static void a_stopped_server_is_down_at_once_and_back_when_it_starts(void) {
	struct rig rig;
	start(&rig);
	CU_ASSERT_EQUAL(rig_control("stop -m fast"), 0);
	rig_turns(&rig, 200);
	CU_ASSERT_FALSE(pool_up(rig.pool));
	uint64_t asked_us = monotonic_us();
	rig_ask(&rig, &asks[0], RIG_ECHO, "x", "");
	rig_ask(&rig, &asks[1], RIG_PUT, "x", "1");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 2000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_DOWN);
	CU_ASSERT_TRUE(monotonic_us() - asked_us < 50000);
	CU_ASSERT_EQUAL(rig_control("start"), 0);
	CU_ASSERT_TRUE(rig_wait_up(&rig, 2000));
	rig_ask(&rig, &asks[2], RIG_ECHO, "back", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 2000));
	CU_ASSERT_STRING_EQUAL(asks[2].text, "back");
	rig_close(&rig);
}

static void no_answer_in_time_ends_as_a_timeout_and_drops_the_connection(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	config.database_deadline_us = 300000;
	rig_open(&rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&rig, 3000));
	uint64_t asked_us = monotonic_us();
	rig_ask(&rig, &asks[0], RIG_NAP, "2", "");
	rig_ask(&rig, &asks[1], RIG_WRITE_NAP, "2", "");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 2000));
	uint64_t took_us = monotonic_us() - asked_us;
	CU_ASSERT_EQUAL(asks[0].failure, STORE_TIMEOUT);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_TIMEOUT);
	CU_ASSERT_TRUE(took_us >= 300000 && took_us < 600000);
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->lost), 2);
	rig_close(&rig);
}

static void a_statement_timeout_is_the_databases_error(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	config.statement_timeout_us = 100000;
	config.lock_timeout_us = 50000;
	rig_open(&rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(&rig, 3000));
	rig_ask(&rig, &asks[0], RIG_NAP, "2", "");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 2000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_ERROR);
	CU_ASSERT_STRING_EQUAL(asks[0].text, "57014");
	CU_ASSERT_STRING_EQUAL(sqlstate_problem(asks[0].text), "timeout");
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->lost), 0);
	rig_close(&rig);
}

static void a_server_turned_read_only_loses_the_whole_pool(void) {
	struct rig rig;
	start(&rig);
	rig_sql("ALTER SYSTEM SET default_transaction_read_only = on");
	rig_sql("SELECT pg_reload_conf()");
	rig_turns(&rig, 50);
	rig_ask(&rig, &asks[0], RIG_PUT, "k",
		"1"); /* a backend looks at its settings when it gets work */
	CU_ASSERT_TRUE(rig_run(&rig, 1, 1000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	CU_ASSERT_FALSE(pool_up(rig.pool));
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->lost), 5);
	rig_turns(&rig, 300);
	CU_ASSERT_FALSE(pool_up(rig.pool));
	rig_sql("ALTER SYSTEM RESET default_transaction_read_only");
	rig_sql("SELECT pg_reload_conf()");
	CU_ASSERT_TRUE(rig_wait_up(&rig, 2000));
	rig_close(&rig);
}

static void a_statement_that_cannot_be_prepared_keeps_its_lane_down_and_the_other_up(void) {
	struct rig rig;
	start(&rig);
	rig_sql("DROP TABLE altered");
	rig_terminate();
	for (int i = 0; i < 1000 && metric_read(&rig.numbers->lost) < 5; i++) {
		rig_turns(&rig, 10);
	}
	await_up(&rig,
		2); /* the writers; whoever reads prepares the lost table, and so does the leased one */
	rig_turns(&rig, 300); /* the readers have failed twice */
	CU_ASSERT_FALSE(pool_up(rig.pool));
	rig_ask(&rig, &asks[0], RIG_PUT, "k", "1");
	rig_ask(&rig, &asks[1], RIG_ECHO, "x", "");
	CU_ASSERT_TRUE(rig_run(&rig, 2, 2000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_DOWN);
	rig_sql("CREATE TABLE altered (id integer)");
	CU_ASSERT_TRUE(rig_wait_up(&rig, 2000));
	rig_close(&rig);
}

static void an_unknown_host_is_down_without_stopping_the_loop(void) {
	struct rig rig;
	struct config config;
	rig_config(&config);
	free(config.database_url);
	config.database_url =
		strdup("postgresql://nobody@no-such-host.invalid/x?connect_timeout=2");
	rig_open(&rig, &config);
	uint64_t asked_us = monotonic_us();
	rig_ask(&rig, &asks[0], RIG_ECHO, "x", "");
	loop_end_turn(rig.loop);
	CU_ASSERT_TRUE(monotonic_us() - asked_us < 50000);
	CU_ASSERT_TRUE(rig_run(&rig, 1, 3000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	rig_close(&rig);
}

static void a_malformed_url_makes_no_pool(void) {
	struct config config;
	struct pool_metrics numbers = { 0 };
	struct loop *loop = loop_new();
	rig_config(&config);
	free(config.database_url);
	config.database_url = strdup("postgresql://u:secret@h/x?nonsense=1");
	struct turns *turns = turns_new();
	CU_ASSERT_PTR_NULL(pool_new(loop, turns, &config, &numbers));
	turns_free(turns);
	config_finish(&config);
	loop_free(loop);
}

/* ---- names ----------------------------------------------------------------------------------------------- */

static char found[200];
static void on_resolved(void *context, const struct resolved *names, const char *error) {
	(void)context;
	snprintf(found, sizeof(found), "%s", names != NULL ? names->hostaddr : error);
	if (names != NULL) {
		CU_ASSERT_PTR_NOT_NULL(strstr(names->host, "/tmp"));
		CU_ASSERT_PTR_NOT_NULL(strstr(names->port, "5433"));
	}
}

static void names_become_addresses_and_sockets_stay(void) {
	struct loop *loop = loop_new();
	CU_ASSERT_FALSE(resolve_needed("127.0.0.1,::1,/tmp"));
	CU_ASSERT_TRUE(resolve_needed("127.0.0.1,db.example.org"));
	found[0] = '\0';
	CU_ASSERT_PTR_NOT_NULL(
		resolve_start(loop, "localhost,/tmp", "5432,5433", on_resolved, NULL));
	for (int i = 0; i < 100 && found[0] == '\0'; i++) {
		loop_run(loop, 20);
	}
	CU_ASSERT_TRUE(strstr(found, "127.0.0.1") != NULL || strstr(found, "::1") != NULL);
	found[0] = '\0';
	resolve_cancel(resolve_start(loop, "localhost,/tmp", "5432,5433", on_resolved, NULL));
	for (int i = 0; i < 5; i++) {
		loop_run(loop, 20);
	}
	CU_ASSERT_STRING_EQUAL(found, "");
	loop_free(loop);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "reads of a killed connection are sent again",
			reads_of_a_killed_connection_are_sent_again },
		{ "a read is sent again only twice", a_read_is_sent_again_only_twice },
		{ "a write of a killed connection is not repeated",
			a_write_of_a_killed_connection_is_not_repeated },
		{ "a write that may be repeated is", a_write_that_may_be_repeated_is },
		{ "a write comes with its position", a_write_comes_with_its_position },
		{ "a committed write without its position is done",
			a_committed_write_without_its_position_is_done },
		{ "a stopped server is down at once, and back when it starts",
			a_stopped_server_is_down_at_once_and_back_when_it_starts },
		{ "no answer in time ends as a timeout and drops the connection",
			no_answer_in_time_ends_as_a_timeout_and_drops_the_connection },
		{ "a statement timeout is the database's error",
			a_statement_timeout_is_the_databases_error },
		{ "a server turned read-only loses the whole pool",
			a_server_turned_read_only_loses_the_whole_pool },
		{ "a statement that cannot be prepared keeps its lane down and the other up",
			a_statement_that_cannot_be_prepared_keeps_its_lane_down_and_the_other_up },
		{ "an unknown host is down without stopping the loop",
			an_unknown_host_is_down_without_stopping_the_loop },
		{ "a malformed URL makes no pool", a_malformed_url_makes_no_pool },
		{ "names become addresses and sockets stay",
			names_become_addresses_and_sockets_stay },
		CU_TEST_INFO_NULL,
	};
	return run_suite("pool under faults", tests);
}

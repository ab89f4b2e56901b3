/* lease_test.c: several statements in one transaction: all of it or nothing, and the connection comes back. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/server/store/rig.h"

struct tenant { /* who takes a lease */
	struct lease *lease;
	int opened, committed; /* calls of on_open, on_committed */
	enum store_failure open, commit;
	bool rolls_back; /* as soon as it is opened */
};

static struct ask asks[8];

static void on_open(void *context, enum store_failure failure) {
	struct tenant *tenant = context;
	tenant->opened++;
	tenant->open = failure;
	rig_answers++;
	if (tenant->rolls_back) {
		lease_roll_back(tenant->lease);
	}
}

static void on_committed(
	void *context, enum store_failure failure, const PGresult *result, const char *position) {
	(void)position;
	struct tenant *tenant = context;
	(void)result;
	tenant->committed++;
	tenant->commit = failure;
	rig_answers++;
}

static void start(struct rig *rig) {
	struct config config;
	rig_config(&config);
	rig_open(rig, &config);
	CU_ASSERT_TRUE_FATAL(rig_wait_up(rig, 5000));
	rig_turns(rig, 50);
}

static void take(struct rig *rig, struct tenant *tenant, int most_ms) {
	*tenant = (struct tenant){ 0 };
	tenant->lease =
		lease_take(rig->pool, monotonic_us() + (uint64_t)most_ms * 1000, on_open, tenant);
	CU_ASSERT_EQUAL(tenant->opened, 0); /* never from inside */
}

static void open_lease(struct rig *rig, struct tenant *tenant) {
	rig_answers = 0;
	take(rig, tenant, 20000);
	CU_ASSERT_TRUE_FATAL(rig_run(rig, 1, 5000));
	CU_ASSERT_EQUAL_FATAL(tenant->open, STORE_OK);
	rig_answers = 0;
}

static enum store_failure commit(struct rig *rig, struct tenant *tenant) {
	rig_answers = 0;
	lease_commit(tenant->lease, on_committed);
	CU_ASSERT_EQUAL(tenant->committed, 0);
	CU_ASSERT_TRUE(rig_run(rig, 1, 5000));
	CU_ASSERT_EQUAL(tenant->committed, 1);
	return tenant->commit;
}

static const char *put_count(void) {
	return rig_sql("SELECT count(*) FROM put_log");
}

static void a_commit_keeps_all(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_PUT, "a", "2");
	rig_ask_leased(&rig, &asks[2], tenant.lease, RIG_ECHO, "three", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	for (int i = 0; i < 3; i++) {
		CU_ASSERT_EQUAL(asks[i].place, i + 1); /* in order */
		CU_ASSERT_EQUAL(asks[i].failure, STORE_OK);
	}
	CU_ASSERT_STRING_EQUAL(asks[2].text, "three");
	CU_ASSERT_STRING_EQUAL(put_count(), "0");
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_OK);
	CU_ASSERT_STRING_EQUAL(put_count(), "2");
	rig_close(&rig);
}

static void a_rollback_keeps_nothing(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	lease_roll_back(tenant.lease);
	open_lease(&rig, &tenant); /* on the same connection, again */
	CU_ASSERT_STRING_EQUAL(put_count(), "0");
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

static void an_error_is_told_and_cannot_be_committed(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_DIVIDE, "0", "");
	rig_ask_leased(&rig, &asks[2], tenant.lease, RIG_ECHO, "x", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	CU_ASSERT_STRING_EQUAL(asks[1].text, "22012");
	CU_ASSERT_STRING_EQUAL(asks[2].text, "25P02"); /* the transaction is aborted */
	CU_ASSERT_FALSE(lease_is_worth_retrying(tenant.lease));
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_ERROR);
	CU_ASSERT_STRING_EQUAL(put_count(), "0");
	rig_close(&rig);
}

static void what_the_commit_refuses_is_an_error(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_ORPHAN, "7", "");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_ERROR);
	rig_close(&rig);
}

static void a_deadlock_is_worth_another_try(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_STUMBLE, "100", "");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	CU_ASSERT_STRING_EQUAL(asks[0].text, "40001"); /* not tried again behind the owner's back */
	CU_ASSERT_TRUE(lease_is_worth_retrying(tenant.lease));
	CU_ASSERT_EQUAL(metric_read(&rig.numbers->retried), 0);
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

static void the_next_waits_for_its_turn(void) {
	struct rig rig;
	struct tenant first, second, third;
	start(&rig);
	open_lease(&rig, &first);
	take(&rig, &second, 20000);
	take(&rig, &third, 20000);
	rig_turns(&rig, 50);
	CU_ASSERT_EQUAL(second.opened, 0);
	lease_roll_back(second.lease); /* while it waits: no callback, and no connection */
	lease_roll_back(first.lease);
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	CU_ASSERT_EQUAL(second.opened, 0);
	CU_ASSERT_EQUAL(third.opened, 1);
	CU_ASSERT_EQUAL(third.open, STORE_OK);
	lease_roll_back(third.lease);
	rig_close(&rig);
}

static void too_many_are_turned_away(void) {
	struct rig rig;
	struct tenant crowd[40];
	int busy = 0;
	start(&rig);
	for (int i = 0; i < 40; i++) {
		take(&rig, &crowd[i], 20000);
		crowd[i].rolls_back = true;
	}
	CU_ASSERT_TRUE(rig_run(&rig, 40, 10000));
	for (int i = 0; i < 40; i++) {
		CU_ASSERT_EQUAL(crowd[i].opened, 1);
		busy += crowd[i].open == STORE_BUSY;
	}
	CU_ASSERT_EQUAL(busy, 8);
	open_lease(&rig, &crowd[0]); /* and there is room again */
	lease_roll_back(crowd[0].lease);
	rig_close(&rig);
}

static void the_deadline_ends_a_wait(void) {
	struct rig rig;
	struct tenant first, second;
	start(&rig);
	open_lease(&rig, &first);
	take(&rig, &second, 100);
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	CU_ASSERT_EQUAL(second.open, STORE_TIMEOUT);
	lease_roll_back(second.lease);
	lease_roll_back(first.lease);
	rig_close(&rig);
}

static void the_deadline_ends_a_transaction(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	rig_answers = 0;
	take(&rig, &tenant, 300);
	CU_ASSERT_TRUE_FATAL(rig_run(&rig, 1, 5000));
	CU_ASSERT_EQUAL_FATAL(tenant.open, STORE_OK);
	rig_answers = 0;
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_WRITE_NAP, "1", "");
	rig_ask_leased(&rig, &asks[2], tenant.lease, RIG_ECHO, "x", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	CU_ASSERT_EQUAL(asks[1].failure, STORE_TIMEOUT);
	CU_ASSERT_EQUAL(asks[2].failure, STORE_TIMEOUT);
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_TIMEOUT);
	CU_ASSERT_STRING_EQUAL(put_count(), "0");
	open_lease(&rig, &tenant); /* on a new connection */
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

static void a_lost_connection_ends_everything_of_it(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_NAP, "2", "");
	rig_ask_leased(&rig, &asks[2], tenant.lease, RIG_ECHO, "x", "");
	rig_turns(&rig, 200);
	rig_terminate();
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	CU_ASSERT_EQUAL(asks[1].failure, STORE_DOWN); /* a read too: what it read is gone */
	CU_ASSERT_EQUAL(asks[2].failure, STORE_DOWN);
	rig_ask_leased(&rig, &asks[3], tenant.lease, RIG_ECHO, "x", "");
	CU_ASSERT_TRUE(rig_run(&rig, 4, 5000));
	CU_ASSERT_EQUAL(asks[3].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_DOWN);
	CU_ASSERT_STRING_EQUAL(put_count(), "0");
	open_lease(&rig, &tenant);
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

static void a_rollback_lets_the_query_under_way_end(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_WRITE_NAP, "0.2", "");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_ECHO, "x", "");
	rig_turns(&rig, 20);
	lease_roll_back(tenant.lease);
	CU_ASSERT_TRUE(rig_run(&rig, 2, 5000));
	CU_ASSERT_EQUAL(asks[0].failure, STORE_OK);
	CU_ASSERT_EQUAL(asks[1].failure, STORE_DOWN);
	open_lease(&rig, &tenant);
	CU_ASSERT_STRING_EQUAL(rig_sql("SELECT count(*) FROM naps"), "0");
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

static void one_that_waits_in_it_can_be_dropped(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_PUT, "a", "1");
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_PUT, "a", "2");
	pool_drop(rig.pool, &asks[1].query);
	CU_ASSERT_TRUE(rig_run(&rig, 2, 5000));
	CU_ASSERT_EQUAL(asks[1].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(commit(&rig, &tenant), STORE_OK);
	CU_ASSERT_STRING_EQUAL(put_count(), "1");
	rig_close(&rig);
}

static void the_lanes_go_on_beside_it(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_leased(&rig, &asks[0], tenant.lease, RIG_WRITE_NAP, "0.5", "");
	rig_turns(&rig, 20);
	rig_ask(&rig, &asks[1], RIG_PUT, "b", "1");
	rig_ask(&rig, &asks[2], RIG_ECHO, "beside", "");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	CU_ASSERT_EQUAL(asks[0].place, 3);
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

/* Its statements name their calendar too, but the turn to write it is the lane's business. */
static void a_lease_takes_no_turn_and_gives_none_away(void) {
	struct rig rig;
	struct tenant tenant;
	start(&rig);
	open_lease(&rig, &tenant);
	rig_ask_keyed(&rig, &asks[0], RIG_WRITE_NAP, "0.4", "", "k");
	rig_turns(&rig, 50);
	rig_ask_leased(&rig, &asks[1], tenant.lease, RIG_PUT, "k", "1");
	snprintf(asks[1].query.serial_key, sizeof(asks[1].query.serial_key), "k");
	CU_ASSERT_TRUE(rig_run(&rig, 1, 5000));
	CU_ASSERT_EQUAL(asks[1].place, 1); /* it did not wait */
	rig_ask_keyed(&rig, &asks[2], RIG_PUT, "k", "2", "k");
	CU_ASSERT_TRUE(rig_run(&rig, 3, 5000));
	CU_ASSERT_EQUAL(asks[0].place, 2);
	CU_ASSERT_EQUAL(asks[2].place, 3); /* and the one behind the nap still did */
	lease_roll_back(tenant.lease);
	rig_close(&rig);
}

/* The pool goes first; its tenants hear of it, and nothing is left behind (ASan looks). */
static void the_end_of_the_pool_ends_a_lease(void) {
	struct rig rig;
	struct tenant first, second;
	start(&rig);
	open_lease(&rig, &first);
	take(&rig, &second, 20000);
	second.rolls_back = true;
	rig_ask_leased(&rig, &asks[0], first.lease, RIG_NAP, "1", "");
	rig_turns(&rig, 20);
	lease_commit(first.lease, on_committed);
	rig_close(&rig);
	CU_ASSERT_EQUAL(asks[0].failure, STORE_DOWN);
	CU_ASSERT_EQUAL(first.committed, 1);
	CU_ASSERT_EQUAL(first.commit, STORE_DOWN);
	CU_ASSERT_EQUAL(second.opened, 1);
	CU_ASSERT_EQUAL(second.open, STORE_DOWN);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a commit keeps all", a_commit_keeps_all },
		{ "a rollback keeps nothing", a_rollback_keeps_nothing },
		{ "an error is told and cannot be committed",
			an_error_is_told_and_cannot_be_committed },
		{ "what the commit refuses is an error", what_the_commit_refuses_is_an_error },
		{ "a deadlock is worth another try", a_deadlock_is_worth_another_try },
		{ "the next waits for its turn", the_next_waits_for_its_turn },
		{ "too many are turned away", too_many_are_turned_away },
		{ "the deadline ends a wait", the_deadline_ends_a_wait },
		{ "the deadline ends a transaction", the_deadline_ends_a_transaction },
		{ "a lost connection ends everything of it",
			a_lost_connection_ends_everything_of_it },
		{ "a rollback lets the query under way end",
			a_rollback_lets_the_query_under_way_end },
		{ "one that waits in it can be dropped", one_that_waits_in_it_can_be_dropped },
		{ "the lanes go on beside it", the_lanes_go_on_beside_it },
		{ "a lease takes no turn and gives none away",
			a_lease_takes_no_turn_and_gives_none_away },
		{ "the end of the pool ends a lease", the_end_of_the_pool_ends_a_lease },
		CU_TEST_INFO_NULL,
	};
	return run_suite("lease", tests);
}

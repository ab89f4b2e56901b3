/* batch_test.c: a batch step by step: its order, and that every way out gives everything back. */
#include <stdio.h>

#include "tests/unit/server/flow/rig.h"
#include "tests/unit/suite.h"

#define CALENDAR "01a20826-fa64-7000-90d3-c4f38c085070"
#define DELETE(id)                                                                                 \
	"{\"id\":\"" id "\",\"method\":\"DELETE\",\"path\":\"/v1/calendars/" CALENDAR "\"}"
#define GET(id) "{\"id\":\"" id "\",\"method\":\"GET\",\"path\":\"/v1/calendars/" CALENDAR "\"}"

static void open_batch(struct rig *rig, bool atomic, const char *requests) {
	char json[2048];

	rig_open(rig, "batch");
	snprintf(json, sizeof(json), "{\"atomic\":%s,\"requests\":[%s]}", atomic ? "true" : "false",
		requests);
	rig_set(rig, &rig->call->body, json);
	rig_set(rig, &rig->call->content_type, "application/json");
	rig->call->caller.scopes = UINT32_MAX;
	flow_run(rig->call);
}

static void answer(const char *outcome) {
	static const struct rig_column columns[] = { { "outcome", 25 }, { "detail", 3802 },
		{ "replayed", 16 }, { "id", 25 } };
	const char *const cells[] = { outcome, NULL, "f", CALENDAR };

	rig_answer(STORE_OK, rig_rows(columns, 4, cells, 1));
}

static const char *statement(void) {
	return rig_query == NULL ? "nothing" : rig_query->statement->name;
}

static void a_write_waits_and_lets_nothing_pass(void) {
	struct rig rig;

	open_batch(&rig, false, GET("a") "," DELETE("b") "," GET("c"));
	CU_ASSERT_STRING_EQUAL(statement(), "get_calendar");
	answer("ok");
	CU_ASSERT_STRING_EQUAL(statement(), "delete_calendar");
	CU_ASSERT_PTR_NULL(rig_query->lease);
	answer("ok");
	CU_ASSERT_STRING_EQUAL(statement(), "get_calendar");
	CU_ASSERT_EQUAL(rig.answers, 0);
	answer("not_found");
	CU_ASSERT_EQUAL(rig.answers, 1);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_PTR_NOT_NULL(
		strstr(rig_text(&rig), "\"id\":\"b\",\"status\":204,\"headers\":{}}"));
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"id\":\"c\",\"status\":404"));
	CU_ASSERT_EQUAL(rig_lease.taken, 0);
	rig_close(&rig);
}

static void reads_go_side_by_side(void) {
	struct rig rig;

	open_batch(&rig, false, GET("a") "," GET("b") "," DELETE("c"));
	CU_ASSERT_EQUAL(rig.flow.live_count, 3); /* both reads, the write not yet */
	struct query *first = rig_query_before;
	answer("ok");
	CU_ASSERT_PTR_NULL(rig_query); /* the write waits for the other read too */
	rig_query = first;
	answer("ok");
	CU_ASSERT_STRING_EQUAL(statement(), "delete_calendar");
	answer("ok");
	CU_ASSERT_EQUAL(rig.call->status, 200);
	rig_close(&rig);
}

static void a_lease_is_locked_used_and_committed(void) {
	struct rig rig;

	open_batch(&rig, true, DELETE("a") "," GET("b"));
	CU_ASSERT_EQUAL(rig_lease.taken, 1);
	CU_ASSERT_PTR_NULL(rig_query);
	rig_lease_opened(STORE_OK);
	CU_ASSERT_STRING_EQUAL(statement(), "lock_calendars");
	CU_ASSERT_STRING_EQUAL(rig_query->values[0], "{" CALENDAR "}");
	answer("ok");
	CU_ASSERT_STRING_EQUAL(statement(), "delete_calendar");
	CU_ASSERT_PTR_NOT_NULL(rig_query->lease);
	answer("ok");
	CU_ASSERT_PTR_NOT_NULL(rig_query->lease); /* the read too */
	answer("ok");
	CU_ASSERT_EQUAL(rig_lease.committed, 1);
	CU_ASSERT_EQUAL(rig.answers, 0); /* not before it is certain */
	rig_lease_committed(STORE_OK);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_EQUAL(rig_lease.rolled_back, 0);
	rig_close(&rig);
}

static void a_failure_rolls_back_once(void) {
	struct rig rig;

	open_batch(&rig, true, DELETE("a") "," DELETE("b"));
	rig_lease_opened(STORE_OK);
	answer("ok");
	answer("forbidden");
	answer("ok"); /* the others are still asked, to name every fault */
	CU_ASSERT_EQUAL(rig.call->status, 409);
	CU_ASSERT_PTR_NOT_NULL(strstr(rig_text(&rig), "\"pointer\":\"/requests/0\""));
	CU_ASSERT_EQUAL(rig_lease.rolled_back, 1);
	CU_ASSERT_EQUAL(rig_lease.committed, 0);
	rig_close(&rig);
}

static void what_may_pass_is_said_at_once(void) {
	struct rig rig;

	open_batch(&rig, true, DELETE("a") "," DELETE("b"));
	rig_lease_opened(STORE_OK);
	answer("ok");
	rig_answer(STORE_DOWN, NULL);
	CU_ASSERT_EQUAL(rig.call->status, 503);
	CU_ASSERT_EQUAL(rig.call->retry_after_s, 1);
	CU_ASSERT_PTR_NULL(rig_query);
	CU_ASSERT_EQUAL(rig_lease.rolled_back, 1);
	rig_close(&rig);
}

static void a_commit_that_is_not_certain_is_no_success(void) {
	struct rig rig;

	open_batch(&rig, true, DELETE("a"));
	rig_lease_opened(STORE_OK);
	answer("ok");
	answer("ok");
	rig_lease_committed(STORE_TIMEOUT);
	CU_ASSERT_EQUAL(rig.call->status, 504);
	CU_ASSERT_EQUAL(rig_lease.rolled_back, 0); /* the commit has ended it */
	rig_close(&rig);
}

static void a_deadlock_begins_again_three_times_at_most(void) {
	struct rig rig;

	open_batch(&rig, true, DELETE("a"));
	for (unsigned turn = 1; turn <= 3; turn++) {
		CU_ASSERT_EQUAL(rig_lease.taken, turn);
		rig_lease.worth_retrying = false;
		rig_lease_opened(STORE_OK);
		answer("ok");
		rig_lease.worth_retrying = true;
		rig_answer(STORE_DOWN, NULL);
		CU_ASSERT_EQUAL(rig_lease.rolled_back, turn);
	}
	CU_ASSERT_EQUAL(rig_lease.taken, 3);
	CU_ASSERT_EQUAL(rig.call->status, 503);
	rig_close(&rig);
}

static void no_lease_is_no_batch(void) {
	static const struct {
		enum store_failure failure;
		int status;
	} rows[] = { { STORE_BUSY, 503 }, { STORE_DOWN, 503 }, { STORE_TIMEOUT, 504 },
		{ STORE_ERROR, 500 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct rig rig;
		open_batch(&rig, true, DELETE("a"));
		rig_lease_opened(rows[i].failure);
		CU_ASSERT_EQUAL(rig.call->status, rows[i].status);
		CU_ASSERT_EQUAL(rig_lease.rolled_back, 1);
		rig_close(&rig);
	}
}

static void who_left_gets_nothing_done(void) {
	struct rig rig;

	for (int steps = 0; steps <= 2; steps++) {
		open_batch(&rig, true, DELETE("a") "," DELETE("b"));
		if (steps > 0) {
			rig_lease_opened(STORE_OK);
		}
		if (steps > 1) {
			answer("ok"); /* locked; the first part is out */
		}
		call_gone(rig.call);
		if (steps == 0) {
			rig_lease_opened(STORE_OK);
		} else {
			answer("ok");
		}
		CU_ASSERT_PTR_NULL(rig_query);
		CU_ASSERT_EQUAL(rig_lease.rolled_back, 1);
		CU_ASSERT_EQUAL(rig_lease.committed, 0);
		CU_ASSERT_EQUAL(rig.answers, 0);
		rig_close(&rig);
	}
}

static void a_key_is_claimed_first_and_each_part_gets_its_own(void) {
	struct rig rig;

	rig_open(&rig, "batch");
	rig_set(&rig, &rig.call->idempotency_key, "once");
	rig_set(&rig, &rig.call->body, "{\"requests\":[" DELETE("a") "," DELETE("b") "]}");
	rig_set(&rig, &rig.call->content_type, "application/json");
	rig.call->caller.scopes = UINT32_MAX;
	flow_run(rig.call);
	CU_ASSERT_STRING_EQUAL(statement(), "batch");
	answer("ok");
	char keys[2][80];
	for (int i = 0; i < 2; i++) {
		CU_ASSERT_STRING_EQUAL(statement(), "delete_calendar");
		struct call *part = LIST_ENTRY(rig_query, struct call, query);
		snprintf(keys[i], sizeof(keys[i]), "%s", part->idempotency_key.text);
		answer("ok");
	}
	CU_ASSERT_EQUAL(strlen(keys[0]), 64);
	CU_ASSERT_STRING_NOT_EQUAL(keys[0], keys[1]);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	rig_close(&rig);
}

static void a_key_of_another_batch_is_refused(void) {
	struct rig rig;

	rig_open(&rig, "batch");
	rig_set(&rig, &rig.call->idempotency_key, "once");
	rig_set(&rig, &rig.call->body, "{\"requests\":[" DELETE("a") "]}");
	rig_set(&rig, &rig.call->content_type, "application/json");
	flow_run(rig.call);
	answer("idempotency_key_reused");
	CU_ASSERT_EQUAL(rig.call->status, 422);
	CU_ASSERT_PTR_NULL(rig_query);
	rig_close(&rig);
}

static bool no_token(struct call *call) {
	call->retry_after_s = 7;
	return false;
}

static void every_part_takes_a_token(void) {
	struct rig rig;

	rig_open(&rig, "batch");
	rig.flow.take_token = no_token;
	rig_set(&rig, &rig.call->body, "{\"requests\":[" GET("a") "]}");
	rig_set(&rig, &rig.call->content_type, "application/json");
	flow_run(rig.call);
	CU_ASSERT_EQUAL(rig.call->status, 200);
	CU_ASSERT_PTR_NOT_NULL(
		strstr(rig_text(&rig), "\"status\":429,\"headers\":{\"Retry-After\":\"7\"}"));
	rig_close(&rig);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a write waits and lets nothing pass", a_write_waits_and_lets_nothing_pass },
		{ "reads go side by side", reads_go_side_by_side },
		{ "a lease is locked, used and committed", a_lease_is_locked_used_and_committed },
		{ "a failure rolls back once", a_failure_rolls_back_once },
		{ "what may pass is said at once", what_may_pass_is_said_at_once },
		{ "a commit that is not certain is no success",
			a_commit_that_is_not_certain_is_no_success },
		{ "a deadlock begins again, three times at most",
			a_deadlock_begins_again_three_times_at_most },
		{ "no lease is no batch", no_lease_is_no_batch },
		{ "who left gets nothing done", who_left_gets_nothing_done },
		{ "a key is claimed first, and each part gets its own",
			a_key_is_claimed_first_and_each_part_gets_its_own },
		{ "a key of another batch is refused", a_key_of_another_batch_is_refused },
		{ "every part takes a token", every_part_takes_a_token },
		CU_TEST_INFO_NULL,
	};
	return run_suite("batch", tests);
}

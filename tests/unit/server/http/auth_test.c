/* auth_test.c: the cache of keys, with the pool and the news of changed keys played by the test. */
#include "server/flow/scope.h"
#include "server/http/auth.h"

#include <stdio.h>
#include <time.h>

#include "tests/unit/suite.h"

enum { QUERIES_MAX = 64 };
static struct query *asked[QUERIES_MAX];
static unsigned asked_count, touched_count;
static uint64_t epoch;
static bool heard;
static unsigned told;
static enum auth_verdict last_verdict;
static struct loop_metrics numbers;

void pool_submit(struct pool *pool, struct query *query) {
	(void)pool;
	if (strcmp(query->statement->name, "touch_key") == 0) {
		touched_count++;
		query->on_done(query, STORE_BUSY, NULL);
	} else if (asked_count < QUERIES_MAX) {
		asked[asked_count++] = query;
	}
}

static uint64_t read_epoch(void *data) {
	(void)data;
	return epoch;
}
static bool is_heard(void *data) {
	(void)data;
	return heard;
}
static void on_known(struct auth_waiter *waiter, enum auth_verdict verdict) {
	(void)waiter;
	told++;
	last_verdict = verdict;
}

static struct auth *make(uint32_t entries, uint64_t ttl_us, uint64_t miss_ttl_us) {
	struct config config = {
		.auth_cache = entries, .auth_ttl_us = ttl_us, .auth_miss_ttl_us = miss_ttl_us
	};
	struct auth_news news = { read_epoch, is_heard, NULL };
	asked_count = told = touched_count = 0;
	epoch = 1;
	heard = true;
	return auth_new(NULL, NULL, &config, &numbers, &news);
}

static enum auth_verdict find(struct auth *auth, int number, struct auth_waiter *waiter) {
	char key[64];
	snprintf(key, sizeof(key), "cal_abcdefgh_%043d", number);
	*waiter = (struct auth_waiter){ .on_known = on_known };
	list_init(&waiter->link);
	return auth_find(auth, key, 56, waiter);
}

static void answer(unsigned index, bool known) {
	static char *names[] = { "caller", "key_id", "is_admin", "scopes", "expires_at" };
	static char *cells[] = { "01a20825-ab2a-7a20-a85a-c5e753f24eb4",
		"01a20825-ab2b-7881-8477-488580ba6af0", "t", "{events:read,admin}", NULL };
	PGresult *result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc columns[5] = { 0 };
	for (int i = 0; i < 5; i++) {
		columns[i].name = names[i];
	}
	PQsetResultAttrs(result, 5, columns);
	for (int i = 0; known && i < 5; i++) {
		PQsetvalue(result, 0, i, cells[i], cells[i] == NULL ? -1 : (int)strlen(cells[i]));
	}
	asked[index]->on_done(asked[index], STORE_OK, result);
	PQclear(result);
}

static void a_key_is_asked_for_once_and_then_known(void) {
	struct auth *auth = make(100, 60000000, 5000000);
	struct auth_waiter one, two;
	CU_ASSERT_EQUAL(find(auth, 1, &one), AUTH_WAITING);
	CU_ASSERT_EQUAL(find(auth, 1, &two), AUTH_WAITING);
	CU_ASSERT_EQUAL(asked_count, 1);
	answer(0, true);
	CU_ASSERT_EQUAL(told, 2);
	CU_ASSERT_EQUAL(last_verdict, AUTH_KNOWN);
	CU_ASSERT_EQUAL(touched_count, 1);
	CU_ASSERT_EQUAL(two.caller.scopes, SCOPE_EVENTS_READ | SCOPE_ADMIN);
	CU_ASSERT_STRING_EQUAL(two.caller.prefix, "abcdefgh");
	CU_ASSERT_EQUAL(find(auth, 1, &one), AUTH_KNOWN);
	CU_ASSERT_TRUE(one.caller.is_admin);
	CU_ASSERT_EQUAL(asked_count, 1);
	auth_free(auth);
}

static void an_unknown_key_stays_unknown_for_its_time(void) {
	struct auth *auth = make(100, 60000000, 20000);
	struct auth_waiter waiter;
	find(auth, 1, &waiter);
	answer(0, false);
	CU_ASSERT_EQUAL(last_verdict, AUTH_UNKNOWN);
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_UNKNOWN);
	nanosleep(&(struct timespec){ .tv_nsec = 25000000 }, NULL);
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_WAITING);
	CU_ASSERT_EQUAL(asked_count, 2);
	auth_free(auth);
}

static void news_of_changed_keys_flush_all(void) {
	struct auth *auth = make(100, 60000000, 5000000);
	struct auth_waiter waiter, late;
	find(auth, 1, &waiter);
	answer(0, true);
	CU_ASSERT_EQUAL(find(auth, 2, &late), AUTH_WAITING); /* on its way while the news comes */
	epoch++;
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_WAITING);
	answer(1, true);
	CU_ASSERT_EQUAL(told, 2);
	CU_ASSERT_EQUAL(
		find(auth, 2, &late), AUTH_WAITING); /* that answer may be older than the news */
	auth_free(auth);
}

static void unheard_news_shorten_every_life(void) {
	struct auth *auth = make(100, 60000000, 20000);
	struct auth_waiter waiter;
	find(auth, 1, &waiter);
	answer(0, true);
	nanosleep(&(struct timespec){ .tv_nsec = 25000000 }, NULL);
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_KNOWN);
	heard = false;
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_WAITING);
	auth_free(auth);
}

static void a_database_that_does_not_answer_is_remembered_by_nobody(void) {
	struct auth *auth = make(100, 60000000, 5000000);
	struct auth_waiter waiter;
	find(auth, 1, &waiter);
	asked[0]->on_done(asked[0], STORE_DOWN, NULL);
	CU_ASSERT_EQUAL(last_verdict, AUTH_BUSY);
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_WAITING);
	auth_free(auth);
}

static void who_left_is_not_told(void) {
	struct auth *auth = make(100, 60000000, 5000000);
	struct auth_waiter waiter;
	find(auth, 1, &waiter);
	auth_forget(&waiter);
	answer(0, true);
	CU_ASSERT_EQUAL(told, 0);
	auth_free(auth);
}

static void guessing_does_not_push_out_the_known(void) {
	struct auth *auth = make(32, 60000000, 60000000);
	struct auth_waiter waiter;
	find(auth, 1, &waiter);
	answer(0, true);
	for (int i = 100; i < 300; i++) {
		asked_count = 0;
		CU_ASSERT_EQUAL(find(auth, i, &waiter), AUTH_WAITING);
		answer(0, false);
	}
	CU_ASSERT_EQUAL(find(auth, 1, &waiter), AUTH_KNOWN);
	auth_free(auth);
}

static void a_full_house_of_questions_says_busy(void) {
	struct auth *auth = make(16, 60000000, 60000000);
	struct auth_waiter waiters[17];
	for (int i = 0; i < 16; i++) {
		CU_ASSERT_EQUAL(find(auth, i, &waiters[i]), AUTH_WAITING);
	}
	CU_ASSERT_EQUAL(find(auth, 16, &waiters[16]), AUTH_BUSY);
	auth_free(auth);
}

static void scopes_have_names(void) {
	CU_ASSERT_EQUAL(scopes_read("{}"), 0);
	CU_ASSERT_EQUAL(scopes_read("{events:read,\"events:write\",nonsense,events}"),
		SCOPE_EVENTS_READ | SCOPE_EVENTS_WRITE);
	CU_ASSERT_STRING_EQUAL(scope_name(SCOPE_FREEBUSY_READ), "freebusy:read");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a key is asked for once and then known",
			a_key_is_asked_for_once_and_then_known },
		{ "an unknown key stays unknown for its time",
			an_unknown_key_stays_unknown_for_its_time },
		{ "news of changed keys flush all", news_of_changed_keys_flush_all },
		{ "unheard news shorten every life", unheard_news_shorten_every_life },
		{ "a database that does not answer is remembered by nobody",
			a_database_that_does_not_answer_is_remembered_by_nobody },
		{ "who left is not told", who_left_is_not_told },
		{ "guessing does not push out the known", guessing_does_not_push_out_the_known },
		{ "a full house of questions says busy", a_full_house_of_questions_says_busy },
		{ "scopes have names", scopes_have_names },
		CU_TEST_INFO_NULL,
	};
	return run_suite("http auth", tests);
}

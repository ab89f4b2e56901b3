/* async_test.c: many threads on one client, many calls behind one descriptor, and each call's one end. */
#include "scripted.h"
#include "tests/unit/suite.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define THREADS 8
#define CALLS 200

static int64_t now_ms(void) {
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static libapi_call *start(libapi_client *client, void *user_data) {
	LIBAPI_AUTO(call_options) *options = NULL;
	libapi_call *call = NULL;

	CU_ASSERT_EQUAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_user_data(options, user_data), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_calendar_get_start(client, CALENDAR_ID, options, &call, NULL), LIBAPI_OK);
	return call;
}

static int32_t take(libapi_call *call) {
	libapi_calendar *calendar = NULL;
	int32_t code = libapi_call_take_calendar(call, &calendar, NULL);

	libapi_calendar_unref(calendar);
	return code;
}

/* ---- threads ---------------------------------------------------------------------------------------------- */

static void *call_often(void *user) {
	libapi_client *client = user;
	intptr_t good = 0;

	for (int i = 0; i < CALLS; i++) {
		libapi_calendar *calendar = NULL;
		good += libapi_calendar_get(client, CALENDAR_ID, NULL, &calendar, NULL) ==
			LIBAPI_OK;
		libapi_calendar_unref(calendar);
	}
	return (void *)good;
}

static void serves_many_threads_over_one_client(void) {
	LIBAPI_AUTO(client) *client = scripted_client("threads", "200");
	pthread_t threads[THREADS];
	intptr_t good = 0;

	for (int i = 0; i < THREADS; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, call_often, client), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		void *result = NULL;
		pthread_join(threads[i], &result);
		good += (intptr_t)result;
	}
	CU_ASSERT_EQUAL(good, THREADS * CALLS);
}

static void *call_once(void *user) {
	libapi_calendar *calendar = NULL;
	int32_t code = libapi_calendar_get(user, CALENDAR_ID, NULL, &calendar, NULL);

	libapi_calendar_unref(calendar);
	return (void *)(intptr_t)code;
}

static void hands_leadership_over_when_the_leader_is_done(void) {
	LIBAPI_AUTO(client) *client =
		scripted_client("handover", "slow50,slow400,slow250,slow600,slow100,slow350");
	pthread_t threads[6];
	int64_t begun_ms = now_ms();

	for (int i = 0; i < 6; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, call_once, client), 0);
	}
	for (int i = 0; i < 6; i++) {
		void *result = NULL;
		pthread_join(threads[i], &result);
		CU_ASSERT_EQUAL((intptr_t)result, LIBAPI_OK);
	}
	CU_ASSERT_TRUE(
		now_ms() - begun_ms < 1500); /* side by side: not 1,750 ms one after the other */
}

static void lets_a_start_through_while_another_waits(void) {
	LIBAPI_AUTO(client) *client = scripted_client("through", "slow500,200");
	pthread_t slow;
	libapi_call *call = NULL;
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL_FATAL(pthread_create(&slow, NULL, call_once, client), 0);
	usleep(100000);
	call = start(client, NULL);
	CU_ASSERT_EQUAL(libapi_call_wait(call, 2000, NULL), LIBAPI_OK);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 400);
	CU_ASSERT_EQUAL(take(call), LIBAPI_OK);
	libapi_call_free(call);
	pthread_join(slow, NULL);
}

/* ---- one descriptor --------------------------------------------------------------------------------------- */

/* Fetch what is done; counts each call by its user data. */
static int fetch_done(libapi_client *client, unsigned char *seen) {
	libapi_call *call = NULL;
	int count = 0;

	while (libapi_client_next_done(client, &call) == 1) {
		seen[(intptr_t)libapi_call_user_data(call)]++;
		CU_ASSERT_EQUAL(libapi_call_is_done(call), 1);
		CU_ASSERT_EQUAL(take(call), LIBAPI_OK);
		libapi_call_free(call);
		count++;
	}
	return count;
}

static void ends_every_started_call_once(void) {
	LIBAPI_AUTO(client) *client = scripted_client("queue", "200");
	unsigned char seen[CALLS] = { 0 };
	struct pollfd fd = { libapi_client_fd(client), POLLIN, 0 };
	int done = 0;

	CU_ASSERT_TRUE_FATAL(fd.fd >= 0);
	for (intptr_t i = 0; i < CALLS; i++) {
		CU_ASSERT_PTR_NOT_NULL(start(client, (void *)i));
	}
	while (done < CALLS && poll(&fd, 1, 5000) > 0) {
		CU_ASSERT_EQUAL_FATAL(libapi_client_process(client, 0, NULL), LIBAPI_OK);
		done += fetch_done(client, seen);
	}
	CU_ASSERT_EQUAL(done, CALLS);
	for (int i = 0; i < CALLS; i++) {
		CU_ASSERT_EQUAL(seen[i], 1);
	}
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &(libapi_call *){ NULL }), 0);
	CU_ASSERT_EQUAL(scripted_count("queue", "\"method\""), CALLS);
}

static void sleeps_until_a_call_is_done(void) {
	LIBAPI_AUTO(client) *client = scripted_client("process", "slow200");
	libapi_call *call = start(client, NULL), *done = NULL;
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL(libapi_client_process(client, 20, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 0);
	CU_ASSERT_TRUE(now_ms() - begun_ms >= 19);
	CU_ASSERT_EQUAL(libapi_client_process(client, -1, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 1);
	CU_ASSERT_PTR_EQUAL(done, call);
	CU_ASSERT_EQUAL(take(call), LIBAPI_OK);
	CU_ASSERT_STRING_EQUAL(
		libapi_call_etag(call) != NULL ? libapi_call_etag(call) : "none", "none");
	CU_ASSERT_STRING_EQUAL(libapi_call_request_id(call), "req-1");
	CU_ASSERT_TRUE(text_has(libapi_call_raw_json(call, NULL), "\"Team\""));
	CU_ASSERT_EQUAL(libapi_call_attempts(call), 1);
	libapi_call_free(call);
	CU_ASSERT_EQUAL(
		libapi_client_process(client, -1, NULL), LIBAPI_OK); /* nothing runs: at once */
}

static void keeps_the_descriptor_quiet_when_nothing_is_done(void) {
	LIBAPI_AUTO(client) *client = scripted_client("quiet", "200,hang");
	libapi_call *first = start(client, NULL), *done = NULL;
	struct pollfd fd = { libapi_client_fd(client), POLLIN, 0 };

	CU_ASSERT_EQUAL(libapi_call_wait(first, -1, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(poll(&fd, 1, 0), 1); /* a done call waits */
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 1);
	libapi_call_free(done);
	while (poll(&fd, 1, 0) == 1) {
		CU_ASSERT_EQUAL(libapi_client_process(client, 0, NULL), LIBAPI_OK);
	}
	done = start(client, NULL);
	CU_ASSERT_EQUAL(libapi_client_process(client, 50, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		poll(&fd, 1, 50), 0); /* an idle connection and a distant deadline: no noise */
	libapi_call_free(done);
}

/* ---- cancellation ----------------------------------------------------------------------------------------- */

static void *cancel_soon(void *user) {
	usleep(100000);
	libapi_call_cancel(user);
	return NULL;
}

static void ends_a_call_cancelled_by_another_thread(void) {
	LIBAPI_AUTO(client) *client = scripted_client("cancel", "hang");
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = start(client, NULL), *done = NULL;
	libapi_calendar *calendar = NULL;
	int64_t begun_ms = 0;
	pthread_t canceller;

	(void)libapi_client_process(
		client, 500, NULL); /* past curl's short timers: only the wake-up can wake */
	begun_ms = now_ms();
	pthread_create(&canceller, NULL, cancel_soon, call);
	CU_ASSERT_EQUAL(libapi_call_take_calendar(call, &calendar, &error), LIBAPI_E_CANCELLED);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 1000);
	CU_ASSERT_PTR_NULL(calendar);
	pthread_join(canceller, NULL);
	libapi_call_cancel(call); /* again: nothing */
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 1);
	CU_ASSERT_PTR_EQUAL(done, call);
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 0);
	libapi_call_free(call);
}

static void forgets_a_call_that_is_freed_while_it_runs(void) {
	LIBAPI_AUTO(client) *client = scripted_client("freed", "hang,200");
	libapi_call *call = start(client, NULL), *done = NULL;

	libapi_call_free(call);
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 0);
	call = start(client, NULL);
	CU_ASSERT_EQUAL(libapi_call_wait(call, -1, NULL), LIBAPI_OK);
	libapi_call_free(call); /* done, in the queue, never fetched */
	CU_ASSERT_EQUAL(libapi_client_next_done(client, &done), 0);
}

static void cancels_what_runs_when_the_client_goes_away(void) {
	libapi_client *client = scripted_client("gone", "hang,busy5");
	libapi_call *sent = start(client, NULL), *waiting = start(client, NULL);

	(void)libapi_client_process(client, 200, NULL);
	libapi_client_unref(client);
	CU_ASSERT_EQUAL(libapi_call_is_done(sent), 1);
	CU_ASSERT_EQUAL(take(sent), LIBAPI_E_CANCELLED);
	CU_ASSERT_EQUAL(take(waiting), LIBAPI_E_CANCELLED);
	libapi_call_free(sent);
	libapi_call_free(waiting);
}

static void gives_an_answer_only_once_and_only_as_what_it_is(void) {
	LIBAPI_AUTO(client) *client = scripted_client("once", "200");
	LIBAPI_AUTO(error) *error = NULL;
	libapi_call *call = start(client, NULL);
	libapi_event *event = NULL;

	CU_ASSERT_EQUAL(libapi_call_take_event(call, &event, &error), LIBAPI_E_INVALID);
	CU_ASSERT_TRUE(text_has(libapi_error_text(error), "getCalendar"));
	CU_ASSERT_EQUAL(take(call), LIBAPI_OK);
	CU_ASSERT_EQUAL(take(call), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_call_wait(call, 0, NULL), LIBAPI_OK);
	libapi_call_free(call);
}

static void times_out_calls_that_wait_for_a_connection(void) {
	libapi_config *config = scripted_config("full", "hang");
	LIBAPI_AUTO(client) *client = NULL;
	libapi_call *calls[4];
	int64_t begun_ms = now_ms();

	CU_ASSERT_EQUAL(libapi_config_set_max_connections(config, 1), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_timeout_ms(config, 300), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	for (int i = 0; i < 4; i++) {
		calls[i] = start(client, NULL);
	}
	for (int i = 0; i < 4; i++) {
		CU_ASSERT_EQUAL(take(calls[i]), LIBAPI_E_TIMEOUT);
		libapi_call_free(calls[i]);
	}
	CU_ASSERT_TRUE(now_ms() - begun_ms < 1500);
}

/* A loop that only watches the descriptor: the place of a call that goes, the first one, is the next one's. */
static void gives_the_place_on(const char *name, void (*go)(libapi_call *call)) {
	libapi_config *config = scripted_config(name, "hang,200");
	LIBAPI_AUTO(client) *client = NULL;
	libapi_call *first = NULL, *next = NULL;
	struct pollfd fd = { -1, POLLIN, 0 };
	int64_t until_ms = now_ms() + 20000;

	CU_ASSERT_EQUAL(libapi_config_set_max_connections(config, 1), LIBAPI_OK);
	/* No timer of those wakes anybody before the test gives up. */
	CU_ASSERT_EQUAL(libapi_config_set_timeout_ms(config, 100000), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_connect_timeout_ms(config, 100000), LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	fd.fd = libapi_client_fd(client);
	first = start(client, NULL);
	next = start(client, NULL);
	(void)libapi_client_process(client, 500, NULL); /* past curl's short timers */
	CU_ASSERT_EQUAL(scripted_count(name, "\"method\""), 1);
	go(first);
	while (libapi_call_is_done(next) == 0 && now_ms() < until_ms && poll(&fd, 1, 20000) == 1) {
		CU_ASSERT_EQUAL(libapi_client_process(client, 0, NULL), LIBAPI_OK);
		(void)libapi_client_next_done(client, &(libapi_call *){ NULL });
	}
	CU_ASSERT_TRUE(now_ms() < until_ms);
	CU_ASSERT_EQUAL(take(next), LIBAPI_OK);
	libapi_call_free(next);
	if (go == libapi_call_cancel) {
		libapi_call_free(first);
	}
}

static void lets_the_next_call_go_when_one_is_cancelled(void) {
	gives_the_place_on("place-cancelled", libapi_call_cancel);
}

static void lets_the_next_call_go_when_one_is_freed(void) {
	gives_the_place_on("place-freed", libapi_call_free);
}

static void wakes_for_a_deadline_earlier_than_those_before(void) {
	LIBAPI_AUTO(client) *client = scripted_client("earlier", "200,hang,hang");
	LIBAPI_AUTO(call_options) *options = NULL;
	libapi_call *distant = start(client, NULL), *near = NULL;
	int64_t begun_ms = 0;

	CU_ASSERT_EQUAL(take(distant), LIBAPI_OK);
	libapi_call_free(distant);
	distant = start(client,
		NULL); /* on a warm connection: the next thing due is its deadline in 30 s */
	(void)libapi_client_process(client, 500, NULL);
	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_timeout_ms(options, 600), LIBAPI_OK);
	begun_ms = now_ms();
	CU_ASSERT_EQUAL(
		libapi_calendar_get_start(client, CALENDAR_ID, options, &near, NULL), LIBAPI_OK);
	CU_ASSERT_EQUAL(take(near), LIBAPI_E_TIMEOUT);
	CU_ASSERT_TRUE(now_ms() - begun_ms < 2000);
	libapi_call_free(near);
	libapi_call_free(distant);
}

static void accepts_null_wherever_something_is_released_or_asked(void) {
	libapi_call_free(NULL);
	libapi_call_cancel(NULL);
	CU_ASSERT_EQUAL(libapi_call_is_done(NULL), 0);
	CU_ASSERT_EQUAL(libapi_call_wait(NULL, 0, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_client_fd(NULL), -LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_client_process(NULL, 0, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_client_next_done(NULL, NULL), -LIBAPI_E_INVALID);
	CU_ASSERT_PTR_NULL(libapi_call_etag(NULL));
	CU_ASSERT_PTR_NULL(libapi_call_raw_json(NULL, NULL));
	CU_ASSERT_EQUAL(take(NULL), LIBAPI_E_INVALID);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "serves many threads over one client", serves_many_threads_over_one_client },
		{ "hands leadership over when the leader is done",
			hands_leadership_over_when_the_leader_is_done },
		{ "lets a start through while another waits",
			lets_a_start_through_while_another_waits },
		{ "ends every started call once", ends_every_started_call_once },
		{ "sleeps until a call is done", sleeps_until_a_call_is_done },
		{ "keeps the descriptor quiet when nothing is done",
			keeps_the_descriptor_quiet_when_nothing_is_done },
		{ "ends a call cancelled by another thread",
			ends_a_call_cancelled_by_another_thread },
		{ "forgets a call that is freed while it runs",
			forgets_a_call_that_is_freed_while_it_runs },
		{ "cancels what runs when the client goes away",
			cancels_what_runs_when_the_client_goes_away },
		{ "gives an answer only once and only as what it is",
			gives_an_answer_only_once_and_only_as_what_it_is },
		{ "times out calls that wait for a connection",
			times_out_calls_that_wait_for_a_connection },
		{ "lets the next call go when one is cancelled",
			lets_the_next_call_go_when_one_is_cancelled },
		{ "lets the next call go when one is freed",
			lets_the_next_call_go_when_one_is_freed },
		{ "wakes for a deadline earlier than those before",
			wakes_for_a_deadline_earlier_than_those_before },
		{ "accepts NULL wherever something is released or asked",
			accepts_null_wherever_something_is_released_or_asked },
		CU_TEST_INFO_NULL,
	};
	int result = 0;

	scripted_start();
	result = run_suite("async", tests);
	scripted_stop();
	return result;
}

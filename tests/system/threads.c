/* threads.c: any number of threads on one client, and many calls at once behind one descriptor, against the real
 * server. Run under ThreadSanitizer too. */
#include "tests/system/sdk.h"

#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#define THREADS 8
#define STARTED 200

static libapi_error *error;
static char calendar[40], event[40];
static atomic_int good, bad;

static long calls_each(void) {
	const char *text = getenv("LIBAPI_TEST_CALLS");

	return text != NULL ? atol(text) : 100;
}

static void *work(void *name) {
	const long calls = calls_each();

	for (long n = 0; n < calls; n++) {
		LIBAPI_AUTO(event) *got = NULL;
		LIBAPI_AUTO(event) *made = NULL;
		LIBAPI_AUTO(event_draft) *draft = NULL;
		LIBAPI_AUTO(error) *failed = NULL;
		char title[64];
		int32_t code =
			libapi_event_get(admin(), calendar, event, NULL, NULL, &got, &failed);
		bool right = code == LIBAPI_OK && strcmp(libapi_event_id(got), event) == 0;

		if (right && n % 10 == 0) {
			snprintf(title, sizeof title, "%s %ld", (const char *)name, n);
			draft = event_draft(title);
			code = libapi_event_create(admin(), calendar, draft, NULL, &made, &failed);
			right = code == LIBAPI_OK && strcmp(libapi_event_title(made), title) == 0;
		}
		atomic_fetch_add(right ? &good : &bad, 1);
	}
	return NULL;
}

static void eight_threads_share_one_client(void) {
	pthread_t threads[THREADS];
	char names[THREADS][8];

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Shared", event);
	for (int n = 0; n < THREADS; n++) {
		snprintf(names[n], sizeof names[n], "t%d", n);
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[n], NULL, work, names[n]), 0);
	}
	for (int n = 0; n < THREADS; n++) {
		pthread_join(threads[n], NULL);
	}
	CU_ASSERT_EQUAL(atomic_load(&good), THREADS * calls_each());
	fprintf(stderr, "(%d calls) ", atomic_load(&good));
	CU_ASSERT_EQUAL(atomic_load(&bad), 0);
}

/* Every started call ends exactly once: its mark says so. */
static void many_calls_end_once_behind_one_descriptor(void) {
	static int ended[STARTED];
	struct pollfd poll_on = { .fd = libapi_client_fd(admin()), .events = POLLIN };
	libapi_call *call = NULL;
	int done = 0, answers = 0;

	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Started", event);
	memset(ended, 0, sizeof ended);
	for (int n = 0; n < STARTED; n++) {
		EXPECT_OK(
			libapi_event_get_start(admin(), calendar, event, NULL, NULL, &call, &error),
			error);
		libapi_call_set_user_data(call, &ended[n]);
		if (n % 10 == 9) {
			libapi_call_cancel(call);
		}
	}
	for (int turns = 0; done < STARTED && turns < 10000; turns++) {
		poll(&poll_on, 1, 1000);
		EXPECT_OK(libapi_client_process(admin(), 0, &error), error);
		while (libapi_client_next_done(admin(), &call) == 1) {
			LIBAPI_AUTO(event) *got = NULL;
			int32_t code = libapi_call_take_event(call, &got, &error);

			++*(int *)libapi_call_user_data(call);
			answers += code == LIBAPI_OK;
			CU_ASSERT_TRUE(code == LIBAPI_OK || code == LIBAPI_E_CANCELLED);
			libapi_error_free(error);
			error = NULL;
			libapi_call_free(call);
			done++;
		}
	}
	CU_ASSERT_EQUAL(done, STARTED);
	CU_ASSERT_TRUE(answers >= STARTED * 9 / 10);
	for (int n = 0; n < STARTED; n++) {
		CU_ASSERT_EQUAL(ended[n], 1);
	}
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "eight threads share one client", eight_threads_share_one_client },
		{ "many calls end once behind one descriptor",
			many_calls_end_once_behind_one_descriptor },
		{ NULL, NULL },
	};
	return run_sentences("threads", sentences);
}

/* transport_test.c: an imaginary application whose calendars lie in its own memory: libapi asks it instead of a server.
 * The fake of the other tests ends its exchanges at once or by hand; here are the other ways: a descriptor and a clock
 * (on_poll), a thread, and programs that get it wrong. */
#include "scripted.h"
#include "tests/unit/suite.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define ROOM 16
#define CALENDAR "{\"id\":\"" CALENDAR_ID "\",\"name\":\"%s\",\"version\":1}"

/* The application: one calendar, and a queue of what was asked. */
struct application {
	const char *name; /* of its calendar */
	int fd, released, cancelled, polled;
	libapi_exchange *queue[ROOM];
	size_t count;
	int32_t fail_first; /* a code for the first attempt; 0: none */
	bool is_late; /* it ends nothing by itself */
};

static bool asks_for(const libapi_exchange *exchange, const char *header) {
	const char *line = NULL;
	bool found = false;

	for (size_t i = 0; (line = libapi_exchange_header_at(exchange, i)) != NULL; i++) {
		found = found || strcmp(line, header) == 0;
	}
	return found;
}

static void answer(struct application *application, libapi_exchange *exchange) {
	char body[256];

	if (application->fail_first != 0) {
		int32_t code = application->fail_first;
		application->fail_first = 0;
		libapi_exchange_fail(exchange, code, "the application sleeps");
		return;
	}
	if (strcmp(libapi_exchange_method(exchange), "GET") != 0 ||
		strstr(libapi_exchange_url(exchange), CALENDAR_ID) == NULL ||
		!asks_for(exchange, "X-API-Key: " TEST_KEY)) {
		libapi_exchange_answer(exchange, 404);
		return;
	}
	(void)snprintf(body, sizeof(body), CALENDAR, application->name);
	CU_ASSERT_EQUAL(libapi_exchange_add_header(exchange, "Content-Type", "application/json"),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_exchange_add_body(exchange, body, 10), LIBAPI_OK); /* in parts */
	CU_ASSERT_EQUAL(
		libapi_exchange_add_body(exchange, body + 10, strlen(body) - 10), LIBAPI_OK);
	libapi_exchange_answer(exchange, 200);
}

static void on_start(libapi_exchange *exchange, void *user) {
	struct application *application = user;
	uint64_t one = 1;

	CU_ASSERT_FATAL(application->count < ROOM);
	application->queue[application->count++] = exchange;
	if (application->fd >= 0) {
		CU_ASSERT_EQUAL(write(application->fd, &one, sizeof(one)), sizeof(one));
	}
}

static void on_cancel(libapi_exchange *exchange, void *user) {
	struct application *application = user;

	application->cancelled++;
	for (size_t i = 0; i < application->count; i++) {
		if (application->queue[i] == exchange) {
			application->queue[i] = application->queue[--application->count];
			libapi_exchange_answer(exchange, 200);
		}
	}
}

/* One each time, so that what is left must bring it back. */
static int32_t on_poll(void *user) {
	struct application *application = user;
	uint64_t events = 0;

	application->polled++;
	if (application->fd >= 0) {
		(void)!read(application->fd, &events, sizeof(events));
	}
	if (application->count > 0 && !application->is_late) {
		answer(application, application->queue[--application->count]);
	}
	return application->count > 0 && !application->is_late ? 0 : -1;
}

static void on_release(void *user) {
	((struct application *)user)->released++;
}

static libapi_config *settings(struct application *application) {
	libapi_config *config = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, "https://calendar.invalid"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_key(config, TEST_KEY), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_transport(config, on_start, on_cancel, on_poll,
				application->fd, application, on_release),
		LIBAPI_OK);
	return config;
}

static libapi_client *client_of(struct application *application) {
	libapi_config *config = settings(application);
	libapi_client *client = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	return client;
}

static int32_t get(libapi_client *client, const char *id, const char *name) {
	LIBAPI_AUTO(calendar) *calendar = NULL;
	int32_t code = libapi_calendar_get(client, id, NULL, &calendar, NULL);

	if (code == LIBAPI_OK) {
		CU_ASSERT_STRING_EQUAL(libapi_calendar_name(calendar), name);
	}
	return code;
}

static libapi_call *start(libapi_client *client) {
	libapi_call *call = NULL;

	CU_ASSERT_EQUAL_FATAL(
		libapi_calendar_get_start(client, CALENDAR_ID, NULL, &call, NULL), LIBAPI_OK);
	return call;
}

static int32_t take(libapi_call *call) {
	LIBAPI_AUTO(calendar) *calendar = NULL;
	int32_t code = libapi_call_take_calendar(call, &calendar, NULL);

	libapi_call_free(call);
	return code;
}

static void an_application_answers_from_memory(void) {
	struct application application = { .name = "Mine", .fd = -1 };
	libapi_client *client = client_of(&application);

	CU_ASSERT_EQUAL(get(client, CALENDAR_ID, "Mine"), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		get(client, "01935a5e-0000-7000-8000-0000000000ff", ""), LIBAPI_E_NOT_FOUND);
	CU_ASSERT_EQUAL(application.released, 0);
	libapi_client_unref(client);
	CU_ASSERT_EQUAL(application.released, 1);
	CU_ASSERT_EQUAL(application.cancelled, 0);
}

static void a_lost_attempt_is_made_again(void) {
	static const struct {
		int32_t given, comes_out;
	} rows[] = { { LIBAPI_E_LOST, LIBAPI_OK }, { LIBAPI_E_UNREACHABLE, LIBAPI_OK },
		{ LIBAPI_E_CANCELLED, LIBAPI_OK }, { LIBAPI_E_TLS, LIBAPI_E_TLS },
		{ LIBAPI_E_MALFORMED, LIBAPI_E_MALFORMED }, { LIBAPI_E_MEMORY, LIBAPI_E_MEMORY } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct application application = {
			.name = "Mine", .fd = -1, .fail_first = rows[i].given
		};
		libapi_client *client = client_of(&application);
		CHECK_ROW(get(client, CALENDAR_ID, "Mine") == rows[i].comes_out,
			libapi_error_name(rows[i].given));
		libapi_client_unref(client);
	}
}

/* The descriptor stands in the client's own, so a loop outside sees it. */
static void a_descriptor_wakes_who_waits(void) {
	struct application application = { .name = "Loop", .fd = eventfd(0, EFD_NONBLOCK) };
	libapi_client *client = client_of(&application);
	libapi_call *done = NULL;
	uint64_t one = 1;
	int ended = 0;

	for (int i = 0; i < ROOM - 1; i++) {
		application.is_late = true; /* nothing ends before somebody drives */
		(void)start(client);
	}
	application.is_late = false;
	CU_ASSERT_EQUAL(write(application.fd, &one, sizeof(one)), sizeof(one));
	for (int turns = 0; ended < ROOM - 1 && turns < 1000; turns++) {
		CU_ASSERT_EQUAL(libapi_client_process(client, 1000, NULL), LIBAPI_OK);
		while (libapi_client_next_done(client, &done) == 1) {
			CU_ASSERT_EQUAL(take(done), LIBAPI_OK);
			ended++;
		}
	}
	CU_ASSERT_EQUAL(ended, ROOM - 1);
	CU_ASSERT_TRUE(application.polled > 0);
	libapi_client_unref(client);
	close(application.fd);
	CU_ASSERT_EQUAL(application.released, 1);
}

static void a_cancelled_exchange_is_still_ended_by_the_program(void) {
	struct application application = { .name = "Late", .fd = -1, .is_late = true };
	libapi_client *client = client_of(&application);
	libapi_call *call = start(client), *second = start(client);
	libapi_exchange *kept = NULL;

	CU_ASSERT_EQUAL_FATAL(application.count, 2);
	libapi_call_cancel(call);
	CU_ASSERT_EQUAL(application.cancelled, 1);
	CU_ASSERT_EQUAL(application.count, 1);
	CU_ASSERT_EQUAL(take(call), LIBAPI_E_CANCELLED);

	kept = application.queue[--application.count]; /* on_cancel() will not find it */
	libapi_client_unref(client);
	CU_ASSERT_EQUAL(application.cancelled, 2);
	CU_ASSERT_EQUAL(take(second), LIBAPI_E_CANCELLED);
	CU_ASSERT_EQUAL(application.released, 0); /* the client lives as long as the exchange */
	libapi_exchange_answer(kept, 200);
	CU_ASSERT_EQUAL(application.released, 1);
}

/* ---- a thread of the program's ------------------------------------------------------------------------------ */

struct worker {
	pthread_mutex_t lock;
	pthread_cond_t wake;
	libapi_exchange *queue[64];
	size_t count;
	bool is_over;
};

static void give_worker(libapi_exchange *exchange, void *user) {
	struct worker *worker = user;

	pthread_mutex_lock(&worker->lock);
	worker->queue[worker->count++] = exchange;
	pthread_cond_signal(&worker->wake);
	pthread_mutex_unlock(&worker->lock);
}

static void *work(void *user) {
	struct worker *worker = user;
	struct application application = { .name = "Thread" };

	pthread_mutex_lock(&worker->lock);
	while (!worker->is_over || worker->count > 0) {
		libapi_exchange *exchange = NULL;
		if (worker->count == 0) {
			pthread_cond_wait(&worker->wake, &worker->lock);
			continue;
		}
		exchange = worker->queue[--worker->count];
		pthread_mutex_unlock(&worker->lock);
		answer(&application, exchange);
		pthread_mutex_lock(&worker->lock);
	}
	pthread_mutex_unlock(&worker->lock);
	return NULL;
}

static void *get_often(void *client) {
	intptr_t good = 0;

	for (int i = 0; i < 500; i++) {
		good += get(client, CALENDAR_ID, "Thread") == LIBAPI_OK;
	}
	return (void *)good;
}

static void another_thread_ends_exchanges(void) {
	struct worker worker = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, { NULL }, 0,
		false };
	struct application application = { .fd = -1 };
	libapi_config *config = settings(&application);
	libapi_client *client = NULL;
	pthread_t threads[5];
	long good = 0;

	CU_ASSERT_EQUAL(
		libapi_config_set_transport(config, give_worker, NULL, NULL, -1, &worker, NULL),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(application.released, 1); /* the transport before it */
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	libapi_config_free(config);
	CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[0], NULL, work, &worker), 0);
	for (int i = 1; i < 5; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, get_often, client), 0);
	}
	for (int i = 1; i < 5; i++) {
		void *sum = NULL;
		pthread_join(threads[i], &sum);
		good += (long)(intptr_t)sum;
	}
	pthread_mutex_lock(&worker.lock);
	worker.is_over = true;
	pthread_cond_signal(&worker.wake);
	pthread_mutex_unlock(&worker.lock);
	pthread_join(threads[0], NULL);
	CU_ASSERT_EQUAL(good, 2000);
	libapi_client_unref(client);
}

/* ---- what is refused ---------------------------------------------------------------------------------------- */

static void break_rules(libapi_exchange *exchange, void *user) {
	static const char big[2048] = "x";
	int which = (*(int *)user)++;

	CU_ASSERT_EQUAL(
		libapi_exchange_add_header(exchange, "X-A", "b\r\nX-C: d"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_exchange_add_header(exchange, "X A", "b"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_exchange_add_header(exchange, NULL, "b"), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_exchange_add_body(exchange, NULL, 1), LIBAPI_E_INVALID);
	if (which == 0) {
		CU_ASSERT_EQUAL(
			libapi_exchange_add_body(exchange, big, 2048), LIBAPI_E_ANSWER_TOO_LARGE);
	}
	libapi_exchange_answer(exchange, which == 1 ? 99 : which == 2 ? 600 : 204);
}

static void what_no_answer_may_hold_is_refused(void) {
	static const int32_t codes[] = { LIBAPI_E_ANSWER_TOO_LARGE, LIBAPI_E_MALFORMED,
		LIBAPI_E_MALFORMED };
	libapi_config *config = NULL;
	libapi_client *client = NULL;
	int which = 0;

	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, "https://calendar.invalid"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_max_answer_bytes(config, 2047), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_config_set_transport(config, break_rules, NULL, NULL, -1, &which, NULL),
		LIBAPI_OK);
	CU_ASSERT_EQUAL_FATAL(libapi_client_new(config, &client, NULL), LIBAPI_OK);
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		CU_ASSERT_EQUAL(get(client, CALENDAR_ID, ""), codes[i]);
	}
	libapi_client_unref(client);
	libapi_config_free(config);
}

static void settings_that_cannot_work_are_refused(void) {
	struct application application = { .fd = -1 };
	libapi_config *config = settings(&application);
	libapi_client *client = NULL;
	int fd = fileno(tmpfile());

	CU_ASSERT_EQUAL(
		libapi_config_set_transport(config, NULL, NULL, NULL, -1, &application, on_release),
		LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(application.released, 1); /* also when it fails; the first one stays */
	CU_ASSERT_EQUAL(libapi_config_set_transport(
				config, on_start, NULL, on_poll, fd, &application, NULL),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_client_new(config, &client, NULL), LIBAPI_E_INVALID); /* a file */
	CU_ASSERT_EQUAL(
		libapi_config_set_transport(config, on_start, NULL, NULL, -1, &application, NULL),
		LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, "http://calendar.invalid"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_client_new(config, &client, NULL), LIBAPI_E_INSECURE);
	libapi_config_free(config);
	libapi_exchange_answer(NULL, 200);
	libapi_exchange_fail(NULL, LIBAPI_E_LOST, NULL);
	CU_ASSERT_PTR_NULL(libapi_exchange_url(NULL));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "an application answers from memory", an_application_answers_from_memory },
		{ "a lost attempt is made again", a_lost_attempt_is_made_again },
		{ "a descriptor wakes who waits", a_descriptor_wakes_who_waits },
		{ "a cancelled exchange is still ended by the program",
			a_cancelled_exchange_is_still_ended_by_the_program },
		{ "another thread ends exchanges", another_thread_ends_exchanges },
		{ "what no answer may hold is refused", what_no_answer_may_hold_is_refused },
		{ "settings that cannot work are refused", settings_that_cannot_work_are_refused },
		CU_TEST_INFO_NULL,
	};
	return run_suite("transport", tests);
}

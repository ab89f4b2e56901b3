/* interleaving_test.c: start, answer, loss, deadline, cancel, take, free, and the client released, in any order: each
 * call that was not freed comes out of the queue exactly once. The orders are random, by a seed: a red run is
 * repeated by LIBAPI_TEST_SEED; LIBAPI_TEST_ROUNDS makes it longer. */
#include "fake.h"
#include "libapi/call.h"
#include "libapi/text.h"
#include "scripted.h"
#include "tests/unit/suite.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define CALLS 6
#define STEPS 24

static const struct fake_answer good = { ATTEMPT_ANSWERED, 200, "application/json", "{}" };
static const struct fake_answer busy = { ATTEMPT_ANSWERED, 503, NULL, NULL };
static const struct fake_answer refused = { ATTEMPT_ANSWERED, 404, NULL, NULL };
static const struct fake_answer reset = { ATTEMPT_LOST, 0, NULL, NULL };
static const struct fake_answer *const answers[] = { &good, &good, &busy, &refused, &reset };

/* One call as the test sees it. */
struct track {
	libapi_call *call; /* NULL: not started, or freed */
	int fetched;
};

struct world {
	libapi_client *client;
	struct track tracks[CALLS];
	uint64_t dice;
};

static long number_from(const char *name, long otherwise) {
	const char *text = getenv(name);

	return text != NULL ? atol(text) : otherwise;
}

static uint32_t roll(struct world *world, uint32_t sides) {
	world->dice ^= world->dice << 13;
	world->dice ^= world->dice >> 7;
	world->dice ^= world->dice << 17;
	return (uint32_t)(world->dice >> 33) % sides;
}

static void start(struct world *world, struct track *track) {
	LIBAPI_AUTO(call_options) *options = NULL;

	if (track->call != NULL) {
		return;
	}
	CU_ASSERT_EQUAL_FATAL(libapi_call_options_new(&options), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_call_options_set_user_data(options, track), LIBAPI_OK);
	CU_ASSERT_EQUAL(
		libapi_call_options_set_timeout_ms(options, 1000 + 100 * (int)roll(world, 9)),
		LIBAPI_OK);
	track->fetched = 0;
	CU_ASSERT_EQUAL_FATAL(
		libapi_calendar_get_start(world->client, CALENDAR_ID, options, &track->call, NULL),
		LIBAPI_OK);
}

static void let_go(struct track *track) {
	libapi_call_free(track->call);
	track->call = NULL;
}

static void fetch(struct world *world) {
	libapi_call *done = NULL;

	while (libapi_client_next_done(world->client, &done) == 1) {
		struct track *track = libapi_call_user_data(done);

		track->fetched++;
		CU_ASSERT_PTR_EQUAL(track->call, done);
		CU_ASSERT_TRUE(libapi__call_is_over(done));
	}
}

/* As if so much time had gone by: backoffs come due, then deadlines. */
static void pass_time(struct world *world, int64_t ms) {
	libapi__client_lock(world->client);
	libapi__call_on_time(world->client, libapi__now_ms() + ms);
	libapi__client_unlock(world->client);
}

static void take(struct track *track) {
	libapi_calendar *calendar = NULL;
	int32_t code = LIBAPI_OK;

	if (track->call != NULL && libapi__call_is_over(track->call)) {
		code = libapi_call_take_calendar(track->call, &calendar, NULL);
		CU_ASSERT_EQUAL(calendar != NULL, code == LIBAPI_OK);
		libapi_calendar_unref(calendar);
	}
}

static void step(struct world *world) {
	struct track *track = &world->tracks[roll(world, CALLS)];

	switch (roll(world, 9)) {
	case 0:
	case 1:
		start(world, track);
		break;
	case 2:
	case 3:
		(void)fake_end(world->client, roll(world, CALLS), answers[roll(world, 5)]);
		break;
	case 4:
		libapi_call_cancel(track->call);
		break;
	case 5:
		let_go(track);
		break;
	case 6:
		pass_time(world, roll(world, 2000));
		break;
	case 7:
		take(track);
		break;
	default:
		CU_ASSERT_EQUAL(libapi_client_process(world->client, 0, NULL), LIBAPI_OK);
		fetch(world);
	}
}

/* Whatever is left ends by its deadline, and comes. */
static void finish(struct world *world) {
	pass_time(world, 60000);
	CU_ASSERT_EQUAL(fake_count(world->client), 0);
	fetch(world);
	for (size_t i = 0; i < CALLS; i++) {
		CU_ASSERT_TRUE(world->tracks[i].call == NULL || world->tracks[i].fetched == 1);
	}
}

static void one_round(uint64_t seed) {
	struct world world = { .dice = seed * 0x9e3779b97f4a7c15u | 1 };
	bool client_goes_first = roll(&world, 2) == 0;
	int32_t code = LIBAPI_OK;
	unsigned failures = CU_get_number_of_failures();

	fake_script(NULL, 0);
	world.client = fake_client(3, &code);
	CU_ASSERT_PTR_NOT_NULL_FATAL(world.client);
	for (int i = 0; i < STEPS; i++) {
		step(&world);
	}
	if (client_goes_first) { /* with calls in flight: cancelled, and still the caller's */
		libapi_client_unref(world.client);
	} else {
		finish(&world);
	}
	for (size_t i = 0; i < CALLS; i++) {
		CU_ASSERT_TRUE(
			world.tracks[i].call == NULL || libapi__call_is_over(world.tracks[i].call));
		let_go(&world.tracks[i]);
	}
	if (!client_goes_first) {
		libapi_client_unref(world.client);
	}
	if (CU_get_number_of_failures() != failures) {
		fprintf(stderr, "\n    seed %llu", (unsigned long long)seed);
	}
}

static void every_call_ends_once_in_any_order(void) {
	long rounds = number_from("LIBAPI_TEST_ROUNDS", 3000);
	long seed = number_from("LIBAPI_TEST_SEED", 1);

	for (long i = 0; i < rounds; i++) {
		one_round((uint64_t)(seed + i));
	}
	fprintf(stderr, "(%ld interleavings from seed %ld) ", rounds, seed);
}

/* ---- the same by real threads ------------------------------------------------------------------------------ */

static void *cancel_all(void *user) {
	struct world *world = user;

	for (size_t i = 0; i < CALLS; i++) {
		libapi_call_cancel(world->tracks[i].call);
	}
	return NULL;
}

static void *answer_all(void *user) {
	struct world *world = user;

	for (size_t i = 0; i < CALLS; i++) {
		(void)fake_end(world->client, i, answers[i % 5]);
	}
	return NULL;
}

static void race(struct world *world) {
	pthread_t threads[2];

	for (size_t i = 0; i < CALLS; i++) {
		start(world, &world->tracks[i]);
	}
	CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[0], NULL, cancel_all, world), 0);
	CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[1], NULL, answer_all, world), 0);
	for (size_t i = 0; i < CALLS; i++) {
		CU_ASSERT_EQUAL(libapi_call_wait(world->tracks[i].call, 60000, NULL), LIBAPI_OK);
	}
	fetch(world);
	pthread_join(threads[0], NULL);
	pthread_join(threads[1], NULL);
	for (size_t i = 0; i < CALLS; i++) {
		CU_ASSERT_EQUAL(world->tracks[i].fetched, 1);
		let_go(&world->tracks[i]);
	}
}

static void cancel_answer_and_wait_race(void) {
	long rounds = number_from("LIBAPI_TEST_ROUNDS", 3000) / 10;
	struct world world = { .dice = 7 };
	int32_t code = LIBAPI_OK;

	fake_script(NULL, 0);
	world.client = fake_client(1, &code);
	CU_ASSERT_PTR_NOT_NULL_FATAL(world.client);
	for (long i = 0; i < rounds; i++) {
		race(&world);
	}
	libapi_client_unref(world.client);
}

/* ---- many threads, one client ------------------------------------------------------------------------------ */

#define THREADS 8

static void *call_often(void *user) {
	long calls = number_from("LIBAPI_TEST_CALLS", 500);
	intptr_t right = 0;

	for (long i = 0; i < calls; i++) {
		LIBAPI_AUTO(calendar) *calendar = NULL;
		right += libapi_calendar_get(user, CALENDAR_ID, NULL, &calendar, NULL) == LIBAPI_OK;
	}
	return (void *)right;
}

static void eight_threads_share_a_client(void) {
	int32_t code = LIBAPI_OK;
	libapi_client *client = NULL;
	pthread_t threads[THREADS];
	long right = 0;

	fake_script(&good, 1);
	client = fake_client(1, &code);
	CU_ASSERT_PTR_NOT_NULL_FATAL(client);
	for (int i = 0; i < THREADS; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, call_often, client), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		void *sum = NULL;
		pthread_join(threads[i], &sum);
		right += (long)(intptr_t)sum;
	}
	CU_ASSERT_EQUAL(right, THREADS * number_from("LIBAPI_TEST_CALLS", 500));
	fprintf(stderr, "(%ld calls) ", right);
	libapi_client_unref(client);
}

static void a_client_goes_with_200_calls_in_flight(void) {
	libapi_call *calls[200] = { NULL };
	int32_t code = LIBAPI_OK;
	libapi_client *client = NULL;

	fake_script(NULL, 0);
	client = fake_client(1, &code);
	CU_ASSERT_PTR_NOT_NULL_FATAL(client);
	for (int i = 0; i < 200; i++) {
		CU_ASSERT_EQUAL(
			libapi_calendar_get_start(client, CALENDAR_ID, NULL, &calls[i], NULL),
			LIBAPI_OK);
	}
	CU_ASSERT_EQUAL(fake_count(client), 200);
	libapi_client_unref(client);
	for (int i = 0; i < 200; i++) {
		libapi_calendar *calendar = NULL;
		CU_ASSERT_EQUAL(
			libapi_call_take_calendar(calls[i], &calendar, NULL), LIBAPI_E_CANCELLED);
		libapi_call_free(calls[i]);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "every call ends once in any order", every_call_ends_once_in_any_order },
		{ "cancel, answer and wait race", cancel_answer_and_wait_race },
		{ "eight threads share a client", eight_threads_share_a_client },
		{ "a client goes with 200 calls in flight",
			a_client_goes_with_200_calls_in_flight },
		CU_TEST_INFO_NULL,
	};
	return run_suite("interleaving", tests);
}

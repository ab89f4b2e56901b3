/* turns_test.c: who may write a key, between seats of one thread and of several. */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

#include "server/base/turns.h"
#include "tests/unit/suite.h"

#define SEATS 4

static struct turns *turns;
static struct loop *loops[SEATS];
static struct seat *seats[SEATS];

static void sit_down(void) {
	turns = turns_new();
	for (int i = 0; i < SEATS; i++) {
		loops[i] = loop_new();
		seats[i] = turns_join(turns, loops[i]);
		CU_ASSERT_PTR_NOT_NULL_FATAL(seats[i]);
	}
}

static void get_up(void) {
	for (int i = 0; i < SEATS; i++) {
		seat_leave(seats[i]);
	}
	for (int i = 0; i < SEATS; i++) {
		loop_free(loops[i]);
	}
	turns_free(turns);
}

/* Collects what came since, then asks. */
static bool take(int seat, const char *key) {
	seat_collect(seats[seat], 1);
	return seat_take(seats[seat], key);
}

static void one_has_it_and_the_others_wait(void) {
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	CU_ASSERT_FALSE(take(0, "a")); /* not twice on one seat either */
	CU_ASSERT_FALSE(take(1, "a"));
	CU_ASSERT_TRUE(take(1, "b"));
	seat_pass(seats[0], "a");
	CU_ASSERT_FALSE(take(0, "a")); /* it was handed over, not left for whoever is quick */
	CU_ASSERT_TRUE(take(1, "a"));
	seat_pass(seats[1], "a");
	CU_ASSERT_TRUE(take(0, "a"));
	seat_pass(seats[0], "a");
	CU_ASSERT_TRUE(take(2, "a"));
	seat_pass(seats[2], "a");
	seat_pass(seats[1], "b");
	get_up();
}

static void it_goes_around_the_table(void) {
	sit_down();
	CU_ASSERT_TRUE(take(1, "a"));
	CU_ASSERT_FALSE(take(0, "a"));
	CU_ASSERT_FALSE(take(3, "a"));
	CU_ASSERT_FALSE(take(2, "a"));
	for (int i = 1; i < 20; i++) {
		seat_pass(seats[i % SEATS], "a");
		CU_ASSERT_FALSE(take(i % SEATS, "a"));
		CU_ASSERT_TRUE(take((i + 1) % SEATS, "a"));
	}
	seat_pass(seats[0], "a");
	get_up();
}

static bool is_awake(struct loop *loop) {
	uint64_t before_us = monotonic_us();
	loop_run(loop, 2000);
	return monotonic_us() - before_us < 1000000;
}

static void who_waits_is_woken(void) {
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	CU_ASSERT_FALSE(take(1, "a"));
	seat_pass(seats[0], "a");
	CU_ASSERT_TRUE(is_awake(loops[1]));
	CU_ASSERT_TRUE(take(1, "a"));
	seat_pass(seats[1], "a");
	get_up();
}

static void what_came_counts_only_once_collected(void) {
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	CU_ASSERT_FALSE(seat_take(seats[1], "a"));
	seat_pass(seats[0], "a");
	CU_ASSERT_FALSE(
		seat_take(seats[1], "a")); /* the second in the queue must not overtake the first */
	CU_ASSERT_TRUE(take(1, "a"));
	seat_pass(seats[1], "a");
	get_up();
}

static void what_is_not_used_goes_on_when_its_time_is_over(void) {
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	CU_ASSERT_FALSE(take(1, "a"));
	CU_ASSERT_FALSE(take(2, "a"));
	CU_ASSERT_EQUAL(seat_pass_unused(seats[1], 1000), 0); /* it has none yet */
	seat_pass(seats[0], "a");
	seat_collect(seats[1], 5000);
	CU_ASSERT_EQUAL(seat_pass_unused(seats[1], 4999), 5000);
	CU_ASSERT_FALSE(take(2, "a"));
	CU_ASSERT_EQUAL(seat_pass_unused(seats[1], 5000), 0);
	CU_ASSERT_TRUE(take(2, "a"));
	seat_pass(seats[2], "a");
	CU_ASSERT_TRUE(take(3, "a")); /* seat 1 is not in it any more */
	seat_pass(seats[3], "a");
	get_up();
}

static void who_leaves_is_passed_over(void) {
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	CU_ASSERT_FALSE(take(1, "a"));
	CU_ASSERT_FALSE(take(2, "a"));
	seat_leave(seats[1]); /* while it waits */
	seat_pass(seats[0], "a");
	seat_leave(seats[2]); /* told, and did not see it */
	CU_ASSERT_TRUE(take(3, "a"));
	CU_ASSERT_FALSE(take(0, "a"));
	seat_pass(seats[3], "a");
	CU_ASSERT_TRUE(take(0, "a"));
	seat_pass(seats[0], "a");
	get_up();
}

static void keys_that_fall_together_only_wait(void) {
	char other[16];
	int tries = 0;
	sit_down();
	CU_ASSERT_TRUE(take(0, "a"));
	do {
		snprintf(other, sizeof(other), "k%d", tries);
		if (take(1, other)) {
			seat_pass(seats[1], other);
		} else {
			break;
		}
	} while (++tries < 100000);
	CU_ASSERT_TRUE(tries < 100000);
	CU_ASSERT_TRUE(tries > 50); /* and that is rare */
	CU_ASSERT_FALSE(take(0, other));
	seat_pass(seats[0], "a");
	CU_ASSERT_TRUE(take(1, other));
	CU_ASSERT_FALSE(take(0, "a"));
	seat_pass(seats[1], other);
	CU_ASSERT_TRUE(take(0, "a"));
	seat_pass(seats[0], "a");
	get_up();
}

static void there_are_so_many_seats(void) {
	sit_down();
	for (int i = SEATS; i < SEATS_MAX; i++) {
		CU_ASSERT_PTR_NOT_NULL(turns_join(turns, loops[0]));
	}
	CU_ASSERT_PTR_NULL(turns_join(turns, loops[0]));
	get_up();
}

/* ---- threads ---------------------------------------------------------------------------------------------- */

#define ROUNDS 5000
static const char *const keys[] = { "a", "b" };
static _Atomic int inside[2];
static _Atomic int together, starved, waited;
static pthread_barrier_t all_here;
static int rounds[2]; /* what the turn guards */

static bool await_turn(int seat, const char *key) {
	uint64_t until_us = monotonic_us() + 30000000;
	while (!take(seat, key)) {
		atomic_fetch_add(&waited, 1);
		loop_run(loops[seat], 5000);
		if (monotonic_us() > until_us) {
			atomic_fetch_add(&starved, 1);
			return false;
		}
	}
	return true;
}

/* Seat 3 leaves in the middle, while it waits for the other key. */
static void *write_by_turns(void *data) {
	int seat = (int)(intptr_t)data, most = seat == 3 ? ROUNDS / 2 : ROUNDS;
	pthread_barrier_wait(&all_here);
	for (int i = 0; i < most; i++) {
		int key = (i + seat) % 3 == 0;
		if (!await_turn(seat, keys[key])) {
			break;
		}
		atomic_fetch_add(&together, atomic_fetch_add(&inside[key], 1) != 0);
		rounds[key]++;
		sched_yield(); /* the others come while it is taken */
		atomic_fetch_sub(&inside[key], 1);
		if (i % 7 == 0 && seat_take(seats[seat], keys[!key])) {
			seat_pass(seats[seat], keys[!key]);
		}
		seat_pass(seats[seat], keys[key]);
		seat_pass_unused(seats[seat], UINT64_MAX);
	}
	if (seat == 3 && seat_take(seats[seat], keys[0])) {
		seat_pass(seats[seat], keys[0]);
	}
	seat_leave(seats[seat]);
	return NULL;
}

static void threads_never_meet_and_none_starves(void) {
	pthread_t threads[SEATS];
	sit_down();
	pthread_barrier_init(&all_here, NULL, SEATS);
	for (int i = 0; i < SEATS; i++) {
		pthread_create(&threads[i], NULL, write_by_turns, (void *)(intptr_t)i);
	}
	for (int i = 0; i < SEATS; i++) {
		pthread_join(threads[i], NULL);
		seats[i] = turns_join(turns, loops[i]);
	}
	pthread_barrier_destroy(&all_here);
	CU_ASSERT_EQUAL(together, 0);
	CU_ASSERT_TRUE(waited > ROUNDS); /* or it would prove nothing */
	CU_ASSERT_EQUAL(starved, 0);
	CU_ASSERT_EQUAL(rounds[0] + rounds[1], ROUNDS * 3 + ROUNDS / 2);
	CU_ASSERT_TRUE(take(0, "a")); /* nobody left with it */
	CU_ASSERT_TRUE(take(1, "b"));
	seat_pass(seats[0], "a");
	seat_pass(seats[1], "b");
	get_up();
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "one has it, and the others wait", one_has_it_and_the_others_wait },
		{ "it goes around the table", it_goes_around_the_table },
		{ "who waits is woken", who_waits_is_woken },
		{ "what came counts only once collected", what_came_counts_only_once_collected },
		{ "what is not used goes on when its time is over",
			what_is_not_used_goes_on_when_its_time_is_over },
		{ "who leaves is passed over", who_leaves_is_passed_over },
		{ "keys that fall together only wait", keys_that_fall_together_only_wait },
		{ "there are so many seats", there_are_so_many_seats },
		{ "threads never meet, and none starves", threads_never_meet_and_none_starves },
		CU_TEST_INFO_NULL,
	};
	return run_suite("turns", tests);
}

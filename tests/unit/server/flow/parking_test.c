/* parking_test.c: who waits is woken by news of his calendar, by time, by a client that hangs up and by the end; never
 * by anything else, and never too many at once. */
#include "server/flow/parking.h"

#include <sys/socket.h>
#include <unistd.h>

#include "tests/unit/suite.h"

static const char here[] = "0193590b-11a2-7d53-8e0f-6b2a9c4d1e27",
		  there[] = "0193590b-11a2-7d53-8e0f-6b2a9c4d1e99";
static struct loop *loop;
static struct parking parking;
static unsigned turns;

static void on_turn(struct parked *parked) {
	(void)parked;
	turns++;
}

static void on_turn_leave(struct parked *parked) {
	turns++;
	parking_leave(parked);
}

static void begin(void) {
	loop = loop_new();
	CU_ASSERT_PTR_NOT_NULL_FATAL(loop);
	parking_init(&parking);
	parking_open(&parking, loop);
	turns = 0;
	atomic_store(&news_ended, false);
}

static void finish(void) {
	CU_ASSERT_EQUAL(atomic_load(&news_waiting), 0);
	CU_ASSERT_EQUAL(parking.count, 0);
	CU_ASSERT_EQUAL(parking.reading, 0);
	news_leave(&parking.reader);
	loop_free(loop);
}

static void enter(struct parked *parked, const char *calendar, uint64_t wait_us) {
	parking_enter(&parking, parked, loop, calendar, monotonic_us() + wait_us, on_turn);
}

/* As the news of another process come. */
static void tell(const char *payload) {
	news_hear(payload);
	loop_run(loop, 0);
}

static void news_wake_who_waits_for_that_calendar(void) {
	struct parked one, two;
	begin();
	enter(&one, here, 60000000);
	enter(&two, there, 60000000);
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	CU_ASSERT_TRUE(parking_wait(&two, -1));
	CU_ASSERT_EQUAL(parking.count, 2);
	tell("0000000000000000 0193590b-11a2-7d53-8e0f-6b2a9c4d1e00");
	CU_ASSERT_EQUAL(turns, 0);
	tell("0000000000000000 0193590b-11a2-7d53-8e0f-6b2a9c4d1e00 "
	     "0193590b-11a2-7d53-8e0f-6b2a9c4d1e27");
	CU_ASSERT_EQUAL(turns, 1);
	CU_ASSERT_EQUAL(one.state, PARKED_READING);
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	tell(NEWS_ALL);
	CU_ASSERT_EQUAL(turns, 3);
	parking_leave(&one);
	parking_leave(&two);
	parking_leave(&two);
	finish();
}

/* Between the first read and the wait: else it would be slept over. */
static void news_that_come_while_it_reads_are_remembered(void) {
	struct parked one;
	begin();
	enter(&one, here, 60000000);
	tell(here);
	CU_ASSERT_EQUAL(turns, 0);
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	CU_ASSERT_EQUAL(turns, 1);
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	CU_ASSERT_EQUAL(turns, 1);
	parking_leave(&one);
	finish();
}

static void time_wakes_once_more_and_then_it_is_up(void) {
	struct parked one;
	begin();
	enter(&one, here, 20000);
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	for (int i = 0; i < 500 && turns == 0; i++) {
		loop_run(loop, 10);
	}
	CU_ASSERT_EQUAL(turns, 1);
	CU_ASSERT_FALSE(parking_wait(&one, -1));
	parking_leave(&one);
	finish();
}

static void a_client_that_hangs_up_is_not_waited_for(void) {
	struct parked one;
	int ends[2];
	begin();
	CU_ASSERT_EQUAL_FATAL(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	enter(&one, here, 60000000);
	CU_ASSERT_TRUE(parking_wait(&one, ends[0]));
	CU_ASSERT_EQUAL(write(ends[1], "x", 1), 1); /* more to say is no farewell */
	loop_run(loop, 0);
	CU_ASSERT_EQUAL(turns, 0);
	close(ends[1]);
	loop_run(loop, 1000);
	CU_ASSERT_EQUAL(turns, 1);
	CU_ASSERT_TRUE(one.leaving);
	CU_ASSERT_FALSE(parking_wait(&one, ends[0]));
	parking_leave(&one);
	close(ends[0]);
	finish();
}

static void few_read_at_once_and_all_come_to_their_turn(void) {
	enum { MANY = 5 * PARKING_READS_MAX };
	static struct parked all[MANY];
	begin();
	for (size_t i = 0; i < MANY; i++) {
		enter(&all[i], here, 60000000);
		CU_ASSERT_TRUE(parking_wait(&all[i], -1));
	}
	tell(here);
	CU_ASSERT_EQUAL(turns, PARKING_READS_MAX);
	for (size_t i = 0; i < MANY; i++) {
		CU_ASSERT_EQUAL(all[i].state, PARKED_READING);
		parking_leave(&all[i]);
		CU_ASSERT_TRUE(parking.reading <= PARKING_READS_MAX);
	}
	CU_ASSERT_EQUAL(turns, MANY);
	finish();
}

static void the_end_wakes_all_and_nobody_waits_any_more(void) {
	struct parked one, two;
	begin();
	enter(&one, here, 60000000);
	enter(&two, here, 60000000);
	one.on_turn = two.on_turn = on_turn_leave;
	CU_ASSERT_TRUE(parking_wait(&one, -1));
	news_end();
	loop_run(loop, 0);
	CU_ASSERT_EQUAL(turns, 1);
	CU_ASSERT_FALSE(parking_wait(&two, -1)); /* it was reading */
	parking_leave(&two);
	finish();
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "news wake who waits for that calendar", news_wake_who_waits_for_that_calendar },
		{ "news that come while it reads are remembered",
			news_that_come_while_it_reads_are_remembered },
		{ "time wakes once more, and then it is up",
			time_wakes_once_more_and_then_it_is_up },
		{ "a client that hangs up is not waited for",
			a_client_that_hangs_up_is_not_waited_for },
		{ "few read at once, and all come to their turn",
			few_read_at_once_and_all_come_to_their_turn },
		{ "the end wakes all, and nobody waits any more",
			the_end_wakes_all_and_nobody_waits_any_more },
		CU_TEST_INFO_NULL,
	};
	return run_suite("parking", tests);
}

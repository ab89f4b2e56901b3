/* loop_test.c: readiness, time and posts of one loop. */
#include "server/base/loop.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "server/base/turns.h"
#include "tests/unit/suite.h"

static char trace[64];

static void mark(char c) {
	size_t len = strlen(trace);
	trace[len] = c;
	trace[len + 1] = '\0';
}

/* ---- timers --------------------------------------------------------------------------------------------- */

static void on_a(struct timer *timer) {
	(void)timer;
	mark('a');
}
static void on_b(struct timer *timer) {
	(void)timer;
	mark('b');
}

static void timers_fire_in_order_of_time_not_of_setting(void) {
	struct loop *loop = loop_new();
	struct timer a, b;
	trace[0] = '\0';
	timer_init(&a, on_a);
	timer_init(&b, on_b);
	uint64_t now_us = loop_now_us(loop);
	loop_set_timer(loop, &b, now_us + 4000);
	loop_set_timer(loop, &a, now_us + 2000);
	while (strlen(trace) < 2) {
		loop_run(loop, 100);
	}
	CU_ASSERT_STRING_EQUAL(trace, "ab");
	CU_ASSERT_TRUE(monotonic_us() >= now_us + 4000);
	loop_free(loop);
}

static void a_timer_that_moved_later_does_not_fire_early(void) {
	struct loop *loop = loop_new();
	struct timer a;
	trace[0] = '\0';
	timer_init(&a, on_a);
	uint64_t now_us = loop_now_us(loop);
	loop_set_timer(loop, &a, now_us + 1000);
	loop_set_timer(loop, &a, now_us + 20000);
	while (trace[0] == '\0') {
		loop_run(loop, 100);
	}
	CU_ASSERT_TRUE(monotonic_us() >= now_us + 20000);
	loop_free(loop);
}

static void a_cleared_timer_never_fires(void) {
	struct loop *loop = loop_new();
	struct timer a;
	trace[0] = '\0';
	timer_init(&a, on_a);
	loop_set_timer(loop, &a, loop_now_us(loop) + 1000);
	loop_clear_timer(loop, &a);
	CU_ASSERT_EQUAL(a.due_us, 0);
	loop_run(loop, 5);
	loop_run(loop, 5);
	CU_ASSERT_STRING_EQUAL(trace, "");
	loop_free(loop);
}

static struct loop *again_loop;
static void on_again(struct timer *timer) {
	mark('x');
	loop_set_timer(again_loop, timer, 1);
}

static void a_timer_set_for_now_by_itself_waits_for_the_next_turn(void) {
	struct timer again;
	again_loop = loop_new();
	trace[0] = '\0';
	timer_init(&again, on_again);
	loop_set_timer(again_loop, &again, 1);
	loop_run(again_loop, 100);
	CU_ASSERT_STRING_EQUAL(trace, "x");
	loop_run(again_loop, 100);
	CU_ASSERT_STRING_EQUAL(trace, "xx");
	loop_free(again_loop);
}

/* ---- watches -------------------------------------------------------------------------------------------- */

static struct loop *pair_loop;
static struct watch pair[2];

static void on_either(struct watch *watch, uint32_t events) {
	(void)events;
	mark('w');
	loop_unwatch(pair_loop, watch == &pair[0] ? &pair[1] : &pair[0]);
}

static void a_watch_removed_in_a_callback_is_not_called_in_the_same_turn(void) {
	int left[2], right[2];
	pair_loop = loop_new();
	trace[0] = '\0';
	CU_ASSERT_EQUAL_FATAL(pipe(left) | pipe(right), 0);
	pair[0] = pair[1] = (struct watch){ .fd = -1, .on_ready = on_either };
	CU_ASSERT_TRUE(loop_watch(pair_loop, &pair[0], left[0], EPOLLIN));
	CU_ASSERT_TRUE(loop_watch(pair_loop, &pair[1], right[0], EPOLLIN));
	CU_ASSERT_EQUAL(write(left[1], "x", 1) + write(right[1], "x", 1), 2);
	loop_run(pair_loop, 100);
	CU_ASSERT_STRING_EQUAL(trace, "w");
	loop_free(pair_loop);
	for (int i = 0; i < 2; i++) {
		close(left[i]);
		close(right[i]);
	}
}

static void a_new_descriptor_with_an_old_number_is_watched(void) {
	int first[2], second[2];
	pair_loop = loop_new();
	trace[0] = '\0';
	pair[1] = (struct watch){ .fd = -1 };
	pair[0] = (struct watch){ .fd = -1, .on_ready = on_either };
	CU_ASSERT_EQUAL_FATAL(pipe(first), 0);
	CU_ASSERT_TRUE(loop_watch(pair_loop, &pair[0], first[0], EPOLLIN));
	close(first[0]); /* as libpq does inside PQconnectPoll: nobody unwatched it */
	CU_ASSERT_EQUAL_FATAL(pipe(second), 0);
	CU_ASSERT_EQUAL(second[0], first[0]);
	CU_ASSERT_TRUE(loop_watch(pair_loop, &pair[0], second[0], EPOLLIN));
	CU_ASSERT_EQUAL(write(second[1], "x", 1), 1);
	loop_run(pair_loop, 100);
	CU_ASSERT_STRING_EQUAL(trace, "w");
	loop_free(pair_loop);
	close(first[1]);
	close(second[0]);
	close(second[1]);
}

static void watching_a_closed_descriptor_is_refused(void) {
	pair_loop = loop_new();
	pair[0] = (struct watch){ .fd = -1, .on_ready = on_either };
	CU_ASSERT_FALSE(loop_watch(pair_loop, &pair[0], 999, EPOLLIN));
	CU_ASSERT_EQUAL(pair[0].fd, -1);
	loop_free(pair_loop);
}

/* ---- posts and hooks ------------------------------------------------------------------------------------- */

#define POSTS 10000
struct post {
	struct loop_task task;
	int number;
};
static int posted_count, out_of_order, last_number;

static void run_post(struct loop_task *task) {
	struct post *post = (struct post *)task;
	out_of_order += post->number <= last_number;
	last_number = post->number;
	posted_count++;
	free(post);
}

static void *post_many(void *loop) {
	for (int i = 1; i <= POSTS; i++) {
		struct post *post = calloc(1, sizeof(*post));
		post->task.run = run_post;
		post->number = i;
		loop_post(loop, &post->task);
	}
	return NULL;
}

static void posts_of_another_thread_all_run_in_order(void) {
	struct loop *loop = loop_new();
	pthread_t thread;
	posted_count = out_of_order = last_number = 0;
	pthread_create(&thread, NULL, post_many, loop);
	for (int i = 0; i < 1000000 && posted_count < POSTS; i++) {
		loop_run(loop, 1000);
	}
	pthread_join(thread, NULL);
	CU_ASSERT_EQUAL(posted_count, POSTS);
	CU_ASSERT_EQUAL(out_of_order, 0);
	loop_free(loop);
}

static void a_post_that_no_turn_saw_runs_when_the_loop_ends(void) {
	struct loop *loop = loop_new();
	struct post *post = calloc(1, sizeof(*post));
	posted_count = last_number = 0;
	post->task.run = run_post;
	post->number = 1;
	loop_post(loop, &post->task);
	loop_free(loop);
	CU_ASSERT_EQUAL(posted_count, 1);
}

static void on_hook(struct turn_hook *hook) {
	(void)hook;
	mark('h');
}

static void hooks_run_at_the_end_of_every_turn_even_an_empty_one(void) {
	struct loop *loop = loop_new();
	struct turn_hook hook = { .on_turn_end = on_hook };
	trace[0] = '\0';
	loop_add_hook(loop, &hook);
	loop_run(loop, 0);
	loop_end_turn(loop);
	CU_ASSERT_STRING_EQUAL(trace, "hh");
	loop_free(loop);
}

static void the_clock_stands_within_a_turn_and_is_read_anew_after_it(void) {
	struct loop *loop = loop_new();
	uint64_t first_us = loop_now_us(loop);
	usleep(2000);
	CU_ASSERT_EQUAL(loop_now_us(loop), first_us);
	loop_end_turn(loop);
	CU_ASSERT_TRUE(loop_now_us(loop) >= first_us + 2000);
	loop_free(loop);
}

/* ---- jobs ------------------------------------------------------------------------------------------------- */

struct slices {
	struct loop_job job;
	struct loop *loop;
	char name;
	int left;
};

static void on_slice(struct loop_job *job) {
	struct slices *slices = LIST_ENTRY(job, struct slices, job);
	mark(slices->name);
	while (!loop_slice_is_over(slices->loop)) {
	}
	if (--slices->left > 0) {
		loop_add_job(slices->loop, job);
	}
}

static void on_short(struct loop_job *job) {
	mark(LIST_ENTRY(job, struct slices, job)->name);
}

static void add_slices(struct slices *slices, struct loop *loop, char name, int count) {
	*slices = (struct slices){ .loop = loop, .name = name, .left = count };
	loop_job_init(&slices->job, "listAgenda", on_slice);
	loop_add_job(loop, &slices->job);
}

static void a_turn_does_one_slice_and_jobs_take_turns(void) {
	struct loop *loop = loop_new();
	struct slices a, b;
	trace[0] = '\0';
	add_slices(&a, loop, 'a', 3);
	add_slices(&b, loop, 'b', 2);
	loop_run(loop, 0);
	CU_ASSERT_STRING_EQUAL(trace, "a");
	for (int turn = 0; turn < 10 && loop_has_jobs(loop); turn++) {
		loop_run(loop, -1); /* with jobs it does not wait */
	}
	CU_ASSERT_STRING_EQUAL(trace, "ababa");
	loop_free(loop);
}

static void loops_that_share_do_their_jobs_in_turns(void) {
	struct turns *turns = turns_new();
	struct loop *loops[] = { loop_new(), loop_new() };
	struct seat *seats[] = { turns_join(turns, loops[0]), turns_join(turns, loops[1]) };
	struct slices a, b;
	trace[0] = '\0';
	for (int i = 0; i < 2; i++) {
		loop_share_jobs(loops[i], seats[i], "0");
	}
	CU_ASSERT_TRUE(
		seat_take(seats[1], "0")); /* as if the other were in the middle of a slice */
	add_slices(&a, loops[0], 'a', 1);
	loop_run(loops[0], 0);
	CU_ASSERT_STRING_EQUAL(trace, "");
	CU_ASSERT_FALSE(loop_has_jobs(loops[0])); /* nothing it could do: it may sleep */
	seat_pass(seats[1], "0");
	loop_run(loops[0], 5000); /* and is woken */
	CU_ASSERT_STRING_EQUAL(trace, "a");
	add_slices(&b, loops[1], 'b', 1);
	loop_run(loops[1], 0);
	CU_ASSERT_STRING_EQUAL(trace, "ab");
	seat_leave(seats[0]);
	seat_leave(seats[1]);
	loop_free(loops[0]);
	loop_free(loops[1]);
	turns_free(turns);
}

static void short_jobs_share_a_slice(void) {
	struct loop *loop = loop_new();
	struct slices jobs[3];
	trace[0] = '\0';
	for (int i = 0; i < 3; i++) {
		jobs[i].name = (char)('x' + i);
		loop_job_init(&jobs[i].job, NULL, on_short);
		loop_add_job(loop, &jobs[i].job);
	}
	for (int turn = 0; turn < 3 && loop_has_jobs(loop); turn++) {
		loop_run(loop, 0);
	}
	CU_ASSERT_STRING_EQUAL(trace, "xyz");
	loop_free(loop);
}

static void a_turn_knows_its_longest_step(void) {
	struct loop *loop = loop_new();
	struct slices a;
	CU_ASSERT_PTR_NULL(loop_take_longest(loop));
	loop_took(loop, "getEvent", monotonic_us());
	add_slices(&a, loop, 'a', 1);
	loop_run(loop, 0);
	loop_took(loop, "listEvents", monotonic_us());
	CU_ASSERT_STRING_EQUAL(loop_take_longest(loop), "listAgenda");
	CU_ASSERT_PTR_NULL(loop_take_longest(loop));
	loop_free(loop);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "timers fire in order of time, not of setting",
			timers_fire_in_order_of_time_not_of_setting },
		{ "a timer that moved later does not fire early",
			a_timer_that_moved_later_does_not_fire_early },
		{ "a cleared timer never fires", a_cleared_timer_never_fires },
		{ "a timer set for now by itself waits for the next turn",
			a_timer_set_for_now_by_itself_waits_for_the_next_turn },
		{ "a watch removed in a callback is not called in the same turn",
			a_watch_removed_in_a_callback_is_not_called_in_the_same_turn },
		{ "a new descriptor with an old number is watched",
			a_new_descriptor_with_an_old_number_is_watched },
		{ "watching a closed descriptor is refused",
			watching_a_closed_descriptor_is_refused },
		{ "posts of another thread all run, in order",
			posts_of_another_thread_all_run_in_order },
		{ "a post that no turn saw runs when the loop ends",
			a_post_that_no_turn_saw_runs_when_the_loop_ends },
		{ "hooks run at the end of every turn, even an empty one",
			hooks_run_at_the_end_of_every_turn_even_an_empty_one },
		{ "the clock stands within a turn and is read anew after it",
			the_clock_stands_within_a_turn_and_is_read_anew_after_it },
		{ "loops that share do their jobs in turns",
			loops_that_share_do_their_jobs_in_turns },
		{ "a turn does one slice, and jobs take turns",
			a_turn_does_one_slice_and_jobs_take_turns },
		{ "short jobs share a slice", short_jobs_share_a_slice },
		{ "a turn knows its longest step", a_turn_knows_its_longest_step },
		CU_TEST_INFO_NULL,
	};
	return run_suite("loop", tests);
}

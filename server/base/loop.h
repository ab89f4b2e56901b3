/* loop.h: readiness and time for one thread: an epoll set, a timerfd, and things to do at the end of a turn.
 *
 * The store lives on this and knows nothing of h2o; http/ watches loop_fd() from its own event loop and calls
 * loop_run(). Level triggered. Times are CLOCK_MONOTONIC microseconds. */
#ifndef SERVER_BASE_LOOP_H
#define SERVER_BASE_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "server/base/list.h"

struct loop;
struct loop *loop_new(void);
void loop_free(struct loop *loop);
int loop_fd(const struct loop *loop); /* readable when loop_run has something to do */
/* Handle what is ready, waiting at most timeout_ms (0: do not wait, -1: for ever); then the turn's end. */
void loop_run(struct loop *loop, int timeout_ms);
/* Run only the end-of-turn hooks (http/ calls this after h2o's own events). */
void loop_end_turn(struct loop *loop);
uint64_t loop_now_us(const struct loop *loop); /* read once per turn */
uint64_t monotonic_us(void);
uint64_t thread_cpu_us(void); /* CPU time of the calling thread */

struct watch {
	int fd; /* -1: not watched */
	uint32_t events; /* EPOLLIN, EPOLLOUT */
	void (*on_ready)(struct watch *watch, uint32_t events);
};
bool loop_watch(
	struct loop *loop, struct watch *watch, int fd, uint32_t events); /* add or change */
void loop_unwatch(
	struct loop *loop, struct watch *watch); /* before the fd is closed; safe in a callback */

struct timer {
	struct list link;
	uint64_t due_us; /* 0: not set */
	void (*on_due)(struct timer *timer);
};
void timer_init(struct timer *timer, void (*on_due)(struct timer *timer));
void loop_set_timer(struct loop *loop, struct timer *timer, uint64_t due_us); /* set or move */
void loop_clear_timer(struct loop *loop, struct timer *timer);

/* Long work in slices. Jobs take turns, first in, first out, at the end of the loop's turn: as many as fit into
 * 0.2 ms, one at least; the rest waits for the next turn, behind what has come in by then. So a turn stays
 * short however much there is to do, and small requests pass between the slices of large ones.
 * And of loops that share a key one is at its jobs at a time, or long work would keep every core from the small. */
struct loop_job {
	struct list link;
	const char *what; /* the operation, for who asks what a long turn did */
	/* A slice: until loop_slice_is_over(). Not done then: loop_add_job() again. */
	void (*go_on)(struct loop_job *job);
};
void loop_job_init(struct loop_job *job, const char *what, void (*go_on)(struct loop_job *job));
void loop_add_job(struct loop *loop, struct loop_job *job);
bool loop_slice_is_over(const struct loop *loop); /* reads the clock: ask every few dozen steps */
bool loop_has_jobs(const struct loop *loop); /* then loop_run() has something to do at once */
struct seat;
/* `seat` is of this loop, and used for nothing else. Without it jobs run whenever there are some. */
void loop_share_jobs(struct loop *loop, struct seat *seat, const char *key);

/* A step of `what` took from began_us to now; the longest of a turn is kept until it is taken. NULL: none. */
void loop_took(struct loop *loop, const char *what, uint64_t began_us);
const char *loop_take_longest(struct loop *loop);

struct turn_hook {
	struct list link;
	void (*on_turn_end)(struct turn_hook *hook);
};
void loop_add_hook(struct loop *loop, struct turn_hook *hook);

/* From any thread: run `task` on the loop's thread soon. */
struct loop_task {
	struct loop_task *next;
	void (*run)(struct loop_task *task);
};
void loop_post(struct loop *loop, struct loop_task *task);
void loop_wake(struct loop *loop); /* from any thread: a turn is due */

#endif

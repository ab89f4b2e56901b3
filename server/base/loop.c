/* loop.c: one epoll set holds everything: the watched descriptors, a timerfd for the earliest timer, an eventfd
 * for tasks posted by other threads. So an outer loop (h2o's) needs to watch one descriptor only.
 *
 * Timers stand in a sorted list, not in a heap: they are set with few distinct durations, so the right place is
 * nearly always the tail. The timerfd is set only when a timer comes before it; one that moved later costs an
 * idle turn instead of a system call each time. */
#include "server/base/loop.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "server/base/turns.h"

enum { EVENTS_PER_TURN = 64, SLICE_US = 200 };

struct loop {
	int epoll_fd, timer_fd, wake_fd;
	uint64_t now_us; /* 0: not read in this turn yet */
	uint64_t armed_us; /* what timer_fd is set to; 0: nothing */
	struct list timers, hooks, jobs;
	struct seat *jobs_seat; /* NULL: nobody to share with */
	const char *jobs_key;
	bool jobs_wait; /* for their turn: the one who has it wakes us */
	uint64_t slice_end_us;
	const char *longest; /* of the turn's steps; NULL: none was told */
	uint64_t longest_us;
	_Atomic(struct loop_task *) posted; /* newest first */
	struct epoll_event events[EVENTS_PER_TURN];
	int event_count; /* of the turn in progress */
};

static void run_posted(struct loop *loop);

uint64_t monotonic_us(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

uint64_t thread_cpu_us(void) {
	struct timespec used;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
	return (uint64_t)used.tv_sec * 1000000 + (uint64_t)used.tv_nsec / 1000;
}

uint64_t loop_now_us(const struct loop *loop) {
	if (loop->now_us == 0) {
		((struct loop *)loop)->now_us = monotonic_us();
	}
	return loop->now_us;
}

static bool add_own_fd(struct loop *loop, int *fd) {
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = fd };
	return *fd >= 0 && epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, *fd, &event) == 0;
}

struct loop *loop_new(void) {
	struct loop *loop = calloc(1, sizeof(*loop));
	if (loop == NULL) {
		return NULL;
	}
	list_init(&loop->timers);
	list_init(&loop->hooks);
	list_init(&loop->jobs);
	loop->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
	loop->timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	loop->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (loop->epoll_fd < 0 || !add_own_fd(loop, &loop->timer_fd) ||
		!add_own_fd(loop, &loop->wake_fd)) {
		loop_free(loop);
		return NULL;
	}
	return loop;
}

static void close_fd(int fd) {
	if (fd >= 0) {
		close(fd);
	}
}

void loop_free(struct loop *loop) {
	if (loop == NULL) {
		return;
	}
	run_posted(loop); /* a task owns memory: each one runs */
	close_fd(loop->epoll_fd);
	close_fd(loop->timer_fd);
	close_fd(loop->wake_fd);
	free(loop);
}

int loop_fd(const struct loop *loop) {
	return loop->epoll_fd;
}

/* ---- descriptors -------------------------------------------------------------------------------------- */

bool loop_watch(struct loop *loop, struct watch *watch, int fd, uint32_t events) {
	struct epoll_event event = { .events = events, .data.ptr = watch };
	if (watch->fd == fd) {
		watch->events = events;
		/* The number may be a new socket's: the old one left the set when it was closed. */
		return epoll_ctl(loop->epoll_fd, EPOLL_CTL_MOD, fd, &event) == 0 ||
		       (errno == ENOENT &&
			       epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, fd, &event) == 0);
	}
	loop_unwatch(loop, watch);
	if (epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, fd, &event) != 0) {
		return false;
	}
	watch->fd = fd;
	watch->events = events;
	return true;
}

void loop_unwatch(struct loop *loop, struct watch *watch) {
	if (watch->fd < 0) {
		return;
	}
	epoll_ctl(loop->epoll_fd, EPOLL_CTL_DEL, watch->fd, NULL);
	watch->fd = -1;
	/* An event of this turn may still be waiting for it. */
	for (int i = 0; i < loop->event_count; i++) {
		if (loop->events[i].data.ptr == watch) {
			loop->events[i].data.ptr = NULL;
		}
	}
}

/* ---- time --------------------------------------------------------------------------------------------- */

static void arm(struct loop *loop) {
	const struct list *first = list_first(&loop->timers);
	uint64_t due_us = first != NULL ? LIST_ENTRY(first, struct timer, link)->due_us : 0;
	if (due_us == 0 || (loop->armed_us != 0 && loop->armed_us <= due_us)) {
		return;
	}
	struct itimerspec when = { .it_value = { .tv_sec = (time_t)(due_us / 1000000),
					   .tv_nsec = (long)(due_us % 1000000) * 1000 } };
	if (timerfd_settime(loop->timer_fd, TFD_TIMER_ABSTIME, &when, NULL) == 0) {
		loop->armed_us = due_us;
	}
}

void timer_init(struct timer *timer, void (*on_due)(struct timer *timer)) {
	list_init(&timer->link);
	timer->due_us = 0;
	timer->on_due = on_due;
}

void loop_set_timer(struct loop *loop, struct timer *timer, uint64_t due_us) {
	list_remove(&timer->link);
	timer->due_us = due_us > 0 ? due_us : 1;
	struct list *after = loop->timers.prev;
	while (after != &loop->timers &&
		LIST_ENTRY(after, struct timer, link)->due_us > timer->due_us) {
		after = after->prev;
	}
	list_append(after->next, &timer->link);
	arm(loop);
}

void loop_clear_timer(struct loop *loop, struct timer *timer) {
	(void)loop;
	list_remove(&timer->link);
	timer->due_us = 0;
}

/* Timers set by a callback for now or the past wait for the next turn, so that a turn ends. */
static void run_due_timers(struct loop *loop) {
	uint64_t now_us = loop_now_us(loop);
	struct list due;
	list_init(&due);
	for (struct list *link = list_first(&loop->timers); link != NULL;
		link = list_first(&loop->timers)) {
		if (LIST_ENTRY(link, struct timer, link)->due_us > now_us) {
			break;
		}
		list_remove(link);
		list_append(&due, link);
	}
	for (struct list *link = list_first(&due); link != NULL; link = list_first(&due)) {
		struct timer *timer = LIST_ENTRY(link, struct timer, link);
		list_remove(link);
		timer->due_us = 0;
		timer->on_due(timer);
	}
	arm(loop);
}

/* ---- tasks of other threads ---------------------------------------------------------------------------- */

void loop_wake(struct loop *loop) {
	uint64_t one = 1;
	ssize_t written = write(loop->wake_fd, &one, sizeof(one));
	(void)written; /* EAGAIN: it is awake already */
}

void loop_post(struct loop *loop, struct loop_task *task) {
	struct loop_task *newest = atomic_load(&loop->posted);
	do {
		task->next = newest;
	} while (!atomic_compare_exchange_weak(&loop->posted, &newest, task));
	if (newest == NULL) {
		loop_wake(loop);
	}
}

static void run_posted(struct loop *loop) {
	struct loop_task *newest = atomic_exchange(&loop->posted, NULL), *oldest = NULL;
	while (newest != NULL) {
		struct loop_task *task = newest;
		newest = task->next;
		task->next = oldest;
		oldest = task;
	}
	while (oldest != NULL) {
		struct loop_task *task = oldest;
		oldest = task->next;
		task->run(task);
	}
}

/* ---- jobs ------------------------------------------------------------------------------------------------ */

void loop_job_init(struct loop_job *job, const char *what, void (*go_on)(struct loop_job *job)) {
	*job = (struct loop_job){ .what = what, .go_on = go_on };
	list_init(&job->link);
}

void loop_add_job(struct loop *loop, struct loop_job *job) {
	list_append(&loop->jobs, &job->link);
}

bool loop_has_jobs(const struct loop *loop) {
	return !list_empty(&loop->jobs) && !loop->jobs_wait;
}

void loop_share_jobs(struct loop *loop, struct seat *seat, const char *key) {
	loop->jobs_seat = seat;
	loop->jobs_key = key;
}

static bool jobs_may_run(struct loop *loop) {
	if (loop->jobs_seat == NULL) {
		return true;
	}
	seat_collect(loop->jobs_seat, loop_now_us(loop));
	return seat_take(loop->jobs_seat, loop->jobs_key);
}

bool loop_slice_is_over(const struct loop *loop) {
	return monotonic_us() > loop->slice_end_us;
}

/* Behind the turn's end, where the queries of small requests have left already. */
static void run_jobs(struct loop *loop) {
	uint64_t began_us = monotonic_us();

	loop->slice_end_us = began_us + SLICE_US;
	do {
		struct loop_job *job = LIST_ENTRY(list_first(&loop->jobs), struct loop_job, link);
		const char *what = job->what;
		list_remove(&job->link);
		job->go_on(job); /* may free it */
		loop_took(loop, what, began_us);
		began_us = monotonic_us();
	} while (loop_has_jobs(loop) && began_us <= loop->slice_end_us);
	if (loop->jobs_seat != NULL) {
		seat_pass(loop->jobs_seat, loop->jobs_key);
	}
}

void loop_took(struct loop *loop, const char *what, uint64_t began_us) {
	uint64_t took_us = monotonic_us() - began_us;

	if (loop->longest == NULL || took_us > loop->longest_us) {
		loop->longest = what;
		loop->longest_us = took_us;
	}
}

const char *loop_take_longest(struct loop *loop) {
	const char *longest = loop->longest;

	loop->longest = NULL;
	return longest;
}

/* ---- the turn ------------------------------------------------------------------------------------------ */

static void drain_own_fd(int fd) {
	uint64_t count;
	ssize_t got = read(fd, &count, sizeof(count));
	(void)got;
}

static void handle_event(struct loop *loop, const struct epoll_event *event) {
	if (event->data.ptr == &loop->timer_fd) {
		drain_own_fd(loop->timer_fd);
		loop->armed_us = 0;
	} else if (event->data.ptr == &loop->wake_fd) {
		drain_own_fd(
			loop->wake_fd); /* before the tasks are taken: a later post wakes again */
	} else if (event->data.ptr != NULL) {
		struct watch *watch = event->data.ptr;
		watch->on_ready(watch, event->events);
	}
}

void loop_run(struct loop *loop, int timeout_ms) {
	int count = epoll_wait(loop->epoll_fd, loop->events, EVENTS_PER_TURN,
		loop_has_jobs(loop) ? 0 : timeout_ms);
	loop->now_us = 0;
	loop->event_count = count > 0 ? count : 0; /* EINTR is an empty turn */
	for (int i = 0; i < loop->event_count; i++) {
		handle_event(loop, &loop->events[i]);
	}
	loop->event_count = 0;
	run_posted(loop);
	run_due_timers(loop);
	loop_end_turn(loop);
	loop->jobs_wait = !list_empty(&loop->jobs) && !jobs_may_run(loop);
	if (loop_has_jobs(loop)) {
		run_jobs(loop);
		loop_end_turn(loop);
	}
}

void loop_add_hook(struct loop *loop, struct turn_hook *hook) {
	list_append(&loop->hooks, &hook->link);
}

void loop_end_turn(struct loop *loop) {
	struct list *next = NULL;
	for (struct list *link = loop->hooks.next; link != &loop->hooks; link = next) {
		next = link->next; /* a hook may remove itself */
		struct turn_hook *hook = LIST_ENTRY(link, struct turn_hook, link);
		hook->on_turn_end(hook);
	}
	loop->now_us = 0;
}

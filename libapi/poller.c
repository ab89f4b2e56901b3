/* poller.c: epoll around everything.
 *
 * The timer is only ever set earlier: nearly every call has a deadline 30 s away and is done in a millisecond, so a
 * timer that followed exactly would cost a system call per call; one that goes off for nothing, once in 30 s,
 * costs nothing.
 *
 * "A done call waits" sits in an outer epoll beside the inner one: threads that wait inside libapi use the inner
 * one and are not woken over and over by an answer that the event loop has not fetched yet. */
#include "libapi/poller.h"

#include "libapi/text.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

static void close_if_open(int *fd) {
	if (*fd >= 0) {
		close(*fd);
		*fd = -1;
	}
}

bool libapi__poller_init(struct poller *poller) {
	poller->outer = -1;
	poller->done = -1;
	poller->armed_ms = POLLER_NEVER;
	poller->epoll = epoll_create1(EPOLL_CLOEXEC);
	poller->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
	poller->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (poller->epoll < 0 || poller->timer < 0 || poller->wake < 0 ||
		!libapi__poller_watch(poller, poller->timer, EPOLLIN) ||
		!libapi__poller_watch(poller, poller->wake, EPOLLIN)) {
		libapi__poller_finish(poller);
		return false;
	}
	return true;
}

void libapi__poller_finish(struct poller *poller) {
	close_if_open(&poller->outer);
	close_if_open(&poller->done);
	close_if_open(&poller->wake);
	close_if_open(&poller->timer);
	close_if_open(&poller->epoll);
}

bool libapi__poller_watch(struct poller *poller, int fd, uint32_t events) {
	struct epoll_event event = { .events = events, .data = { .fd = fd } };

	if (events == 0) {
		/* Closed descriptors are gone already: not a failure. */
		(void)epoll_ctl(poller->epoll, EPOLL_CTL_DEL, fd, &event);
		return true;
	}
	return epoll_ctl(poller->epoll, EPOLL_CTL_ADD, fd, &event) == 0 ||
	       (errno == EEXIST && epoll_ctl(poller->epoll, EPOLL_CTL_MOD, fd, &event) == 0);
}

void libapi__poller_arm(struct poller *poller, int64_t due_ms) {
	struct itimerspec at = { { 0, 0 }, { 0, 0 } };

	if (due_ms >= poller->armed_ms) {
		return;
	}
	poller->armed_ms = due_ms;
	/* Through the next whole millisecond, since now_ms() cuts off the rest; never 0, which would disarm. */
	due_ms = due_ms < 1 ? 1 : due_ms;
	at.it_value.tv_sec = due_ms / 1000;
	at.it_value.tv_nsec = due_ms % 1000 * 1000000;
	(void)timerfd_settime(poller->timer, TFD_TIMER_ABSTIME, &at, NULL);
}

static void drain(int fd) {
	uint64_t count = 0;

	while (read(fd, &count, sizeof(count)) > 0) {
	}
}

static void raise_event(int fd) {
	uint64_t one = 1;

	while (write(fd, &one, sizeof(one)) < 0 && errno == EINTR) {
	}
}

void libapi__poller_poke(struct poller *poller) {
	raise_event(poller->wake);
}

int libapi__poller_wait(struct poller *poller, struct epoll_event events[POLLER_EVENTS],
	int64_t wait_ms, bool *timer_fired) {
	int timeout = wait_ms < 0 ? -1 : wait_ms > INT32_MAX ? INT32_MAX : (int)wait_ms;
	int count = epoll_wait(poller->epoll, events, POLLER_EVENTS, timeout);
	int kept = 0;

	*timer_fired = false;
	for (int i = 0; i < count; i++) {
		if (events[i].data.fd == poller->timer) {
			*timer_fired = true;
			drain(poller->timer);
		} else if (events[i].data.fd == poller->wake) {
			drain(poller->wake);
		} else {
			events[kept++] = events[i];
		}
	}
	return kept;
}

int libapi__poller_outer_fd(struct poller *poller) {
	struct epoll_event inner = { .events = EPOLLIN, .data = { .fd = poller->epoll } };
	struct epoll_event done = { .events = EPOLLIN, .data = { .fd = -1 } };

	if (poller->outer >= 0) {
		return poller->outer;
	}
	poller->outer = epoll_create1(EPOLL_CLOEXEC);
	poller->done = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (poller->outer < 0 || poller->done < 0 ||
		epoll_ctl(poller->outer, EPOLL_CTL_ADD, poller->epoll, &inner) < 0 ||
		epoll_ctl(poller->outer, EPOLL_CTL_ADD, poller->done, &done) < 0) {
		close_if_open(&poller->outer);
		close_if_open(&poller->done);
	}
	return poller->outer;
}

void libapi__poller_set_done(struct poller *poller, bool done) {
	if (poller->done < 0) {
		return;
	}
	if (done) {
		raise_event(poller->done);
	} else {
		drain(poller->done);
	}
}

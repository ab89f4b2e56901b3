/* poller.h: one descriptor for everything a client waits for: sockets, a timer, a wake-up. */
#ifndef LIBAPI_POLLER_H
#define LIBAPI_POLLER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/epoll.h>

#define POLLER_EVENTS 64
#define POLLER_NEVER INT64_MAX

struct poller {
	int epoll, timer, wake;
	int outer, done; /* -1 until poller_outer_fd() */
	int64_t armed_ms; /* when the timer goes off */
};

bool libapi__poller_init(struct poller *poller); /* false: no descriptors; nothing to finish */
void libapi__poller_finish(struct poller *poller);

/* events: EPOLLIN, EPOLLOUT; 0 stops watching. false: the system refused. */
bool libapi__poller_watch(struct poller *poller, int fd, uint32_t events);
/* Be woken at due_ms (libapi__now_ms()'s clock). May wake earlier, never later. */
void libapi__poller_arm(struct poller *poller, int64_t due_ms);
/* End a wait that goes on in another thread. */
void libapi__poller_poke(struct poller *poller);
/* Wait; gives back how many sockets are ready. The timer and wake-ups are taken care of. No lock needed. */
int libapi__poller_wait(struct poller *poller, struct epoll_event events[POLLER_EVENTS],
	int64_t wait_ms, bool *timer_fired);

/* The descriptor for an event loop outside: readable when this one is, or while `done` is set. -1: none left. */
int libapi__poller_outer_fd(struct poller *poller);
void libapi__poller_set_done(struct poller *poller, bool done);

#endif

/* courier.h: posts that are under way: many at once, none of which can hold up the others.
 *
 *   courier_send ─> … courier_go_on(wait) … ─> post->on_done
 *
 * One thread. A post is bounded in time and in what is read of its answer, follows no redirect, uses no proxy, and
 * reaches no address that target.h refuses. */
#ifndef SERVER_JOBS_COURIER_H
#define SERVER_JOBS_COURIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "server/domain/signature.h"

enum { ANSWER_BYTES_MAX = 65536, POST_TIMEOUT_MS = 10000, ERROR_ROOM = 160 };

struct post {
	/* the sender's; the texts live until on_done */
	const char *url, *body;
	size_t body_len;
	char signature[SIGNATURE_ROOM];
	void (*on_done)(struct post *post);
	/* how it went */
	bool delivered; /* answered 2xx */
	int status; /* 0: no answer */
	uint32_t latency_ms;
	char error[ERROR_ROOM]; /* "" when delivered */
	/* the courier's */
	void *easy, *headers;
	size_t answer_bytes;
	bool refused;
};

struct courier;
/* NULL: no memory. */
struct courier *courier_new(bool allow_http);
void courier_free(struct courier *courier); /* nothing may be under way */
/* false: no memory; on_done will not be called. */
bool courier_send(struct courier *courier, struct post *post);
/* Does what can be done, waiting at most wait_ms for it. */
void courier_go_on(struct courier *courier, int wait_ms);
void courier_wake(struct courier *courier); /* from any thread: the wait is over */

#endif

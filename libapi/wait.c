/* wait.c: leader and followers.
 *
 * libapi has no thread of its own. Of the threads that wait, one (the leader) sleeps in the poller and does the work
 * for all; the others sleep on condition variables until their call is done, or until the leader, its own call
 * done, leaves and wakes one of them to lead. The lock is free while the leader sleeps, so a start from another
 * thread needs no help: what it adds to the poller wakes the sleeper.
 *
 * Turned down: a thread per client (fork, signals, "who joins it?"), and a lock held while polling (a start would
 * wait for an answer). */
#include "libapi/call.h"

#include "libapi/text.h"

#include <time.h>

struct waiter {
	struct link link; /* in followers, while asleep on `wake` */
	const libapi_call *call; /* NULL: waits for any done call in the queue */
	pthread_cond_t wake;
};

static void waiter_init(struct waiter *waiter, const libapi_call *call) {
	pthread_condattr_t attributes;

	*waiter = (struct waiter){ .call = call };
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&waiter->wake, &attributes);
	pthread_condattr_destroy(&attributes);
}

static bool is_content(const libapi_client *client, const struct waiter *waiter) {
	if (waiter->call != NULL) {
		return libapi__call_is_over(waiter->call);
	}
	return !list_is_empty(&client->done) || list_is_empty(&client->calls);
}

void libapi__wait_wake(libapi_client *client, const libapi_call *call) {
	for (struct link *at = client->followers.next; at != &client->followers; at = at->next) {
		struct waiter *waiter = LINK_OWNER(at, struct waiter, link);
		if (waiter->call == call || waiter->call == NULL) {
			pthread_cond_signal(&waiter->wake);
		}
	}
	if (client->driving) {
		libapi__poller_poke(&client->poller); /* it may be the leader's own */
	}
}

static int64_t next_due_ms(const libapi_client *client) {
	int64_t due_ms = client->transport->due_ms;

	if (!list_is_empty(&client->calls)) {
		int64_t deadline_ms =
			LINK_OWNER(client->calls.next, libapi_call, by_deadline)->deadline_ms;
		due_ms = deadline_ms < due_ms ? deadline_ms : due_ms;
	}
	if (!list_is_empty(&client->backoff)) {
		int64_t again_ms = LINK_OWNER(client->backoff.next, libapi_call, by_due)->due_ms;
		due_ms = again_ms < due_ms ? again_ms : due_ms;
	}
	return due_ms;
}

void libapi__wait_rearm(libapi_client *client) {
	libapi__poller_arm(&client->poller, next_due_ms(client));
}

/* Do what is due, and set the timer for what is not. */
static void run_due(libapi_client *client) {
	int64_t now_ms = libapi__now_ms();

	if (client->transport->due_ms <= now_ms) {
		client->transport->kind->on_time(client->transport);
	}
	libapi__call_on_time(client, now_ms);
	libapi__wait_rearm(client);
}

int32_t libapi__call_send(libapi_call *call, libapi_error **error) {
	libapi_client *client = call->client;
	bool closed = false;
	int32_t code = LIBAPI_OK;

	libapi__client_lock(client);
	closed = client->closed;
	code = closed ? LIBAPI_E_INVALID : libapi__call_submit(call);
	if (code == LIBAPI_OK) {
		run_due(client); /* the request leaves now, not when somebody waits */
	}
	libapi__client_unlock(client);
	if (code == LIBAPI_OK) {
		return LIBAPI_OK;
	}
	call->is_started = false;
	libapi_call_free(call);
	return libapi__fail(error, code, "%s",
		closed                    ? "the client was released already"
		: code == LIBAPI_E_MEMORY ? "no memory"
					  : "too many headers");
}

/* One turn as the leader: sleep, then do what came. The lock is held before and after. */
static void lead(libapi_client *client, int64_t wait_ms) {
	struct epoll_event events[POLLER_EVENTS];
	bool timer_fired = false;
	int count = 0;

	client->driving = true;
	libapi__client_unlock(client);
	count = libapi__poller_wait(&client->poller, events, wait_ms, &timer_fired);
	libapi__client_lock(client);
	client->driving = false;
	if (timer_fired) {
		client->poller.armed_ms = POLLER_NEVER;
	}
	for (int i = 0; i < count; i++) {
		client->transport->kind->on_ready(
			client->transport, events[i].data.fd, events[i].events);
	}
	run_due(client);
}

static void follow(libapi_client *client, struct waiter *waiter, int64_t until_ms) {
	struct timespec until = { .tv_sec = until_ms / 1000, .tv_nsec = until_ms % 1000 * 1000000 };

	list_append(&client->followers, &waiter->link);
	if (libapi__client_has_news(client)) {
		libapi__client_unlock(
			client); /* news must not wait for this thread's sleep to end */
		libapi__client_lock(client);
	}
	if (client->driving && !is_content(client, waiter)) {
		if (until_ms == POLLER_NEVER) {
			pthread_cond_wait(&waiter->wake, &client->lock);
		} else {
			pthread_cond_timedwait(&waiter->wake, &client->lock, &until);
		}
	}
	list_remove(&waiter->link);
}

static void hand_over(libapi_client *client) {
	if (!client->driving && !list_is_empty(&client->followers)) {
		pthread_cond_signal(&LINK_OWNER(client->followers.next, struct waiter, link)->wake);
	}
}

/* With the lock held. true: content; false: until_ms has come. */
static bool wait_until(libapi_client *client, struct waiter *waiter, int64_t until_ms) {
	bool content = is_content(client, waiter);

	while (!content) {
		int64_t now_ms = until_ms == POLLER_NEVER ? 0 : libapi__now_ms();
		if (now_ms >= until_ms) {
			break;
		}
		if (client->driving) {
			follow(client, waiter, until_ms);
		} else {
			lead(client, until_ms == POLLER_NEVER ? -1 : until_ms - now_ms);
		}
		content = is_content(client, waiter);
	}
	hand_over(client);
	return content;
}

static bool wait_for(libapi_client *client, const libapi_call *call, int64_t wait_ms) {
	struct waiter waiter;
	bool content = false;

	waiter_init(&waiter, call);
	libapi__client_lock(client);
	if (wait_ms == 0 && !client->driving && !is_content(client, &waiter)) {
		lead(client, 0);
	}
	content = wait_until(
		client, &waiter, wait_ms < 0 ? POLLER_NEVER : libapi__now_ms() + wait_ms);
	libapi__client_unlock(client);
	pthread_cond_destroy(&waiter.wake);
	return content;
}

void libapi__wait_for(libapi_call *call) {
	if (!libapi__call_is_over(call)) {
		(void)wait_for(call->client, call, -1);
	}
}

int32_t libapi_call_wait(libapi_call *call, int32_t timeout_ms, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	if (call == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "call is NULL");
	}
	code = libapi__client_check(call->client, error);
	if (code != LIBAPI_OK || libapi__call_is_over(call) ||
		wait_for(call->client, call, timeout_ms)) {
		return code;
	}
	return libapi__fail(
		error, LIBAPI_E_TIMEOUT, "the call still runs after %d ms", (int)timeout_ms);
}

int32_t libapi_client_process(libapi_client *client, int32_t timeout_ms, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	code = libapi__client_check(client, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	if (timeout_ms == 0) {
		/* Also when a done call waits: the descriptor may be readable for another's sake. */
		libapi__client_lock(client);
		if (!client->driving) {
			lead(client, 0);
			hand_over(client);
		}
		libapi__client_unlock(client);
		return LIBAPI_OK;
	}
	(void)wait_for(client, NULL, timeout_ms);
	return LIBAPI_OK;
}

int libapi_client_fd(libapi_client *client) {
	int32_t code = libapi__client_check(client, NULL);
	int fd = -1;

	if (code != LIBAPI_OK) {
		return -code;
	}
	libapi__client_lock(client);
	fd = libapi__poller_outer_fd(&client->poller);
	if (fd >= 0 && !list_is_empty(&client->done)) {
		libapi__poller_set_done(&client->poller, true);
	}
	libapi__client_unlock(client);
	return fd >= 0 ? fd : -LIBAPI_E_SYSTEM;
}

int32_t libapi_client_next_done(libapi_client *client, libapi_call **out) {
	int32_t code = libapi__client_check(client, NULL);
	libapi_call *call = NULL;

	if (out != NULL) {
		*out = NULL;
	}
	if (code != LIBAPI_OK || out == NULL) {
		return code != LIBAPI_OK ? -code : -LIBAPI_E_INVALID;
	}
	libapi__client_lock(client);
	if (!list_is_empty(&client->done)) {
		call = LINK_OWNER(client->done.next, libapi_call, in_done);
		list_remove(&call->in_done);
	}
	if (list_is_empty(&client->done)) {
		libapi__poller_set_done(&client->poller, false);
	}
	libapi__client_unlock(client);
	*out = call;
	return call != NULL ? 1 : 0;
}

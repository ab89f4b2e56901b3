/* sdk_shapes.c: getEvent in every shape of a client, beside the hand-written one. Both of a shape run in one process,
 * in turns, so that the machine's moods hit both alike; round 0 warms up and is not told.
 *
 *     sdk_shapes SHAPE CALENDAR EVENT CALLS ROUNDS
 *
 *     sync     one thread; beside one reused handle
 *     threads  8 threads on one client; beside 8 threads with a handle each
 *     async    64 calls in flight in one thread; beside the same client's sync calls
 *     memory   bytes of a client that is connected, and of a call in flight
 *
 * Prints a line a round: calls/s of each, CPU us a call of each; of memory, the two figures. */
#include "sdk_peer.h"

#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, IN_FLIGHT = 64, CLIENTS = 16 };

static struct event_at at;
static libapi_client *client;
static struct bare *bares[THREADS];

/* ---- sync ----------------------------------------------------------------------------------------------- */

static void sdk_calls(long calls) {
	for (long n = 0; n < calls; n++) {
		sdk_call(client, at);
	}
}

static void bare_calls(long calls) {
	for (long n = 0; n < calls; n++) {
		bare_call(bares[0]);
	}
}

/* ---- threads -------------------------------------------------------------------------------------------- */

struct worker {
	pthread_t thread;
	struct bare *bare; /* NULL: on the client that all share */
	long calls;
};

static void *work(void *user) {
	const struct worker *worker = user;

	for (long n = 0; n < worker->calls; n++) {
		worker->bare != NULL ? bare_call(worker->bare) : sdk_call(client, at);
	}
	return NULL;
}

static void in_threads(long calls, bool is_bare) {
	struct worker workers[THREADS];

	for (int i = 0; i < THREADS; i++) {
		workers[i] = (struct worker){ .bare = is_bare ? bares[i] : NULL,
			.calls = calls / THREADS };
		if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0) {
			abort();
		}
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(workers[i].thread, NULL);
	}
}

static void sdk_threads(long calls) {
	in_threads(calls, false);
}

static void bare_threads(long calls) {
	in_threads(calls, true);
}

/* ---- async ---------------------------------------------------------------------------------------------- */

static void sdk_async(long calls) {
	long started = 0, done = 0;
	libapi_call *call = NULL;

	for (; started < IN_FLIGHT && started < calls; started++) {
		(void)sdk_start(client, at);
	}
	while (done < calls) {
		if (libapi_client_process(client, 30000, NULL) != LIBAPI_OK) {
			abort();
		}
		for (; libapi_client_next_done(client, &call) == 1; done++) {
			sdk_take(call);
			if (started < calls) {
				(void)sdk_start(client, at);
				started++;
			}
		}
	}
}

/* ---- memory --------------------------------------------------------------------------------------------- */

static size_t used_bytes(void) {
	return mallinfo2().uordblks;
}

/* One thread, so that one arena has all. */
static void tell_memory(void) {
	libapi_client *clients[CLIENTS];
	libapi_call *calls[IN_FLIGHT];
	size_t before = used_bytes(), each = 0;

	for (int i = 0; i < CLIENTS; i++) {
		clients[i] = sdk_open();
		sdk_call(clients[i], at);
	}
	each = (used_bytes() - before) / CLIENTS;
	before = used_bytes();
	for (int i = 0; i < IN_FLIGHT; i++) {
		calls[i] = sdk_start(clients[0], at);
	}
	printf("%zu %zu\n", each, (used_bytes() - before) / IN_FLIGHT);
	for (int i = 0; i < IN_FLIGHT; i++) {
		sdk_take(calls[i]);
	}
	for (int i = 0; i < CLIENTS; i++) {
		libapi_client_unref(clients[i]);
	}
}

/* ---- rounds --------------------------------------------------------------------------------------------- */

static const struct shape {
	const char *name;
	void (*ours)(long calls), (*theirs)(long calls);
} shapes[] = {
	{ "sync", sdk_calls, bare_calls },
	{ "threads", sdk_threads, bare_threads },
	{ "async", sdk_async, sdk_calls },
};

static const struct shape *find_shape(const char *name) {
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (strcmp(shapes[i].name, name) == 0) {
			return &shapes[i];
		}
	}
	return NULL;
}

int main(int argc, char **argv) {
	const struct shape *shape = argc == 6 ? find_shape(argv[1]) : NULL;

	if (argc != 6 || (shape == NULL && strcmp(argv[1], "memory") != 0)) {
		fprintf(stderr, "usage: sdk_shapes sync|threads|async|memory CALENDAR EVENT CALLS "
				"ROUNDS\n");
		return 64;
	}
	at = (struct event_at){ argv[2], argv[3] };
	client = sdk_open();
	for (int i = 0; i < THREADS; i++) {
		bares[i] = bare_open(at);
	}
	if (shape != NULL) {
		tell_rounds(shape->ours, shape->theirs, argv[4], argv[5]);
	} else {
		tell_memory();
	}
	for (int i = 0; i < THREADS; i++) {
		bare_close(bares[i]);
	}
	libapi_client_unref(client);
	return 0;
}

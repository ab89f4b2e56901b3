/* client.h: a client from inside. Everything below `lock` is only touched with it held. */
#ifndef LIBAPI_CLIENT_PRIVATE_H
#define LIBAPI_CLIENT_PRIVATE_H

#include "api/client.h"
#include "libapi/error.h"
#include "libapi/list.h"
#include "libapi/observe.h"
#include "libapi/transport/transport.h"

#include <pthread.h>
#include <sys/types.h>

enum { CONSISTENCY_TOKEN_ROOM = 65 };

struct libapi_client {
	int refs; /* atomic: the user's; the last one cancels everything */
	int holds; /* atomic: 1 for all refs, 1 per call; the last one frees */
	pid_t pid; /* a forked child must not touch the parent's sockets */
	libapi_config *config;
	struct base_url base;

	pthread_mutex_t lock;
	struct poller poller;
	struct transport *transport;
	bool driving; /* a thread sleeps in the poller, without the lock: the leader */
	bool closed;
	struct link calls; /* not done, the earliest deadline first */
	struct link backoff; /* those of them that wait for another attempt, the earliest first */
	struct link done; /* started ones that have ended and were not fetched yet */
	struct link followers; /* struct waiter */
	struct retry_bucket bucket;
	char consistency[CONSISTENCY_TOKEN_ROOM]; /* the latest of the answers'; "": none */
	uint64_t dice; /* state of the jitter */
	struct wire_buffer log_lines; /* both to be told when the lock is released */
	struct observations seen;
};

/* LIBAPI_E_INVALID for NULL, LIBAPI_E_FORKED in a child. */
int32_t libapi__client_check(const libapi_client *client, libapi_error **error);
void libapi__client_lock(libapi_client *client);
void libapi__client_unlock(libapi_client *client); /* delivers log lines afterwards */
bool libapi__client_has_news(const libapi_client *client); /* for the hooks; under the lock */
void libapi__client_hold(libapi_client *client);
void libapi__client_release(libapi_client *client); /* without the lock; may free */

#endif

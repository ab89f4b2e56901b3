/* sdk_peer.h: getEvent in two ways: through libapi, and as the least a C programmer could write: one reused libcurl
 * handle and json-c picking out the title. LIBAPI_URL, LIBAPI_KEY and, over TLS, BENCH_CA say which server. */
#ifndef BENCH_SDK_PEER_H
#define BENCH_SDK_PEER_H

#include <stddef.h>

#include "api/api.h"

struct event_at {
	const char *calendar, *id;
};

/* A client of that server; prints why there is none, and exits. */
libapi_client *sdk_open(void);
void sdk_call(libapi_client *client, struct event_at at);
/* Start one; take and release one. They exit when anything fails. */
libapi_call *sdk_start(libapi_client *client, struct event_at at);
void sdk_take(libapi_call *call);

struct bare;
struct bare *bare_open(struct event_at at);
void bare_call(struct bare *bare);
void bare_close(struct bare *bare);

/* Run both `rounds` times for so many calls, in turns, after a round that is not told; a line each: calls/s of ours
 * and theirs, CPU us a call of ours and theirs. */
void tell_rounds(void (*ours)(long calls), void (*theirs)(long calls), const char *calls,
	const char *rounds);

#endif

/* resolve.h: host names → addresses without stopping a loop.
 *
 * PQconnectPoll resolves names itself and blocks. So the names of a conninfo are looked up here, in a thread that
 * lives for one lookup, and libpq gets `hostaddr` beside `host` (which verify-full still needs). */
#ifndef SERVER_STORE_RESOLVE_H
#define SERVER_STORE_RESOLVE_H

#include <stdbool.h>

#include "server/base/loop.h"

struct resolved { /* comma separated lists of one length, as libpq takes them */
	const char *host, *hostaddr, *port;
};

/* Whether a `host` list has a name in it: neither an address nor the path of a socket. */
bool resolve_needed(const char *hosts);

struct resolve;
/* on_done: once, on the loop's thread, unless cancelled. `names` is NULL when none of the hosts has an address;
 * `error` says why. NULL: no memory or thread. */
struct resolve *resolve_start(struct loop *loop, const char *hosts, const char *ports,
	void (*on_done)(void *context, const struct resolved *names, const char *error),
	void *context);
void resolve_cancel(struct resolve *resolve); /* on_done will not run; NULL is legal */

#endif

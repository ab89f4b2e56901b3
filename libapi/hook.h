/* hook.h: a function of the program's, shared by the settings and the clients made from them. */
#ifndef LIBAPI_HOOK_H
#define LIBAPI_HOOK_H

#include "api/hooks.h"
#include "api/transport.h"

struct program_functions { /* of libapi_config_set_transport() */
	libapi_transport_start_function on_start;
	libapi_transport_cancel_function on_cancel;
	libapi_transport_poll_function on_poll;
	int fd;
};

struct hook {
	int refs; /* atomic */
	int32_t level; /* of on_line */
	union { /* as the setter that made it */
		libapi_log_function on_line;
		libapi_observer_function on_seen;
		libapi_trace_function on_trace;
		struct program_functions program;
	};
	libapi_release_function release;
	void *user;
};

struct hook *libapi__hook_ref(struct hook *hook); /* NULL is legal */
void libapi__hook_unref(struct hook *hook);
/* Put a copy of `wanted` into *slot, in place of what is there. slot NULL, or !good: LIBAPI_E_INVALID. On failure
 * the user's pointer is released: that happens exactly once, whatever happens. */
int32_t libapi__hook_set(struct hook **slot, const struct hook *wanted, int good);

#endif

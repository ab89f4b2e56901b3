/* observe.h: attempts for the program's observer, gathered under the client's lock and told after it is released. */
#ifndef LIBAPI_OBSERVE_H
#define LIBAPI_OBSERVE_H

#include "libapi/hook.h"
#include "libapi/transport/transport.h"

struct libapi_observation {
	struct libapi_observation *next;
	const char *operation; /* static */
	char method[METHOD_ROOM];
	struct wire_buffer url, headers; /* headers as in struct request */
	bool is_end;
	int32_t attempt, status, code;
	int64_t elapsed_ms, body_bytes;
};

/* Those that wait to be told, in order. */
struct observations {
	struct libapi_observation *first, **last;
};

/* An attempt of `exchange` was sent (or, is_end, is over). What cannot be kept for want of memory is dropped. */
void libapi__observe(struct observations *waiting, const struct exchange *exchange,
	const char *operation, int32_t attempt, int64_t elapsed_ms, bool is_end);
/* Tell and release them. No lock may be held. */
void libapi__observe_tell(const struct hook *hook, struct libapi_observation *first);

#endif

/* log.h: lines for the user's hook, gathered under the client's lock and handed over after it is released. */
#ifndef LIBAPI_LOG_H
#define LIBAPI_LOG_H

#include "api/client.h"
#include "libapi/wire/buffer.h"

/* The user's hook: shared by the settings and the clients made from them. */
struct log_hook {
	int refs; /* atomic */
	int32_t level;
	libapi_log_function on_line;
	libapi_release_function release;
	void *user;
};

struct log_hook *libapi__log_hook_ref(struct log_hook *hook); /* NULL is legal */
void libapi__log_hook_unref(struct log_hook *hook);

/* Add a line to those waiting (level byte, text, NUL), keys masked. hook may be NULL. */
void libapi__log_add(struct log_hook *hook, struct wire_buffer *waiting, int32_t level,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Hand over the lines and empty the buffer. No lock may be held. */
void libapi__log_deliver(struct log_hook *hook, struct wire_buffer *waiting);
/* Overwrite the secret part of whatever looks like an API key: "cal_abcdefgh_********". In place. */
void libapi__log_mask(char *text);

#endif

/* log.h: lines for the user's hook, gathered under the client's lock and handed over after it is released. */
#ifndef LIBAPI_LOG_H
#define LIBAPI_LOG_H

#include "libapi/hook.h"
#include "libapi/wire/buffer.h"

/* Add a line to those waiting (level byte, text, NUL), keys masked. hook may be NULL. */
void libapi__log_add(struct hook *hook, struct wire_buffer *waiting, int32_t level,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Hand over the lines and empty the buffer. No lock may be held. */
void libapi__log_deliver(struct hook *hook, struct wire_buffer *waiting);
/* Overwrite the secret part of whatever looks like an API key: "cal_abcdefgh_********". In place. */
void libapi__log_mask(char *text);

#endif

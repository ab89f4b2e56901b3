/* log.h: one JSON object a line, written by one thread of its own.
 *
 * Who logs never waits: a line goes into a bounded queue; when the reader of stdout stands still the queue fills
 * and further lines are counted (log_dropped) instead of written. */
#ifndef SERVER_BASE_LOG_H
#define SERVER_BASE_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"

enum log_level { LOG_LEVEL_DEBUG, LOG_LEVEL_INFO, LOG_LEVEL_WARNING, LOG_LEVEL_ERROR };

/* Start the writer. Before this, and after log_stop, lines go nowhere. fd stays the caller's. */
bool log_start(enum log_level least, int fd);
/* Write what is queued, waiting at most a second for a reader that stands still, and end the writer. */
void log_stop(void);
bool log_wanted(enum log_level level);
uint64_t log_dropped(void);

struct log_field {
	const char *key; /* plain, written as it is; NULL ends the list */
	enum { LOG_FIELD_TEXT, LOG_FIELD_NUMBER, LOG_FIELD_BOOL } type;
	const char *text; /* NULL is written as null */
	int64_t number;
};
#define LOG_TEXT(name, value)                                                                      \
	((struct log_field){ .key = (name), .type = LOG_FIELD_TEXT, .text = (value) })
#define LOG_NUMBER(name, value)                                                                    \
	((struct log_field){ .key = (name), .type = LOG_FIELD_NUMBER, .number = (value) })
#define LOG_BOOL(name, value)                                                                      \
	((struct log_field){ .key = (name), .type = LOG_FIELD_BOOL, .number = (value) })

void log_fields(enum log_level level, const char *message, const struct log_field *fields);
/* LOG_EVENT(LOG_LEVEL_WARNING, "connection lost", LOG_TEXT("sqlstate", state), LOG_NUMBER("queries", 3)); */
#define LOG_EVENT(level, message, ...)                                                             \
	do {                                                                                       \
		if (log_wanted(level)) {                                                           \
			log_fields(level, message,                                                 \
				(const struct log_field[]){ __VA_ARGS__ __VA_OPT__(, ){ 0 } });    \
		}                                                                                  \
	} while (0)

/* For lines built elsewhere (http/ writes one a request): `{"time":…,"level":…,"message":…` without the closing
 * brace; then the caller's members, each with its comma; then log_write adds the line's end. */
void log_open_line(struct wire_buffer *line, enum log_level level, const char *message);
void log_put_field(struct wire_buffer *line, const struct log_field *field); /* ,"key":value */
void log_close_line(struct wire_buffer
		*line); /* }\n, and queued; the buffer is cleared and stays the caller's */

#endif

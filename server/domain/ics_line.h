/* ics_line.h: the content lines of iCalendar text (RFC 5545 §3.1), unfolded, each with its number in the file.
 *
 *   bytes ─> ics_text_read ─> lines ─> ics_line_is, ics_line_param, the value
 *
 * Lines are kept as they were written, so that what nobody here understands can be written again as it came. */
#ifndef SERVER_DOMAIN_ICS_LINE_H
#define SERVER_DOMAIN_ICS_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "libapi/wire/buffer.h"

enum { ICS_LINES_MAX = 600000, ICS_PARAM_ROOM = 512 };

struct ics_line {
	const char *text; /* NUL-terminated, unfolded */
	uint32_t len;
	uint32_t name_len; /* 0: no content line, or not UTF-8 */
	uint32_t value_at;
	uint32_t number; /* of its first line in the file, from 1 */
};

struct ics_text {
	char *bytes; /* the copy that the lines point into */
	struct ics_line *lines;
	size_t count, room;
};

/* NULL, or static text that says why nothing can be read at all. Empty lines are left out. */
const char *ics_text_read(struct ics_text *text, const char *bytes, size_t len);
void ics_text_finish(struct ics_text *text);

bool ics_line_is(const struct ics_line *line, const char *name); /* in any case */
static inline const char *ics_line_value(const struct ics_line *line) {
	return line->text + line->value_at;
}
static inline size_t ics_line_value_len(const struct ics_line *line) {
	return line->len - line->value_at;
}
bool ics_line_value_is(const struct ics_line *line, const char *value);

/* The value of a parameter without its quotes, RFC 6868 undone; of a list its first. Its length, or -1: there is
 * none, or it is longer than `room` - 1. */
ssize_t ics_line_param(const struct ics_line *line, const char *name, char *out, size_t room);

/* §3.3.11: \n \, \; \\ undone. */
void ics_put_unescaped(struct wire_buffer *out, const char *text, size_t len);
/* The length of a TEXT list's next item: up to a comma that is not escaped. */
size_t ics_item_len(const char *text, size_t len);

#endif

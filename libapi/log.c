/* log.c: log lines.
 *
 * Calls end under the client's lock, and a hook that runs there and calls libapi would wait for itself. So lines
 * wait in a buffer until the lock is released. */
#include "libapi/log.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define KEY_PREFIX_LEN 13 /* "cal_abcdefgh_" names the key and is no secret */

static int is_key_char(char c) {
	return isalnum((unsigned char)c) || c == '-' || c == '_';
}

void libapi__log_mask(char *text) {
	char *key = strstr(text, "cal_");

	while (key != NULL) {
		size_t len = 0;
		while (is_key_char(key[len])) {
			len++;
		}
		if (len > KEY_PREFIX_LEN) {
			memset(key + KEY_PREFIX_LEN, '*', len - KEY_PREFIX_LEN);
		}
		key = strstr(key + len, "cal_");
	}
}

void libapi__log_add(
	struct hook *hook, struct wire_buffer *waiting, int32_t level, const char *format, ...) {
	char line[1024];
	va_list arguments;

	if (hook == NULL || level > hook->level) {
		return;
	}
	va_start(arguments, format);
	(void)vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	libapi__log_mask(line);
	wire_put_char(waiting, (char)level);
	wire_put(waiting, line, strlen(line) + 1);
}

void libapi__log_deliver(struct hook *hook, struct wire_buffer *waiting) {
	size_t at = 0;

	while (hook != NULL && !waiting->failed && at < waiting->len) {
		const char *line = waiting->bytes + at;
		hook->on_line(line[0], line + 1, hook->user);
		at += strlen(line + 1) + 2;
	}
	wire_buffer_finish(waiting);
}

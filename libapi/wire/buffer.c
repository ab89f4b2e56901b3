/* buffer.c: growing bytes. Room doubles, so that n appended bytes cost O(n). */
#include "libapi/wire/buffer.h"
#include "libapi/wire/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define FIRST_ROOM 256

void wire_buffer_finish(struct wire_buffer *buffer) {
	wire_free(buffer->bytes);
	*buffer = WIRE_BUFFER_EMPTY;
}

void wire_buffer_clear(struct wire_buffer *buffer) {
	buffer->len = 0;
	buffer->failed = false;
	if (buffer->bytes != NULL) {
		buffer->bytes[0] = '\0';
	}
}

static bool grow(struct wire_buffer *buffer, size_t need) {
	size_t room = buffer->room == 0 ? FIRST_ROOM : buffer->room;
	while (room < need) {
		room = room > SIZE_MAX / 2 ? need : room * 2;
	}
	char *bytes = wire_realloc(buffer->bytes, room);
	if (bytes == NULL) {
		buffer->failed = true;
		return false;
	}
	buffer->bytes = bytes;
	buffer->room = room;
	bytes[buffer->len] = '\0';
	return true;
}

/* Room for `more` bytes and the NUL behind them. */
bool wire_buffer_reserve(struct wire_buffer *buffer, size_t more) {
	if (buffer->failed) {
		return false;
	}
	if (buffer->room - buffer->len > more) {
		return true;
	}
	if (more >= SIZE_MAX - buffer->len) {
		buffer->failed = true;
		return false;
	}
	return grow(buffer, buffer->len + more + 1);
}

void wire_put(struct wire_buffer *buffer, const char *bytes, size_t len) {
	if (!wire_buffer_reserve(buffer, len)) {
		return;
	}
	if (len > 0) {
		memcpy(buffer->bytes + buffer->len, bytes, len);
	}
	buffer->len += len;
	buffer->bytes[buffer->len] = '\0';
}

void wire_put_str(struct wire_buffer *buffer, const char *text) {
	wire_put(buffer, text, strlen(text));
}

void wire_put_char(struct wire_buffer *buffer, char c) {
	if (!wire_buffer_reserve(buffer, 1)) {
		return;
	}
	buffer->bytes[buffer->len++] = c;
	buffer->bytes[buffer->len] = '\0';
}

void wire_put_int(struct wire_buffer *buffer, int64_t number) {
	char digits[20]; /* "-9223372036854775808" */
	char *at = digits + sizeof digits;
	uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	do {
		*--at = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (number < 0) {
		*--at = '-';
	}
	wire_put(buffer, at, (size_t)(digits + sizeof digits - at));
}

void wire_put_format(struct wire_buffer *buffer, const char *format, ...) {
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	/* Most texts fit what is free already: try, and format again only after growing. */
	size_t room = buffer->failed ? 0 : buffer->room - buffer->len;
	int len = vsnprintf(room > 0 ? buffer->bytes + buffer->len : NULL, room, format, args);
	if (len < 0) {
		buffer->failed = true;
	} else if (wire_buffer_reserve(buffer, (size_t)len)) {
		if ((size_t)len >= room) {
			vsnprintf(buffer->bytes + buffer->len, (size_t)len + 1, format, again);
		}
		buffer->len += (size_t)len;
	}
	if (buffer->bytes != NULL) {
		buffer->bytes[buffer->len] = '\0'; /* also after a cut first try */
	}
	va_end(again);
	va_end(args);
}

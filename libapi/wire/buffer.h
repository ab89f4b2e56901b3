/* buffer.h: growing bytes, and JSON written into them.
 *
 * Appending never fails at the call: a buffer that ran out of memory remembers it (`failed`), so a writer
 * checks once at the end. */
#ifndef LIBAPI_WIRE_BUFFER_H
#define LIBAPI_WIRE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wire_buffer {
	char *bytes; /* NUL after len once anything was put */
	size_t len, room;
	bool failed;
};
#define WIRE_BUFFER_EMPTY ((struct wire_buffer){ 0 })

void wire_buffer_finish(struct wire_buffer *buffer); /* frees, leaves it empty */
void wire_buffer_clear(struct wire_buffer *buffer); /* keeps the memory */
bool wire_buffer_reserve(struct wire_buffer *buffer, size_t more);
void wire_put(struct wire_buffer *buffer, const char *bytes, size_t len);
void wire_put_str(struct wire_buffer *buffer, const char *text);
void wire_put_char(struct wire_buffer *buffer, char c);
void wire_put_int(struct wire_buffer *buffer, int64_t number);
void wire_put_format(struct wire_buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* A JSON string with its quotes: ", \ and controls escaped, all else as it is (RFC 8259 §7). */
void wire_put_json_text(struct wire_buffer *buffer, const char *text, size_t len);
/* Percent-encoded for a path segment or a query value: all but RFC 3986 unreserved. */
void wire_put_escaped(struct wire_buffer *buffer, const char *text, size_t len);

#endif

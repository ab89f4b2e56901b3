/* text.h: UTF-8 (RFC 3629), counted and cut by code points. */
#ifndef LIBAPI_WIRE_TEXT_H
#define LIBAPI_WIRE_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of the code point at text[0…left), 0 if it is not valid UTF-8. NUL counts as valid here. */
size_t wire_utf8_step(const char *text, size_t left);
/* Code points of text[0…len); -1 if it is not UTF-8 or holds a NUL. */
int64_t wire_text_points(const char *text, size_t len);
/* The longest length ≤ max that does not cut a code point. */
size_t wire_text_cut(const char *text, size_t len, size_t max);

/* Text of others inside a message of ours: at most WIRE_QUOTE_MAX bytes of it, in quotes, fit for a terminal
 * (controls and broken bytes become '?'), "…" where it was cut. Returns `out`. */
#define WIRE_QUOTE_MAX 64
#define WIRE_QUOTE_ROOM (WIRE_QUOTE_MAX + sizeof "\"\"…")
const char *wire_quote(char out[WIRE_QUOTE_ROOM], const char *text, size_t len);

#endif

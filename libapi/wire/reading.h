/* reading.h: walking over a text that wire_scan() has found to be JSON. Nothing here looks for faults: the scan did,
 * so a value ends before the text does, and every escape is whole. */
#ifndef LIBAPI_WIRE_READING_H
#define LIBAPI_WIRE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A string between its quotes, as it stands in the text. */
struct reading_text {
	const char *from, *end;
	bool has_escapes;
};

/* To the next byte that is no white space. There must be one. */
const char *reading_token(const char *at);
/* `at` an opening quote; returns what is behind the closing one. */
const char *reading_text(const char *at, struct reading_text *out);
/* Behind the value that begins at `at`. */
const char *reading_skip(const char *at);
/* `at` the bracket of an array or object, or behind one of its values: the next item or member, NULL at the end,
 * where *end is what is behind the closing bracket. */
const char *reading_next(const char *at, const char **end);
/* `at` a member's name, which is read; returns where its value begins. */
const char *reading_name(const char *at, struct reading_text *name);
/* How many values the array or object at `at` holds. */
size_t reading_count(const char *at);
/* A number that is whole and exact in a double (or an integer of 64 bits). 1.0 and 1e2 are: people and JavaScript
 * write them so. */
bool reading_whole(const char *at, int64_t *out);
/* The value without white space and needless escapes, written to `to`, which has room for it; returns the end. */
char *reading_compact(const char *from, const char *end, char *to);

/* The text with its escapes read; returns the end. Never longer than what it came from. */
char *reading_unescape(const char *from, const char *end, char *to);

#endif

/* text.h: the few things done with plain texts, in one place: copying, and what may travel in a header. */
#ifndef LIBAPI_TEXT_H
#define LIBAPI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Overwrite *slot with a copy of text (NULL: with NULL). false: no memory, *slot as before. */
bool libapi__text_set(char **slot, const char *text);
/* 1…max printable ASCII characters, no space at either end. */
bool libapi__text_is_printable(const char *text, size_t max);
/* RFC 9110 §5.6.2: what methods and header names consist of. */
bool libapi__text_is_token(const char *text, size_t max);
/* RFC 9110 §5.5: a field value without controls, at most max bytes; NUL cannot be in a C string. */
bool libapi__text_is_header_value(const char *text, size_t max);
/* Milliseconds of the clock that only goes forward. */
int64_t libapi__now_ms(void);

#endif

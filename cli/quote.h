/* quote.h: the same text as C, as a shell word, and in a URL. */
#ifndef CLI_QUOTE_H
#define CLI_QUOTE_H

#include <stdio.h>

/* A C string literal with its quotes. UTF-8 stays as it is; all else that is not printable is octal, since a
 * hexadecimal escape would swallow the digits behind it (C11 §6.4.4.4). */
void put_c_string(FILE *out, const char *text);

/* One word of sh: within single quotes, each single quote as '\''. */
void put_shell_word(FILE *out, const char *text);

/* Percent-encoded: all but the unreserved characters of RFC 3986 §2.3. */
void put_url_part(FILE *out, const char *text);

#endif

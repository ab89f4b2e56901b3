/* width.h: text on a terminal: how wide it is, and how to print it so that it stays where it belongs.
 *
 * Titles and names come from other people. A control character in them could move the cursor or set the title of
 * the terminal, so it is never printed; U+FFFD stands in its place. */
#ifndef CLI_WIDTH_H
#define CLI_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Call once: wcwidth() knows UTF-8 only in a UTF-8 locale. */
void width_init(void);

/* Columns that `text` takes on a terminal: 0 for combining marks, 2 for wide characters, 1 for what is not UTF-8. */
size_t display_width(const char *text);

/* Print text, cleaned, on one line; line breaks become spaces. At most max_width columns, then "…"; 0: no bound.
 * Returns the columns printed. */
size_t put_text(FILE *out, const char *text, size_t max_width);

/* Columns of the terminal behind `out`, 0 if there is none. */
size_t terminal_width(FILE *out);
/* A terminal that wants colours: https://no-color.org. */
bool wants_colour(FILE *out);

#endif

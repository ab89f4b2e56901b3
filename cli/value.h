/* value.h: one value of one flag: reading it, naming it, and taking name=value lists apart. */
#ifndef CLI_VALUE_H
#define CLI_VALUE_H

#include "cli/command.h"

bool flag_repeats(const struct flag *flag);
/* Whether an object of this flag's `child` is meant. */
bool flag_is_object(const struct flag *flag);

/* Check the form of a value: numbers, booleans and choices go to *number. Lengths and formats are left to
 * libapi, which names every wrong field at once. false: `problem` says what is wrong and what is allowed. */
bool value_read(
	const struct flag *flag, const char *text, int64_t *number, char *problem, size_t room);

/* What stands for the value in the help: "TEXT", "NUMBER", "confirmed|tentative|cancelled", "KEY=VALUE". The
 * result is static or of the table; choices are joined in a buffer that the next call overwrites. */
const char *value_word(const struct flag *flag);

/* A version as `event get` shows it, and not an ETag: digits, so few that they fit an int64_t. */
bool is_version(const char *text);

/* "10s", "500ms", "2m", "1h"; a number alone is seconds. At least 1 ms, at most 1 h. */
bool read_duration_ms(const char *text, int64_t *ms);

/* The next name=value of "email=a@example.com,name=Smith, John,role=chair". A comma ends a value only where a
 * name of `child` and `=` follow, so that values may hold commas (RRULE does). *text moves on; "" at the end.
 * false: `problem` names what is not understood. */
struct pair {
	const struct flag *flag;
	char *value; /* owned: free() */
	int64_t number;
};
bool pair_next(const struct builder *child, const char **text, struct pair *pair, char *problem,
	size_t room);

#endif

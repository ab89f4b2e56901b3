/* config_value.h: one setting: its row, and text → value by its type. */
#ifndef SERVER_BASE_CONFIG_VALUE_H
#define SERVER_BASE_CONFIG_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum setting_type {
	SETTING_DURATION, /* uint64_t microseconds: "250ms", "4s", "2m", "1h" */
	SETTING_SIZE, /* uint64_t bytes: "4096", "64KiB", "1MiB" */
	SETTING_COUNT, /* uint32_t */
	SETTING_TEXT, /* char *, its length in bytes within the range, or empty */
	SETTING_SECRET, /* the same, never shown; NAME_FILE too */
	SETTING_ADDRESS, /* struct config_address */
	SETTING_BOOLEAN, /* bool */
	SETTING_LEVEL, /* enum log_level */
};

struct setting {
	const char *name;
	enum setting_type type;
	size_t offset; /* in struct config */
	const char *fallback; /* NULL: must be set */
	uint64_t least, most; /* in the unit of the member */
	const char *help;
};

/* Text → member. false: one line in `errors` names the setting, the value and what is allowed. */
bool setting_read(const struct setting *setting, const char *text, void *config, FILE *errors);
/* "10ms to 60s", or "" where there is no range to tell. */
void setting_range(const struct setting *setting, char *out, size_t room);
/* Levenshtein's: insertions, deletions and replacements that make one of the other. */
size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len);

#endif

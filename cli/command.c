/* command.c: finding rows in the generated tables. They are short; a walk is fast enough. */
#include "cli/command.h"

#include <string.h>

const struct exit_line exit_lines[] = {
	{ EXIT_DONE, "done" },
	{ EXIT_LOCAL, "nothing was sent: a value breaks a rule, a file cannot be read, no server "
		      "is named" },
	{ EXIT_USAGE, "the command line cannot be understood" },
	{ EXIT_TRANSPORT, "no answer from the server; whether it acted is unknown" },
	{ EXIT_WIRE, "the answer was not of the agreed shape" },
	{ EXIT_REFUSED, "the server refused the request (400, 401, 403, 422)" },
	{ EXIT_MISSING, "no such thing, or none that this key may see (404, 410)" },
	{ EXIT_CONFLICT, "a conflict or a stale version (409, 412, 428)" },
	{ EXIT_BUSY, "the server is busy or failed (429, 5xx); try again later" },
};
const size_t exit_line_count = sizeof(exit_lines) / sizeof(exit_lines[0]);

const struct command *command_find(const char *noun, const char *verb) {
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i].noun, noun) == 0 && strcmp(commands[i].verb, verb) == 0) {
			return &commands[i];
		}
	}
	return NULL;
}

const struct noun *noun_find(const char *name) {
	for (size_t i = 0; i < noun_count; i++) {
		if (strcmp(nouns[i].name, name) == 0) {
			return &nouns[i];
		}
	}
	return NULL;
}

bool command_takes(const struct command *command, const struct flag *flag) {
	for (const char *const *name = command->body_without; name != NULL && *name != NULL;
		name++) {
		if (strcmp(*name, flag->member) == 0) {
			return false;
		}
	}
	return true;
}

const struct flag *flag_find(const struct builder *builder, const char *name, size_t len) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		const struct flag *flag = &builder->flags[i];
		if (strlen(flag->name) == len && memcmp(flag->name, name, len) == 0) {
			return flag;
		}
	}
	return NULL;
}

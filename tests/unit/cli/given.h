/* given.h: a command line, written as one would type it, and what args_read makes of it. */
#ifndef TESTS_UNIT_CLI_GIVEN_H
#define TESTS_UNIT_CLI_GIVEN_H

#include <stdlib.h>
#include <string.h>

#include "cli/args.h"

/* READ(&args, "event", "get", "C", "E"): false leaves the reason in args.problem. */
#define READ(args, ...)                                                                            \
	args_read(args, (int)(sizeof((char *[]){ "calctl", __VA_ARGS__ }) / sizeof(char *)),       \
		(char *[]){ "calctl", __VA_ARGS__, NULL })

/* Whether the line is refused with a text that holds `part`. */
#define REFUSED(part, ...) refused_with(part, (char *[]){ "calctl", __VA_ARGS__, NULL })

static inline bool refused_with(const char *part, char **argv) {
	struct args args;
	bool ok = args_read(&args, 1, argv);
	bool found = !ok && strstr(args.problem, part) != NULL;

	if (!found) {
		fprintf(stderr, "\n    %s", ok ? "not refused" : args.problem);
	}
	args_finish(&args);
	return found;
}

/* What `put` writes, owned. */
#define WRITTEN(text, put)                                                                         \
	do {                                                                                       \
		size_t written_len;                                                                \
		FILE *out = open_memstream(&(text), &written_len);                                 \
		put;                                                                               \
		fclose(out);                                                                       \
	} while (0)

#endif

/* input.h: files that the command line names. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/args.h"

/* A whole file, "-" for standard input; at most 8 MiB. Owned; NULL: `problem` says why. */
char *read_input(const char *path, size_t *len, char *problem, size_t room);

/* A whole file, for its owner alone; the old one stays until the new one is complete. false: errno says why. */
bool write_file(const char *path, const char *text, size_t len);

/* The body that --json names, into args->body; nothing without --json. false: args->problem says why.
 *
 * PUT and PATCH take what GET gave: members that only the server sets are left out, and the version of what was
 * read becomes --if-match unless that is given. What is no JSON object stays as it is, for libapi to refuse. */
bool read_body(struct args *args);

#endif

/* code.h: --code: what a command would do, as a C program or a curl line. Nothing is sent. */
#ifndef CLI_CODE_H
#define CLI_CODE_H

#include <stdio.h>

#include "cli/args.h"

/* A whole program over libapi's public API. */
bool code_c(FILE *out, const struct args *args, char *problem, size_t room);

/* One curl command that reads $LIBAPI_KEY and, without --server, $LIBAPI_URL. */
bool code_curl(FILE *out, const struct args *args, char *problem, size_t room);

/* --code as asked for; returns the exit status. */
int run_code(const struct args *args);

#endif

/* run.h: carrying out one command of the table, or a request that is in no table. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/args.h"

int run_command(const struct args *args);
/* As run_command() up to the point where something would be sent: the exit status, and what is wrong on standard
 * error. */
int run_check(const struct args *args);
/* calctl api METHOD PATH [--json FILE] */
int run_request(const struct args *args);

#endif

/* help.h: help from the tables, for the terminal and for man. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

#include "cli/command.h"

void help_all(FILE *out);
void help_noun(FILE *out, const struct noun *noun);
void help_command(FILE *out, const struct command *command);
struct comfort;
void help_comfort(FILE *out, const struct comfort *comfort);
void help_exits(FILE *out);

/* calctl.1 */
void print_man_page(FILE *out);
/* The completion script for bash. */
void print_completion(FILE *out);

/* Whether a global flag does anything for this command. */
struct global;
bool global_applies(const struct global *global, const struct command *command);

#endif

/* code_chain.h: between code_c.c and code_chain.c, the two halves of a C program. */
#ifndef CLI_CODE_CHAIN_H
#define CLI_CODE_CHAIN_H

#include <stdio.h>

#include "cli/args.h"

struct program {
	FILE *out;
	const struct args *args;
	const struct command *command;
	char *problem;
	size_t room;
	unsigned child_count; /* numbered in the order in which they are used */
};

/* "libapi_event_draft" → "event_draft": the word in LIBAPI_AUTO(). */
const char *auto_name(const char *type);
/* "libapi_event_draft" → "draft" */
const char *body_variable(const struct command *command);
/* "attendee1": the variable of the part that flag and number stand for. */
void put_part_name(char *name, size_t room, const struct flag *flag, unsigned number);
/* "event_pager": the pager is named after the function, event_list → event. */
void put_pager_name(FILE *out, const struct command *command);

bool uses_options(const struct args *args);
bool uses_query(const struct args *args);

/* if (A || B || … the call) {. false: `problem` says why, and half of it is written. */
bool put_chain(struct program *program);

#endif

/* output.h: answers, as people or programs want them. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/agenda.h"
#include "cli/command.h"
#include "cli/table.h"

enum output_form { OUTPUT_TABLE, OUTPUT_JSON, OUTPUT_JSONL };

struct output {
	FILE *to;
	enum output_form form;
	const struct command *command;
	const struct people *people; /* names for ids, or NULL */
	const char *columns[TABLE_COLUMNS_MAX + 1]; /* the command's, or those of output_choose */
	char *chosen;
	struct table table;
	struct agenda agenda; /* in the table's place, for what is a calendar of days */
	size_t count; /* items so far */
};

void output_init(struct output *output, FILE *to, const char *form, const struct command *command);
void output_finish(struct output *output);

/* Show these members only: "id,title". */
void output_choose(struct output *output, const char *members);

/* A single answer: `json` as it came, or key and value lines. false: not JSON, or no memory. */
bool output_object(struct output *output, const char *json);

/* A list: begin, every item, end. */
void output_begin(struct output *output);
bool output_item(struct output *output, const char *json);
void output_end(struct output *output);
/* The items of {"items": […], "next_cursor": …}; *cursor is owned, NULL on the last page. */
bool output_page(struct output *output, const char *json, char **cursor);

#endif

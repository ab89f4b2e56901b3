/* code_c.c: a C program: declarations, one chain of calls joined by ||, one place where it fails.
 *
 * The chain keeps a program with thirty setters on one screen, and shows that every call is checked. */
#include <stdlib.h>
#include <string.h>

#include "cli/build.h"
#include "cli/code.h"
#include "cli/code_chain.h"
#include "cli/quote.h"
#include "cli/value.h"

/* ---- names -------------------------------------------------------------------------------------------- */

const char *auto_name(const char *type) {
	return type + strlen("libapi_");
}

const char *body_variable(const struct command *command) {
	return strrchr(command->body->type, '_') + 1;
}

void put_part_name(char *name, size_t room, const struct flag *flag, unsigned number) {
	if (flag->kind == FLAG_OBJECT) {
		snprintf(name, room, "%s", flag->name); /* there is only one */
	} else {
		snprintf(name, room, "%s%u", flag->name, number);
	}
	for (; *name != '\0'; name++) {
		*name = *name == '-' ? '_' : *name;
	}
}

void put_pager_name(FILE *out, const struct command *command) {
	if (strcmp(command->verb, "list") == 0) {
		fprintf(out, "%s_pager", command->noun);
	} else {
		fprintf(out, "%s_pager", auto_name(command->function));
	}
}

bool uses_options(const struct args *args) {
	return args->if_match != NULL || args->if_none_match != NULL ||
	       args->idempotency_key != NULL || args->request_id != NULL || args->timeout_ms > 0;
}

bool uses_query(const struct args *args) {
	return args->command->query != NULL && is_given(args, args->command->query);
}

/* ---- declarations ------------------------------------------------------------------------------------- */

static void declare_children(struct program *program) {
	unsigned number = 0;
	char name[64];

	for (size_t i = 0; i < program->args->given_count; i++) {
		const struct given *given = &program->args->given[i];
		if (given->text != NULL && flag_is_object(given->flag)) {
			put_part_name(name, sizeof(name), given->flag, ++number);
			fprintf(program->out, "\tLIBAPI_AUTO(%s) *%s = NULL;\n",
				auto_name(given->flag->child->type), name);
		}
	}
}

static void declare_answer(struct program *program) {
	const struct command *command = program->command;
	FILE *out = program->out;

	if (command->traits & COMMAND_LIST && program->args->all) {
		fputs("\tLIBAPI_AUTO(", out);
		put_pager_name(out, command);
		fputs(") *pager = NULL;\n", out);
		fprintf(out, "\tLIBAPI_AUTO(error) *error = NULL;\n\tint32_t found;\n");
		return;
	}
	if (command->answer != NULL) {
		fprintf(out, "\tLIBAPI_AUTO(%s%s) *answer = NULL;\n", auto_name(command->answer),
			command->traits & COMMAND_LIST ? "_page" : "");
	}
	fputs("\tLIBAPI_AUTO(error) *error = NULL;\n", out);
	if (command->answer != NULL || command->traits & COMMAND_TEXT) {
		fputs("\tchar *json = NULL;\n", out);
	}
}

/* How much of a JSON text makes a line of the program: up to a newline, or the comma behind 72 bytes. */
static size_t line_length(const char *text) {
	size_t len = 0;

	while (text[len] != '\0' && text[len] != '\n' && (text[len] != ',' || len < 72)) {
		len++;
	}
	return len + (text[len] != '\0');
}

static void declare_body(struct program *program) {
	const char *text = program->args->body;

	fputs("\tstatic const char body[] =", program->out);
	while (*text != '\0') {
		size_t len = line_length(text);
		char *line = strndup(text, len);
		fputs("\n\t\t", program->out);
		put_c_string(program->out, line != NULL ? line : "");
		free(line);
		text += len;
	}
	fputs(";\n", program->out);
}

static void declare(struct program *program) {
	const struct command *command = program->command;
	FILE *out = program->out;

	if (program->args->body != NULL) {
		declare_body(program);
	}
	if (program->args->url != NULL) {
		fputs("\tLIBAPI_AUTO(config) *config = NULL;\n", out);
	}
	fputs("\tLIBAPI_AUTO(client) *client = NULL;\n", out);
	declare_children(program);
	if (command->body != NULL) {
		fprintf(out, "\tLIBAPI_AUTO(%s) *%s = NULL;\n", auto_name(command->body->type),
			body_variable(command));
	}
	if (uses_query(program->args)) {
		fprintf(out, "\tLIBAPI_AUTO(%s) *query = NULL;\n", auto_name(command->query->type));
	}
	if (uses_options(program->args)) {
		fputs("\tLIBAPI_AUTO(call_options) *options = NULL;\n", out);
	}
	declare_answer(program);
	fputs("\tint32_t code;\n", out);
}

/* ---- after the chain ---------------------------------------------------------------------------------- */

static void walk_pages(struct program *program) {
	const struct command *command = program->command;
	const char *item = auto_name(command->answer);
	FILE *out = program->out;

	fprintf(out, "\tdo {\n\t\tLIBAPI_AUTO(%s) *item = NULL;\n\n\t\tfound = libapi_", item);
	put_pager_name(out, command);
	fprintf(out,
		"_next(pager, &item, &error);\n\t\tif (found == 1) {\n\t\t\tchar *json = "
		"libapi_%s_to_json(item);\n\n"
		"\t\t\tputs(json != NULL ? json : "
		"\"null\");\n\t\t\tlibapi_string_free(json);\n\t\t}\n\t} while (found == 1);\n"
		"\tif (found < 0) {\n\t\tfprintf(stderr, \"%%s\\n\", "
		"libapi_error_text(error));\n\t}\n\treturn found != 0;\n",
		item);
}

static void print_answer(struct program *program) {
	const struct command *command = program->command;
	FILE *out = program->out;

	if (command->traits & COMMAND_LIST && program->args->all) {
		walk_pages(program);
		return;
	}
	if (command->answer != NULL) {
		fprintf(out, "\tjson = %s%s_to_json(answer);\n", command->answer,
			command->traits & COMMAND_LIST ? "_page" : "");
	}
	if (command->answer != NULL || command->traits & COMMAND_TEXT) {
		fputs("\tputs(json != NULL ? json : \"null\");\n\tlibapi_string_free(json);\n",
			out);
	}
	fputs("\treturn 0;\n", out);
}

/* Keys are never printed: what is printed gets committed. */
static const char *where_from(const struct args *args) {
	return args->url != NULL
		       ? "LIBAPI_KEY, or the profile file, says who"
		       : "LIBAPI_URL and LIBAPI_KEY, or the profile file, say where to and who";
}

bool code_c(FILE *out, const struct args *args, char *problem, size_t room) {
	struct program program = {
		.out = out, .args = args, .command = args->command, .problem = problem, .room = room
	};

	fprintf(out,
		"/* %s: cc program.c $(pkg-config --cflags --libs libapi) */\n"
		"#include <api/api.h>\n#include <stdio.h>\n\nint main(void) {\n",
		args->command->operation);
	declare(&program);
	fprintf(out, "\n\t/* %s. */\n", where_from(args));
	if (!put_chain(&program)) {
		return false;
	}
	/* A setter that refuses makes no error object; its code is all there is. */
	fputs("\t\tfprintf(stderr, \"%s\\n\",\n\t\t\terror != NULL ? libapi_error_text(error) : "
	      "libapi_error_name(code));\n\t\treturn 1;\n\t}\n",
		out);
	print_answer(&program);
	fputs("}\n", out);
	return true;
}

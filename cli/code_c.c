/* code_c.c: a C program: declarations, one chain of calls joined by ||, one place where it fails.
 *
 * The chain keeps a program with thirty setters on one screen, and shows that every call is checked. */
#include <stdlib.h>
#include <string.h>

#include "cli/code.h"
#include "cli/quote.h"
#include "cli/value.h"

struct program {
	FILE *out;
	const struct args *args;
	const struct command *command;
	const char *json;
	char *problem;
	size_t room;
	unsigned child_count; /* numbered in the order in which they are used */
};

/* "libapi_event_draft" → "event_draft": the word in LIBAPI_AUTO(). */
static const char *auto_name(const char *type) {
	return type + strlen("libapi_");
}

/* "libapi_event_draft" → "draft" */
static const char *variable(const char *type) {
	return strrchr(type, '_') + 1;
}

static bool uses_options(const struct args *args) {
	return args->if_match != NULL || args->if_none_match != NULL ||
	       args->idempotency_key != NULL || args->request_id != NULL || args->timeout_ms > 0;
}

static bool uses(const struct program *program, const struct builder *builder) {
	if (builder == NULL || builder == program->command->body) {
		return builder != NULL;
	}
	for (size_t i = 0; i < program->args->given_count; i++) {
		if (program->args->given[i].of == builder) {
			return true;
		}
	}
	return false;
}

/* ---- declarations ------------------------------------------------------------------------------------- */

/* "libapi_event" and "libapi_event_pager": the pager is named after the function, event_list → event. */
static void put_pager_name(FILE *out, const struct command *command) {
	if (strcmp(command->verb, "list") == 0) {
		fprintf(out, "%s_pager", command->noun);
	} else {
		fprintf(out, "%s_pager", auto_name(command->function));
	}
}

static void declare_children(struct program *program) {
	unsigned number = 0;

	for (size_t i = 0; i < program->args->given_count; i++) {
		const struct given *given = &program->args->given[i];
		if (given->text != NULL && flag_is_object(given->flag)) {
			fprintf(program->out, "\tLIBAPI_AUTO(%s) *part%u = NULL;\n",
				auto_name(given->flag->child->type), ++number);
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

static void declare(struct program *program) {
	const struct command *command = program->command;
	FILE *out = program->out;

	if (program->json != NULL) {
		fputs("\tstatic const char body[] = ", out);
		put_c_string(out, program->json);
		fputs(";\n", out);
	}
	fputs("\tLIBAPI_AUTO(client) *client = NULL;\n", out);
	declare_children(program);
	if (uses(program, command->body)) {
		fprintf(out, "\tLIBAPI_AUTO(%s) *%s = NULL;\n", auto_name(command->body->type),
			variable(command->body->type));
	}
	if (uses(program, command->query)) {
		fprintf(out, "\tLIBAPI_AUTO(%s) *query = NULL;\n", auto_name(command->query->type));
	}
	if (uses_options(program->args)) {
		fputs("\tLIBAPI_AUTO(call_options) *options = NULL;\n", out);
	}
	declare_answer(program);
}

/* ---- the chain ---------------------------------------------------------------------------------------- */

static void begin(struct program *program, const char *function, const char *object) {
	fprintf(program->out, " ||\n\t\t%s(%s", function, object);
}

static void end(struct program *program) {
	fputs(") != LIBAPI_OK", program->out);
}

static void put_number(FILE *out, const struct flag *flag, int64_t number) {
	for (size_t i = 0; flag->kind == FLAG_CHOICE && flag->allowed[i] != NULL; i++) {
		if (flag->values[i] == number) {
			fputs(flag->constants[i], out);
			return;
		}
	}
	fprintf(out, "%lld", (long long)number);
}

static void set_entry(
	struct program *program, const struct flag *flag, const char *object, const char *text) {
	size_t len = strcspn(text, "=");
	char *key = strndup(text, len);

	begin(program, text[len] == '=' ? flag->setter : flag->entry_null_setter, object);
	fputs(", ", program->out);
	put_c_string(program->out, key != NULL ? key : "");
	if (text[len] == '=') {
		fputs(", ", program->out);
		put_c_string(program->out, text + len + 1);
	}
	end(program);
	free(key);
}

static bool set_value(struct program *program, const struct flag *flag, const char *object,
	const char *text, int64_t number);

static bool make_child(struct program *program, const struct builder *child, const char *object,
	const char *text) {
	char maker[128];

	if (text[0] == '{') {
		fprintf(program->out, " ||\n\t\t%s_from_json(", child->type);
		put_c_string(program->out, text);
		fprintf(program->out, ", %zu, &%s, &error", strlen(text), object);
		end(program);
		return true;
	}
	snprintf(maker, sizeof(maker), "%s_new", child->type);
	fprintf(program->out, " ||\n\t\t%s(&%s", maker, object);
	end(program);
	while (*text != '\0') {
		struct pair pair;
		if (!pair_next(child, &text, &pair, program->problem, program->room)) {
			return false;
		}
		bool ok = set_value(program, pair.flag, object, pair.value, pair.number);
		free(pair.value);
		if (!ok) {
			return false;
		}
	}
	return true;
}

static bool set_object(
	struct program *program, const struct flag *flag, const char *object, const char *text) {
	char part[32];

	snprintf(part, sizeof(part), "part%u", ++program->child_count);
	if (!make_child(program, flag->child, part, text)) {
		return false;
	}
	begin(program, flag->setter, object);
	fprintf(program->out, ", %s", part);
	end(program);
	return true;
}

static bool set_value(struct program *program, const struct flag *flag, const char *object,
	const char *text, int64_t number) {
	if (flag_is_object(flag)) {
		return set_object(program, flag, object, text);
	}
	if (flag->kind == FLAG_ENTRIES) {
		set_entry(program, flag, object, text);
		return true;
	}
	begin(program, flag->setter, object);
	fputs(", ", program->out);
	if (flag->set_number != NULL) {
		put_number(program->out, flag, number);
	} else {
		put_c_string(program->out, text);
	}
	end(program);
	return true;
}

static bool make(struct program *program, const struct builder *builder, const char *object,
	const char *json) {
	if (!uses(program, builder)) {
		return true;
	}
	if (json != NULL) {
		fprintf(program->out, " ||\n\t\t%s_from_json(body, sizeof(body) - 1, &%s, &error",
			builder->type, object);
	} else {
		fprintf(program->out, " ||\n\t\t%s_new(&%s", builder->type, object);
	}
	end(program);
	for (size_t i = 0; i < program->args->given_count; i++) {
		const struct given *given = &program->args->given[i];
		if (given->of != builder) {
			continue;
		}
		if (given->text == NULL) {
			begin(program,
				given->flag->null_setter != NULL ? given->flag->null_setter
								 : given->flag->empty_setter,
				object);
			end(program);
		} else if (!set_value(program, given->flag, object, given->text, given->number)) {
			return false;
		}
	}
	return true;
}

static void set_option(struct program *program, const char *name, const char *text) {
	if (text != NULL) {
		char setter[96];
		snprintf(setter, sizeof(setter), "libapi_call_options_set_%s", name);
		begin(program, setter, "options");
		fputs(", ", program->out);
		put_c_string(program->out, text);
		end(program);
	}
}

static bool is_digits(const char *text) {
	return text[0] != '\0' && strspn(text, "0123456789") == strlen(text);
}

static void set_version(struct program *program, const char *name, const char *text) {
	char etag[64];

	if (text != NULL && is_digits(text)) {
		snprintf(etag, sizeof(etag), "\"%.32s\"", text);
		text = etag;
	}
	set_option(program, name, text);
}

static void make_options(struct program *program) {
	const struct args *args = program->args;

	if (!uses_options(args)) {
		return;
	}
	fputs(" ||\n\t\tlibapi_call_options_new(&options) != LIBAPI_OK", program->out);
	set_version(program, "if_match", args->if_match);
	set_version(program, "if_none_match", args->if_none_match);
	set_option(program, "idempotency_key", args->idempotency_key);
	set_option(program, "request_id", args->request_id);
	if (args->timeout_ms > 0) {
		fprintf(program->out,
			" ||\n\t\tlibapi_call_options_set_timeout_ms(options, %lld) != LIBAPI_OK",
			(long long)args->timeout_ms);
	}
}

static void call(struct program *program) {
	const struct command *command = program->command;
	FILE *out = program->out;
	bool pager = program->args->all && command->traits & COMMAND_LIST;

	fputs(" ||\n\t\t", out);
	if (pager) {
		fputs("libapi_", out);
		put_pager_name(out, command);
		fputs("_new(client", out);
	} else {
		fprintf(out, "%s(client", command->function);
	}
	for (size_t i = 0; command->positionals[i] != NULL; i++) {
		fputs(", ", out);
		put_c_string(out, program->args->path[i]);
	}
	if (command->body != NULL) {
		fprintf(out, ", %s", variable(command->body->type));
	}
	if (command->query != NULL) {
		fputs(uses(program, command->query) ? ", query" : ", NULL", out);
	}
	fputs(uses_options(program->args) ? ", options" : ", NULL", out);
	fputs(pager                              ? ", &pager"
		: command->traits & COMMAND_TEXT ? ", &json"
		: command->answer != NULL        ? ", &answer"
						 : "",
		out);
	fputs(", &error) != LIBAPI_OK) {\n", out);
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

bool code_c(FILE *out, const struct args *args, const char *json, char *problem, size_t room) {
	const struct command *command = args->command;
	struct program program = { out, args, command, json, problem, room, 0 };

	fprintf(out,
		"/* %s: cc program.c $(pkg-config --cflags --libs libapi) */\n#include "
		"<stdio.h>\n\n"
		"#include <api/api.h>\n\nint main(void) {\n",
		command->operation);
	declare(&program);
	fputs("\n\t/* LIBAPI_URL and LIBAPI_KEY, or the profile file, say where to and who. */\n"
	      "\tif (libapi_client_open(",
		out);
	if (args->profile != NULL) {
		put_c_string(out, args->profile);
	} else {
		fputs("NULL", out);
	}
	fputs(", &client, &error) != LIBAPI_OK", out);
	if ((command->body != NULL &&
		    !make(&program, command->body, variable(command->body->type), json)) ||
		!make(&program, command->query, "query", NULL)) {
		return false;
	}
	make_options(&program);
	call(&program);
	fputs("\t\tfprintf(stderr, \"%s\\n\", libapi_error_text(error));\n\t\treturn 1;\n\t}\n",
		out);
	print_answer(&program);
	fputs("}\n", out);
	return true;
}

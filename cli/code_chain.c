/* code_chain.c: every call of the program, joined by ||.
 *
 * Drafted in memory, a line a link, since only a link's whole length says whether its line must be broken; no text in
 * it holds a newline, put_c_string() sees to that. */
#include "cli/code_chain.h"

#include <stdlib.h>
#include <string.h>

#include "cli/build.h"
#include "cli/quote.h"
#include "cli/value.h"
#include "cli/width.h"

#define INDENT 16 /* two tabs */
#define LINE_WIDTH 100

/* ---- one link: a line of the draft ---------------------------------------------------------------------- */

static void begin(struct program *program, const char *function) {
	fprintf(program->out, "(code = %s(", function);
}

static void next(struct program *program) {
	fputs(")) != LIBAPI_OK ||\n", program->out);
}

/* f(object) and f(object, "text") */
static void link_plain(struct program *program, const char *function, const char *object) {
	begin(program, function);
	fputs(object, program->out);
	next(program);
}

static void link_text(
	struct program *program, const char *function, const char *object, const char *text) {
	begin(program, function);
	fprintf(program->out, "%s, ", object);
	put_c_string(program->out, text);
	next(program);
}

static void link_number(
	struct program *program, const char *function, const char *object, int64_t number) {
	begin(program, function);
	fprintf(program->out, "%s, %lld", object, (long long)number);
	next(program);
}

/* ---- drafts, patches, queries ------------------------------------------------------------------------- */

static void set_number(
	struct program *program, const struct flag *flag, const char *object, int64_t number) {
	begin(program, flag->setter);
	fprintf(program->out, "%s, ", object);
	for (size_t i = 0; flag->kind == FLAG_CHOICE && flag->allowed[i] != NULL; i++) {
		if (flag->values[i] == number) {
			fputs(flag->constants[i], program->out);
			next(program);
			return;
		}
	}
	fprintf(program->out, "%lld", (long long)number);
	next(program);
}

static void set_entry(
	struct program *program, const struct flag *flag, const char *object, const char *text) {
	size_t len = strcspn(text, "=");
	char *key = strndup(text, len);

	begin(program, text[len] == '=' ? flag->setter : flag->entry_null_setter);
	fprintf(program->out, "%s, ", object);
	put_c_string(program->out, key != NULL ? key : "");
	if (text[len] == '=') {
		fputs(", ", program->out);
		put_c_string(program->out, text + len + 1);
	}
	next(program);
	free(key);
}

static void link_from_json(
	struct program *program, const char *type, const char *json, const char *object) {
	char function[128];

	snprintf(function, sizeof(function), "%s_from_json", type);
	begin(program, function);
	if (json != NULL) {
		put_c_string(program->out, json);
		fprintf(program->out, ", %zu, &%s, &error", strlen(json), object);
	} else {
		fprintf(program->out, "body, sizeof(body) - 1, &%s, &error", object);
	}
	next(program);
}

static void link_new(struct program *program, const char *type, const char *object) {
	char function[128];

	snprintf(function, sizeof(function), "%s_new", type);
	begin(program, function);
	fprintf(program->out, "&%s", object);
	next(program);
}

static bool set_value(struct program *program, const struct flag *flag, const char *object,
	const char *text, int64_t number);

static bool make_child(struct program *program, const struct builder *child, const char *object,
	const char *text) {
	if (text[0] == '{') {
		link_from_json(program, child->type, text, object);
		return true;
	}
	link_new(program, child->type, object);
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
	char part[64];

	put_part_name(part, sizeof(part), flag, ++program->child_count);
	if (!make_child(program, flag->child, part, text)) {
		return false;
	}
	begin(program, flag->setter);
	fprintf(program->out, "%s, %s", object, part);
	next(program);
	return true;
}

static bool set_value(struct program *program, const struct flag *flag, const char *object,
	const char *text, int64_t number) {
	if (flag_is_object(flag)) {
		return set_object(program, flag, object, text);
	}
	if (flag->kind == FLAG_ENTRIES) {
		set_entry(program, flag, object, text);
	} else if (flag->set_number != NULL) {
		set_number(program, flag, object, number);
	} else {
		link_text(program, flag->setter, object, text);
	}
	return true;
}

static bool make(struct program *program, const struct builder *builder, const char *object,
	bool from_json) {
	if (from_json) {
		link_from_json(program, builder->type, NULL, object);
	} else {
		link_new(program, builder->type, object);
	}
	for (size_t i = 0; i < program->args->given_count; i++) {
		const struct given *given = &program->args->given[i];
		const struct flag *flag = given->flag;
		if (given->of != builder) {
			continue;
		}
		if (given->text == NULL) {
			link_plain(program,
				flag->null_setter != NULL ? flag->null_setter : flag->empty_setter,
				object);
			continue;
		}
		if (from_json && starts_over(program->args, i)) {
			link_plain(program, flag->empty_setter, object);
		}
		if (!set_value(program, flag, object, given->text, given->number)) {
			return false;
		}
	}
	return true;
}

/* ---- client, options, the call ------------------------------------------------------------------------ */

static void put_profile(struct program *program) {
	if (program->args->profile != NULL) {
		put_c_string(program->out, program->args->profile);
	} else {
		fputs("NULL", program->out);
	}
}

static void make_client(struct program *program) {
	if (program->args->url == NULL) {
		begin(program, "libapi_client_open");
		put_profile(program);
		fputs(", &client, &error", program->out);
		next(program);
		return;
	}
	link_plain(program, "libapi_config_new", "&config");
	link_text(program, "libapi_config_set_url", "config", program->args->url);
	begin(program, "libapi_config_load");
	fputs("config, ", program->out);
	put_profile(program);
	fputs(", &error", program->out);
	next(program);
	link_plain(program, "libapi_client_new", "config, &client, &error");
}

static void make_options(struct program *program) {
	const struct args *args = program->args;
	char etag[64];

	link_plain(program, "libapi_call_options_new", "&options");
	if (args->if_match != NULL && is_version(args->if_match)) {
		link_number(program, "libapi_call_options_set_if_match_version", "options",
			strtoll(args->if_match, NULL, 10));
	} else if (args->if_match != NULL) {
		link_text(program, "libapi_call_options_set_if_match", "options", args->if_match);
	}
	if (args->if_none_match != NULL) {
		snprintf(etag, sizeof(etag),
			is_version(args->if_none_match) ? "\"%.32s\"" : "%.60s",
			args->if_none_match);
		link_text(program, "libapi_call_options_set_if_none_match", "options", etag);
	}
	if (args->idempotency_key != NULL) {
		link_text(program, "libapi_call_options_set_idempotency_key", "options",
			args->idempotency_key);
	}
	if (args->request_id != NULL) {
		link_text(
			program, "libapi_call_options_set_request_id", "options", args->request_id);
	}
	if (args->timeout_ms > 0) {
		link_number(
			program, "libapi_call_options_set_timeout_ms", "options", args->timeout_ms);
	}
}

static void call(struct program *program) {
	const struct command *command = program->command;
	bool pager = program->args->all && command->traits & COMMAND_LIST;

	if (pager) {
		fputs("(code = libapi_", program->out);
		put_pager_name(program->out, command);
		fputs("_new(client", program->out);
	} else {
		begin(program, command->function);
		fputs("client", program->out);
	}
	for (size_t i = 0; command->positionals[i] != NULL; i++) {
		bool is_text =
			command->traits & COMMAND_TEXT_BODY && command->positionals[i + 1] == NULL;
		fputs(", ", program->out);
		if (is_text) {
			fputs("body, sizeof(body) - 1", program->out);
		} else {
			put_c_string(program->out, program->args->path[i]);
		}
	}
	if (command->body != NULL) {
		fprintf(program->out, ", %s", body_variable(command));
	}
	if (command->query != NULL) {
		fputs(uses_query(program->args) ? ", query" : ", NULL", program->out);
	}
	fputs(uses_options(program->args) ? ", options" : ", NULL", program->out);
	fputs(pager                              ? ", &pager"
		: command->traits & COMMAND_TEXT ? ", &json"
		: command->answer != NULL        ? ", &answer"
						 : "",
		program->out);
	fputs(", &error)) != LIBAPI_OK) {\n", program->out);
}

static bool draft(struct program *program) {
	const struct command *command = program->command;
	bool from_json = program->args->body != NULL;

	make_client(program);
	if (command->body != NULL &&
		!make(program, command->body, body_variable(command), from_json)) {
		return false;
	}
	if (uses_query(program->args) && !make(program, command->query, "query", false)) {
		return false;
	}
	if (uses_options(program->args)) {
		make_options(program);
	}
	call(program);
	return true;
}

/* ---- the lines, where they are too long broken between arguments ----------------------------------------- */

/* Where the argument that starts at text ends: behind its comma, or at the end of the line. */
static size_t argument_length(const char *text) {
	bool quoted = false;
	size_t at = 0;

	for (; text[at] != '\n' && text[at] != '\0'; at++) {
		if (text[at] == '\\') {
			at++;
		} else if (text[at] == '"') {
			quoted = !quoted;
		} else if (!quoted && text[at] == ',') {
			return at + 1;
		}
	}
	return at;
}

static const char *put_line(FILE *out, const char *text) {
	size_t column = INDENT;

	while (*text != '\n' && *text != '\0') {
		size_t len = argument_length(text);
		char *argument = strndup(text, len);
		size_t width = argument != NULL ? display_width(argument) : len;
		if (*text == ' ' && column + width > LINE_WIDTH) {
			fputs("\n\t\t\t", out);
			column = INDENT + 7; /* the space goes */
			text++;
			len--;
		}
		fwrite(text, 1, len, out);
		column += width;
		free(argument);
		text += len;
	}
	fputc('\n', out);
	return *text == '\n' ? text + 1 : text;
}

bool put_chain(struct program *program) {
	FILE *out = program->out;
	char *lines = NULL;
	size_t len = 0;
	bool ok;

	program->out = open_memstream(&lines, &len);
	if (program->out == NULL) {
		program->out = out;
		return false;
	}
	ok = draft(program);
	ok = fclose(program->out) == 0 && ok;
	program->out = out;
	fputs("\tif (", out);
	for (const char *line = lines; ok && *line != '\0';) {
		line = put_line(out, line);
		fputs(*line != '\0' ? "\t\t" : "", out);
	}
	free(lines);
	return ok;
}

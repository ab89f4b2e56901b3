/* help.c: what --help prints. Every line comes from a table, so it cannot be out of date. */
#include "cli/help.h"

#include <string.h>

#include "cli/args.h"
#include "cli/value.h"
#include "cli/width.h"

/* A name, padded to a column, and its text behind or, when the name is long, below it. */
static void line(FILE *out, const char *name, int room, const char *text) {
	int width = (int)display_width(name);

	if (width > room) {
		fprintf(out, "  %s\n  %*s%s\n", name, room + 2, "", text);
	} else {
		fprintf(out, "  %s%*s%s\n", name, room - width + 2, "", text);
	}
}

bool global_applies(const struct global *global, const struct command *command) {
	const struct {
		const char *name;
		bool applies;
	} special[] = {
		{ "all", command->traits & COMMAND_LIST },
		{ "json", command->body != NULL && command->body->from_json != NULL },
		{ "if-match", command->traits & COMMAND_IF_MATCH },
		{ "if-none-match", command->traits & COMMAND_IF_NONE_MATCH },
		{ "idempotency-key", command->traits & COMMAND_WRITE },
		{ "version", false },
	};

	for (size_t i = 0; i < sizeof(special) / sizeof(special[0]); i++) {
		if (strcmp(special[i].name, global->name) == 0) {
			return special[i].applies;
		}
	}
	return true;
}

static void print_globals(FILE *out, const struct command *command) {
	for (size_t i = 0; i < global_count; i++) {
		const struct global *global = &globals[i];
		char name[64];
		if (command != NULL && !global_applies(global, command)) {
			continue;
		}
		snprintf(name, sizeof(name), "%s--%s %s",
			global->other != NULL && strlen(global->other) == 1
				? (global->other[0] == 'h' ? "-h, " : "-o, ")
				: "",
			global->name, global->value != NULL ? global->value : "");
		line(out, name, 24, global->help);
	}
}

static void print_exit_lines(FILE *out) {
	fputs("\nExit status:\n", out);
	for (size_t i = 0; i < exit_line_count; i++) {
		fprintf(out, "  %d  %s\n", (int)exit_lines[i].status, exit_lines[i].help);
	}
}

void help_all(FILE *out) {
	fputs("calctl: calendars, events and sharing from the command line.\n\n"
	      "  calctl NOUN VERB [arguments] [flags]\n"
	      "  calctl NOUN --help, calctl NOUN VERB --help\n\nNouns:\n",
		out);
	for (size_t i = 0; i < noun_count; i++) {
		line(out, nouns[i].name, 12, nouns[i].help);
	}
	fputs("\nOf its own:\n", out);
	for (size_t i = 0; i < own_command_count; i++) {
		line(out, own_commands[i].name, 12, own_commands[i].help);
	}
	fputs("\nFlags, anywhere (--url only before the noun, since events have a url too):\n",
		out);
	print_globals(out, NULL);
	print_exit_lines(out);
	fputs("\nFirst steps:\n"
	      "  calctl configure --server http://127.0.0.1:8080   asks for the key, writes a "
	      "profile\n"
	      "  calctl calendar create --name Team --time-zone Europe/Berlin\n"
	      "  calctl event create --help\n"
	      "  calctl explain event.start_time\n",
		out);
}

static void usage(FILE *out, const struct command *command) {
	fprintf(out, "  calctl %s %s", command->noun, command->verb);
	for (const char *const *name = command->positionals; *name != NULL; name++) {
		fprintf(out, " ");
		for (const char *c = *name; *c != '\0'; c++) {
			fputc(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c, out);
		}
	}
	for (size_t i = 0; command->body != NULL && i < command->body->count; i++) {
		const struct flag *flag = &command->body->flags[i];
		if (flag->traits & FLAG_REQUIRED) {
			fprintf(out, " --%s %s", flag->name, value_word(flag));
		}
	}
	fputs(command->body != NULL || command->query != NULL ? " [flags]\n" : "\n", out);
}

void help_noun(FILE *out, const struct noun *noun) {
	fprintf(out, "calctl %s: %s\n\n", noun->name, noun->help);
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i].noun, noun->name) == 0) {
			usage(out, &commands[i]);
			fprintf(out, "      %s\n", commands[i].help);
		}
	}
	fprintf(out, "\nMore: calctl %s VERB --help, calctl explain %s\n", noun->name, noun->name);
}

/* One remark about a flag, on its second line; the first opens the line, `; ` goes between. */
static void remark(FILE *out, bool *open, const char *before, const char *text) {
	if (text != NULL) {
		fprintf(out, "%*s%s%s", *open ? 0 : 34, "", *open ? "; " : "", before);
		fputs(text, out);
		*open = true;
	}
}

static const char *off_meaning(const struct flag *flag) {
	if (flag->kind == FLAG_BOOL && flag->set_null == NULL) {
		return flag->fallback == NULL || strcmp(flag->fallback, "false") != 0 ? ": false"
										      : NULL;
	}
	return flag->set_null != NULL ? ": null" : flag->set_empty != NULL ? ": none" : NULL;
}

static void flag_line(FILE *out, const struct flag *flag) {
	const char *off = off_meaning(flag);
	bool open = false;
	char name[320], off_text[96];

	snprintf(name, sizeof(name), "--%s%s %s", flag->name,
		flag->kind == FLAG_BOOL ? "[=false]" : "", value_word(flag));
	line(out, name, 30, flag->help);
	remark(out, &open, "", flag->traits & FLAG_REQUIRED ? "required" : NULL);
	remark(out, &open, "", flag->shape);
	remark(out, &open, "", flag_repeats(flag) ? "may be repeated" : NULL);
	remark(out, &open, "default ", flag->fallback);
	snprintf(off_text, sizeof(off_text), "%s%s", flag->name, off != NULL ? off : "");
	remark(out, &open, "--no-", off != NULL ? off_text : NULL);
	fputs(open ? "\n" : "", out);
	for (size_t i = 0; flag->child != NULL && i < flag->child->count; i++) {
		const struct flag *member = &flag->child->flags[i];
		fprintf(out, "%36s%s=%s%s\n", "", member->name, value_word(member),
			member->traits & FLAG_REQUIRED ? " (required)" : "");
	}
}

static void print_flags(FILE *out, const struct builder *builder) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		flag_line(out, &builder->flags[i]);
	}
}

void help_command(FILE *out, const struct command *command) {
	fprintf(out, "%s\n\n", command->help);
	usage(out, command);
	if (command->positionals[0] != NULL) {
		fputs("\nArguments:\n", out);
	}
	for (const char *const *name = command->positionals; *name != NULL; name++) {
		line(out, *name, 30,
			strcmp(*name, "user_id") == 0 ? "an id; where it is your own, `me` will do"
						      : "an id");
	}
	if (command->body != NULL || command->query != NULL) {
		fputs("\nFlags:\n", out);
	}
	print_flags(out, command->body);
	print_flags(out, command->query);
	fputs("\nFlags of every command:\n", out);
	print_globals(out, command);
	fprintf(out, "\nExample:\n  calctl %s %s %s\n", command->noun, command->verb,
		command->example);
	fprintf(out, "\nSends %s %s; scope of the key: %s.\n", command->method, command->path,
		command->scope);
	if (command->body != NULL && strcmp(command->method, "POST") != 0) {
		fprintf(out,
			"What `get -o json` gave may come back as --json: what only the server "
			"sets is left out%s.\n",
			command->traits & COMMAND_IF_MATCH
				? ",\nand the version in it becomes --if-match"
				: "");
	}
	if (command->problems[0] != NULL) {
		fputs("May be refused with:", out);
		for (const char *const *code = command->problems; *code != NULL; code++) {
			fprintf(out, " %s", *code);
		}
		fputs("\n(calctl explain CODE)\n", out);
	}
	print_exit_lines(out);
}

/* help.c: what --help prints. Every line comes from a table, so it cannot be out of date. */
#include "cli/help.h"

#include <string.h>

#include "cli/args.h"
#include "cli/comfort.h"
#include "cli/instant.h"
#include "cli/value.h"
#include "cli/width.h"

enum { COLUMNS_MAX = 100, FLAG_ROOM = 30 };

/* Words of `text` from column `at` on; where a line would get too long a new one begins, indented. Ends the line. */
static void wrap(FILE *out, int at, int indent, const char *text) {
	bool first = true;

	while (*text != '\0') {
		size_t len = strcspn(text, " ");
		char word[512];
		snprintf(word, sizeof(word), "%.*s", (int)len, text);
		int width = (int)display_width(word);
		if (!first && at + 1 + width > COLUMNS_MAX) {
			fprintf(out, "\n%*s", indent, "");
			at = indent;
			first = true;
		}
		at += fprintf(out, "%s", first ? "" : " ") + width;
		fprintf(out, "%.*s", (int)len, text);
		text += len + strspn(text + len, " ");
		first = false;
	}
	fputc('\n', out);
}

/* A name, padded to a column, and its text behind or, when the name is long, below it. */
static void line(FILE *out, const char *name, int room, const char *text) {
	int width = (int)display_width(name);

	if (width > room) {
		fprintf(out, "  %s\n  %*s", name, room + 2, "");
	} else {
		fprintf(out, "  %s%*s", name, room - width + 2, "");
	}
	wrap(out, room + 4, room + 4, text);
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

static void print_globals(FILE *out, const struct command *command, bool takes_body) {
	for (size_t i = 0; i < global_count; i++) {
		const struct global *global = &globals[i];
		char name[64];
		if (command != NULL &&
			(!global_applies(global, command) ||
				(!takes_body && strcmp(global->name, "json") == 0))) {
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

void help_exits(FILE *out) {
	fputs("Exit status:\n", out);
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
	print_globals(out, NULL, true);
	fputc('\n', out);
	help_exits(out);
	fputs("\nFirst steps:\n"
	      "  calctl configure --server http://127.0.0.1:8080   asks for the key, writes a "
	      "profile\n"
	      "  calctl calendar create --name Team --time-zone Europe/Berlin\n"
	      "  calctl event create --help\n"
	      "  calctl explain event.start_time\n",
		out);
}

static int put_required(char *text, size_t room, const struct builder *builder) {
	int len = 0;

	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		const struct flag *flag = &builder->flags[i];
		if (flag->traits & FLAG_REQUIRED) {
			len += snprintf(text + len, room - (size_t)len, " --%s %s", flag->name,
				value_word(flag));
		}
	}
	return len;
}

static void usage(FILE *out, const struct command *command) {
	char text[1024];
	int len = snprintf(text, sizeof(text), "calctl %s %s", command->noun, command->verb);

	for (const char *const *name = command->positionals; *name != NULL; name++) {
		text[len++] = ' ';
		for (const char *c = *name; *c != '\0'; c++) {
			text[len++] = (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
		}
		text[len] = '\0';
	}
	len += put_required(text + len, sizeof(text) - (size_t)len, command->body);
	len += put_required(text + len, sizeof(text) - (size_t)len, command->query);
	snprintf(text + len, sizeof(text) - (size_t)len, "%s",
		command->body != NULL || command->query != NULL ? " [flags]" : "");
	fputs("  ", out);
	wrap(out, 2, 6, text);
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

/* One remark about a flag, for its second line; `; ` goes between. */
static void remark(char said[1024], const char *before, const char *text) {
	size_t len = strlen(said);

	if (text != NULL) {
		snprintf(said + len, 1024 - len, "%s%s%s", len > 0 ? "; " : "", before, text);
	}
}

static const char *off_meaning(const struct flag *flag) {
	if (flag->kind == FLAG_BOOL && flag->set_null == NULL) {
		return flag->fallback == NULL || strcmp(flag->fallback, "false") != 0 ? ": false"
										      : NULL;
	}
	return flag->set_null != NULL ? ": null" : flag->set_empty != NULL ? ": none" : NULL;
}

static void put_flag_name(const struct flag *flag, char name[320]) {
	snprintf(name, 320, "--%s%s %s", flag->name, flag->kind == FLAG_BOOL ? "[=false]" : "",
		value_word(flag));
}

static void flag_line(FILE *out, const struct flag *flag) {
	const char *off = off_meaning(flag);
	char name[320], off_text[96], said[1024] = "";

	put_flag_name(flag, name);
	line(out, name, FLAG_ROOM, flag->help);
	remark(said, "", flag->traits & FLAG_REQUIRED ? "required" : NULL);
	remark(said, "", flag->traits & FLAG_INSTANT ? INSTANT_SHAPE : flag->shape);
	remark(said, "", flag_repeats(flag) ? "may be repeated" : NULL);
	remark(said, "default ", flag->fallback);
	snprintf(off_text, sizeof(off_text), "%s%s", flag->name, off != NULL ? off : "");
	remark(said, "--no-", off != NULL ? off_text : NULL);
	if (said[0] != '\0') {
		fprintf(out, "%*s", FLAG_ROOM + 4, "");
		wrap(out, FLAG_ROOM + 4, FLAG_ROOM + 4, said);
	}
	for (size_t i = 0; flag->child != NULL && i < flag->child->count; i++) {
		const struct flag *member = &flag->child->flags[i];
		fprintf(out, "%36s%s=%s%s\n", "", member->name, value_word(member),
			member->traits & FLAG_REQUIRED ? " (required)" : "");
	}
}

static void print_flags(FILE *out, const struct command *command, const struct builder *builder) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		if (command_takes(command, &builder->flags[i])) {
			flag_line(out, &builder->flags[i]);
		}
	}
}

/* As it can be pasted: lines that go on end in a backslash, and break before a flag. */
static void print_example(FILE *out, const struct command *command) {
	const char *at = command->example;
	int column = fprintf(out, "\nExample:\n  calctl %s %s", command->noun, command->verb) - 10;

	while (*at != '\0') {
		const char *next = strstr(at + 1, " --");
		int len = next == NULL ? (int)strlen(at) : (int)(next - at);
		if (column + len > COLUMNS_MAX - 4 && column > 0) {
			column = fprintf(out, " \\\n   ") - 3;
		}
		column += fprintf(out, "%s%.*s", at[0] == ' ' ? "" : " ", len, at);
		at += len;
	}
	fputc('\n', out);
}

static void print_problems(FILE *out, const struct command *command) {
	char codes[1024] = "";

	for (const char *const *code = command->problems; *code != NULL; code++) {
		size_t len = strlen(codes);
		snprintf(codes + len, sizeof(codes) - len, "%s%s", len > 0 ? " " : "", *code);
	}
	if (codes[0] != '\0') {
		fputs("May be refused with (calctl explain CODE):\n  ", out);
		wrap(out, 2, 2, codes);
	}
}

void help_command(FILE *out, const struct command *command) {
	fprintf(out, "%s\n\n", command->help);
	usage(out, command);
	if (command->positionals[0] != NULL) {
		fputs("\nArguments:\n", out);
	}
	for (size_t i = 0; command->positionals[i] != NULL; i++) {
		line(out, command->positionals[i], FLAG_ROOM, command->positional_helps[i]);
	}
	if (command->body != NULL || command->query != NULL) {
		fputs("\nFlags:\n", out);
	}
	print_flags(out, command, command->body);
	print_flags(out, command, command->query);
	fputs("\nFlags of every command:\n", out);
	print_globals(out, command, true);
	print_example(out, command);
	fprintf(out, "\nSends %s %s\nScope of the key: %s\n", command->method, command->path,
		command->scope);
	if (command->body != NULL && strcmp(command->method, "POST") != 0) {
		fprintf(out,
			"What `get -o json` gave may come back as --json: what only the server "
			"sets is left out%s.\n",
			command->traits & COMMAND_IF_MATCH
				? ",\nand the version in it becomes --if-match"
				: "");
	}
	print_problems(out, command);
	fputs("Exit status: calctl help exits\n", out);
}

/* The row's flags but the one that the words stand for. What the row requires has a default here. */
static void comfort_flags(FILE *out, const struct comfort *comfort) {
	const struct command *command = comfort_command(comfort);

	for (size_t i = 0; i < comfort->flag_count; i++) {
		char name[64];
		snprintf(name, sizeof(name), "--%s %s", comfort->flags[i].name,
			comfort->flags[i].value);
		line(out, name, FLAG_ROOM, comfort->flags[i].help);
	}
	for (size_t i = 0; command->body != NULL && i < command->body->count; i++) {
		const struct flag *flag = &command->body->flags[i];
		if (comfort_takes(comfort, flag->name)) {
			char name[320];
			put_flag_name(flag, name);
			line(out, name, FLAG_ROOM, flag->help);
		}
	}
}

void help_comfort(FILE *out, const struct comfort *comfort) {
	char text[256];

	snprintf(text, sizeof(text), "calctl %s %s [flags]", comfort->name, comfort->usage);
	fprintf(out, "  %s\n\n", text);
	wrap(out, 0, 0, comfort->about);
	fputs("\nFlags:\n", out);
	comfort_flags(out, comfort);
	fputs("\nFlags of every command:\n", out);
	print_globals(out, comfort_command(comfort), false);
	fprintf(out, "\nExample:\n  calctl %s %s\n", comfort->name, comfort->example);
	if (comfort->noun != NULL) {
		fprintf(out, "Stands for: calctl %s %s\n", comfort->noun, comfort->verb);
	}
	fputs("Exit status: calctl help exits\n", out);
}

/* man.c: calctl.1, from the same tables as --help. Written by the program itself, so that both cannot differ. */
#include <ctype.h>
#include <string.h>

#include "cli/args.h"
#include "cli/comfort.h"
#include "cli/help.h"
#include "cli/instant.h"
#include "cli/value.h"

/* Text in roff: a backslash, a leading dot or quote, and hyphens that people may copy. */
static void put_roff(FILE *out, const char *text) {
	if (*text == '.' || *text == '\'') {
		fputs("\\&", out);
	}
	for (; *text != '\0'; text++) {
		if (*text == '\\') {
			fputs("\\e", out);
		} else if (*text == '-') {
			fputs("\\-", out);
		} else if (*text == '|') {
			fputs("|\\:", out); /* a long choice may go on in the next line */
		} else {
			fputc(*text, out);
		}
	}
}

static void put_flag(FILE *out, const char *name, const char *value) {
	fputs(".TP\n\\fB\\-\\-", out);
	put_roff(out, name);
	fputs("\\fR ", out);
	put_roff(out, value);
	fputc('\n', out);
}

static void put_builder(FILE *out, const struct command *command, const struct builder *builder) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		const struct flag *flag = &builder->flags[i];
		if (!command_takes(command, flag)) {
			continue;
		}
		put_flag(out, flag->name, value_word(flag));
		put_roff(out, flag->help);
		const char *shape = flag->traits & FLAG_INSTANT ? INSTANT_SHAPE : flag->shape;
		if (shape != NULL) {
			fputc('\n', out);
			put_roff(out, shape);
			fputc('.', out);
		}
		fputs(flag->traits & FLAG_REQUIRED ? " Required." : "", out);
		fputs(flag_repeats(flag) ? " May be repeated." : "", out);
		if (flag->fallback != NULL) {
			fputs(" Default: ", out);
			put_roff(out, flag->fallback);
			fputc('.', out);
		}
		fputc('\n', out);
	}
}

static void put_command(FILE *out, const struct command *command) {
	fprintf(out, ".SS calctl %s %s", command->noun, command->verb);
	for (const char *const *name = command->positionals; *name != NULL; name++) {
		fputc(' ', out);
		for (const char *c = *name; *c != '\0'; c++) {
			fputc(toupper((unsigned char)*c), out);
		}
	}
	fputc('\n', out);
	put_roff(out, command->help);
	fputc('\n', out);
	put_builder(out, command, command->body);
	put_builder(out, command, command->query);
	fputs(".PP\nExample:\n.PP\n.RS\n.nf\ncalctl ", out);
	fprintf(out, "%s %s ", command->noun, command->verb);
	put_roff(out, command->example);
	fputs("\n.fi\n.RE\n", out);
}

static void put_comfort(FILE *out, const struct comfort *comfort) {
	fputs(".SS calctl ", out);
	put_roff(out, comfort->name);
	fputc(' ', out);
	put_roff(out, comfort->usage);
	fputc('\n', out);
	put_roff(out, comfort->about);
	fputc('\n', out);
	for (size_t i = 0; i < comfort->flag_count; i++) {
		put_flag(out, comfort->flags[i].name, comfort->flags[i].value);
		put_roff(out, comfort->flags[i].help);
		fputc('\n', out);
	}
	if (comfort->noun != NULL) {
		fprintf(out, ".PP\nTakes the other flags of calctl %s %s too.\n", comfort->noun,
			comfort->verb);
	}
	fputs(".PP\nExample:\n.PP\n.RS\n.nf\ncalctl ", out);
	put_roff(out, comfort->name);
	fputc(' ', out);
	put_roff(out, comfort->example);
	fputs("\n.fi\n.RE\n", out);
}

static void put_head(FILE *out) {
	fprintf(out, ".TH CALCTL 1 \"\" \"libapi %s\" \"User commands\"\n", libapi_version());
	/* Not justified: a line that is one long choice has no room to be stretched. */
	fputs(".ad l\n.SH NAME\ncalctl \\- calendars, events and sharing from the command line\n"
	      ".SH SYNOPSIS\n.B calctl\n.I NOUN VERB\n[\\fIarguments\\fR] [\\fIflags\\fR]\n"
	      ".SH DESCRIPTION\n"
	      "One command for every operation of the calendar service, over the public functions "
	      "of\n.BR libapi (3).\n"
	      "Answers go to standard output, errors to standard error.\n"
	      "A boolean flag needs no value; \\fB\\-\\-no\\-\\fIx\\fR sets a flag to false, to "
	      "null, or to the empty list.\n"
	      "\\fB\\-\\-\\fR ends the flags.\n",
		out);
}

static void put_tail(FILE *out) {
	fputs(".SH EXIT STATUS\n", out);
	for (size_t i = 0; i < exit_line_count; i++) {
		fprintf(out, ".TP\n.B %d\n", (int)exit_lines[i].status);
		put_roff(out, exit_lines[i].help);
		fputc('\n', out);
	}
	fputs(".SH ENVIRONMENT\n"
	      ".TP\n.B LIBAPI_URL\nThe server, without /v1.\n"
	      ".TP\n.B LIBAPI_KEY\nThe API key.\n"
	      ".TP\n.B LIBAPI_PROFILE\nThe section of the profile file; default when not set.\n"
	      ".TP\n.B NO_COLOR\nNo colours.\n"
	      ".SH FILES\n.TP\n.I $XDG_CONFIG_HOME/libapi/config\n"
	      "Profiles: sections with url and key, mode 0600. Else\n.IR ~/.config/libapi/config "
	      ".\n"
	      ".SH SEE ALSO\n.BR libapi (3)\n",
		out);
}

void print_man_page(FILE *out) {
	put_head(out);
	fputs(".SH FLAGS OF EVERY COMMAND\n", out);
	for (size_t i = 0; i < global_count; i++) {
		put_flag(out, globals[i].name, globals[i].value != NULL ? globals[i].value : "");
		put_roff(out, globals[i].help);
		fputc('\n', out);
	}
	fputs(".SH COMMANDS OF ITS OWN\n", out);
	for (size_t i = 0; i < own_command_count; i++) {
		fprintf(out, ".TP\n.B calctl %s\n", own_commands[i].name);
		put_roff(out, own_commands[i].help);
		fputc('\n', out);
	}
	for (size_t i = 0; i < comfort_count; i++) {
		put_comfort(out, &comforts[i]);
	}
	fputs(".SH COMMANDS\n", out);
	for (size_t i = 0; i < command_count; i++) {
		put_command(out, &commands[i]);
	}
	put_tail(out);
}

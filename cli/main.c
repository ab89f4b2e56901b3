/* main.c: calctl: read the command line, find out what is meant, do it.
 *
 *   args_read ─> own command ─> configure, explain, api, …
 *           └──> row of the table ─> --help, --code, or run
 */
#include <stdio.h>
#include <string.h>

#include "cli/args.h"
#include "cli/code.h"
#include "cli/comfort.h"
#include "cli/configure.h"
#include "cli/explain.h"
#include "cli/help.h"
#include "cli/import.h"
#include "cli/input.h"
#include "cli/run.h"
#include "cli/session.h"
#include "cli/width.h"

static int run_version(const struct args *args) {
	(void)args;
	printf("calctl %s, libapi %s\n", LIBAPI_VERSION, libapi_version());
	return EXIT_DONE;
}

static int run_explain(const struct args *args) {
	const struct command *command =
		args->word_count == 3 ? command_find(args->words[1], args->words[2]) : NULL;
	char problem[512];

	if (command != NULL) {
		help_command(stdout, command);
		return EXIT_DONE;
	}
	if (args->word_count > 2) {
		return fail(EXIT_USAGE, "calctl explain OBJECT, OBJECT.FIELD, CODE, or NOUN VERB");
	}
	return explain(stdout, args->word_count == 2 ? args->words[1] : NULL, problem,
		       sizeof(problem))
		       ? EXIT_DONE
		       : fail(EXIT_USAGE, problem);
}

static int run_completion(const struct args *args) {
	if (args->word_count != 2 || strcmp(args->words[1], "bash") != 0) {
		return fail(EXIT_USAGE, "only bash is served: calctl completion bash");
	}
	print_completion(stdout);
	return EXIT_DONE;
}

static int run_man(const struct args *args) {
	if (args->word_count > 1) {
		return fail(EXIT_USAGE, "calctl man prints the one page of all commands; of one: "
					"calctl NOUN VERB --help");
	}
	print_man_page(stdout);
	return EXIT_DONE;
}

/* calctl help, calctl help NOUN, calctl help NOUN VERB; also the --help of each. */
static int show_help(const char *noun, const char *verb) {
	const struct command *command =
		noun != NULL && verb != NULL ? command_find(noun, verb) : NULL;

	if (noun != NULL && comfort_find(noun) != NULL) {
		help_comfort(stdout, comfort_find(noun));
	} else if (command != NULL) {
		help_command(stdout, command);
	} else if (noun != NULL && noun_find(noun) != NULL) {
		help_noun(stdout, noun_find(noun));
	} else {
		help_all(stdout);
	}
	return EXIT_DONE;
}

/* `help exits`, or as `calctl WORDS --help`, so that a word that is none is refused in the same way. */
static int run_help(const struct args *args) {
	char *words[] = { "calctl", "--help", (char *)args->words[1], (char *)args->words[2],
		NULL };
	struct args asked;

	if (args->words[1] != NULL && strcmp(args->words[1], "exits") == 0) {
		help_exits(stdout);
		return EXIT_DONE;
	}
	int status = args_read(&asked, 1, words) ? show_help(args->words[1], args->words[2])
						 : fail(EXIT_USAGE, asked.problem);

	args_finish(&asked);
	return status;
}

static int run_own(const struct args *args) {
	static const struct {
		const char *name;
		int (*run)(const struct args *args);
	} own[] = {
		{ "configure", run_configure },
		{ "explain", run_explain },
		{ "api", run_request },
		{ "completion", run_completion },
		{ "man", run_man },
		{ "version", run_version },
		{ "help", run_help },
	};

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (strcmp(own[i].name, args->words[0]) == 0) {
			return own[i].run(args);
		}
	}
	return EXIT_USAGE;
}

static int run_row(struct args *args) {
	if (is_import(args)) {
		return run_import(args);
	}
	if (!read_body(args)) {
		return fail(EXIT_LOCAL, args->problem);
	}
	return args->code != NULL ? run_code(args) : run_command(args);
}

static int dispatch(struct args *args) {
	if (args->version) {
		return run_version(args);
	}
	if (args->help) {
		return show_help(args->word_count > 0 ? args->words[0] : NULL,
			args->word_count > 1 ? args->words[1] : NULL);
	}
	if (args->word_count == 0) {
		help_all(stderr);
		return EXIT_USAGE;
	}
	if (args->comfort != NULL) {
		return args->comfort->run(args);
	}
	if (args->command != NULL) {
		return run_row(args);
	}
	if (noun_find(args->words[0]) != NULL) {
		help_noun(stderr, noun_find(args->words[0]));
		return EXIT_USAGE;
	}
	return run_own(args);
}

int main(int argc, char **argv) {
	struct args args;
	int status;

	width_init();
	status = args_read(&args, argc, argv) ? dispatch(&args) : fail(EXIT_USAGE, args.problem);
	args_finish(&args);
	/* A full disk or a closed pipe must not look like success. */
	if (fflush(stdout) != 0 && status == EXIT_DONE) {
		status = fail(EXIT_LOCAL, "standard output cannot be written");
	}
	return status;
}

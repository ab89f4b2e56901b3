/* completion.c: a bash function with all words inside, so that a key press starts no process. */
#include <string.h>

#include "cli/args.h"
#include "cli/comfort.h"
#include "cli/help.h"

/* Of a comfort verb's row those that may be typed; `comfort` is NULL for the row itself. */
static void put_flags(FILE *out, const struct command *command, const struct builder *builder,
	const struct comfort *comfort) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		const struct flag *flag = &builder->flags[i];
		if (!command_takes(command, flag) ||
			(comfort != NULL && !comfort_takes(comfort, flag->name))) {
			continue;
		}
		fprintf(out, " --%s", flag->name);
		if (flag->set_null != NULL || flag->set_empty != NULL || flag->kind == FLAG_BOOL) {
			fprintf(out, " --no-%s", flag->name);
		}
	}
}

static void put_globals(FILE *out, const struct command *command) {
	for (size_t i = 0; i < global_count; i++) {
		if (command == NULL || global_applies(&globals[i], command)) {
			fprintf(out, " --%s", globals[i].name);
		}
	}
}

static void put_choices(FILE *out, const struct command *command, const struct builder *builder) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		const struct flag *flag = &builder->flags[i];
		if (flag->allowed == NULL) {
			continue;
		}
		fprintf(out, "\t\"%s %s --%s\") words=\"", command->noun, command->verb,
			flag->name);
		for (const char *const *name = flag->allowed; *name != NULL; name++) {
			fprintf(out, "%s%s", name == flag->allowed ? "" : " ", *name);
		}
		fputs("\" ;;\n", out);
	}
}

static void put_verbs(FILE *out, const struct noun *noun) {
	fprintf(out, "\t\t%s) words=\"", noun->name);
	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i].noun, noun->name) == 0) {
			fprintf(out, "%s ", commands[i].verb);
		}
	}
	fputs("--help\" ;;\n", out);
}

static void put_comfort(FILE *out, const struct comfort *comfort) {
	const struct command *command = comfort_command(comfort);

	fprintf(out, "\t\t%s) words=\"", comfort->name);
	for (size_t i = 0; i < comfort->flag_count; i++) {
		fprintf(out, "--%s ", comfort->flags[i].name);
	}
	put_flags(out, command, command->body, comfort);
	put_globals(out, command);
	fputs("\" ;;\n", out);
}

static void put_first_words(FILE *out) {
	fputs("\t\t'') words=\"", out);
	for (size_t i = 0; i < noun_count; i++) {
		fprintf(out, "%s ", nouns[i].name);
	}
	for (size_t i = 0; i < own_command_count; i++) {
		fprintf(out, "%s ", own_commands[i].name);
	}
	put_globals(out, NULL);
	fputs("\" ;;\n", out);
}

/* Global flags with a value may stand before the noun; their values are not words of the command. */
static void put_valued(FILE *out) {
	for (size_t i = 0, first = 1; i < global_count; i++) {
		if (globals[i].value != NULL) {
			fprintf(out, "%s--%s", first ? "" : "|", globals[i].name);
			first = 0;
		}
	}
}

void print_completion(FILE *out) {
	fputs("# bash completion for calctl: eval \"$(calctl completion bash)\"\n"
	      "_calctl() {\n"
	      "\tlocal current=\"${COMP_WORDS[COMP_CWORD]}\" "
	      "previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
	      "\tlocal noun= verb= words= skip= word\n"
	      "\tCOMPREPLY=()\n"
	      "\tfor word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
	      "\t\tif [ -n \"$skip\" ]; then skip=; continue; fi\n"
	      "\t\tcase \"$word\" in\n\t\t",
		out);
	put_valued(out);
	fputs(") skip=1 ;;\n"
	      "\t\t-*) ;;\n"
	      "\t\t*) if [ -z \"$noun\" ]; then noun=\"$word\"; elif [ -z \"$verb\" ]; then "
	      "verb=\"$word\"; fi ;;\n"
	      "\t\tesac\n"
	      "\tdone\n"
	      "\tcase \"$previous\" in\n"
	      "\t--output) words=\"table json jsonl\" ;;\n"
	      "\t--code) words=\"c curl\" ;;\n"
	      "\t--json) compopt -o default; return ;;\n"
	      "\tesac\n"
	      "\tif [ -z \"$words\" ]; then case \"$noun $verb $previous\" in\n",
		out);
	for (size_t i = 0; i < command_count; i++) {
		put_choices(out, &commands[i], commands[i].body);
		put_choices(out, &commands[i], commands[i].query);
	}
	fputs("\tesac; fi\n\tif [ -z \"$words\" ]; then case \"$noun $verb\" in\n", out);
	for (size_t i = 0; i < command_count; i++) {
		fprintf(out, "\t\"%s %s\") words=\"", commands[i].noun, commands[i].verb);
		put_flags(out, &commands[i], commands[i].body, NULL);
		put_flags(out, &commands[i], commands[i].query, NULL);
		put_globals(out, &commands[i]);
		fputs("\" ;;\n", out);
	}
	fputs("\t'completion ') words=\"bash\" ;;\n"
	      "\t'api ') words=\"GET POST PUT PATCH DELETE\" ;;\n"
	      "\t*) case \"$noun\" in\n",
		out);
	put_first_words(out);
	for (size_t i = 0; i < noun_count; i++) {
		put_verbs(out, &nouns[i]);
	}
	for (size_t i = 0; i < comfort_count; i++) {
		put_comfort(out, &comforts[i]);
	}
	fputs("\t\tesac ;;\n\tesac; fi\n"
	      "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
	      "}\n"
	      "complete -F _calctl calctl\n",
		out);
}

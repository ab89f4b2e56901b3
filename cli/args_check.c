/* args_check.c: whether what was read belongs together. */
#include <stdio.h>
#include <string.h>

#include "cli/args.h"
#include "cli/build.h"
#include "cli/instant.h"
#include "cli/value.h"
#include "libapi/wire/format.h"

static bool is_one_of(const char *text, const char *const *names) {
	for (size_t i = 0; names[i] != NULL; i++) {
		if (strcmp(text, names[i]) == 0) {
			return true;
		}
	}
	return false;
}

bool args_check_globals(struct args *args) {
	static const char *const outputs[] = { "table", "json", "jsonl", NULL };
	static const char *const codes[] = { "c", "curl", NULL };

	if (args->output != NULL && !is_one_of(args->output, outputs)) {
		snprintf(args->problem, sizeof(args->problem),
			"--output \"%.32s\": table, json or jsonl", args->output);
		return false;
	}
	if (args->code != NULL && !is_one_of(args->code, codes)) {
		snprintf(args->problem, sizeof(args->problem), "--code \"%.32s\": c or curl",
			args->code);
		return false;
	}
	if (args->timeout != NULL && !read_duration_ms(args->timeout, &args->timeout_ms)) {
		snprintf(args->problem, sizeof(args->problem),
			"--timeout \"%.32s\": like 10s, 500ms or 2m, at most 1h", args->timeout);
		return false;
	}
	return true;
}

/* Which of the global flags make sense for this command; silence would let a condition go unsent. */
static bool check_fit(struct args *args) {
	const struct command *command = args->command;
	const char *wrong = NULL;

	if (args->comfort != NULL && args->json != NULL) {
		wrong = "json"; /* the words are the body */
	} else if (args->json != NULL &&
		   (command->body == NULL || command->body->from_json == NULL)) {
		wrong = "json";
	} else if (args->if_match != NULL && !(command->traits & COMMAND_IF_MATCH)) {
		wrong = "if-match";
	} else if (args->if_none_match != NULL && !(command->traits & COMMAND_IF_NONE_MATCH)) {
		wrong = "if-none-match";
	} else if (args->idempotency_key != NULL && !(command->traits & COMMAND_WRITE)) {
		wrong = "idempotency-key";
	} else if (args->all && !(command->traits & COMMAND_LIST)) {
		wrong = "all";
	}
	if (wrong == NULL && command->traits & COMMAND_MERGE_PATCH && args->json == NULL &&
		!is_given(args, command->body)) {
		/* It would make a new version of the same thing. */
		snprintf(args->problem, sizeof(args->problem),
			"%s %s: nothing to change; give a flag or --json. All: calctl %s %s --help",
			command->noun, command->verb, command->noun, command->verb);
		return false;
	}
	if (wrong != NULL) {
		snprintf(args->problem, sizeof(args->problem), "--%s does not apply to %s %s",
			wrong, command->noun, command->verb);
	}
	return wrong == NULL;
}

/* An id that nobody has is 404 and no more; of a slot the form can be told. */
static bool check_slot(struct args *args, const char *name, const char *text) {
	const char *fault = strcmp(name, "recurrence_id") == 0
				    ? wire_format_fault(WIRE_SLOT, text, strlen(text))
				    : NULL;

	if (fault != NULL) {
		snprintf(args->problem, sizeof(args->problem),
			"%s \"%.64s\" is %s, like 20261124T093000: the occurrence's original local "
			"start, as calctl instance list shows it",
			name, text, fault);
	}
	return fault == NULL;
}

static bool check_positionals(struct args *args) {
	const struct command *command = args->command;
	size_t wanted = 0, have = args->word_count - 2;

	while (command->positionals[wanted] != NULL) {
		wanted++;
	}
	if (have < wanted) {
		snprintf(args->problem, sizeof(args->problem), "%s %s needs %s; see --help",
			command->noun, command->verb, command->positionals[have]);
		return false;
	}
	if (have > wanted) {
		snprintf(args->problem, sizeof(args->problem),
			"%s %s: \"%.64s\" is one argument too many", command->noun, command->verb,
			args->words[2 + wanted]);
		return false;
	}
	for (size_t i = 0; i < wanted; i++) {
		args->path[i] = args->words[2 + i];
		if (args->path[i][0] == '\0') {
			snprintf(args->problem, sizeof(args->problem), "%s is empty",
				command->positionals[i]);
			return false;
		}
		if (!check_slot(args, command->positionals[i], args->path[i])) {
			return false;
		}
	}
	return true;
}

/* Of a body libapi names all faults together; of a query it would leave them to the server. */
static bool check_query(struct args *args) {
	const struct command *command = args->command;
	char *problem = args->problem;
	size_t len = 0, room = sizeof(args->problem);

	for (size_t i = 0; command->query != NULL && i < command->query->count; i++) {
		const struct flag *flag = &command->query->flags[i];
		if (flag->traits & FLAG_REQUIRED && args_given(args, flag->name) == NULL) {
			len += (size_t)(len == 0 ? snprintf(problem, room, "%s %s needs --%s",
							   command->noun, command->verb, flag->name)
						 : snprintf(problem + len, room - len, " and --%s",
							   flag->name));
		}
	}
	if (len > 0) {
		snprintf(problem + len, room - len, "; see --help");
	}
	return len == 0;
}

bool args_check(struct args *args) {
	if (args->comfort != NULL) {
		return check_fit(args); /* the words settle times by themselves */
	}
	return check_fit(args) && check_positionals(args) && check_query(args) &&
	       instants_settle(args);
}

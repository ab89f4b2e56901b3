/* args.c: one pass over argv. What a word means depends only on what stands before it. */
#include "cli/args.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/comfort.h"
#include "cli/suggest.h"
#include "cli/value.h"

/* ---- words: noun, verb, positionals ------------------------------------------------------------------- */

static bool refuse_noun(struct args *args, const char *word) {
	struct suggestion suggestion = SUGGESTION(word);

	for (size_t i = 0; i < noun_count; i++) {
		suggestion_offer(&suggestion, nouns[i].name);
	}
	for (size_t i = 0; i < own_command_count; i++) {
		suggestion_offer(&suggestion, own_commands[i].name);
	}
	snprintf(args->problem, sizeof(args->problem),
		"no command \"%.64s\"%s%s. All: calctl --help", word,
		suggestion.best != NULL ? "; the nearest is " : "",
		suggestion.best != NULL ? suggestion.best : "");
	return false;
}

static bool refuse_verb(struct args *args, const char *noun, const char *word) {
	struct suggestion suggestion = SUGGESTION(word);

	for (size_t i = 0; i < command_count; i++) {
		if (strcmp(commands[i].noun, noun) == 0) {
			suggestion_offer(&suggestion, commands[i].verb);
		}
	}
	snprintf(args->problem, sizeof(args->problem),
		"%s has no verb \"%.64s\"%s%s. All: calctl %s --help", noun, word,
		suggestion.best != NULL ? "; the nearest is " : "",
		suggestion.best != NULL ? suggestion.best : "", noun);
	return false;
}

/* `calctl import` and `calctl export` say enough. */
static bool is_short_for_calendar(const struct args *args, const char *word) {
	return args->word_count == 0 && command_find("calendar", word) != NULL &&
	       (strcmp(word, "import") == 0 || strcmp(word, "export") == 0);
}

static bool take_word(struct args *args, const char *word) {
	if (is_short_for_calendar(args, word)) {
		args->words[args->word_count++] = "calendar";
	}
	if (args->word_count == 0 && !is_own_command(word) && noun_find(word) == NULL) {
		return refuse_noun(args, word);
	}
	if (args->word_count == 0 && comfort_find(word) != NULL) {
		args->comfort = comfort_find(word);
		args->command = comfort_command(args->comfort);
	}
	if (args->word_count == 1 && noun_find(args->words[0]) != NULL) {
		args->command = command_find(args->words[0], word);
		if (args->command == NULL) {
			return refuse_verb(args, args->words[0], word);
		}
	}
	if (args->word_count == (args->comfort != NULL ? WORDS_MAX : POSITIONALS_MAX + 2)) {
		snprintf(args->problem, sizeof(args->problem), "too many arguments at \"%.64s\"",
			word);
		return false;
	}
	args->words[args->word_count++] = word;
	return true;
}

/* ---- flags -------------------------------------------------------------------------------------------- */

static void offer_flags(struct suggestion *suggestion, const struct command *command,
	const struct builder *builder) {
	for (size_t i = 0; builder != NULL && i < builder->count; i++) {
		if (command_takes(command, &builder->flags[i])) {
			suggestion_offer(suggestion, builder->flags[i].name);
		}
	}
}

static bool refuse_flag(struct args *args, const char *name, size_t len) {
	char typed[128];
	struct suggestion suggestion = SUGGESTION(typed);
	const struct command *command = args->command;

	snprintf(typed, sizeof(typed), "%.*s", (int)len, name);
	if (command != NULL) {
		offer_flags(&suggestion, command, command->body);
		offer_flags(&suggestion, command, command->query);
	}
	for (size_t i = 0; args->comfort != NULL && i < args->comfort->flag_count; i++) {
		suggestion_offer(&suggestion, args->comfort->flags[i].name);
	}
	for (size_t i = 0; i < global_count; i++) {
		suggestion_offer(&suggestion, globals[i].name);
	}
	int at = snprintf(args->problem, sizeof(args->problem), "no flag --%s", typed);
	if (suggestion.best != NULL) {
		at += snprintf(args->problem + at, sizeof(args->problem) - (size_t)at,
			"; the nearest is --%s", suggestion.best);
	}
	if (args->comfort != NULL) {
		snprintf(args->problem + at, sizeof(args->problem) - (size_t)at,
			". All: calctl %s --help", args->comfort->name);
	} else if (command != NULL) {
		snprintf(args->problem + at, sizeof(args->problem) - (size_t)at,
			". All: calctl %s %s --help", command->noun, command->verb);
	} else {
		snprintf(args->problem + at, sizeof(args->problem) - (size_t)at,
			". All: calctl --help");
	}
	return false;
}

/* "--attendee: role "boss": one of …": members are no flags, so the dashes stand before the flag alone. */
static void name_flag(const struct flag *flag, char *problem, size_t room) {
	char *said = strdup(strncmp(problem, "--", 2) == 0 ? problem + 2 : problem);

	if (said != NULL) {
		snprintf(problem, room, "--%s: %s", flag->name, said);
	}
	free(said);
}

/* JSON is left to libapi. */
static bool check_pairs(const struct flag *flag, const char *text, char *problem, size_t room) {
	while (*text != '\0' && *text != '{') {
		struct pair pair;
		if (!pair_next(flag->child, &text, &pair, problem, room)) {
			name_flag(flag, problem, room);
			return false;
		}
		free(pair.value);
	}
	return true;
}

static bool add_given(
	struct args *args, const struct builder *of, const struct flag *flag, const char *text) {
	struct given given = { .of = of, .flag = flag, .text = text };

	if (!command_takes(args->command, flag)) {
		snprintf(args->problem, sizeof(args->problem), "--%s does not apply to %s %s",
			flag->name, args->command->noun, args->command->verb);
		return false;
	}
	if (text != NULL &&
		!value_read(flag, text, &given.number, args->problem, sizeof(args->problem))) {
		return false;
	}
	if (text != NULL && flag_is_object(flag) &&
		!check_pairs(flag, text, args->problem, sizeof(args->problem))) {
		return false;
	}
	/* A text given twice is a slip of the hand more often than a change of mind. */
	for (size_t i = 0; i < args->given_count; i++) {
		if (args->given[i].flag == flag && !flag_repeats(flag)) {
			snprintf(args->problem, sizeof(args->problem), "--%s is given twice",
				flag->name);
			return false;
		}
	}
	struct given *more = realloc(args->given, (args->given_count + 1) * sizeof(given));
	if (more == NULL) {
		snprintf(args->problem, sizeof(args->problem), "out of memory");
		return false;
	}
	args->given = more;
	args->given[args->given_count++] = given;
	return true;
}

static const struct flag *find_own(
	const struct command *command, const char *name, size_t len, const struct builder **of) {
	const struct flag *flag = NULL;

	if (command != NULL) {
		*of = command->body;
		flag = flag_find(command->body, name, len);
		if (flag == NULL) {
			*of = command->query;
			flag = flag_find(command->query, name, len);
		}
	}
	return flag;
}

/* --x of the command: the value is after `=` or the next word; a boolean needs none. */
static bool take_own(struct args *args, const struct builder *of, const struct flag *flag,
	const char *value, char ***next) {
	if (value == NULL && flag->kind == FLAG_BOOL) {
		value = "true";
	} else if (value == NULL && **next == NULL) {
		snprintf(args->problem, sizeof(args->problem), "--%s needs a value: %s", flag->name,
			value_word(flag));
		return false;
	} else if (value == NULL) {
		value = *(*next)++;
	}
	return add_given(args, of, flag, value);
}

static bool take_off(struct args *args, const struct builder *of, const struct flag *flag) {
	if (flag->kind == FLAG_BOOL && flag->set_null == NULL) {
		return add_given(args, of, flag, "false");
	}
	if (flag->set_null == NULL && flag->set_empty == NULL) {
		snprintf(args->problem, sizeof(args->problem), "--no-%s: %s cannot be removed",
			flag->name, flag->member);
		return false;
	}
	return add_given(args, of, flag, NULL);
}

static bool take_global(
	struct args *args, const struct global *global, const char *value, char ***next) {
	void *place = (char *)args + global->offset;

	if (global->value == NULL) {
		if (value != NULL) {
			snprintf(args->problem, sizeof(args->problem), "--%s takes no value",
				global->name);
			return false;
		}
		*(bool *)place = true;
		return true;
	}
	if (value == NULL && **next == NULL) {
		snprintf(args->problem, sizeof(args->problem), "--%s needs a value: %s",
			global->name, global->value);
		return false;
	}
	*(const char **)place = value != NULL ? value : *(*next)++;
	return true;
}

static bool take_flag(struct args *args, const char *name, char ***next) {
	const char *equals = strchr(name, '=');
	size_t len = equals != NULL ? (size_t)(equals - name) : strlen(name);
	const char *value = equals != NULL ? equals + 1 : NULL;
	const struct builder *of = NULL;
	const struct global *comfort = comfort_flag(args->comfort, name, len);
	if (comfort != NULL) {
		return take_global(args, comfort, value, next);
	}
	const struct flag *flag = find_own(args->command, name, len, &of);

	if (flag != NULL && (args->comfort == NULL || comfort_takes(args->comfort, flag->name))) {
		return take_own(args, of, flag, value, next);
	}
	const struct global *global = global_find(name, len);
	if (global != NULL) {
		return take_global(args, global, value, next);
	}
	if (len > 3 && strncmp(name, "no-", 3) == 0 && value == NULL) {
		flag = find_own(args->command, name + 3, len - 3, &of);
		if (flag != NULL) {
			return take_off(args, of, flag);
		}
	}
	return refuse_flag(args, name, len);
}

/* -h, -o json, -ojson: one letter is a global flag's second name. Anything else is refused with two dashes. */
static bool take_short(struct args *args, const char *name, char ***next) {
	const struct global *global = global_find(name, 1);

	if (global == NULL || (name[1] != '\0' && global->value == NULL)) {
		return refuse_flag(args, name, strlen(name));
	}
	return take_global(args, global, name[1] != '\0' ? name + 1 : NULL, next);
}

struct given *args_given(const struct args *args, const char *name) {
	for (size_t i = args->given_count; i > 0; i--) {
		if (strcmp(args->given[i - 1].flag->name, name) == 0) {
			return &args->given[i - 1];
		}
	}
	return NULL;
}

bool args_give(struct args *args, const char *name, const char *text) {
	const struct flag *flag = flag_find(args->command->body, name, strlen(name));

	return add_given(args, args->command->body, flag, text);
}

/* ---- the whole ---------------------------------------------------------------------------- */

bool args_read(struct args *args, int argc, char **argv) {
	char **next = argv + (argc > 0), *word;
	bool flags_end = false;

	memset(args, 0, sizeof(*args));
	while ((word = *next) != NULL) {
		next++;
		bool ok;
		if (!flags_end && strcmp(word, "--") == 0) {
			flags_end = true;
			continue;
		}
		if (!flags_end && strncmp(word, "--", 2) == 0) {
			ok = take_flag(args, word + 2, &next);
		} else if (!flags_end && word[0] == '-' && word[1] != '\0') {
			ok = take_short(args, word + 1, &next);
		} else {
			ok = take_word(args, word);
		}
		if (!ok) {
			return false;
		}
	}
	if (args->help || args->version || args->command == NULL) {
		return args_check_globals(args);
	}
	return args_check_globals(args) && args_check(args);
}

void args_finish(struct args *args) {
	free(args->given);
	free(args->body);
	args->given = NULL;
	args->body = NULL;
	args->given_count = 0;
}

/* args.h: the command line, read against the tables.
 *
 * calctl [global flags] NOUN VERB positionals… flags…   Flags and positionals may be mixed; `--` ends the flags.
 * A flag of the command wins over a global one of the same name once the verb is known: `calctl --url U event
 * create --url L` talks to U and stores L. */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "cli/command.h"
#include "libapi/wire/time.h"

#define POSITIONALS_MAX 8
#define WORDS_MAX 52 /* a comfort verb takes 50 people */

/* One flag as it was given. Texts point into argv, or into `settled` once no more flags come. */
struct given {
	const struct builder *of;
	const struct flag *flag;
	const char *text; /* NULL: --no-x */
	char settled[WIRE_TIME_ROOM]; /* where `text` points once a date got its offset */
	int64_t number; /* FLAG_NUMBER, FLAG_BOOL, and the constant of FLAG_CHOICE(S) */
};

struct global {
	const char *name;
	const char *other; /* a second name, or NULL */
	const char *value; /* what stands for the value in the help; NULL: a switch */
	size_t offset; /* in struct args: const char * or bool */
	const char *help;
};
extern const struct global globals[];
extern const size_t global_count;
const struct global *global_find(const char *name, size_t len); /* by either name; or NULL */

struct args {
	const char *url, *key, *profile; /* where to */
	const char *output, *code, *json; /* what to print, what to send */
	const char *if_match, *if_none_match, *idempotency_key, *request_id, *timeout;
	const char *duration, *zone, *forward_to, *state, *type; /* of comfort verbs */
	bool all, help, version;
	int64_t timeout_ms; /* 0: the default */

	const char *words[WORDS_MAX]; /* noun, verb, positionals as they came */
	size_t word_count;
	const struct command
		*command; /* NULL: words[0] is a command of calctl itself, or help was asked for */
	const struct comfort *comfort; /* the comfort verb that stands for `command`, or NULL */
	const struct people
		*people; /* the names of those whom a comfort verb asks about, or NULL */
	const char *path[POSITIONALS_MAX]; /* the command's positionals */
	struct given *given; /* in the order given */
	size_t given_count;
	char *body; /* what --json names, once read_body() has read it; owned */
	size_t body_len;
	char version_read[24]; /* the version in it, for if_match */
	char problem[512]; /* why args_read failed, one line or two */
};

/* false: `problem` says why. args_finish in any case. */
bool args_read(struct args *args, int argc, char **argv);
void args_finish(struct args *args);

/* As if --name TEXT had been typed; the text is borrowed. false: `problem` says why. */
bool args_give(struct args *args, const char *name, const char *text);

/* The flag of that name as it was given last; NULL: it was not. */
struct given *args_given(const struct args *args, const char *name);

/* The two halves of the check at the end of args_read: the values of global flags, then what the command takes. */
bool args_check_globals(struct args *args);
bool args_check(struct args *args);

/* Whether `noun` is one of calctl's own: configure, explain, completion, version, help, api, man. */
bool is_own_command(const char *noun);
extern const struct noun own_commands[];
extern const size_t own_command_count;

#endif

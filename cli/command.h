/* command.h: what calctl can do, as tables.
 *
 * The generator writes one `struct command` per operation of the contract, and one `struct builder` per draft,
 * patch and query type of libapi, whose flags call the typed setters through thunks. Everything else here
 * (parsing, help, completion, the man page, --code) reads these tables and knows no operation by name. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "api/api.h"

struct builder;

enum flag_kind {
	FLAG_TEXT,
	FLAG_NUMBER,
	FLAG_BOOL, /* --x, --x=false, --no-x */
	FLAG_CHOICE, /* one of `allowed` */
	FLAG_TEXTS, /* repeated: each adds one */
	FLAG_CHOICES, /* repeated, each one of `allowed` */
	FLAG_ENTRIES, /* repeated KEY=VALUE */
	FLAG_OBJECT, /* name=value,name=value of `child`, or JSON */
	FLAG_OBJECTS, /* repeated FLAG_OBJECT */
};

enum flag_trait {
	FLAG_REQUIRED = 1,
	FLAG_NULLABLE = 2,
	FLAG_JSON = 4, /* a text that is JSON */
	FLAG_INSTANT = 8,
	/* a time with an offset */
};

struct flag {
	const char *name; /* "start-time" */
	const char *member; /* "start_time" */
	enum flag_kind kind;
	unsigned traits;
	const char *const *allowed; /* NULL-terminated */
	const int32_t *values; /* the constants that belong to `allowed` */
	const char *const *constants; /* their names in C */
	const char *shape; /* what it must look like: "1…255 characters", or NULL */
	const char *fallback; /* default, or NULL */
	const char *help;
	const struct builder *child; /* FLAG_OBJECT, FLAG_OBJECTS */
	const char *setter; /* the C function behind the thunk below, for --code */
	const char *null_setter, *empty_setter, *entry_null_setter;
	/* The one that fits the kind is there. */
	int32_t (*set_text)(void *builder, const char *text); /* also adds to FLAG_TEXTS */
	int32_t (*set_number)(void *builder, int64_t number); /* also booleans and constants */
	int32_t (*set_entry)(void *builder, const char *key, const char *value_or_null);
	int32_t (*set_child)(void *builder, const void *child);
	int32_t (*set_null)(void *builder); /* --no-x of what is nullable */
	int32_t (*set_empty)(void *builder); /* --no-x of a list or map */
};

struct builder {
	const char *type; /* "libapi_event_draft" */
	const struct flag *flags;
	size_t count;
	int32_t (*create)(void **out);
	void (*release)(void *builder);
	int32_t (*from_json)(
		const char *json, size_t len, void **out, libapi_error **error); /* or NULL */
	const char *const
		*server_set; /* NULL, or the members that no body may set, NULL-terminated */
};

enum command_trait {
	COMMAND_LIST = 1, /* answers pages; open, next and close are there */
	COMMAND_WRITE = 2, /* takes an Idempotency-Key */
	COMMAND_SILENT = 4, /* answers nothing */
	COMMAND_TEXT = 8, /* answers raw text */
	COMMAND_IF_MATCH = 16,
	COMMAND_IF_NONE_MATCH = 32,
	COMMAND_TEXT_BODY = 128, /* the last positional is a file whose text is the body */
	COMMAND_MERGE_PATCH = 64, /* the body travels as application/merge-patch+json */
};

struct command_text { /* the body of COMMAND_TEXT_BODY */
	const char *bytes;
	size_t len;
};

struct command {
	const char *noun, *verb;
	const char *help; /* one sentence */
	const char *operation; /* "createEvent" */
	const char *method, *path;
	const char *function; /* "libapi_event_create" */
	const char *answer; /* "libapi_event"; of a list, its item; NULL: nothing or text */
	const char *schema; /* the contract's name of the answer, or NULL */
	const char *scope; /* "events:write", "any", "none" */
	const char *example; /* arguments after `calctl NOUN VERB` */
	unsigned traits;
	const char *const *positionals; /* NULL-terminated: "calendar_id", … */
	const char *const *positional_helps; /* a sentence for each of them */
	const char *const *body_without; /* NULL-terminated: members of the body that it refuses */
	const char *const *columns; /* NULL-terminated: "start=start_time|start_date" */
	const char *const *problems; /* NULL-terminated: codes beyond the common ones */
	const struct builder *body, *query; /* or NULL */
	int32_t (*run)(libapi_client *client, const char *const *path, const void *body,
		const void *query, const libapi_call_options *options, char **json,
		libapi_error **error);
	int32_t (*open)(libapi_client *client, const char *const *path, const void *query,
		const libapi_call_options *options, void **pager, libapi_error **error);
	int32_t (*next)(void *pager, char **json, libapi_error **error); /* 1, 0, or minus a code */
	void (*close)(void *pager);
};

struct noun {
	const char *name;
	const char *help;
};

struct field_code {
	const char *code;
	const char *help;
};

extern const struct command commands[];
extern const size_t command_count;
extern const struct noun nouns[];
extern const size_t noun_count;
extern const struct field_code field_codes[];
extern const size_t field_code_count;

/* NULL where there is none. */
const struct command *command_find(const char *noun, const char *verb);
const struct noun *noun_find(const char *name);
/* Whether the flag, of its body or query, is one that the command may be given. */
bool command_takes(const struct command *command, const struct flag *flag);
const struct flag *flag_find(const struct builder *builder, const char *name, size_t len);

/* What calctl's exit status says; scripts may rely on it. */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_LOCAL = 1, /* nothing was sent: a draft breaks a rule, a file cannot be read, no key */
	EXIT_USAGE = 2, /* the command line cannot be understood */
	EXIT_TRANSPORT = 3, /* no answer; the outcome is unknown */
	EXIT_WIRE = 4, /* an answer that is not the agreed shape */
	EXIT_REFUSED = 5, /* the server said no: 400, 401, 403, 422 … */
	EXIT_MISSING = 6, /* 404, 410 */
	EXIT_CONFLICT = 7, /* 409, 412, 428 */
	EXIT_BUSY = 8, /* 429 and 5xx: try again later */
};
struct exit_line {
	enum exit_status status;
	const char *help;
};
extern const struct exit_line exit_lines[];
extern const size_t exit_line_count;

#endif

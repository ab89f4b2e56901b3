/* code_curl.c: the same request as one curl command. The body is put together here, in the order given. */
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "cli/build.h"
#include "cli/code.h"
#include "cli/quote.h"
#include "cli/session.h"
#include "cli/value.h"

struct trouble {
	char *problem;
	size_t room;
};

static bool put_member(struct json_object *object, const struct flag *flag, const char *text,
	int64_t number, struct trouble *trouble);

static struct json_object *read_json(const char *text, struct trouble *trouble) {
	struct json_object *read = json_tokener_parse(text);

	if (read == NULL) {
		snprintf(trouble->problem, trouble->room, "\"%.64s\" is not JSON", text);
	}
	return read;
}

static struct json_object *read_object(
	const struct builder *child, const char *text, struct trouble *trouble) {
	if (text[0] == '{') {
		return read_json(text, trouble);
	}
	struct json_object *object = json_object_new_object();
	while (*text != '\0') {
		struct pair pair;
		bool ok = pair_next(child, &text, &pair, trouble->problem, trouble->room) &&
			  put_member(object, pair.flag, pair.value, pair.number, trouble);
		free(pair.value);
		if (!ok) {
			json_object_put(object);
			return NULL;
		}
		if (*text == '\0') {
			break;
		}
	}
	return object;
}

static struct json_object *member_of(
	struct json_object *object, const char *name, struct json_object *fresh) {
	struct json_object *member = NULL;

	if (json_object_object_get_ex(object, name, &member) && member != NULL) {
		json_object_put(fresh);
		return member;
	}
	json_object_object_add(object, name, fresh);
	return fresh;
}

static void put_entry(struct json_object *object, const char *name, const char *text) {
	struct json_object *map = member_of(object, name, json_object_new_object());
	char *key = strndup(text, strcspn(text, "="));

	if (key != NULL) {
		const char *value = strchr(text, '=');
		json_object_object_add(
			map, key, value != NULL ? json_object_new_string(value + 1) : NULL);
	}
	free(key);
}

static bool put_member(struct json_object *object, const struct flag *flag, const char *text,
	int64_t number, struct trouble *trouble) {
	struct json_object *child;

	switch (flag->kind) {
	case FLAG_NUMBER:
		json_object_object_add(object, flag->member, json_object_new_int64(number));
		return true;
	case FLAG_BOOL:
		json_object_object_add(object, flag->member, json_object_new_boolean(number != 0));
		return true;
	case FLAG_TEXT:
	case FLAG_CHOICE:
		child = flag->traits & FLAG_JSON ? read_json(text, trouble)
						 : json_object_new_string(text);
		return child != NULL && json_object_object_add(object, flag->member, child) == 0;
	case FLAG_TEXTS:
	case FLAG_CHOICES:
		json_object_array_add(member_of(object, flag->member, json_object_new_array()),
			json_object_new_string(text));
		return true;
	case FLAG_ENTRIES:
		put_entry(object, flag->member, text);
		return true;
	case FLAG_OBJECT:
	case FLAG_OBJECTS:
		child = read_object(flag->child, text, trouble);
		if (child != NULL && flag->kind == FLAG_OBJECT) {
			json_object_object_add(object, flag->member, child);
		} else if (child != NULL) {
			json_object_array_add(
				member_of(object, flag->member, json_object_new_array()), child);
		}
		return child != NULL;
	}
	return false;
}

/* --no-x: null, or the empty list or map. */
static struct json_object *nothing(const struct flag *flag) {
	if (flag->set_null != NULL) {
		return NULL;
	}
	return flag->kind == FLAG_ENTRIES ? json_object_new_object() : json_object_new_array();
}

static struct json_object *make_body(const struct args *args, struct trouble *trouble) {
	struct json_object *body =
		args->body != NULL ? json_tokener_parse(args->body) : json_object_new_object();

	if (!json_object_is_type(body, json_type_object)) {
		snprintf(trouble->problem, trouble->room, "--json: not a JSON object");
		json_object_put(body);
		return NULL;
	}
	for (size_t i = 0; i < args->given_count; i++) {
		const struct given *given = &args->given[i];
		if (given->of != args->command->body) {
			continue;
		}
		if (starts_over(args, i)) {
			json_object_object_del(body, given->flag->member);
		}
		if (given->text == NULL) {
			json_object_object_add(body, given->flag->member, nothing(given->flag));
		} else if (!put_member(body, given->flag, given->text, given->number, trouble)) {
			json_object_put(body);
			return NULL;
		}
	}
	return body;
}

static void put_path(FILE *out, const struct args *args) {
	size_t next = 0;

	for (const char *c = args->command->path; *c != '\0'; c++) {
		if (*c == '{') {
			put_url_part(out, args->path[next++]);
			c += strcspn(c, "}");
		} else {
			fputc(*c, out);
		}
	}
}

/* Repeated values travel as one list with commas. */
static void put_query(FILE *out, const struct args *args) {
	const struct builder *query = args->command->query;
	const char *mark = "?";

	for (size_t i = 0; query != NULL && i < query->count; i++) {
		bool open = false;
		for (size_t j = 0; j < args->given_count; j++) {
			const struct given *given = &args->given[j];
			if (given->flag != &query->flags[i] || given->text == NULL) {
				continue;
			}
			fprintf(out, "%s%s%s", open ? "" : mark, open ? "" : given->flag->member,
				open ? "," : "=");
			put_url_part(out, given->flag->kind == FLAG_BOOL
						  ? (given->number ? "true" : "false")
						  : given->text);
			open = true;
			mark = "&";
		}
	}
}

static void put_header(FILE *out, const char *name, const char *value, bool quoted) {
	char header[512];

	if (value != NULL) {
		snprintf(header, sizeof(header), quoted ? "%s: \"%.400s\"" : "%s: %.400s", name,
			value);
		fputs(" \\\n  -H ", out);
		put_shell_word(out, header);
	}
}

static void put_start(FILE *out, const struct args *args) {
	fprintf(out, "curl -sS --fail-with-body -X %s ", args->command->method);
	if (args->url != NULL) {
		put_shell_word(out, args->url);
		fputs("\"", out);
	} else {
		fputs("\"$LIBAPI_URL", out);
	}
	put_path(out, args);
	put_query(out, args);
	fputs("\"", out);
	fputs(strcmp(args->command->scope, "none") != 0 ? " \\\n  -H \"X-API-Key: $LIBAPI_KEY\""
							: "",
		out);
}

static void put_headers(FILE *out, const struct args *args) {
	put_header(out, "If-Match", args->if_match,
		args->if_match != NULL && is_version(args->if_match));
	put_header(out, "If-None-Match", args->if_none_match,
		args->if_none_match != NULL && is_version(args->if_none_match));
	put_header(out, "Idempotency-Key", args->idempotency_key, false);
	put_header(out, "X-Request-Id", args->request_id, false);
	if (args->timeout_ms > 0) {
		fprintf(out, " \\\n  --max-time %lld.%03d", (long long)(args->timeout_ms / 1000),
			(int)(args->timeout_ms % 1000));
	}
}

/* What one curl command cannot do must not be left out in silence. */
static bool can_curl(const struct args *args, char *problem, size_t room) {
	if (args->all) {
		snprintf(problem, room,
			"--all: one curl command is one page; --code c has them all");
	} else if (args->profile != NULL) {
		snprintf(problem, room,
			"--profile: curl reads LIBAPI_URL and LIBAPI_KEY, not the profile file");
	}
	return !args->all && args->profile == NULL;
}

/* The file itself, from where it lies. */
static void put_text_body(FILE *out, const struct args *args) {
	char at[512];
	size_t last = 0;

	while (args->command->positionals[last + 1] != NULL) {
		last++;
	}
	snprintf(at, sizeof(at), "@%.500s", args->path[last]);
	put_header(out, "Content-Type", "text/calendar", false);
	fputs(" \\\n  --data-binary ", out);
	put_shell_word(out, at);
}

bool code_curl(FILE *out, const struct args *args, char *problem, size_t room) {
	const struct command *command = args->command;
	struct trouble trouble = { problem, room };
	struct json_object *body = NULL;

	if (!can_curl(args, problem, room)) {
		return false;
	}
	if (command->body != NULL) {
		body = make_body(args, &trouble);
		if (body == NULL) {
			return false;
		}
	}
	put_start(out, args);
	put_headers(out, args);
	if (body != NULL) {
		put_header(out, "Content-Type",
			command->traits & COMMAND_MERGE_PATCH ? "application/merge-patch+json"
							      : "application/json",
			false);
		fputs(" \\\n  --data-raw ", out);
		put_shell_word(
			out, json_object_to_json_string_ext(body,
				     JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	}
	if (command->traits & COMMAND_TEXT_BODY) {
		put_text_body(out, args);
	}
	fputc('\n', out);
	json_object_put(body);
	return true;
}

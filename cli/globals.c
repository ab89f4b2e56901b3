/* globals.c: what every command takes, and what calctl does by itself. The help, the man page and the completion
 * print these tables. */
#include <string.h>

#include "cli/args.h"

const struct global globals[] = {
	{ "server", "url", "URL", offsetof(struct args, url),
		"the server; else LIBAPI_URL, else the profile's" },
	{ "key", NULL, "KEY", offsetof(struct args, key),
		"the API key; else LIBAPI_KEY, else the profile's" },
	{ "profile", NULL, "NAME", offsetof(struct args, profile),
		"a section of the profile file; else LIBAPI_PROFILE" },
	{ "output", "o", "FORMAT", offsetof(struct args, output),
		"table (default; what fits the terminal), json, or jsonl (one object a line)" },
	{ "all", NULL, NULL, offsetof(struct args, all), "lists: every page, not only the first" },
	{ "json", NULL, "FILE", offsetof(struct args, json),
		"the whole body as JSON, `-` for standard input; flags are set on top" },
	{ "if-match", NULL, "VERSION", offsetof(struct args, if_match),
		"only if the thing still has this version" },
	{ "if-none-match", NULL, "VERSION", offsetof(struct args, if_none_match),
		"only if it has changed since; `*`: only if there is none" },
	{ "idempotency-key", NULL, "TEXT", offsetof(struct args, idempotency_key),
		"writes: the same key and request act once; made by default" },
	{ "request-id", NULL, "TEXT", offsetof(struct args, request_id),
		"returned by the server and in its log" },
	{ "timeout", NULL, "TIME", offsetof(struct args, timeout),
		"in all, retries included: 10s, 500ms, 2m" },
	{ "code", NULL, "c|curl", offsetof(struct args, code),
		"do not run: print a C program or a curl line that does the same" },
	{ "help", "h", NULL, offsetof(struct args, help), "help on calctl, a noun, or a verb" },
	{ "version", NULL, NULL, offsetof(struct args, version),
		"the version of calctl and libapi" },
};
const size_t global_count = sizeof(globals) / sizeof(globals[0]);

const struct noun own_commands[] = {
	{ "free", "when people are busy: calctl free WHO…" },
	{ "find-time", "when people could meet: calctl find-time WHO… --duration 30m" },
	{ "listen", "post changes to a URL: calctl listen CALENDAR --forward-to URL" },
	{ "configure", "write a profile: server and key" },
	{ "explain", "what a field, an object or an error code means" },
	{ "api", "any request: calctl api METHOD PATH [--json FILE]" },
	{ "completion", "shell completion: calctl completion bash" },
	{ "man", "the manual page as roff" },
	{ "version", "the version of calctl and libapi" },
	{ "help", "this text" },
};
const size_t own_command_count = sizeof(own_commands) / sizeof(own_commands[0]);

bool is_own_command(const char *noun) {
	for (size_t i = 0; i < own_command_count; i++) {
		if (strcmp(own_commands[i].name, noun) == 0) {
			return true;
		}
	}
	return false;
}

const struct global *global_find(const char *name, size_t len) {
	for (size_t i = 0; i < global_count; i++) {
		const struct global *global = &globals[i];
		if ((strlen(global->name) == len && memcmp(global->name, name, len) == 0) ||
			(global->other != NULL && strlen(global->other) == len &&
				memcmp(global->other, name, len) == 0)) {
			return global;
		}
	}
	return NULL;
}

/* run.c: one command.
 *
 *   build body, query ─> options ─> client ~~> run or pager ~~> output
 *   1                    1          1          3 4 5 6 7 8
 */
#include "cli/run.h"

#include <ctype.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/build.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/session.h"

struct run {
	const struct args *args;
	const struct command *command;
	libapi_client *client;
	libapi_call_options *options;
	void *body, *query;
	libapi_error *error;
	char problem[512];
};

static int32_t build_both(struct run *run) {
	const struct args *args = run->args;
	const struct command *command = run->command;
	int32_t code = LIBAPI_OK;

	if (command->body != NULL) {
		code = build(args, command->body, args->body, args->body_len, &run->body,
			run->problem, sizeof(run->problem), &run->error);
	}
	if (code == LIBAPI_OK && command->query != NULL && is_given(args, command->query)) {
		code = build(args, command->query, NULL, 0, &run->query, run->problem,
			sizeof(run->problem), &run->error);
	}
	return code;
}

/* Every page; what came before an error is printed all the same. */
static int32_t list_all(struct run *run, struct output *output) {
	const struct command *command = run->command;
	void *pager = NULL;
	char *json = NULL;
	int32_t found, code = command->open(run->client, run->args->path, run->query, run->options,
			       &pager, &run->error);

	if (code != LIBAPI_OK) {
		return code;
	}
	output_begin(output);
	while ((found = command->next(pager, &json, &run->error)) == 1) {
		bool ok = output_item(output, json);
		libapi_string_free(json);
		json = NULL;
		if (!ok) {
			found = -LIBAPI_E_MEMORY;
			break;
		}
	}
	output_end(output);
	command->close(pager);
	return found < 0 ? -found : LIBAPI_OK;
}

static bool print_page(const struct run *run, struct output *output, const char *json) {
	char *cursor = NULL;
	bool ok;

	output_begin(output);
	ok = output_page(output, json, &cursor);
	output_end(output);
	if (cursor != NULL) {
		fflush(output->to);
		fprintf(stderr, "there is more: calctl %s %s … --cursor %s, or --all\n",
			run->command->noun, run->command->verb, cursor);
	}
	free(cursor);
	return ok;
}

static int32_t perform(struct run *run, struct output *output) {
	const struct command *command = run->command;
	char *json = NULL;
	bool ok = true;

	if (run->args->all) {
		return list_all(run, output);
	}
	const struct command_text text = { run->args->body, run->args->body_len };
	const void *body = command->traits & COMMAND_TEXT_BODY ? &text : run->body;
	int32_t code = command->run(
		run->client, run->args->path, body, run->query, run->options, &json, &run->error);
	if (code != LIBAPI_OK) {
		return code;
	}
	if (command->traits & COMMAND_LIST) {
		ok = print_page(run, output, json);
	} else if (command->traits & COMMAND_TEXT) {
		size_t len = strlen(json);
		fprintf(output->to, "%s%s", json, len > 0 && json[len - 1] == '\n' ? "" : "\n");
	} else if (json != NULL) {
		ok = output_object(output, json);
	}
	libapi_string_free(json);
	return ok ? LIBAPI_OK : LIBAPI_E_MALFORMED;
}

static int32_t prepare(struct run *run) {
	int32_t code = build_both(run);

	if (code == LIBAPI_OK) {
		code = session_options(
			run->args, &run->options, run->problem, sizeof(run->problem));
	}
	return code;
}

static void release(struct run *run) {
	if (run->command != NULL && run->command->body != NULL) {
		run->command->body->release(run->body);
	}
	if (run->command != NULL && run->command->query != NULL) {
		run->command->query->release(run->query);
	}
	libapi_call_options_free(run->options);
	libapi_client_unref(run->client);
	libapi_error_free(run->error);
}

/* A body from a file may ask for a zone too. */
static void ask_zone_of_body(struct output *output, const struct args *args) {
	struct json_object *body = args->body != NULL ? json_tokener_parse(args->body) : NULL;
	struct json_object *zone = NULL;

	if (json_object_object_get_ex(body, "time_zone", &zone) && zone != NULL) {
		agenda_ask_zone(&output->agenda, json_object_get_string(zone));
	}
	json_object_put(body);
}

/* What the command line says about the table: members that were not asked for need no column, and a zone that was asked
 * for is that of all times. */
static void tell_output(struct output *output, const struct args *args) {
	ask_zone_of_body(output, args);
	for (size_t i = 0; i < args->given_count; i++) {
		const struct given *given = &args->given[i];
		if (given->text == NULL) {
			continue;
		}
		if (strcmp(given->flag->member, "fields") == 0 &&
			given->of == args->command->query) {
			output_choose(output, given->text);
		} else if (strcmp(given->flag->member, "time_zone") == 0) {
			agenda_ask_zone(&output->agenda, given->text);
		}
	}
}

int run_command(const struct args *args) {
	struct run run = { .args = args, .command = args->command };
	struct output output;
	int status = EXIT_DONE;

	output_init(&output, stdout, args->output, args->command);
	output.people = args->people;
	tell_output(&output, args);
	int32_t code = prepare(&run);
	if (code == LIBAPI_OK) {
		code = session_open(args, &run.client, &run.error);
	}
	if (code == LIBAPI_OK) {
		code = perform(&run, &output);
	}
	if (code != LIBAPI_OK) {
		status = fail_with(code, run.error, run.problem);
	}
	output_finish(&output);
	release(&run);
	return status;
}

int run_check(const struct args *args) {
	struct run run = { .args = args, .command = args->command };
	int32_t code = prepare(&run);
	int status = code == LIBAPI_OK ? EXIT_DONE : fail_with(code, run.error, run.problem);

	release(&run);
	return status;
}

/* ---- calctl api --------------------------------------------------------------------------------------- */

/* Methods are in capitals (RFC 9110 §9.1), and people type them as they like. */
static void put_method(char *method, size_t room, const char *word) {
	snprintf(method, room, "%s", word);
	for (; *method != '\0'; method++) {
		*method = (char)toupper((unsigned char)*method);
	}
}

static int32_t send_request(
	struct run *run, const char *method, const char *path, const char *body, size_t len) {
	const char *type = body != NULL && strcmp(method, "PATCH") == 0
				   ? "application/merge-patch+json"
				   : NULL;
	LIBAPI_AUTO(response) *response = NULL;
	int32_t code = libapi_client_request(
		run->client, method, path, type, body, len, run->options, &response, &run->error);

	if (code == LIBAPI_OK) {
		size_t bytes = 0;
		const char *answer = libapi_response_body(response, &bytes);
		fwrite(answer, 1, bytes, stdout);
		fputs(bytes > 0 ? "\n" : "", stdout);
	}
	return code;
}

int run_request(const struct args *args) {
	struct run run = { .args = args };
	size_t len = 0;
	char *body = NULL, method[16];
	int status = EXIT_DONE;

	if (args->word_count != 3) {
		return fail(EXIT_USAGE, "api METHOD PATH [--json FILE], like: calctl api "
					"GET /v1/capabilities");
	}
	if (args->words[2][0] != '/') {
		return fail(EXIT_USAGE, "api: PATH begins with /, like /v1/calendars");
	}
	put_method(method, sizeof(method), args->words[1]);
	int32_t code = session_options(args, &run.options, run.problem, sizeof(run.problem));
	if (code == LIBAPI_OK && args->json != NULL) {
		body = read_input(args->json, &len, run.problem, sizeof(run.problem));
		code = body != NULL ? LIBAPI_OK : LIBAPI_E_INVALID;
	}
	if (code == LIBAPI_OK) {
		code = session_open(args, &run.client, &run.error);
	}
	if (code == LIBAPI_OK) {
		code = send_request(&run, method, args->words[2], body, len);
	}
	if (code != LIBAPI_OK) {
		status = fail_with(code, run.error, run.problem);
	}
	free(body);
	release(&run);
	return status;
}

/* starved.c: every operation without memory. `starved FOLDER [all]`: a call of each operation, or every call that the
 * cases make by a plain script, is repeated with its first allocation failing, then its second, and so on until it needs
 * no more. Each ends in LIBAPI_E_MEMORY or as it ends with memory, and leaves no block behind.
 *
 * The answers come from memory, by a transport of this program's own: libcurl's allocations are memory_test.c's. */
#include "fill.h"
#include "json.h"
#include "tests/unit/libapi/failing.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SOME_ID "01935a5e-0000-7000-8000-000000000004"
enum { ALLOCATIONS_MAX = 100000, ROWS_MAX = 256 };

/* One call, and what it is answered. The texts belong to the case. */
struct meal {
	const struct row *row;
	struct json_object *step;
	const char *type, *body;
	int32_t status;
};

static struct meal now; /* what on_start() answers */
static size_t tried[ROWS_MAX], runs, steps_run, failures;

static void on_start(libapi_exchange *exchange, void *user) {
	(void)user;
	(void)libapi_exchange_add_header(exchange, "Content-Type", now.type);
	(void)libapi_exchange_add_body(exchange, now.body, strlen(now.body));
	libapi_exchange_answer(exchange, now.status);
}

static libapi_client *make_client(void) {
	libapi_config *config = NULL;
	libapi_client *client = NULL;

	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, "http://127.0.0.1:9") != LIBAPI_OK ||
		libapi_config_set_key(config, "cal_test_key") != LIBAPI_OK ||
		libapi_config_set_max_attempts(config, 1) != LIBAPI_OK ||
		libapi_config_set_transport(config, on_start, NULL, NULL, -1, NULL, NULL) !=
			LIBAPI_OK ||
		libapi_client_new(config, &client, NULL) != LIBAPI_OK) {
		abort();
	}
	libapi_config_free(config);
	return client;
}

/* ---- one call ----------------------------------------------------------------------------------------------- */

static int32_t perform(libapi_client *client) {
	struct inputs in;
	void *out = NULL;
	libapi_error *error = NULL;
	int32_t code = fill_inputs(&in, now.row, now.step);

	if (code == LIBAPI_OK) {
		code = now.row->perform(client, &in, &out, &error);
	}
	if (now.row->answer != NULL && out != NULL) {
		now.row->answer->unref(out);
	} else if (now.row->gives_text) {
		libapi_string_free(out);
	}
	libapi_error_free(error);
	fill_release(&in, now.row);
	return code;
}

/* false: it needs no n-th allocation. */
static bool run_without(libapi_client *client, size_t n, int32_t verdict) {
	size_t failed = 0;
	long before = failing_live();
	int32_t code = LIBAPI_OK;

	failing_begin(FAIL_ONCE, n);
	code = perform(client);
	(void)failing_end(&failed);
	runs++;
	if (failing_live() != before ||
		(code != verdict && (failed == 0 || code != LIBAPI_E_MEMORY))) {
		fprintf(stderr, "%s, allocation %zu: %s, with memory %s; %ld blocks left\n",
			now.row->id, n, libapi_error_name(code), libapi_error_name(verdict),
			failing_live() - before);
		failures++;
	}
	return failed > 0;
}

static void starve(void) {
	libapi_client *client = make_client();
	int32_t verdict = perform(client); /* also what is made once is made */
	size_t n = 1;

	while (n < ALLOCATIONS_MAX && run_without(client, n, verdict)) {
		n++;
	}
	failures += n == 1 || n == ALLOCATIONS_MAX; /* then nothing was tried */
	steps_run++;
	libapi_client_unref(client);
}

/* ---- the cases ---------------------------------------------------------------------------------------------- */

static const struct row *row_of(struct json_object *step) {
	const char *id = json_text_of(step, "call");

	for (size_t i = 0; id != NULL && i < row_count; i++) {
		if (strcmp(rows[i].id, id) == 0) {
			return &rows[i];
		}
	}
	return NULL;
}

/* The text of an answer is made before memory is short. */
static void read_answer(struct json_object *answer) {
	struct json_object *give = json_object_object_get(answer, "give"), *status = NULL;
	const char *text = json_text_of(answer, "text");

	now.status = json_object_object_get_ex(answer, "status", &status)
			     ? json_object_get_int(status)
			     : 200;
	now.type = now.status >= 400 ? "application/problem+json" : "application/json";
	now.body = text != NULL ? text : give != NULL ? json_object_to_json_string(give) : "";
}

/* The step with an id in place of each ${NAME}, which only a run of the whole case would know. */
static struct json_object *with_ids(struct json_object *step) {
	const char *at = json_object_to_json_string(step), *name = NULL;
	struct json_object *made = NULL;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	while ((name = strstr(at, "${")) != NULL) {
		fprintf(out, "%.*s%s", (int)(name - at), at, SOME_ID);
		at = strchr(name, '}') + 1;
	}
	fputs(at, out);
	(void)fclose(out);
	made = json_tokener_parse(text);
	free(text);
	return made;
}

static void run_step(struct json_object *step, struct json_object *answer, bool every) {
	const struct row *row = row_of(step);
	size_t index = row != NULL ? (size_t)(row - rows) : 0;

	if (row == NULL || (tried[index] > 0 && !every)) {
		return;
	}
	now = (struct meal){ .row = row, .step = with_ids(step) };
	read_answer(answer);
	starve();
	tried[index]++;
	json_object_put(now.step);
}

/* Where each step has one answer of the script's, it is that; elsewhere any of the case's: then how the call ends is of
 * no interest, but that it ends so in every run. */
static void run_file(const char *path, bool every, bool plain) {
	struct json_object *tree = json_object_from_file(path);
	struct json_object *steps = json_object_object_get(tree, "steps");
	struct json_object *server = json_object_object_get(tree, "server");
	struct json_object *answers = json_object_object_get(server, "answers");
	size_t count = json_object_array_length(steps);
	size_t given = answers != NULL ? json_object_array_length(answers) : 0;

	for (size_t i = 0; i < count && given > 0 && (given == count) == plain; i++) {
		run_step(json_object_array_get_idx(steps, i),
			json_object_array_get_idx(answers, i % given), every);
	}
	json_object_put(tree);
}

static int is_case(const struct dirent *entry) {
	size_t len = strlen(entry->d_name);

	return len > 5 && strcmp(entry->d_name + len - 5, ".json") == 0;
}

static void run_folder(const char *folder, bool every, bool plain) {
	struct dirent **names = NULL;
	int count = scandir(folder, &names, is_case, alphasort);

	for (int i = 0; i < count; i++) {
		char path[512];

		(void)snprintf(path, sizeof(path), "%s/%s", folder, names[i]->d_name);
		run_file(path, every, plain);
		free(names[i]);
	}
	free(names);
}

int main(int argc, char **argv) {
	bool every = argc > 2 && strcmp(argv[2], "all") == 0;
	size_t missing = 0;

	if (argc > 1) {
		run_folder(argv[1], every, true);
		run_folder(argv[1], every, false);
	}
	for (size_t i = 0; i < row_count; i++) {
		if (tried[i] == 0) {
			fprintf(stderr, "no case calls %s with what it can be sent\n", rows[i].id);
			missing++;
		}
	}
	printf("starved: %zu calls of %zu operations, %zu runs, %zu failed; %zu operations not "
	       "reached\n",
		steps_run, row_count - missing, runs, failures, missing);
	return failures == 0 && missing == 0 && steps_run > 0 ? 0 : 1;
}

/* import.c: see import.h. */
#include "cli/import.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/build.h"
#include "cli/input.h"
#include "cli/session.h"

enum { PATH_ROOM = 4096, BAR_CELLS = 30 };

struct import {
	const struct args *args;
	libapi_client *client;
	libapi_call_options *options;
	void *query;
	libapi_error *error;
	char problem[512];
	int64_t created, updated, skipped, failed;
	bool is_answered; /* by the server, for one file at least */
	int status; /* the first that was not EXIT_DONE */
};

bool is_import(const struct args *args) {
	return strcmp(args->command->operation, "importCalendar") == 0 && args->code == NULL &&
	       (args->output == NULL || strcmp(args->output, "table") == 0);
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

static int is_calendar_file(const struct dirent *entry) {
	size_t len = strlen(entry->d_name);
	return len > 4 && strcasecmp(entry->d_name + len - 4, ".ics") == 0;
}

static bool is_folder(const char *path) {
	struct stat stat_of;
	return strcmp(path, "-") != 0 && stat(path, &stat_of) == 0 && S_ISDIR(stat_of.st_mode);
}

/* ---- one file --------------------------------------------------------------------------------------------------- */

static void take_status(struct import *import, int status) {
	import->status = import->status == EXIT_DONE ? status : import->status;
}

static int compare_lines(const void *a, const void *b) {
	int64_t left = libapi_import_failure_line(*(const libapi_import_failure *const *)a),
		right = libapi_import_failure_line(*(const libapi_import_failure *const *)b);

	return (left > right) - (left < right);
}

static void print_failure(const char *path, const libapi_import_failure *failure) {
	const char *detail = libapi_import_failure_detail(failure);

	fprintf(stderr, "%s:%lld: %s: %s\n", path, (long long)libapi_import_failure_line(failure),
		libapi_import_failure_code(failure), detail != NULL ? detail : "");
}

/* From the file's top to its end, as who mends it reads; the answer has them in no order. */
static void print_failures(
	struct import *import, const char *path, const libapi_import_result *result) {
	size_t count = libapi_import_result_failed_count(result);
	const libapi_import_failure **failures = calloc(count + 1, sizeof(*failures));

	for (size_t i = 0; failures != NULL && i < count; i++) {
		failures[i] = libapi_import_result_failed_at(result, i);
	}
	if (failures != NULL) {
		qsort(failures, count, sizeof(*failures), compare_lines);
	}
	for (size_t i = 0; failures != NULL && i < count; i++) {
		print_failure(path, failures[i]);
	}
	free(failures);
	import->failed += (int64_t)count;
	if (count > 0) {
		take_status(import, EXIT_REFUSED);
	}
}

static void add_result(
	struct import *import, const char *path, const libapi_import_result *result) {
	import->is_answered = true;
	import->created += libapi_import_result_created(result);
	import->updated += libapi_import_result_updated(result);
	import->skipped += libapi_import_result_skipped(result);
	print_failures(import, path, result);
}

static void import_file(struct import *import, const char *path) {
	LIBAPI_AUTO(import_result) *result = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	size_t len = 0;
	char *text = read_input(path, &len, import->problem, sizeof(import->problem));

	if (text == NULL) {
		take_status(import, fail(EXIT_LOCAL, import->problem));
		return;
	}
	int32_t code = libapi_calendar_import(import->client, import->args->path[0], text, len,
		import->query, import->options, &result, &error);
	free(text);
	if (code != LIBAPI_OK) {
		fprintf(stderr, "%s: ", path);
		take_status(import, fail_with(code, error, ""));
		return;
	}
	add_result(import, path, result);
}

/* ---- all of them ------------------------------------------------------------------------------------------------ */

/* On a terminal only, and gone when it is done. */
static void show_progress(int done, int all) {
	int cells = all == 0 ? BAR_CELLS : done * BAR_CELLS / all;

	if (!isatty(STDERR_FILENO)) {
		return;
	}
	fprintf(stderr, "\r[%.*s%*s] %d of %d files\033[K", cells,
		"==============================", BAR_CELLS - cells, "", done, all);
	if (done == all) {
		fputs("\r\033[K", stderr);
	}
}

static void import_folder(struct import *import, const char *folder) {
	struct dirent **files = NULL;
	int count = scandir(folder, &files, is_calendar_file, alphasort);
	char path[PATH_ROOM];

	if (count <= 0) {
		snprintf(path, sizeof(path), "%.4000s: no file that ends in .ics", folder);
		take_status(import, fail(EXIT_LOCAL, path));
	}
	for (int i = 0; i < count; i++) {
		show_progress(i, count);
		snprintf(path, sizeof(path), "%.3800s/%s", folder, files[i]->d_name);
		import_file(import, path);
		free(files[i]);
	}
	show_progress(count, count);
	free(files);
}

static void print_summary(const struct import *import, bool is_trial) {
	printf("CREATED  UPDATED  SKIPPED  FAILED\n%-7lld  %-7lld  %-7lld  %lld\n",
		(long long)import->created, (long long)import->updated, (long long)import->skipped,
		(long long)import->failed);
	if (is_trial) {
		puts("(a dry run: nothing was changed)");
	}
}

static bool is_dry_run(const struct args *args) {
	const struct given *given = args_given(args, "dry-run");

	return given != NULL && given->number != 0;
}

static int32_t prepare(struct import *import) {
	const struct args *args = import->args;
	int32_t code = LIBAPI_OK;

	if (is_given(args, args->command->query)) {
		code = build(args, args->command->query, NULL, 0, &import->query, import->problem,
			sizeof(import->problem), &import->error);
	}
	if (code == LIBAPI_OK) {
		code = session_options(
			args, &import->options, import->problem, sizeof(import->problem));
	}
	return code == LIBAPI_OK ? session_open(args, &import->client, &import->error) : code;
}

int run_import(const struct args *args) {
	struct import import = { .args = args };
	const char *path = args->path[1];
	int32_t code = prepare(&import);

	if (code != LIBAPI_OK) {
		import.status = fail_with(code, import.error, import.problem);
	} else if (args->idempotency_key != NULL && is_folder(path)) {
		import.status = fail(EXIT_USAGE, "--idempotency-key is for one file");
	} else {
		is_folder(path) ? import_folder(&import, path) : import_file(&import, path);
		if (import.is_answered) { /* else the table would say that all went well with nothing */
			print_summary(&import, is_dry_run(args));
		}
	}
	args->command->query->release(import.query);
	libapi_call_options_free(import.options);
	libapi_client_unref(import.client);
	libapi_error_free(import.error);
	return import.status;
}

/* run.c: run scripted|reference FOLDER [PREFIX]: all cases whose name begins so, in one process.
 *
 *     scripted   each against a server of its own that answers by the case's script; afterwards every getter must
 *                have given something and every setter must have been used, or a member of the contract is untested
 *     reference  those marked so, against LIBAPI_URL with LIBAPI_KEY
 *
 * Nothing is skipped: what cannot be read is a failure, and so are a run without cases and one that hangs. */
#include "case.h"
#include "dispatch.h"
#include "json.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CASE_MAX_S = 120 };

static char current[512];

static void on_alarm(int number) {
	static const char words[] = ": hangs\n";

	(void)number;
	(void)!write(STDERR_FILENO, current, strlen(current));
	(void)!write(STDERR_FILENO, words, sizeof(words) - 1);
	_exit(1);
}

struct tally {
	bool is_reference;
	const char *prefix;
	size_t cases, calls, failures;
};

static void fail(struct tally *tally, struct json_object *tree, char *fault) {
	const char *title = tree != NULL ? json_text_of(tree, "title") : NULL;

	fprintf(stderr, "%s: %s\n    %s\n", current, title != NULL ? title : "", fault);
	free(fault);
	tally->failures++;
}

static void run_file(struct tally *tally) {
	struct json_object *tree = json_object_from_file(current);
	char *fault = case_malformed(tree);
	bool wanted = !tally->is_reference ||
		      json_object_get_boolean(json_object_object_get(tree, "reference"));

	if (fault == NULL && wanted) {
		tally->cases++;
		(void)alarm(CASE_MAX_S);
		fault = tally->is_reference ? case_run_reference(tree, getenv("LIBAPI_URL"),
						      getenv("LIBAPI_KEY"), &tally->calls)
					    : case_run_scripted(tree, &tally->calls);
		(void)alarm(0);
	}
	if (fault != NULL) {
		fail(tally, tree, fault);
	}
	json_object_put(tree);
}

static int is_json_file(const struct dirent *entry) {
	const char *end = strrchr(entry->d_name, '.');

	return end != NULL && strcmp(end, ".json") == 0;
}

static void run_folder(struct tally *tally, const char *folder) {
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_json_file, alphasort);

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;

		(void)snprintf(current, sizeof(current), "%s/%s", folder, name);
		if (strncmp(name, tally->prefix, strlen(tally->prefix)) == 0) {
			run_file(tally);
		}
		if (i > 0 && strncmp(name, entries[i - 1]->d_name, strcspn(name, "-")) == 0) {
			fail(tally, NULL, strdup("its number is another case's"));
		}
	}
	for (int i = 0; i < count; i++) {
		free(entries[i]);
	}
	free(entries);
}

/* ---- is every accessor reached? ------------------------------------------------------------------------- */

static size_t missing;

static void expect_used(bool is_used, const char *type, const char *what, const char *member) {
	if (!is_used) {
		fprintf(stderr, "no case %s %s.%s\n", what, type, member);
		missing++;
	}
}

static size_t check_getters(void) {
	size_t count = 0;

	for (size_t i = 0; i < reader_count; i++) {
		for (size_t j = 0; j < readers[i]->count; j++, count++) {
			expect_used(readers[i]->getters[j].is_read, readers[i]->name, "reads",
				readers[i]->getters[j].name);
		}
	}
	return count;
}

static size_t check_setters(void) {
	size_t count = 0;

	for (size_t i = 0; i < builder_count; i++) {
		for (size_t j = 0; j < builders[i]->count; j++, count++) {
			const struct setter *setter = &builders[i]->setters[j];

			expect_used(setter->is_set, builders[i]->name, "sets", setter->name);
			expect_used(setter->is_nulled ||
					    (setter->null == NULL && setter->entry_null == NULL),
				builders[i]->name, "sets to null", setter->name);
			expect_used(setter->is_cleared || setter->clear == NULL, builders[i]->name,
				"empties", setter->name);
		}
	}
	return count;
}

int main(int argc, char **argv) {
	struct tally tally = { .prefix = argc > 3 ? argv[3] : "" };
	size_t getters = 0, setters = 0;

	if (argc < 3 || (strcmp(argv[1], "scripted") != 0 && strcmp(argv[1], "reference") != 0)) {
		fprintf(stderr, "usage: run scripted|reference FOLDER [PREFIX]\n");
		return 64;
	}
	tally.is_reference = strcmp(argv[1], "reference") == 0;
	if (tally.is_reference && (getenv("LIBAPI_URL") == NULL || getenv("LIBAPI_KEY") == NULL)) {
		fprintf(stderr, "run: LIBAPI_URL and LIBAPI_KEY say which server\n");
		return 64;
	}
	(void)signal(SIGALRM, on_alarm);
	run_folder(&tally, argv[2]);
	if (!tally.is_reference && tally.prefix[0] == '\0') {
		getters = check_getters();
		setters = check_setters();
	}
	printf("%s: %zu cases, %zu calls, %zu failed", argv[1], tally.cases, tally.calls,
		tally.failures);
	if (getters > 0) {
		printf("; %zu members read, %zu set, %zu ways not taken", getters, setters,
			missing);
	}
	printf("\n");
	return tally.cases == 0 || tally.failures > 0 || missing > 0 ? 1 : 0;
}

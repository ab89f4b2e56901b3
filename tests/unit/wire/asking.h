/* asking.h: questions that the tests of records put to wire_decode and wire_check. */
#ifndef TESTS_UNIT_WIRE_ASKING_H
#define TESTS_UNIT_WIRE_ASKING_H

#include <stdio.h>
#include <string.h>

#include "libapi/wire/wire.h"

static inline void print_problems(const struct wire_problems *problems) {
	for (size_t i = 0; i < problems->count; i++) {
		const struct wire_problem *problem = &problems->list[i];
		fprintf(stderr, "\n    %s %s: %s", problem->pointer, problem->code,
			problem->message);
	}
}

static inline const struct wire_problem *find_problem(
	const struct wire_problems *problems, const char *pointer) {
	for (size_t i = 0; i < problems->count; i++) {
		if (strcmp(problems->list[i].pointer, pointer) == 0) {
			return &problems->list[i];
		}
	}
	return NULL;
}

static inline enum wire_verdict verdict_of(
	const struct wire_schema *schema, const char *json, enum wire_mode mode) {
	struct wire_problems problems;
	struct wire_record *record = NULL;
	wire_problems_init(&problems);
	enum wire_verdict verdict =
		wire_decode(schema, json, strlen(json), mode, &record, &problems);
	wire_record_unref(record);
	wire_problems_finish(&problems);
	return verdict;
}

/* The text is JSON with exactly one problem: this one. A NULL message is any. */
static inline bool only_problem(const struct wire_schema *schema, const char *json,
	enum wire_mode mode, const char *pointer, const char *code, const char *message) {
	struct wire_problems problems;
	struct wire_record *record = NULL;
	wire_problems_init(&problems);
	enum wire_verdict verdict =
		wire_decode(schema, json, strlen(json), mode, &record, &problems);
	bool found = verdict == WIRE_INVALID && record == NULL && problems.count == 1 &&
		     strcmp(problems.list[0].pointer, pointer) == 0 &&
		     strcmp(problems.list[0].code, code) == 0 &&
		     (message == NULL || strcmp(problems.list[0].message, message) == 0);
	if (!found) {
		print_problems(&problems);
	}
	wire_record_unref(record);
	wire_problems_finish(&problems);
	return found;
}

/* Read, then written again: is it `expected`? */
static inline bool comes_back_as(const struct wire_schema *schema, const char *json, size_t len,
	enum wire_mode mode, const char *expected) {
	struct wire_problems problems;
	struct wire_record *record = NULL;
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	wire_problems_init(&problems);
	bool same = wire_decode(schema, json, len, mode, &record, &problems) == WIRE_OK;
	print_problems(&problems);
	if (same) {
		wire_encode(record, &out);
		same = !out.failed && strcmp(out.bytes, expected) == 0;
	}
	if (!same && out.bytes != NULL) {
		fprintf(stderr, "\n    got %s", out.bytes);
	}
	wire_buffer_finish(&out);
	wire_record_unref(record);
	wire_problems_finish(&problems);
	return same;
}

#endif

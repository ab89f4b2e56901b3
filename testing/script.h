/* script.h: a test's script, read once and checked whole: a misspelt member must not look like a passing test. */
#ifndef TESTING_SCRIPT_H
#define TESTING_SCRIPT_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One answer. The JSON values belong to the script's tree. */
struct answer {
	/* what it expects; NULL: anything */
	const char *method, *path, *body_text;
	struct json_object *headers, *same, *body;
	/* what it gives */
	int64_t status;
	struct json_object *give_headers;
	const char *text; /* the body, or NULL */
	size_t text_len;
	bool is_json;
	/* how it goes wrong; cut < 0: whole */
	int64_t delay_ms, drip_ms, cut;
	bool reset, close;
	/* how often, 0: for ever; how often still, < 0: for ever */
	int64_t times, left;
};

struct script {
	struct json_object *tree;
	struct answer *answers;
	size_t count;
	bool any_order;
};

/* NULL, or what is wrong (the caller's, free()); then the script is empty. */
char *script_read(struct script *script, const char *text);
void script_finish(struct script *script);

/* The answer for a request, NULL when none is left that fits. In order: the next one, whatever it expects. */
struct answer *script_next(struct script *script, const char *method, const char *path);
/* How many answers nobody asked for. */
size_t script_left(const struct script *script);

#endif

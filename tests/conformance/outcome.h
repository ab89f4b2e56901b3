/* outcome.h: what a step came to, against what its case expects. */
#ifndef TESTS_CONFORMANCE_OUTCOME_H
#define TESTS_CONFORMANCE_OUTCOME_H

#include "scene.h"

struct outcome {
	int32_t code;
	libapi_error *error;
	struct json_object *gives; /* the picture of the answer, or NULL */
	char *text; /* of operations that answer with text */
	struct json_object *answer; /* of a finished call: status, etag, … */
	int32_t attempts;
};

/* Compare, keep what is to be saved, release. */
void outcome_judge(struct outcome *outcome, struct json_object *step, struct scene *scene);

#endif

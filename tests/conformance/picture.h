/* picture.h: what the library gives, told by its getters, as JSON that a case can be compared with. */
#ifndef TESTS_CONFORMANCE_PICTURE_H
#define TESTS_CONFORMANCE_PICTURE_H

#include "dispatch.h"

#include <json-c/json.h>

/* Every member of an answer through every getter. A getter that contradicts another one gives a member "contradicts",
 * which no case expects and picture_fault() finds. */
struct json_object *picture_of(struct reader *reader, const void *handle);
/* NULL, or which getters of the last pictures contradict one another. */
const char *picture_fault(void);

/* An outcome: its error's members, or {"code": "LIBAPI_OK"}. `error` may be NULL with any code. */
struct json_object *picture_of_failure(int32_t code, const libapi_error *error);
/* What a done call knows of its answer; `headers`: an object whose names are asked for, or NULL. */
struct json_object *picture_of_call(const libapi_call *call, struct json_object *headers);
struct json_object *picture_of_response(
	const libapi_response *response, struct json_object *headers);

#endif

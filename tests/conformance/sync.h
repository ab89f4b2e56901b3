/* sync.h: libapi_sync as one more list; it is of no operation, so that no generator knows it. */
#ifndef TESTS_CONFORMANCE_SYNC_H
#define TESTS_CONFORMANCE_SYNC_H

#include "dispatch.h"

#include <json-c/json.h>

extern const struct row sync_row; /* how to walk on, and to read what is found */

/* The sync of a step; *out is the caller's also where a setting was refused. */
int32_t sync_open(
	void **out, libapi_client *client, struct json_object *step, libapi_error **error);

#endif

/* options.h: one call's options, as the request reads them. */
#ifndef LIBAPI_OPTIONS_PRIVATE_H
#define LIBAPI_OPTIONS_PRIVATE_H

#include "api/options.h"

#include <stdbool.h>

#define OPTIONS_HEADERS_MAX 16

struct libapi_call_options {
	int32_t timeout_ms, attempts; /* 0: the client's */
	char *idempotency_key, *if_match, *if_none_match, *request_id, *traceparent;
	char *headers[OPTIONS_HEADERS_MAX]; /* "Name: value" */
	size_t header_count;
	void *user_data;
};

/* A deep copy; of NULL it is NULL. false: no memory. */
bool libapi__call_options_copy(const libapi_call_options *options, libapi_call_options **out);

#endif

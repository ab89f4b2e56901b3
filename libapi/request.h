/* request.h: what is sent, the same for every attempt. */
#ifndef LIBAPI_REQUEST_H
#define LIBAPI_REQUEST_H

#include "api/error.h"
#include "libapi/hook.h"
#include "libapi/options.h"
#include "libapi/wire/operation.h"

#include <stdbool.h>

#define METHOD_ROOM 24
#define IDEMPOTENCY_ROOM 65

struct request {
	char method[METHOD_ROOM];
	struct wire_buffer url; /* NUL-terminated */
	struct wire_buffer headers; /* "Name: value" NUL, one after the other */
	struct wire_buffer body;
	bool has_body;
	char idempotency_key[IDEMPOTENCY_ROOM]; /* "": none */
};

void libapi__request_finish(struct request *request);

struct request_body { /* one of the two, or neither */
	const struct wire_record *record;
	const char *text;
	size_t text_bytes;
};

/* An operation of the contract. Checks the path values, query and body: LIBAPI_E_INVALID with every field. */
int32_t libapi__request_fill(struct request *request, const char *base_url,
	const struct operation *operation, const char *const *path_values,
	const struct wire_record *query, const struct request_body *body,
	const libapi_call_options *options, libapi_error **error);

/* false: no memory. */
bool libapi__request_put_header(struct request *request, const char *name, const char *value);
bool libapi__request_has_header(const struct request *request, const char *name); /* any case */

/* The trace that the caller's thread is in, where the options name none. */
int32_t libapi__request_put_trace(struct request *request, const struct hook *hook,
	const libapi_call_options *options, libapi_error **error);

/* Anything else: the path as it is, the body as it is. */
int32_t libapi__request_fill_raw(struct request *request, const char *base_url, const char *method,
	const char *path, const char *content_type, const char *body, size_t body_len,
	const libapi_call_options *options, libapi_error **error);

#endif

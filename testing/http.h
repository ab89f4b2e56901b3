/* http.h: one HTTP/1.1 request out of bytes that come in pieces (RFC 9112). */
#ifndef TESTING_HTTP_H
#define TESTING_HTTP_H

#include "libapi/wire/buffer.h"

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>

enum { HTTP_HEAD_MAX = 65536 };

struct http_request {
	char *method, *path;
	struct json_object *headers; /* name as sent → value */
	struct wire_buffer body;
};
void http_request_finish(struct http_request *request);

/* Take the first whole request off the front of `in`: 1 taken, 0 more bytes are needed, -1 no HTTP. */
int http_take(struct wire_buffer *in, struct http_request *request);
/* The value of a header, any case; NULL: none. */
const char *http_header(const struct http_request *request, const char *name);
/* The usual words for a status: "Not Found". */
const char *http_reason(int status);

#endif

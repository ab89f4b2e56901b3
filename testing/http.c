/* http.c: what libcurl sends, and no more than that: a head, then a body by Content-Length or in chunks. */
#include "testing/http.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void http_request_finish(struct http_request *request) {
	free(request->method);
	free(request->path);
	json_object_put(request->headers);
	wire_buffer_finish(&request->body);
	*request = (struct http_request){ 0 };
}

const char *http_header(const struct http_request *request, const char *name) {
	json_object_object_foreach(request->headers, key, value) {
		if (strcasecmp(key, name) == 0) {
			return json_object_get_string(value);
		}
	}
	return NULL;
}

/* "GET /path HTTP/1.1" */
static bool take_request_line(struct http_request *request, const char *line, const char *end) {
	const char *first = memchr(line, ' ', (size_t)(end - line));
	const char *second =
		first != NULL ? memchr(first + 1, ' ', (size_t)(end - first - 1)) : NULL;

	if (second == NULL || strncmp(second + 1, "HTTP/1.", 7) != 0) {
		return false;
	}
	request->method = strndup(line, (size_t)(first - line));
	request->path = strndup(first + 1, (size_t)(second - first - 1));
	request->headers = json_object_new_object();
	return request->method != NULL && request->path != NULL && request->headers != NULL;
}

static bool take_header(struct http_request *request, const char *line, const char *end) {
	const char *colon = memchr(line, ':', (size_t)(end - line));
	char name[256];

	if (colon == NULL || (size_t)(colon - line) >= sizeof(name)) {
		return false;
	}
	memcpy(name, line, (size_t)(colon - line));
	name[colon - line] = '\0';
	for (colon++; colon < end && (*colon == ' ' || *colon == '\t'); colon++) {
	}
	json_object_object_add(
		request->headers, name, json_object_new_string_len(colon, (int)(end - colon)));
	return true;
}

static bool take_head(struct http_request *request, const char *head, const char *head_end) {
	const char *end = strstr(head, "\r\n");

	if (!take_request_line(request, head, end)) {
		return false;
	}
	for (const char *line = end + 2; line < head_end; line = end + 2) {
		end = strstr(line, "\r\n");
		if (!take_header(request, line, end)) {
			return false;
		}
	}
	return true;
}

/* The body in chunks (RFC 9112 §7.1): 1 whole, its length in *taken; 0 more is needed; -1 it is none. */
static int take_chunks(struct http_request *request, const char *at, size_t *taken) {
	const char *start = at;

	for (;;) {
		char *size_end = NULL;
		const char *line_end = strstr(at, "\r\n");
		unsigned long size = strtoul(at, &size_end, 16);

		if (line_end == NULL) {
			return 0;
		}
		if (size_end == at) {
			return -1;
		}
		if (strlen(line_end + 2) < size + 2) {
			return 0;
		}
		wire_put(&request->body, line_end + 2, size);
		at = line_end + 2 + size + 2;
		if (size == 0) {
			*taken = (size_t)(at - start);
			return 1;
		}
	}
}

static int take_body(struct http_request *request, const char *at, size_t there, size_t *taken) {
	const char *length = http_header(request, "Content-Length");
	const char *coding = http_header(request, "Transfer-Encoding");

	if (coding != NULL && strcasecmp(coding, "chunked") == 0) {
		return take_chunks(request, at, taken);
	}
	*taken = length != NULL ? strtoul(length, NULL, 10) : 0;
	if (there < *taken) {
		return 0;
	}
	wire_put(&request->body, at, *taken);
	return 1;
}

int http_take(struct wire_buffer *in, struct http_request *request) {
	char *end = in->len > 0 ? strstr(in->bytes, "\r\n\r\n") : NULL;
	size_t head_len = 0, body_len = 0;
	int got = 0;

	*request = (struct http_request){ 0 };
	/* No method begins so: TLS, for one, whose client would wait for an answer of its own kind. */
	if (in->len > 0 && !isalpha((unsigned char)in->bytes[0])) {
		return -1;
	}
	if (end == NULL) {
		return in->len > HTTP_HEAD_MAX ? -1 : 0;
	}
	head_len = (size_t)(end - in->bytes) + 4;
	got = take_head(request, in->bytes, end)
		      ? take_body(request, in->bytes + head_len, in->len - head_len, &body_len)
		      : -1;
	if (got != 1) {
		http_request_finish(request);
		return got;
	}
	in->len -= head_len + body_len;
	memmove(in->bytes, in->bytes + head_len + body_len, in->len + 1);
	return 1;
}

static const struct {
	int status;
	const char *reason;
} reasons[] = { { 200, "OK" }, { 201, "Created" }, { 204, "No Content" }, { 304, "Not Modified" },
	{ 400, "Bad Request" }, { 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" },
	{ 409, "Conflict" }, { 410, "Gone" }, { 412, "Precondition Failed" },
	{ 422, "Unprocessable Content" }, { 428, "Precondition Required" },
	{ 429, "Too Many Requests" }, { 500, "Internal Server Error" }, { 502, "Bad Gateway" },
	{ 503, "Service Unavailable" }, { 504, "Gateway Timeout" } };

const char *http_reason(int status) {
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].status == status) {
			return reasons[i].reason;
		}
	}
	return "Answer";
}

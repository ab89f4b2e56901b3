/* response.c: an answer's lines, kept as they came. Few of them are ever asked for, so asking is the slow side. */
#include "libapi/response.h"
#include "libapi/wire/memory.h"

#include <string.h>
#include <strings.h>

#define HEADERS_MAX 65536

void libapi__response_clear(struct response *response) {
	response->status = 0;
	wire_buffer_clear(&response->headers);
	wire_buffer_clear(&response->body);
}

void libapi__response_finish(struct response *response) {
	wire_buffer_finish(&response->headers);
	wire_buffer_finish(&response->body);
}

static bool is_space(char c) {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool libapi__response_add_line(struct response *response, const char *line, size_t len) {
	while (len > 0 && is_space(line[len - 1])) {
		len--;
	}
	if (len >= 5 && memcmp(line, "HTTP/", 5) == 0) {
		wire_buffer_clear(&response->headers);
		return true;
	}
	if (len == 0) {
		return true;
	}
	if (response->headers.len + len > HEADERS_MAX) {
		return false;
	}
	wire_put(&response->headers, line, len);
	wire_put(&response->headers, "", 1);
	return !response->headers.failed;
}

const char *libapi__response_header(const struct response *response, const char *name) {
	const char *line = response->headers.bytes;
	const char *end = line != NULL ? line + response->headers.len : NULL;
	size_t name_len = strlen(name);

	while (line < end) {
		if (strncasecmp(line, name, name_len) == 0 && line[name_len] == ':') {
			line += name_len + 1;
			return line + strspn(line, " \t");
		}
		line += strlen(line) + 1;
	}
	return NULL;
}

const char *libapi__line_at(const struct wire_buffer *headers, size_t index) {
	for (size_t at = 0; at < headers->len; at += strlen(headers->bytes + at) + 1) {
		if (index-- == 0) {
			return headers->bytes + at;
		}
	}
	return NULL;
}

bool libapi__response_is_json(const struct response *response) {
	const char *type = libapi__response_header(response, "Content-Type");
	size_t len = 0;

	if (type == NULL) {
		return false;
	}
	len = strcspn(type, "; \t");
	return (len == 16 && strncasecmp(type, "application/json", 16) == 0) ||
	       (len > 5 && strncasecmp(type + len - 5, "+json", 5) == 0);
}

/* ---- the public handle ------------------------------------------------------------------------------------ */

libapi_response *libapi__response_handle(struct response *response) {
	libapi_response *handle = wire_calloc(1, sizeof(*handle));

	if (handle != NULL) {
		handle->response = *response;
		*response = (struct response){ 0 }; /* the handle's from here */
	}
	return handle;
}

void libapi_response_free(libapi_response *response) {
	if (response != NULL) {
		libapi__response_finish(&response->response);
		wire_free(response);
	}
}

int32_t libapi_response_status(const libapi_response *response) {
	return response != NULL ? response->response.status : 0;
}

const char *libapi_response_header(const libapi_response *response, const char *name) {
	return response != NULL && name != NULL ? libapi__response_header(&response->response, name)
						: NULL;
}

const char *libapi_response_body(const libapi_response *response, size_t *len) {
	const struct wire_buffer *body = response != NULL ? &response->response.body : NULL;

	if (len != NULL) {
		*len = body != NULL ? body->len : 0;
	}
	if (body == NULL) {
		return NULL;
	}
	return body->len > 0 ? body->bytes : "";
}

/* exchange.c: one attempt as the program's transport sees it: the request to read, the answer to put together. */
#include "libapi/transport/program.h"

#include "api/version.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <string.h>

/* Of one header's text, as libcurl has it. */
#define HEADER_BYTES_MAX 102400

static void put_header(struct wire_buffer *headers, const char *name, const char *value) {
	if (value != NULL) {
		wire_put_format(headers, "%s: %s", name, value);
		wire_put(headers, "", 1);
	}
}

static void put_headers(struct wire_buffer *headers, const libapi_config *config) {
	put_header(headers, "Accept", "application/json");
	wire_put_format(headers, "User-Agent: libapi/%s%s%s", LIBAPI_VERSION,
		config->agent != NULL ? " " : "", config->agent != NULL ? config->agent : "");
	wire_put(headers, "", 1);
	put_header(headers, "X-API-Key", config->key);
}

struct libapi_exchange *libapi__exchange_new(
	const libapi_config *config, const struct request *request) {
	struct libapi_exchange *handle = wire_calloc(1, sizeof(*handle));

	if (handle == NULL) {
		return NULL;
	}
	(void)snprintf(handle->method, sizeof(handle->method), "%s", request->method);
	wire_put_str(&handle->url, request->url.bytes);
	wire_put(&handle->headers, request->headers.bytes, request->headers.len);
	put_headers(&handle->headers, config);
	wire_put(&handle->body, request->body.bytes, request->body.len);
	handle->has_body = request->has_body;
	handle->answer_max = config->answer_max;
	handle->refs = 1;
	if (handle->url.failed || handle->headers.failed || handle->body.failed) {
		libapi__exchange_free(handle);
		return NULL;
	}
	return handle;
}

void libapi__exchange_free(struct libapi_exchange *handle) {
	if (handle->headers.bytes != NULL) {
		explicit_bzero(handle->headers.bytes, handle->headers.len); /* the key */
	}
	wire_buffer_finish(&handle->url);
	wire_buffer_finish(&handle->headers);
	wire_buffer_finish(&handle->body);
	libapi__response_finish(&handle->answer);
	wire_free(handle);
}

/* ---- the request ------------------------------------------------------------------------------------------ */

const char *libapi_exchange_method(const libapi_exchange *exchange) {
	return exchange != NULL ? exchange->method : NULL;
}

const char *libapi_exchange_url(const libapi_exchange *exchange) {
	return exchange != NULL ? exchange->url.bytes : NULL;
}

const char *libapi_exchange_header_at(const libapi_exchange *exchange, size_t index) {
	return exchange != NULL ? libapi__line_at(&exchange->headers, index) : NULL;
}

const char *libapi_exchange_body(const libapi_exchange *exchange, size_t *len) {
	bool has = exchange != NULL && exchange->has_body;

	if (len != NULL) {
		*len = has ? exchange->body.len : 0;
	}
	if (!has) {
		return NULL;
	}
	return exchange->body.len > 0 ? exchange->body.bytes : "";
}

/* ---- the answer ------------------------------------------------------------------------------------------- */

static int32_t fail_as(libapi_exchange *exchange, int32_t code) {
	exchange->failed = code;
	return code;
}

int32_t libapi_exchange_add_header(libapi_exchange *exchange, const char *name, const char *value) {
	char *line = NULL;
	bool taken = false;

	if (exchange == NULL || name == NULL || value == NULL ||
		!libapi__text_is_token(name, HEADER_BYTES_MAX) ||
		!libapi__text_is_header_value(value, HEADER_BYTES_MAX)) {
		return LIBAPI_E_INVALID;
	}
	line = wire_print("%s: %s", name, value);
	taken = line != NULL && libapi__response_add_line(&exchange->answer, line, strlen(line));
	wire_free(line);
	if (taken) {
		return LIBAPI_OK;
	}
	return fail_as(exchange, line == NULL || exchange->answer.headers.failed
					 ? LIBAPI_E_MEMORY
					 : LIBAPI_E_ANSWER_TOO_LARGE);
}

int32_t libapi_exchange_add_body(libapi_exchange *exchange, const char *bytes, size_t len) {
	struct wire_buffer *body = NULL;

	if (exchange == NULL || (bytes == NULL && len > 0)) {
		return LIBAPI_E_INVALID;
	}
	body = &exchange->answer.body;
	if (len > (size_t)exchange->answer_max - body->len) {
		return fail_as(exchange, LIBAPI_E_ANSWER_TOO_LARGE);
	}
	wire_put(body, bytes, len);
	return body->failed ? fail_as(exchange, LIBAPI_E_MEMORY) : LIBAPI_OK;
}

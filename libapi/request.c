/* request.c: from an operation and its arguments to the request.
 *
 * Every write gets an Idempotency-Key here, once, so that all its attempts share it: only so may a write whose
 * answer was lost be sent again. */
#include "libapi/request.h"

#include "libapi/error.h"
#include "libapi/text.h"
#include "libapi/url.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>

void libapi__request_finish(struct request *request) {
	wire_buffer_finish(&request->url);
	wire_buffer_finish(&request->headers);
	wire_buffer_finish(&request->body);
}

static void put_header(struct request *request, const char *name, const char *value) {
	if (value == NULL) {
		return;
	}
	wire_put_str(&request->headers, name);
	wire_put(&request->headers, ": ", 2);
	wire_put(&request->headers, value, strlen(value) + 1);
}

bool libapi__request_put_header(struct request *request, const char *name, const char *value) {
	put_header(request, name, value);
	return !request->headers.failed;
}

bool libapi__request_has_header(const struct request *request, const char *name) {
	const char *at = request->headers.bytes, *end = at + request->headers.len;
	size_t len = strlen(name);

	for (; at < end; at += strlen(at) + 1) {
		if (strncasecmp(at, name, len) == 0 && at[len] == ':') {
			return true;
		}
	}
	return false;
}

/* A random UUID, RFC 9562 §5.4. */
static bool make_key(char *out, size_t room) {
	unsigned char b[16];

	if (getrandom(b, sizeof(b), 0) != (ssize_t)sizeof(b)) {
		return false;
	}
	b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
	(void)snprintf(out, room,
		"%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
		b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
		b[15]);
	return true;
}

static int32_t put_idempotency_key(struct request *request, bool is_write,
	const libapi_call_options *options, libapi_error **error) {
	const char *given = options != NULL ? options->idempotency_key : NULL;

	request->idempotency_key[0] = '\0';
	if (given != NULL) {
		(void)snprintf(request->idempotency_key, IDEMPOTENCY_ROOM, "%s", given);
	} else if (!is_write) {
		return LIBAPI_OK;
	} else if (!make_key(request->idempotency_key, IDEMPOTENCY_ROOM)) {
		return libapi__fail(error, LIBAPI_E_SYSTEM, "the system gives no random bytes");
	}
	put_header(request, "Idempotency-Key", request->idempotency_key);
	return LIBAPI_OK;
}

static void put_options(struct request *request, const libapi_call_options *options) {
	if (options == NULL) {
		return;
	}
	put_header(request, "If-Match", options->if_match);
	put_header(request, "If-None-Match", options->if_none_match);
	put_header(request, "X-Request-Id", options->request_id);
	put_header(request, "traceparent", options->traceparent);
	for (size_t i = 0; i < options->header_count; i++) {
		wire_put(&request->headers, options->headers[i], strlen(options->headers[i]) + 1);
	}
}

static int32_t check_memory(const struct request *request, libapi_error **error) {
	if (request->url.failed || request->headers.failed || request->body.failed) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	return LIBAPI_OK;
}

/* The rules of a draft or query, before anything is sent. */
static int32_t check_record(const struct operation *operation, const struct wire_record *record,
	enum wire_mode mode, libapi_error **error) {
	struct wire_problems problems;
	int32_t code = LIBAPI_OK;

	wire_problems_init(&problems);
	if (!wire_check(record, mode, &problems)) {
		for (size_t i = 0; i < problems.count && record->schema == operation->query; i++) {
			problems.list[i].pointer++; /* a parameter is named, not pointed at */
		}
		code = libapi__fail_problems(error, operation, NULL, &problems);
	}
	wire_problems_finish(&problems);
	return code;
}

static const char *body_type(const struct operation *operation) {
	if (operation->text_type != NULL) {
		return operation->text_type;
	}
	return operation->body_mode == WIRE_PATCH ? "application/merge-patch+json"
						  : "application/json";
}

static int32_t fail_bodiless(const struct operation *operation, libapi_error **error) {
	return libapi__fail(
		error, LIBAPI_E_INVALID, "%s needs a body, and it is NULL", operation->id);
}

static int32_t write_body(struct request *request, const struct operation *operation,
	const struct request_body *body, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (operation->text_type != NULL) {
		if (body->text == NULL) {
			return fail_bodiless(operation, error);
		}
		wire_put(&request->body, body->text, body->text_bytes);
		return LIBAPI_OK;
	}
	if (body->record == NULL) {
		return fail_bodiless(operation, error);
	}
	code = check_record(operation, body->record, operation->body_mode, error);
	if (code == LIBAPI_OK) {
		wire_encode(body->record, &request->body);
	}
	return code;
}

static int32_t put_body(struct request *request, const struct operation *operation,
	const struct request_body *body, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (operation->body == NULL && operation->text_type == NULL) {
		return LIBAPI_OK;
	}
	code = write_body(request, operation, body, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	if (operation->body_max != 0 && request->body.len > operation->body_max) {
		return libapi__fail(error, LIBAPI_E_INVALID,
			"the body of %s is %zu bytes; at most %u are allowed", operation->id,
			request->body.len, (unsigned)operation->body_max);
	}
	request->has_body = true;
	put_header(request, "Content-Type", body_type(operation));
	return LIBAPI_OK;
}

int32_t libapi__request_fill(struct request *request, const char *base_url,
	const struct operation *operation, const char *const *path_values,
	const struct wire_record *query, const struct request_body *body,
	const libapi_call_options *options, libapi_error **error) {
	bool is_write = (operation->flags & (OPERATION_SAFE | OPERATION_PUBLIC)) == 0;
	int32_t code = LIBAPI_OK;

	(void)snprintf(request->method, METHOD_ROOM, "%s", operation->method);
	wire_put_str(&request->url, base_url);
	code = libapi__url_put_path(&request->url, operation, path_values, error);
	if (code == LIBAPI_OK && query != NULL) {
		code = check_record(operation, query, WIRE_CREATE, error);
		libapi__url_put_query(&request->url, query);
	}
	if (code == LIBAPI_OK) {
		code = put_body(request, operation, body, error);
	}
	if (code == LIBAPI_OK) {
		code = put_idempotency_key(request, is_write, options, error);
	}
	if (code != LIBAPI_OK) {
		return code;
	}
	put_options(request, options);
	return check_memory(request, error);
}

/* W3C Trace Context §3.2.2: two, 32, 16 and two lower-case hexadecimal digits. */
static bool is_traceparent(const char *text) {
	static const char form[] = "xx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx-xx";
	size_t at = 0;

	for (; form[at] != '\0'; at++) {
		bool is_hex = (text[at] >= '0' && text[at] <= '9') ||
			      (text[at] >= 'a' && text[at] <= 'f');
		if (form[at] == 'x' ? !is_hex : text[at] != '-') {
			return false;
		}
	}
	return text[at] == '\0';
}

int32_t libapi__request_put_trace(struct request *request, const struct hook *hook,
	const libapi_call_options *options, libapi_error **error) {
	char trace[64] = "";

	if (hook == NULL || (options != NULL && options->traceparent != NULL) ||
		hook->on_trace(trace, sizeof(trace), hook->user) != 1 || !is_traceparent(trace)) {
		return LIBAPI_OK;
	}
	put_header(request, "traceparent", trace);
	return check_memory(request, error);
}

int32_t libapi__request_fill_raw(struct request *request, const char *base_url, const char *method,
	const char *path, const char *content_type, const char *body, size_t body_len,
	const libapi_call_options *options, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (method == NULL || !libapi__text_is_token(method, METHOD_ROOM - 1)) {
		return libapi__fail(error, LIBAPI_E_INVALID, "method is NULL or no HTTP method");
	}
	if (path == NULL || !libapi__path_is_good(path)) {
		return libapi__fail(error, LIBAPI_E_INVALID,
			"path is NULL, does not begin with /, or has characters that must be "
			"escaped");
	}
	if (content_type != NULL && !libapi__text_is_printable(content_type, 256)) {
		return libapi__fail(error, LIBAPI_E_INVALID, "content_type is no printable text");
	}
	(void)snprintf(request->method, METHOD_ROOM, "%s", method);
	wire_put_str(&request->url, base_url);
	wire_put_str(&request->url, path);
	if (body != NULL) {
		request->has_body = true;
		wire_put(&request->body, body, body_len);
		put_header(request, "Content-Type",
			content_type != NULL ? content_type : "application/json");
	}
	code = put_idempotency_key(
		request, strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0, options, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	put_options(request, options);
	return check_memory(request, error);
}

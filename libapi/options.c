/* options.c: the builder of call options. Whatever could smuggle a second header is refused here, at the setter,
 * so that nothing later has to look again. */
#include "libapi/options.h"

#include "api/error.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define HEADER_NAME_MAX 128
#define HEADER_VALUE_MAX 4096
#define ETAG_MAX 1024

int32_t libapi_call_options_new(libapi_call_options **out) {
	if (out == NULL) {
		return LIBAPI_E_INVALID;
	}
	*out = wire_calloc(1, sizeof(**out));
	return *out != NULL ? LIBAPI_OK : LIBAPI_E_MEMORY;
}

void libapi_call_options_free(libapi_call_options *options) {
	if (options == NULL) {
		return;
	}
	wire_free(options->idempotency_key);
	wire_free(options->if_match);
	wire_free(options->if_none_match);
	wire_free(options->request_id);
	wire_free(options->traceparent);
	for (size_t i = 0; i < options->header_count; i++) {
		wire_free(options->headers[i]);
	}
	wire_free(options);
}

static bool copy_texts(libapi_call_options *to, const libapi_call_options *from) {
	for (size_t i = 0; i < from->header_count; i++) {
		if (!libapi__text_set(&to->headers[i], from->headers[i])) {
			return false;
		}
		to->header_count++;
	}
	return libapi__text_set(&to->idempotency_key, from->idempotency_key) &&
	       libapi__text_set(&to->if_match, from->if_match) &&
	       libapi__text_set(&to->if_none_match, from->if_none_match) &&
	       libapi__text_set(&to->request_id, from->request_id) &&
	       libapi__text_set(&to->traceparent, from->traceparent);
}

bool libapi__call_options_copy(const libapi_call_options *options, libapi_call_options **out) {
	libapi_call_options *copy = NULL;

	*out = NULL;
	if (options == NULL) {
		return true;
	}
	if (libapi_call_options_new(&copy) != LIBAPI_OK) {
		return false;
	}
	copy->timeout_ms = options->timeout_ms;
	copy->attempts = options->attempts;
	copy->user_data = options->user_data;
	if (!copy_texts(copy, options)) {
		libapi_call_options_free(copy);
		return false;
	}
	*out = copy; /* the caller's from here */
	return true;
}

int32_t libapi_call_options_set_timeout_ms(libapi_call_options *options, int32_t timeout_ms) {
	if (options == NULL || timeout_ms < 0 || timeout_ms > 86400000) {
		return LIBAPI_E_INVALID;
	}
	options->timeout_ms = timeout_ms;
	return LIBAPI_OK;
}

int32_t libapi_call_options_set_max_attempts(libapi_call_options *options, int32_t attempts) {
	if (options == NULL || attempts < 0 || attempts > 10) {
		return LIBAPI_E_INVALID;
	}
	options->attempts = attempts;
	return LIBAPI_OK;
}

static int32_t set_text(char **slot, const char *text, bool good) {
	if (text != NULL && !good) {
		return LIBAPI_E_INVALID;
	}
	return libapi__text_set(slot, text) ? LIBAPI_OK : LIBAPI_E_MEMORY;
}

int32_t libapi_call_options_set_idempotency_key(libapi_call_options *options, const char *key) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	return set_text(
		&options->idempotency_key, key, key != NULL && libapi__text_is_printable(key, 64));
}

int32_t libapi_call_options_set_if_match(libapi_call_options *options, const char *etag) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	return set_text(&options->if_match, etag,
		etag != NULL && libapi__text_is_printable(etag, ETAG_MAX));
}

int32_t libapi_call_options_set_if_match_version(libapi_call_options *options, int64_t version) {
	char etag[32];

	if (options == NULL || version < 0) {
		return LIBAPI_E_INVALID;
	}
	(void)snprintf(etag, sizeof(etag), "\"%lld\"", (long long)version);
	return libapi_call_options_set_if_match(options, etag);
}

int32_t libapi_call_options_set_if_none_match(libapi_call_options *options, const char *etag) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	return set_text(&options->if_none_match, etag,
		etag != NULL && libapi__text_is_printable(etag, ETAG_MAX));
}

int32_t libapi_call_options_set_request_id(libapi_call_options *options, const char *id) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	return set_text(&options->request_id, id, id != NULL && libapi__text_is_printable(id, 128));
}

int32_t libapi_call_options_set_traceparent(libapi_call_options *options, const char *traceparent) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	return set_text(&options->traceparent, traceparent,
		traceparent != NULL && libapi__text_is_printable(traceparent, 256));
}

/* Headers that libapi or libcurl writes: a second one would change what the request means. */
static bool is_ours(const char *name) {
	static const char *const ours[] = { "Accept", "Connection", "Content-Length",
		"Content-Type", "Expect", "Host", "Idempotency-Key", "If-Match", "If-None-Match",
		"TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "X-API-Key",
		"X-Request-Id", "traceparent" };

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		if (strcasecmp(name, ours[i]) == 0) {
			return true;
		}
	}
	return false;
}

int32_t libapi_call_options_add_header(
	libapi_call_options *options, const char *name, const char *value) {
	char *line = NULL;

	if (options == NULL || name == NULL || value == NULL ||
		options->header_count == OPTIONS_HEADERS_MAX) {
		return LIBAPI_E_INVALID;
	}
	if (!libapi__text_is_token(name, HEADER_NAME_MAX) || is_ours(name) || value[0] == '\0' ||
		!libapi__text_is_header_value(value, HEADER_VALUE_MAX)) {
		return LIBAPI_E_INVALID;
	}
	line = wire_print("%s: %s", name, value);
	if (line == NULL) {
		return LIBAPI_E_MEMORY;
	}
	options->headers[options->header_count++] = line;
	return LIBAPI_OK;
}

int32_t libapi_call_options_set_user_data(libapi_call_options *options, void *user_data) {
	if (options == NULL) {
		return LIBAPI_E_INVALID;
	}
	options->user_data = user_data;
	return LIBAPI_OK;
}

/* observe.c: see observe.h. Redacted when it is gathered, so that nothing secret lies about until it is told. */
#include "libapi/observe.h"

#include "libapi/log.h"
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const secrets[] = {
	"Authorization:", "Proxy-Authorization:", "Cookie:", "Set-Cookie:", "X-API-Key:"
};

static const char *secret_name(const char *line) {
	for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++) {
		if (strncasecmp(line, secrets[i], strlen(secrets[i])) == 0) {
			return secrets[i];
		}
	}
	return NULL;
}

static void put_redacted(struct wire_buffer *to, const struct wire_buffer *from) {
	for (size_t at = 0; at < from->len; at += strlen(from->bytes + at) + 1) {
		const char *line = from->bytes + at, *name = secret_name(line);
		size_t begin = to->len;

		if (name != NULL) {
			wire_put_str(to, name);
			wire_put(to, " [redacted]", sizeof(" [redacted]"));
		} else {
			wire_put(to, line, strlen(line) + 1);
		}
		if (!to->failed) {
			libapi__log_mask(to->bytes + begin);
		}
	}
}

static void free_observation(struct libapi_observation *seen) {
	wire_buffer_finish(&seen->url);
	wire_buffer_finish(&seen->headers);
	wire_free(seen);
}

static void fill(struct libapi_observation *seen, const struct exchange *exchange) {
	const struct request *request = exchange->request;
	const struct response *response = &exchange->response;

	(void)snprintf(seen->method, sizeof(seen->method), "%s", request->method);
	wire_put_str(&seen->url, request->url.bytes);
	if (!seen->url.failed) {
		libapi__log_mask(seen->url.bytes);
	}
	put_redacted(&seen->headers, seen->is_end ? &response->headers : &request->headers);
	seen->body_bytes = (int64_t)(seen->is_end ? response->body.len : request->body.len);
	seen->status = seen->is_end ? response->status : 0;
	seen->code = seen->is_end ? exchange->code : LIBAPI_OK;
}

void libapi__observe(struct observations *waiting, const struct exchange *exchange,
	const char *operation, int32_t attempt, int64_t elapsed_ms, bool is_end) {
	struct libapi_observation *seen = wire_calloc(1, sizeof(*seen));

	if (seen == NULL) {
		return;
	}
	seen->operation = operation;
	seen->attempt = attempt;
	seen->elapsed_ms = elapsed_ms;
	seen->is_end = is_end;
	fill(seen, exchange);
	if (seen->url.failed || seen->headers.failed) {
		free_observation(seen);
		return;
	}
	if (waiting->first == NULL) {
		waiting->last = &waiting->first;
	}
	*waiting->last = seen;
	waiting->last = &seen->next;
}

void libapi__observe_tell(const struct hook *hook, struct libapi_observation *first) {
	while (first != NULL) {
		struct libapi_observation *seen = first;

		first = seen->next;
		hook->on_seen(seen, hook->user);
		free_observation(seen);
	}
}

/* ---- getters ---------------------------------------------------------------------------------------------- */

int32_t libapi_observation_is_end(const libapi_observation *seen) {
	return seen != NULL && seen->is_end;
}

const char *libapi_observation_operation(const libapi_observation *seen) {
	return seen != NULL ? seen->operation : NULL;
}

const char *libapi_observation_method(const libapi_observation *seen) {
	return seen != NULL ? seen->method : NULL;
}

const char *libapi_observation_url(const libapi_observation *seen) {
	return seen != NULL ? seen->url.bytes : NULL;
}

int32_t libapi_observation_attempt(const libapi_observation *seen) {
	return seen != NULL ? seen->attempt : 0;
}

int32_t libapi_observation_status(const libapi_observation *seen) {
	return seen != NULL ? seen->status : 0;
}

int32_t libapi_observation_code(const libapi_observation *seen) {
	return seen != NULL ? seen->code : LIBAPI_OK;
}

int64_t libapi_observation_elapsed_ms(const libapi_observation *seen) {
	return seen != NULL ? seen->elapsed_ms : 0;
}

int64_t libapi_observation_body_bytes(const libapi_observation *seen) {
	return seen != NULL ? seen->body_bytes : 0;
}

const char *libapi_observation_header_at(const libapi_observation *seen, size_t index) {
	return seen != NULL ? libapi__line_at(&seen->headers, index) : NULL;
}

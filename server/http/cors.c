/* cors.c: see cors.h. An origin that is not named gets the answer that everybody gets, without a header that would
 * let its browser show it; there is no list of what was wrong, since a page could read that too. */
#include "server/http/cors.h"

#include <string.h>

#include "server/http/worker.h"

/* The next entry of the list, NULL at its end. */
static const char *next_entry(const char **at, size_t *len) {
	const char *entry = *at + strspn(*at, ", ");

	*len = strcspn(entry, ", ");
	*at = entry + *len;
	return *len == 0 ? NULL : entry;
}

/* RFC 6454 §6.1: scheme "://" host [ ":" port ], in lower case and without a path. */
static bool is_origin(const char *entry, size_t len) {
	size_t scheme = len > 8 && memcmp(entry, "https://", 8) == 0  ? 8
			: len > 7 && memcmp(entry, "http://", 7) == 0 ? 7
								      : 0;
	for (size_t i = scheme; i < len; i++) {
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789.-:[]", entry[i]) == NULL) {
			return false;
		}
	}
	return scheme > 0;
}

bool cors_origins_are_good(const char *origins, FILE *errors) {
	size_t len;

	for (const char *entry; (entry = next_entry(&origins, &len)) != NULL;) {
		if (!is_origin(entry, len)) {
			fprintf(errors,
				"API_CORS_ORIGINS: \"%.*s\" is not allowed; each entry must be an "
				"origin "
				"in lower case without a path, as in https://app.example.com\n",
				(int)len, entry);
			return false;
		}
	}
	return true;
}

bool cors_allows(const char *origins, const char *origin, size_t origin_len) {
	size_t len;

	for (const char *entry; (entry = next_entry(&origins, &len)) != NULL;) {
		if (len == origin_len && memcmp(entry, origin, len) == 0) {
			return true;
		}
	}
	return false;
}

/* The request's origin if it may read the answer. */
static const h2o_iovec_t *allowed_origin(struct exchange *exchange) {
	h2o_headers_t *headers = &exchange->req->headers;
	ssize_t at = h2o_find_header_by_str(headers, H2O_STRLIT("origin"), -1);
	const h2o_iovec_t *origin = at < 0 ? NULL : &headers->entries[at].value;

	return origin != NULL && cors_allows(exchange->worker->server->config->cors_origins,
					 origin->base, origin->len)
		       ? origin
		       : NULL;
}

static bool is_on(const struct exchange *exchange) {
	return exchange->worker->server->config->cors_origins[0] != 0;
}

bool cors_preflight(struct exchange *exchange) {
	h2o_req_t *req = exchange->req;

	if (!is_on(exchange) || strcmp(exchange->call->method.text, "OPTIONS") != 0 ||
		h2o_find_header_by_str(
			&req->headers, H2O_STRLIT("access-control-request-method"), -1) < 0 ||
		allowed_origin(exchange) == NULL) {
		return false;
	}
	answer_header(req, "access-control-allow-methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
	answer_header(req, "access-control-allow-headers",
		"X-API-Key, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Request-Id, "
		"X-Consistency-Token");
	answer_header(req, "access-control-max-age", "600");
	call_answer(exchange->call, 204);
	return true;
}

void cors_put_headers(struct exchange *exchange) {
	h2o_req_t *req = exchange->req;

	if (!is_on(exchange)) {
		return;
	}
	const h2o_iovec_t *origin = allowed_origin(exchange);
	answer_header(req, "vary", "Origin");
	if (origin != NULL) {
		answer_header(req, "access-control-allow-origin",
			h2o_strdup(&req->pool, origin->base, origin->len).base);
		answer_header(req, "access-control-expose-headers",
			"ETag, Location, Retry-After, X-Request-Id, RateLimit, RateLimit-Policy, "
			"Idempotent-Replayed");
	}
}

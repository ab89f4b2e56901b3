/* url.h: the base URL, checked once when a client is made, and the URLs of calls. */
#ifndef LIBAPI_URL_H
#define LIBAPI_URL_H

#include "api/error.h"
#include "libapi/wire/operation.h"

#include <stdbool.h>

struct base_url {
	char *text; /* "https://host:port/prefix", no slash at the end */
	bool is_tls, is_loopback;
};

/* LIBAPI_E_CONFIG with the reason. */
int32_t libapi__base_url_read(const char *text, struct base_url *out, libapi_error **error);
void libapi__base_url_finish(struct base_url *base);
/* 127.0.0.0/8, ::1 (bare or in brackets) or the word localhost. */
bool libapi__host_is_loopback(const char *host);

/* base + path with its {…} filled in, escaped. LIBAPI_E_INVALID names the value that is missing or wrong. */
int32_t libapi__url_put_path(struct wire_buffer *url, const struct operation *operation,
	const char *const *path_values, libapi_error **error);
/* "?name=value&…" of the members that are set; nothing when none is. */
void libapi__url_put_query(struct wire_buffer *url, const struct wire_record *query);
/* A caller's own path ("/v1/x?y=z"): printable, no space, no fragment, from the root. */
bool libapi__path_is_good(const char *path);

#endif

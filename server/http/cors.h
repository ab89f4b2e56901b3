/* cors.h: which web pages' scripts may read the answers (WHATWG Fetch §3.2). Nobody's, unless API_CORS_ORIGINS
 * names them. A key is never sent by a browser on its own, so there are no credentials to allow. */
#ifndef SERVER_HTTP_CORS_H
#define SERVER_HTTP_CORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Each is scheme, host and perhaps a port, as browsers write it; else a line in `errors` names the first that is not. */
bool cors_origins_are_good(const char *origins, FILE *errors);
/* `origins` as in the setting; case counts, as it does in what browsers send. */
bool cors_allows(const char *origins, const char *origin, size_t len);

struct exchange;
/* true: it was a preflight of an allowed origin and has been answered. */
bool cors_preflight(struct exchange *exchange);
/* On every answer while the setting is not empty: what caches and the allowed origin's browser must know. */
void cors_put_headers(struct exchange *exchange);

#endif

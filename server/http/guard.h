/* guard.h: what h2o's parser lets pass and a proxy in front may read otherwise (request smuggling). */
#ifndef SERVER_HTTP_GUARD_H
#define SERVER_HTTP_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/* Reads the raw head of an HTTP/1 request. NULL: nothing against it; else why it is refused. `chunked`: its body
 * has no length in the head. */
const char *guard_head(const char *head, size_t len, bool *chunked);

#endif

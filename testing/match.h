/* match.h: is this the request that the script expects? */
#ifndef TESTING_MATCH_H
#define TESTING_MATCH_H

#include "testing/http.h"
#include "testing/script.h"

/* NULL, or the first difference as words (the caller's, free()). `before`: headers of the request before, or NULL. */
char *match(const struct answer *answer, const struct http_request *request,
	struct json_object *before);

#endif

/* response.h: what came back from one attempt, as bytes. */
#ifndef LIBAPI_RESPONSE_H
#define LIBAPI_RESPONSE_H

#include "api/client.h"
#include "libapi/wire/buffer.h"

struct response {
	int32_t status; /* 0: none came */
	struct wire_buffer
		headers; /* "Name: value" NUL, one after the other, without surrounding space */
	struct wire_buffer body;
};

void libapi__response_clear(struct response *response);
void libapi__response_finish(struct response *response);
/* One line as it came, with or without CRLF; a status line begins anew (100-continue). false: too long, no memory. */
bool libapi__response_add_line(struct response *response, const char *line, size_t len);
/* The first header of that name, any case; NULL: none. */
const char *libapi__response_header(const struct response *response, const char *name);
/* The line at `index` of such headers; NULL past the last. */
const char *libapi__line_at(const struct wire_buffer *headers, size_t index);
/* Is the media type JSON: application/json or …+json, parameters ignored? */
bool libapi__response_is_json(const struct response *response);

/* The public form of an answer. */
struct libapi_response {
	struct response response;
};
/* Takes the bytes over. NULL: no memory, nothing taken. */
libapi_response *libapi__response_handle(struct response *response);

#endif

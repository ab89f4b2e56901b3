/* program.h: an exchange of the program's own transport, from inside. */
#ifndef LIBAPI_TRANSPORT_PROGRAM_H
#define LIBAPI_TRANSPORT_PROGRAM_H

#include "api/transport.h"
#include "libapi/list.h"
#include "libapi/transport/transport.h"

struct program_transport;

/* What is above the line is read and written by whoever has the exchange; below it, under the client's lock. */
struct libapi_exchange {
	char method[METHOD_ROOM];
	struct wire_buffer url, headers, body; /* headers as in struct request */
	bool has_body;
	struct response answer;
	int64_t answer_max;
	int32_t failed; /* LIBAPI_OK, or as what it will end whatever the program says */

	struct program_transport *transport;
	struct exchange *exchange; /* NULL: the call does not wait any more */
	int refs; /* one until it is ended, one for its errand */
	bool is_told, is_ended;
	struct link in_errands;
};

/* A copy of the request with all that libcurl's transport would add; refs 1. NULL: no memory. */
struct libapi_exchange *libapi__exchange_new(
	const libapi_config *config, const struct request *request);
void libapi__exchange_free(struct libapi_exchange *handle);

#endif

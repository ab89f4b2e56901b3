/* core.c: what the generated functions stand on: start, take, and their sum for sync calls. One path for all, so
 * that a sync call is an async one that somebody waits for. */
#include "libapi/core.h"

#include "libapi/call.h"
#include "libapi/wire/memory.h"

#include <string.h>

static void reset(libapi_error **error) {
	if (error != NULL) {
		*error = NULL;
	}
}

/* The request, checked and written, in a call that is not sent yet. */
static int32_t make_call(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct request_body *body, const libapi_call_options *options, libapi_call **out,
	libapi_error **error) {
	libapi_call *call = NULL;
	int32_t code = libapi__client_check(client, error);

	if (code != LIBAPI_OK) {
		return code;
	}
	call = libapi__call_new(client, operation, query, options);
	if (call == NULL) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	code = libapi__request_fill(&call->request, client->base.text, operation, path_values,
		query, body, options, error);
	if (code == LIBAPI_OK) {
		code = libapi__request_put_trace(
			&call->request, client->config->trace, options, error);
	}
	if (code != LIBAPI_OK) {
		libapi_call_free(call);
		return code;
	}
	*out = call;
	return LIBAPI_OK;
}

static int32_t start_call(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct request_body *body, const libapi_call_options *options, libapi_call **out,
	libapi_error **error) {
	libapi_call *call = NULL;
	int32_t code = LIBAPI_OK;

	reset(error);
	if (out == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "out is NULL");
	}
	*out = NULL;
	code = make_call(client, operation, path_values, query, body, options, &call, error);
	if (code != LIBAPI_OK || call == NULL) {
		return code;
	}
	call->is_started = true;
	*out = call; /* before it is sent: another thread may fetch it from the queue at once */
	code = libapi__call_send(call, error);
	if (code != LIBAPI_OK) {
		*out = NULL;
	}
	return code;
}

int32_t libapi__call_start(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct wire_record *body, const libapi_call_options *options, libapi_call **out,
	libapi_error **error) {
	const struct request_body bodies = { .record = body };
	return start_call(client, operation, path_values, query, &bodies, options, out, error);
}

int32_t libapi__call_start_text(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query, const char *text,
	size_t text_bytes, const libapi_call_options *options, libapi_call **out,
	libapi_error **error) {
	const struct request_body bodies = { .text = text, .text_bytes = text_bytes };
	return start_call(client, operation, path_values, query, &bodies, options, out, error);
}

static bool is_same_shape(const struct operation *a, const struct operation *b) {
	return a == b || (a != NULL && b != NULL && a->answer == b->answer && a->page == b->page &&
				 (a->flags & OPERATION_RAW) == (b->flags & OPERATION_RAW));
}

/* The checks that all take functions share; then the answer may be taken, once. */
static int32_t begin_take(
	libapi_call *call, const struct operation *operation, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	reset(error);
	if (call == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "call is NULL");
	}
	code = libapi__client_check(call->client, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	if (!is_same_shape(call->operation, operation)) {
		return libapi__fail(error, LIBAPI_E_INVALID,
			"this call is %s, whose answer is of another type",
			libapi_call_operation(call));
	}
	libapi__wait_for(call);
	if (call->is_taken) {
		return libapi__fail(
			error, LIBAPI_E_INVALID, "the answer of this call was taken already");
	}
	call->is_taken = true;
	return libapi__call_outcome(call, error);
}

int32_t libapi__call_take(libapi_call *call, const struct operation *operation,
	struct wire_record **out, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (out != NULL) {
		*out = NULL;
	}
	code = begin_take(call, operation, error);
	return code == LIBAPI_OK ? libapi__call_decode(call, out, error) : code;
}

int32_t libapi__call_take_text(
	libapi_call *call, const struct operation *operation, char **out, libapi_error **error) {
	int32_t code = LIBAPI_OK;

	if (out != NULL) {
		*out = NULL;
	}
	code = begin_take(call, operation, error);
	if (code != LIBAPI_OK || out == NULL) {
		return code;
	}
	*out = wire_strdup(libapi_call_raw_json(call, NULL));
	return *out != NULL ? LIBAPI_OK : libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
}

int32_t libapi__call_perform(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct wire_record *body, const libapi_call_options *options,
	struct wire_record **out, libapi_error **error) {
	const struct request_body bodies = { .record = body };
	libapi_call *call = NULL;
	int32_t code = LIBAPI_OK;

	reset(error);
	if (out != NULL) {
		*out = NULL;
	} else if (operation->answer != NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "out is NULL");
	}
	code = make_call(client, operation, path_values, query, &bodies, options, &call, error);
	if (code == LIBAPI_OK) {
		code = libapi__call_send(call, error);
	}
	if (code != LIBAPI_OK) {
		return code;
	}
	code = libapi__call_take(call, operation, out, error);
	libapi_call_free(call);
	return code;
}

int32_t libapi_client_request(libapi_client *client, const char *method, const char *path,
	const char *content_type, const char *body, size_t body_len,
	const libapi_call_options *options, libapi_response **out, libapi_error **error) {
	libapi_call *call = NULL;
	int32_t code = LIBAPI_OK;

	reset(error);
	if (out == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "out is NULL");
	}
	*out = NULL;
	code = libapi__client_check(client, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	call = libapi__call_new(client, NULL, NULL, options);
	if (call == NULL) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	code = libapi__request_fill_raw(&call->request, client->base.text, method, path,
		content_type, body, body_len, options, error);
	if (code == LIBAPI_OK) {
		code = libapi__request_put_trace(
			&call->request, client->config->trace, options, error);
	}
	if (code != LIBAPI_OK) {
		libapi_call_free(call);
		return code;
	}
	code = libapi__call_send(call, error);
	if (code != LIBAPI_OK) {
		return code;
	}
	code = begin_take(call, NULL, error);
	if (code == LIBAPI_OK) {
		*out = libapi__response_handle(&call->exchange.response);
		code = *out != NULL ? LIBAPI_OK : libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	libapi_call_free(call);
	return code;
}

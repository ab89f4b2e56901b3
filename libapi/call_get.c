/* call_get.c: what a call tells about itself. Before its end nothing of the answer is shown: another thread may be
 * writing it. */
#include "libapi/call.h"

#include <stddef.h>

static const struct response *answer_of(const libapi_call *call) {
	return call != NULL && libapi__call_is_over(call) ? &call->exchange.response : NULL;
}

int32_t libapi_call_is_done(const libapi_call *call) {
	return call != NULL && libapi__call_is_over(call) ? 1 : 0;
}

void *libapi_call_user_data(const libapi_call *call) {
	return call != NULL ? call->user_data : NULL;
}

void libapi_call_set_user_data(libapi_call *call, void *user_data) {
	if (call != NULL) {
		call->user_data = user_data;
	}
}

const char *libapi_call_operation(const libapi_call *call) {
	if (call == NULL) {
		return NULL;
	}
	return call->operation != NULL ? call->operation->id : call->request.method;
}

const char *libapi_call_idempotency_key(const libapi_call *call) {
	return call != NULL && call->request.idempotency_key[0] != '\0'
		       ? call->request.idempotency_key
		       : NULL;
}

int32_t libapi_call_http_status(const libapi_call *call) {
	const struct response *answer = answer_of(call);

	return answer != NULL ? answer->status : 0;
}

const char *libapi_call_header(const libapi_call *call, const char *name) {
	const struct response *answer = answer_of(call);

	return answer != NULL && name != NULL ? libapi__response_header(answer, name) : NULL;
}

const char *libapi_call_etag(const libapi_call *call) {
	return libapi_call_header(call, "ETag");
}

const char *libapi_call_request_id(const libapi_call *call) {
	return libapi_call_header(call, "X-Request-Id");
}

const char *libapi_call_raw_json(const libapi_call *call, size_t *len) {
	const struct response *answer = answer_of(call);

	if (len != NULL) {
		*len = answer != NULL ? answer->body.len : 0;
	}
	if (answer == NULL || answer->status == 0) {
		return NULL;
	}
	return answer->body.len > 0 ? answer->body.bytes : "";
}

int32_t libapi_call_attempts(const libapi_call *call) {
	return call != NULL && libapi__call_is_over(call) ? call->attempts : 0;
}

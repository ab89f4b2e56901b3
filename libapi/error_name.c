/* error_name.c: the codes of api/error.h by name, and HTTP statuses as codes. */
#include "libapi/error_name.h"

#include "api/error.h"

#include <stddef.h>

struct code_name {
	int32_t code;
	const char *name;
};

#define NAME(code)                                                                                 \
	{ code, #code }
static const struct code_name names[] = {
	NAME(LIBAPI_OK),
	NAME(LIBAPI_E_MEMORY),
	NAME(LIBAPI_E_INVALID),
	NAME(LIBAPI_E_INSECURE),
	NAME(LIBAPI_E_FORKED),
	NAME(LIBAPI_E_CONFIG),
	NAME(LIBAPI_E_SYSTEM),
	NAME(LIBAPI_E_TIMEOUT),
	NAME(LIBAPI_E_LOST),
	NAME(LIBAPI_E_CANCELLED),
	NAME(LIBAPI_E_TLS),
	NAME(LIBAPI_E_UNREACHABLE),
	NAME(LIBAPI_E_MALFORMED),
	NAME(LIBAPI_E_ANSWER_TOO_LARGE),
	NAME(LIBAPI_E_SIGNATURE),
	NAME(LIBAPI_E_NOT_MODIFIED),
	NAME(LIBAPI_E_BAD_REQUEST),
	NAME(LIBAPI_E_UNAUTHENTICATED),
	NAME(LIBAPI_E_FORBIDDEN),
	NAME(LIBAPI_E_NOT_FOUND),
	NAME(LIBAPI_E_METHOD_NOT_ALLOWED),
	NAME(LIBAPI_E_REQUEST_TIMEOUT),
	NAME(LIBAPI_E_CONFLICT),
	NAME(LIBAPI_E_GONE),
	NAME(LIBAPI_E_STALE),
	NAME(LIBAPI_E_PAYLOAD_TOO_LARGE),
	NAME(LIBAPI_E_UNSUPPORTED_MEDIA_TYPE),
	NAME(LIBAPI_E_UNPROCESSABLE),
	NAME(LIBAPI_E_PRECONDITION_REQUIRED),
	NAME(LIBAPI_E_RATE_LIMITED),
	NAME(LIBAPI_E_HEADERS_TOO_LARGE),
	NAME(LIBAPI_E_INTERNAL),
	NAME(LIBAPI_E_BAD_GATEWAY),
	NAME(LIBAPI_E_UNAVAILABLE),
	NAME(LIBAPI_E_GATEWAY_TIMEOUT),
};

static const char *find_name(int32_t code) {
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].code == code) {
			return names[i].name;
		}
	}
	return NULL;
}

const char *libapi_error_name(int32_t code) {
	const char *name = find_name(code);

	return name != NULL ? name : "LIBAPI_E_UNKNOWN";
}

int32_t libapi__code_of_status(int32_t status) {
	if (status < 300) {
		return LIBAPI_OK;
	}
	if (status == LIBAPI_E_NOT_MODIFIED) {
		return LIBAPI_E_NOT_MODIFIED;
	}
	if (status < 400) {
		return LIBAPI_E_MALFORMED;
	}
	if (find_name(status) != NULL) {
		return status;
	}
	/* RFC 9110 §15: an unknown status is to be taken as the x00 of its class. */
	return status < 500 ? LIBAPI_E_BAD_REQUEST : LIBAPI_E_INTERNAL;
}

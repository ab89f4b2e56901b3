/**
 * api/error.h: what went wrong, and who may try again.
 *
 * Functions return a code. Those that take a `libapi_error **` also hand out, when it is not NULL and the code is
 * not LIBAPI_OK, an object with everything known about the failure; it is the caller's. The family of a code says
 * what happened to the request: 1xx it was never sent, 2xx the outcome is unknown, 3xx an answer came that is not
 * of the agreed shape, 4xx and 5xx the server's own verdict, numbered as its HTTP status.
 */
#ifndef LIBAPI_ERROR_H
#define LIBAPI_ERROR_H

#include "api/base.h"

LIBAPI_BEGIN

enum libapi_code {
	LIBAPI_OK = 0,

	/* Local: nothing was sent. */
	LIBAPI_E_MEMORY = 101, /* no memory */
	/* an argument, a draft or a header breaks a rule; the field errors say which */
	LIBAPI_E_INVALID = 102,
	/* the key would travel unencrypted; see libapi_config_set_allow_insecure_http() */
	LIBAPI_E_INSECURE = 103,
	/* the client was made in the parent process; make a new one after fork() */
	LIBAPI_E_FORKED = 104,
	/* environment, profile file or settings of the client are unusable */
	LIBAPI_E_CONFIG = 105,
	LIBAPI_E_SYSTEM = 106, /* the operating system refused: no descriptors, no threads */

	/* Transport: the outcome is unknown, except where noted. Safe to repeat with the same idempotency key. */
	LIBAPI_E_TIMEOUT = 201, /* no answer before the deadline */
	LIBAPI_E_LOST = 202, /* the connection broke before the whole answer was there */
	LIBAPI_E_CANCELLED = 203, /* libapi_call_cancel(), or the client was released */
	LIBAPI_E_TLS = 204, /* the peer could not be verified; nothing was sent */
	LIBAPI_E_UNREACHABLE = 205, /* no such host, or nothing listens there; nothing was sent */

	/* Wire: an answer that this library cannot take for one of this API. */
	/* not JSON, not the agreed members, or a redirect (never followed) */
	LIBAPI_E_MALFORMED = 301,
	/* longer than libapi_config_set_max_answer_bytes() allows */
	LIBAPI_E_ANSWER_TOO_LARGE = 302,
	/* a webhook's delivery that is not signed with this secret, or too long ago */
	LIBAPI_E_SIGNATURE = 303,

	/* The server's verdict. */
	/* If-None-Match named the current version: what you have is still true */
	LIBAPI_E_NOT_MODIFIED = 304,
	LIBAPI_E_BAD_REQUEST = 400, /* also any other 4xx without a name here */
	LIBAPI_E_UNAUTHENTICATED = 401, /* no key, or one that is unknown, expired or revoked */
	LIBAPI_E_FORBIDDEN = 403, /* the key may see this but not do it */
	LIBAPI_E_NOT_FOUND = 404, /* does not exist, or the key may not know of it */
	LIBAPI_E_METHOD_NOT_ALLOWED = 405,
	LIBAPI_E_REQUEST_TIMEOUT = 408, /* the server did not get the whole request in time */
	/* against the present state; libapi_error_problem() names the rule */
	LIBAPI_E_CONFLICT = 409,
	LIBAPI_E_GONE = 410, /* existed once and was deleted */
	/* If-Match named an old version; libapi_error_etag() has the current one */
	LIBAPI_E_STALE = 412,
	LIBAPI_E_PAYLOAD_TOO_LARGE = 413,
	LIBAPI_E_UNSUPPORTED_MEDIA_TYPE = 415,
	LIBAPI_E_UNPROCESSABLE = 422, /* fields break a rule; the field errors say which */
	LIBAPI_E_PRECONDITION_REQUIRED = 428, /* this needs If-Match */
	LIBAPI_E_RATE_LIMITED = 429, /* libapi_error_retry_after_ms() says how long to wait */
	LIBAPI_E_HEADERS_TOO_LARGE = 431,
	LIBAPI_E_INTERNAL = 500, /* also any other 5xx without a name here */
	LIBAPI_E_BAD_GATEWAY = 502,
	LIBAPI_E_UNAVAILABLE = 503,
	LIBAPI_E_GATEWAY_TIMEOUT = 504
};

enum libapi_category {
	LIBAPI_CATEGORY_UNKNOWN = 0,
	LIBAPI_CATEGORY_LOCAL = 1, /* 1xx */
	LIBAPI_CATEGORY_TRANSPORT = 2, /* 2xx */
	LIBAPI_CATEGORY_WIRE = 3, /* 301, 302 */
	LIBAPI_CATEGORY_SERVER = 4 /* 304 and above */
};

/**
 * The name of a code as it stands in this header: "LIBAPI_E_TIMEOUT". Static text; "LIBAPI_E_UNKNOWN" for a
 * number that is none. Since 0.1.
 */
LIBAPI_EXPORT const char *libapi_error_name(int32_t code);

/**
 * Release an error. NULL is legal. Since 0.1.
 */
LIBAPI_EXPORT void libapi_error_free(libapi_error *error);

/**
 * The whole failure in words, for a log or a terminal: what was called, every invalid field with what is allowed,
 * the request id, the next command to type. Several lines without a newline at the end. Borrowed from the error;
 * for NULL a static text. Never NULL. Since 0.1.
 *
 *     createEvent: 422, 2 invalid fields
 *       /end_time          10:00 is before start_time 11:00
 *       /recurrence/rrule  BYDAY=XX: not a weekday; use MO…SU
 *       request 0193…      calctl explain event.recurrence.rrule
 */
LIBAPI_EXPORT const char *libapi_error_text(const libapi_error *error);

/* Getters. Of a NULL error: 0, NULL, -1 as noted. Texts are borrowed from the error. Since 0.1. */

/** LIBAPI_E_…; NULL: LIBAPI_OK. */
LIBAPI_EXPORT int32_t libapi_error_code(const libapi_error *error);
/** LIBAPI_CATEGORY_…. */
LIBAPI_EXPORT int32_t libapi_error_category(const libapi_error *error);
/** 0: no answer. */
LIBAPI_EXPORT int32_t libapi_error_http_status(const libapi_error *error);
/** "createEvent", or NULL. */
LIBAPI_EXPORT const char *libapi_error_operation(const libapi_error *error);

/* Members of the problem document, RFC 9457 §3.1; NULL where the server sent none. */
/** A URI reference. */
LIBAPI_EXPORT const char *libapi_error_type(const libapi_error *error);
/** Its code: "uid_exists". */
LIBAPI_EXPORT const char *libapi_error_problem(const libapi_error *error);
LIBAPI_EXPORT const char *libapi_error_title(const libapi_error *error);
/** Also says what broke locally. */
LIBAPI_EXPORT const char *libapi_error_detail(const libapi_error *error);

/* Every invalid field, of the server's answer or of the check before sending. */
LIBAPI_EXPORT size_t libapi_error_field_count(const libapi_error *error);
/** RFC 6901. */
LIBAPI_EXPORT const char *libapi_error_field_pointer(const libapi_error *error, size_t index);
/** "too_long". */
LIBAPI_EXPORT const char *libapi_error_field_code(const libapi_error *error, size_t index);
LIBAPI_EXPORT const char *libapi_error_field_message(const libapi_error *error, size_t index);

/** For the server's operators. */
LIBAPI_EXPORT const char *libapi_error_request_id(const libapi_error *error);
/** The current version, if sent. */
LIBAPI_EXPORT const char *libapi_error_etag(const libapi_error *error);
/** -1: not said. */
LIBAPI_EXPORT int64_t libapi_error_retry_after_ms(const libapi_error *error);

/** 1 when the same call may well succeed later, 0 when it will fail again. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_error_is_retryable(const libapi_error *error);

/** libcurl's own code (CURLE_…), 0 if it saw no failure. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_error_curl_code(const libapi_error *error);

/**
 * The answer's bytes as they came, NUL-terminated. *len (may be NULL) receives their number. NULL when no answer
 * came. Since 0.1.
 */
LIBAPI_EXPORT const char *libapi_error_raw_body(const libapi_error *error, size_t *len);

LIBAPI_END

LIBAPI_AUTO_DEFINE(error, libapi_error_free)

#endif

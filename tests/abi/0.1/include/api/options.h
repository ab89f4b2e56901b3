/**
 * api/options.h: what one call does differently from the client's defaults.
 *
 * A builder: set what you need, pass it to any number of calls from one thread at a time, free it; a call copies
 * what it needs before it returns. Setters return LIBAPI_OK, LIBAPI_E_INVALID (the value is refused, the old one
 * stays) or LIBAPI_E_MEMORY. A NULL text takes the setting back.
 */
#ifndef LIBAPI_OPTIONS_H
#define LIBAPI_OPTIONS_H

#include "api/base.h"

LIBAPI_BEGIN

/**
 * New options without any setting. *out is yours: libapi_call_options_free(). Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_call_options_new(libapi_call_options **out);

/** Release options. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_call_options_free(libapi_call_options *options);

/**
 * The total time for the call, retries included, in milliseconds; 1 to 86,400,000. 0: the client's. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_timeout_ms(
	libapi_call_options *options, int32_t timeout_ms);

/**
 * How often the request may be sent, the first time included; 1 to 10. 0: the client's. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_max_attempts(
	libapi_call_options *options, int32_t attempts);

/**
 * Idempotency-Key of a write: 1–64 printable ASCII. Without it every call gets a fresh one that all its attempts
 * share; with it, a call repeated by you within 24 h has its effect once. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_idempotency_key(
	libapi_call_options *options, const char *key);

/**
 * If-Match: do it only if the thing is still at this version, else LIBAPI_E_STALE. `etag` as the server gave it,
 * with its quotes: "\"7\"". Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_if_match(
	libapi_call_options *options, const char *etag);

/** If-Match from a version number, as libapi_event_version() returns it. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_options_set_if_match_version(
	libapi_call_options *options, int64_t version);

/**
 * If-None-Match: on a read, LIBAPI_E_NOT_MODIFIED if the thing is still at this version; "*" on a PUT, only if
 * there is none yet. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_if_none_match(
	libapi_call_options *options, const char *etag);

/** X-Request-Id: 1–128 printable ASCII, found again in the server's log. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_options_set_request_id(
	libapi_call_options *options, const char *id);

/** traceparent of the caller's trace, W3C Trace Context §3.2. Since 0.1. */
LIBAPI_EXPORT int32_t libapi_call_options_set_traceparent(
	libapi_call_options *options, const char *traceparent);

/**
 * One more header. LIBAPI_E_INVALID for a name that is no token (RFC 9110 §5.6.2), a value with CR, LF or another
 * control character, or a header that libapi writes itself (Host, Content-Length, X-API-Key, …). At most 16.
 * Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_add_header(
	libapi_call_options *options, const char *name, const char *value);

/**
 * A pointer of yours that a started call carries: libapi_call_user_data(). Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_call_options_set_user_data(
	libapi_call_options *options, void *user_data);

LIBAPI_END

LIBAPI_AUTO_DEFINE(call_options, libapi_call_options_free)

#endif

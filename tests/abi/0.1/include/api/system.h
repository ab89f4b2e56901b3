/**
 * api/system.h: what the service is and can do.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_SYSTEM_H
#define LIBAPI_SYSTEM_H

#include "api/base.h"

#define LIBAPI_HAVE_CAPABILITIES_GET 1
#define LIBAPI_HAVE_OPENAPI_GET 1

LIBAPI_BEGIN

typedef struct libapi_limits libapi_limits;
typedef struct libapi_caller libapi_caller;
typedef struct libapi_capabilities libapi_capabilities;

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Show what the service can do. Version, limits, scopes and features of the service, and who is
 * calling.
 *
 * client   open client; any thread
 * options  NULL for the client's defaults
 * out      what the service is and can do; yours, release with libapi_capabilities_unref(); NULL
 *          on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: anyone with a key.
 * Wire: GET /v1/capabilities → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_capabilities_get(libapi_client *client, const libapi_call_options *options,
	libapi_capabilities **out, libapi_error **error);

/**
 * Start libapi_capabilities_get() and return at once; parameters as there. `out` receives the
 * call, yours to release with libapi_call_free() after libapi_call_take_capabilities() gave the
 * answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/capabilities → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_capabilities_get_start(libapi_client *client, const libapi_call_options *options,
	libapi_call **out, libapi_error **error);

/**
 * Fetch the OpenAPI document of the service. This contract, expanded so that generic tools
 * understand it. Needs no key.
 *
 * client    open client; any thread
 * options   NULL for the client's defaults
 * out_text  the answer as text; yours, release with libapi_string_free(); NULL on any error
 * error     NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY        no memory; nothing was sent
 *   LIBAPI_E_INVALID       an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT       no answer in time; safe to call again
 *   LIBAPI_E_LOST          the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED     the answer is not of the agreed shape
 *   LIBAPI_E_NOT_MODIFIED  If-None-Match named the current version
 *   LIBAPI_E_RATE_LIMITED  too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE   the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs no key.
 * Wire: GET /v1/openapi.json → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_openapi_get(libapi_client *client, const libapi_call_options *options, char **out_text,
	libapi_error **error);

/**
 * Start libapi_openapi_get() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_text() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/openapi.json → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_openapi_get_start(libapi_client *client, const libapi_call_options *options,
	libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_capabilities, once; waits if the call still runs.
 * `out` is yours, release with libapi_capabilities_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_capabilities(libapi_call *call, libapi_capabilities **out, libapi_error **error);

/**
 * Take the outcome of a call that answers with nothing (a deletion), once; waits if it still runs.
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_nothing(libapi_call *call, libapi_error **error);

/**
 * Take the answer of a call that gives text of no schema, once; waits if it still runs. `out_text`
 * is yours, release with libapi_string_free(); NULL on any error. Returns as
 * libapi_call_take_nothing(). Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_text(libapi_call *call, char **out_text, libapi_error **error);

/* ---- libapi_limits --------------------------------------------------------------------------- */

/* Numbers that requests must keep to. What the server answered: unchangeable and counted. Getters
 * may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN;
 * texts and parts are borrowed from it. Since 0.1. */

/** Hold `limits` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_limits *libapi_limits_ref(const libapi_limits *limits);
/** Let go of `limits`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_limits_unref(libapi_limits *limits);
/** Bytes of a request body. */
LIBAPI_EXPORT int64_t libapi_limits_body_bytes(const libapi_limits *limits);
/** Greatest limit of a list. */
LIBAPI_EXPORT int64_t libapi_limits_page_items(const libapi_limits *limits);
/** The limit of a list when none is given. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_page_items_default(const libapi_limits *limits);
/** Attendees of an event. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_attendees(const libapi_limits *limits);
/** Days of a window in which recurring events are expanded. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_expand_days(const libapi_limits *limits);
/** Requests a second and key; 0 without a limit. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_requests_per_second(const libapi_limits *limits);
/** Requests that may come at once; 0 without a limit. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_request_burst(const libapi_limits *limits);
/** Hours for which an Idempotency-Key is remembered. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_idempotency_hours(const libapi_limits *limits);
/** Days for which deleted events are remembered. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_limits_tombstone_days(const libapi_limits *limits);
/**
 * JSON text of all that is set in `limits`; yours, release with libapi_string_free(). NULL: no
 * memory, or `limits` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_limits_to_json(const libapi_limits *limits);

/* ---- libapi_caller --------------------------------------------------------------------------- */

/* The user and the key behind a request. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `caller` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_caller *libapi_caller_ref(const libapi_caller *caller);
/** Let go of `caller`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_caller_unref(libapi_caller *caller);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_caller_user_id(const libapi_caller *caller);
/** Id of the key. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_caller_key_id(const libapi_caller *caller);
/** How many entries `scopes` has. Scopes of the key. */
LIBAPI_EXPORT size_t libapi_caller_scope_count(const libapi_caller *caller);
/** Entry `index` of `scopes`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_caller_scope_at(const libapi_caller *caller, size_t index);
/** Whether the user is an administrator. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_caller_is_admin(const libapi_caller *caller);
/**
 * JSON text of all that is set in `caller`; yours, release with libapi_string_free(). NULL: no
 * memory, or `caller` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_caller_to_json(const libapi_caller *caller);

/* ---- libapi_capabilities --------------------------------------------------------------------- */

/* What the service is and can do. What the server answered: unchangeable and counted. Getters may
 * be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts
 * and parts are borrowed from it. Since 0.1. */

/**
 * Hold `capabilities` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_capabilities *
libapi_capabilities_ref(const libapi_capabilities *capabilities);
/** Let go of `capabilities`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_capabilities_unref(libapi_capabilities *capabilities);
/** Version of the service. */
LIBAPI_EXPORT const char *libapi_capabilities_version(const libapi_capabilities *capabilities);
/** Numbers that requests must keep to. Borrowed; keep it with libapi_limits_ref(). */
LIBAPI_EXPORT const libapi_limits *
libapi_capabilities_limits(const libapi_capabilities *capabilities);
/** How many entries `scopes` has. Every scope that a key can have. */
LIBAPI_EXPORT size_t libapi_capabilities_scope_count(const libapi_capabilities *capabilities);
/** Entry `index` of `scopes`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_capabilities_scope_at(const libapi_capabilities *capabilities, size_t index);
/** Version of the time zone database. */
LIBAPI_EXPORT const char *
libapi_capabilities_tzdb_version(const libapi_capabilities *capabilities);
/** How many entries `features` has. Names of optional abilities that this server has. */
LIBAPI_EXPORT size_t libapi_capabilities_feature_count(const libapi_capabilities *capabilities);
/** Entry `index` of `features`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_capabilities_feature_at(const libapi_capabilities *capabilities, size_t index);
/** Who is calling. Borrowed; keep it with libapi_caller_ref(). */
LIBAPI_EXPORT const libapi_caller *
libapi_capabilities_caller(const libapi_capabilities *capabilities);
/**
 * JSON text of all that is set in `capabilities`; yours, release with libapi_string_free(). NULL:
 * no memory, or `capabilities` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_capabilities_to_json(const libapi_capabilities *capabilities);

LIBAPI_END

LIBAPI_AUTO_DEFINE(limits, libapi_limits_unref)
LIBAPI_AUTO_DEFINE(caller, libapi_caller_unref)
LIBAPI_AUTO_DEFINE(capabilities, libapi_capabilities_unref)

#endif

/**
 * api/batch.h: several requests in one.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_BATCH_H
#define LIBAPI_BATCH_H

#include "api/base.h"

#define LIBAPI_HAVE_BATCH_RUN 1

LIBAPI_BEGIN

typedef struct libapi_batch_response libapi_batch_response;
typedef struct libapi_batch libapi_batch;
typedef struct libapi_batch_request_draft libapi_batch_request_draft;
typedef struct libapi_batch_draft libapi_batch_draft;

/** LIBAPI_BATCH_REQUEST_METHOD_*: Its method. */
enum {
	LIBAPI_BATCH_REQUEST_METHOD_UNKNOWN = 0, /* not known to this library */
	LIBAPI_BATCH_REQUEST_METHOD_GET = 1,
	LIBAPI_BATCH_REQUEST_METHOD_POST = 2,
	LIBAPI_BATCH_REQUEST_METHOD_PUT = 3,
	LIBAPI_BATCH_REQUEST_METHOD_PATCH = 4,
	LIBAPI_BATCH_REQUEST_METHOD_DELETE = 5
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Send several requests as one. Answered in the order given, and writes take effect in that order;
 * a read sees the writes before it. Each request is checked as if it came by itself: the key's
 * scopes, roles, and one token of the rate limit. With atomic all of them happen, or none: then
 * the answer is a problem that names each one that failed. With an Idempotency-Key each request
 * gets one of its own, made of it and the request's id.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      the answers to a batch; yours, release with libapi_batch_unref(); NULL on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY             no memory; nothing was sent
 *   LIBAPI_E_INVALID            an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT            no answer in time; the outcome is unknown; safe to call again with
 *                               the same idempotency key
 *   LIBAPI_E_LOST               the connection broke; the outcome is unknown; safe to call again
 *                               with the same idempotency key
 *   LIBAPI_E_MALFORMED          the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the caller must be that of each request
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               batch_failed: nothing of the batch was done
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: that of each request.
 * Wire: POST /v1/batch → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_run(libapi_client *client, const libapi_batch_draft *draft,
	const libapi_call_options *options, libapi_batch **out, libapi_error **error);

/**
 * Start libapi_batch_run() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_batch() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/batch → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_run_start(libapi_client *client, const libapi_batch_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_batch, once; waits if the call still runs. `out` is
 * yours, release with libapi_batch_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_batch(libapi_call *call, libapi_batch **out, libapi_error **error);

/* ---- libapi_batch_response ------------------------------------------------------------------- */

/* The answer to one request of a batch. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `batch_response` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_batch_response *
libapi_batch_response_ref(const libapi_batch_response *batch_response);
/** Let go of `batch_response`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_batch_response_unref(libapi_batch_response *batch_response);
/** The id of the request. */
LIBAPI_EXPORT const char *libapi_batch_response_id(const libapi_batch_response *batch_response);
/** Its HTTP status. 200…599. */
LIBAPI_EXPORT int64_t libapi_batch_response_status(const libapi_batch_response *batch_response);
/**
 * How many entries `headers` has. Of ETag, Location, Allow, Retry-After and Idempotent-Replayed
 * those that it has.
 */
LIBAPI_EXPORT size_t
libapi_batch_response_headers_count(const libapi_batch_response *batch_response);
/** Key of entry `index` of `headers`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_batch_response_headers_key_at(const libapi_batch_response *batch_response, size_t index);
/** Value of entry `index` of `headers`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_batch_response_headers_value_at(const libapi_batch_response *batch_response, size_t index);
/** Value of `key` in `headers`; NULL when there is no such key. */
LIBAPI_EXPORT const char *
libapi_batch_response_headers_get(const libapi_batch_response *batch_response, const char *key);
/**
 * What was answered, or the problem; absent when the status has no body. JSON text. NULL when null
 * or absent.
 */
LIBAPI_EXPORT const char *libapi_batch_response_body(const libapi_batch_response *batch_response);
/**
 * JSON text of all that is set in `batch_response`; yours, release with libapi_string_free().
 * NULL: no memory, or `batch_response` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_batch_response_to_json(const libapi_batch_response *batch_response);

/* ---- libapi_batch ---------------------------------------------------------------------------- */

/* The answers to a batch. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/** Hold `batch` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_batch *libapi_batch_ref(const libapi_batch *batch);
/** Let go of `batch`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_batch_unref(libapi_batch *batch);
/** How many entries `responses` has. One answer a request, in the order of the requests. */
LIBAPI_EXPORT size_t libapi_batch_response_count(const libapi_batch *batch);
/**
 * Entry `index` of `responses`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_batch_response_ref().
 */
LIBAPI_EXPORT const libapi_batch_response *
libapi_batch_response_at(const libapi_batch *batch, size_t index);
/**
 * JSON text of all that is set in `batch`; yours, release with libapi_string_free(). NULL: no
 * memory, or `batch` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_batch_to_json(const libapi_batch *batch);

/* ---- libapi_batch_request_draft -------------------------------------------------------------- */

/* One request of a batch. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_batch_request_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_new(libapi_batch_request_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_batch_request_draft_free(libapi_batch_request_draft *draft);
/** Set `id`. Names the request; no two of a batch have the same. 1…64 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_set_id(libapi_batch_request_draft *draft, const char *value);
/** Forget `id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_request_draft_unset_id(libapi_batch_request_draft *draft);
/** Set `method`. Its method. `value` is one of LIBAPI_BATCH_REQUEST_METHOD_*, not UNKNOWN. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_set_method(libapi_batch_request_draft *draft, int32_t value);
/** Forget `method`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_request_draft_unset_method(libapi_batch_request_draft *draft);
/** Set `path`. Its path and query, as in `/v1/calendars?limit=10`. 1…8192 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_set_path(libapi_batch_request_draft *draft, const char *value);
/** Forget `path`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_request_draft_unset_path(libapi_batch_request_draft *draft);
/**
 * Of If-Match, If-None-Match, Idempotency-Key and Content-Type those that it has. At most 4
 * entries, keys at most 32 characters, values 1…1024 characters. Stores a copy of `value` under
 * `key` in `headers`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_set_headers(libapi_batch_request_draft *draft, const char *key,
	const char *value);
/** Set `headers` to the empty map, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_clear_headers(libapi_batch_request_draft *draft);
/** Forget `headers`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_request_draft_unset_headers(libapi_batch_request_draft *draft);
/** Set `body`. Its body. JSON text. The text of a JSON object; copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_set_body(libapi_batch_request_draft *draft, const char *value);
/** Forget `body`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_request_draft_unset_body(libapi_batch_request_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_batch_request_draft_to_json(const libapi_batch_request_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_batch_request_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_request_draft_from_json(const char *json, size_t len,
	libapi_batch_request_draft **out, libapi_error **error);

/* ---- libapi_batch_draft ---------------------------------------------------------------------- */

/* Requests to be answered together. A builder, for one thread at a time. What is never set is not
 * sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none,
 * or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_batch_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_batch_draft_new(libapi_batch_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_batch_draft_free(libapi_batch_draft *draft);
/**
 * The requests, in the order in which they take effect. 1…50 entries. Appends a copy of `value` to
 * `requests`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_draft_add_request(libapi_batch_draft *draft, const libapi_batch_request_draft *value);
/** Set `requests` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_batch_draft_clear_requests(libapi_batch_draft *draft);
/** Forget `requests`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_draft_unset_requests(libapi_batch_draft *draft);
/** Set `atomic`. Whether either all take effect or none. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_draft_set_atomic(libapi_batch_draft *draft, int32_t value);
/** Forget `atomic`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_batch_draft_unset_atomic(libapi_batch_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_batch_draft_to_json(const libapi_batch_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_batch_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_batch_draft_from_json(const char *json, size_t len, libapi_batch_draft **out,
	libapi_error **error);

LIBAPI_END

LIBAPI_AUTO_DEFINE(batch_response, libapi_batch_response_unref)
LIBAPI_AUTO_DEFINE(batch, libapi_batch_unref)
LIBAPI_AUTO_DEFINE(batch_request_draft, libapi_batch_request_draft_free)
LIBAPI_AUTO_DEFINE(batch_draft, libapi_batch_draft_free)

#endif

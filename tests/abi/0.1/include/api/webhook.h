/**
 * api/webhook.h: changes delivered to a URL.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_WEBHOOK_H
#define LIBAPI_WEBHOOK_H

#include "api/base.h"

#define LIBAPI_HAVE_WEBHOOK_CREATE 1
#define LIBAPI_HAVE_WEBHOOK_LIST 1
#define LIBAPI_HAVE_WEBHOOK_UPDATE 1
#define LIBAPI_HAVE_WEBHOOK_DELETE 1
#define LIBAPI_HAVE_DELIVERY_LIST 1

LIBAPI_BEGIN

typedef struct libapi_ping libapi_ping;
typedef struct libapi_webhook_with_secret libapi_webhook_with_secret;
typedef struct libapi_webhook_draft libapi_webhook_draft;
typedef struct libapi_webhook libapi_webhook;
typedef struct libapi_webhook_page libapi_webhook_page;
typedef struct libapi_webhook_list_query libapi_webhook_list_query;
typedef struct libapi_webhook_patch libapi_webhook_patch;
typedef struct libapi_delivery libapi_delivery;
typedef struct libapi_delivery_page libapi_delivery_page;
typedef struct libapi_delivery_list_query libapi_delivery_list_query;
typedef struct libapi_webhook_pager libapi_webhook_pager;
typedef struct libapi_delivery_pager libapi_delivery_pager;

/**
 * LIBAPI_WEBHOOK_WITH_SECRET_DISABLED_REASON_*: Why the service switched it off; failing after
 * three days without success.
 */
enum {
	LIBAPI_WEBHOOK_WITH_SECRET_DISABLED_REASON_UNKNOWN = 0, /* not known to this library */
	LIBAPI_WEBHOOK_WITH_SECRET_DISABLED_REASON_FAILING = 1
};

/**
 * LIBAPI_WEBHOOK_DISABLED_REASON_*: Why the service switched it off; failing after three days
 * without success.
 */
enum {
	LIBAPI_WEBHOOK_DISABLED_REASON_UNKNOWN = 0, /* not known to this library */
	LIBAPI_WEBHOOK_DISABLED_REASON_FAILING = 1
};

/** LIBAPI_DELIVERY_STATUS_*: How it stands. */
enum {
	LIBAPI_DELIVERY_STATUS_UNKNOWN = 0, /* not known to this library */
	LIBAPI_DELIVERY_STATUS_PENDING = 1,
	LIBAPI_DELIVERY_STATUS_DELIVERED = 2,
	LIBAPI_DELIVERY_STATUS_FAILED = 3
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Have changes delivered to a URL. The secret is shown once, in this answer; every delivery is
 * signed with it. A first delivery, webhook.ping, is sent at once, and ping says whether it
 * arrived. Messages hold ids and no content; what the caller may not read is not delivered.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      a webhook, and its secret if that is new; yours, release with
 *          libapi_webhook_with_secret_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope webhooks:manage
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               too_many_webhooks: the user has too many webhooks
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope webhooks:manage. Who may: anyone with a key.
 * Wire: POST /v1/webhooks → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_create(libapi_client *client, const libapi_webhook_draft *draft,
	const libapi_call_options *options, libapi_webhook_with_secret **out, libapi_error **error);

/**
 * Start libapi_webhook_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_webhook_with_secret() gave the
 * answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/webhooks → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_create_start(libapi_client *client, const libapi_webhook_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * List the caller's webhooks. Their secrets are not shown again.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_webhook_page_unref(); NULL on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope webhooks:manage
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope webhooks:manage. Who may: anyone with a key.
 * Wire: GET /v1/webhooks → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_list(libapi_client *client, const libapi_webhook_list_query *query,
	const libapi_call_options *options, libapi_webhook_page **out, libapi_error **error);

/**
 * Start libapi_webhook_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_webhook_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/webhooks → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_list_start(libapi_client *client, const libapi_webhook_list_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_webhook_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_webhook_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_pager_new(libapi_client *client, const libapi_webhook_list_query *query,
	const libapi_call_options *options, libapi_webhook_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_webhook_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_pager_next(libapi_webhook_pager *pager, libapi_webhook **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_webhook_pager_free(libapi_webhook_pager *pager);

/**
 * Change a webhook. A JSON merge patch. With rotate_secret the answer shows a new secret; for 24
 * hours deliveries are signed with the old one too. A webhook that was switched off gets what
 * waited for it when it is switched on again.
 *
 * client      open client; any thread
 * webhook_id  UUID text, RFC 9562 §4, 36 bytes; id of the webhook
 * patch       not changed; may be released afterwards
 * options     NULL for the client's defaults
 * out         a webhook, and its secret if that is new; yours, release with
 *             libapi_webhook_with_secret_unref(); NULL on any error
 * error       NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope webhooks:manage; the caller must be the
 *                               user who created it
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope webhooks:manage. Who may: the user who created it.
 * Wire: PATCH /v1/webhooks/{webhook_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_update(libapi_client *client, const char *webhook_id,
	const libapi_webhook_patch *patch, const libapi_call_options *options,
	libapi_webhook_with_secret **out, libapi_error **error);

/**
 * Start libapi_webhook_update() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_webhook_with_secret() gave the
 * answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PATCH /v1/webhooks/{webhook_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_update_start(libapi_client *client, const char *webhook_id,
	const libapi_webhook_patch *patch, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Delete a webhook. What waits for it is dropped, and its log too.
 *
 * client      open client; any thread
 * webhook_id  UUID text, RFC 9562 §4, 36 bytes; id of the webhook
 * options     NULL for the client's defaults
 * error       NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; the outcome is unknown; safe to call again with
 *                             the same idempotency key
 *   LIBAPI_E_LOST             the connection broke; the outcome is unknown; safe to call again
 *                             with the same idempotency key
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope webhooks:manage; the caller must be the user
 *                             who created it
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope webhooks:manage. Who may: the user who created it.
 * Wire: DELETE /v1/webhooks/{webhook_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_delete(libapi_client *client, const char *webhook_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_webhook_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/webhooks/{webhook_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_delete_start(libapi_client *client, const char *webhook_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * List what was or is to be delivered to a webhook. The latest first, of the last seven days; with
 * the status, the time and the error of the last attempt.
 *
 * client      open client; any thread
 * webhook_id  UUID text, RFC 9562 §4, 36 bytes; id of the webhook
 * query       NULL for none; not changed, may be released afterwards
 * options     NULL for the client's defaults
 * out         a page of the list; yours, release with libapi_delivery_page_unref(); NULL on any
 *             error
 * error       NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope webhooks:manage; the caller must be the user
 *                             who created the webhook
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope webhooks:manage. Who may: the user who created the webhook.
 * Wire: GET /v1/webhooks/{webhook_id}/deliveries → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list(libapi_client *client, const char *webhook_id,
	const libapi_delivery_list_query *query, const libapi_call_options *options,
	libapi_delivery_page **out, libapi_error **error);

/**
 * Start libapi_delivery_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_delivery_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/webhooks/{webhook_id}/deliveries → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list_start(libapi_client *client, const char *webhook_id,
	const libapi_delivery_list_query *query, const libapi_call_options *options,
	libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_delivery_list(), page after page; parameters as there. Nothing
 * is sent yet. `out` is yours, release with libapi_delivery_pager_free(); it holds the client.
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_pager_new(libapi_client *client, const char *webhook_id,
	const libapi_delivery_list_query *query, const libapi_call_options *options,
	libapi_delivery_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_delivery_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_pager_next(libapi_delivery_pager *pager, libapi_delivery **out,
	libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_delivery_pager_free(libapi_delivery_pager *pager);

/**
 * Take the answer of a call that gives libapi_webhook_with_secret, once; waits if the call still
 * runs. `out` is yours, release with libapi_webhook_with_secret_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_webhook_with_secret(libapi_call *call, libapi_webhook_with_secret **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_webhook_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_webhook_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_webhook_page(libapi_call *call, libapi_webhook_page **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_delivery_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_delivery_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_delivery_page(libapi_call *call, libapi_delivery_page **out,
	libapi_error **error);

/* ---- libapi_ping ----------------------------------------------------------------------------- */

/* How the first delivery to a webhook went. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `ping` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_ping *libapi_ping_ref(const libapi_ping *ping);
/** Let go of `ping`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_ping_unref(libapi_ping *ping);
/** Whether the receiver answered 2xx. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_ping_delivered(const libapi_ping *ping);
/** 1 when `status_code` has a value, 0 when it is null or absent. */
LIBAPI_EXPORT int32_t libapi_ping_has_status_code(const libapi_ping *ping);
/** The receiver's HTTP status; null without an answer. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_ping_status_code(const libapi_ping *ping);
/** 1 when `latency_ms` has a value, 0 when it is null or absent. */
LIBAPI_EXPORT int32_t libapi_ping_has_latency_ms(const libapi_ping *ping);
/** Milliseconds until the answer. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_ping_latency_ms(const libapi_ping *ping);
/** What went wrong; null if it arrived. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_ping_error(const libapi_ping *ping);
/**
 * JSON text of all that is set in `ping`; yours, release with libapi_string_free(). NULL: no
 * memory, or `ping` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_ping_to_json(const libapi_ping *ping);

/* ---- libapi_webhook_with_secret -------------------------------------------------------------- */

/* A webhook, and its secret if that is new. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `webhook_with_secret` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_webhook_with_secret *
libapi_webhook_with_secret_ref(const libapi_webhook_with_secret *webhook_with_secret);
/** Let go of `webhook_with_secret`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void
libapi_webhook_with_secret_unref(libapi_webhook_with_secret *webhook_with_secret);
/** Id of the webhook. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_id(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * Where deliveries are posted to; https and an address that the public can reach. URI, RFC 3986,
 * 9…2048 characters.
 */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_url(const libapi_webhook_with_secret *webhook_with_secret);
/** How many entries `types` has. What is delivered. */
LIBAPI_EXPORT size_t
libapi_webhook_with_secret_type_count(const libapi_webhook_with_secret *webhook_with_secret);
/** Entry `index` of `types`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_type_at(const libapi_webhook_with_secret *webhook_with_secret,
	size_t index);
/**
 * How many entries `calendar_ids` has. Only these calendars; empty for all that the user owns or
 * was given a role on.
 */
LIBAPI_EXPORT size_t
libapi_webhook_with_secret_calendar_id_count(const libapi_webhook_with_secret *webhook_with_secret);
/** Entry `index` of `calendar_ids`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_calendar_id_at(const libapi_webhook_with_secret *webhook_with_secret,
	size_t index);
/** What the webhook is for. At most 255 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_description(const libapi_webhook_with_secret *webhook_with_secret);
/** Whether changes are delivered. 1 true, 0 false. */
LIBAPI_EXPORT int32_t
libapi_webhook_with_secret_enabled(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * Why the service switched it off; failing after three days without success. One of
 * LIBAPI_WEBHOOK_WITH_SECRET_DISABLED_REASON_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t
libapi_webhook_with_secret_disabled_reason(const libapi_webhook_with_secret *webhook_with_secret);
/** The text of `disabled_reason` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_disabled_reason_text(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * Until when deliveries are also signed with the secret before; null without one. RFC 3339 §5.6
 * with an offset, whole seconds. NULL when null or absent.
 */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_old_secret_until(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * `old_secret_until` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or
 * wall time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_webhook_with_secret_old_secret_until_ms(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * How the first delivery went; null while it is not known. Borrowed; keep it with
 * libapi_ping_ref(). NULL when null or absent.
 */
LIBAPI_EXPORT const libapi_ping *
libapi_webhook_with_secret_ping(const libapi_webhook_with_secret *webhook_with_secret);
/** When the webhook was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_created_at(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_webhook_with_secret_created_at_ms(const libapi_webhook_with_secret *webhook_with_secret);
/** When the webhook was last changed. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_updated_at(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_webhook_with_secret_updated_at_ms(const libapi_webhook_with_secret *webhook_with_secret);
/** What deliveries are signed with; shown only here. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_webhook_with_secret_secret(const libapi_webhook_with_secret *webhook_with_secret);
/**
 * JSON text of all that is set in `webhook_with_secret`; yours, release with libapi_string_free().
 * NULL: no memory, or `webhook_with_secret` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_webhook_with_secret_to_json(const libapi_webhook_with_secret *webhook_with_secret);

/* ---- libapi_webhook_draft -------------------------------------------------------------------- */

/* A webhook to be created. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_webhook_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_webhook_draft_new(libapi_webhook_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_webhook_draft_free(libapi_webhook_draft *draft);
/**
 * Set `url`. Where deliveries are posted to; https and an address that the public can reach. URI,
 * RFC 3986, 9…2048 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_set_url(libapi_webhook_draft *draft, const char *value);
/** Forget `url`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_draft_unset_url(libapi_webhook_draft *draft);
/**
 * What is delivered. 1…10 entries, each event.created | event.updated | event.deleted | rsvp.* |
 * calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel | invitation.reply.
 * Appends a copy of `value` to `types`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_add_type(libapi_webhook_draft *draft, const char *value);
/** Set `types` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_clear_types(libapi_webhook_draft *draft);
/** Forget `types`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_draft_unset_types(libapi_webhook_draft *draft);
/**
 * Only these calendars; empty for all that the user owns or was given a role on. At most 50
 * entries, each UUID text, RFC 9562 §4, 36 bytes. Appends a copy of `value` to `calendar_ids`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_add_calendar_id(libapi_webhook_draft *draft, const char *value);
/** Set `calendar_ids` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_clear_calendar_ids(libapi_webhook_draft *draft);
/** Forget `calendar_ids`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_draft_unset_calendar_ids(libapi_webhook_draft *draft);
/** Set `description`. What the webhook is for. At most 255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_set_description(libapi_webhook_draft *draft, const char *value);
/** Set `description` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_set_description_null(libapi_webhook_draft *draft);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_draft_unset_description(libapi_webhook_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_webhook_draft_to_json(const libapi_webhook_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_webhook_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_draft_from_json(const char *json, size_t len, libapi_webhook_draft **out,
	libapi_error **error);

/* ---- libapi_webhook -------------------------------------------------------------------------- */

/* A URL to which changes are delivered. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `webhook` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_webhook *libapi_webhook_ref(const libapi_webhook *webhook);
/** Let go of `webhook`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_webhook_unref(libapi_webhook *webhook);
/** Id of the webhook. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_webhook_id(const libapi_webhook *webhook);
/**
 * Where deliveries are posted to; https and an address that the public can reach. URI, RFC 3986,
 * 9…2048 characters.
 */
LIBAPI_EXPORT const char *libapi_webhook_url(const libapi_webhook *webhook);
/** How many entries `types` has. What is delivered. */
LIBAPI_EXPORT size_t libapi_webhook_type_count(const libapi_webhook *webhook);
/** Entry `index` of `types`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_webhook_type_at(const libapi_webhook *webhook, size_t index);
/**
 * How many entries `calendar_ids` has. Only these calendars; empty for all that the user owns or
 * was given a role on.
 */
LIBAPI_EXPORT size_t libapi_webhook_calendar_id_count(const libapi_webhook *webhook);
/** Entry `index` of `calendar_ids`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_webhook_calendar_id_at(const libapi_webhook *webhook, size_t index);
/** What the webhook is for. At most 255 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_webhook_description(const libapi_webhook *webhook);
/** Whether changes are delivered. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_webhook_enabled(const libapi_webhook *webhook);
/**
 * Why the service switched it off; failing after three days without success. One of
 * LIBAPI_WEBHOOK_DISABLED_REASON_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_webhook_disabled_reason(const libapi_webhook *webhook);
/** The text of `disabled_reason` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_webhook_disabled_reason_text(const libapi_webhook *webhook);
/**
 * Until when deliveries are also signed with the secret before; null without one. RFC 3339 §5.6
 * with an offset, whole seconds. NULL when null or absent.
 */
LIBAPI_EXPORT const char *libapi_webhook_old_secret_until(const libapi_webhook *webhook);
/**
 * `old_secret_until` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or
 * wall time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_webhook_old_secret_until_ms(const libapi_webhook *webhook);
/**
 * How the first delivery went; null while it is not known. Borrowed; keep it with
 * libapi_ping_ref(). NULL when null or absent.
 */
LIBAPI_EXPORT const libapi_ping *libapi_webhook_ping(const libapi_webhook *webhook);
/** When the webhook was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_webhook_created_at(const libapi_webhook *webhook);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_webhook_created_at_ms(const libapi_webhook *webhook);
/** When the webhook was last changed. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_webhook_updated_at(const libapi_webhook *webhook);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_webhook_updated_at_ms(const libapi_webhook *webhook);
/**
 * JSON text of all that is set in `webhook`; yours, release with libapi_string_free(). NULL: no
 * memory, or `webhook` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_webhook_to_json(const libapi_webhook *webhook);

/* ---- libapi_webhook_page --------------------------------------------------------------------- */

/* One page of webhooks. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_webhook_page *libapi_webhook_page_ref(const libapi_webhook_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_webhook_page_unref(libapi_webhook_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_webhook_page_count(const libapi_webhook_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_webhook_ref().
 */
LIBAPI_EXPORT const libapi_webhook *
libapi_webhook_page_at(const libapi_webhook_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_webhook_page_next_cursor(const libapi_webhook_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_webhook_page_to_json(const libapi_webhook_page *page);

/* ---- libapi_webhook_list_query --------------------------------------------------------------- */

/* The query parameters of listWebhooks. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_webhook_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_list_query_new(libapi_webhook_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_webhook_list_query_free(libapi_webhook_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_list_query_set_limit(libapi_webhook_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_list_query_unset_limit(libapi_webhook_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_list_query_set_cursor(libapi_webhook_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_list_query_unset_cursor(libapi_webhook_list_query *query);

/* ---- libapi_webhook_patch -------------------------------------------------------------------- */

/* Changes to a webhook. A builder of changes (RFC 7396), for one thread at a time. What is never
 * touched stays as it is; null removes; lists are replaced whole. Setters return LIBAPI_OK,
 * LIBAPI_E_INVALID for a NULL argument or a constant that is none, or LIBAPI_E_MEMORY; limits are
 * checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_webhook_patch_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_webhook_patch_new(libapi_webhook_patch **out);
/** Release a patch. NULL is legal. */
LIBAPI_EXPORT void libapi_webhook_patch_free(libapi_webhook_patch *patch);
/**
 * Set `url`. Where deliveries are posted to; https and an address that the public can reach. URI,
 * RFC 3986, 9…2048 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_set_url(libapi_webhook_patch *patch, const char *value);
/** Forget `url`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_url(libapi_webhook_patch *patch);
/**
 * What is delivered. 1…10 entries, each event.created | event.updated | event.deleted | rsvp.* |
 * calendar.* | acl.* | reminder.due | invitation.request | invitation.cancel | invitation.reply.
 * Appends a copy of `value` to `types`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_add_type(libapi_webhook_patch *patch, const char *value);
/** Set `types` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_clear_types(libapi_webhook_patch *patch);
/** Forget `types`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_types(libapi_webhook_patch *patch);
/**
 * Only these calendars; empty for all that the user owns or was given a role on. At most 50
 * entries, each UUID text, RFC 9562 §4, 36 bytes. Appends a copy of `value` to `calendar_ids`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_add_calendar_id(libapi_webhook_patch *patch, const char *value);
/** Set `calendar_ids` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_clear_calendar_ids(libapi_webhook_patch *patch);
/** Forget `calendar_ids`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_calendar_ids(libapi_webhook_patch *patch);
/** Set `description`. What the webhook is for. At most 255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_set_description(libapi_webhook_patch *patch, const char *value);
/** Set `description` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_set_description_null(libapi_webhook_patch *patch);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_description(libapi_webhook_patch *patch);
/** Set `enabled`. Whether changes are delivered. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_set_enabled(libapi_webhook_patch *patch, int32_t value);
/** Forget `enabled`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_enabled(libapi_webhook_patch *patch);
/** Set `rotate_secret`. Whether to make a new secret. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_set_rotate_secret(libapi_webhook_patch *patch, int32_t value);
/** Forget `rotate_secret`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_webhook_patch_unset_rotate_secret(libapi_webhook_patch *patch);
/**
 * JSON text of all that is set in `patch`; yours, release with libapi_string_free(). NULL: no
 * memory, or `patch` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_webhook_patch_to_json(const libapi_webhook_patch *patch);
/**
 * A patch from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_webhook_patch_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_webhook_patch_from_json(const char *json, size_t len, libapi_webhook_patch **out,
	libapi_error **error);

/* ---- libapi_delivery ------------------------------------------------------------------------- */

/* A message to a webhook. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/** Hold `delivery` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_delivery *libapi_delivery_ref(const libapi_delivery *delivery);
/** Let go of `delivery`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_delivery_unref(libapi_delivery *delivery);
/** Id of the message; the same in every attempt. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_delivery_id(const libapi_delivery *delivery);
/** The type of the message. */
LIBAPI_EXPORT const char *libapi_delivery_type(const libapi_delivery *delivery);
/** Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_delivery_calendar_id(const libapi_delivery *delivery);
/** Id of what changed. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_delivery_object_id(const libapi_delivery *delivery);
/** 1 when `version` has a value, 0 when it is null or absent. */
LIBAPI_EXPORT int32_t libapi_delivery_has_version(const libapi_delivery *delivery);
/** Version of what changed. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_delivery_version(const libapi_delivery *delivery);
/**
 * How it stands. One of LIBAPI_DELIVERY_STATUS_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_delivery_status(const libapi_delivery *delivery);
/** The text of `status` as the server sent it. */
LIBAPI_EXPORT const char *libapi_delivery_status_text(const libapi_delivery *delivery);
/** How often it was sent. */
LIBAPI_EXPORT int64_t libapi_delivery_attempts(const libapi_delivery *delivery);
/** 1 when `status_code` has a value, 0 when it is null or absent. */
LIBAPI_EXPORT int32_t libapi_delivery_has_status_code(const libapi_delivery *delivery);
/** The HTTP status of the last answer. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_delivery_status_code(const libapi_delivery *delivery);
/** 1 when `latency_ms` has a value, 0 when it is null or absent. */
LIBAPI_EXPORT int32_t libapi_delivery_has_latency_ms(const libapi_delivery *delivery);
/** Milliseconds that the last attempt took. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_delivery_latency_ms(const libapi_delivery *delivery);
/** Why the last attempt failed. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_delivery_error(const libapi_delivery *delivery);
/** When it happened. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_delivery_occurred_at(const libapi_delivery *delivery);
/**
 * `occurred_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_delivery_occurred_at_ms(const libapi_delivery *delivery);
/** When it was last sent. RFC 3339 §5.6 with an offset, whole seconds. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_delivery_last_attempt_at(const libapi_delivery *delivery);
/**
 * `last_attempt_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or
 * wall time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_delivery_last_attempt_at_ms(const libapi_delivery *delivery);
/**
 * When it is sent again; null if never. RFC 3339 §5.6 with an offset, whole seconds. NULL when
 * null or absent.
 */
LIBAPI_EXPORT const char *libapi_delivery_next_attempt_at(const libapi_delivery *delivery);
/**
 * `next_attempt_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or
 * wall time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_delivery_next_attempt_at_ms(const libapi_delivery *delivery);
/**
 * JSON text of all that is set in `delivery`; yours, release with libapi_string_free(). NULL: no
 * memory, or `delivery` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_delivery_to_json(const libapi_delivery *delivery);

/* ---- libapi_delivery_page -------------------------------------------------------------------- */

/* One page of deliveries. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_delivery_page *libapi_delivery_page_ref(const libapi_delivery_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_delivery_page_unref(libapi_delivery_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_delivery_page_count(const libapi_delivery_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_delivery_ref().
 */
LIBAPI_EXPORT const libapi_delivery *
libapi_delivery_page_at(const libapi_delivery_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_delivery_page_next_cursor(const libapi_delivery_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_delivery_page_to_json(const libapi_delivery_page *page);

/* ---- libapi_delivery_list_query -------------------------------------------------------------- */

/* The query parameters of listDeliveries. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_delivery_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list_query_new(libapi_delivery_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_delivery_list_query_free(libapi_delivery_list_query *query);
/**
 * Set `status`. Only deliveries that stand so. `value` is one of LIBAPI_DELIVERY_STATUS_*, not
 * UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list_query_set_status(libapi_delivery_list_query *query, int32_t value);
/** Forget `status`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_delivery_list_query_unset_status(libapi_delivery_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list_query_set_limit(libapi_delivery_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_delivery_list_query_unset_limit(libapi_delivery_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_delivery_list_query_set_cursor(libapi_delivery_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_delivery_list_query_unset_cursor(libapi_delivery_list_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(ping, libapi_ping_unref)
LIBAPI_AUTO_DEFINE(webhook_with_secret, libapi_webhook_with_secret_unref)
LIBAPI_AUTO_DEFINE(webhook_draft, libapi_webhook_draft_free)
LIBAPI_AUTO_DEFINE(webhook, libapi_webhook_unref)
LIBAPI_AUTO_DEFINE(webhook_page, libapi_webhook_page_unref)
LIBAPI_AUTO_DEFINE(webhook_list_query, libapi_webhook_list_query_free)
LIBAPI_AUTO_DEFINE(webhook_patch, libapi_webhook_patch_free)
LIBAPI_AUTO_DEFINE(delivery, libapi_delivery_unref)
LIBAPI_AUTO_DEFINE(delivery_page, libapi_delivery_page_unref)
LIBAPI_AUTO_DEFINE(delivery_list_query, libapi_delivery_list_query_free)
LIBAPI_AUTO_DEFINE(webhook_pager, libapi_webhook_pager_free)
LIBAPI_AUTO_DEFINE(delivery_pager, libapi_delivery_pager_free)

#endif

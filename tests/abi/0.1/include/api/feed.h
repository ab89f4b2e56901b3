/**
 * api/feed.h: links by which calendar programs subscribe to a calendar.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_FEED_H
#define LIBAPI_FEED_H

#include "api/base.h"

#define LIBAPI_HAVE_FEED_CREATE 1
#define LIBAPI_HAVE_FEED_LIST 1
#define LIBAPI_HAVE_FEED_REVOKE 1
#define LIBAPI_HAVE_FEED_GET 1

LIBAPI_BEGIN

typedef struct libapi_created_feed libapi_created_feed;
typedef struct libapi_feed_draft libapi_feed_draft;
typedef struct libapi_feed libapi_feed;
typedef struct libapi_feed_page libapi_feed_page;
typedef struct libapi_feed_list_query libapi_feed_list_query;
typedef struct libapi_feed_pager libapi_feed_pager;

/**
 * LIBAPI_CREATED_FEED_DETAIL_*: What is shown: everything but private events, or only when the
 * calendar is busy.
 */
enum {
	LIBAPI_CREATED_FEED_DETAIL_UNKNOWN = 0, /* not known to this library */
	LIBAPI_CREATED_FEED_DETAIL_FULL = 1,
	LIBAPI_CREATED_FEED_DETAIL_BUSY = 2
};

/**
 * LIBAPI_FEED_DETAIL_*: What is shown: everything but private events, or only when the calendar is
 * busy.
 */
enum {
	LIBAPI_FEED_DETAIL_UNKNOWN = 0, /* not known to this library */
	LIBAPI_FEED_DETAIL_FULL = 1,
	LIBAPI_FEED_DETAIL_BUSY = 2
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Create a link to subscribe to a calendar. Who has the link may read, without a key. It is shown
 * once, in this answer; the service keeps only its hash.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          a link with its secret; yours, release with libapi_created_feed_unref(); NULL on
 *              any error
 * error        NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope calendars:write; the caller must be an
 *                               owner
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner.
 * Wire: POST /v1/calendars/{calendar_id}/feeds → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_create(libapi_client *client, const char *calendar_id, const libapi_feed_draft *draft,
	const libapi_call_options *options, libapi_created_feed **out, libapi_error **error);

/**
 * Start libapi_feed_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_created_feed() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars/{calendar_id}/feeds → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_create_start(libapi_client *client, const char *calendar_id,
	const libapi_feed_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * List the links to a calendar. Links are described, never shown. Revoked ones are gone.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          a page of the list; yours, release with libapi_feed_page_unref(); NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:read; the caller must be an owner
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:read. Who may: owner.
 * Wire: GET /v1/calendars/{calendar_id}/feeds → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_list(libapi_client *client, const char *calendar_id,
	const libapi_feed_list_query *query, const libapi_call_options *options,
	libapi_feed_page **out, libapi_error **error);

/**
 * Start libapi_feed_list() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_feed_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/feeds → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_list_start(libapi_client *client, const char *calendar_id,
	const libapi_feed_list_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Walk over all entries of libapi_feed_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_feed_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_pager_new(libapi_client *client, const char *calendar_id,
	const libapi_feed_list_query *query, const libapi_call_options *options,
	libapi_feed_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_feed_unref(); waits for a page where one is needed.
 * Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after an
 * error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_pager_next(libapi_feed_pager *pager, libapi_feed **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_feed_pager_free(libapi_feed_pager *pager);

/**
 * Revoke a link to a calendar. The link stops working at once, everywhere. Revoking it again
 * answers the same.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * feed_id      UUID text, RFC 9562 §4, 36 bytes; id of the link
 * options      NULL for the client's defaults
 * error        NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:write; the caller must be an owner
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner.
 * Wire: DELETE /v1/calendars/{calendar_id}/feeds/{feed_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_revoke(libapi_client *client, const char *calendar_id, const char *feed_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_feed_revoke() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id}/feeds/{feed_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_revoke_start(libapi_client *client, const char *calendar_id, const char *feed_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Read a calendar by its link. For calendar programs that subscribe. The token alone is the
 * credential.
 *
 * client    open client; any thread
 * token     printable ASCII, 1…128 characters; the part of the link between the last slash and
 *           .ics
 * options   NULL for the client's defaults
 * out_text  the answer as text; yours, release with libapi_string_free(); NULL on any error
 * error     NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY         no memory; nothing was sent
 *   LIBAPI_E_INVALID        an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT        no answer in time; safe to call again
 *   LIBAPI_E_LOST           the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED      the answer is not of the agreed shape
 *   LIBAPI_E_NOT_MODIFIED   If-None-Match named the current version
 *   LIBAPI_E_NOT_FOUND      no such thing, or none that the caller may know of; not_found: no such
 *                           thing
 *   LIBAPI_E_UNPROCESSABLE  export_too_large: the calendar is too large for one export
 *   LIBAPI_E_RATE_LIMITED   too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE    the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs no key.
 * Wire: GET /v1/feeds/{token}.ics → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_get(libapi_client *client, const char *token, const libapi_call_options *options,
	char **out_text, libapi_error **error);

/**
 * Start libapi_feed_get() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_text() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/feeds/{token}.ics → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_get_start(libapi_client *client, const char *token,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_created_feed, once; waits if the call still runs.
 * `out` is yours, release with libapi_created_feed_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_created_feed(libapi_call *call, libapi_created_feed **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_feed_page, once; waits if the call still runs. `out`
 * is yours, release with libapi_feed_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_feed_page(libapi_call *call, libapi_feed_page **out, libapi_error **error);

/* ---- libapi_created_feed --------------------------------------------------------------------- */

/* A link with its secret. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `created_feed` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_created_feed *
libapi_created_feed_ref(const libapi_created_feed *created_feed);
/** Let go of `created_feed`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_created_feed_unref(libapi_created_feed *created_feed);
/** Id of the link. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_created_feed_id(const libapi_created_feed *created_feed);
/** Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_created_feed_calendar_id(const libapi_created_feed *created_feed);
/** Who or what the link is for. 1…64 characters. */
LIBAPI_EXPORT const char *libapi_created_feed_name(const libapi_created_feed *created_feed);
/**
 * What is shown: everything but private events, or only when the calendar is busy. One of
 * LIBAPI_CREATED_FEED_DETAIL_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_created_feed_detail(const libapi_created_feed *created_feed);
/** The text of `detail` as the server sent it. */
LIBAPI_EXPORT const char *libapi_created_feed_detail_text(const libapi_created_feed *created_feed);
/** Days before today that are shown. 0…3660. */
LIBAPI_EXPORT int64_t libapi_created_feed_past_days(const libapi_created_feed *created_feed);
/** Days after today that are shown. 1…3660. */
LIBAPI_EXPORT int64_t libapi_created_feed_future_days(const libapi_created_feed *created_feed);
/** The 8 characters after cal_ by which the link is recognised. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_created_feed_prefix(const libapi_created_feed *created_feed);
/** When the link was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_created_feed_created_at(const libapi_created_feed *created_feed);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_created_feed_created_at_ms(const libapi_created_feed *created_feed);
/** The link; shown only here. */
LIBAPI_EXPORT const char *libapi_created_feed_url(const libapi_created_feed *created_feed);
/**
 * JSON text of all that is set in `created_feed`; yours, release with libapi_string_free(). NULL:
 * no memory, or `created_feed` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_created_feed_to_json(const libapi_created_feed *created_feed);

/* ---- libapi_feed_draft ----------------------------------------------------------------------- */

/* A link to be created. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_feed_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_feed_draft_new(libapi_feed_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_feed_draft_free(libapi_feed_draft *draft);
/** Set `name`. Who or what the link is for. 1…64 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_draft_set_name(libapi_feed_draft *draft, const char *value);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_draft_unset_name(libapi_feed_draft *draft);
/**
 * Set `detail`. What is shown: everything but private events, or only when the calendar is busy.
 * `value` is one of LIBAPI_FEED_DETAIL_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_draft_set_detail(libapi_feed_draft *draft, int32_t value);
/** Forget `detail`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_draft_unset_detail(libapi_feed_draft *draft);
/** Set `past_days`. Days before today that are shown. 0…3660. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_draft_set_past_days(libapi_feed_draft *draft, int64_t value);
/** Forget `past_days`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_draft_unset_past_days(libapi_feed_draft *draft);
/** Set `future_days`. Days after today that are shown. 1…3660. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_draft_set_future_days(libapi_feed_draft *draft, int64_t value);
/** Forget `future_days`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_draft_unset_future_days(libapi_feed_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_feed_draft_to_json(const libapi_feed_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_feed_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every bad
 * field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_draft_from_json(const char *json, size_t len, libapi_feed_draft **out,
	libapi_error **error);

/* ---- libapi_feed ----------------------------------------------------------------------------- */

/* A link by which calendar programs subscribe to a calendar. What the server answered:
 * unchangeable and counted. Getters may be called from any thread; NULL, and what the answer left
 * out, gives NULL, 0 or UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `feed` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_feed *libapi_feed_ref(const libapi_feed *feed);
/** Let go of `feed`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_feed_unref(libapi_feed *feed);
/** Id of the link. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_feed_id(const libapi_feed *feed);
/** Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_feed_calendar_id(const libapi_feed *feed);
/** Who or what the link is for. 1…64 characters. */
LIBAPI_EXPORT const char *libapi_feed_name(const libapi_feed *feed);
/**
 * What is shown: everything but private events, or only when the calendar is busy. One of
 * LIBAPI_FEED_DETAIL_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_feed_detail(const libapi_feed *feed);
/** The text of `detail` as the server sent it. */
LIBAPI_EXPORT const char *libapi_feed_detail_text(const libapi_feed *feed);
/** Days before today that are shown. 0…3660. */
LIBAPI_EXPORT int64_t libapi_feed_past_days(const libapi_feed *feed);
/** Days after today that are shown. 1…3660. */
LIBAPI_EXPORT int64_t libapi_feed_future_days(const libapi_feed *feed);
/** The 8 characters after cal_ by which the link is recognised. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_feed_prefix(const libapi_feed *feed);
/** When the link was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_feed_created_at(const libapi_feed *feed);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_feed_created_at_ms(const libapi_feed *feed);
/**
 * JSON text of all that is set in `feed`; yours, release with libapi_string_free(). NULL: no
 * memory, or `feed` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_feed_to_json(const libapi_feed *feed);

/* ---- libapi_feed_page ------------------------------------------------------------------------ */

/* One page of links. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_feed_page *libapi_feed_page_ref(const libapi_feed_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_feed_page_unref(libapi_feed_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_feed_page_count(const libapi_feed_page *page);
/** Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_feed_ref(). */
LIBAPI_EXPORT const libapi_feed *libapi_feed_page_at(const libapi_feed_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_feed_page_next_cursor(const libapi_feed_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_feed_page_to_json(const libapi_feed_page *page);

/* ---- libapi_feed_list_query ------------------------------------------------------------------ */

/* The query parameters of listFeeds. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_feed_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_feed_list_query_new(libapi_feed_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_feed_list_query_free(libapi_feed_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_list_query_set_limit(libapi_feed_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_list_query_unset_limit(libapi_feed_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_feed_list_query_set_cursor(libapi_feed_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_feed_list_query_unset_cursor(libapi_feed_list_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(created_feed, libapi_created_feed_unref)
LIBAPI_AUTO_DEFINE(feed_draft, libapi_feed_draft_free)
LIBAPI_AUTO_DEFINE(feed, libapi_feed_unref)
LIBAPI_AUTO_DEFINE(feed_page, libapi_feed_page_unref)
LIBAPI_AUTO_DEFINE(feed_list_query, libapi_feed_list_query_free)
LIBAPI_AUTO_DEFINE(feed_pager, libapi_feed_pager_free)

#endif

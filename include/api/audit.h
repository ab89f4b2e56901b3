/**
 * api/audit.h: who did what.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_AUDIT_H
#define LIBAPI_AUDIT_H

#include "api/base.h"

#define LIBAPI_HAVE_AUDIT_LIST 1

LIBAPI_BEGIN

typedef struct libapi_audit_entry libapi_audit_entry;
typedef struct libapi_audit_entry_page libapi_audit_entry_page;
typedef struct libapi_audit_list_query libapi_audit_list_query;
typedef struct libapi_audit_pager libapi_audit_pager;

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * List who changed what, the newest change first. Administrators see every change, others those of
 * calendars that they own. A change of one thing shows what it became; what it was before stands
 * in the line before it of the same resource. Secrets are never in it.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_audit_entry_page_unref(); NULL on any
 *          error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:read; the caller must be admin
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:read. Who may: admin; an owner for own calendars.
 * Wire: GET /v1/audit → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list(libapi_client *client, const libapi_audit_list_query *query,
	const libapi_call_options *options, libapi_audit_entry_page **out, libapi_error **error);

/**
 * Start libapi_audit_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_audit_entry_page() gave the
 * answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/audit → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_start(libapi_client *client, const libapi_audit_list_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_audit_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_audit_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_pager_new(libapi_client *client, const libapi_audit_list_query *query,
	const libapi_call_options *options, libapi_audit_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_audit_entry_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_pager_next(libapi_audit_pager *pager, libapi_audit_entry **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_audit_pager_free(libapi_audit_pager *pager);

/**
 * Take the answer of a call that gives libapi_audit_entry_page, once; waits if the call still
 * runs. `out` is yours, release with libapi_audit_entry_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_audit_entry_page(libapi_call *call, libapi_audit_entry_page **out,
	libapi_error **error);

/* ---- libapi_audit_entry ---------------------------------------------------------------------- */

/* One change of one thing. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `audit_entry` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_audit_entry *libapi_audit_entry_ref(const libapi_audit_entry *audit_entry);
/** Let go of `audit_entry`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_audit_entry_unref(libapi_audit_entry *audit_entry);
/** When it happened. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_audit_entry_at(const libapi_audit_entry *audit_entry);
/**
 * `at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_audit_entry_at_ms(const libapi_audit_entry *audit_entry);
/** Id of the user who did it. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_audit_entry_actor(const libapi_audit_entry *audit_entry);
/** Id of the API key that was used. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_audit_entry_key_id(const libapi_audit_entry *audit_entry);
/** The operation by its operationId. */
LIBAPI_EXPORT const char *libapi_audit_entry_action(const libapi_audit_entry *audit_entry);
/** The thing by kind and id. */
LIBAPI_EXPORT const char *libapi_audit_entry_resource(const libapi_audit_entry *audit_entry);
/** The calendar that it belongs to. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_audit_entry_calendar_id(const libapi_audit_entry *audit_entry);
/** The thing as it became. JSON text. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_audit_entry_after(const libapi_audit_entry *audit_entry);
/** X-Request-Id of the request. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_audit_entry_request_id(const libapi_audit_entry *audit_entry);
/**
 * JSON text of all that is set in `audit_entry`; yours, release with libapi_string_free(). NULL:
 * no memory, or `audit_entry` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_audit_entry_to_json(const libapi_audit_entry *audit_entry);

/* ---- libapi_audit_entry_page ----------------------------------------------------------------- */

/* One page of changes. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_audit_entry_page *
libapi_audit_entry_page_ref(const libapi_audit_entry_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_audit_entry_page_unref(libapi_audit_entry_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_audit_entry_page_count(const libapi_audit_entry_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_audit_entry_ref().
 */
LIBAPI_EXPORT const libapi_audit_entry *
libapi_audit_entry_page_at(const libapi_audit_entry_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_audit_entry_page_next_cursor(const libapi_audit_entry_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_audit_entry_page_to_json(const libapi_audit_entry_page *page);

/* ---- libapi_audit_list_query ----------------------------------------------------------------- */

/* The query parameters of listAudit. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_audit_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_audit_list_query_new(libapi_audit_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_audit_list_query_free(libapi_audit_list_query *query);
/** Set `actor`. Only changes made by this user. UUID text, RFC 9562 §4, or "me". Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_actor(libapi_audit_list_query *query, const char *value);
/** Forget `actor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_actor(libapi_audit_list_query *query);
/**
 * Set `action`. Only this operation, by its operationId. Printable ASCII, 1…64 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_action(libapi_audit_list_query *query, const char *value);
/** Forget `action`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_action(libapi_audit_list_query *query);
/** Set `resource`. Only this thing, by kind and id. Printable ASCII, 1…200 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_resource(libapi_audit_list_query *query, const char *value);
/** Forget `resource`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_resource(libapi_audit_list_query *query);
/**
 * Set `from`. Only changes at this instant or later. RFC 3339 §5.6 with an offset, whole seconds.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_from(libapi_audit_list_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_from(libapi_audit_list_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_from_ms(libapi_audit_list_query *query, int64_t unix_ms);
/**
 * Set `to`. Only changes before this instant. RFC 3339 §5.6 with an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_to(libapi_audit_list_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_to(libapi_audit_list_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_to_ms(libapi_audit_list_query *query, int64_t unix_ms);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_limit(libapi_audit_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_limit(libapi_audit_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_audit_list_query_set_cursor(libapi_audit_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_audit_list_query_unset_cursor(libapi_audit_list_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(audit_entry, libapi_audit_entry_unref)
LIBAPI_AUTO_DEFINE(audit_entry_page, libapi_audit_entry_page_unref)
LIBAPI_AUTO_DEFINE(audit_list_query, libapi_audit_list_query_free)
LIBAPI_AUTO_DEFINE(audit_pager, libapi_audit_pager_free)

#endif

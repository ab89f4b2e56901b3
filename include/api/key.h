/**
 * api/key.h: API keys of a user.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_KEY_H
#define LIBAPI_KEY_H

#include "api/base.h"

#define LIBAPI_HAVE_KEY_CREATE 1
#define LIBAPI_HAVE_KEY_LIST 1
#define LIBAPI_HAVE_KEY_REVOKE 1

LIBAPI_BEGIN

typedef struct libapi_created_api_key libapi_created_api_key;
typedef struct libapi_api_key_draft libapi_api_key_draft;
typedef struct libapi_api_key libapi_api_key;
typedef struct libapi_api_key_page libapi_api_key_page;
typedef struct libapi_key_list_query libapi_key_list_query;
typedef struct libapi_key_pager libapi_key_pager;

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Create an API key. The key is shown once, in this answer; its scopes cannot exceed those of the
 * calling key.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      an API key with its secret; yours, release with libapi_created_api_key_unref(); NULL on
 *          any error
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
 *   LIBAPI_E_FORBIDDEN          the caller must be the user or an administrator
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: the user or an administrator.
 * Wire: POST /v1/users/{user_id}/keys → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_create(libapi_client *client, const char *user_id, const libapi_api_key_draft *draft,
	const libapi_call_options *options, libapi_created_api_key **out, libapi_error **error);

/**
 * Start libapi_key_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_created_api_key() gave the
 * answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/users/{user_id}/keys → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_create_start(libapi_client *client, const char *user_id,
	const libapi_api_key_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * List the API keys of a user. Keys are described, never shown.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_api_key_page_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN        the caller must be the user or an administrator
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: the user or an administrator.
 * Wire: GET /v1/users/{user_id}/keys → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_list(libapi_client *client, const char *user_id, const libapi_key_list_query *query,
	const libapi_call_options *options, libapi_api_key_page **out, libapi_error **error);

/**
 * Start libapi_key_list() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_api_key_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/users/{user_id}/keys → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_list_start(libapi_client *client, const char *user_id,
	const libapi_key_list_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Walk over all entries of libapi_key_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_key_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_pager_new(libapi_client *client, const char *user_id,
	const libapi_key_list_query *query, const libapi_call_options *options,
	libapi_key_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_api_key_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_pager_next(libapi_key_pager *pager, libapi_api_key **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_key_pager_free(libapi_key_pager *pager);

/**
 * Revoke an API key. The key stops working within a second, everywhere.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * key_id   UUID text, RFC 9562 §4, 36 bytes; id of the key
 * options  NULL for the client's defaults
 * error    NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN        the caller must be the user or an administrator
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running;
 *                             last_admin_key: this is the last key of the last administrator
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: the user or an administrator.
 * Wire: DELETE /v1/users/{user_id}/keys/{key_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_revoke(libapi_client *client, const char *user_id, const char *key_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_key_revoke() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/users/{user_id}/keys/{key_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_revoke_start(libapi_client *client, const char *user_id, const char *key_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_created_api_key, once; waits if the call still runs.
 * `out` is yours, release with libapi_created_api_key_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_created_api_key(libapi_call *call, libapi_created_api_key **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_api_key_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_api_key_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_api_key_page(libapi_call *call, libapi_api_key_page **out, libapi_error **error);

/* ---- libapi_created_api_key ------------------------------------------------------------------ */

/* An API key with its secret. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `created_api_key` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_created_api_key *
libapi_created_api_key_ref(const libapi_created_api_key *created_api_key);
/** Let go of `created_api_key`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_created_api_key_unref(libapi_created_api_key *created_api_key);
/** Id of the key. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_created_api_key_id(const libapi_created_api_key *created_api_key);
/** Id of the user who holds the key. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_created_api_key_user_id(const libapi_created_api_key *created_api_key);
/** What the key is for. 1…64 characters. */
LIBAPI_EXPORT const char *
libapi_created_api_key_name(const libapi_created_api_key *created_api_key);
/** The 8 characters after cal_ by which the key is recognised. */
LIBAPI_EXPORT const char *
libapi_created_api_key_prefix(const libapi_created_api_key *created_api_key);
/** How many entries `scopes` has. What the key may do. */
LIBAPI_EXPORT size_t
libapi_created_api_key_scope_count(const libapi_created_api_key *created_api_key);
/** Entry `index` of `scopes`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_created_api_key_scope_at(const libapi_created_api_key *created_api_key, size_t index);
/**
 * When the key stops working; null for never. RFC 3339 §5.6 with an offset, whole seconds. NULL
 * when null or absent.
 */
LIBAPI_EXPORT const char *
libapi_created_api_key_expires_at(const libapi_created_api_key *created_api_key);
/**
 * `expires_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_created_api_key_expires_at_ms(const libapi_created_api_key *created_api_key);
/**
 * When the key was last used. RFC 3339 §5.6 with an offset, whole seconds. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *
libapi_created_api_key_last_used_at(const libapi_created_api_key *created_api_key);
/**
 * `last_used_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_created_api_key_last_used_at_ms(const libapi_created_api_key *created_api_key);
/** When the key was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *
libapi_created_api_key_created_at(const libapi_created_api_key *created_api_key);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t
libapi_created_api_key_created_at_ms(const libapi_created_api_key *created_api_key);
/** The API key; shown only here. */
LIBAPI_EXPORT const char *
libapi_created_api_key_key(const libapi_created_api_key *created_api_key);
/**
 * JSON text of all that is set in `created_api_key`; yours, release with libapi_string_free().
 * NULL: no memory, or `created_api_key` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_created_api_key_to_json(const libapi_created_api_key *created_api_key);

/* ---- libapi_api_key_draft -------------------------------------------------------------------- */

/* An API key to be created. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_api_key_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_api_key_draft_new(libapi_api_key_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_api_key_draft_free(libapi_api_key_draft *draft);
/** Set `name`. What the key is for. 1…64 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_set_name(libapi_api_key_draft *draft, const char *value);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_api_key_draft_unset_name(libapi_api_key_draft *draft);
/**
 * What the key may do. 1…7 entries, each admin | calendars:read | calendars:write | events:read |
 * events:write | freebusy:read | webhooks:manage. Appends a copy of `value` to `scopes`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_add_scope(libapi_api_key_draft *draft, const char *value);
/** Set `scopes` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_clear_scopes(libapi_api_key_draft *draft);
/** Forget `scopes`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_api_key_draft_unset_scopes(libapi_api_key_draft *draft);
/**
 * Set `expires_at`. When the key stops working; null for never. RFC 3339 §5.6 with an offset,
 * whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_set_expires_at(libapi_api_key_draft *draft, const char *value);
/** Set `expires_at` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_set_expires_at_null(libapi_api_key_draft *draft);
/** Forget `expires_at`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_api_key_draft_unset_expires_at(libapi_api_key_draft *draft);
/**
 * Set `expires_at` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_set_expires_at_ms(libapi_api_key_draft *draft, int64_t unix_ms);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_api_key_draft_to_json(const libapi_api_key_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_api_key_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_api_key_draft_from_json(const char *json, size_t len, libapi_api_key_draft **out,
	libapi_error **error);

/* ---- libapi_api_key -------------------------------------------------------------------------- */

/* An API key without its secret. What the server answered: unchangeable and counted. Getters may
 * be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts
 * and parts are borrowed from it. Since 0.1. */

/** Hold `api_key` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_api_key *libapi_api_key_ref(const libapi_api_key *api_key);
/** Let go of `api_key`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_api_key_unref(libapi_api_key *api_key);
/** Id of the key. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_api_key_id(const libapi_api_key *api_key);
/** Id of the user who holds the key. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_api_key_user_id(const libapi_api_key *api_key);
/** What the key is for. 1…64 characters. */
LIBAPI_EXPORT const char *libapi_api_key_name(const libapi_api_key *api_key);
/** The 8 characters after cal_ by which the key is recognised. */
LIBAPI_EXPORT const char *libapi_api_key_prefix(const libapi_api_key *api_key);
/** How many entries `scopes` has. What the key may do. */
LIBAPI_EXPORT size_t libapi_api_key_scope_count(const libapi_api_key *api_key);
/** Entry `index` of `scopes`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_api_key_scope_at(const libapi_api_key *api_key, size_t index);
/**
 * When the key stops working; null for never. RFC 3339 §5.6 with an offset, whole seconds. NULL
 * when null or absent.
 */
LIBAPI_EXPORT const char *libapi_api_key_expires_at(const libapi_api_key *api_key);
/**
 * `expires_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_api_key_expires_at_ms(const libapi_api_key *api_key);
/**
 * When the key was last used. RFC 3339 §5.6 with an offset, whole seconds. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_api_key_last_used_at(const libapi_api_key *api_key);
/**
 * `last_used_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_api_key_last_used_at_ms(const libapi_api_key *api_key);
/** When the key was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_api_key_created_at(const libapi_api_key *api_key);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_api_key_created_at_ms(const libapi_api_key *api_key);
/**
 * JSON text of all that is set in `api_key`; yours, release with libapi_string_free(). NULL: no
 * memory, or `api_key` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_api_key_to_json(const libapi_api_key *api_key);

/* ---- libapi_api_key_page --------------------------------------------------------------------- */

/* One page of API keys. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_api_key_page *libapi_api_key_page_ref(const libapi_api_key_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_api_key_page_unref(libapi_api_key_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_api_key_page_count(const libapi_api_key_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_api_key_ref().
 */
LIBAPI_EXPORT const libapi_api_key *
libapi_api_key_page_at(const libapi_api_key_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_api_key_page_next_cursor(const libapi_api_key_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_api_key_page_to_json(const libapi_api_key_page *page);

/* ---- libapi_key_list_query ------------------------------------------------------------------- */

/* The query parameters of listApiKeys. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_key_list_query_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_key_list_query_new(libapi_key_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_key_list_query_free(libapi_key_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_list_query_set_limit(libapi_key_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_key_list_query_unset_limit(libapi_key_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_key_list_query_set_cursor(libapi_key_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_key_list_query_unset_cursor(libapi_key_list_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(created_api_key, libapi_created_api_key_unref)
LIBAPI_AUTO_DEFINE(api_key_draft, libapi_api_key_draft_free)
LIBAPI_AUTO_DEFINE(api_key, libapi_api_key_unref)
LIBAPI_AUTO_DEFINE(api_key_page, libapi_api_key_page_unref)
LIBAPI_AUTO_DEFINE(key_list_query, libapi_key_list_query_free)
LIBAPI_AUTO_DEFINE(key_pager, libapi_key_pager_free)

#endif

/**
 * api/acl.h: who may do what on a calendar.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_ACL_H
#define LIBAPI_ACL_H

#include "api/base.h"

#define LIBAPI_HAVE_ACL_LIST 1
#define LIBAPI_HAVE_ACL_PUT 1
#define LIBAPI_HAVE_ACL_DELETE 1

LIBAPI_BEGIN

typedef struct libapi_acl_rule libapi_acl_rule;
typedef struct libapi_acl_rule_page libapi_acl_rule_page;
typedef struct libapi_acl_list_query libapi_acl_list_query;
typedef struct libapi_acl_rule_draft libapi_acl_rule_draft;
typedef struct libapi_acl_pager libapi_acl_pager;

/** LIBAPI_ACL_RULE_ROLE_*: What the user may do. */
enum {
	LIBAPI_ACL_RULE_ROLE_UNKNOWN = 0, /* not known to this library */
	LIBAPI_ACL_RULE_ROLE_FREEBUSY = 1,
	LIBAPI_ACL_RULE_ROLE_READER = 2,
	LIBAPI_ACL_RULE_ROLE_EDITOR = 3,
	LIBAPI_ACL_RULE_ROLE_OWNER = 4
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * List who may do what on a calendar. Editors and owners see every rule; others see their own.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          a page of the list; yours, release with libapi_acl_rule_page_unref(); NULL on any
 *              error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:read; the caller must be an editor
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:read. Who may: editor; others see themselves.
 * Wire: GET /v1/calendars/{calendar_id}/acl → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_list(libapi_client *client, const char *calendar_id,
	const libapi_acl_list_query *query, const libapi_call_options *options,
	libapi_acl_rule_page **out, libapi_error **error);

/**
 * Start libapi_acl_list() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_acl_rule_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/acl → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_list_start(libapi_client *client, const char *calendar_id,
	const libapi_acl_list_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Walk over all entries of libapi_acl_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_acl_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_pager_new(libapi_client *client, const char *calendar_id,
	const libapi_acl_list_query *query, const libapi_call_options *options,
	libapi_acl_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_acl_rule_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_pager_next(libapi_acl_pager *pager, libapi_acl_rule **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_acl_pager_free(libapi_acl_pager *pager);

/**
 * Give a user a role on a calendar. The role owner hands the calendar over; the old owner becomes
 * editor.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * user_id      UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          the role of one user on a calendar; yours, release with libapi_acl_rule_unref();
 *              NULL on any error
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
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               owner_required: a calendar needs an owner
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner.
 * Wire: PUT /v1/calendars/{calendar_id}/acl/{user_id} → 200 or 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_put(libapi_client *client, const char *calendar_id, const char *user_id,
	const libapi_acl_rule_draft *draft, const libapi_call_options *options, libapi_acl_rule **out,
	libapi_error **error);

/**
 * Start libapi_acl_put() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_acl_rule() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PUT /v1/calendars/{calendar_id}/acl/{user_id} → 200 or 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_put_start(libapi_client *client, const char *calendar_id, const char *user_id,
	const libapi_acl_rule_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Take a user's role on a calendar away. An owner may remove anybody but the owner; everybody may
 * remove themselves.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * user_id      UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:write; the caller must be owner or
 *                             the user
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running;
 *                             owner_required: a calendar needs an owner
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner or the user.
 * Wire: DELETE /v1/calendars/{calendar_id}/acl/{user_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_delete(libapi_client *client, const char *calendar_id, const char *user_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_acl_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id}/acl/{user_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_delete_start(libapi_client *client, const char *calendar_id, const char *user_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_acl_rule, once; waits if the call still runs. `out`
 * is yours, release with libapi_acl_rule_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_acl_rule(libapi_call *call, libapi_acl_rule **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_acl_rule_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_acl_rule_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_acl_rule_page(libapi_call *call, libapi_acl_rule_page **out,
	libapi_error **error);

/* ---- libapi_acl_rule ------------------------------------------------------------------------- */

/* The role of one user on a calendar. What the server answered: unchangeable and counted. Getters
 * may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN;
 * texts and parts are borrowed from it. Since 0.1. */

/** Hold `acl_rule` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_acl_rule *libapi_acl_rule_ref(const libapi_acl_rule *acl_rule);
/** Let go of `acl_rule`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_acl_rule_unref(libapi_acl_rule *acl_rule);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_acl_rule_user_id(const libapi_acl_rule *acl_rule);
/**
 * What the user may do. One of LIBAPI_ACL_RULE_ROLE_*; UNKNOWN when absent or newer than this
 * library.
 */
LIBAPI_EXPORT int32_t libapi_acl_rule_role(const libapi_acl_rule *acl_rule);
/** The text of `role` as the server sent it. */
LIBAPI_EXPORT const char *libapi_acl_rule_role_text(const libapi_acl_rule *acl_rule);
/** When the rule was made. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_acl_rule_created_at(const libapi_acl_rule *acl_rule);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_acl_rule_created_at_ms(const libapi_acl_rule *acl_rule);
/**
 * JSON text of all that is set in `acl_rule`; yours, release with libapi_string_free(). NULL: no
 * memory, or `acl_rule` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_acl_rule_to_json(const libapi_acl_rule *acl_rule);

/* ---- libapi_acl_rule_page -------------------------------------------------------------------- */

/* One page of rules. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_acl_rule_page *libapi_acl_rule_page_ref(const libapi_acl_rule_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_acl_rule_page_unref(libapi_acl_rule_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_acl_rule_page_count(const libapi_acl_rule_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_acl_rule_ref().
 */
LIBAPI_EXPORT const libapi_acl_rule *
libapi_acl_rule_page_at(const libapi_acl_rule_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_acl_rule_page_next_cursor(const libapi_acl_rule_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_acl_rule_page_to_json(const libapi_acl_rule_page *page);

/* ---- libapi_acl_list_query ------------------------------------------------------------------- */

/* The query parameters of listAcl. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_acl_list_query_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_acl_list_query_new(libapi_acl_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_acl_list_query_free(libapi_acl_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_list_query_set_limit(libapi_acl_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_acl_list_query_unset_limit(libapi_acl_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_list_query_set_cursor(libapi_acl_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_acl_list_query_unset_cursor(libapi_acl_list_query *query);

/* ---- libapi_acl_rule_draft ------------------------------------------------------------------- */

/* A role to be given. A builder, for one thread at a time. What is never set is not sent. Setters
 * return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_acl_rule_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_acl_rule_draft_new(libapi_acl_rule_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_acl_rule_draft_free(libapi_acl_rule_draft *draft);
/** Set `role`. What the user may do. `value` is one of LIBAPI_ACL_RULE_ROLE_*, not UNKNOWN. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_rule_draft_set_role(libapi_acl_rule_draft *draft, int32_t value);
/** Forget `role`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_acl_rule_draft_unset_role(libapi_acl_rule_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_acl_rule_draft_to_json(const libapi_acl_rule_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_acl_rule_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_acl_rule_draft_from_json(const char *json, size_t len, libapi_acl_rule_draft **out,
	libapi_error **error);

LIBAPI_END

LIBAPI_AUTO_DEFINE(acl_rule, libapi_acl_rule_unref)
LIBAPI_AUTO_DEFINE(acl_rule_page, libapi_acl_rule_page_unref)
LIBAPI_AUTO_DEFINE(acl_list_query, libapi_acl_list_query_free)
LIBAPI_AUTO_DEFINE(acl_rule_draft, libapi_acl_rule_draft_free)
LIBAPI_AUTO_DEFINE(acl_pager, libapi_acl_pager_free)

#endif

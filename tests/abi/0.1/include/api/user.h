/**
 * api/user.h: people and programs that hold keys.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_USER_H
#define LIBAPI_USER_H

#include "api/base.h"

#define LIBAPI_HAVE_USER_CREATE 1
#define LIBAPI_HAVE_USER_LIST 1
#define LIBAPI_HAVE_USER_GET 1
#define LIBAPI_HAVE_USER_UPDATE 1
#define LIBAPI_HAVE_USER_DELETE 1

LIBAPI_BEGIN

typedef struct libapi_working_hours libapi_working_hours;
typedef struct libapi_created_user libapi_created_user;
typedef struct libapi_working_hours_draft libapi_working_hours_draft;
typedef struct libapi_user_draft libapi_user_draft;
typedef struct libapi_user libapi_user;
typedef struct libapi_user_page libapi_user_page;
typedef struct libapi_user_list_query libapi_user_list_query;
typedef struct libapi_user_patch libapi_user_patch;
typedef struct libapi_user_delete_query libapi_user_delete_query;
typedef struct libapi_user_pager libapi_user_pager;

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Create a user and a first API key. The key is shown once, in this answer; the service keeps only
 * its hash.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      a user with a first API key; yours, release with libapi_created_user_unref(); NULL on
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope admin; the caller must be administrators
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               username_taken: the username is taken
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope admin. Who may: administrators.
 * Wire: POST /v1/users → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_create(libapi_client *client, const libapi_user_draft *draft,
	const libapi_call_options *options, libapi_created_user **out, libapi_error **error);

/**
 * Start libapi_user_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_created_user() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/users → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_create_start(libapi_client *client, const libapi_user_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * List users. Everybody sees public fields; the e-mail address is shown to administrators and the
 * user.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_user_page_unref(); NULL on any error
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
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: anyone with a key.
 * Wire: GET /v1/users → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_list(libapi_client *client, const libapi_user_list_query *query,
	const libapi_call_options *options, libapi_user_page **out, libapi_error **error);

/**
 * Start libapi_user_list() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_user_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/users → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_list_start(libapi_client *client, const libapi_user_list_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_user_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_user_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_pager_new(libapi_client *client, const libapi_user_list_query *query,
	const libapi_call_options *options, libapi_user_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_user_unref(); waits for a page where one is needed.
 * Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after an
 * error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_pager_next(libapi_user_pager *pager, libapi_user **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_user_pager_free(libapi_user_pager *pager);

/**
 * Show a user. The word `me` stands for the caller.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * options  NULL for the client's defaults
 * out      a person or a program that holds API keys; yours, release with libapi_user_unref();
 *          NULL on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: anyone with a key.
 * Wire: GET /v1/users/{user_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_get(libapi_client *client, const char *user_id, const libapi_call_options *options,
	libapi_user **out, libapi_error **error);

/**
 * Start libapi_user_get() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_user() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/users/{user_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_get_start(libapi_client *client, const char *user_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Change a user. A JSON merge patch; only administrators may change is_admin.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, or "me"; id of the user, or `me`
 * patch    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      a person or a program that holds API keys; yours, release with libapi_user_unref();
 *          NULL on any error
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
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               username_taken: the username is taken; last_admin_key: this is the
 *                               last key of the last administrator
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs any key. Who may: the user or an administrator.
 * Wire: PATCH /v1/users/{user_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_update(libapi_client *client, const char *user_id, const libapi_user_patch *patch,
	const libapi_call_options *options, libapi_user **out, libapi_error **error);

/**
 * Start libapi_user_update() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_user() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PATCH /v1/users/{user_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_update_start(libapi_client *client, const char *user_id,
	const libapi_user_patch *patch, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Delete a user. The user's keys stop working at once. Calendars must be handed over first or by
 * transfer_to.
 *
 * client   open client; any thread
 * user_id  UUID text, RFC 9562 §4, 36 bytes; id of the user
 * query    NULL for none; not changed, may be released afterwards
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
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope admin; the caller must be administrators
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running;
 *                             owns_calendars: the user still owns calendars; last_admin_key: this
 *                             is the last key of the last administrator
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope admin. Who may: administrators.
 * Wire: DELETE /v1/users/{user_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_delete(libapi_client *client, const char *user_id,
	const libapi_user_delete_query *query, const libapi_call_options *options,
	libapi_error **error);

/**
 * Start libapi_user_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/users/{user_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_delete_start(libapi_client *client, const char *user_id,
	const libapi_user_delete_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_created_user, once; waits if the call still runs.
 * `out` is yours, release with libapi_created_user_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_created_user(libapi_call *call, libapi_created_user **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_user, once; waits if the call still runs. `out` is
 * yours, release with libapi_user_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_user(libapi_call *call, libapi_user **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_user_page, once; waits if the call still runs. `out`
 * is yours, release with libapi_user_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_user_page(libapi_call *call, libapi_user_page **out, libapi_error **error);

/* ---- libapi_working_hours -------------------------------------------------------------------- */

/* Hours of one day of the week. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `working_hours` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_working_hours *
libapi_working_hours_ref(const libapi_working_hours *working_hours);
/** Let go of `working_hours`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_working_hours_unref(libapi_working_hours *working_hours);
/** Day of the week; 1 is Monday and 7 is Sunday. 1…7. */
LIBAPI_EXPORT int64_t libapi_working_hours_day(const libapi_working_hours *working_hours);
/** When work starts, as HH:MM. HH:MM. */
LIBAPI_EXPORT const char *libapi_working_hours_start(const libapi_working_hours *working_hours);
/** When work ends, as HH:MM. HH:MM. */
LIBAPI_EXPORT const char *libapi_working_hours_end(const libapi_working_hours *working_hours);
/**
 * JSON text of all that is set in `working_hours`; yours, release with libapi_string_free(). NULL:
 * no memory, or `working_hours` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_working_hours_to_json(const libapi_working_hours *working_hours);

/* ---- libapi_created_user --------------------------------------------------------------------- */

/* A user with a first API key. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `created_user` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_created_user *
libapi_created_user_ref(const libapi_created_user *created_user);
/** Let go of `created_user`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_created_user_unref(libapi_created_user *created_user);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_created_user_id(const libapi_created_user *created_user);
/**
 * Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot, underscore,
 * hyphen, 1…100 characters.
 */
LIBAPI_EXPORT const char *libapi_created_user_username(const libapi_created_user *created_user);
/**
 * E-mail address; attendees are recognised by it. Email address, 3…254 characters. NULL when null
 * or absent.
 */
LIBAPI_EXPORT const char *libapi_created_user_email(const libapi_created_user *created_user);
/** Name for people to read. At most 128 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_created_user_display_name(const libapi_created_user *created_user);
/** Time zone of the user; an IANA name. IANA zone name. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_created_user_time_zone(const libapi_created_user *created_user);
/** Whether the user may manage users. 1 true, 0 false. 0 when null or absent. */
LIBAPI_EXPORT int32_t libapi_created_user_is_admin(const libapi_created_user *created_user);
/** How many entries `working_hours` has. When the user works, in the user's time zone. */
LIBAPI_EXPORT size_t
libapi_created_user_working_hours_count(const libapi_created_user *created_user);
/**
 * Entry `index` of `working_hours`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_working_hours_ref().
 */
LIBAPI_EXPORT const libapi_working_hours *
libapi_created_user_working_hours_at(const libapi_created_user *created_user, size_t index);
/** When the user was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_created_user_created_at(const libapi_created_user *created_user);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_created_user_created_at_ms(const libapi_created_user *created_user);
/** When the user was last changed. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_created_user_updated_at(const libapi_created_user *created_user);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_created_user_updated_at_ms(const libapi_created_user *created_user);
/** The first API key; shown only here. */
LIBAPI_EXPORT const char *libapi_created_user_api_key(const libapi_created_user *created_user);
/**
 * JSON text of all that is set in `created_user`; yours, release with libapi_string_free(). NULL:
 * no memory, or `created_user` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_created_user_to_json(const libapi_created_user *created_user);

/* ---- libapi_working_hours_draft -------------------------------------------------------------- */

/* Hours of one day of the week. A builder, for one thread at a time. What is never set is not
 * sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none,
 * or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_working_hours_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_working_hours_draft_new(libapi_working_hours_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_working_hours_draft_free(libapi_working_hours_draft *draft);
/** Set `day`. Day of the week; 1 is Monday and 7 is Sunday. 1…7. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_working_hours_draft_set_day(libapi_working_hours_draft *draft, int64_t value);
/** Forget `day`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_working_hours_draft_unset_day(libapi_working_hours_draft *draft);
/** Set `start`. When work starts, as HH:MM. HH:MM. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_working_hours_draft_set_start(libapi_working_hours_draft *draft, const char *value);
/** Forget `start`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_working_hours_draft_unset_start(libapi_working_hours_draft *draft);
/** Set `end`. When work ends, as HH:MM. HH:MM. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_working_hours_draft_set_end(libapi_working_hours_draft *draft, const char *value);
/** Forget `end`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_working_hours_draft_unset_end(libapi_working_hours_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_working_hours_draft_to_json(const libapi_working_hours_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_working_hours_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_working_hours_draft_from_json(const char *json, size_t len,
	libapi_working_hours_draft **out, libapi_error **error);

/* ---- libapi_user_draft ----------------------------------------------------------------------- */

/* A user to be created. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_user_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_draft_new(libapi_user_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_user_draft_free(libapi_user_draft *draft);
/**
 * Set `username`. Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot,
 * underscore, hyphen, 1…100 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_username(libapi_user_draft *draft, const char *value);
/** Forget `username`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_username(libapi_user_draft *draft);
/**
 * Set `email`. E-mail address; attendees are recognised by it. Email address, 3…254 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_email(libapi_user_draft *draft, const char *value);
/** Set `email` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_draft_set_email_null(libapi_user_draft *draft);
/** Forget `email`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_email(libapi_user_draft *draft);
/** Set `display_name`. Name for people to read. At most 128 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_display_name(libapi_user_draft *draft, const char *value);
/** Set `display_name` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_display_name_null(libapi_user_draft *draft);
/** Forget `display_name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_display_name(libapi_user_draft *draft);
/** Set `time_zone`. Time zone of the user; an IANA name. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_time_zone(libapi_user_draft *draft, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_time_zone(libapi_user_draft *draft);
/** Set `is_admin`. Whether the user may manage users. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_set_is_admin(libapi_user_draft *draft, int32_t value);
/** Forget `is_admin`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_is_admin(libapi_user_draft *draft);
/**
 * When the user works, in the user's time zone. At most 14 entries. Appends a copy of `value` to
 * `working_hours`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_add_working_hours(libapi_user_draft *draft,
	const libapi_working_hours_draft *value);
/** Set `working_hours` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_clear_working_hours(libapi_user_draft *draft);
/** Forget `working_hours`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_draft_unset_working_hours(libapi_user_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_user_draft_to_json(const libapi_user_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_user_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every bad
 * field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_draft_from_json(const char *json, size_t len, libapi_user_draft **out,
	libapi_error **error);

/* ---- libapi_user ----------------------------------------------------------------------------- */

/* A person or a program that holds API keys. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `user` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_user *libapi_user_ref(const libapi_user *user);
/** Let go of `user`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_user_unref(libapi_user *user);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_user_id(const libapi_user *user);
/**
 * Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot, underscore,
 * hyphen, 1…100 characters.
 */
LIBAPI_EXPORT const char *libapi_user_username(const libapi_user *user);
/**
 * E-mail address; attendees are recognised by it. Email address, 3…254 characters. NULL when null
 * or absent.
 */
LIBAPI_EXPORT const char *libapi_user_email(const libapi_user *user);
/** Name for people to read. At most 128 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_user_display_name(const libapi_user *user);
/** Time zone of the user; an IANA name. IANA zone name. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_user_time_zone(const libapi_user *user);
/** Whether the user may manage users. 1 true, 0 false. 0 when null or absent. */
LIBAPI_EXPORT int32_t libapi_user_is_admin(const libapi_user *user);
/** How many entries `working_hours` has. When the user works, in the user's time zone. */
LIBAPI_EXPORT size_t libapi_user_working_hours_count(const libapi_user *user);
/**
 * Entry `index` of `working_hours`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_working_hours_ref().
 */
LIBAPI_EXPORT const libapi_working_hours *
libapi_user_working_hours_at(const libapi_user *user, size_t index);
/** When the user was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_user_created_at(const libapi_user *user);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_user_created_at_ms(const libapi_user *user);
/** When the user was last changed. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_user_updated_at(const libapi_user *user);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_user_updated_at_ms(const libapi_user *user);
/**
 * JSON text of all that is set in `user`; yours, release with libapi_string_free(). NULL: no
 * memory, or `user` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_user_to_json(const libapi_user *user);

/* ---- libapi_user_page ------------------------------------------------------------------------ */

/* One page of users. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_user_page *libapi_user_page_ref(const libapi_user_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_user_page_unref(libapi_user_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_user_page_count(const libapi_user_page *page);
/** Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_user_ref(). */
LIBAPI_EXPORT const libapi_user *libapi_user_page_at(const libapi_user_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_user_page_next_cursor(const libapi_user_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_user_page_to_json(const libapi_user_page *page);

/* ---- libapi_user_list_query ------------------------------------------------------------------ */

/* The query parameters of listUsers. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_user_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_list_query_new(libapi_user_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_user_list_query_free(libapi_user_list_query *query);
/**
 * Set `q`. Only users whose username or display name contains this text, or who have just this
 * e-mail address, where it is shown. 1…100 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_list_query_set_q(libapi_user_list_query *query, const char *value);
/** Forget `q`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_list_query_unset_q(libapi_user_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_list_query_set_limit(libapi_user_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_list_query_unset_limit(libapi_user_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_list_query_set_cursor(libapi_user_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_list_query_unset_cursor(libapi_user_list_query *query);

/* ---- libapi_user_patch ----------------------------------------------------------------------- */

/* Changes to a user. A builder of changes (RFC 7396), for one thread at a time. What is never
 * touched stays as it is; null removes; lists are replaced whole. Setters return LIBAPI_OK,
 * LIBAPI_E_INVALID for a NULL argument or a constant that is none, or LIBAPI_E_MEMORY; limits are
 * checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_user_patch_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_patch_new(libapi_user_patch **out);
/** Release a patch. NULL is legal. */
LIBAPI_EXPORT void libapi_user_patch_free(libapi_user_patch *patch);
/**
 * Set `username`. Unique name: lower-case letters, digits, dot, underscore, hyphen. A-z, 0-9, dot,
 * underscore, hyphen, 1…100 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_username(libapi_user_patch *patch, const char *value);
/** Forget `username`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_username(libapi_user_patch *patch);
/**
 * Set `email`. E-mail address; attendees are recognised by it. Email address, 3…254 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_email(libapi_user_patch *patch, const char *value);
/** Set `email` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_patch_set_email_null(libapi_user_patch *patch);
/** Forget `email`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_email(libapi_user_patch *patch);
/** Set `display_name`. Name for people to read. At most 128 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_display_name(libapi_user_patch *patch, const char *value);
/** Set `display_name` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_display_name_null(libapi_user_patch *patch);
/** Forget `display_name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_display_name(libapi_user_patch *patch);
/** Set `time_zone`. Time zone of the user; an IANA name. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_time_zone(libapi_user_patch *patch, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_time_zone(libapi_user_patch *patch);
/** Set `is_admin`. Whether the user may manage users. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_set_is_admin(libapi_user_patch *patch, int32_t value);
/** Forget `is_admin`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_is_admin(libapi_user_patch *patch);
/**
 * When the user works, in the user's time zone. At most 14 entries. Appends a copy of `value` to
 * `working_hours`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_add_working_hours(libapi_user_patch *patch,
	const libapi_working_hours_draft *value);
/** Set `working_hours` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_clear_working_hours(libapi_user_patch *patch);
/** Forget `working_hours`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_patch_unset_working_hours(libapi_user_patch *patch);
/**
 * JSON text of all that is set in `patch`; yours, release with libapi_string_free(). NULL: no
 * memory, or `patch` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_user_patch_to_json(const libapi_user_patch *patch);
/**
 * A patch from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_user_patch_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every bad
 * field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_patch_from_json(const char *json, size_t len, libapi_user_patch **out,
	libapi_error **error);

/* ---- libapi_user_delete_query ---------------------------------------------------------------- */

/* The query parameters of deleteUser. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_user_delete_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_user_delete_query_new(libapi_user_delete_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_user_delete_query_free(libapi_user_delete_query *query);
/**
 * Set `transfer_to`. The user who receives the calendars and the authorship of events. UUID text,
 * RFC 9562 §4, 36 bytes. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_user_delete_query_set_transfer_to(libapi_user_delete_query *query, const char *value);
/** Forget `transfer_to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_user_delete_query_unset_transfer_to(libapi_user_delete_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(working_hours, libapi_working_hours_unref)
LIBAPI_AUTO_DEFINE(created_user, libapi_created_user_unref)
LIBAPI_AUTO_DEFINE(working_hours_draft, libapi_working_hours_draft_free)
LIBAPI_AUTO_DEFINE(user_draft, libapi_user_draft_free)
LIBAPI_AUTO_DEFINE(user, libapi_user_unref)
LIBAPI_AUTO_DEFINE(user_page, libapi_user_page_unref)
LIBAPI_AUTO_DEFINE(user_list_query, libapi_user_list_query_free)
LIBAPI_AUTO_DEFINE(user_patch, libapi_user_patch_free)
LIBAPI_AUTO_DEFINE(user_delete_query, libapi_user_delete_query_free)
LIBAPI_AUTO_DEFINE(user_pager, libapi_user_pager_free)

#endif

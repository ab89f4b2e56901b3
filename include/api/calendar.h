/**
 * api/calendar.h: calendars and their settings.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_CALENDAR_H
#define LIBAPI_CALENDAR_H

#include "api/base.h"

#define LIBAPI_HAVE_CALENDAR_CREATE 1
#define LIBAPI_HAVE_CALENDAR_LIST 1
#define LIBAPI_HAVE_CALENDAR_GET 1
#define LIBAPI_HAVE_CALENDAR_UPDATE 1
#define LIBAPI_HAVE_CALENDAR_DELETE 1
#define LIBAPI_HAVE_CALENDAR_EXPORT 1
#define LIBAPI_HAVE_CALENDAR_IMPORT 1

LIBAPI_BEGIN

typedef struct libapi_calendar libapi_calendar;
typedef struct libapi_calendar_draft libapi_calendar_draft;
typedef struct libapi_calendar_page libapi_calendar_page;
typedef struct libapi_calendar_list_query libapi_calendar_list_query;
typedef struct libapi_calendar_patch libapi_calendar_patch;
typedef struct libapi_calendar_export_query libapi_calendar_export_query;
typedef struct libapi_import_failure libapi_import_failure;
typedef struct libapi_import_result libapi_import_result;
typedef struct libapi_calendar_import_query libapi_calendar_import_query;
typedef struct libapi_calendar_pager libapi_calendar_pager;

/** LIBAPI_CALENDAR_MY_ROLE_*: The caller's role on the calendar. */
enum {
	LIBAPI_CALENDAR_MY_ROLE_UNKNOWN = 0, /* not known to this library */
	LIBAPI_CALENDAR_MY_ROLE_FREEBUSY = 1,
	LIBAPI_CALENDAR_MY_ROLE_READER = 2,
	LIBAPI_CALENDAR_MY_ROLE_EDITOR = 3,
	LIBAPI_CALENDAR_MY_ROLE_OWNER = 4
};

/** LIBAPI_CALENDAR_LIST_ROLE_MIN_*: Only calendars on which the caller has at least this role. */
enum {
	LIBAPI_CALENDAR_LIST_ROLE_MIN_UNKNOWN = 0, /* not known to this library */
	LIBAPI_CALENDAR_LIST_ROLE_MIN_FREEBUSY = 1,
	LIBAPI_CALENDAR_LIST_ROLE_MIN_READER = 2,
	LIBAPI_CALENDAR_LIST_ROLE_MIN_EDITOR = 3,
	LIBAPI_CALENDAR_LIST_ROLE_MIN_OWNER = 4
};

/** LIBAPI_CALENDAR_IMPORT_MODE_*: What becomes of an event that is there already, by its UID. */
enum {
	LIBAPI_CALENDAR_IMPORT_MODE_UNKNOWN = 0, /* not known to this library */
	LIBAPI_CALENDAR_IMPORT_MODE_UPSERT = 1,
	LIBAPI_CALENDAR_IMPORT_MODE_SKIP = 2,
	LIBAPI_CALENDAR_IMPORT_MODE_REPLACE = 3
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Create a calendar. The caller becomes its owner.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      a calendar; yours, release with libapi_calendar_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope calendars:write
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: anyone with a key.
 * Wire: POST /v1/calendars → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_create(libapi_client *client, const libapi_calendar_draft *draft,
	const libapi_call_options *options, libapi_calendar **out, libapi_error **error);

/**
 * Start libapi_calendar_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_calendar() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_create_start(libapi_client *client, const libapi_calendar_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * List calendars. Those that the caller has a role on; with include_public also the public ones.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_calendar_page_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:read
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:read. Who may: anyone with a key.
 * Wire: GET /v1/calendars → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list(libapi_client *client, const libapi_calendar_list_query *query,
	const libapi_call_options *options, libapi_calendar_page **out, libapi_error **error);

/**
 * Start libapi_calendar_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_calendar_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_start(libapi_client *client, const libapi_calendar_list_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_calendar_list(), page after page; parameters as there. Nothing
 * is sent yet. `out` is yours, release with libapi_calendar_pager_free(); it holds the client.
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_pager_new(libapi_client *client, const libapi_calendar_list_query *query,
	const libapi_call_options *options, libapi_calendar_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_calendar_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_pager_next(libapi_calendar_pager *pager, libapi_calendar **out,
	libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_calendar_pager_free(libapi_calendar_pager *pager);

/**
 * Show a calendar. A caller with any role on it may see its settings.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * options      NULL for the client's defaults
 * out          a calendar; yours, release with libapi_calendar_unref(); NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_NOT_MODIFIED     If-None-Match named the current version
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope calendars:read; the caller must be a reader
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_get(libapi_client *client, const char *calendar_id,
	const libapi_call_options *options, libapi_calendar **out, libapi_error **error);

/**
 * Start libapi_calendar_get() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_calendar() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_get_start(libapi_client *client, const char *calendar_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Change a calendar. A JSON merge patch; null removes a member.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * patch        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          a calendar; yours, release with libapi_calendar_unref(); NULL on any error
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
 *   LIBAPI_E_STALE              If-Match named an older version; libapi_error_etag() has the
 *                               current one
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner.
 * Wire: PATCH /v1/calendars/{calendar_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_update(libapi_client *client, const char *calendar_id,
	const libapi_calendar_patch *patch, const libapi_call_options *options, libapi_calendar **out,
	libapi_error **error);

/**
 * Start libapi_calendar_update() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_calendar() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PATCH /v1/calendars/{calendar_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_update_start(libapi_client *client, const char *calendar_id,
	const libapi_calendar_patch *patch, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Delete a calendar and everything in it. The events go with it.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
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
 *   LIBAPI_E_STALE            If-Match named an older version; libapi_error_etag() has the current
 *                             one
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope calendars:write. Who may: owner.
 * Wire: DELETE /v1/calendars/{calendar_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_delete(libapi_client *client, const char *calendar_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_calendar_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_delete_start(libapi_client *client, const char *calendar_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Export a calendar as iCalendar text. All events with their exceptions and time zones, as RFC
 * 5545 wants them.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out_text     the answer as text; yours, release with libapi_string_free(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_UNPROCESSABLE    export_too_large: the calendar is too large for one export
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/export.ics → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export(libapi_client *client, const char *calendar_id,
	const libapi_calendar_export_query *query, const libapi_call_options *options,
	char **out_text, libapi_error **error);

/**
 * Start libapi_calendar_export() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_text() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/export.ics → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_start(libapi_client *client, const char *calendar_id,
	const libapi_calendar_export_query *query, const libapi_call_options *options,
	libapi_call **out, libapi_error **error);

/**
 * Import events from iCalendar text. In one transaction. What cannot be imported is listed under
 * failed with its line; the rest is there.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * text         the body, UTF-8; copied before this returns; need not end with a NUL
 * text_bytes   length of text
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          what an import did, or would do; yours, release with libapi_import_result_unref();
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
 *   LIBAPI_E_BAD_REQUEST        a query parameter cannot be read; malformed_calendar: the body is
 *                               not iCalendar text
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 4,194,304 bytes
 *   LIBAPI_E_UNPROCESSABLE      too_many_components: the file has too many components
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: POST /v1/calendars/{calendar_id}/import → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_import(libapi_client *client, const char *calendar_id, const char *text,
	size_t text_bytes, const libapi_calendar_import_query *query,
	const libapi_call_options *options, libapi_import_result **out, libapi_error **error);

/**
 * Start libapi_calendar_import() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_import_result() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars/{calendar_id}/import → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_import_start(libapi_client *client, const char *calendar_id, const char *text,
	size_t text_bytes, const libapi_calendar_import_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_calendar, once; waits if the call still runs. `out`
 * is yours, release with libapi_calendar_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_calendar(libapi_call *call, libapi_calendar **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_calendar_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_calendar_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_calendar_page(libapi_call *call, libapi_calendar_page **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_import_result, once; waits if the call still runs.
 * `out` is yours, release with libapi_import_result_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_import_result(libapi_call *call, libapi_import_result **out,
	libapi_error **error);

/* ---- libapi_calendar ------------------------------------------------------------------------- */

/* A calendar. What the server answered: unchangeable and counted. Getters may be called from any
 * thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts are
 * borrowed from it. Since 0.1. */

/** Hold `calendar` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_calendar *libapi_calendar_ref(const libapi_calendar *calendar);
/** Let go of `calendar`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_calendar_unref(libapi_calendar *calendar);
/** Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_calendar_id(const libapi_calendar *calendar);
/** Name of the calendar. 1…255 characters. */
LIBAPI_EXPORT const char *libapi_calendar_name(const libapi_calendar *calendar);
/** What the calendar is for. At most 1000 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_calendar_description(const libapi_calendar *calendar);
/** Colour, as #RRGGBB. #RRGGBB. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_calendar_color(const libapi_calendar *calendar);
/** Time zone of events that name none. IANA zone name. */
LIBAPI_EXPORT const char *libapi_calendar_time_zone(const libapi_calendar *calendar);
/** Whether everybody with a key may read it. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_calendar_public_read(const libapi_calendar *calendar);
/** Whether everybody with a key may create events and change their own. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_calendar_public_write(const libapi_calendar *calendar);
/**
 * The caller's role on the calendar. One of LIBAPI_CALENDAR_MY_ROLE_*; UNKNOWN when absent or
 * newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_calendar_my_role(const libapi_calendar *calendar);
/** The text of `my_role` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_calendar_my_role_text(const libapi_calendar *calendar);
/** Id of the user who owns it. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_calendar_owner_user_id(const libapi_calendar *calendar);
/** Raised by every change in the calendar. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_calendar_seq(const libapi_calendar *calendar);
/** Version of these settings; the ETag. */
LIBAPI_EXPORT int64_t libapi_calendar_version(const libapi_calendar *calendar);
/** When the calendar was created. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_calendar_created_at(const libapi_calendar *calendar);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_calendar_created_at_ms(const libapi_calendar *calendar);
/** When its settings were last changed. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_calendar_updated_at(const libapi_calendar *calendar);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_calendar_updated_at_ms(const libapi_calendar *calendar);
/**
 * JSON text of all that is set in `calendar`; yours, release with libapi_string_free(). NULL: no
 * memory, or `calendar` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_calendar_to_json(const libapi_calendar *calendar);

/* ---- libapi_calendar_draft ------------------------------------------------------------------- */

/* A calendar to be created. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_calendar_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_calendar_draft_new(libapi_calendar_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_calendar_draft_free(libapi_calendar_draft *draft);
/** Set `name`. Name of the calendar. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_name(libapi_calendar_draft *draft, const char *value);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_name(libapi_calendar_draft *draft);
/** Set `description`. What the calendar is for. At most 1000 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_description(libapi_calendar_draft *draft, const char *value);
/** Set `description` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_description_null(libapi_calendar_draft *draft);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_description(libapi_calendar_draft *draft);
/** Set `color`. Colour, as #RRGGBB. #RRGGBB. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_color(libapi_calendar_draft *draft, const char *value);
/** Set `color` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_color_null(libapi_calendar_draft *draft);
/** Forget `color`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_color(libapi_calendar_draft *draft);
/** Set `time_zone`. Time zone of events that name none. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_time_zone(libapi_calendar_draft *draft, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_time_zone(libapi_calendar_draft *draft);
/** Set `public_read`. Whether everybody with a key may read it. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_public_read(libapi_calendar_draft *draft, int32_t value);
/** Forget `public_read`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_public_read(libapi_calendar_draft *draft);
/**
 * Set `public_write`. Whether everybody with a key may create events and change their own. 1 true,
 * 0 false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_set_public_write(libapi_calendar_draft *draft, int32_t value);
/** Forget `public_write`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_draft_unset_public_write(libapi_calendar_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_calendar_draft_to_json(const libapi_calendar_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_calendar_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_draft_from_json(const char *json, size_t len, libapi_calendar_draft **out,
	libapi_error **error);

/* ---- libapi_calendar_page -------------------------------------------------------------------- */

/* One page of calendars. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_calendar_page *libapi_calendar_page_ref(const libapi_calendar_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_calendar_page_unref(libapi_calendar_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_calendar_page_count(const libapi_calendar_page *page);
/**
 * Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_calendar_ref().
 */
LIBAPI_EXPORT const libapi_calendar *
libapi_calendar_page_at(const libapi_calendar_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_calendar_page_next_cursor(const libapi_calendar_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_calendar_page_to_json(const libapi_calendar_page *page);

/* ---- libapi_calendar_list_query -------------------------------------------------------------- */

/* The query parameters of listCalendars. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_calendar_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_new(libapi_calendar_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_calendar_list_query_free(libapi_calendar_list_query *query);
/**
 * Set `role_min`. Only calendars on which the caller has at least this role. `value` is one of
 * LIBAPI_CALENDAR_LIST_ROLE_MIN_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_role_min(libapi_calendar_list_query *query, int32_t value);
/** Forget `role_min`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_list_query_unset_role_min(libapi_calendar_list_query *query);
/** Set `owner`. Only calendars that this user owns. UUID text, RFC 9562 §4, 36 bytes. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_owner(libapi_calendar_list_query *query, const char *value);
/** Forget `owner`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_list_query_unset_owner(libapi_calendar_list_query *query);
/** Set `include_public`. Also calendars that everybody may read. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_include_public(libapi_calendar_list_query *query, int32_t value);
/** Forget `include_public`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_calendar_list_query_unset_include_public(libapi_calendar_list_query *query);
/**
 * Set `q`. Only calendars whose name or description contains this text. 1…255 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_q(libapi_calendar_list_query *query, const char *value);
/** Forget `q`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_list_query_unset_q(libapi_calendar_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_limit(libapi_calendar_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_list_query_unset_limit(libapi_calendar_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_list_query_set_cursor(libapi_calendar_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_list_query_unset_cursor(libapi_calendar_list_query *query);

/* ---- libapi_calendar_patch ------------------------------------------------------------------- */

/* Changes to a calendar. A builder of changes (RFC 7396), for one thread at a time. What is never
 * touched stays as it is; null removes; lists are replaced whole. Setters return LIBAPI_OK,
 * LIBAPI_E_INVALID for a NULL argument or a constant that is none, or LIBAPI_E_MEMORY; limits are
 * checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_calendar_patch_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_calendar_patch_new(libapi_calendar_patch **out);
/** Release a patch. NULL is legal. */
LIBAPI_EXPORT void libapi_calendar_patch_free(libapi_calendar_patch *patch);
/** Set `name`. Name of the calendar. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_name(libapi_calendar_patch *patch, const char *value);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_name(libapi_calendar_patch *patch);
/** Set `description`. What the calendar is for. At most 1000 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_description(libapi_calendar_patch *patch, const char *value);
/** Set `description` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_description_null(libapi_calendar_patch *patch);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_description(libapi_calendar_patch *patch);
/** Set `color`. Colour, as #RRGGBB. #RRGGBB. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_color(libapi_calendar_patch *patch, const char *value);
/** Set `color` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_color_null(libapi_calendar_patch *patch);
/** Forget `color`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_color(libapi_calendar_patch *patch);
/** Set `time_zone`. Time zone of events that name none. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_time_zone(libapi_calendar_patch *patch, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_time_zone(libapi_calendar_patch *patch);
/** Set `public_read`. Whether everybody with a key may read it. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_public_read(libapi_calendar_patch *patch, int32_t value);
/** Forget `public_read`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_public_read(libapi_calendar_patch *patch);
/**
 * Set `public_write`. Whether everybody with a key may create events and change their own. 1 true,
 * 0 false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_set_public_write(libapi_calendar_patch *patch, int32_t value);
/** Forget `public_write`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_patch_unset_public_write(libapi_calendar_patch *patch);
/**
 * JSON text of all that is set in `patch`; yours, release with libapi_string_free(). NULL: no
 * memory, or `patch` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_calendar_patch_to_json(const libapi_calendar_patch *patch);
/**
 * A patch from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_calendar_patch_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_patch_from_json(const char *json, size_t len, libapi_calendar_patch **out,
	libapi_error **error);

/* ---- libapi_calendar_export_query ------------------------------------------------------------ */

/* The query parameters of exportCalendar. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_calendar_export_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_new(libapi_calendar_export_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_calendar_export_query_free(libapi_calendar_export_query *query);
/**
 * Set `from`. Only events that end after this instant; a series with one such occurrence is there
 * as a whole. RFC 3339 §5.6 with an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_set_from(libapi_calendar_export_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_export_query_unset_from(libapi_calendar_export_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_set_from_ms(libapi_calendar_export_query *query, int64_t unix_ms);
/**
 * Set `to`. Only events that start before this instant. RFC 3339 §5.6 with an offset, whole
 * seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_set_to(libapi_calendar_export_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_export_query_unset_to(libapi_calendar_export_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_set_to_ms(libapi_calendar_export_query *query, int64_t unix_ms);
/** Set `event_id`. Only this event. UUID text, RFC 9562 §4, 36 bytes. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_export_query_set_event_id(libapi_calendar_export_query *query, const char *value);
/** Forget `event_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_calendar_export_query_unset_event_id(libapi_calendar_export_query *query);

/* ---- libapi_import_failure ------------------------------------------------------------------- */

/* A component that could not be imported. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `import_failure` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_import_failure *
libapi_import_failure_ref(const libapi_import_failure *import_failure);
/** Let go of `import_failure`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_import_failure_unref(libapi_import_failure *import_failure);
/** UID of the component. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_import_failure_uid(const libapi_import_failure *import_failure);
/** Line of the file in which the component begins. */
LIBAPI_EXPORT int64_t libapi_import_failure_line(const libapi_import_failure *import_failure);
/** What is wrong for programs: one of the codes of fields. */
LIBAPI_EXPORT const char *libapi_import_failure_code(const libapi_import_failure *import_failure);
/** What is wrong for people. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_import_failure_detail(const libapi_import_failure *import_failure);
/**
 * JSON text of all that is set in `import_failure`; yours, release with libapi_string_free().
 * NULL: no memory, or `import_failure` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_import_failure_to_json(const libapi_import_failure *import_failure);

/* ---- libapi_import_result -------------------------------------------------------------------- */

/* What an import did, or would do. What the server answered: unchangeable and counted. Getters may
 * be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts
 * and parts are borrowed from it. Since 0.1. */

/**
 * Hold `import_result` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_import_result *
libapi_import_result_ref(const libapi_import_result *import_result);
/** Let go of `import_result`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_import_result_unref(libapi_import_result *import_result);
/** Events that are new. */
LIBAPI_EXPORT int64_t libapi_import_result_created(const libapi_import_result *import_result);
/** Events that were there and are another now. */
LIBAPI_EXPORT int64_t libapi_import_result_updated(const libapi_import_result *import_result);
/** Events that stayed: equal, newer than the file, or there already with mode skip. */
LIBAPI_EXPORT int64_t libapi_import_result_skipped(const libapi_import_result *import_result);
/** How many entries `failed` has. What could not be imported, in no particular order. */
LIBAPI_EXPORT size_t libapi_import_result_failed_count(const libapi_import_result *import_result);
/**
 * Entry `index` of `failed`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_import_failure_ref().
 */
LIBAPI_EXPORT const libapi_import_failure *
libapi_import_result_failed_at(const libapi_import_result *import_result, size_t index);
/**
 * Whether nothing was changed because only the answer was wanted. 1 true, 0 false. 0 when null or
 * absent.
 */
LIBAPI_EXPORT int32_t libapi_import_result_dry_run(const libapi_import_result *import_result);
/**
 * JSON text of all that is set in `import_result`; yours, release with libapi_string_free(). NULL:
 * no memory, or `import_result` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_import_result_to_json(const libapi_import_result *import_result);

/* ---- libapi_calendar_import_query ------------------------------------------------------------ */

/* The query parameters of importCalendar. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_calendar_import_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_import_query_new(libapi_calendar_import_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_calendar_import_query_free(libapi_calendar_import_query *query);
/**
 * Set `mode`. What becomes of an event that is there already, by its UID. `value` is one of
 * LIBAPI_CALENDAR_IMPORT_MODE_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_import_query_set_mode(libapi_calendar_import_query *query, int32_t value);
/** Forget `mode`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_calendar_import_query_unset_mode(libapi_calendar_import_query *query);
/** Set `dry_run`. Whether only the answer is wanted, and nothing is to change. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_calendar_import_query_set_dry_run(libapi_calendar_import_query *query, int32_t value);
/** Forget `dry_run`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_calendar_import_query_unset_dry_run(libapi_calendar_import_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(calendar, libapi_calendar_unref)
LIBAPI_AUTO_DEFINE(calendar_draft, libapi_calendar_draft_free)
LIBAPI_AUTO_DEFINE(calendar_page, libapi_calendar_page_unref)
LIBAPI_AUTO_DEFINE(calendar_list_query, libapi_calendar_list_query_free)
LIBAPI_AUTO_DEFINE(calendar_patch, libapi_calendar_patch_free)
LIBAPI_AUTO_DEFINE(calendar_export_query, libapi_calendar_export_query_free)
LIBAPI_AUTO_DEFINE(import_failure, libapi_import_failure_unref)
LIBAPI_AUTO_DEFINE(import_result, libapi_import_result_unref)
LIBAPI_AUTO_DEFINE(calendar_import_query, libapi_calendar_import_query_free)
LIBAPI_AUTO_DEFINE(calendar_pager, libapi_calendar_pager_free)

#endif

/**
 * api/change.h: what changed in a calendar, for those who keep a copy of it.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_CHANGE_H
#define LIBAPI_CHANGE_H

#include "api/base.h"
#include "api/event.h"
#include "api/calendar.h"

#define LIBAPI_HAVE_CHANGE_LIST 1

LIBAPI_BEGIN

typedef struct libapi_deleted_event libapi_deleted_event;
typedef struct libapi_changes libapi_changes;
typedef struct libapi_change_list_query libapi_change_list_query;

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * List what changed since a token. Without a token the whole calendar, in pages. Every page ends
 * in a token to go on from; recurring events are not expanded.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          one page of what changed in a calendar; yours, release with libapi_changes_unref();
 *              NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read; malformed_token: the sync token
 *                             does not belong here
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_GONE             sync_token_expired: the sync token is too old
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/changes → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_change_list(libapi_client *client, const char *calendar_id,
	const libapi_change_list_query *query, const libapi_call_options *options,
	libapi_changes **out, libapi_error **error);

/**
 * Start libapi_change_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_changes() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/changes → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_change_list_start(libapi_client *client, const char *calendar_id,
	const libapi_change_list_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_changes, once; waits if the call still runs. `out`
 * is yours, release with libapi_changes_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_changes(libapi_call *call, libapi_changes **out, libapi_error **error);

/* ---- libapi_deleted_event -------------------------------------------------------------------- */

/* What is left to say of an event that is gone. What the server answered: unchangeable and
 * counted. Getters may be called from any thread; NULL, and what the answer left out, gives NULL,
 * 0 or UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `deleted_event` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_deleted_event *
libapi_deleted_event_ref(const libapi_deleted_event *deleted_event);
/** Let go of `deleted_event`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_deleted_event_unref(libapi_deleted_event *deleted_event);
/** Id of the event or of the changed occurrence. */
LIBAPI_EXPORT const char *libapi_deleted_event_id(const libapi_deleted_event *deleted_event);
/** UID of the event. */
LIBAPI_EXPORT const char *libapi_deleted_event_uid(const libapi_deleted_event *deleted_event);
/**
 * JSON text of all that is set in `deleted_event`; yours, release with libapi_string_free(). NULL:
 * no memory, or `deleted_event` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_deleted_event_to_json(const libapi_deleted_event *deleted_event);

/* ---- libapi_changes -------------------------------------------------------------------------- */

/* One page of what changed in a calendar. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `changes` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_changes *libapi_changes_ref(const libapi_changes *changes);
/** Let go of `changes`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_changes_unref(libapi_changes *changes);
/** How many entries `events` has. Events, series and changed occurrences as they are now. */
LIBAPI_EXPORT size_t libapi_changes_event_count(const libapi_changes *changes);
/**
 * Entry `index` of `events`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_event_ref().
 */
LIBAPI_EXPORT const libapi_event *
libapi_changes_event_at(const libapi_changes *changes, size_t index);
/** How many entries `deleted` has. Events that are gone, deleted or moved to another calendar. */
LIBAPI_EXPORT size_t libapi_changes_deleted_count(const libapi_changes *changes);
/**
 * Entry `index` of `deleted`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_deleted_event_ref().
 */
LIBAPI_EXPORT const libapi_deleted_event *
libapi_changes_deleted_at(const libapi_changes *changes, size_t index);
/**
 * The calendar itself, if its settings or the caller's role may have changed. Borrowed; keep it
 * with libapi_calendar_ref(). NULL when null or absent.
 */
LIBAPI_EXPORT const libapi_calendar *libapi_changes_calendar(const libapi_changes *changes);
/** Whether the rules of who may do what have changed. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_changes_acl_changed(const libapi_changes *changes);
/** The token to go on from. Printable ASCII. */
LIBAPI_EXPORT const char *libapi_changes_next_token(const libapi_changes *changes);
/** Whether there is more to fetch at once. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_changes_has_more(const libapi_changes *changes);
/**
 * JSON text of all that is set in `changes`; yours, release with libapi_string_free(). NULL: no
 * memory, or `changes` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_changes_to_json(const libapi_changes *changes);

/* ---- libapi_change_list_query ---------------------------------------------------------------- */

/* The query parameters of listChanges. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_change_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_change_list_query_new(libapi_change_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_change_list_query_free(libapi_change_list_query *query);
/**
 * Set `token`. The next_token of the page before; opaque. Printable ASCII, 1…256 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_change_list_query_set_token(libapi_change_list_query *query, const char *value);
/** Forget `token`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_change_list_query_unset_token(libapi_change_list_query *query);
/** Set `limit`. At most so many events and deleted events on one page. 1…500. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_change_list_query_set_limit(libapi_change_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_change_list_query_unset_limit(libapi_change_list_query *query);
/** Set `wait`. Seconds to wait for a change when there is none yet. 0…30. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_change_list_query_set_wait(libapi_change_list_query *query, int64_t value);
/** Forget `wait`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_change_list_query_unset_wait(libapi_change_list_query *query);

LIBAPI_END

LIBAPI_AUTO_DEFINE(deleted_event, libapi_deleted_event_unref)
LIBAPI_AUTO_DEFINE(changes, libapi_changes_unref)
LIBAPI_AUTO_DEFINE(change_list_query, libapi_change_list_query_free)

#endif

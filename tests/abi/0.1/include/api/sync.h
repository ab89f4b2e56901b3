/**
 * api/sync.h: keep a copy of a calendar up to date.
 *
 *     libapi_sync_new(client, calendar_id, saved_token or NULL, NULL, &sync, &error)
 *     for (;;) {
 *         while ((got = libapi_sync_next(sync, &error)) == 1) {
 *             switch (libapi_sync_kind(sync)) {
 *             case LIBAPI_SYNC_RESET:   mark all that you have as not seen                  break;
 *             case LIBAPI_SYNC_EVENT:   store libapi_sync_event(sync) under its id          break;
 *             case LIBAPI_SYNC_DELETED: remove the id of libapi_sync_deleted(sync)          break;
 *             case LIBAPI_SYNC_TOKEN:   save libapi_sync_token(sync) with all of the above  break;
 *             }
 *         }
 *         0: the copy is complete; after a reset drop what was not seen. The next call asks again, and waits.
 *     }
 *
 * Series are told as one event with their rule, and changed occurrences as events of their own; whether anything
 * else happened in between does not matter: an event is told as it is now. What comes more than once (after a crash
 * between two tokens, say) is the same or newer.
 */
#ifndef LIBAPI_SYNC_H
#define LIBAPI_SYNC_H

#include "api/base.h"
#include "api/calendar.h"
#include "api/change.h"
#include "api/event.h"

LIBAPI_BEGIN

typedef struct libapi_sync libapi_sync;

/** LIBAPI_SYNC_*: what libapi_sync_next() has found. */
enum {
	LIBAPI_SYNC_NOTHING = 0, /* no item: before the first, after the last, after an error */
	LIBAPI_SYNC_RESET = 1, /* the token was too old: everything follows again from nothing */
	LIBAPI_SYNC_CALENDAR = 2, /* the calendar's settings or your role: libapi_sync_calendar() */
	LIBAPI_SYNC_ACL = 3, /* who may do what has changed: libapi_acl_list() tells */
	LIBAPI_SYNC_DELETED = 4, /* an event is gone from this calendar: libapi_sync_deleted() */
	LIBAPI_SYNC_EVENT = 5, /* an event is new or changed: libapi_sync_event() */
	LIBAPI_SYNC_TOKEN = 6 /* a page is complete: libapi_sync_token() goes on from here */
};

/**
 * A walk over the changes of a calendar. Nothing is sent yet.
 *
 * client       open client; held until libapi_sync_free()
 * calendar_id  UUID text, RFC 9562 §4; copied
 * token        what libapi_sync_token() gave at the last LIBAPI_SYNC_TOKEN, in any process of the same user; NULL
 *              to begin with everything; copied
 * options      NULL for the client's defaults; copied
 * out          yours, release with libapi_sync_free(); NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. One thread at a time. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_sync_new(libapi_client *client,
	const char *calendar_id, const char *token, const libapi_call_options *options,
	libapi_sync **out, libapi_error **error);

/** Release it, and what it borrowed out. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_sync_free(libapi_sync *sync);

/**
 * How long libapi_sync_next() waits for a change when the copy is complete: 0 (the default) to 30 seconds. It
 * returns as soon as there is one. Returns LIBAPI_OK or LIBAPI_E_INVALID. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_sync_set_wait(libapi_sync *sync, int32_t seconds);

/** Events on a page, 1 to 500; the default is the server's. LIBAPI_OK or LIBAPI_E_INVALID. Since 0.1. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_sync_set_limit(libapi_sync *sync, int32_t limit);

/**
 * Go on to the next item; asks the server where the page is used up.
 *
 * Returns 1 and an item, whose kind and content the functions below tell; 0 when everything that there is has been
 * told (the next call asks again); or minus a LIBAPI_E_ code. After an error the next call tries the same again;
 * nothing is skipped or told twice. A token that is too old is no error but LIBAPI_SYNC_RESET; one that is not of
 * this calendar and user is LIBAPI_E_BAD_REQUEST, malformed_token. LIBAPI_E_NOT_FOUND and LIBAPI_E_FORBIDDEN: the
 * calendar is gone, or you may not read it any more. Wire: GET /v1/calendars/{calendar_id}/changes. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_sync_next(libapi_sync *sync, libapi_error **error);

/* The item, until the next libapi_sync_next(). Since 0.1. */

/** One of LIBAPI_SYNC_*. */
LIBAPI_EXPORT int32_t libapi_sync_kind(const libapi_sync *sync);
/** NULL unless LIBAPI_SYNC_EVENT. Borrowed; keep it with libapi_event_ref(). */
LIBAPI_EXPORT const libapi_event *libapi_sync_event(const libapi_sync *sync);
/** NULL unless LIBAPI_SYNC_DELETED. Borrowed; keep it with libapi_deleted_event_ref(). */
LIBAPI_EXPORT const libapi_deleted_event *libapi_sync_deleted(const libapi_sync *sync);
/** NULL unless LIBAPI_SYNC_CALENDAR. Borrowed; keep it with libapi_calendar_ref(). */
LIBAPI_EXPORT const libapi_calendar *libapi_sync_calendar(const libapi_sync *sync);

/**
 * Where a later libapi_sync_new() goes on: behind the last page of which everything was told. NULL: from nothing.
 * Borrowed until the next libapi_sync_next(). Since 0.1.
 */
LIBAPI_EXPORT const char *libapi_sync_token(const libapi_sync *sync);

LIBAPI_END

LIBAPI_AUTO_DEFINE(sync, libapi_sync_free)

#endif

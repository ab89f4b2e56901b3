/**
 * api/event.h: events of a calendar.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_EVENT_H
#define LIBAPI_EVENT_H

#include "api/base.h"

#define LIBAPI_HAVE_EVENT_CREATE 1
#define LIBAPI_HAVE_EVENT_LIST 1
#define LIBAPI_HAVE_EVENT_GET 1
#define LIBAPI_HAVE_EVENT_PUT 1
#define LIBAPI_HAVE_EVENT_UPDATE 1
#define LIBAPI_HAVE_EVENT_DELETE 1
#define LIBAPI_HAVE_AGENDA_LIST 1
#define LIBAPI_HAVE_EVENT_SEARCH 1
#define LIBAPI_HAVE_INSTANCE_LIST 1
#define LIBAPI_HAVE_INSTANCE_GET 1
#define LIBAPI_HAVE_INSTANCE_UPDATE 1
#define LIBAPI_HAVE_INSTANCE_DELETE 1
#define LIBAPI_HAVE_SERIES_SPLIT 1
#define LIBAPI_HAVE_ATTENDEE_PUT 1
#define LIBAPI_HAVE_ATTENDEE_REMOVE 1
#define LIBAPI_HAVE_EVENT_RESPOND 1

LIBAPI_BEGIN

typedef struct libapi_recurrence libapi_recurrence;
typedef struct libapi_later_answer libapi_later_answer;
typedef struct libapi_attendee libapi_attendee;
typedef struct libapi_organizer libapi_organizer;
typedef struct libapi_reminder libapi_reminder;
typedef struct libapi_event libapi_event;
typedef struct libapi_recurrence_draft libapi_recurrence_draft;
typedef struct libapi_attendee_draft libapi_attendee_draft;
typedef struct libapi_reminder_draft libapi_reminder_draft;
typedef struct libapi_event_draft libapi_event_draft;
typedef struct libapi_event_page libapi_event_page;
typedef struct libapi_event_list_query libapi_event_list_query;
typedef struct libapi_event_get_query libapi_event_get_query;
typedef struct libapi_event_patch libapi_event_patch;
typedef struct libapi_event_update_query libapi_event_update_query;
typedef struct libapi_agenda_list_query libapi_agenda_list_query;
typedef struct libapi_event_search_query libapi_event_search_query;
typedef struct libapi_instance_list_query libapi_instance_list_query;
typedef struct libapi_instance_get_query libapi_instance_get_query;
typedef struct libapi_split libapi_split;
typedef struct libapi_split_draft libapi_split_draft;
typedef struct libapi_invitation_draft libapi_invitation_draft;
typedef struct libapi_attendee_put_query libapi_attendee_put_query;
typedef struct libapi_attendee_remove_query libapi_attendee_remove_query;
typedef struct libapi_rsvp_draft libapi_rsvp_draft;
typedef struct libapi_event_pager libapi_event_pager;
typedef struct libapi_agenda_pager libapi_agenda_pager;
typedef struct libapi_event_search_pager libapi_event_search_pager;
typedef struct libapi_instance_pager libapi_instance_pager;

/** LIBAPI_LATER_ANSWER_PARTSTAT_*: What the attendee answered. */
enum {
	LIBAPI_LATER_ANSWER_PARTSTAT_UNKNOWN = 0, /* not known to this library */
	LIBAPI_LATER_ANSWER_PARTSTAT_NEEDS_ACTION = 1,
	LIBAPI_LATER_ANSWER_PARTSTAT_ACCEPTED = 2,
	LIBAPI_LATER_ANSWER_PARTSTAT_DECLINED = 3,
	LIBAPI_LATER_ANSWER_PARTSTAT_TENTATIVE = 4
};

/** LIBAPI_ATTENDEE_ROLE_*: How much the attendee matters. */
enum {
	LIBAPI_ATTENDEE_ROLE_UNKNOWN = 0, /* not known to this library */
	LIBAPI_ATTENDEE_ROLE_REQUIRED = 1,
	LIBAPI_ATTENDEE_ROLE_OPTIONAL = 2,
	LIBAPI_ATTENDEE_ROLE_CHAIR = 3
};

/** LIBAPI_ATTENDEE_PARTSTAT_*: What the attendee answered. */
enum {
	LIBAPI_ATTENDEE_PARTSTAT_UNKNOWN = 0, /* not known to this library */
	LIBAPI_ATTENDEE_PARTSTAT_NEEDS_ACTION = 1,
	LIBAPI_ATTENDEE_PARTSTAT_ACCEPTED = 2,
	LIBAPI_ATTENDEE_PARTSTAT_DECLINED = 3,
	LIBAPI_ATTENDEE_PARTSTAT_TENTATIVE = 4
};

/** LIBAPI_REMINDER_METHOD_*: By whom; the server calls a webhook and a client displays. */
enum {
	LIBAPI_REMINDER_METHOD_UNKNOWN = 0, /* not known to this library */
	LIBAPI_REMINDER_METHOD_WEBHOOK = 1,
	LIBAPI_REMINDER_METHOD_DISPLAY = 2
};

/** LIBAPI_EVENT_STATUS_*: Whether it will happen. */
enum {
	LIBAPI_EVENT_STATUS_UNKNOWN = 0, /* not known to this library */
	LIBAPI_EVENT_STATUS_CONFIRMED = 1,
	LIBAPI_EVENT_STATUS_TENTATIVE = 2,
	LIBAPI_EVENT_STATUS_CANCELLED = 3
};

/** LIBAPI_EVENT_VISIBILITY_*: Who sees what it is about; readers see private events masked. */
enum {
	LIBAPI_EVENT_VISIBILITY_UNKNOWN = 0, /* not known to this library */
	LIBAPI_EVENT_VISIBILITY_DEFAULT = 1,
	LIBAPI_EVENT_VISIBILITY_PUBLIC = 2,
	LIBAPI_EVENT_VISIBILITY_PRIVATE = 3
};

/** LIBAPI_EVENT_TRANSPARENCY_*: Whether it makes its people busy. */
enum {
	LIBAPI_EVENT_TRANSPARENCY_UNKNOWN = 0, /* not known to this library */
	LIBAPI_EVENT_TRANSPARENCY_OPAQUE = 1,
	LIBAPI_EVENT_TRANSPARENCY_TRANSPARENT = 2
};

/** LIBAPI_EVENT_LIST_EXPAND_*: Whether a recurring event stands once or once per occurrence. */
enum {
	LIBAPI_EVENT_LIST_EXPAND_UNKNOWN = 0, /* not known to this library */
	LIBAPI_EVENT_LIST_EXPAND_NONE = 1,
	LIBAPI_EVENT_LIST_EXPAND_OCCURRENCES = 2
};

/** LIBAPI_INVITATION_DRAFT_ROLE_*: How much the attendee matters. */
enum {
	LIBAPI_INVITATION_DRAFT_ROLE_UNKNOWN = 0, /* not known to this library */
	LIBAPI_INVITATION_DRAFT_ROLE_REQUIRED = 1,
	LIBAPI_INVITATION_DRAFT_ROLE_OPTIONAL = 2,
	LIBAPI_INVITATION_DRAFT_ROLE_CHAIR = 3
};

/** LIBAPI_RSVP_DRAFT_PARTSTAT_*: The answer. */
enum {
	LIBAPI_RSVP_DRAFT_PARTSTAT_UNKNOWN = 0, /* not known to this library */
	LIBAPI_RSVP_DRAFT_PARTSTAT_NEEDS_ACTION = 1,
	LIBAPI_RSVP_DRAFT_PARTSTAT_ACCEPTED = 2,
	LIBAPI_RSVP_DRAFT_PARTSTAT_DECLINED = 3,
	LIBAPI_RSVP_DRAFT_PARTSTAT_TENTATIVE = 4
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Create an event. Give start_time and end_time, or start_date and end_date for whole days.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               uid_exists: the calendar has an event with this uid; id_exists:
 *                               the id is taken
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_invalid: the recurrence rule is not valid;
 *                               rrule_unsupported: this kind of recurrence is not supported;
 *                               rrule_too_many: the recurrence has too many occurrences;
 *                               rrule_no_instances: the recurrence has no occurrence;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: POST /v1/calendars/{calendar_id}/events → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_create(libapi_client *client, const char *calendar_id,
	const libapi_event_draft *draft, const libapi_call_options *options, libapi_event **out,
	libapi_error **error);

/**
 * Start libapi_event_create() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars/{calendar_id}/events → 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_create_start(libapi_client *client, const char *calendar_id,
	const libapi_event_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * List the events of a calendar. With from and to those that overlap the window. Ordered by start
 * and id.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          a page of the list; yours, release with libapi_event_page_unref(); NULL on any
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_UNPROCESSABLE    rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/events → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list(libapi_client *client, const char *calendar_id,
	const libapi_event_list_query *query, const libapi_call_options *options,
	libapi_event_page **out, libapi_error **error);

/**
 * Start libapi_event_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/events → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_start(libapi_client *client, const char *calendar_id,
	const libapi_event_list_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Walk over all entries of libapi_event_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_event_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_pager_new(libapi_client *client, const char *calendar_id,
	const libapi_event_list_query *query, const libapi_call_options *options,
	libapi_event_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_event_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_pager_next(libapi_event_pager *pager, libapi_event **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_event_pager_free(libapi_event_pager *pager);

/**
 * Show an event. A reader sees a private event masked, with its times and the title Busy.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_NOT_MODIFIED     If-None-Match named the current version
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_GONE             gone: the thing was deleted
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_get(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_get_query *query, const libapi_call_options *options, libapi_event **out,
	libapi_error **error);

/**
 * Start libapi_event_get() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_get_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_get_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Create or replace an event under a known id. An existing event is replaced only with If-Match;
 * `If-None-Match: *` allows only creation.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY                 no memory; nothing was sent
 *   LIBAPI_E_INVALID                an argument breaks a rule; the error names it; nothing was
 *                                   sent
 *   LIBAPI_E_TIMEOUT                no answer in time; the outcome is unknown; safe to call again
 *                                   with the same idempotency key
 *   LIBAPI_E_LOST                   the connection broke; the outcome is unknown; safe to call
 *                                   again with the same idempotency key
 *   LIBAPI_E_MALFORMED              the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED        no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN              the key needs the scope events:write; the caller must be an
 *                                   editor; freebusy_only: you may see only when this calendar is
 *                                   busy
 *   LIBAPI_E_NOT_FOUND              no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT               idempotency_in_progress: the same request is still running;
 *                                   uid_exists: the calendar has an event with this uid;
 *                                   id_exists: the id is taken; would_drop_exceptions: changed
 *                                   occurrences would be lost
 *   LIBAPI_E_GONE                   gone: the thing was deleted
 *   LIBAPI_E_STALE                  If-Match named an older version; libapi_error_etag() has the
 *                                   current one
 *   LIBAPI_E_PAYLOAD_TOO_LARGE      the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE          the server refuses fields; the error lists all of them;
 *                                   rrule_invalid: the recurrence rule is not valid;
 *                                   rrule_unsupported: this kind of recurrence is not supported;
 *                                   rrule_too_many: the recurrence has too many occurrences;
 *                                   rrule_no_instances: the recurrence has no occurrence;
 *                                   rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_PRECONDITION_REQUIRED  precondition_required: if-Match is required
 *   LIBAPI_E_RATE_LIMITED           too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE            the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: PUT /v1/calendars/{calendar_id}/events/{event_id} → 200 or 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_put(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_draft *draft, const libapi_call_options *options, libapi_event **out,
	libapi_error **error);

/**
 * Start libapi_event_put() and return at once; parameters as there. `out` receives the call, yours
 * to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PUT /v1/calendars/{calendar_id}/events/{event_id} → 200 or 201. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_put_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Change an event. A JSON merge patch; null removes a member. A new calendar_id moves the event.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * patch        not changed; may be released afterwards
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
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
 *   LIBAPI_E_BAD_REQUEST        a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               uid_exists: the calendar has an event with this uid; id_exists:
 *                               the id is taken; would_drop_exceptions: changed occurrences would
 *                               be lost
 *   LIBAPI_E_GONE               gone: the thing was deleted
 *   LIBAPI_E_STALE              If-Match named an older version; libapi_error_etag() has the
 *                               current one
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_invalid: the recurrence rule is not valid;
 *                               rrule_unsupported: this kind of recurrence is not supported;
 *                               rrule_too_many: the recurrence has too many occurrences;
 *                               rrule_no_instances: the recurrence has no occurrence;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_update(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_patch *patch, const libapi_event_update_query *query,
	const libapi_call_options *options, libapi_event **out, libapi_error **error);

/**
 * Start libapi_event_update() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id} → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_update_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_event_patch *patch, const libapi_event_update_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Delete an event. Deleting it again answers the same.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:write; the caller must be an editor;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running
 *   LIBAPI_E_STALE            If-Match named an older version; libapi_error_etag() has the current
 *                             one
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_delete(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_event_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_delete_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * List what happens in many calendars. Events and occurrences of all calendars that the caller may
 * read, ordered by start and id.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_event_page_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be reader of
 *                             each calendar; freebusy_only: you may see only when this calendar is
 *                             busy
 *   LIBAPI_E_NOT_FOUND        not_found: no such thing
 *   LIBAPI_E_UNPROCESSABLE    too_many_calendars: too many calendars; rrule_too_complex: the
 *                             recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader of each calendar.
 * Wire: GET /v1/agenda → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list(libapi_client *client, const libapi_agenda_list_query *query,
	const libapi_call_options *options, libapi_event_page **out, libapi_error **error);

/**
 * Start libapi_agenda_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/agenda → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_start(libapi_client *client, const libapi_agenda_list_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_agenda_list(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_agenda_pager_free(); it holds the client. Returns
 * LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_pager_new(libapi_client *client, const libapi_agenda_list_query *query,
	const libapi_call_options *options, libapi_agenda_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_event_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_pager_next(libapi_agenda_pager *pager, libapi_event **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_agenda_pager_free(libapi_agenda_pager *pager);

/**
 * Find events by their words. Every word of q must be in the event; the last may be unfinished.
 * Case and accents do not count, nor does anything that is no letter and no digit. A word in the
 * title counts more than in the location, there more than in the description, and there more than
 * in the names and addresses of attendees. Ordered by rank and then by start, the latest first. A
 * recurring event is found once; private events of others are not found.
 *
 * client   open client; any thread
 * query    NULL for none; not changed, may be released afterwards
 * options  NULL for the client's defaults
 * out      a page of the list; yours, release with libapi_event_page_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be reader of
 *                             each calendar; freebusy_only: you may see only when this calendar is
 *                             busy
 *   LIBAPI_E_NOT_FOUND        not_found: no such thing
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader of each calendar.
 * Wire: GET /v1/search → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search(libapi_client *client, const libapi_event_search_query *query,
	const libapi_call_options *options, libapi_event_page **out, libapi_error **error);

/**
 * Start libapi_event_search() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/search → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_start(libapi_client *client, const libapi_event_search_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_event_search(), page after page; parameters as there. Nothing is
 * sent yet. `out` is yours, release with libapi_event_search_pager_free(); it holds the client.
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_pager_new(libapi_client *client, const libapi_event_search_query *query,
	const libapi_call_options *options, libapi_event_search_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_event_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_pager_next(libapi_event_search_pager *pager, libapi_event **out,
	libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_event_search_pager_free(libapi_event_search_pager *pager);

/**
 * List the occurrences of a recurring event. Ordered by start and id. An event that does not
 * repeat has none.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          a page of the list; yours, release with libapi_event_page_unref(); NULL on any
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of
 *   LIBAPI_E_GONE             gone: the thing was deleted
 *   LIBAPI_E_UNPROCESSABLE    rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_instance_list_query *query, const libapi_call_options *options,
	libapi_event_page **out, libapi_error **error);

/**
 * Start libapi_instance_list() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event_page() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_instance_list_query *query, const libapi_call_options *options,
	libapi_call **out, libapi_error **error);

/**
 * Walk over all entries of libapi_instance_list(), page after page; parameters as there. Nothing
 * is sent yet. `out` is yours, release with libapi_instance_pager_free(); it holds the client.
 * Returns LIBAPI_OK, LIBAPI_E_INVALID or LIBAPI_E_MEMORY. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_pager_new(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_instance_list_query *query, const libapi_call_options *options,
	libapi_instance_pager **out, libapi_error **error);

/**
 * The next entry, yours to release with libapi_event_unref(); waits for a page where one is
 * needed. Returns 1 and an entry, 0 and NULL at the end, or minus a LIBAPI_E_ code and NULL; after
 * an error the next call tries the same page again. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_pager_next(libapi_instance_pager *pager, libapi_event **out, libapi_error **error);

/** Release a pager. NULL is legal. Since 0.1. */
LIBAPI_EXPORT void libapi_instance_pager_free(libapi_instance_pager *pager);

/**
 * Show one occurrence of a recurring event. Named by its original local start, which stays the
 * same when the occurrence moves.
 *
 * client         open client; any thread
 * calendar_id    UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id       UUID text, RFC 9562 §4, 36 bytes; id of the event
 * recurrence_id  1…15 characters; original local start of the occurrence; YYYYMMDDTHHMMSS or
 *                YYYYMMDD of an all-day event
 * query          NULL for none; not changed, may be released afterwards
 * options        NULL for the client's defaults
 * out            an event of a calendar; yours, release with libapi_event_unref(); NULL on any
 *                error
 * error          NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY           no memory; nothing was sent
 *   LIBAPI_E_INVALID          an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT          no answer in time; safe to call again
 *   LIBAPI_E_LOST             the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED        the answer is not of the agreed shape
 *   LIBAPI_E_NOT_MODIFIED     If-None-Match named the current version
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:read; the caller must be a reader;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of;
 *                             not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_GONE             gone: the thing was deleted
 *   LIBAPI_E_UNPROCESSABLE    rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:read. Who may: reader.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 200. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_get(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_instance_get_query *query,
	const libapi_call_options *options, libapi_event **out, libapi_error **error);

/**
 * Start libapi_instance_get() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: GET /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 200. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_get_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_instance_get_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Change one occurrence of a recurring event. A JSON merge patch over the occurrence. Members that
 * it names no longer follow the series; all others do.
 *
 * client         open client; any thread
 * calendar_id    UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id       UUID text, RFC 9562 §4, 36 bytes; id of the event
 * recurrence_id  1…15 characters; original local start of the occurrence; YYYYMMDDTHHMMSS or
 *                YYYYMMDD of an all-day event
 * patch          not changed; may be released afterwards
 * options        NULL for the client's defaults
 * out            an event of a calendar; yours, release with libapi_event_unref(); NULL on any
 *                error
 * error          NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of;
 *                               not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_GONE               gone: the thing was deleted
 *   LIBAPI_E_STALE              If-Match named an older version; libapi_error_etag() has the
 *                               current one
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 200. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_update(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_event_patch *patch,
	const libapi_call_options *options, libapi_event **out, libapi_error **error);

/**
 * Start libapi_instance_update() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PATCH /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 200. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_update_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_event_patch *patch,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Delete one occurrence of a recurring event. Its start joins the exdates of the series. Deleting
 * it again answers the same.
 *
 * client         open client; any thread
 * calendar_id    UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id       UUID text, RFC 9562 §4, 36 bytes; id of the event
 * recurrence_id  1…15 characters; original local start of the occurrence; YYYYMMDDTHHMMSS or
 *                YYYYMMDD of an all-day event
 * options        NULL for the client's defaults
 * error          NULL, or receives details; release with libapi_error_free()
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
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:write; the caller must be an editor;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of;
 *                             not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running;
 *                             last_occurrence: this is the last occurrence
 *   LIBAPI_E_GONE             gone: the thing was deleted
 *   LIBAPI_E_STALE            If-Match named an older version; libapi_error_etag() has the current
 *                             one
 *   LIBAPI_E_UNPROCESSABLE    rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 204.
 * Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_delete(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_instance_delete() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/instances/{recurrence_id} → 204.
 * Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_delete_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *recurrence_id, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Change or delete an occurrence and all that follow. The event ends before the occurrence; what
 * follows becomes an event of its own, with changed occurrences, exdates and rdates.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          a recurring event cut in two; yours, release with libapi_split_unref(); NULL on any
 *              error
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of;
 *                               not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running;
 *                               first_occurrence: nothing comes before the first occurrence;
 *                               uid_exists: the calendar has an event with this uid; id_exists:
 *                               the id is taken; would_drop_exceptions: changed occurrences would
 *                               be lost
 *   LIBAPI_E_GONE               gone: the thing was deleted
 *   LIBAPI_E_STALE              If-Match named an older version; libapi_error_etag() has the
 *                               current one
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               nonexistent_local_time: the clock skips this time;
 *                               unknown_time_zone: there is no such time zone; rrule_invalid: the
 *                               recurrence rule is not valid; rrule_unsupported: this kind of
 *                               recurrence is not supported; rrule_too_many: the recurrence has
 *                               too many occurrences; rrule_no_instances: the recurrence has no
 *                               occurrence; rrule_too_complex: the recurrence takes too long to
 *                               expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/split → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_series_split(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_split_draft *draft, const libapi_call_options *options, libapi_split **out,
	libapi_error **error);

/**
 * Start libapi_series_split() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_split() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/split → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_series_split_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_split_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Invite somebody to an event. Or change the name or role of an attendee; the answer stays.
 * Without recurrence_id all occurrences are meant.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * email        email address, 3…254 characters; E-mail address of the attendee
 * draft        not changed; may be released afterwards
 * query        NULL for none; not changed, may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
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
 *   LIBAPI_E_BAD_REQUEST        a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be an
 *                               editor; freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of;
 *                               not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_GONE               gone: the thing was deleted
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               too_many_attendees: the event has too many attendees;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: PUT /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email} → 200 or 201. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_put(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *email, const libapi_invitation_draft *draft,
	const libapi_attendee_put_query *query, const libapi_call_options *options,
	libapi_event **out, libapi_error **error);

/**
 * Start libapi_attendee_put() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: PUT /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email} → 200 or 201. Since
 * 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_put_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *email, const libapi_invitation_draft *draft,
	const libapi_attendee_put_query *query, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Remove somebody from an event. Without recurrence_id from all occurrences. Removing again
 * answers the same.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * email        email address, 3…254 characters; E-mail address of the attendee
 * query        NULL for none; not changed, may be released afterwards
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
 *   LIBAPI_E_BAD_REQUEST      a query parameter cannot be read
 *   LIBAPI_E_UNAUTHENTICATED  no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN        the key needs the scope events:write; the caller must be an editor;
 *                             freebusy_only: you may see only when this calendar is busy
 *   LIBAPI_E_NOT_FOUND        no such thing, or none that the caller may know of;
 *                             not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT         idempotency_in_progress: the same request is still running
 *   LIBAPI_E_GONE             gone: the thing was deleted
 *   LIBAPI_E_STALE            If-Match named an older version; libapi_error_etag() has the current
 *                             one
 *   LIBAPI_E_UNPROCESSABLE    rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED     too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE      the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: editor.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_remove(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *email, const libapi_attendee_remove_query *query,
	const libapi_call_options *options, libapi_error **error);

/**
 * Start libapi_attendee_remove() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_nothing() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: DELETE /v1/calendars/{calendar_id}/events/{event_id}/attendees/{email} → 204. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_remove_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const char *email, const libapi_attendee_remove_query *query,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Answer an invitation. Attendees answer for themselves, even without a role on the calendar.
 * Raises the version and not the sequence. An answer for a series, or from one occurrence on,
 * leaves alone what was answered for one occurrence only.
 *
 * client       open client; any thread
 * calendar_id  UUID text, RFC 9562 §4, 36 bytes; id of the calendar
 * event_id     UUID text, RFC 9562 §4, 36 bytes; id of the event
 * draft        not changed; may be released afterwards
 * options      NULL for the client's defaults
 * out          an event of a calendar; yours, release with libapi_event_unref(); NULL on any error
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
 *   LIBAPI_E_FORBIDDEN          the key needs the scope events:write; the caller must be the
 *                               attendee; freebusy_only: you may see only when this calendar is
 *                               busy; not_invited: you are not invited to this event
 *   LIBAPI_E_NOT_FOUND          no such thing, or none that the caller may know of;
 *                               not_an_occurrence: the event has no such occurrence
 *   LIBAPI_E_CONFLICT           idempotency_in_progress: the same request is still running
 *   LIBAPI_E_GONE               gone: the thing was deleted
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope events:write. Who may: the attendee.
 * Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/rsvp → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_respond(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_rsvp_draft *draft, const libapi_call_options *options, libapi_event **out,
	libapi_error **error);

/**
 * Start libapi_event_respond() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_event() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/calendars/{calendar_id}/events/{event_id}/rsvp → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_respond_start(libapi_client *client, const char *calendar_id, const char *event_id,
	const libapi_rsvp_draft *draft, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/**
 * Take the answer of a call that gives libapi_event, once; waits if the call still runs. `out` is
 * yours, release with libapi_event_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_event(libapi_call *call, libapi_event **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_event_page, once; waits if the call still runs.
 * `out` is yours, release with libapi_event_page_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_event_page(libapi_call *call, libapi_event_page **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_split, once; waits if the call still runs. `out` is
 * yours, release with libapi_split_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_split(libapi_call *call, libapi_split **out, libapi_error **error);

/* ---- libapi_recurrence ----------------------------------------------------------------------- */

/* How an event repeats. What the server answered: unchangeable and counted. Getters may be called
 * from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts
 * are borrowed from it. Since 0.1. */

/**
 * Hold `recurrence` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_recurrence *libapi_recurrence_ref(const libapi_recurrence *recurrence);
/** Let go of `recurrence`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_recurrence_unref(libapi_recurrence *recurrence);
/** A rule of RFC 5545 without its name. 1…512 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_recurrence_rrule(const libapi_recurrence *recurrence);
/** How many entries `rdates` has. More starts; local wall times in the event's zone. */
LIBAPI_EXPORT size_t libapi_recurrence_rdate_count(const libapi_recurrence *recurrence);
/** Entry `index` of `rdates`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_recurrence_rdate_at(const libapi_recurrence *recurrence, size_t index);
/**
 * How many entries `exdates` has. Starts that are left out; local wall times in the event's zone.
 */
LIBAPI_EXPORT size_t libapi_recurrence_exdate_count(const libapi_recurrence *recurrence);
/** Entry `index` of `exdates`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_recurrence_exdate_at(const libapi_recurrence *recurrence, size_t index);
/**
 * JSON text of all that is set in `recurrence`; yours, release with libapi_string_free(). NULL: no
 * memory, or `recurrence` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_recurrence_to_json(const libapi_recurrence *recurrence);

/* ---- libapi_later_answer --------------------------------------------------------------------- */

/* An answer from one occurrence on. What the server answered: unchangeable and counted. Getters
 * may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN;
 * texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `later_answer` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_later_answer *
libapi_later_answer_ref(const libapi_later_answer *later_answer);
/** Let go of `later_answer`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_later_answer_unref(libapi_later_answer *later_answer);
/**
 * Original local start of the first occurrence. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD
 * when all-day.
 */
LIBAPI_EXPORT const char *
libapi_later_answer_recurrence_id(const libapi_later_answer *later_answer);
/**
 * What the attendee answered. One of LIBAPI_LATER_ANSWER_PARTSTAT_*; UNKNOWN when absent or newer
 * than this library.
 */
LIBAPI_EXPORT int32_t libapi_later_answer_partstat(const libapi_later_answer *later_answer);
/** The text of `partstat` as the server sent it. */
LIBAPI_EXPORT const char *
libapi_later_answer_partstat_text(const libapi_later_answer *later_answer);
/** What the attendee wrote with the answer. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_later_answer_comment(const libapi_later_answer *later_answer);
/**
 * JSON text of all that is set in `later_answer`; yours, release with libapi_string_free(). NULL:
 * no memory, or `later_answer` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_later_answer_to_json(const libapi_later_answer *later_answer);

/* ---- libapi_attendee ------------------------------------------------------------------------- */

/* Somebody who is invited to an event. What the server answered: unchangeable and counted. Getters
 * may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN;
 * texts and parts are borrowed from it. Since 0.1. */

/** Hold `attendee` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_attendee *libapi_attendee_ref(const libapi_attendee *attendee);
/** Let go of `attendee`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_attendee_unref(libapi_attendee *attendee);
/** E-mail address of the attendee. Email address, 3…254 characters. */
LIBAPI_EXPORT const char *libapi_attendee_email(const libapi_attendee *attendee);
/** Name for people to read. At most 128 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_attendee_name(const libapi_attendee *attendee);
/**
 * How much the attendee matters. One of LIBAPI_ATTENDEE_ROLE_*; UNKNOWN when absent or newer than
 * this library.
 */
LIBAPI_EXPORT int32_t libapi_attendee_role(const libapi_attendee *attendee);
/** The text of `role` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_attendee_role_text(const libapi_attendee *attendee);
/**
 * What the attendee answered. One of LIBAPI_ATTENDEE_PARTSTAT_*; UNKNOWN when absent or newer than
 * this library.
 */
LIBAPI_EXPORT int32_t libapi_attendee_partstat(const libapi_attendee *attendee);
/** The text of `partstat` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_attendee_partstat_text(const libapi_attendee *attendee);
/** What the attendee wrote with the answer. At most 512 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_attendee_comment(const libapi_attendee *attendee);
/**
 * How many entries `partstat_from` has. Later answers, each for its occurrence and all that
 * follow; only of a recurring event.
 */
LIBAPI_EXPORT size_t libapi_attendee_partstat_from_count(const libapi_attendee *attendee);
/**
 * Entry `index` of `partstat_from`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_later_answer_ref().
 */
LIBAPI_EXPORT const libapi_later_answer *
libapi_attendee_partstat_from_at(const libapi_attendee *attendee, size_t index);
/**
 * Id of the user with this e-mail address. UUID text, RFC 9562 §4, 36 bytes. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_attendee_user_id(const libapi_attendee *attendee);
/**
 * JSON text of all that is set in `attendee`; yours, release with libapi_string_free(). NULL: no
 * memory, or `attendee` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_attendee_to_json(const libapi_attendee *attendee);

/* ---- libapi_organizer ------------------------------------------------------------------------ */

/* Who called an event. What the server answered: unchangeable and counted. Getters may be called
 * from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts
 * are borrowed from it. Since 0.1. */

/**
 * Hold `organizer` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_organizer *libapi_organizer_ref(const libapi_organizer *organizer);
/** Let go of `organizer`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_organizer_unref(libapi_organizer *organizer);
/** E-mail address of the organizer. Email address. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_organizer_email(const libapi_organizer *organizer);
/** Name for people to read. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_organizer_name(const libapi_organizer *organizer);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_organizer_user_id(const libapi_organizer *organizer);
/**
 * JSON text of all that is set in `organizer`; yours, release with libapi_string_free(). NULL: no
 * memory, or `organizer` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_organizer_to_json(const libapi_organizer *organizer);

/* ---- libapi_reminder ------------------------------------------------------------------------- */

/* When and how to be reminded of an event. What the server answered: unchangeable and counted.
 * Getters may be called from any thread; NULL, and what the answer left out, gives NULL, 0 or
 * UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/** Hold `reminder` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_reminder *libapi_reminder_ref(const libapi_reminder *reminder);
/** Let go of `reminder`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_reminder_unref(libapi_reminder *reminder);
/**
 * By whom; the server calls a webhook and a client displays. One of LIBAPI_REMINDER_METHOD_*;
 * UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_reminder_method(const libapi_reminder *reminder);
/** The text of `method` as the server sent it. */
LIBAPI_EXPORT const char *libapi_reminder_method_text(const libapi_reminder *reminder);
/** Minutes before the start. 0…40320. */
LIBAPI_EXPORT int64_t libapi_reminder_minutes_before(const libapi_reminder *reminder);
/**
 * JSON text of all that is set in `reminder`; yours, release with libapi_string_free(). NULL: no
 * memory, or `reminder` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_reminder_to_json(const libapi_reminder *reminder);

/* ---- libapi_event ---------------------------------------------------------------------------- */

/* An event of a calendar. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/** Hold `event` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_event *libapi_event_ref(const libapi_event *event);
/** Let go of `event`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_event_unref(libapi_event *event);
/**
 * Id of the event; of an occurrence the id of the series, an underscore and the original local
 * start. 36…52 characters.
 */
LIBAPI_EXPORT const char *libapi_event_id(const libapi_event *event);
/** Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes. */
LIBAPI_EXPORT const char *libapi_event_calendar_id(const libapi_event *event);
/** UID of the event in iCalendar. 1…255 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_uid(const libapi_event *event);
/** What happens. 1…255 characters. */
LIBAPI_EXPORT const char *libapi_event_title(const libapi_event *event);
/** More about it. At most 8192 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_description(const libapi_event *event);
/** Where it happens. At most 1024 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_location(const libapi_event *event);
/** A page about the event. URI, RFC 3986, 3…2048 characters. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_url(const libapi_event *event);
/** Whether it takes whole days; then start_date and end_date say which. 1 true, 0 false. */
LIBAPI_EXPORT int32_t libapi_event_is_all_day(const libapi_event *event);
/**
 * When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339 §5.6; with an offset
 * an instant, without one wall time in the event's zone. NULL when null or absent.
 */
LIBAPI_EXPORT const char *libapi_event_start_time(const libapi_event *event);
/**
 * `start_time` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_event_start_time_ms(const libapi_event *event);
/**
 * When it ends; at least one minute and at most 366 days after the start. RFC 3339 §5.6; with an
 * offset an instant, without one wall time in the event's zone. NULL when null or absent.
 */
LIBAPI_EXPORT const char *libapi_event_end_time(const libapi_event *event);
/**
 * `end_time` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_event_end_time_ms(const libapi_event *event);
/** First day of an all-day event. YYYY-MM-DD. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_start_date(const libapi_event *event);
/** The day after the last day of an all-day event. YYYY-MM-DD. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_end_date(const libapi_event *event);
/** Time zone of the event; an IANA name. IANA zone name. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_time_zone(const libapi_event *event);
/** Whether the wall time holds in every zone. 1 true, 0 false. 0 when null or absent. */
LIBAPI_EXPORT int32_t libapi_event_floating(const libapi_event *event);
/**
 * How the event repeats; null for once. Borrowed; keep it with libapi_recurrence_ref(). NULL when
 * null or absent.
 */
LIBAPI_EXPORT const libapi_recurrence *libapi_event_recurrence(const libapi_event *event);
/**
 * Of an occurrence the id of its series. UUID text, RFC 9562 §4, 36 bytes. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_event_series_id(const libapi_event *event);
/**
 * Of an occurrence its original local start. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD
 * when all-day. NULL when null or absent.
 */
LIBAPI_EXPORT const char *libapi_event_recurrence_id(const libapi_event *event);
/** Whether this occurrence differs from its series. 1 true, 0 false. 0 when null or absent. */
LIBAPI_EXPORT int32_t libapi_event_is_exception(const libapi_event *event);
/**
 * Whether it will happen. One of LIBAPI_EVENT_STATUS_*; UNKNOWN when absent or newer than this
 * library.
 */
LIBAPI_EXPORT int32_t libapi_event_status(const libapi_event *event);
/** The text of `status` as the server sent it. */
LIBAPI_EXPORT const char *libapi_event_status_text(const libapi_event *event);
/**
 * Who sees what it is about; readers see private events masked. One of LIBAPI_EVENT_VISIBILITY_*;
 * UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_event_visibility(const libapi_event *event);
/** The text of `visibility` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_visibility_text(const libapi_event *event);
/**
 * Whether it makes its people busy. One of LIBAPI_EVENT_TRANSPARENCY_*; UNKNOWN when absent or
 * newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_event_transparency(const libapi_event *event);
/** The text of `transparency` as the server sent it. */
LIBAPI_EXPORT const char *libapi_event_transparency_text(const libapi_event *event);
/** How many entries `attendees` has. Who is invited. */
LIBAPI_EXPORT size_t libapi_event_attendee_count(const libapi_event *event);
/**
 * Entry `index` of `attendees`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_attendee_ref().
 */
LIBAPI_EXPORT const libapi_attendee *
libapi_event_attendee_at(const libapi_event *event, size_t index);
/**
 * Who called the event. Borrowed; keep it with libapi_organizer_ref(). NULL when null or absent.
 */
LIBAPI_EXPORT const libapi_organizer *libapi_event_organizer(const libapi_event *event);
/** How many entries `reminders` has. When to be reminded. */
LIBAPI_EXPORT size_t libapi_event_reminder_count(const libapi_event *event);
/**
 * Entry `index` of `reminders`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_reminder_ref().
 */
LIBAPI_EXPORT const libapi_reminder *
libapi_event_reminder_at(const libapi_event *event, size_t index);
/** How many entries `categories` has. Words to sort events by. */
LIBAPI_EXPORT size_t libapi_event_category_count(const libapi_event *event);
/** Entry `index` of `categories`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_event_category_at(const libapi_event *event, size_t index);
/** Colour, as #RRGGBB. #RRGGBB. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_color(const libapi_event *event);
/** How many entries `metadata` has. Texts of the client's own by name. */
LIBAPI_EXPORT size_t libapi_event_metadata_count(const libapi_event *event);
/** Key of entry `index` of `metadata`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_event_metadata_key_at(const libapi_event *event, size_t index);
/** Value of entry `index` of `metadata`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *libapi_event_metadata_value_at(const libapi_event *event, size_t index);
/** Value of `key` in `metadata`; NULL when there is no such key. */
LIBAPI_EXPORT const char *libapi_event_metadata_get(const libapi_event *event, const char *key);
/** Whether details are hidden from the caller. 1 true, 0 false. 0 when null or absent. */
LIBAPI_EXPORT int32_t libapi_event_masked(const libapi_event *event);
/** SEQUENCE of iCalendar; raised when the times or the rule change. 0 when null or absent. */
LIBAPI_EXPORT int64_t libapi_event_sequence(const libapi_event *event);
/** Version of the event; the ETag. */
LIBAPI_EXPORT int64_t libapi_event_version(const libapi_event *event);
/** Id of the user who created it. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_event_creator_user_id(const libapi_event *event);
/**
 * The series from which this one was split. UUID text, RFC 9562 §4, 36 bytes. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_event_split_from(const libapi_event *event);
/**
 * When the event was created. RFC 3339 §5.6 with an offset, whole seconds. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_event_created_at(const libapi_event *event);
/**
 * `created_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_event_created_at_ms(const libapi_event *event);
/**
 * When the event was last changed. RFC 3339 §5.6 with an offset, whole seconds. NULL when null or
 * absent.
 */
LIBAPI_EXPORT const char *libapi_event_updated_at(const libapi_event *event);
/**
 * `updated_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_event_updated_at_ms(const libapi_event *event);
/**
 * When the event was deleted; only where deleted events are asked for. RFC 3339 §5.6 with an
 * offset, whole seconds. NULL when null or absent.
 */
LIBAPI_EXPORT const char *libapi_event_deleted_at(const libapi_event *event);
/**
 * `deleted_at` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall
 * time without an offset.
 */
LIBAPI_EXPORT int64_t libapi_event_deleted_at_ms(const libapi_event *event);
/**
 * How many entries `dropped_exceptions` has. Original local starts of changed occurrences that an
 * update lost; only in its answer.
 */
LIBAPI_EXPORT size_t libapi_event_dropped_exception_count(const libapi_event *event);
/** Entry `index` of `dropped_exceptions`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_event_dropped_exception_at(const libapi_event *event, size_t index);
/**
 * JSON text of all that is set in `event`; yours, release with libapi_string_free(). NULL: no
 * memory, or `event` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_event_to_json(const libapi_event *event);

/* ---- libapi_recurrence_draft ----------------------------------------------------------------- */

/* How an event repeats. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_recurrence_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_recurrence_draft_new(libapi_recurrence_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_recurrence_draft_free(libapi_recurrence_draft *draft);
/** Set `rrule`. A rule of RFC 5545 without its name. 1…512 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_set_rrule(libapi_recurrence_draft *draft, const char *value);
/** Set `rrule` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_set_rrule_null(libapi_recurrence_draft *draft);
/** Forget `rrule`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_recurrence_draft_unset_rrule(libapi_recurrence_draft *draft);
/**
 * More starts; local wall times in the event's zone. At most 256 entries, each original local
 * slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Appends a copy of `value` to `rdates`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_add_rdate(libapi_recurrence_draft *draft, const char *value);
/** Set `rdates` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_clear_rdates(libapi_recurrence_draft *draft);
/** Forget `rdates`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_recurrence_draft_unset_rdates(libapi_recurrence_draft *draft);
/**
 * Starts that are left out; local wall times in the event's zone. At most 1024 entries, each
 * original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Appends a copy of `value` to
 * `exdates`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_add_exdate(libapi_recurrence_draft *draft, const char *value);
/** Set `exdates` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_clear_exdates(libapi_recurrence_draft *draft);
/** Forget `exdates`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_recurrence_draft_unset_exdates(libapi_recurrence_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_recurrence_draft_to_json(const libapi_recurrence_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_recurrence_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_recurrence_draft_from_json(const char *json, size_t len, libapi_recurrence_draft **out,
	libapi_error **error);

/* ---- libapi_attendee_draft ------------------------------------------------------------------- */

/* Somebody who is invited to an event. A builder, for one thread at a time. What is never set is
 * not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is
 * none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_attendee_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_attendee_draft_new(libapi_attendee_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_attendee_draft_free(libapi_attendee_draft *draft);
/** Set `email`. E-mail address of the attendee. Email address, 3…254 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_email(libapi_attendee_draft *draft, const char *value);
/** Forget `email`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_attendee_draft_unset_email(libapi_attendee_draft *draft);
/** Set `name`. Name for people to read. At most 128 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_name(libapi_attendee_draft *draft, const char *value);
/** Set `name` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_name_null(libapi_attendee_draft *draft);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_attendee_draft_unset_name(libapi_attendee_draft *draft);
/**
 * Set `role`. How much the attendee matters. `value` is one of LIBAPI_ATTENDEE_ROLE_*, not
 * UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_role(libapi_attendee_draft *draft, int32_t value);
/** Forget `role`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_attendee_draft_unset_role(libapi_attendee_draft *draft);
/**
 * Set `partstat`. What the attendee answered. `value` is one of LIBAPI_ATTENDEE_PARTSTAT_*, not
 * UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_partstat(libapi_attendee_draft *draft, int32_t value);
/** Forget `partstat`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_attendee_draft_unset_partstat(libapi_attendee_draft *draft);
/** Set `comment`. What the attendee wrote with the answer. At most 512 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_comment(libapi_attendee_draft *draft, const char *value);
/** Set `comment` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_set_comment_null(libapi_attendee_draft *draft);
/** Forget `comment`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_attendee_draft_unset_comment(libapi_attendee_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_attendee_draft_to_json(const libapi_attendee_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_attendee_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_draft_from_json(const char *json, size_t len, libapi_attendee_draft **out,
	libapi_error **error);

/* ---- libapi_reminder_draft ------------------------------------------------------------------- */

/* When and how to be reminded of an event. A builder, for one thread at a time. What is never set
 * is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that
 * is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_reminder_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_reminder_draft_new(libapi_reminder_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_reminder_draft_free(libapi_reminder_draft *draft);
/**
 * Set `method`. By whom; the server calls a webhook and a client displays. `value` is one of
 * LIBAPI_REMINDER_METHOD_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_reminder_draft_set_method(libapi_reminder_draft *draft, int32_t value);
/** Forget `method`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_reminder_draft_unset_method(libapi_reminder_draft *draft);
/** Set `minutes_before`. Minutes before the start. 0…40320. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_reminder_draft_set_minutes_before(libapi_reminder_draft *draft, int64_t value);
/** Forget `minutes_before`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_reminder_draft_unset_minutes_before(libapi_reminder_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_reminder_draft_to_json(const libapi_reminder_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_reminder_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_reminder_draft_from_json(const char *json, size_t len, libapi_reminder_draft **out,
	libapi_error **error);

/* ---- libapi_event_draft ---------------------------------------------------------------------- */

/* An event to be created or to replace another. A builder, for one thread at a time. What is never
 * set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant
 * that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since
 * 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_draft_new(libapi_event_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_event_draft_free(libapi_event_draft *draft);
/**
 * Set `id`. An id of the client's choice; best a UUIDv7. UUID text, RFC 9562 §4, 36 bytes. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_id(libapi_event_draft *draft, const char *value);
/** Forget `id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_id(libapi_event_draft *draft);
/** Set `uid`. UID of the event in iCalendar. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_uid(libapi_event_draft *draft, const char *value);
/** Forget `uid`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_uid(libapi_event_draft *draft);
/** Set `title`. What happens. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_title(libapi_event_draft *draft, const char *value);
/** Forget `title`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_title(libapi_event_draft *draft);
/** Set `description`. More about it. At most 8192 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_description(libapi_event_draft *draft, const char *value);
/** Set `description` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_description_null(libapi_event_draft *draft);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_description(libapi_event_draft *draft);
/** Set `location`. Where it happens. At most 1024 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_location(libapi_event_draft *draft, const char *value);
/** Set `location` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_location_null(libapi_event_draft *draft);
/** Forget `location`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_location(libapi_event_draft *draft);
/** Set `url`. A page about the event. URI, RFC 3986, 3…2048 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_url(libapi_event_draft *draft, const char *value);
/** Set `url` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_draft_set_url_null(libapi_event_draft *draft);
/** Forget `url`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_url(libapi_event_draft *draft);
/**
 * Set `is_all_day`. Whether it takes whole days; then start_date and end_date say which. 1 true, 0
 * false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_is_all_day(libapi_event_draft *draft, int32_t value);
/** Forget `is_all_day`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_is_all_day(libapi_event_draft *draft);
/**
 * Set `start_time`. When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
 * §5.6; with an offset an instant, without one wall time in the event's zone. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time(libapi_event_draft *draft, const char *value);
/** Set `start_time` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time_null(libapi_event_draft *draft);
/** Forget `start_time`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_start_time(libapi_event_draft *draft);
/**
 * Set `start_time` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time_ms(libapi_event_draft *draft, int64_t unix_ms);
/**
 * Set `start_date`, YYYY-MM-DD, in place of `start_time`: the event takes whole days.
 * LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to what
 * cannot stand beside it: a date beside a time, a floating time beside another, another zone. Then
 * unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time_date(libapi_event_draft *draft, const char *date);
/**
 * Set `start_time` to a wall time that holds in every zone: YYYY-MM-DDTHH:MM:SS (RFC 5545 §3.3.5,
 * form 1). LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time_floating(libapi_event_draft *draft, const char *local_time);
/**
 * Set `start_time` to a wall time, YYYY-MM-DDTHH:MM:SS, and `time_zone` to the IANA zone whose
 * clock shows it (RFC 5545 §3.3.5, form 3). LIBAPI_E_INVALID, and nothing changes, for another
 * form, or when `end_time` is set to what cannot stand beside it: a date beside a time, a floating
 * time beside another, another zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_time_zoned(libapi_event_draft *draft, const char *local_time,
	const char *time_zone);
/**
 * Set `end_time`. When it ends; at least one minute and at most 366 days after the start. RFC 3339
 * §5.6; with an offset an instant, without one wall time in the event's zone. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time(libapi_event_draft *draft, const char *value);
/** Set `end_time` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time_null(libapi_event_draft *draft);
/** Forget `end_time`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_end_time(libapi_event_draft *draft);
/**
 * Set `end_time` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set
 * to what cannot stand beside it: a date beside a time, a floating time beside another, another
 * zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time_ms(libapi_event_draft *draft, int64_t unix_ms);
/**
 * Set `end_date`, YYYY-MM-DD, in place of `end_time`: the event takes whole days.
 * LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set to what
 * cannot stand beside it: a date beside a time, a floating time beside another, another zone. Then
 * unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time_date(libapi_event_draft *draft, const char *date);
/**
 * Set `end_time` to a wall time that holds in every zone: YYYY-MM-DDTHH:MM:SS (RFC 5545 §3.3.5,
 * form 1). LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time_floating(libapi_event_draft *draft, const char *local_time);
/**
 * Set `end_time` to a wall time, YYYY-MM-DDTHH:MM:SS, and `time_zone` to the IANA zone whose clock
 * shows it (RFC 5545 §3.3.5, form 3). LIBAPI_E_INVALID, and nothing changes, for another form, or
 * when `start_time` is set to what cannot stand beside it: a date beside a time, a floating time
 * beside another, another zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_time_zoned(libapi_event_draft *draft, const char *local_time,
	const char *time_zone);
/** Set `start_date`. First day of an all-day event. YYYY-MM-DD. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_date(libapi_event_draft *draft, const char *value);
/** Set `start_date` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_start_date_null(libapi_event_draft *draft);
/** Forget `start_date`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_start_date(libapi_event_draft *draft);
/** Set `end_date`. The day after the last day of an all-day event. YYYY-MM-DD. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_date(libapi_event_draft *draft, const char *value);
/** Set `end_date` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_end_date_null(libapi_event_draft *draft);
/** Forget `end_date`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_end_date(libapi_event_draft *draft);
/** Set `time_zone`. Time zone of the event; an IANA name. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_time_zone(libapi_event_draft *draft, const char *value);
/** Set `time_zone` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_time_zone_null(libapi_event_draft *draft);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_time_zone(libapi_event_draft *draft);
/** Set `floating`. Whether the wall time holds in every zone. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_floating(libapi_event_draft *draft, int32_t value);
/** Forget `floating`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_floating(libapi_event_draft *draft);
/** Set `recurrence`. How the event repeats; null for once. Copied; yours as before. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_recurrence(libapi_event_draft *draft, const libapi_recurrence_draft *value);
/** Set `recurrence` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_recurrence_null(libapi_event_draft *draft);
/** Forget `recurrence`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_recurrence(libapi_event_draft *draft);
/** Set `status`. Whether it will happen. `value` is one of LIBAPI_EVENT_STATUS_*, not UNKNOWN. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_status(libapi_event_draft *draft, int32_t value);
/** Forget `status`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_status(libapi_event_draft *draft);
/**
 * Set `visibility`. Who sees what it is about; readers see private events masked. `value` is one
 * of LIBAPI_EVENT_VISIBILITY_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_visibility(libapi_event_draft *draft, int32_t value);
/** Forget `visibility`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_visibility(libapi_event_draft *draft);
/**
 * Set `transparency`. Whether it makes its people busy. `value` is one of
 * LIBAPI_EVENT_TRANSPARENCY_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_transparency(libapi_event_draft *draft, int32_t value);
/** Forget `transparency`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_transparency(libapi_event_draft *draft);
/** Who is invited. At most 500 entries. Appends a copy of `value` to `attendees`. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_add_attendee(libapi_event_draft *draft, const libapi_attendee_draft *value);
/** Set `attendees` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_clear_attendees(libapi_event_draft *draft);
/** Forget `attendees`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_attendees(libapi_event_draft *draft);
/** When to be reminded. At most 5 entries. Appends a copy of `value` to `reminders`. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_add_reminder(libapi_event_draft *draft, const libapi_reminder_draft *value);
/** Set `reminders` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_clear_reminders(libapi_event_draft *draft);
/** Forget `reminders`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_reminders(libapi_event_draft *draft);
/**
 * Words to sort events by. At most 20 entries, each 1…64 characters. Appends a copy of `value` to
 * `categories`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_add_category(libapi_event_draft *draft, const char *value);
/** Set `categories` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_clear_categories(libapi_event_draft *draft);
/** Forget `categories`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_categories(libapi_event_draft *draft);
/** Set `color`. Colour, as #RRGGBB. #RRGGBB. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_color(libapi_event_draft *draft, const char *value);
/** Set `color` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_draft_set_color_null(libapi_event_draft *draft);
/** Forget `color`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_color(libapi_event_draft *draft);
/**
 * Texts of the client's own by name. At most 50 entries, keys at most 40 characters, values at
 * most 500 characters. Stores a copy of `value` under `key` in `metadata`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_set_metadata(libapi_event_draft *draft, const char *key, const char *value);
/** Set `metadata` to the empty map, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_draft_clear_metadata(libapi_event_draft *draft);
/** Forget `metadata`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_draft_unset_metadata(libapi_event_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_event_draft_to_json(const libapi_event_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_event_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_draft_from_json(const char *json, size_t len, libapi_event_draft **out,
	libapi_error **error);

/* ---- libapi_event_page ----------------------------------------------------------------------- */

/* One page of events. One page of a list, unchangeable and counted. Since 0.1. */

/** Hold `page` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_event_page *libapi_event_page_ref(const libapi_event_page *page);
/** Let go of `page`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_event_page_unref(libapi_event_page *page);
/** How many entries the page has. */
LIBAPI_EXPORT size_t libapi_event_page_count(const libapi_event_page *page);
/** Entry `index`, counted from 0; NULL past the end. Borrowed; keep it with libapi_event_ref(). */
LIBAPI_EXPORT const libapi_event *
libapi_event_page_at(const libapi_event_page *page, size_t index);
/** What to set as `cursor` in the query of the next page; NULL on the last one. */
LIBAPI_EXPORT const char *libapi_event_page_next_cursor(const libapi_event_page *page);
/**
 * JSON text of all that is set in `page`; yours, release with libapi_string_free(). NULL: no
 * memory, or `page` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_event_page_to_json(const libapi_event_page *page);

/* ---- libapi_event_list_query ----------------------------------------------------------------- */

/* The query parameters of listEvents. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_list_query_new(libapi_event_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_event_list_query_free(libapi_event_list_query *query);
/**
 * Set `from`. Only events that end after this instant. RFC 3339 §5.6 with an offset, whole
 * seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_from(libapi_event_list_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_from(libapi_event_list_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_from_ms(libapi_event_list_query *query, int64_t unix_ms);
/**
 * Set `to`. Only events that start before this instant. RFC 3339 §5.6 with an offset, whole
 * seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_to(libapi_event_list_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_to(libapi_event_list_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_to_ms(libapi_event_list_query *query, int64_t unix_ms);
/**
 * Set `expand`. Whether a recurring event stands once or once per occurrence. `value` is one of
 * LIBAPI_EVENT_LIST_EXPAND_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_expand(libapi_event_list_query *query, int32_t value);
/** Forget `expand`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_expand(libapi_event_list_query *query);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_time_zone(libapi_event_list_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_time_zone(libapi_event_list_query *query);
/**
 * Set `status`. Only events with this status. `value` is one of LIBAPI_EVENT_STATUS_*, not
 * UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_status(libapi_event_list_query *query, int32_t value);
/** Forget `status`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_status(libapi_event_list_query *query);
/**
 * Set `uid`. Only the event with this iCalendar UID, and its exceptions. 1…255 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_uid(libapi_event_list_query *query, const char *value);
/** Forget `uid`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_uid(libapi_event_list_query *query);
/** Set `category`. Only events with this category. 1…64 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_category(libapi_event_list_query *query, const char *value);
/** Forget `category`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_category(libapi_event_list_query *query);
/**
 * Set `updated_since`. Only events changed at or after this instant. RFC 3339 §5.6 with an offset,
 * whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_updated_since(libapi_event_list_query *query, const char *value);
/** Forget `updated_since`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_updated_since(libapi_event_list_query *query);
/**
 * Set `updated_since` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds,
 * years 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_updated_since_ms(libapi_event_list_query *query, int64_t unix_ms);
/** Set `include_deleted`. Also events that were deleted in the last 90 days. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_include_deleted(libapi_event_list_query *query, int32_t value);
/** Forget `include_deleted`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_event_list_query_unset_include_deleted(libapi_event_list_query *query);
/**
 * Set `fields`. Only these members of each event, separated by commas. Names with commas between,
 * 1…1024 characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_fields(libapi_event_list_query *query, const char *value);
/** Forget `fields`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_fields(libapi_event_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_limit(libapi_event_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_limit(libapi_event_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_list_query_set_cursor(libapi_event_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_list_query_unset_cursor(libapi_event_list_query *query);

/* ---- libapi_event_get_query ------------------------------------------------------------------ */

/* The query parameters of getEvent. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_get_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_get_query_new(libapi_event_get_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_event_get_query_free(libapi_event_get_query *query);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_get_query_set_time_zone(libapi_event_get_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_get_query_unset_time_zone(libapi_event_get_query *query);

/* ---- libapi_event_patch ---------------------------------------------------------------------- */

/* Changes to an event. A builder of changes (RFC 7396), for one thread at a time. What is never
 * touched stays as it is; null removes; lists are replaced whole. Setters return LIBAPI_OK,
 * LIBAPI_E_INVALID for a NULL argument or a constant that is none, or LIBAPI_E_MEMORY; limits are
 * checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_patch_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_patch_new(libapi_event_patch **out);
/** Release a patch. NULL is legal. */
LIBAPI_EXPORT void libapi_event_patch_free(libapi_event_patch *patch);
/**
 * Set `calendar_id`. Id of the calendar that holds the event. UUID text, RFC 9562 §4, 36 bytes.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_calendar_id(libapi_event_patch *patch, const char *value);
/** Forget `calendar_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_calendar_id(libapi_event_patch *patch);
/** Set `uid`. UID of the event in iCalendar. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_uid(libapi_event_patch *patch, const char *value);
/** Forget `uid`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_uid(libapi_event_patch *patch);
/** Set `title`. What happens. 1…255 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_title(libapi_event_patch *patch, const char *value);
/** Forget `title`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_title(libapi_event_patch *patch);
/** Set `description`. More about it. At most 8192 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_description(libapi_event_patch *patch, const char *value);
/** Set `description` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_description_null(libapi_event_patch *patch);
/** Forget `description`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_description(libapi_event_patch *patch);
/** Set `location`. Where it happens. At most 1024 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_location(libapi_event_patch *patch, const char *value);
/** Set `location` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_location_null(libapi_event_patch *patch);
/** Forget `location`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_location(libapi_event_patch *patch);
/** Set `url`. A page about the event. URI, RFC 3986, 3…2048 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_url(libapi_event_patch *patch, const char *value);
/** Set `url` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_patch_set_url_null(libapi_event_patch *patch);
/** Forget `url`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_url(libapi_event_patch *patch);
/**
 * Set `is_all_day`. Whether it takes whole days; then start_date and end_date say which. 1 true, 0
 * false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_is_all_day(libapi_event_patch *patch, int32_t value);
/** Forget `is_all_day`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_is_all_day(libapi_event_patch *patch);
/**
 * Set `start_time`. When it starts; RFC 3339 with an offset or wall time in time_zone. RFC 3339
 * §5.6; with an offset an instant, without one wall time in the event's zone. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time(libapi_event_patch *patch, const char *value);
/** Set `start_time` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time_null(libapi_event_patch *patch);
/** Forget `start_time`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_start_time(libapi_event_patch *patch);
/**
 * Set `start_time` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time_ms(libapi_event_patch *patch, int64_t unix_ms);
/**
 * Set `start_date`, YYYY-MM-DD, in place of `start_time`: the event takes whole days.
 * LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to what
 * cannot stand beside it: a date beside a time, a floating time beside another, another zone. Then
 * unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time_date(libapi_event_patch *patch, const char *date);
/**
 * Set `start_time` to a wall time that holds in every zone: YYYY-MM-DDTHH:MM:SS (RFC 5545 §3.3.5,
 * form 1). LIBAPI_E_INVALID, and nothing changes, for another form, or when `end_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time_floating(libapi_event_patch *patch, const char *local_time);
/**
 * Set `start_time` to a wall time, YYYY-MM-DDTHH:MM:SS, and `time_zone` to the IANA zone whose
 * clock shows it (RFC 5545 §3.3.5, form 3). LIBAPI_E_INVALID, and nothing changes, for another
 * form, or when `end_time` is set to what cannot stand beside it: a date beside a time, a floating
 * time beside another, another zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_time_zoned(libapi_event_patch *patch, const char *local_time,
	const char *time_zone);
/**
 * Set `end_time`. When it ends; at least one minute and at most 366 days after the start. RFC 3339
 * §5.6; with an offset an instant, without one wall time in the event's zone. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time(libapi_event_patch *patch, const char *value);
/** Set `end_time` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time_null(libapi_event_patch *patch);
/** Forget `end_time`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_end_time(libapi_event_patch *patch);
/**
 * Set `end_time` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set
 * to what cannot stand beside it: a date beside a time, a floating time beside another, another
 * zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time_ms(libapi_event_patch *patch, int64_t unix_ms);
/**
 * Set `end_date`, YYYY-MM-DD, in place of `end_time`: the event takes whole days.
 * LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set to what
 * cannot stand beside it: a date beside a time, a floating time beside another, another zone. Then
 * unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time_date(libapi_event_patch *patch, const char *date);
/**
 * Set `end_time` to a wall time that holds in every zone: YYYY-MM-DDTHH:MM:SS (RFC 5545 §3.3.5,
 * form 1). LIBAPI_E_INVALID, and nothing changes, for another form, or when `start_time` is set to
 * what cannot stand beside it: a date beside a time, a floating time beside another, another zone.
 * Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time_floating(libapi_event_patch *patch, const char *local_time);
/**
 * Set `end_time` to a wall time, YYYY-MM-DDTHH:MM:SS, and `time_zone` to the IANA zone whose clock
 * shows it (RFC 5545 §3.3.5, form 3). LIBAPI_E_INVALID, and nothing changes, for another form, or
 * when `start_time` is set to what cannot stand beside it: a date beside a time, a floating time
 * beside another, another zone. Then unset that one first.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_time_zoned(libapi_event_patch *patch, const char *local_time,
	const char *time_zone);
/** Set `start_date`. First day of an all-day event. YYYY-MM-DD. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_date(libapi_event_patch *patch, const char *value);
/** Set `start_date` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_start_date_null(libapi_event_patch *patch);
/** Forget `start_date`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_start_date(libapi_event_patch *patch);
/** Set `end_date`. The day after the last day of an all-day event. YYYY-MM-DD. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_date(libapi_event_patch *patch, const char *value);
/** Set `end_date` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_end_date_null(libapi_event_patch *patch);
/** Forget `end_date`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_end_date(libapi_event_patch *patch);
/** Set `time_zone`. Time zone of the event; an IANA name. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_time_zone(libapi_event_patch *patch, const char *value);
/** Set `time_zone` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_time_zone_null(libapi_event_patch *patch);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_time_zone(libapi_event_patch *patch);
/** Set `floating`. Whether the wall time holds in every zone. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_floating(libapi_event_patch *patch, int32_t value);
/** Forget `floating`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_floating(libapi_event_patch *patch);
/** Set `recurrence`. How the event repeats; null for once. Copied; yours as before. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_recurrence(libapi_event_patch *patch, const libapi_recurrence_draft *value);
/** Set `recurrence` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_recurrence_null(libapi_event_patch *patch);
/** Forget `recurrence`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_recurrence(libapi_event_patch *patch);
/** Set `status`. Whether it will happen. `value` is one of LIBAPI_EVENT_STATUS_*, not UNKNOWN. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_status(libapi_event_patch *patch, int32_t value);
/** Forget `status`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_status(libapi_event_patch *patch);
/**
 * Set `visibility`. Who sees what it is about; readers see private events masked. `value` is one
 * of LIBAPI_EVENT_VISIBILITY_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_visibility(libapi_event_patch *patch, int32_t value);
/** Forget `visibility`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_visibility(libapi_event_patch *patch);
/**
 * Set `transparency`. Whether it makes its people busy. `value` is one of
 * LIBAPI_EVENT_TRANSPARENCY_*, not UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_transparency(libapi_event_patch *patch, int32_t value);
/** Forget `transparency`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_transparency(libapi_event_patch *patch);
/** When to be reminded. At most 5 entries. Appends a copy of `value` to `reminders`. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_add_reminder(libapi_event_patch *patch, const libapi_reminder_draft *value);
/** Set `reminders` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_clear_reminders(libapi_event_patch *patch);
/** Forget `reminders`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_reminders(libapi_event_patch *patch);
/**
 * Words to sort events by. At most 20 entries, each 1…64 characters. Appends a copy of `value` to
 * `categories`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_add_category(libapi_event_patch *patch, const char *value);
/** Set `categories` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_clear_categories(libapi_event_patch *patch);
/** Forget `categories`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_categories(libapi_event_patch *patch);
/** Set `color`. Colour, as #RRGGBB. #RRGGBB. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_color(libapi_event_patch *patch, const char *value);
/** Set `color` to null: remove it on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_event_patch_set_color_null(libapi_event_patch *patch);
/** Forget `color`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_color(libapi_event_patch *patch);
/**
 * Texts of the client's own by name. At most 50 entries, keys at most 40 characters, values at
 * most 500 characters. Stores a copy of `value` under `key` in `metadata`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_metadata(libapi_event_patch *patch, const char *key, const char *value);
/** Remove `key` from `metadata` on the server. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_set_metadata_null(libapi_event_patch *patch, const char *key);
/** Forget `metadata`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_patch_unset_metadata(libapi_event_patch *patch);
/**
 * JSON text of all that is set in `patch`; yours, release with libapi_string_free(). NULL: no
 * memory, or `patch` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_event_patch_to_json(const libapi_event_patch *patch);
/**
 * A patch from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_event_patch_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_patch_from_json(const char *json, size_t len, libapi_event_patch **out,
	libapi_error **error);

/* ---- libapi_event_update_query --------------------------------------------------------------- */

/* The query parameters of updateEvent. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_update_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_update_query_new(libapi_event_update_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_event_update_query_free(libapi_event_update_query *query);
/**
 * Set `drop_exceptions`. Go on even if changed occurrences are lost; they are listed in
 * dropped_exceptions. 1 true, 0 false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_update_query_set_drop_exceptions(libapi_event_update_query *query, int32_t value);
/** Forget `drop_exceptions`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_event_update_query_unset_drop_exceptions(libapi_event_update_query *query);

/* ---- libapi_agenda_list_query ---------------------------------------------------------------- */

/* The query parameters of listAgenda. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_agenda_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_agenda_list_query_new(libapi_agenda_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_agenda_list_query_free(libapi_agenda_list_query *query);
/**
 * Only these calendars; the default is every calendar on which the caller has a role. 1…50
 * entries, each UUID text, RFC 9562 §4, 36 bytes. Appends a copy of `value` to `calendar_ids`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_add_calendar_id(libapi_agenda_list_query *query, const char *value);
/** Set `calendar_ids` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_clear_calendar_ids(libapi_agenda_list_query *query);
/** Forget `calendar_ids`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_calendar_ids(libapi_agenda_list_query *query);
/**
 * Set `from`. Only what ends after this instant. RFC 3339 §5.6 with an offset, whole seconds.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_from(libapi_agenda_list_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_from(libapi_agenda_list_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_from_ms(libapi_agenda_list_query *query, int64_t unix_ms);
/**
 * Set `to`. Only what starts before this instant; at most 400 days after from. RFC 3339 §5.6 with
 * an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_to(libapi_agenda_list_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_to(libapi_agenda_list_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_to_ms(libapi_agenda_list_query *query, int64_t unix_ms);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_time_zone(libapi_agenda_list_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_time_zone(libapi_agenda_list_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_limit(libapi_agenda_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_limit(libapi_agenda_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_agenda_list_query_set_cursor(libapi_agenda_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_agenda_list_query_unset_cursor(libapi_agenda_list_query *query);

/* ---- libapi_event_search_query --------------------------------------------------------------- */

/* The query parameters of searchEvents. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_event_search_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_new(libapi_event_search_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_event_search_query_free(libapi_event_search_query *query);
/** Set `q`. What to look for; at least one letter or digit. 1…256 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_q(libapi_event_search_query *query, const char *value);
/** Forget `q`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_q(libapi_event_search_query *query);
/**
 * Only these calendars; the default is every calendar on which the caller has a role. 1…50
 * entries, each UUID text, RFC 9562 §4, 36 bytes. Appends a copy of `value` to `calendar_ids`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_add_calendar_id(libapi_event_search_query *query, const char *value);
/** Set `calendar_ids` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_clear_calendar_ids(libapi_event_search_query *query);
/** Forget `calendar_ids`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_event_search_query_unset_calendar_ids(libapi_event_search_query *query);
/**
 * Set `from`. Only what ends after this instant; recurring events by their first start and last
 * end. RFC 3339 §5.6 with an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_from(libapi_event_search_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_from(libapi_event_search_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_from_ms(libapi_event_search_query *query, int64_t unix_ms);
/**
 * Set `to`. Only what starts before this instant. RFC 3339 §5.6 with an offset, whole seconds.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_to(libapi_event_search_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_to(libapi_event_search_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_to_ms(libapi_event_search_query *query, int64_t unix_ms);
/**
 * Set `attendee`. Only events to which this e-mail address is invited. Email address, 3…254
 * characters. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_attendee(libapi_event_search_query *query, const char *value);
/** Forget `attendee`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_attendee(libapi_event_search_query *query);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_time_zone(libapi_event_search_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_time_zone(libapi_event_search_query *query);
/** Set `limit`. At most so many items on one page. 1…200. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_limit(libapi_event_search_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_limit(libapi_event_search_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_event_search_query_set_cursor(libapi_event_search_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_event_search_query_unset_cursor(libapi_event_search_query *query);

/* ---- libapi_instance_list_query -------------------------------------------------------------- */

/* The query parameters of listInstances. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_instance_list_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_new(libapi_instance_list_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_instance_list_query_free(libapi_instance_list_query *query);
/**
 * Set `from`. Only occurrences that end after this instant; the default is now. RFC 3339 §5.6 with
 * an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_from(libapi_instance_list_query *query, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_instance_list_query_unset_from(libapi_instance_list_query *query);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_from_ms(libapi_instance_list_query *query, int64_t unix_ms);
/**
 * Set `to`. Only occurrences that start before this instant, at most 400 days after from; the
 * default is a year after from. RFC 3339 §5.6 with an offset, whole seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_to(libapi_instance_list_query *query, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_instance_list_query_unset_to(libapi_instance_list_query *query);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_to_ms(libapi_instance_list_query *query, int64_t unix_ms);
/**
 * Set `include_cancelled`. Also occurrences that were called off and left visible. 1 true, 0
 * false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_include_cancelled(libapi_instance_list_query *query, int32_t value);
/** Forget `include_cancelled`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_instance_list_query_unset_include_cancelled(libapi_instance_list_query *query);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_time_zone(libapi_instance_list_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_instance_list_query_unset_time_zone(libapi_instance_list_query *query);
/** Set `limit`. At most so many occurrences on one page. 1…1000. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_limit(libapi_instance_list_query *query, int64_t value);
/** Forget `limit`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_instance_list_query_unset_limit(libapi_instance_list_query *query);
/**
 * Set `cursor`. The next_cursor of the page before; opaque. Printable ASCII, 1…2048 characters.
 * Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_list_query_set_cursor(libapi_instance_list_query *query, const char *value);
/** Forget `cursor`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_instance_list_query_unset_cursor(libapi_instance_list_query *query);

/* ---- libapi_instance_get_query --------------------------------------------------------------- */

/* The query parameters of getInstance. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_instance_get_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_get_query_new(libapi_instance_get_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_instance_get_query_free(libapi_instance_get_query *query);
/** Set `time_zone`. Show times in this zone and not in the event's own. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_instance_get_query_set_time_zone(libapi_instance_get_query *query, const char *value);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_instance_get_query_unset_time_zone(libapi_instance_get_query *query);

/* ---- libapi_split ---------------------------------------------------------------------------- */

/* A recurring event cut in two. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/** Hold `split` once more, also one that was borrowed. Returns it. NULL is legal. Any thread. */
LIBAPI_EXPORT libapi_split *libapi_split_ref(const libapi_split *split);
/** Let go of `split`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_split_unref(libapi_split *split);
/** The event up to the split; it keeps its id. Borrowed; keep it with libapi_event_ref(). */
LIBAPI_EXPORT const libapi_event *libapi_split_before(const libapi_split *split);
/**
 * The event from the split on; null if it was deleted. Borrowed; keep it with libapi_event_ref().
 * NULL when null or absent.
 */
LIBAPI_EXPORT const libapi_event *libapi_split_after(const libapi_split *split);
/**
 * JSON text of all that is set in `split`; yours, release with libapi_string_free(). NULL: no
 * memory, or `split` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_split_to_json(const libapi_split *split);

/* ---- libapi_split_draft ---------------------------------------------------------------------- */

/* Where to split a recurring event and what to change from there on. A builder, for one thread at
 * a time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_split_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_split_draft_new(libapi_split_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_split_draft_free(libapi_split_draft *draft);
/**
 * Set `recurrence_id`. Original local start of the first occurrence that changes. Original local
 * slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_split_draft_set_recurrence_id(libapi_split_draft *draft, const char *value);
/** Forget `recurrence_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_split_draft_unset_recurrence_id(libapi_split_draft *draft);
/** Set `patch`. Changes to what follows; null for none. Copied; yours as before. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_split_draft_set_patch(libapi_split_draft *draft, const libapi_event_patch *value);
/** Set `patch` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_split_draft_set_patch_null(libapi_split_draft *draft);
/** Forget `patch`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_split_draft_unset_patch(libapi_split_draft *draft);
/** Set `delete_following`. Whether the occurrences from there on are deleted. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_split_draft_set_delete_following(libapi_split_draft *draft, int32_t value);
/** Forget `delete_following`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_split_draft_unset_delete_following(libapi_split_draft *draft);
/**
 * Set `drop_exceptions`. Go on even if changed occurrences are lost; they are listed in
 * dropped_exceptions. 1 true, 0 false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_split_draft_set_drop_exceptions(libapi_split_draft *draft, int32_t value);
/** Forget `drop_exceptions`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_split_draft_unset_drop_exceptions(libapi_split_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_split_draft_to_json(const libapi_split_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_split_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every
 * bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_split_draft_from_json(const char *json, size_t len, libapi_split_draft **out,
	libapi_error **error);

/* ---- libapi_invitation_draft ----------------------------------------------------------------- */

/* How somebody is invited. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_invitation_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_invitation_draft_new(libapi_invitation_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_invitation_draft_free(libapi_invitation_draft *draft);
/** Set `name`. Name for people to read. At most 128 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_invitation_draft_set_name(libapi_invitation_draft *draft, const char *value);
/** Set `name` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_invitation_draft_set_name_null(libapi_invitation_draft *draft);
/** Forget `name`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_invitation_draft_unset_name(libapi_invitation_draft *draft);
/**
 * Set `role`. How much the attendee matters. `value` is one of LIBAPI_INVITATION_DRAFT_ROLE_*, not
 * UNKNOWN.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_invitation_draft_set_role(libapi_invitation_draft *draft, int32_t value);
/** Forget `role`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_invitation_draft_unset_role(libapi_invitation_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_invitation_draft_to_json(const libapi_invitation_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_invitation_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_invitation_draft_from_json(const char *json, size_t len, libapi_invitation_draft **out,
	libapi_error **error);

/* ---- libapi_attendee_put_query --------------------------------------------------------------- */

/* The query parameters of putAttendee. A builder of optional parameters, for one thread at a time.
 * What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or
 * a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call
 * starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_attendee_put_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_put_query_new(libapi_attendee_put_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_attendee_put_query_free(libapi_attendee_put_query *query);
/**
 * Set `recurrence_id`. Only this occurrence, by its original local start; the default is the whole
 * event. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_put_query_set_recurrence_id(libapi_attendee_put_query *query, const char *value);
/** Forget `recurrence_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_attendee_put_query_unset_recurrence_id(libapi_attendee_put_query *query);

/* ---- libapi_attendee_remove_query ------------------------------------------------------------ */

/* The query parameters of removeAttendee. A builder of optional parameters, for one thread at a
 * time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_attendee_remove_query_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_remove_query_new(libapi_attendee_remove_query **out);
/** Release a query. NULL is legal. */
LIBAPI_EXPORT void libapi_attendee_remove_query_free(libapi_attendee_remove_query *query);
/**
 * Set `recurrence_id`. Only this occurrence, by its original local start; the default is the whole
 * event. Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_attendee_remove_query_set_recurrence_id(libapi_attendee_remove_query *query,
	const char *value);
/** Forget `recurrence_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_attendee_remove_query_unset_recurrence_id(libapi_attendee_remove_query *query);

/* ---- libapi_rsvp_draft ----------------------------------------------------------------------- */

/* The answer to an invitation. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_rsvp_draft_free(). Returns LIBAPI_OK,
 * LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rsvp_draft_new(libapi_rsvp_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_rsvp_draft_free(libapi_rsvp_draft *draft);
/** Set `partstat`. The answer. `value` is one of LIBAPI_RSVP_DRAFT_PARTSTAT_*, not UNKNOWN. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_partstat(libapi_rsvp_draft *draft, int32_t value);
/** Forget `partstat`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_rsvp_draft_unset_partstat(libapi_rsvp_draft *draft);
/** Set `comment`. A word to the organizer. At most 512 characters. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_comment(libapi_rsvp_draft *draft, const char *value);
/** Set `comment` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_rsvp_draft_set_comment_null(libapi_rsvp_draft *draft);
/** Forget `comment`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_rsvp_draft_unset_comment(libapi_rsvp_draft *draft);
/**
 * Set `recurrence_id`. Only for this occurrence by its original local start; null for all.
 * Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_recurrence_id(libapi_rsvp_draft *draft, const char *value);
/** Set `recurrence_id` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_recurrence_id_null(libapi_rsvp_draft *draft);
/** Forget `recurrence_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_rsvp_draft_unset_recurrence_id(libapi_rsvp_draft *draft);
/**
 * Set `from_recurrence_id`. For this occurrence and all that follow; not beside recurrence_id.
 * Original local slot, YYYYMMDDTHHMMSS, or YYYYMMDD when all-day. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_from_recurrence_id(libapi_rsvp_draft *draft, const char *value);
/** Set `from_recurrence_id` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_set_from_recurrence_id_null(libapi_rsvp_draft *draft);
/** Forget `from_recurrence_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_rsvp_draft_unset_from_recurrence_id(libapi_rsvp_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_rsvp_draft_to_json(const libapi_rsvp_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_rsvp_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with every bad
 * field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_rsvp_draft_from_json(const char *json, size_t len, libapi_rsvp_draft **out,
	libapi_error **error);

LIBAPI_END

LIBAPI_AUTO_DEFINE(recurrence, libapi_recurrence_unref)
LIBAPI_AUTO_DEFINE(later_answer, libapi_later_answer_unref)
LIBAPI_AUTO_DEFINE(attendee, libapi_attendee_unref)
LIBAPI_AUTO_DEFINE(organizer, libapi_organizer_unref)
LIBAPI_AUTO_DEFINE(reminder, libapi_reminder_unref)
LIBAPI_AUTO_DEFINE(event, libapi_event_unref)
LIBAPI_AUTO_DEFINE(recurrence_draft, libapi_recurrence_draft_free)
LIBAPI_AUTO_DEFINE(attendee_draft, libapi_attendee_draft_free)
LIBAPI_AUTO_DEFINE(reminder_draft, libapi_reminder_draft_free)
LIBAPI_AUTO_DEFINE(event_draft, libapi_event_draft_free)
LIBAPI_AUTO_DEFINE(event_page, libapi_event_page_unref)
LIBAPI_AUTO_DEFINE(event_list_query, libapi_event_list_query_free)
LIBAPI_AUTO_DEFINE(event_get_query, libapi_event_get_query_free)
LIBAPI_AUTO_DEFINE(event_patch, libapi_event_patch_free)
LIBAPI_AUTO_DEFINE(event_update_query, libapi_event_update_query_free)
LIBAPI_AUTO_DEFINE(agenda_list_query, libapi_agenda_list_query_free)
LIBAPI_AUTO_DEFINE(event_search_query, libapi_event_search_query_free)
LIBAPI_AUTO_DEFINE(instance_list_query, libapi_instance_list_query_free)
LIBAPI_AUTO_DEFINE(instance_get_query, libapi_instance_get_query_free)
LIBAPI_AUTO_DEFINE(split, libapi_split_unref)
LIBAPI_AUTO_DEFINE(split_draft, libapi_split_draft_free)
LIBAPI_AUTO_DEFINE(invitation_draft, libapi_invitation_draft_free)
LIBAPI_AUTO_DEFINE(attendee_put_query, libapi_attendee_put_query_free)
LIBAPI_AUTO_DEFINE(attendee_remove_query, libapi_attendee_remove_query_free)
LIBAPI_AUTO_DEFINE(rsvp_draft, libapi_rsvp_draft_free)
LIBAPI_AUTO_DEFINE(event_pager, libapi_event_pager_free)
LIBAPI_AUTO_DEFINE(agenda_pager, libapi_agenda_pager_free)
LIBAPI_AUTO_DEFINE(event_search_pager, libapi_event_search_pager_free)
LIBAPI_AUTO_DEFINE(instance_pager, libapi_instance_pager_free)

#endif

/**
 * api/availability.h: when people are busy and when they are free.
 *
 * Written by generator/sdk.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_AVAILABILITY_H
#define LIBAPI_AVAILABILITY_H

#include "api/base.h"

#define LIBAPI_HAVE_FREEBUSY_QUERY 1
#define LIBAPI_HAVE_TIMES_FIND 1

LIBAPI_BEGIN

typedef struct libapi_busy_time libapi_busy_time;
typedef struct libapi_subject_busy libapi_subject_busy;
typedef struct libapi_free_busy libapi_free_busy;
typedef struct libapi_free_busy_subject_draft libapi_free_busy_subject_draft;
typedef struct libapi_free_busy_draft libapi_free_busy_draft;
typedef struct libapi_found_time libapi_found_time;
typedef struct libapi_found_times libapi_found_times;
typedef struct libapi_find_times_attendee_draft libapi_find_times_attendee_draft;
typedef struct libapi_find_times_draft libapi_find_times_draft;

/** LIBAPI_BUSY_TIME_STATUS_*: How sure it is. */
enum {
	LIBAPI_BUSY_TIME_STATUS_UNKNOWN = 0, /* not known to this library */
	LIBAPI_BUSY_TIME_STATUS_CONFIRMED = 1,
	LIBAPI_BUSY_TIME_STATUS_TENTATIVE = 2
};

/**
 * LIBAPI_SUBJECT_BUSY_ERROR_*: Why there is no answer; what the caller may not know of is
 * not_found.
 */
enum {
	LIBAPI_SUBJECT_BUSY_ERROR_UNKNOWN = 0, /* not known to this library */
	LIBAPI_SUBJECT_BUSY_ERROR_NOT_FOUND = 1
};

/** LIBAPI_FOUND_TIMES_EMPTY_REASON_*: Why there are no slots; null where there are. */
enum {
	LIBAPI_FOUND_TIMES_EMPTY_REASON_UNKNOWN = 0, /* not known to this library */
	LIBAPI_FOUND_TIMES_EMPTY_REASON_NONE_FREE = 1,
	LIBAPI_FOUND_TIMES_EMPTY_REASON_OUTSIDE_HOURS = 2,
	LIBAPI_FOUND_TIMES_EMPTY_REASON_WINDOW_TOO_SHORT = 3
};

/* ---- operations ------------------------------------------------------------------------------ */

/**
 * Ask when people and calendars are busy. Merged times without titles. Cancelled and transparent
 * events make nobody busy; of a user count the calendars that the caller has a role on.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      busy times; yours, release with libapi_free_busy_unref(); NULL on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY             no memory; nothing was sent
 *   LIBAPI_E_INVALID            an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT            no answer in time; safe to call again
 *   LIBAPI_E_LOST               the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED          the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the key needs the scope freebusy:read; the caller must be freebusy
 *                               on the calendars
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope freebusy:read. Who may: freebusy on the calendars; everybody for
 * themselves.
 * Wire: POST /v1/free-busy → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_freebusy_query(libapi_client *client, const libapi_free_busy_draft *draft,
	const libapi_call_options *options, libapi_free_busy **out, libapi_error **error);

/**
 * Start libapi_freebusy_query() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_free_busy() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/free-busy → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_freebusy_query_start(libapi_client *client, const libapi_free_busy_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Find times at which people are free. Each person's working hours count in the person's own zone;
 * who stated none works Monday to Friday from 09:00 to 17:00. Slots are ranked by the share of
 * people who are free, then by time.
 *
 * client   open client; any thread
 * draft    not changed; may be released afterwards
 * options  NULL for the client's defaults
 * out      times at which people are free, the best first; yours, release with
 *          libapi_found_times_unref(); NULL on any error
 * error    NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_MEMORY             no memory; nothing was sent
 *   LIBAPI_E_INVALID            an argument breaks a rule; the error names it; nothing was sent
 *   LIBAPI_E_TIMEOUT            no answer in time; safe to call again
 *   LIBAPI_E_LOST               the connection broke; safe to call again
 *   LIBAPI_E_MALFORMED          the answer is not of the agreed shape
 *   LIBAPI_E_UNAUTHENTICATED    no key, or one that is unknown, expired or revoked
 *   LIBAPI_E_FORBIDDEN          the key needs the scope freebusy:read; the caller must be freebusy
 *                               on the people's calendars
 *   LIBAPI_E_PAYLOAD_TOO_LARGE  the body is longer than 1,048,576 bytes
 *   LIBAPI_E_UNPROCESSABLE      the server refuses fields; the error lists all of them;
 *                               rrule_too_complex: the recurrence takes too long to expand
 *   LIBAPI_E_RATE_LIMITED       too many requests; the error says how long to wait
 *   LIBAPI_E_UNAVAILABLE        the service cannot answer now
 * or another code of api/error.h.
 *
 * Needs a key with scope freebusy:read. Who may: freebusy on the people's calendars.
 * Wire: POST /v1/find-times → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_times_find(libapi_client *client, const libapi_find_times_draft *draft,
	const libapi_call_options *options, libapi_found_times **out, libapi_error **error);

/**
 * Start libapi_times_find() and return at once; parameters as there. `out` receives the call,
 * yours to release with libapi_call_free() after libapi_call_take_found_times() gave the answer.
 *
 * Returns LIBAPI_OK, or LIBAPI_E_MEMORY, LIBAPI_E_INVALID, LIBAPI_E_FORKED when nothing
 * was started; every other failure comes with the answer.
 * Wire: POST /v1/find-times → 200. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_times_find_start(libapi_client *client, const libapi_find_times_draft *draft,
	const libapi_call_options *options, libapi_call **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_free_busy, once; waits if the call still runs. `out`
 * is yours, release with libapi_free_busy_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_free_busy(libapi_call *call, libapi_free_busy **out, libapi_error **error);

/**
 * Take the answer of a call that gives libapi_found_times, once; waits if the call still runs.
 * `out` is yours, release with libapi_found_times_unref(); NULL on any error.
 *
 * Returns LIBAPI_OK, the codes of the function without _start, or LIBAPI_E_INVALID for a call of
 * another type or one whose answer was taken. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_call_take_found_times(libapi_call *call, libapi_found_times **out, libapi_error **error);

/* ---- libapi_busy_time ------------------------------------------------------------------------ */

/* A stretch of busy time. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `busy_time` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_busy_time *libapi_busy_time_ref(const libapi_busy_time *busy_time);
/** Let go of `busy_time`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_busy_time_unref(libapi_busy_time *busy_time);
/** Where it begins. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_busy_time_start(const libapi_busy_time *busy_time);
/**
 * `start` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_busy_time_start_ms(const libapi_busy_time *busy_time);
/** Where it ends. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_busy_time_end(const libapi_busy_time *busy_time);
/**
 * `end` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_busy_time_end_ms(const libapi_busy_time *busy_time);
/**
 * How sure it is. One of LIBAPI_BUSY_TIME_STATUS_*; UNKNOWN when absent or newer than this
 * library.
 */
LIBAPI_EXPORT int32_t libapi_busy_time_status(const libapi_busy_time *busy_time);
/** The text of `status` as the server sent it. */
LIBAPI_EXPORT const char *libapi_busy_time_status_text(const libapi_busy_time *busy_time);
/**
 * JSON text of all that is set in `busy_time`; yours, release with libapi_string_free(). NULL: no
 * memory, or `busy_time` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_busy_time_to_json(const libapi_busy_time *busy_time);

/* ---- libapi_subject_busy --------------------------------------------------------------------- */

/* When one subject is busy. What the server answered: unchangeable and counted. Getters may be
 * called from any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and
 * parts are borrowed from it. Since 0.1. */

/**
 * Hold `subject_busy` once more, also one that was borrowed. Returns it. NULL is legal. Any
 * thread.
 */
LIBAPI_EXPORT libapi_subject_busy *
libapi_subject_busy_ref(const libapi_subject_busy *subject_busy);
/** Let go of `subject_busy`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_subject_busy_unref(libapi_subject_busy *subject_busy);
/** Id of the user. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_subject_busy_user_id(const libapi_subject_busy *subject_busy);
/** Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_subject_busy_calendar_id(const libapi_subject_busy *subject_busy);
/** How many entries `busy` has. Merged times in order; empty with an error. */
LIBAPI_EXPORT size_t libapi_subject_busy_busy_count(const libapi_subject_busy *subject_busy);
/**
 * Entry `index` of `busy`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_busy_time_ref().
 */
LIBAPI_EXPORT const libapi_busy_time *
libapi_subject_busy_busy_at(const libapi_subject_busy *subject_busy, size_t index);
/**
 * Why there is no answer; what the caller may not know of is not_found. One of
 * LIBAPI_SUBJECT_BUSY_ERROR_*; UNKNOWN when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_subject_busy_error(const libapi_subject_busy *subject_busy);
/** The text of `error` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *libapi_subject_busy_error_text(const libapi_subject_busy *subject_busy);
/**
 * JSON text of all that is set in `subject_busy`; yours, release with libapi_string_free(). NULL:
 * no memory, or `subject_busy` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_subject_busy_to_json(const libapi_subject_busy *subject_busy);

/* ---- libapi_free_busy ------------------------------------------------------------------------ */

/* Busy times. What the server answered: unchangeable and counted. Getters may be called from any
 * thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts are
 * borrowed from it. Since 0.1. */

/**
 * Hold `free_busy` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_free_busy *libapi_free_busy_ref(const libapi_free_busy *free_busy);
/** Let go of `free_busy`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_free_busy_unref(libapi_free_busy *free_busy);
/** How many entries `subjects` has. One entry a subject, in the order of the question. */
LIBAPI_EXPORT size_t libapi_free_busy_subject_count(const libapi_free_busy *free_busy);
/**
 * Entry `index` of `subjects`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_subject_busy_ref().
 */
LIBAPI_EXPORT const libapi_subject_busy *
libapi_free_busy_subject_at(const libapi_free_busy *free_busy, size_t index);
/**
 * JSON text of all that is set in `free_busy`; yours, release with libapi_string_free(). NULL: no
 * memory, or `free_busy` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_free_busy_to_json(const libapi_free_busy *free_busy);

/* ---- libapi_free_busy_subject_draft ---------------------------------------------------------- */

/* A person or a calendar. A builder, for one thread at a time. What is never set is not sent.
 * Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_free_busy_subject_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_new(libapi_free_busy_subject_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_free_busy_subject_draft_free(libapi_free_busy_subject_draft *draft);
/** Set `user_id`. Id of the user, or `me`. UUID text, RFC 9562 §4, or "me". Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_set_user_id(libapi_free_busy_subject_draft *draft,
	const char *value);
/** Set `user_id` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_set_user_id_null(libapi_free_busy_subject_draft *draft);
/** Forget `user_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_free_busy_subject_draft_unset_user_id(libapi_free_busy_subject_draft *draft);
/** Set `calendar_id`. Id of the calendar. UUID text, RFC 9562 §4, 36 bytes. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_set_calendar_id(libapi_free_busy_subject_draft *draft,
	const char *value);
/** Set `calendar_id` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_set_calendar_id_null(libapi_free_busy_subject_draft *draft);
/** Forget `calendar_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_free_busy_subject_draft_unset_calendar_id(libapi_free_busy_subject_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_free_busy_subject_draft_to_json(const libapi_free_busy_subject_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_free_busy_subject_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID
 * with every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_subject_draft_from_json(const char *json, size_t len,
	libapi_free_busy_subject_draft **out, libapi_error **error);

/* ---- libapi_free_busy_draft ------------------------------------------------------------------ */

/* Whose busy times are wanted, and when. A builder, for one thread at a time. What is never set is
 * not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is
 * none, or LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_free_busy_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_free_busy_draft_new(libapi_free_busy_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_free_busy_draft_free(libapi_free_busy_draft *draft);
/** Set `from`. Where the window begins. RFC 3339 §5.6 with an offset, whole seconds. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_from(libapi_free_busy_draft *draft, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_free_busy_draft_unset_from(libapi_free_busy_draft *draft);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_from_ms(libapi_free_busy_draft *draft, int64_t unix_ms);
/**
 * Set `to`. Where the window ends; at most 92 days after from. RFC 3339 §5.6 with an offset, whole
 * seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_to(libapi_free_busy_draft *draft, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_free_busy_draft_unset_to(libapi_free_busy_draft *draft);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_to_ms(libapi_free_busy_draft *draft, int64_t unix_ms);
/**
 * People and calendars; each entry names one of either. 1…50 entries. Appends a copy of `value` to
 * `subjects`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_add_subject(libapi_free_busy_draft *draft,
	const libapi_free_busy_subject_draft *value);
/** Set `subjects` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_clear_subjects(libapi_free_busy_draft *draft);
/** Forget `subjects`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_free_busy_draft_unset_subjects(libapi_free_busy_draft *draft);
/** Set `time_zone`. Zone in which the answer shows times. IANA zone name. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_time_zone(libapi_free_busy_draft *draft, const char *value);
/** Set `time_zone` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_set_time_zone_null(libapi_free_busy_draft *draft);
/** Forget `time_zone`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_free_busy_draft_unset_time_zone(libapi_free_busy_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_free_busy_draft_to_json(const libapi_free_busy_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_free_busy_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_free_busy_draft_from_json(const char *json, size_t len, libapi_free_busy_draft **out,
	libapi_error **error);

/* ---- libapi_found_time ----------------------------------------------------------------------- */

/* A possible time. What the server answered: unchangeable and counted. Getters may be called from
 * any thread; NULL, and what the answer left out, gives NULL, 0 or UNKNOWN; texts and parts are
 * borrowed from it. Since 0.1. */

/**
 * Hold `found_time` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_found_time *libapi_found_time_ref(const libapi_found_time *found_time);
/** Let go of `found_time`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_found_time_unref(libapi_found_time *found_time);
/** Where it begins. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_found_time_start(const libapi_found_time *found_time);
/**
 * `start` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_found_time_start_ms(const libapi_found_time *found_time);
/** Where it ends. RFC 3339 §5.6 with an offset, whole seconds. */
LIBAPI_EXPORT const char *libapi_found_time_end(const libapi_found_time *found_time);
/**
 * `end` in milliseconds since 1970-01-01T00:00:00Z. INT64_MIN when null, absent, or wall time
 * without an offset.
 */
LIBAPI_EXPORT int64_t libapi_found_time_end_ms(const libapi_found_time *found_time);
/** Percentage of all people who are free. */
LIBAPI_EXPORT int64_t libapi_found_time_score(const libapi_found_time *found_time);
/** How many entries `unavailable` has. Ids of the people who are not free. */
LIBAPI_EXPORT size_t libapi_found_time_unavailable_count(const libapi_found_time *found_time);
/** Entry `index` of `unavailable`, counted from 0; NULL past the end. */
LIBAPI_EXPORT const char *
libapi_found_time_unavailable_at(const libapi_found_time *found_time, size_t index);
/**
 * JSON text of all that is set in `found_time`; yours, release with libapi_string_free(). NULL: no
 * memory, or `found_time` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *libapi_found_time_to_json(const libapi_found_time *found_time);

/* ---- libapi_found_times ---------------------------------------------------------------------- */

/* Times at which people are free, the best first. What the server answered: unchangeable and
 * counted. Getters may be called from any thread; NULL, and what the answer left out, gives NULL,
 * 0 or UNKNOWN; texts and parts are borrowed from it. Since 0.1. */

/**
 * Hold `found_times` once more, also one that was borrowed. Returns it. NULL is legal. Any thread.
 */
LIBAPI_EXPORT libapi_found_times *libapi_found_times_ref(const libapi_found_times *found_times);
/** Let go of `found_times`; the last one releases it. NULL is legal. Any thread. */
LIBAPI_EXPORT void libapi_found_times_unref(libapi_found_times *found_times);
/** How many entries `slots` has. Possible times. */
LIBAPI_EXPORT size_t libapi_found_times_slot_count(const libapi_found_times *found_times);
/**
 * Entry `index` of `slots`, counted from 0; NULL past the end. Borrowed; keep it with
 * libapi_found_time_ref().
 */
LIBAPI_EXPORT const libapi_found_time *
libapi_found_times_slot_at(const libapi_found_times *found_times, size_t index);
/**
 * Why there are no slots; null where there are. One of LIBAPI_FOUND_TIMES_EMPTY_REASON_*; UNKNOWN
 * when absent or newer than this library.
 */
LIBAPI_EXPORT int32_t libapi_found_times_empty_reason(const libapi_found_times *found_times);
/** The text of `empty_reason` as the server sent it. NULL when null or absent. */
LIBAPI_EXPORT const char *
libapi_found_times_empty_reason_text(const libapi_found_times *found_times);
/**
 * JSON text of all that is set in `found_times`; yours, release with libapi_string_free(). NULL:
 * no memory, or `found_times` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_found_times_to_json(const libapi_found_times *found_times);

/* ---- libapi_find_times_attendee_draft -------------------------------------------------------- */

/* Somebody to meet. A builder, for one thread at a time. What is never set is not sent. Setters
 * return LIBAPI_OK, LIBAPI_E_INVALID for a NULL argument or a constant that is none, or
 * LIBAPI_E_MEMORY; limits are checked, all at once, when the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_find_times_attendee_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_attendee_draft_new(libapi_find_times_attendee_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_find_times_attendee_draft_free(libapi_find_times_attendee_draft *draft);
/** Set `user_id`. Id of the user, or `me`. UUID text, RFC 9562 §4, or "me". Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_attendee_draft_set_user_id(libapi_find_times_attendee_draft *draft,
	const char *value);
/** Forget `user_id`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_find_times_attendee_draft_unset_user_id(libapi_find_times_attendee_draft *draft);
/** Set `required`. Whether it takes this person to meet. 1 true, 0 false. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_attendee_draft_set_required(libapi_find_times_attendee_draft *draft,
	int32_t value);
/** Forget `required`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_find_times_attendee_draft_unset_required(libapi_find_times_attendee_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_find_times_attendee_draft_to_json(const libapi_find_times_attendee_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_find_times_attendee_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID
 * with every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_attendee_draft_from_json(const char *json, size_t len,
	libapi_find_times_attendee_draft **out, libapi_error **error);

/* ---- libapi_find_times_draft ----------------------------------------------------------------- */

/* Who should meet, for how long, and when at the earliest and latest. A builder, for one thread at
 * a time. What is never set is not sent. Setters return LIBAPI_OK, LIBAPI_E_INVALID for a NULL
 * argument or a constant that is none, or LIBAPI_E_MEMORY; limits are checked, all at once, when
 * the call starts. Since 0.1. */

/**
 * A new one with nothing set; yours, release with libapi_find_times_draft_free(). Returns
 * LIBAPI_OK, LIBAPI_E_INVALID (`out` is NULL) or LIBAPI_E_MEMORY.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_find_times_draft_new(libapi_find_times_draft **out);
/** Release a draft. NULL is legal. */
LIBAPI_EXPORT void libapi_find_times_draft_free(libapi_find_times_draft *draft);
/** The people to meet. 1…50 entries. Appends a copy of `value` to `attendees`. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_add_attendee(libapi_find_times_draft *draft,
	const libapi_find_times_attendee_draft *value);
/** Set `attendees` to the empty list, which is sent. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_clear_attendees(libapi_find_times_draft *draft);
/** Forget `attendees`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_attendees(libapi_find_times_draft *draft);
/** Set `duration_minutes`. Length of the meeting. 1…1440. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_duration_minutes(libapi_find_times_draft *draft, int64_t value);
/** Forget `duration_minutes`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_find_times_draft_unset_duration_minutes(libapi_find_times_draft *draft);
/** Set `from`. Where the window begins. RFC 3339 §5.6 with an offset, whole seconds. Copied. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_from(libapi_find_times_draft *draft, const char *value);
/** Forget `from`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_from(libapi_find_times_draft *draft);
/**
 * Set `from` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_from_ms(libapi_find_times_draft *draft, int64_t unix_ms);
/**
 * Set `to`. Where the window ends; at most 92 days after from. RFC 3339 §5.6 with an offset, whole
 * seconds. Copied.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_to(libapi_find_times_draft *draft, const char *value);
/** Forget `to`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_to(libapi_find_times_draft *draft);
/**
 * Set `to` to an instant in milliseconds since 1970-01-01T00:00:00Z; whole seconds, years
 * 1900–2200. LIBAPI_E_INVALID, and nothing changes, for another form.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_to_ms(libapi_find_times_draft *draft, int64_t unix_ms);
/** Set `step_minutes`. Minutes from one possible start to the next. 5…60. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_step_minutes(libapi_find_times_draft *draft, int64_t value);
/** Forget `step_minutes`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_step_minutes(libapi_find_times_draft *draft);
/**
 * Set `within_working_hours`. Whether the meeting must lie in each person's working hours. 1 true,
 * 0 false.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_within_working_hours(libapi_find_times_draft *draft, int32_t value);
/** Forget `within_working_hours`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t
libapi_find_times_draft_unset_within_working_hours(libapi_find_times_draft *draft);
/** Set `buffer_minutes`. Minutes that must be free before and after. 0…240. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_buffer_minutes(libapi_find_times_draft *draft, int64_t value);
/** Forget `buffer_minutes`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_buffer_minutes(libapi_find_times_draft *draft);
/** Set `min_required`. How many of the required people suffice. 1…50. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_min_required(libapi_find_times_draft *draft, int64_t value);
/** Set `min_required` to null: no value. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_min_required_null(libapi_find_times_draft *draft);
/** Forget `min_required`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_min_required(libapi_find_times_draft *draft);
/** Set `max_results`. At most so many slots. 1…100. */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_set_max_results(libapi_find_times_draft *draft, int64_t value);
/** Forget `max_results`, as if it had never been set: it is not sent. */
LIBAPI_EXPORT int32_t libapi_find_times_draft_unset_max_results(libapi_find_times_draft *draft);
/**
 * JSON text of all that is set in `draft`; yours, release with libapi_string_free(). NULL: no
 * memory, or `draft` is NULL.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE char *
libapi_find_times_draft_to_json(const libapi_find_times_draft *draft);
/**
 * A draft from `len` bytes of JSON, checked like one that is about to be sent; yours, release with
 * libapi_find_times_draft_free(). Returns LIBAPI_OK, LIBAPI_E_MEMORY, or LIBAPI_E_INVALID with
 * every bad field in `error`.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t
libapi_find_times_draft_from_json(const char *json, size_t len, libapi_find_times_draft **out,
	libapi_error **error);

LIBAPI_END

LIBAPI_AUTO_DEFINE(busy_time, libapi_busy_time_unref)
LIBAPI_AUTO_DEFINE(subject_busy, libapi_subject_busy_unref)
LIBAPI_AUTO_DEFINE(free_busy, libapi_free_busy_unref)
LIBAPI_AUTO_DEFINE(free_busy_subject_draft, libapi_free_busy_subject_draft_free)
LIBAPI_AUTO_DEFINE(free_busy_draft, libapi_free_busy_draft_free)
LIBAPI_AUTO_DEFINE(found_time, libapi_found_time_unref)
LIBAPI_AUTO_DEFINE(found_times, libapi_found_times_unref)
LIBAPI_AUTO_DEFINE(find_times_attendee_draft, libapi_find_times_attendee_draft_free)
LIBAPI_AUTO_DEFINE(find_times_draft, libapi_find_times_draft_free)

#endif

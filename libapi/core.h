/* core.h: what the generated wrappers stand on. Hand-written files: client.c request.c response.c retry.c wait.c
 * call.c pager.c error.c options.c … one noun a file. */
#ifndef LIBAPI_CORE_H
#define LIBAPI_CORE_H

#include "api/api.h"
#include "libapi/wire/operation.h"

/* Start a call. `path_values`: one per path field, in order (NULL or empty: LIBAPI_E_INVALID naming the field).
 * `query` and `body` may be NULL; both are copied or encoded before this returns. The draft is checked first
 * (wire_check with the operation's mode): LIBAPI_E_INVALID with field errors, nothing sent. */
int32_t libapi__call_start(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct wire_record *body, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/* The same for an operation whose body is text (operation->text_type). */
int32_t libapi__call_start_text(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query, const char *text,
	size_t text_bytes, const libapi_call_options *options, libapi_call **out,
	libapi_error **error);

/* The answer of a finished call: a record of operation->answer (or ->page), the caller's; for 204: *out NULL and
 * LIBAPI_OK. The typed take function names one `operation` of those that answer with its type: a call of any other
 * with the same answer, page and OPERATION_RAW is taken too, else LIBAPI_E_INVALID. A call not finished yet is
 * waited for. A second take gives LIBAPI_E_INVALID. `out` may be NULL for operations without answer. */
int32_t libapi__call_take(libapi_call *call, const struct operation *operation,
	struct wire_record **out, libapi_error **error);

/* start + wait + take + free: the one path of every sync function. */
int32_t libapi__call_perform(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const struct wire_record *body, const libapi_call_options *options,
	struct wire_record **out, libapi_error **error);

/* OPERATION_RAW: the answer's bytes as owned text (libapi_string_free). */
int32_t libapi__call_take_text(
	libapi_call *call, const struct operation *operation, char **out, libapi_error **error);

/* Pagers: follow next_cursor over a LIST operation. next: 1 and an item (a ref of its own), 0 the end, negative
 * minus a LIBAPI_E_ code. */
struct libapi__pager;
int32_t libapi__pager_new(libapi_client *client, const struct operation *operation,
	const char *const *path_values, const struct wire_record *query,
	const libapi_call_options *options, struct libapi__pager **out, libapi_error **error);
int32_t libapi__pager_next(
	struct libapi__pager *pager, struct wire_record **out, libapi_error **error);
void libapi__pager_free(struct libapi__pager *pager);

/* Helpers of generated getters and setters (record.c). Field indexes are the schema's. */
int32_t libapi__record_has(
	const struct wire_record *record, size_t field); /* 1: neither null nor absent */
const char *libapi__record_text(
	const struct wire_record *record, size_t field); /* NULL: null or absent */
int64_t libapi__record_number(
	const struct wire_record *record, size_t field); /* 0: null or absent */
int32_t libapi__record_enum(const struct wire_record *record,
	size_t field); /* 1 + index in names; 0: unknown or absent */
int64_t libapi__record_time_ms(
	const struct wire_record *record, size_t field); /* INT64_MIN: absent or wall time */
size_t libapi__record_count(const struct wire_record *record, size_t field);
const struct wire_record *libapi__record_child(const struct wire_record *record, size_t field);
const struct wire_record *libapi__record_child_at(
	const struct wire_record *record, size_t field, size_t index);
const char *libapi__record_text_at(const struct wire_record *record, size_t field, size_t index);
const char *libapi__record_key_at(const struct wire_record *record, size_t field, size_t index);
const char *libapi__record_entry(const struct wire_record *record, size_t field, const char *key);
int32_t libapi__record_set_json(
	struct wire_record *record, size_t field, const char *text); /* an object's */
int32_t libapi__record_set_text(
	struct wire_record *record, size_t field, const char *text); /* NULL: unset */
int32_t libapi__record_set_number(struct wire_record *record, size_t field, int64_t number);
int32_t libapi__record_set_enum(struct wire_record *record, size_t field, int32_t value);
int32_t libapi__record_set_null(struct wire_record *record, size_t field);
int32_t libapi__record_set_child(
	struct wire_record *record, size_t field, const struct wire_record *child);
int32_t libapi__record_add_child(
	struct wire_record *record, size_t field, const struct wire_record *child);
int32_t libapi__record_add_text(struct wire_record *record, size_t field, const char *text);
int32_t libapi__record_put_entry(
	struct wire_record *record, size_t field, const char *key, const char *text_or_null);
int32_t libapi__record_unset(struct wire_record *record, size_t field);
int32_t libapi__record_set_empty(struct wire_record *record, size_t field);
/* moment.c: times by kind. LIBAPI_E_INVALID: another form, or the event's other end disagrees; nothing changed. */
struct event_end { /* which fields of the schema one end of an event is made of */
	size_t time, date, zone, floating;
	size_t other, other_date; /* of the other end */
};
int32_t libapi__record_set_instant(struct wire_record *record, size_t field, int64_t unix_ms);
int32_t libapi__record_set_end_instant(
	struct wire_record *record, const struct event_end *end, int64_t unix_ms);
int32_t libapi__record_set_end_date(
	struct wire_record *record, const struct event_end *end, const char *date);
int32_t libapi__record_set_end_floating(
	struct wire_record *record, const struct event_end *end, const char *local_time);
int32_t libapi__record_set_end_zoned(struct wire_record *record, const struct event_end *end,
	const char *local_time, const char *time_zone);
int32_t libapi__record_new(const struct wire_schema *schema, struct wire_record **out);
/* Hand a record out under its public type: `out` is the caller's libapi_X **, or NULL to drop it. Returns code. */
int32_t libapi__record_give(struct wire_record *record, int32_t code, void *out);
/* The same for something just made: without `out` it is LIBAPI_E_INVALID. */
int32_t libapi__record_build(struct wire_record *record, int32_t code, void *out);
char *libapi__record_to_json(const struct wire_record *record); /* owned: libapi_string_free */
int32_t libapi__record_from_json(const struct wire_schema *schema, enum wire_mode mode,
	const char *json, size_t len, struct wire_record **out, libapi_error **error);

#endif

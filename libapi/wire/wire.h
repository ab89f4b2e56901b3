/* wire.h: what travels, as tables.
 *
 * The contract's schemas become `struct wire_schema` tables (written by the generator, compiled into the
 * library and the server alike). One engine reads JSON into records by these tables, reports every field that
 * is wrong, and writes records back. A record is the only representation of an object: answers, drafts,
 * patches, query parameters and CLI flags are all records with a schema.
 *
 * Turned down: one C struct per schema with offset tables. It needs three states per member (unset, null,
 * set) beside each member for patches, and generated glue wherever a member is touched by name (SQL
 * parameters, CLI flags, bindings). A record has the three states in one place and is indexed by field. */
#ifndef LIBAPI_WIRE_H
#define LIBAPI_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"

enum wire_type {
	WIRE_TEXT, /* UTF-8 without NUL; `format` says what it must look like */
	WIRE_INT, /* int64 within min…max */
	WIRE_BOOL,
	WIRE_RECORD, /* an object of `schema` */
	WIRE_LIST, /* of `item`, min…max many */
	WIRE_MAP, /* text → text (`item` limits the values, `key_max` the keys), at most max many */
	WIRE_JSON, /* any JSON value, kept as text; in a body an object */
};

/* What a WIRE_TEXT must look like. The checks live in format.c, one function each. */
enum wire_format {
	WIRE_PLAIN,
	WIRE_ENUM, /* one of `names` */
	WIRE_UUID, /* RFC 9562 §4, 36 characters, any case read, lower case written */
	WIRE_USER_REF, /* a UUID or the word "me" */
	WIRE_INSTANT, /* RFC 3339 §5.6 with an offset; years 1900–2200; whole seconds */
	WIRE_EVENT_TIME, /* the same, or without offset: wall time in the event's zone */
	WIRE_DATE, /* full-date */
	WIRE_CLOCK, /* HH:MM */
	WIRE_ZONE, /* shape of an IANA name; whether it exists is the server's to say */
	WIRE_EMAIL, /* one @, no spaces or controls, something on both sides */
	WIRE_URI, /* scheme ":" rest, no spaces or controls */
	WIRE_COLOR, /* #RRGGBB */
	WIRE_USERNAME, /* [a-z0-9._-]+ */
	WIRE_SLOT, /* YYYYMMDD or YYYYMMDDTHHMMSS */
	WIRE_PRINTABLE, /* printable ASCII, 0x21–0x7e and space inside */
	WIRE_WORDS, /* comma separated list of names (query parameter `fields`) */
};

enum wire_flag {
	WIRE_REQUIRED = 1, /* must be there when a record is created */
	WIRE_NULLABLE = 2, /* null is a value (in a patch: remove) */
	WIRE_READ_ONLY = 4, /* the server's to set */
};

struct wire_field {
	const char *name;
	enum wire_type type;
	enum wire_format format;
	uint32_t flags;
	int64_t min,
		max; /* code points of a text, value of an int, count of a list or map; max 0: no bound */
	int64_t key_max; /* code points of a map's keys */
	const char *const *names; /* WIRE_ENUM: NULL-terminated */
	const struct wire_schema *schema; /* WIRE_RECORD */
	const struct wire_field *item; /* WIRE_LIST, WIRE_MAP */
	const char *after; /* must be later than this sibling where both can be compared, or NULL */
	const char *fallback; /* the default as text, or NULL */
	const char *help; /* one sentence, for `calctl explain`, --help and error texts */
};

struct wire_schema {
	const char *name; /* as in the contract: "Event" */
	const struct wire_field *fields;
	size_t count;
};

/* Index of the field called name[0…len), or -1. */
int wire_field_index(const struct wire_schema *schema, const char *name, size_t len);

/* ---- records ------------------------------------------------------------------------------------------ */

enum wire_state { WIRE_UNSET, WIRE_NULL, WIRE_SET };

struct wire_list;
struct wire_value {
	enum wire_state state;
	uint32_t len; /* of text */
	union {
		const char *text; /* WIRE_TEXT, WIRE_JSON; NUL-terminated */
		int64_t number; /* WIRE_INT, WIRE_BOOL */
		struct wire_record *record;
		struct wire_list *list; /* WIRE_LIST, WIRE_MAP */
	};
};

struct wire_list {
	size_t count, room;
	struct wire_value *items;
	const char **keys; /* WIRE_MAP: beside items */
};

struct wire_document; /* the memory of one tree of records: an arena with an atomic count */
struct wire_record {
	struct wire_document *document;
	const struct wire_schema *schema;
	struct wire_value values[]; /* one per field of the schema, in its order */
};

/* A new empty record with a document of its own, count 1. NULL: no memory. */
struct wire_record *wire_record_new(const struct wire_schema *schema);
/* Any record of a tree holds the whole tree. NULL is legal. Atomic. */
struct wire_record *wire_record_ref(struct wire_record *record);
void wire_record_unref(struct wire_record *record);

/* Setters copy into the record's document. false: no memory (nothing else can fail; checks are separate). */
bool wire_set_text(struct wire_record *record, size_t field, const char *text, size_t len);
bool wire_set_number(struct wire_record *record, size_t field, int64_t number);
bool wire_set_null(struct wire_record *record, size_t field);
void wire_unset(struct wire_record *record, size_t field);
bool wire_set_record(
	struct wire_record *record, size_t field, const struct wire_record *child); /* deep copy */
bool wire_add_text(
	struct wire_record *record, size_t field, const char *text, size_t len); /* list */
bool wire_add_record(
	struct wire_record *record, size_t field, const struct wire_record *child); /* list */
bool wire_put_entry(struct wire_record *record, size_t field, const char *key,
	const char *text_or_null); /* map */
bool wire_set_empty(struct wire_record *record, size_t field); /* an empty list or map */
/* Set a field from text as it stands in a query string or a flag: numbers and booleans are read, lists of
 * scalars split at commas. false: `problem` (static text) says what is wrong. */
bool wire_set_from_text(struct wire_record *record, size_t field, const char *text, size_t len,
	const char **problem);

/* ---- problems: every wrong field, not only the first -------------------------------------------------- */

struct wire_problem {
	const char
		*pointer; /* RFC 6901, "/attendees/0/email"; for a query parameter its bare name */
	const char *
		code; /* static: "required", "type", "too_long", … (docs: the contract's field codes) */
	const char *message; /* what is wrong and what is allowed */
};
#define WIRE_PROBLEMS_MAX 64
struct wire_problems {
	size_t count; /* entries in list; what goes past the bound is dropped */
	struct wire_problem list[WIRE_PROBLEMS_MAX];
	struct wire_arena *arena; /* owns the texts; made on first use */
};
void wire_problems_init(struct wire_problems *problems);
void wire_problems_finish(struct wire_problems *problems);
/* code must be static; pointer and message are copied (printf style message). */
void wire_problems_add(struct wire_problems *problems, const char *pointer, const char *code,
	const char *message, ...) __attribute__((format(printf, 4, 5)));

/* ---- reading and writing ------------------------------------------------------------------------------ */

enum wire_mode {
	WIRE_ANSWER, /* read leniently: unknown members skipped, unknown enum values kept, limits not checked */
	WIRE_CREATE, /* required members must be there; unknown and read-only ones are problems */
	WIRE_REPLACE, /* as CREATE, but read-only members are kept (the caller compares them) */
	WIRE_PATCH, /* RFC 7396: nothing is required, null only where nullable, read-only members kept */
};

enum wire_verdict {
	WIRE_OK,
	WIRE_NOT_JSON, /* RFC 8259 broken, duplicate member, depth > 32, number out of range: problems has one entry
	                * with an empty pointer whose message names the byte offset */
	WIRE_INVALID, /* JSON, but `problems` lists fields */
	WIRE_NO_MEMORY,
};

/* JSON text → record. *out is NULL unless WIRE_OK. A body that is not an object: WIRE_INVALID, code "type",
 * pointer "". */
enum wire_verdict wire_decode(const struct wire_schema *schema, const char *json, size_t len,
	enum wire_mode mode, struct wire_record **out, struct wire_problems *problems);

/* The checks of wire_decode on a record built by setters (drafts before they are sent, query parameters). */
bool wire_check(
	const struct wire_record *record, enum wire_mode mode, struct wire_problems *problems);

/* Record → JSON: set members in schema order, null as null, unset left out. */
void wire_encode(const struct wire_record *record, struct wire_buffer *out);

/* One member's value → JSON, for callers that write objects themselves. */
void wire_encode_value(
	const struct wire_field *field, const struct wire_value *value, struct wire_buffer *out);

#endif

/* call.h: one request's life.
 *
 *   http fills the request ─> flow_run: bind ~~> answer ─> on_answered ─> http sends
 *
 * A call outlives the connection it came from: the client may hang up while its query is in flight. So
 * everything a query points at lies in the call's own arena, and the call is counted: one reference for http,
 * one while a query is out. Calls are recycled per loop with their arena's first block and their answer's
 * buffer, so that a plain request allocates nothing. */
#ifndef SERVER_FLOW_CALL_H
#define SERVER_FLOW_CALL_H

#include <stddef.h>

#include "server/domain/cursor.h"
#include "server/domain/etag.h"
#include "server/domain/trace.h"
#include "server/flow/parking.h"
#include "server/flow/route.h"

struct slice { /* bytes with a length; text is NUL-terminated in the arena too */
	const char *text; /* NULL: not there */
	size_t len;
};

enum { PATH_FIELDS_MAX = 4, PARAMS_MAX = 48, CALL_ARENA_FIRST = 6144, CALLS_SPARE_MAX = 256 };

struct caller { /* whom the key belongs to; texts as the database gives them */
	char user_id[37], key_id[37], prefix[9];
	char scopes_text[160]; /* a text[] literal */
	uint32_t scopes; /* enum scope bits */
	bool is_admin;
};

struct columns;
struct router;
struct lease;
struct flow { /* what the calls of one loop share */
	struct loop *loop;
	struct pool *pool;
	const struct config *config;
	uint8_t cursor_key[CURSOR_KEY_BYTES];
	struct parking parking; /* those who wait for a change */
	struct columns *columns; /* one per statement: where its columns stand */
	const struct router *router; /* http's, as is: */
	bool (*take_token)(struct
		call *call); /* NULL: nobody counts; false: call->retry_after_s and rate_… are set */
	struct list spare; /* calls to be used again */
	size_t spare_count, live_count;
};
bool flow_init(
	struct flow *flow, struct loop *loop, struct pool *pool, const struct config *config);
void flow_finish(struct flow *flow); /* no call may be alive */

struct call {
	struct flow *flow;
	struct list link; /* the flow's spare list */
	unsigned references;

	/* the request: filled by http, in the arena */
	struct slice method, path, query_text, body, content_type;
	struct slice if_match, if_none_match, idempotency_key, presented_key, request_id,
		consistency_token, traceparent;
	struct trace trace; /* ours in the caller's */
	const struct route *route;
	struct slice segments[PATH_FIELDS_MAX]; /* the path's fields, still escaped */
	struct caller caller;
	bool has_caller, head;
	int client_fd; /* of the connection, to see it hang up; -1: unknown */
	uint64_t began_us;
	uint64_t latest_us; /* end by then, whatever the row allows; 0: the row alone decides */
	bool needs_primary; /* what it asks is about now, whatever its token */
	struct lease *lease; /* part of a transaction: its statements run there; else NULL */

	/* bound */
	const char *path_values[PATH_FIELDS_MAX];
	struct wire_record *query_record, *body_record;
	const char *body_text; /* the body as bind_body_text() writes it */
	struct condition match, none_match;
	const char *after; /* the cursor's place */
	const char *secret; /* the fresh secret of an operation that gives one */
	const char *values[PARAMS_MAX];
	const char *context[CONTEXT_COUNT];

	/* with the database */
	struct query query;
	bool query_out;
	uint64_t submitted_us, queue_us,
		db_us; /* db_us: from submit to rows, queue_us of it waiting */
	void (*on_rows)(struct call *call,
		PGresult *result); /* instead of the generic reply, for handlers */
	void *handler_state; /* the handler's, in the arena */
	/* The handler's, or NULL: about to be answered, or the client hung up. Legal twice. */
	void (*on_end)(struct call *call);
	/* The handler's, or NULL: the call's memory goes; releases what handler_state holds outside of the arena. */
	void (*on_free)(struct call *call);

	/* the answer */
	uint16_t status;
	bool answered, gone, replayed, private_cache;
	const char *code; /* the problem's, for the log */
	const char *answer_type;
	const char *etag, *location, *allow;
	char position
		[CONSISTENCY_ROOM]; /* where the database's log was behind its last write; "": none */
	int retry_after_s; /* 0: none */
	bool rated; /* a token was asked for: how many are left, until when all are back */
	uint32_t rate_remaining, rate_reset_s;
	void (*on_answered)(struct call *call); /* http's; last thing done with the call */
	void *owner; /* http's */

	struct wire_buffer answer; /* kept when the call is used again */
	struct wire_problems problems;

	char *arena_at, *arena_end;
	struct arena_block *arena_blocks;
	char arena_first[CALL_ARENA_FIRST];
};

struct call *call_new(struct flow *flow); /* one reference; NULL: no memory */
struct call *call_ref(struct call *call);
void call_unref(struct call *call);
/* The client hung up: nobody will read the answer. Drops what is queued; on_answered will not be called. */
void call_gone(struct call *call);

/* The client has closed its side: h2o, which does not read while a request is answered, tells nobody. One system call. */
bool call_client_left(const struct call *call);

/* Memory that lives as long as the call. NULL: no memory. */
void *call_alloc(struct call *call, size_t size);
const char *call_copy(struct call *call, const char *text, size_t len); /* NUL-terminated */
const char *call_format(struct call *call, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct slice call_slice(struct call *call, const char *text, size_t len);

/* Hand the answer to http. Once per call, and the last thing a step does. */
void call_answer(struct call *call, uint16_t status);

/* Bind and run: the request is authenticated, its route known. */
void flow_run(struct call *call);

#endif

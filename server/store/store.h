/* store.h: what flow/ knows of PostgreSQL: statements by index, queries submitted to a loop's pool, answers. */
#ifndef SERVER_STORE_STORE_H
#define SERVER_STORE_STORE_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "server/base/config.h"
#include "server/base/list.h"
#include "server/base/loop.h"
#include "server/domain/consistency.h"

/* Where a parameter of a statement comes from; the flow turns it into text. */
enum param_source {
	PARAM_PATH, /* index: field of the operation's path_fields */
	PARAM_QUERY, /* index: field of the operation's query */
	PARAM_BODY, /* the whole checked body as JSON text; SQL NULL without one */
	PARAM_CONTEXT, /* index: enum context_param */
};
enum context_param { /* names in SQL: the lower-case ends of these */
	CONTEXT_CALLER, /* uuid of the caller's user, NULL without a key */
	CONTEXT_KEY_ID, /* uuid */
	CONTEXT_IS_ADMIN, /* boolean */
	CONTEXT_SCOPES, /* text[] */
	CONTEXT_REQUEST_ID, /* text */
	CONTEXT_OPERATION, /* text: operationId */
	CONTEXT_IDEMPOTENCY_KEY, /* text or NULL */
	CONTEXT_REQUEST_HASH, /* hex of SHA-256 over method, path, query, If-Match, If-None-Match, body */
	CONTEXT_IF_MATCH, /* bigint or NULL; -1 for a tag that cannot be a version, 0 for "*" */
	CONTEXT_IF_NONE_MATCH_ANY, /* boolean: If-None-Match: * */
	CONTEXT_NEW_ID, /* a fresh UUIDv7 */
	CONTEXT_SECRET_HASH, /* hex SHA-256 of a fresh secret (operations with x-secret), else NULL */
	CONTEXT_SECRET_PREFIX, /* its public prefix */
	CONTEXT_SECRET_SEALED, /* the secret under AEAD, for the idempotency row */
	CONTEXT_SECRET_KEPT, /* the secret under the operator's key, for what is signed with it; NULL without one */
	CONTEXT_AFTER, /* the cursor's inner text, or NULL */
	CONTEXT_LIMIT, /* integer */
	CONTEXT_IS_PATCH, /* boolean: the body is a merge patch */
	CONTEXT_PLAN, /* jsonb: what was computed for a write to a series, or NULL */
	CONTEXT_COUNT,
};
struct statement_param {
	enum param_source source;
	uint16_t index;
};

enum lane {
	LANE_READ,
	LANE_WRITE,
	LANE_LEASED, /* of no statement: lease.h */
	LANE_REPLICA, /* of no statement: reads that may, instead of their own lane */
};

struct statement { /* generated from server/store/sql/NAME.sql: statements.c in the build folder */
	const char *name; /* "get_event": also the prepared statement's name */
	const char *sql; /* with $1… */
	enum lane lane;
	const struct statement_param *params;
	uint16_t param_count;
};
extern const struct statement statements[];
extern const size_t statement_count;

static inline const struct statement *statement_find(const char *name) {
	for (size_t i = 0; i < statement_count; i++) {
		if (strcmp(statements[i].name, name) == 0) {
			return &statements[i];
		}
	}
	return NULL;
}

/* Why there is no result. */
enum store_failure {
	STORE_OK,
	STORE_BUSY, /* queue full or too old: 503 + Retry-After */
	STORE_DOWN, /* no connection: 503 + Retry-After */
	STORE_TIMEOUT, /* 504 */
	STORE_ERROR, /* the database said no: see sqlstate */
};

struct lease; /* lease.h */
struct pool;
struct pool_metrics; /* server/base/metrics.h */
struct query {
	struct list link; /* the pool's */
	const struct statement *statement;
	const char *const
		*values; /* text, NULL for SQL NULL; param_count many; must live until on_done */
	char serial_key
		[40]; /* write lane: queries with equal keys run one after the other, on all loops; "" for
			 none */
	struct lease *lease; /* run it there, in its transaction; NULL: in the statement's lane */
	bool heavy; /* read lane: may take long, and then those behind it on its connection wait */
	/* A read: it may be asked of a replica that has replayed this; NULL: of the primary alone. As long as the values. */
	const char *consistency;
	bool wants_position; /* a write: `position` is to say where the log stood after its commit; "": nobody knows */
	bool repeatable; /* a write: done once, however often it is sent, so it may be sent again */
	char position[CONSISTENCY_ROOM];
	uint64_t submitted_us; /* the pool's */
	uint64_t deadline_us; /* STORE_TIMEOUT for a query that still waits then; 0: none */
	/* Exactly once, on the loop's thread, never from inside pool_submit. `result` is borrowed for the call;
	 * take it with query_take_result. */
	void (*on_done)(struct query *query, enum store_failure failure, PGresult *result);
	/* the pool's own */
	bool dropped, alone, replanned, needs_primary;
	uint8_t tries, resent, place;
	enum store_failure failure;
	uint64_t ticket, queued_us, not_before_us, sent_us, lost_us;
	PGresult *answer;
	PGresult **lent;
	struct conn *conn;
};
/* In on_done, before the query's memory goes: the result becomes the caller's, to be released with PQclear. */
PGresult *query_take_result(struct query *query);
void pool_submit(struct pool *pool, struct query *query);
/* The one who asked is gone: on_done still runs once when the slot is free (never inside this call). */
void pool_drop(struct pool *pool, struct query *query);

struct turns; /* server/base/turns.h: the same for all pools of the process */
/* NULL: logged. The loop must live until no other pool of the same turns is used. */
struct pool *pool_new(struct loop *loop, struct turns *turns, const struct config *config,
	struct pool_metrics *metrics);
void pool_free(struct pool *pool); /* outstanding queries end with STORE_DOWN */
bool pool_up(const struct pool *pool); /* at least one connection of each lane works */
void pool_notify(
	struct pool *pool, const char *channel, const char *payload); /* at the end of this turn */

/* SQLSTATE → outcome code of the contract ("conflict", "unavailable", "timeout", …). */
const char *sqlstate_problem(const char *sqlstate);

#endif

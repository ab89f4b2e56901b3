/* conn.h: one connection to PostgreSQL in pipeline mode: its states, what is in flight on it. For the pool only.
 *
 *   RESOLVING ──> CONNECTING ──> PREPARING ──> READY <──> BUSY
 *        └─────────────┴──────────────┴──────────┴─────────┴────> DOOMED, freed at the end of the turn */
#ifndef SERVER_STORE_CONN_H
#define SERVER_STORE_CONN_H

#include "server/store/resolve.h"
#include "server/store/store.h"

enum conn_state {
	CONN_RESOLVING,
	CONN_CONNECTING,
	CONN_PREPARING,
	CONN_READY,
	CONN_BUSY,
	CONN_DOOMED,
	CONN_STATES
};

struct conn {
	struct list link; /* in pool->conns[state] */
	struct pool *pool;
	enum lane lane;
	enum conn_state state;
	PGconn *pg; /* NULL while resolving */
	struct watch watch;
	struct timer timer; /* of the connect; later of the oldest query in flight */
	struct resolve *resolve;
	struct lease *lease; /* whose it is just now; of the lane for leases only */
	uint64_t ready_us, heard_us; /* when it became so; when it answered last */
	size_t prepared; /* statements answered while PREPARING */
	struct query position; /* its own question: how far the log is */
	bool position_out;
	struct query *held; /* a write that is committed and waits for its position */
	PGresult *held_answer;
	char replayed[CONSISTENCY_ROOM]; /* of a replica, as of its last answer; "": not known */
	bool stale; /* its plans are out of date: nothing more is sent, it ends when it is empty */
	unsigned syncs; /* sent and not answered */
	unsigned unsynced; /* queries sent since the last sync */
	unsigned first, count, depth; /* the ring of queries in flight, oldest first */
	struct query *flights[];
};

/* Start a connection; it reports by pool_conn_ready or pool_conn_failed. NULL: no memory. */
struct conn *conn_new(struct pool *pool, enum lane lane);
void conn_free(struct conn *conn); /* a doomed one, never inside its own callback */
void conn_move(struct conn *conn, enum conn_state to);

static inline bool conn_is_up(const struct conn *conn) {
	return conn->state == CONN_READY || conn->state == CONN_BUSY;
}
static inline bool conn_is_pipelined(const struct conn *conn) {
	return conn->lane == LANE_READ || conn->lane == LANE_REPLICA;
}
/* One place of the ring is kept for the position. */
static inline bool conn_has_room(const struct conn *conn) {
	return conn_is_pipelined(conn) ? conn->count + 1 < conn->depth : conn->state == CONN_READY;
}
/* Send a query; reads wait for conn_sync at the end of the turn, the rest get a sync of their own. */
void conn_send(struct conn *conn, struct query *query);
void conn_sync(struct conn *conn);
/* Of a replica: ask how far it has replayed; the answer is for later reads. Legal twice. */
void conn_ask_position(struct conn *conn);
/* Give the connection up. What is in flight is sent again elsewhere or ends with `failure`. */
void conn_lose(struct conn *conn, enum store_failure failure, const char *reason);

/* Between the files of the connection. */
void conn_flush(struct conn *conn); /* and watch for what is left */
void conn_dial(struct conn *conn); /* conn_dial.c */
void conn_dial_step(struct conn *conn); /* the socket is ready while CONNECTING */
void conn_take_results(struct conn *conn); /* conn_read.c */
/* conn_position.c: of a write, in the same breath; of a replica, for later. */
void conn_position_after(struct conn *conn);
bool conn_position_is_next(
	const struct conn *conn); /* the oldest in flight is the connection's own question */
void conn_position_take(struct conn *conn, PGresult *answer);
void conn_hold(struct conn *conn, struct query *query, PGresult *answer);
void conn_release(struct conn *conn); /* the connection is lost: the write it holds was committed */

/* The name of the lane's nth prepared statement, in the order of preparing; NULL past the last. `sql` may be NULL. */
const char *lane_statement(enum lane lane, size_t index, const char **sql);

#endif

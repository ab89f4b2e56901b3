/* pool.h: the inside of a pool, shared by pool*.c and conn*.c. Everybody else: store.h. */
#ifndef SERVER_STORE_POOL_H
#define SERVER_STORE_POOL_H

#include "server/base/metrics.h"
#include "server/base/turns.h"
#include "server/store/conn.h"
#include "server/store/dial.h"
#include "server/store/notify.h"
#include "server/store/store.h"

#define LANES 4

enum query_place { QUERY_OUTSIDE, QUERY_QUEUED, QUERY_SENT, QUERY_FINISHED };

/* One server to connect to, or one list of them: the primary's, the replica's. */
struct dialer {
	struct dial *dial; /* NULL: there is none */
	unsigned
		failures; /* connects failed in a row; after two, with no connection up, the breaker is open */
	uint64_t dial_at_us; /* no connect before */
	uint64_t failure_logged_us;
	uint64_t renewing_us; /* since when its password is looked for; 0: it is not */
};

struct pool {
	struct loop *loop;
	const struct config *config;
	struct pool_metrics *metrics;
	struct dialer primary, replica;
	const struct statement *write_position, *replay_position;
	struct seat *seat; /* its turns to write */
	uint64_t turn_kept_us; /* how long one may wait for a connection */
	struct turn_hook hook;
	struct timer wake; /* the earliest of all the …_us below */
	struct list conns[CONN_STATES]; /* of all lanes */
	unsigned counts[LANES][CONN_STATES];
	struct list queues[LANES]; /* in arrival order */
	unsigned queued[LANES];
	struct list leases; /* in arrival order */
	struct list finished; /* on_done is due at the end of the turn, without a result */
	uint64_t tickets; /* queries taken so far: the order of arrival */
	unsigned retries_waiting; /* queued with not_before_us */
	uint64_t expire_at_us; /* the first queued query gets too old; 0: none */
	uint64_t retry_at_us; /* the first retry is due; 0: none */
	uint64_t pass_at_us; /* a turn that finds no connection is passed on; 0: none */
	uint64_t lease_at_us; /* the first deadline of a lease; 0: none */
	uint64_t random;
	bool closing;
	bool again; /* something came back while sending: another turn at once */
	struct notices notices;
};

static inline struct dialer *pool_dialer(struct pool *pool, enum lane lane) {
	return lane == LANE_REPLICA ? &pool->replica : &pool->primary;
}

/* Where a query waits and is counted. */
static inline enum lane query_lane(const struct query *query) {
	return query->lease != NULL ? LANE_LEASED : query->statement->lane;
}

/* conn*.c → pool */
void pool_conn_ready(struct conn *conn);
void pool_conn_failed(struct conn *conn, bool renews, const char *reason); /* never was ready */
void pool_conn_lost(struct conn *conn, enum store_failure failure, const char *reason);
void pool_standby(
	struct pool *pool, const char *reason); /* the server is no primary: drop all of it */
void pool_ask_primary(struct pool *pool, struct query *query); /* not the replica again */
void pool_requeue(struct pool *pool, struct query *query);
void pool_retry_later(struct pool *pool, struct query *query, uint64_t delay_us);
void pool_replan(struct pool *pool); /* what is prepared now is out of date, on all connections */
void pool_finish(struct pool *pool, struct query *query,
	enum store_failure failure); /* on_done at the turn's end */
void pool_deliver(
	struct pool *pool, struct query *query, enum store_failure failure, PGresult *result);
uint64_t pool_jitter(struct pool *pool, uint64_t most_us); /* 0 … most_us */

/* pool_dial.c: keeps as many connections as the configuration says. */
unsigned pool_up_count(const struct pool *pool, enum lane lane);
bool pool_is_down(const struct pool *pool, enum lane lane); /* and no wait is worth it */
void pool_dial_missing(struct pool *pool);
void pool_end_stale(struct pool *pool);
/* pool_replica.c: the way of a read that may go there. */
bool pool_has_replica(
	const struct pool *pool, const struct query *query); /* and it has replayed enough */
struct conn *pool_replica_for(
	struct pool *pool, struct query *query); /* NULL: none yet; asks them how far they are */
/* pool_queue.c */
bool pool_is_full(struct pool *pool, const struct query *query); /* no room for this one */
void pool_enqueue(struct pool *pool, struct query *query);
void pool_leave_queue(struct pool *pool, struct query *query);
void pool_pass_turn(struct pool *pool, const struct query *query); /* it is in flight no more */
void pool_expire(struct pool *pool);
void pool_dispatch(struct pool *pool);
/* lease.c */
enum { LEASE_STATEMENTS = 3 };
extern const struct statement lease_statements[LEASE_STATEMENTS];
void lease_submit(struct query *query); /* one with a lease */
void lease_failed(struct lease *lease, const PGresult *error); /* a query of it was answered so */
void lease_lost(struct lease *lease, enum store_failure failure); /* its connection is */
uint64_t lease_turn(struct pool *pool); /* when to come again at the latest; 0: never */
void lease_end_all(struct pool *pool); /* tells their owners; the next turn frees them */

#endif

/* conn.c: the states of a connection, sending, and giving it up.
 *
 * A read pipeline carries many queries and syncs once a turn; a write carries its own sync, because everything
 * behind a write that waits for a row's lock would wait with it. */
#include "server/store/conn.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/epoll.h>

#include "server/store/pool.h"

#define RESENT_MAX 2 /* connections that are cut one after another may meet it twice */
#define RESEND_AFTER_US 400000

static const bool allowed[CONN_STATES][CONN_STATES] = {
	[CONN_RESOLVING] = { [CONN_CONNECTING] = true, [CONN_DOOMED] = true },
	[CONN_CONNECTING] = { [CONN_PREPARING] = true, [CONN_DOOMED] = true },
	[CONN_PREPARING] = { [CONN_READY] = true, [CONN_DOOMED] = true },
	[CONN_READY] = { [CONN_BUSY] = true, [CONN_DOOMED] = true },
	[CONN_BUSY] = { [CONN_READY] = true, [CONN_DOOMED] = true },
};

static void count_state(struct conn *conn, int change) {
	unsigned *count = &conn->pool->counts[conn->lane][conn->state];
	*count += (unsigned)change;
	metric_set(&conn->pool->metrics->conns[conn->lane][conn->state], *count);
}

/* The only place where a connection changes state. Doomed ones are freed by the pool at the end of the loop turn,
 * never inside their own callback. */
void conn_move(struct conn *conn, enum conn_state to) {
	assert(allowed[conn->state][to]);
	list_remove(&conn->link);
	count_state(conn, -1);
	conn->state = to;
	count_state(conn, +1);
	list_append(&conn->pool->conns[to], &conn->link);
}

/* ---- life ---------------------------------------------------------------------------------------------- */

static void on_socket(struct watch *watch, uint32_t events) {
	struct conn *conn = LIST_ENTRY(watch, struct conn, watch);
	if (conn->state == CONN_CONNECTING) {
		conn_dial_step(conn);
		return;
	}
	if ((events & EPOLLOUT) != 0) {
		conn_flush(conn);
	}
	/* After a flush too: libpq reads when it cannot write, and what it read epoll does not tell of. */
	if (conn->state != CONN_DOOMED) {
		conn_take_results(conn);
	}
}

/* What it waited in the queue is taken off its time, or both together would be what the caller waits; but only a
 * part, so that statement_timeout comes first in a PostgreSQL that does not stand still. */
static uint64_t due_of(const struct conn *conn, const struct query *query) {
	uint64_t most_us = conn->pool->config->database_deadline_us;
	uint64_t waited_us = query->sent_us - query->queued_us;
	return query->sent_us + most_us - (waited_us < most_us / 5 ? waited_us : most_us / 5);
}

static uint64_t first_due(const struct conn *conn) {
	uint64_t due_us = UINT64_MAX;
	for (unsigned i = 0; i < conn->count; i++) {
		uint64_t next_us = due_of(conn, conn->flights[(conn->first + i) % conn->depth]);
		due_us = next_us < due_us ? next_us : due_us;
	}
	return due_us;
}

/* No query may be older than the deadline: a PostgreSQL that stands still fires no statement_timeout. */
static void on_deadline(struct timer *timer) {
	struct conn *conn = LIST_ENTRY(timer, struct conn, timer);
	if (!conn_is_up(conn)) {
		conn_lose(conn, STORE_TIMEOUT, "no connection in time");
		return;
	}
	if (conn->count == 0) {
		return;
	}
	uint64_t due_us = first_due(conn);
	if (due_us <= loop_now_us(conn->pool->loop)) {
		conn_lose(conn, STORE_TIMEOUT, "no answer in time");
	} else {
		loop_set_timer(conn->pool->loop, timer, due_us);
	}
}

struct conn *conn_new(struct pool *pool, enum lane lane) {
	bool pipelined = lane == LANE_READ || lane == LANE_REPLICA;
	unsigned depth = (pipelined ? pool->config->pipeline_depth : 1) + 1;
	struct conn *conn = calloc(1, sizeof(*conn) + depth * sizeof(conn->flights[0]));
	if (conn == NULL) {
		return NULL;
	}
	conn->pool = pool;
	conn->lane = lane;
	conn->depth = depth;
	conn->watch = (struct watch){ .fd = -1, .on_ready = on_socket };
	conn->state = CONN_RESOLVING;
	list_init(&conn->link);
	list_append(&pool->conns[CONN_RESOLVING], &conn->link);
	count_state(conn, +1);
	timer_init(&conn->timer, on_deadline);
	loop_set_timer(pool->loop, &conn->timer,
		loop_now_us(pool->loop) + pool->config->database_deadline_us);
	conn_dial(conn);
	return conn;
}

void conn_free(struct conn *conn) {
	list_remove(&conn->link);
	count_state(conn, -1);
	PQfinish(conn->pg);
	free(conn);
}

/* ---- sending ------------------------------------------------------------------------------------------- */

void conn_flush(struct conn *conn) {
	int left = PQflush(conn->pg);
	uint32_t events = EPOLLIN | (left > 0 ? EPOLLOUT : 0);
	if (left < 0) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
	} else if (conn->watch.events != events &&
		   !loop_watch(conn->pool->loop, &conn->watch, PQsocket(conn->pg), events)) {
		conn_lose(conn, STORE_DOWN, "the socket cannot be watched");
	}
}

void conn_sync(struct conn *conn) {
	if (PQpipelineSync(conn->pg) == 0) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
		return;
	}
	conn->unsynced = 0;
	conn->syncs++;
	metric_add(&conn->pool->metrics->syncs, 1);
	conn_flush(conn);
}

static void take_aboard(struct conn *conn, struct query *query) {
	struct pool *pool = conn->pool;
	conn->flights[(conn->first + conn->count++) % conn->depth] = query;
	query->conn = conn;
	query->place = QUERY_SENT;
	query->sent_us = loop_now_us(pool->loop);
	metric_add(&pool->metrics->in_flight[conn->lane], 1);
	if (query != &conn->position) {
		histogram_add(
			&pool->metrics->queue_age[conn->lane], query->sent_us - query->queued_us);
	}
	if (conn->state == CONN_READY) {
		conn_move(conn, CONN_BUSY);
	}
	uint64_t due_us = due_of(conn, query);
	if (conn->timer.due_us == 0 || due_us < conn->timer.due_us) {
		loop_set_timer(pool->loop, &conn->timer, due_us);
	}
}

void conn_send(struct conn *conn, struct query *query) {
	const struct statement *statement = query->statement;
	bool alone = query->alone || !conn_is_pipelined(conn);
	take_aboard(conn, query);
	if (alone && conn->unsynced > 0) {
		conn_sync(conn);
	}
	if (conn->state == CONN_DOOMED) {
		return;
	}
	if (PQsendQueryPrepared(conn->pg, statement->name, statement->param_count, query->values,
		    NULL, NULL, 0) == 0) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
		return;
	}
	conn->unsynced++;
	if (alone) {
		conn_sync(conn);
	}
	if (query->wants_position && conn->state != CONN_DOOMED) {
		conn_position_after(conn);
	}
}

/* ---- the end ------------------------------------------------------------------------------------------- */

/* A read may be asked again, and so may a write that is done once however often it is sent. Of another write nobody
 * knows whether it happened: that is for the client to find out. */
static bool may_repeat(const struct conn *conn, const struct query *query) {
	return (conn->lane == LANE_READ || (conn->lane == LANE_WRITE && query->repeatable)) &&
	       query->resent < RESENT_MAX;
}

/* What a replica does not answer, the primary does. Anything else is sent again a few times. */
static void strand(struct conn *conn, struct query *query, enum store_failure failure) {
	struct pool *pool = conn->pool;
	bool again = failure != STORE_TIMEOUT && !query->dropped && !pool->closing;
	PQclear(query->answer);
	query->answer = NULL;
	query->conn = NULL;
	metric_add(&pool->metrics->in_flight[conn->lane], (uint64_t)-1);
	if (query == &conn->position) {
		return;
	}
	pool_pass_turn(pool, query);
	if (again && conn->lane == LANE_REPLICA) {
		pool_ask_primary(pool, query);
	} else if (again && may_repeat(conn, query)) {
		query->resent++;
		metric_add(&pool->metrics->resent, 1);
		/* Connections die together: the next one may be dead too and not know yet. So it goes to one that
		 * was heard of since, or after a while to any. */
		query->lost_us = loop_now_us(pool->loop);
		pool_retry_later(pool, query, RESEND_AFTER_US);
	} else {
		pool_finish(pool, query, failure);
	}
}

void conn_lose(struct conn *conn, enum store_failure failure, const char *reason) {
	struct pool *pool = conn->pool;
	if (conn->state == CONN_DOOMED) {
		return;
	}
	bool was_up = conn_is_up(conn);
	loop_unwatch(pool->loop, &conn->watch);
	loop_clear_timer(pool->loop, &conn->timer);
	resolve_cancel(conn->resolve);
	conn->resolve = NULL;
	conn_move(conn, CONN_DOOMED);
	for (; conn->count > 0; conn->count--) {
		strand(conn, conn->flights[conn->first], failure);
		conn->first = (conn->first + 1) % conn->depth;
	}
	conn_release(conn);
	if (conn->lease != NULL) {
		lease_lost(conn->lease, failure);
		conn->lease = NULL;
	}
	if (was_up) {
		pool_conn_lost(conn, failure, reason);
	} else {
		pool_conn_failed(conn, dial_renews(conn->pg), reason);
	}
}

/* lease.c: who holds a leased connection, and what they do next.
 *
 *   WAITING ──> OPENING ──> OPEN ──> COMMITTING ──> OVER
 *      │           └──────────┴────> ROLLING_BACK ───^
 *      └─────────────────────────────────────────────┘   never had a connection
 *
 * Every step is taken at the end of a turn, by lease_turn; the callbacks only say what has happened. A lease whose
 * connection is lost keeps its state and has a `failure`: what is still asked of it ends with that. */
#include "server/store/lease.h"

#include <stdlib.h>
#include <string.h>

#include "server/store/news.h"
#include "server/store/pool.h"
#include "server/store/sqlstate.h"

enum { LEASES_MAX = 32 }; /* taken and waiting, per loop; a lease lasts far longer than a query */

enum lease_state {
	LEASE_WAITING,
	LEASE_OPENING, /* BEGIN is out */
	LEASE_OPEN,
	LEASE_COMMITTING,
	LEASE_ROLLING_BACK,
	LEASE_OVER, /* freed at the end of the turn */
};

struct lease {
	struct list link; /* pool->leases, in arrival order */
	struct pool *pool;
	struct conn *conn; /* NULL: none yet, or none any more */
	enum lease_state state;
	enum store_failure failure; /* STORE_OK while it is worth anything */
	bool aborted, worth_retrying;
	uint64_t deadline_us;
	struct list queries; /* not sent yet, in order */
	struct wire_buffer news; /* calendars that changed */
	struct query own; /* BEGIN, then COMMIT or ROLLBACK */
	bool own_out;
	void (*on_open)(void *context, enum store_failure failure);
	void (*on_committed)(void *context, enum store_failure failure, const PGresult *result,
		const char *position);
	void *context;
};

const struct statement lease_statements[LEASE_STATEMENTS] = {
	{ "lease_begin", "BEGIN", LANE_LEASED, NULL, 0 },
	{ "lease_commit", "COMMIT", LANE_LEASED, NULL, 0 },
	{ "lease_roll_back", "ROLLBACK", LANE_LEASED, NULL, 0 },
};
enum { BEGIN, COMMIT, ROLL_BACK };

/* ---- what the owner calls -------------------------------------------------------------------------------- */

static unsigned count_leases(const struct pool *pool) {
	unsigned count = 0;

	for (struct list *link = pool->leases.next; link != &pool->leases; link = link->next) {
		count++;
	}
	return count;
}

struct lease *lease_take(struct pool *pool, uint64_t deadline_us,
	void (*on_open)(void *context, enum store_failure failure), void *context) {
	struct lease *lease = calloc(1, sizeof(*lease));

	if (lease == NULL) {
		return NULL;
	}
	lease->pool = pool;
	lease->news = WIRE_BUFFER_EMPTY;
	lease->deadline_us = deadline_us;
	lease->on_open = on_open;
	lease->context = context;
	lease->failure = pool->closing                      ? STORE_DOWN
			 : count_leases(pool) >= LEASES_MAX ? STORE_BUSY
							    : STORE_OK;
	list_init(&lease->queries);
	list_init(&lease->own.link);
	list_append(&pool->leases, &lease->link);
	pool->again = true;
	return lease;
}

void lease_commit(
	struct lease *lease, void (*on_committed)(void *context, enum store_failure failure,
				     const PGresult *result, const char *position)) {
	lease->on_committed = on_committed;
	lease->state = LEASE_COMMITTING;
	lease->pool->again = true;
}

void lease_tell(struct lease *lease, const char *calendars) {
	wire_put_str(&lease->news, lease->news.len == 0 ? "" : " ");
	wire_put_str(&lease->news, calendars);
}

static void end_queries(struct lease *lease, enum store_failure failure) {
	while (!list_empty(&lease->queries)) {
		struct query *query = LIST_ENTRY(lease->queries.next, struct query, link);
		list_remove(&query->link);
		pool_finish(lease->pool, query, failure);
	}
}

void lease_roll_back(struct lease *lease) {
	bool waited = lease->state == LEASE_WAITING;

	lease->state = waited ? LEASE_OVER : LEASE_ROLLING_BACK;
	end_queries(lease, STORE_DOWN);
	lease->pool->again = true;
}

bool lease_is_aborted(const struct lease *lease) {
	return lease->aborted || lease->failure != STORE_OK;
}

bool lease_is_worth_retrying(const struct lease *lease) {
	return lease->worth_retrying;
}

/* ---- what the pool and the connection call --------------------------------------------------------------- */

void lease_submit(struct query *query) {
	struct lease *lease = query->lease;

	if (lease->failure != STORE_OK) {
		pool_finish(lease->pool, query, lease->failure);
		return;
	}
	query->place = QUERY_QUEUED;
	list_append(&lease->queries, &query->link);
	lease->pool->again = true;
}

void lease_lost(struct lease *lease, enum store_failure failure) {
	lease->conn = NULL;
	lease->failure = failure;
	lease->pool->again = true;
}

void lease_failed(struct lease *lease, const PGresult *error) {
	enum sqlstate_action action = sqlstate_action(error);
	lease->aborted = true;
	lease->worth_retrying |= action == SQLSTATE_RETRY || action == SQLSTATE_REPLAN;
}

/* ---- BEGIN, COMMIT, ROLLBACK ------------------------------------------------------------------------------ */

static void report_open(struct lease *lease, enum store_failure failure) {
	if (failure != STORE_OK) {
		lease->failure = failure;
	}
	lease->state = LEASE_OPEN;
	lease->on_open(lease->context, failure);
}

static void report_commit(struct lease *lease, enum store_failure failure, const PGresult *result) {
	lease->state = LEASE_OVER;
	lease->on_committed(lease->context, failure, result, lease->own.position);
}

static void on_own_done(struct query *query, enum store_failure failure, PGresult *result) {
	struct lease *lease = LIST_ENTRY(query, struct lease, own);

	lease->own_out = false;
	lease->pool->again = true;
	if (query->statement == &lease_statements[BEGIN]) {
		if (lease->state == LEASE_OPENING) { /* not rolled back meanwhile */
			report_open(lease, failure);
		}
		return;
	}
	if (query->statement == &lease_statements[ROLL_BACK]) {
		lease->state = LEASE_OVER;
		return;
	}
	/* To COMMIT, an aborted transaction says "ROLLBACK", and does not call it an error. */
	if (failure == STORE_OK && strcmp(PQcmdStatus(result), "COMMIT") != 0) {
		failure = STORE_ERROR;
	}
	if (failure == STORE_OK && lease->news.len > 0) {
		news_tell(lease->pool, lease->news.failed ? NEWS_ALL : lease->news.bytes);
	}
	report_commit(lease, failure, result);
}

static void send_own(struct lease *lease, int step) {
	struct query *query = &lease->own;

	*query = (struct query){ .statement = &lease_statements[step],
		.lease = lease,
		.wants_position = step == COMMIT && lease->pool->replica.dial != NULL,
		.on_done = on_own_done,
		.queued_us = loop_now_us(lease->pool->loop) };
	list_init(&query->link);
	lease->own_out = true;
	conn_send(lease->conn, query);
}

/* ---- the end of a turn ------------------------------------------------------------------------------------ */

static struct conn *free_conn(struct pool *pool) {
	struct list *ready = &pool->conns[CONN_READY];

	for (struct list *link = ready->next; link != ready; link = link->next) {
		struct conn *conn = LIST_ENTRY(link, struct conn, link);
		if (conn->lane == LANE_LEASED && conn->lease == NULL && !conn->stale) {
			return conn;
		}
	}
	return NULL;
}

static void wait_for_conn(struct lease *lease) {
	struct pool *pool = lease->pool;
	struct conn *conn = free_conn(pool);

	if (lease->failure != STORE_OK) {
		report_open(lease, lease->failure);
	} else if (pool_is_down(pool, LANE_LEASED)) {
		report_open(lease, STORE_DOWN);
	} else if (conn != NULL) {
		lease->conn = conn;
		conn->lease = lease;
		lease->state = LEASE_OPENING;
		send_own(lease, BEGIN);
	}
}

static void send_next(struct lease *lease) {
	if (!list_empty(&lease->queries)) {
		struct query *query = LIST_ENTRY(lease->queries.next, struct query, link);
		list_remove(&query->link);
		conn_send(lease->conn, query);
	} else if (lease->state == LEASE_COMMITTING) {
		send_own(lease, COMMIT);
	} else if (lease->state == LEASE_ROLLING_BACK) {
		send_own(lease, ROLL_BACK);
	}
}

/* Its connection is gone, and PostgreSQL has rolled back or will. */
static void go_on_without(struct lease *lease) {
	end_queries(lease, lease->failure);
	if (lease->own_out) {
		return; /* it ends in this turn or the next */
	}
	if (lease->state == LEASE_COMMITTING) {
		report_commit(lease, lease->failure, NULL);
	} else if (lease->state == LEASE_ROLLING_BACK) {
		lease->state = LEASE_OVER;
	}
}

static void step(struct lease *lease) {
	struct pool *pool = lease->pool;

	if (lease->deadline_us <= loop_now_us(pool->loop) && lease->failure == STORE_OK) {
		lease->failure = STORE_TIMEOUT;
		if (lease->conn != NULL) {
			conn_lose(lease->conn, STORE_TIMEOUT, "a transaction took too long");
		}
	}
	if (lease->state == LEASE_OVER) {
		return;
	}
	if (lease->state == LEASE_WAITING) {
		wait_for_conn(lease);
	} else if (lease->conn == NULL) {
		go_on_without(lease);
	} else if (lease->conn->state == CONN_READY && !lease->own_out) {
		send_next(lease);
	}
}

static void free_all(struct list *over) {
	for (struct list *link = over->next, *next; link != over; link = next) {
		struct lease *lease = LIST_ENTRY(link, struct lease, link);
		next = link->next;
		wire_buffer_finish(&lease->news);
		free(lease);
	}
}

uint64_t lease_turn(struct pool *pool) {
	uint64_t due_us = 0;
	struct list over, *next = NULL;

	list_init(&over);
	for (struct list *link = pool->leases.next; link != &pool->leases; link = next) {
		struct lease *lease = LIST_ENTRY(link, struct lease, link);
		step(lease); /* whoever is called back may take leases and end others: none is freed there */
		next = link->next;
		if (lease->state == LEASE_OVER && !lease->own_out) {
			if (lease->conn != NULL) {
				lease->conn->lease = NULL;
			}
			list_remove(link);
			list_append(&over, link);
		} else if (lease->failure == STORE_OK &&
			   (due_us == 0 || lease->deadline_us < due_us)) {
			due_us = lease->deadline_us;
		}
	}
	free_all(&over);
	return due_us;
}

void lease_end_all(struct pool *pool) {
	for (struct list *link = pool->leases.next; link != &pool->leases; link = link->next) {
		LIST_ENTRY(link, struct lease, link)->failure = STORE_DOWN;
	}
	lease_turn(pool);
}

/* conn_read.c: what comes back on a pipeline, matched to what was sent.
 *
 * For every query libpq hands out a result and then NULL; for every sync PGRES_PIPELINE_SYNC, without a NULL. A
 * read is answered at its NULL. A write only at its sync: that is where PostgreSQL commits, and where a deferred
 * constraint may still say no. */
#include <openssl/ssl.h>
#include <string.h>

#include "server/base/log.h"
#include "server/store/conn.h"
#include "server/store/pool.h"
#include "server/store/sqlstate.h"

#define TRIES_MAX 3
#define RETRY_JITTER_US 20000 /* most, times the tries so far */

/* ---- one query's end ------------------------------------------------------------------------------------ */

static struct query *land(struct conn *conn) {
	struct query *query = conn->flights[conn->first];
	struct pool_metrics *metrics = conn->pool->metrics;
	conn->first = (conn->first + 1) % conn->depth;
	conn->count--;
	query->conn = NULL;
	pool_pass_turn(conn->pool, query);
	conn->heard_us = loop_now_us(conn->pool->loop);
	metric_add(&metrics->in_flight[conn->lane], (uint64_t)-1);
	if (query != &conn->position) {
		histogram_add(&metrics->answer_time[conn->lane],
			loop_now_us(conn->pool->loop) - query->sent_us);
	}
	return query;
}

static void send_again(struct conn *conn, struct query *query, PGresult *answer) {
	PQclear(answer);
	if (query->dropped) {
		pool_finish(conn->pool, query, STORE_DOWN);
	} else {
		pool_requeue(conn->pool, query);
	}
}

/* Part of a transaction, which is aborted now: only the whole of it can be tried again. */
static bool settle_leased(struct pool *pool, struct query *query, PGresult *answer) {
	if (sqlstate_action(answer) == SQLSTATE_STANDBY) {
		return false;
	}
	if (sqlstate_action(answer) == SQLSTATE_REPLAN) {
		pool_replan(pool);
	}
	lease_failed(query->lease, answer);
	pool_deliver(pool, query, STORE_ERROR, answer);
	return true;
}

static void settle_error(struct conn *conn, struct query *query, PGresult *answer) {
	struct pool *pool = conn->pool;
	metrics_sqlstate(pool->metrics, sqlstate_of(answer));
	if (query->lease != NULL && settle_leased(pool, query, answer)) {
		return;
	}
	/* A conflict with replay, a function it does not have yet: whatever it is, the primary's word counts. */
	if (conn->lane == LANE_REPLICA && !query->dropped) {
		PQclear(answer);
		pool_ask_primary(pool, query);
		return;
	}
	switch (sqlstate_action(answer)) {
	case SQLSTATE_RETRY:
		if (++query->tries < TRIES_MAX && !query->dropped) {
			metric_add(&pool->metrics->retried, 1);
			PQclear(answer);
			pool_retry_later(
				pool, query, pool_jitter(pool, RETRY_JITTER_US * query->tries));
			return;
		}
		break;
	case SQLSTATE_REPLAN:
		if (!query->replanned) {
			query->replanned = true;
			send_again(conn, query, answer);
			pool_replan(pool);
			return;
		}
		break;
	case SQLSTATE_STANDBY:
		PQclear(answer);
		pool_finish(pool, query, STORE_DOWN);
		pool_standby(pool, "the server is read-only");
		return;
	case SQLSTATE_LOST: /* seen when it arrived */
	case SQLSTATE_ANSWER:
		break;
	}
	pool_deliver(pool, query, STORE_ERROR, answer);
}

static void settle(struct conn *conn) {
	struct query *query = land(conn);
	PGresult *answer = query->answer;
	query->answer = NULL;
	if (query == &conn->position) {
		conn_position_take(conn, answer);
	} else if (PQresultStatus(answer) == PGRES_PIPELINE_ABORTED) {
		/* Another's error ended the group. Alone, it cannot happen to it again. */
		query->alone = true;
		metric_add(&conn->pool->metrics->resent, 1);
		send_again(conn, query, answer);
	} else if (PQresultStatus(answer) == PGRES_FATAL_ERROR) {
		settle_error(conn, query, answer);
	} else if (query->wants_position && conn_position_is_next(conn)) {
		conn_hold(conn, query, answer);
	} else {
		pool_deliver(conn->pool, query, STORE_OK, answer);
	}
}

/* ---- while preparing ------------------------------------------------------------------------------------ */

static void take_prepared(struct conn *conn, PGresult *result) {
	switch (PQresultStatus(result)) {
	case PGRES_COMMAND_OK:
		conn->prepared++;
		break;
	case PGRES_PIPELINE_SYNC:
		conn->syncs--;
		conn_move(conn, CONN_READY);
		loop_clear_timer(conn->pool->loop, &conn->timer);
		conn->ready_us = conn->heard_us = loop_now_us(conn->pool->loop);
		pool_conn_ready(conn);
		break;
	default: {
		const char *name = lane_statement(conn->lane, conn->prepared, NULL);
		LOG_EVENT(LOG_LEVEL_ERROR, "a statement cannot be prepared",
			LOG_TEXT("statement", name), LOG_TEXT("sqlstate", sqlstate_of(result)),
			LOG_TEXT("detail", PQresultErrorMessage(result)));
		conn_lose(conn, STORE_DOWN, "a statement cannot be prepared");
	}
	}
	PQclear(result);
}

/* ---- results -------------------------------------------------------------------------------------------- */

static void take_sync(struct conn *conn) {
	conn->syncs--;
	if (!conn_is_pipelined(conn) && conn->count > 0 &&
		conn->flights[conn->first]->answer != NULL) {
		settle(conn);
	}
}

static void take_result(struct conn *conn, PGresult *result) {
	if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
		PQclear(result);
		take_sync(conn);
		return;
	}
	bool failed = PQresultStatus(result) == PGRES_FATAL_ERROR;
	if (failed && sqlstate_action(result) == SQLSTATE_LOST) {
		metrics_sqlstate(conn->pool->metrics, sqlstate_of(result));
		conn_lose(conn, STORE_DOWN, PQresultErrorMessage(result));
		PQclear(result);
		return;
	}
	struct query *query = conn->count > 0 ? conn->flights[conn->first] : NULL;
	if (query == NULL) {
		PQclear(result);
		return;
	}
	/* A second result before the sync is the commit's error: it is the one that counts. */
	PQclear(query->answer);
	query->answer = result;
}

static bool take_end(struct conn *conn) {
	if (conn_is_pipelined(conn) && conn->count > 0 &&
		conn->flights[conn->first]->answer != NULL) {
		settle(conn);
		return true;
	}
	return false;
}

static bool can_read(const struct conn *conn) {
	return conn->state != CONN_DOOMED && PQstatus(conn->pg) == CONNECTION_OK &&
	       !PQisBusy(conn->pg);
}

static void take_ready_results(struct conn *conn) {
	for (int idle = 0; idle < 2 && can_read(conn);) {
		PGresult *result = PQgetResult(conn->pg);
		if (result == NULL) {
			idle = take_end(conn)
				       ? 0
				       : idle + 1; /* NULL twice in a row: the pipeline is empty */
			continue;
		}
		idle = 0;
		if (conn->state == CONN_PREPARING) {
			take_prepared(conn, result);
		} else {
			take_result(conn, result);
		}
	}
}

/* ---- the socket ----------------------------------------------------------------------------------------- */

/* TLS takes whole records from the socket: what libpq did not ask for would wait in OpenSSL, unseen by epoll. */
static bool consume(struct conn *conn) {
	SSL *tls = PQsslInUse(conn->pg) ? PQsslStruct(conn->pg, "OpenSSL") : NULL;
	do {
		if (PQconsumeInput(conn->pg) == 0) {
			return false;
		}
	} while (tls != NULL && SSL_pending(tls) > 0);
	return true;
}

static bool is(const struct conn *conn, const char *parameter, const char *wanted) {
	const char *value = PQparameterStatus(conn->pg, parameter);
	return value != NULL && strcmp(value, wanted) == 0;
}

/* PostgreSQL tells when that changes. */
static void check_role(struct conn *conn) {
	if (conn->lane == LANE_REPLICA) {
		if (is(conn, "in_hot_standby", "off")) {
			conn_lose(conn, STORE_DOWN, "the replica was promoted");
		}
	} else if (is(conn, "in_hot_standby", "on") ||
		   is(conn, "default_transaction_read_only", "on")) {
		pool_standby(conn->pool, "the server is read-only");
	}
}

void conn_take_results(struct conn *conn) {
	bool consumed = consume(conn);
	take_ready_results(conn);
	if (conn->state == CONN_DOOMED) {
		return;
	}
	if (!consumed || PQstatus(conn->pg) != CONNECTION_OK) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
		return;
	}
	check_role(conn);
	if (conn->state == CONN_BUSY && conn->count == 0 && conn->syncs == 0) {
		conn_move(conn, CONN_READY);
	}
}

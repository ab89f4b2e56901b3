/* conn_position.c: how far the database's log is, asked by the connection itself.
 *
 *   primary   write, sync, position, sync    leave together; the write is answered when both have come
 *   replica   read, read, position, sync     when a read came that must not be asked here yet
 *
 * Inside of the write's transaction the position would stand before its own commit. What the connection asks takes a
 * place among the queries in flight, and is nobody's when the connection is lost. */
#include <stdio.h>

#include "server/store/conn.h"
#include "server/store/pool.h"

static void ask(struct conn *conn, const struct statement *statement) {
	conn->position = (struct query){ .statement = statement,
		.queued_us = loop_now_us(conn->pool->loop) };
	conn->position_out = true;
	conn_send(conn, &conn->position);
}

void conn_position_after(struct conn *conn) {
	ask(conn, conn->pool->write_position);
}

void conn_ask_position(struct conn *conn) {
	if (!conn->position_out) {
		ask(conn, conn->pool->replay_position);
	}
}

bool conn_position_is_next(const struct conn *conn) {
	return conn->count > 0 && conn->flights[conn->first] == &conn->position;
}

static void let_go(struct conn *conn, const char *position) {
	struct query *query = conn->held;
	PGresult *answer = conn->held_answer;

	conn->held = NULL;
	conn->held_answer = NULL;
	snprintf(query->position, sizeof(query->position), "%s", position);
	pool_deliver(conn->pool, query, STORE_OK, answer);
}

void conn_position_take(struct conn *conn, PGresult *answer) {
	bool good =
		PQresultStatus(answer) == PGRES_TUPLES_OK && PQntuples(answer) == 1 &&
		consistency_is_shaped(PQgetvalue(answer, 0, 0), (size_t)PQgetlength(answer, 0, 0));
	const char *position = good ? PQgetvalue(answer, 0, 0) : "";

	conn->position_out = false;
	if (conn->lane == LANE_REPLICA && good) {
		snprintf(conn->replayed, sizeof(conn->replayed), "%s", position);
	} else if (conn->held != NULL) {
		let_go(conn, position);
	}
	PQclear(answer);
}

void conn_hold(struct conn *conn, struct query *query, PGresult *answer) {
	conn->held = query;
	conn->held_answer = answer;
}

void conn_release(struct conn *conn) {
	if (conn->held != NULL) {
		conn->held->answer = conn->held_answer;
		pool_finish(conn->pool, conn->held, STORE_OK);
		conn->held = NULL;
		conn->held_answer = NULL;
	}
}

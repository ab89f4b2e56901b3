/* conn_dial.c: from nothing to a connection whose statements are prepared. */
#include <string.h>
#include <sys/epoll.h>

#include "server/store/conn.h"
#include "server/store/pool.h"

const char *lane_statement(enum lane lane, size_t index, const char **sql) {
	const char *ignored = NULL;
	sql = sql != NULL ? sql : &ignored;
	for (size_t i = 0; i < statement_count; i++) {
		bool is_of_lane = lane == LANE_LEASED ||
				  statements[i].lane == (lane == LANE_REPLICA ? LANE_READ : lane);
		if (is_of_lane && index-- == 0) {
			*sql = statements[i].sql;
			return statements[i].name;
		}
	}
	if (lane == LANE_LEASED && index < LEASE_STATEMENTS) {
		*sql = lease_statements[index].sql;
		return lease_statements[index].name;
	}
	if (lane == LANE_WRITE && index == 1) {
		const struct statement *position = statement_find("write_position");
		*sql = position->sql;
		return position->name;
	}
	if (lane == LANE_WRITE && index == 0) {
		*sql = NOTIFY_SQL;
		return NOTIFY_STATEMENT;
	}
	return NULL;
}

static void connect_to(struct conn *conn, const struct resolved *names) {
	conn_move(conn, CONN_CONNECTING);
	conn->pg = dial_start(pool_dialer(conn->pool, conn->lane)->dial, names);
	if (conn->pg == NULL || PQstatus(conn->pg) == CONNECTION_BAD) {
		conn_lose(conn, STORE_DOWN,
			conn->pg != NULL ? PQerrorMessage(conn->pg) : "out of memory");
		return;
	}
	/* libpq: before the first PQconnectPoll, wait as if it had said PGRES_POLLING_WRITING. */
	if (!loop_watch(conn->pool->loop, &conn->watch, PQsocket(conn->pg), EPOLLOUT)) {
		conn_lose(conn, STORE_DOWN, "the socket cannot be watched");
	}
}

static void on_resolved(void *context, const struct resolved *names, const char *error) {
	struct conn *conn = context;
	conn->resolve = NULL;
	if (names == NULL) {
		conn_lose(conn, STORE_DOWN, error);
	} else {
		connect_to(conn, names);
	}
}

void conn_dial(struct conn *conn) {
	const char *ports = NULL,
		   *hosts = dial_names(pool_dialer(conn->pool, conn->lane)->dial, &ports);
	if (hosts == NULL) {
		connect_to(conn, NULL);
		return;
	}
	conn->resolve = resolve_start(conn->pool->loop, hosts, ports, on_resolved, conn);
	if (conn->resolve == NULL) {
		conn_lose(conn, STORE_DOWN, "no thread to resolve names");
	}
}

/* All statements of the lane in one round trip. */
static void prepare_all(struct conn *conn) {
	const char *name = NULL, *sql = NULL;
	conn_move(conn, CONN_PREPARING);
	PQsetErrorVerbosity(conn->pg, PQERRORS_DEFAULT);
	conn->watch.events = 0; /* flush sets it anew */
	if (PQsetnonblocking(conn->pg, 1) != 0 || PQenterPipelineMode(conn->pg) != 1) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
		return;
	}
	for (size_t i = 0; (name = lane_statement(conn->lane, i, &sql)) != NULL; i++) {
		if (PQsendPrepare(conn->pg, name, sql, 0, NULL) == 0) {
			conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
			return;
		}
	}
	conn_sync(conn);
}

void conn_dial_step(struct conn *conn) {
	PostgresPollingStatusType next = PQconnectPoll(conn->pg);
	if (next == PGRES_POLLING_FAILED) {
		conn_lose(conn, STORE_DOWN, PQerrorMessage(conn->pg));
		return;
	}
	/* The socket may be another one after every poll. */
	uint32_t events = next == PGRES_POLLING_WRITING ? EPOLLOUT : EPOLLIN;
	if (!loop_watch(conn->pool->loop, &conn->watch, PQsocket(conn->pg), events)) {
		conn_lose(conn, STORE_DOWN, "the socket cannot be watched");
	} else if (next == PGRES_POLLING_OK) {
		prepare_all(conn);
	}
}

/* session.c: libpq's asynchronous calls with a deadline and an ear for the end. */
#include "server/store/session.h"

#include <poll.h>
#include <stdlib.h>

#include "server/base/loop.h"
#include "server/store/dial.h"
#include "server/store/embedded.h"
#include "server/store/store.h"

bool session_init(struct session *session, const struct config *config) {
	char error[200];

	*session = (struct session){ .config = config, .stop_fd = -1 };
	session->dial = dial_new(config, DIAL_PRIMARY, functions_schema, error, sizeof(error));
	return session->dial != NULL;
}

void session_finish(struct session *session) {
	session_close(session);
	dial_free(session->dial);
	session->dial = NULL;
}

int session_wait(struct session *session, int fd, short events, uint64_t timeout_us) {
	struct pollfd both[] = { { .fd = session->stop_fd, .events = POLLIN },
		{ .fd = fd, .events = events } };
	int ready = poll(both, 2, (int)(timeout_us / 1000));
	if (both[0].revents != 0) {
		return -1;
	}
	return ready > 0 ? 1 : 0;
}

bool session_connect(struct session *session) {
	uint64_t due_us = monotonic_us() + session->config->database_deadline_us;
	PostgresPollingStatusType next = PGRES_POLLING_WRITING;
	session->pg = dial_start(session->dial, NULL);
	if (session->pg == NULL || PQstatus(session->pg) == CONNECTION_BAD) {
		return false;
	}
	while (next == PGRES_POLLING_READING || next == PGRES_POLLING_WRITING) {
		uint64_t now_us = monotonic_us();
		short events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
		if (now_us >= due_us || session_wait(session, PQsocket(session->pg), events,
						due_us - now_us + 1000) != 1) {
			return false;
		}
		next = PQconnectPoll(session->pg);
	}
	if (next != PGRES_POLLING_OK) {
		(void)dial_renews(session->pg);
	}
	PQsetErrorVerbosity(session->pg, PQERRORS_DEFAULT);
	return next == PGRES_POLLING_OK;
}

void session_close(struct session *session) {
	PQfinish(session->pg);
	session->pg = NULL;
}

bool session_is_usable(const struct session *session) {
	return session->pg != NULL && PQstatus(session->pg) == CONNECTION_OK &&
	       PQtransactionStatus(session->pg) == PQTRANS_IDLE;
}

const char *session_error(const struct session *session) {
	return session->pg != NULL ? PQerrorMessage(session->pg) : "not connected";
}

bool session_read(struct session *session) {
	bool alive = PQconsumeInput(session->pg) == 1;
	if (session->on_input != NULL) {
		session->on_input(session);
	}
	return alive && PQstatus(session->pg) == CONNECTION_OK;
}

static bool await_answer(struct session *session) {
	uint64_t due_us = monotonic_us() + session->config->database_deadline_us;
	while (PQisBusy(session->pg)) {
		uint64_t now_us = monotonic_us();
		if (now_us >= due_us ||
			session_wait(session, PQsocket(session->pg), POLLIN,
				due_us - now_us + 1000) != 1 ||
			!session_read(session)) {
			return false;
		}
	}
	return true;
}

/* Every answer is read to its end. */
PGresult *session_query(
	struct session *session, const char *sql, int count, const char *const *values) {
	if (PQsendQueryParams(session->pg, sql, count, NULL, values, NULL, NULL, 0) == 0) {
		return NULL;
	}
	PGresult *last = NULL, *result = NULL;
	while (await_answer(session) && (result = PQgetResult(session->pg)) != NULL) {
		PQclear(last);
		last = result;
	}
	ExecStatusType status = PQresultStatus(last);
	if (session_is_usable(session) &&
		(status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)) {
		return last;
	}
	PQclear(last);
	return NULL;
}

PGresult *session_run(
	struct session *session, const char *name, int count, const char *const *values) {
	const struct statement *statement = statement_find(name);
	return statement == NULL ? NULL : session_query(session, statement->sql, count, values);
}

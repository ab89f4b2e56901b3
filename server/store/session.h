/* session.h: a connection of a thread of its own, which may wait for answers but must end when told to.
 *
 *   session_init ─> session_connect ─> session_query, … ─> session_close ─> session_connect …
 */
#ifndef SERVER_STORE_SESSION_H
#define SERVER_STORE_SESSION_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

#include "server/base/config.h"

struct session {
	const struct config *config;
	struct dial *dial;
	PGconn *pg; /* NULL: not connected */
	int stop_fd; /* readable: end; -1: nobody will say so */
	void (*on_input)(struct session *session); /* bytes were read; NULL is legal */
};
bool session_init(struct session *session, const struct config *config); /* false: no memory */
void session_finish(struct session *session);

/* Names are resolved by libpq here: such a thread has time. */
bool session_connect(struct session *session);
void session_close(struct session *session);
bool session_is_usable(const struct session *session); /* connected, and nothing is under way */
const char *session_error(const struct session *session);

/* 1: the descriptor is ready; 0: time is up; -1: told to stop. fd -1: only wait. */
int session_wait(struct session *session, int fd, short events, uint64_t timeout_us);
/* What lies on the socket; false: the connection is lost. */
bool session_read(struct session *session);

/* The last result of a statement, or NULL: it failed, and session_error() says why. */
PGresult *session_query(
	struct session *session, const char *sql, int count, const char *const *values);
/* The same for server/store/sql/NAME.sql, its parameters in the order of the file. */
PGresult *session_run(
	struct session *session, const char *name, int count, const char *const *values);

#endif

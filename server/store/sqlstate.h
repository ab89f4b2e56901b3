/* sqlstate.h: what an error of PostgreSQL asks of the pool. What it means to a client: sqlstate_problem, store.h. */
#ifndef SERVER_STORE_SQLSTATE_H
#define SERVER_STORE_SQLSTATE_H

#include <libpq-fe.h>

enum sqlstate_action {
	SQLSTATE_ANSWER, /* the caller's to judge */
	SQLSTATE_RETRY, /* nothing happened; the same again may work */
	SQLSTATE_REPLAN, /* the connection's prepared statements are stale: once more on a new one */
	SQLSTATE_LOST, /* the connection is over */
	SQLSTATE_STANDBY, /* not a primary any more: drop all connections */
};
enum sqlstate_action sqlstate_action(const PGresult *error);
const char *sqlstate_of(const PGresult *error); /* "" without one: libpq's own errors */

#endif

/* rig.h: a pool with statements of its own on the cluster that with_postgres.sh made. */
#ifndef TESTS_UNIT_SERVER_STORE_RIG_H
#define TESTS_UNIT_SERVER_STORE_RIG_H

#include "server/base/config.h"
#include "server/base/metrics.h"
#include "server/base/turns.h"
#include "server/store/lease.h"
#include "server/store/store.h"
#include "tests/unit/suite.h"

enum {
	RIG_ECHO, /* read: $1 as text */
	RIG_DIVIDE, /* read: 1 / $1 */
	RIG_NAP, /* read: sleeps $1 seconds */
	RIG_ALL, /* read: SELECT * of a table that a test alters */
	RIG_PUT, /* write: a row ($1, $2) with the times of start and end, 2 ms apart */
	RIG_WRITE_NAP, /* write: sleeps $1 seconds */
	RIG_STUMBLE, /* write: 40001 until the sequence reaches $1 */
	RIG_ORPHAN, /* write: breaks a deferred foreign key */
	RIG_WRITE_POSITION, /* the connection's own: a place, or the end of the connection when there is a cut */
	RIG_REPLAY_POSITION,
	RIG_STATEMENTS,
};

struct ask {
	struct query query;
	const char *values[2];
	char texts[2][32];
	int calls; /* of on_done */
	int place; /* the how manieth answer of all */
	enum store_failure failure;
	char text[64]; /* first column, or the SQLSTATE */
};

struct rig {
	struct config config;
	struct loop *loop;
	struct metrics *metrics;
	struct pool_metrics *numbers;
	struct pool *pool;
	struct turns *own_turns; /* NULL for one that opened beside another */
};

void rig_config(struct config *config); /* defaults, and the cluster's address */
void rig_open(struct rig *rig, const struct config *config);
/* A second pool over the same tables; zero the rig first, and close it first. */
void rig_open_beside(struct rig *rig, const struct config *config, struct turns *turns);
void rig_close(struct rig *rig);
bool rig_wait_up(struct rig *rig, int timeout_ms);
extern int rig_answers; /* on_done calls so far */
bool rig_run(struct rig *rig, int answers, int timeout_ms); /* until rig_answers is reached */
void rig_turns(struct rig *rig, int ms); /* for so long */
void rig_ask(struct rig *rig, struct ask *ask, int statement, const char *a, const char *b);
void rig_ask_keyed(struct rig *rig, struct ask *ask, int statement, const char *a, const char *b,
	const char *key);
void rig_ask_leased(struct rig *rig, struct ask *ask, struct lease *lease, int statement,
	const char *a, const char *b);

/* Another session, blocking: the first column of the first row, or "". Fails the test on an error. */
const char *rig_sql(const char *sql);
int rig_control(const char *command); /* $PG_CTL command */
int rig_terminate(void); /* pg_terminate_backend on every connection of pools; how many */

#endif

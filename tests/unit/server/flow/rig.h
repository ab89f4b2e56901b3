/* rig.h: a flow without a database: the pool is played by the test, which answers with rows of its own. */
#ifndef TESTS_UNIT_SERVER_FLOW_RIG_H
#define TESTS_UNIT_SERVER_FLOW_RIG_H

#include "server/flow/call.h"

struct rig {
	struct config config;
	struct flow flow;
	struct router *router;
	struct call *call;
	unsigned answers; /* how often on_answered ran */
};
extern struct query *rig_query; /* what was submitted last; NULL: nothing */
extern struct query *rig_query_before; /* and what was when that came */
extern unsigned rig_drops;

extern struct rig_lease { /* the lease that was taken last */
	unsigned taken, committed, rolled_back, told;
	bool aborted, worth_retrying; /* what the next question is answered */
} rig_lease;
void rig_lease_opened(enum store_failure failure); /* calls on_open */
void rig_lease_committed(enum store_failure failure); /* calls on_committed */

/* A call of `operation` (an operationId) by a caller, ready for flow_run. */
void rig_open(struct rig *rig, const char *operation);
void rig_close(struct rig *rig); /* fails the test when a call is left */
void rig_set(struct rig *rig, struct slice *field, const char *text);
/* One field of the path. */
void rig_segment(struct rig *rig, size_t field, const char *text);

/* A result: column names with an Oid each, then cells row by row; NULL cells are SQL NULL. */
struct rig_column {
	const char *name;
	Oid type;
};
PGresult *rig_rows(const struct rig_column *columns, int column_count, const char *const *cells,
	int row_count);
/* Clears the result, or leaves it to who took it: then the answer may be some loop_run() away. */
void rig_answer(enum store_failure failure, PGresult *result);
/* The answer's bytes. */
const char *rig_text(struct rig *rig);

#endif

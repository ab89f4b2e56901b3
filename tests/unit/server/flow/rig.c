/* rig.c: defines pool_submit and its kin, so the real pool is not linked in. */
#include "tests/unit/server/flow/rig.h"

#include <CUnit/CUnit.h>
#include <string.h>

#include "server/flow/router.h"
#include "server/store/lease.h"

struct query *rig_query, *rig_query_before;
unsigned rig_drops;

void pool_submit(struct pool *pool, struct query *query) {
	(void)pool;
	rig_query_before = rig_query;
	rig_query = query;
}

void pool_drop(struct pool *pool, struct query *query) {
	(void)pool;
	(void)query;
	rig_drops++;
}

struct rig_lease rig_lease;
static void (*on_open)(void *context, enum store_failure failure);
static void (*on_committed)(
	void *context, enum store_failure failure, const PGresult *result, const char *position);
static void *tenant;

struct lease *lease_take(struct pool *pool, uint64_t deadline_us,
	void (*opened)(void *context, enum store_failure failure), void *context) {
	(void)pool;
	(void)deadline_us;
	rig_lease.taken++;
	on_open = opened;
	tenant = context;
	return (struct lease *)&rig_lease;
}

void lease_commit(struct lease *lease, void (*committed)(void *context, enum store_failure failure,
					       const PGresult *result, const char *position)) {
	(void)lease;
	rig_lease.committed++;
	on_committed = committed;
}

void lease_roll_back(struct lease *lease) {
	(void)lease;
	rig_lease.rolled_back++;
}

void lease_tell(struct lease *lease, const char *calendars) {
	(void)lease;
	(void)calendars;
	rig_lease.told++;
}

bool lease_is_aborted(const struct lease *lease) {
	(void)lease;
	return rig_lease.aborted;
}

bool lease_is_worth_retrying(const struct lease *lease) {
	(void)lease;
	return rig_lease.worth_retrying;
}

void rig_lease_opened(enum store_failure failure) {
	on_open(tenant, failure);
}

void rig_lease_committed(enum store_failure failure) {
	on_committed(tenant, failure, NULL, "");
}

void pool_notify(struct pool *pool, const char *channel, const char *payload) {
	(void)pool;
	(void)channel;
	(void)payload;
}

/* Handlers of many turns take their rows; those of these tests have one. */
static PGresult *lent; /* what rig_answer() hands out */

PGresult *query_take_result(struct query *query) {
	PGresult *result = lent;
	(void)query;
	lent = NULL;
	return result;
}

static void on_answered(struct call *call) {
	struct rig *rig = call->owner;
	rig->answers++;
}

static const struct route *find_route(const char *operation) {
	for (size_t i = 0; i < route_count; i++) {
		if (strcmp(routes[i].operation->id, operation) == 0) {
			return &routes[i];
		}
	}
	return NULL;
}

void rig_open(struct rig *rig, const char *operation) {
	*rig = (struct rig){ .config = { .body_max = 1 << 20 } };
	rig_query = NULL;
	rig_drops = 0;
	rig->config.request_deadline_us = 60000000;
	CU_ASSERT_TRUE_FATAL(flow_init(&rig->flow, loop_new(), NULL, &rig->config));
	rig_lease = (struct rig_lease){ 0 };
	rig->router = router_new(routes, route_count);
	rig->flow.router = rig->router;
	struct call *call = call_new(&rig->flow);
	CU_ASSERT_PTR_NOT_NULL_FATAL(call);
	rig->call = call;
	call->route = find_route(operation);
	CU_ASSERT_PTR_NOT_NULL_FATAL(call->route);
	call->owner = rig;
	call->began_us = monotonic_us();
	call->on_answered = on_answered;
	call->has_caller = true;
	strcpy(call->caller.user_id, "01a20825-ab2a-7a20-a85a-c5e753f24eb4");
	strcpy(call->caller.key_id, "01a20825-ab2b-7881-8477-488580ba6af0");
	strcpy(call->caller.scopes_text, "{admin}");
	rig_set(rig, &call->method, call->route->operation->method);
	rig_set(rig, &call->path, call->route->operation->path);
	rig_set(rig, &call->query_text, "");
	rig_set(rig, &call->body, "");
	rig_set(rig, &call->request_id, "request-1");
	rig_set(rig, &call->presented_key,
		"cal_abcdefgh_0123456789012345678901234567890123456789012");
}

void rig_close(struct rig *rig) {
	call_unref(rig->call);
	CU_ASSERT_EQUAL_FATAL(rig->flow.live_count, 0);
	loop_free(rig->flow.loop);
	flow_finish(&rig->flow);
	router_free(rig->router);
}

void rig_set(struct rig *rig, struct slice *field, const char *text) {
	*field = call_slice(rig->call, text, strlen(text));
}

void rig_segment(struct rig *rig, size_t field, const char *text) {
	rig_set(rig, &rig->call->segments[field], text);
}

PGresult *rig_rows(const struct rig_column *columns, int column_count, const char *const *cells,
	int row_count) {
	PGresult *result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc descriptions[16] = { 0 };

	for (int i = 0; i < column_count; i++) {
		descriptions[i].name = (char *)columns[i].name;
		descriptions[i].typid = columns[i].type;
	}
	PQsetResultAttrs(result, column_count, descriptions);
	for (int i = 0; i < row_count * column_count; i++) {
		const char *cell = cells[i];
		PQsetvalue(result, i / column_count, i % column_count, (char *)cell,
			cell == NULL ? -1 : (int)strlen(cell));
	}
	return result;
}

void rig_answer(enum store_failure failure, PGresult *result) {
	struct query *query = rig_query;
	CU_ASSERT_PTR_NOT_NULL_FATAL(query);
	rig_query = NULL;
	lent = result;
	query->on_done(query, failure, result);
	PQclear(lent);
	lent = NULL;
}

const char *rig_text(struct rig *rig) {
	return rig->call->answer.len == 0 ? "" : rig->call->answer.bytes;
}

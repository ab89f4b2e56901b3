/* run.c: submit, wait, come back. A client that hung up meanwhile costs nothing but the query's own time: its
 * rows are dropped and the connection goes on. */
#include "server/flow/run.h"

#include <string.h>

#include "server/base/log.h"
#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/store/lease.h"

static void answer_sqlstate(struct call *call, const char *step, const PGresult *result) {
	const char *sqlstate = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *code = sqlstate == NULL ? "internal" : sqlstate_problem(sqlstate);
	const char *message =
		result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	const struct problem_kind *kind = code == NULL ? NULL : problem_kind_find(code);

	/* PostgreSQL's words go to the log, never to the client. */
	LOG_EVENT(kind != NULL && kind->status < 500 ? LOG_LEVEL_INFO : LOG_LEVEL_ERROR,
		"statement failed", LOG_TEXT("operation", call->route->operation->id),
		LOG_TEXT("statement", step), LOG_TEXT("sqlstate", sqlstate),
		LOG_TEXT("detail", message), LOG_TEXT("request_id", call->request_id.text));
	problem_answer(call, kind == NULL ? "internal" : code, NULL);
}

void run_answer_failure(
	struct call *call, const char *step, enum store_failure failure, const PGresult *result) {
	switch (failure) {
	case STORE_BUSY:
		problem_answer(
			call, "unavailable", "too many requests are waiting for the database");
		break;
	case STORE_DOWN:
		problem_answer(call, "unavailable", "the database cannot be reached");
		break;
	case STORE_TIMEOUT:
		problem_answer(call, "timeout", NULL);
		break;
	default:
		answer_sqlstate(call, step, result);
	}
}

/* Which calendars a write changed, also when nobody is left to answer: now if it is committed, else with its lease. */
static void tell_change(struct call *call, const PGresult *result) {
	int last = PQnfields(result) - 1;

	if (call->query.statement->lane == LANE_WRITE && PQntuples(result) > 0 && last >= 0 &&
		strcmp(PQfname(result, last), "changed") == 0 && !PQgetisnull(result, 0, last)) {
		const char *calendars = PQgetvalue(result, 0, last);
		call->query.lease != NULL ? lease_tell(call->query.lease, calendars)
					  : news_tell(call->flow->pool, calendars);
	}
}

static void on_done(struct query *query, enum store_failure failure, PGresult *result) {
	struct call *call = LIST_ENTRY(query, struct call, query);

	call->query_out = false;
	call->queue_us +=
		query->sent_us > call->submitted_us ? query->sent_us - call->submitted_us : 0;
	uint64_t came_us = monotonic_us();
	call->db_us += came_us - call->submitted_us;
	if (failure == STORE_OK) {
		consistency_keep(call->position, query->position);
		tell_change(call, result);
	}
	if (call->gone) {
		/* nobody is left to read it */
	} else if (failure != STORE_OK) {
		run_answer_failure(call, query->statement->name, failure, result);
	} else if (call->on_rows != NULL) {
		call->on_rows(call, result);
	} else {
		reply_rows(call, result);
	}
	loop_took(call->flow->loop, call->route->operation->id, came_us);
	call_unref(call);
}

/* Writes on one calendar run one after the other: each waits for the calendar's row anyway, here it does so
 * without holding a connection. */
static void set_serial_key(struct call *call) {
	const struct wire_schema *fields = call->route->operation->path_fields;
	int field = fields == NULL ? -1 : wire_field_index(fields, "calendar_id", 11);

	call->query.serial_key[0] = 0;
	if (field >= 0 && call->path_values[field] != NULL) {
		strncpy(call->query.serial_key, call->path_values[field],
			sizeof(call->query.serial_key) - 1);
	}
}

/* The contract row's, where it states one of its own; else what the operator set. */
uint64_t run_deadline_us(const struct call *call) {
	uint32_t row_ms = operation_deadline_ms(call->route->operation, call->query_record);
	uint64_t due_us = call->began_us + (row_ms == OPERATION_DEADLINE_MS
							   ? call->flow->config->request_deadline_us
							   : (uint64_t)row_ms * 1000);

	return call->latest_us != 0 && call->latest_us < due_us ? call->latest_us : due_us;
}

/* Of a replica, if there is one, is asked what reads for somebody who says what he has seen; what a write reads on its
 * way must be true where it writes. */
static void set_way(struct call *call) {
	bool is_write = call->query.statement->lane == LANE_WRITE;
	bool has_replica = config_has_replica(call->flow->config);
	bool may_lag = has_replica && !call->needs_primary &&
		       (call->route->operation->flags & OPERATION_SAFE) != 0;

	call->query.lease = call->lease;
	call->query.consistency = may_lag && !is_write ? call->consistency_token.text : NULL;
	call->query.wants_position = has_replica && is_write && call->lease == NULL;
	call->query.repeatable = is_write && call->idempotency_key.text != NULL;
}

void run_submit(struct call *call, const struct statement *statement) {
	call->query.statement = statement;
	call->query.values = call->values;
	call->query.on_done = on_done;
	call->query.deadline_us = run_deadline_us(call);
	set_way(call);
	call->submitted_us = monotonic_us();
	set_serial_key(call);
	call->query_out = true;
	call_ref(call);
	pool_submit(call->flow->pool, &call->query);
}

void run_statement(struct call *call) {
	if (bind_context(call) && bind_statement(call, call->route->statement)) {
		run_submit(call, call->route->statement);
	}
}

static void run_bound(struct call *call) {
	if (call->route->handler != NULL) {
		call->route->handler(call);
	} else {
		run_statement(call);
	}
}

static void run_operation(struct call *call) {
	if (!bind_head(call)) {
		return;
	}
	if (bind_body_is_long(call)) {
		bind_body_beside(call, run_bound);
	} else if (bind_body(call)) {
		run_bound(call);
	}
}

void flow_run(struct call *call) {
	struct loop *loop = call->flow->loop;
	const char *operation = call->route->operation->id;
	uint64_t began_us = monotonic_us();

	run_operation(call); /* may answer, and then the call is gone */
	loop_took(loop, operation, began_us);
}

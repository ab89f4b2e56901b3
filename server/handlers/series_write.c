/* series_write.c: the steps drawn in series_write.h. */
#include "server/handlers/series_write.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_iter.h"
#include "server/domain/series_plan.h"
#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/crews.h"
#include "server/store/row.h"

enum { PLANS_MAX = 3, RETRY_US = 10000 };

enum plan_kind { PLAN_SERIES, PLAN_SLOT, PLAN_SPLIT };

struct series_write {
	struct call *call;
	const char *slot;
	int plans; /* made so far */
	enum plan_kind kind;
	PGresult *rows; /* what the plan is made from; ours */
	struct plan_from from;
	struct wire_buffer plan;
	struct crew_job job;
	struct timer retry;
	bool made;
};

static void on_written(struct call *call, PGresult *result);
static void on_plan_from(struct call *call, PGresult *result);

static void write_event(struct call *call) {
	call->on_rows = on_written;
	run_statement(call);
}

/* In the order of the parameters in series_plan.sql. */
static void read_plan_from(struct call *call) {
	const struct series_write *write = call->handler_state;
	const struct statement *statement = statement_find("series_plan");
	const struct wire_schema *fields = call->route->operation->path_fields;
	int event = wire_field_index(fields, "event_id", 8);

	call->values[0] = call->route->operation->id;
	call->values[1] = call->path_values[wire_field_index(fields, "calendar_id", 11)];
	call->values[2] = event < 0 ? NULL : call->path_values[event];
	call->values[3] = bind_body_text(call);
	call->values[4] = write->slot;
	call->on_rows = on_plan_from;
	run_submit(call, statement);
}

static void on_retry(struct timer *timer) {
	struct series_write *write = LIST_ENTRY(timer, struct series_write, retry);
	struct call *call = write->call;

	if (!call->gone) {
		read_plan_from(call);
	}
	call_unref(call);
}

/* Whoever lost against another writer waits a random while, longer each time, or they would all meet again. */
static void plan_later(struct call *call) {
	struct series_write *write = call->handler_state;
	uint64_t most_us = RETRY_US << (2 * write->plans);

	timer_init(&write->retry, on_retry);
	call_ref(call);
	loop_set_timer(
		call->flow->loop, &write->retry, monotonic_us() + (uint64_t)random() % most_us);
}

static void on_written(struct call *call, PGresult *result) {
	struct series_write *write = call->handler_state;
	int outcome = PQfnumber(result, "outcome");

	if (PQntuples(result) == 0 || outcome < 0 ||
		strcmp(PQgetvalue(result, 0, outcome), "needs_plan") != 0) {
		reply_rows(call, result);
	} else if (write->plans >= PLANS_MAX) {
		problem_answer(call, "conflict", "the event kept changing meanwhile");
	} else if (write->plans > 0) {
		plan_later(call);
	} else {
		read_plan_from(call);
	}
}

static void read_row(const PGresult *result, struct plan_from *from) {
	*from = (struct plan_from){
		.basis = row_text(result, 0, "basis"),
		.is_all_day = row_bool(result, 0, "is_all_day"),
		.floating = row_bool(result, 0, "floating"),
		.tzid = row_text(result, 0, "tzid"),
		.start = row_text(result, 0, "start"),
		.length_s = row_text(result, 0, "length_s"),
		.length_days = row_text(result, 0, "length_days"),
		.rrule = row_text(result, 0, "rrule"),
		.rdates = row_text(result, 0, "rdates"),
		.exdates = row_text(result, 0, "exdates"),
		.exceptions = row_text(result, 0, "exceptions"),
		.old_is_all_day = row_bool(result, 0, "old_is_all_day"),
		.old_floating = row_bool(result, 0, "old_floating"),
		.old_start_second = row_bool(result, 0, "old_start_second"),
		.old_tzid = row_text(result, 0, "old_tzid"),
		.old_length_s = row_text(result, 0, "old_length_s"),
		.old_length_days = row_text(result, 0, "old_length_days"),
		.old_start = row_text(result, 0, "old_start"),
		.old_rrule = row_text(result, 0, "old_rrule"),
		.old_rdates = row_text(result, 0, "old_rdates"),
		.old_exdates = row_text(result, 0, "old_exdates"),
		.asks_rrule = row_bool(result, 0, "asks_rrule"),
		.asks_rdates = row_bool(result, 0, "asks_rdates"),
		.asks_exdates = row_bool(result, 0, "asks_exdates"),
		.asks_start = row_bool(result, 0, "asks_start"),
		.asks_single = row_bool(result, 0, "asks_single"),
		.start_second = row_bool(result, 0, "start_second"),
	};
}

/* ---- the plan: at once where it is cheap, else on the planner's thread --------------------------------------- */

static bool make_plan(struct series_write *write, bool *spent) {
	write->plan = (struct wire_buffer){ 0 };
	switch (write->kind) {
	case PLAN_SPLIT:
		return plan_split(&write->from, &write->plan, spent);
	case PLAN_SLOT:
		return plan_slot(&write->from, &write->plan, spent);
	default:
		return plan_series(&write->from, &write->plan, spent);
	}
}

static void on_planned(struct call *call, bool made) {
	struct series_write *write = call->handler_state;

	write->plans++;
	made = made && !write->plan.failed;
	call->context[CONTEXT_PLAN] =
		made ? call_copy(call, write->plan.bytes, write->plan.len) : NULL;
	wire_buffer_finish(&write->plan);
	PQclear(write->rows);
	write->rows = NULL;
	if (call->gone) {
		return;
	}
	if (call->context[CONTEXT_PLAN] == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	write_event(call);
}

static void plan_job(struct crew_job *job) {
	struct series_write *write = LIST_ENTRY(job, struct series_write, job);
	bool spent;

	write->made = make_plan(write, &spent);
}

static void on_plan_job(struct crew_job *job) {
	struct series_write *write = LIST_ENTRY(job, struct series_write, job);
	struct call *call = write->call;

	on_planned(call, write->made);
	call_unref(call);
}

static enum plan_kind plan_kind_of(const struct call *call, const char *slot) {
	if (strcmp(call->route->operation->id, "splitSeries") == 0) {
		return PLAN_SPLIT;
	}
	return slot == NULL ? PLAN_SERIES : PLAN_SLOT;
}

static void on_plan_from(struct call *call, PGresult *result) {
	struct series_write *write = call->handler_state;
	bool spent = false;

	if (PQntuples(result) != 1) {
		problem_answer(call, "internal", NULL);
		return;
	}
	write->rows = query_take_result(&call->query); /* the texts of `from` lie in it */
	read_row(write->rows, &write->from);
	write->from.slot = write->slot;
	write->from.without_slot = strcmp(call->route->operation->id, "deleteInstance") == 0;
	write->from.steps = RRULE_SLICE_STEPS;
	write->kind = plan_kind_of(call, write->slot);
	bool made = make_plan(write, &spent);
	if (!made || !spent) {
		on_planned(call, made);
		return;
	}
	wire_buffer_finish(&write->plan);
	write->from.steps = RRULE_BUDGET_STEPS;
	write->job = (struct crew_job){
		.work = plan_job, .on_done = on_plan_job, .loop = call->flow->loop
	};
	call_ref(call);
	if (!crew_submit(&planner, &write->job)) {
		on_planned(call, false);
		call_unref(call);
	}
}

void series_write(struct call *call, const char *slot, bool surely) {
	struct series_write *write = call_alloc(call, sizeof(*write));

	if (write == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*write = (struct series_write){ .call = call, .slot = slot };
	call->handler_state = write;
	if (surely) {
		read_plan_from(call);
	} else {
		write_event(call);
	}
}

bool body_recurs(const struct call *call) {
	return bind_member(call->body_record, "recurrence") != NULL;
}

const char *body_text(const struct call *call, const char *name) {
	const struct wire_value *value = bind_member(call->body_record, name);
	return value == NULL ? NULL : value->text;
}

const char *query_text(const struct call *call, const char *name) {
	const struct wire_value *value = bind_member(call->query_record, name);
	return value == NULL ? NULL : value->text;
}

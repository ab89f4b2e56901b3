/* POST /v1/batch: several requests in one.
 *
 *   parts ─> (atomic: lease) ~~> (key: claim) ~~> (atomic: lock) ~~> run the parts ~~> (atomic: commit) ~~> reply
 *   422      503,504              409,422          503                each answered     409: nothing applied   200
 *
 * Parts run in the order given: a write waits for all before it, and nothing passes a write; only reads run beside
 * each other. In a transaction all go one after the other, on the lease's connection. The claim comes first as in
 * every write; then the calendars are locked in id order, so that two batches that name the same ones in different
 * orders wait and do not deadlock. What PostgreSQL ends all the same (a deadlock over users, say) is begun again.
 *
 * A client that hangs up ends the batch after the part that runs: atomic, nothing stays; else what was done stays,
 * and the same batch with the same key goes on from there. A half-closed connection counts as that, and is answered. */
#include "server/store/lease.h"

#include <stdlib.h>
#include <string.h>

#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/batch_part.h"
#include "server/handlers/handlers.h"

enum {
	TRIES_MAX = 3,
	READS_AT_ONCE = 8,
	PARTS_US = 200, /* no part is begun in a turn that has done so much for others */
	ANSWER_MAX = 8 << 20, /* parts behind so many bytes of answers are not run */
};

struct batch {
	struct call *call; /* one reference from the first step that waits to the last */
	struct batch_part *parts;
	size_t count, next; /* next: the first that was not started */
	size_t out; /* started and not answered */
	size_t answer_bytes;
	bool atomic, going,
		writing; /* going: inside run_parts; writing: the one that is out is a write */
	struct loop_job job; /* the rest of the parts, in another turn */
	bool paused; /* it is waited for */
	int tries;
	struct lease *lease; /* NULL: not atomic, not yet, or not any more */
	struct query query; /* the batch's own statements: claim, lock */
	const char *values[PARAMS_MAX];
};

static void begin(struct batch *batch);
static void run_parts(struct batch *batch);

/* ---- the end --------------------------------------------------------------------------------------------- */

static void drop_parts(struct batch *batch) {
	if (batch->lease != NULL) {
		lease_roll_back(batch->lease);
		batch->lease = NULL;
	}
	for (size_t i = 0; i < batch->count; i++) {
		batch_part_finish(&batch->parts[i]);
	}
}

/* Nothing of the batch is touched afterwards. */
static void finish(struct batch *batch) {
	struct call *call = batch->call;

	drop_parts(batch);
	call_unref(call);
}

static void finish_with(struct batch *batch, const char *code, const char *detail) {
	if (!batch->call->gone) {
		problem_answer(batch->call, code, detail == NULL ? NULL : "%s", detail);
	}
	finish(batch);
}

static void finish_with_failure(
	struct batch *batch, const char *step, enum store_failure failure, const PGresult *result) {
	if (!batch->call->gone) {
		run_answer_failure(batch->call, step, failure, result);
	}
	finish(batch);
}

static void finish_with_answers(struct batch *batch) {
	struct wire_buffer *out = &batch->call->answer;

	if (!batch->call->gone) {
		wire_put_str(out, "{\"responses\":[");
		for (size_t i = 0; i < batch->count; i++) {
			wire_put_str(out, i == 0 ? "" : ",");
			batch_part_put(&batch->parts[i], out);
		}
		wire_put_str(out, "]}");
		reply_json(batch->call, 200, NULL);
	}
	finish(batch);
}

/* ---- all or nothing -------------------------------------------------------------------------------------- */

static bool may_begin_again(const struct batch *batch) {
	return batch->lease != NULL && lease_is_worth_retrying(batch->lease) &&
	       batch->tries < TRIES_MAX && !call_client_left(batch->call);
}

static void begin_again(struct batch *batch) {
	drop_parts(batch);
	begin(batch);
}

/* A part that failed for a reason that may pass: the batch as a whole says so, and the client may send it again. */
static bool is_passing(const struct batch_part *part) {
	return batch_part_status(part) >= 500 || batch_part_status(part) == 429;
}

static void undo(struct batch *batch) {
	struct call *call = batch->call;
	const char *code = "batch_failed";
	size_t failed = 0;

	if (may_begin_again(batch)) {
		begin_again(batch);
		return;
	}
	for (size_t i = 0; i < batch->next; i++) {
		const struct batch_part *part = &batch->parts[i];
		batch_part_report(part, call);
		failed += batch_part_status(part) >= 400;
		if (is_passing(part)) {
			code = part->call == NULL ? "unavailable" : part->call->code;
			call->retry_after_s = part->call == NULL ? 1 : part->call->retry_after_s;
		}
	}
	finish_with(batch, code,
		call_client_left(call)
			? "the client hung up, so none was done"
			: call_format(call, "of %zu requests %zu failed, so none was done",
				  batch->count, failed));
}

static void on_committed(
	void *context, enum store_failure failure, const PGresult *result, const char *position) {
	struct batch *batch = context;

	consistency_keep(batch->call->position, position);
	if (failure == STORE_OK) {
		finish_with_answers(batch);
	} else {
		finish_with_failure(batch, "commit", failure, result);
	}
}

static void settle(struct batch *batch) {
	bool failed = false;

	for (size_t i = 0; i < batch->count; i++) {
		failed |= batch_part_status(&batch->parts[i]) >= 400;
	}
	if (!batch->atomic) {
		finish_with_answers(batch);
	} else if (failed || call_client_left(batch->call)) {
		undo(batch);
	} else {
		struct lease *lease = batch->lease;
		batch->lease = NULL; /* the commit ends it */
		lease_commit(lease, on_committed);
	}
}

/* ---- the parts ------------------------------------------------------------------------------------------- */

static void on_part_answered(struct batch_part *part) {
	struct batch *batch = part->batch;

	batch->out--;
	batch->answer_bytes += batch_part_bytes(part);
	if (part->call != NULL) {
		consistency_keep(batch->call->position, part->call->position);
	}
	run_parts(batch);
}

static bool may_start(const struct batch *batch) {
	const struct batch_part *part = &batch->parts[batch->next];

	return batch->out == 0 || (!batch->atomic && !batch->writing && batch_part_is_safe(part) &&
					  batch->out < READS_AT_ONCE);
}

static void start_part(struct batch *batch) {
	struct batch_part *part = &batch->parts[batch->next++];
	struct call *call = batch->call;

	batch->out++;
	batch->writing = !batch_part_is_safe(part);
	if (monotonic_us() > call->latest_us) {
		batch_part_refuse(part, call, "timeout", "the time of the whole batch was over");
	} else if (batch->answer_bytes > ANSWER_MAX) {
		batch_part_refuse(part, call, "payload_too_large",
			"the answers of the batch are too long already; ask for less in one batch");
	} else if (call_client_left(call)) {
		batch_part_refuse(
			part, call, "batch_failed", "the client hung up before this was begun");
	} else {
		batch_part_start(part, call, batch->lease);
	}
}

/* In a transaction, nothing is gained behind one that is aborted, or a failure that may pass. */
static bool is_cut_short(const struct batch *batch) {
	if (!batch->atomic || batch->call->gone) {
		return batch->call->gone;
	}
	return call_client_left(batch->call) ||
	       (batch->next > 0 && (lease_is_aborted(batch->lease) ||
					   is_passing(&batch->parts[batch->next - 1])));
}

static bool has_startable(const struct batch *batch) {
	return batch->next < batch->count && may_start(batch) && !is_cut_short(batch);
}

static void go_on(struct loop_job *job) {
	struct batch *batch = LIST_ENTRY(job, struct batch, job);

	batch->paused = false;
	run_parts(batch);
}

/* A part may be answered inside its start, so this is a loop and not a chain of calls. Fifty that are refused at once
 * are too much for one turn. */
static void start_parts(struct batch *batch) {
	uint64_t until_us = monotonic_us() + PARTS_US;

	batch->going = true;
	while (has_startable(batch) && !batch->paused) {
		start_part(batch);
		if (monotonic_us() > until_us && has_startable(batch)) {
			batch->paused = true;
			loop_add_job(batch->call->flow->loop, &batch->job);
		}
	}
	batch->going = false;
}

static void run_parts(struct batch *batch) {
	if (batch->going || batch->paused) {
		return;
	}
	start_parts(batch);
	if (batch->out > 0 || batch->paused) {
		return;
	}
	if (batch->call->gone) {
		finish(batch);
	} else if (batch->next < batch->count) {
		undo(batch);
	} else {
		settle(batch);
	}
}

/* ---- before them: lock, claim, lease --------------------------------------------------------------------- */

static void submit(struct batch *batch, const struct statement *statement,
	void (*on_done)(struct query *query, enum store_failure failure, PGresult *result)) {
	batch->query = (struct query){ .statement = statement,
		.values = batch->values,
		.lease = batch->lease,
		.deadline_us = batch->call->latest_us,
		.on_done = on_done };
	list_init(&batch->query.link);
	pool_submit(batch->call->flow->pool, &batch->query);
}

/* false: the batch has ended, or begins again. */
static bool went_well(
	struct batch *batch, const char *step, enum store_failure failure, PGresult *result) {
	if (failure == STORE_OK && !batch->call->gone) {
		return true; /* a client that left otherwise is noticed by the parts */
	}
	if (may_begin_again(batch)) {
		begin_again(batch);
	} else {
		finish_with_failure(batch, step, failure, result);
	}
	return false;
}

static void on_locked(struct query *query, enum store_failure failure, PGresult *result) {
	struct batch *batch = LIST_ENTRY(query, struct batch, query);

	if (went_well(batch, "lock", failure, result)) {
		run_parts(batch);
	}
}

static void lock(struct batch *batch) {
	const char *calendars =
		batch->atomic ? batch_parts_calendars(batch->parts, batch->count, batch->call)
			      : NULL;

	if (calendars == NULL) {
		run_parts(batch);
		return;
	}
	batch->values[0] = calendars;
	submit(batch, statement_find("lock_calendars"), on_locked);
}

static void on_claimed(struct query *query, enum store_failure failure, PGresult *result) {
	struct batch *batch = LIST_ENTRY(query, struct batch, query);

	if (!went_well(batch, "claim", failure, result)) {
		return;
	}
	const char *outcome = PQgetvalue(result, 0, PQfnumber(result, "outcome"));
	if (strcmp(outcome, "ok") != 0) {
		finish_with(batch, outcome, NULL);
		return;
	}
	batch->call->replayed = PQgetvalue(result, 0, PQfnumber(result, "replayed"))[0] == 't';
	lock(batch);
}

static void claim(struct batch *batch) {
	struct call *call = batch->call;

	if (call->idempotency_key.text == NULL) {
		lock(batch);
		return;
	}
	if (!bind_context(call) || !bind_statement(call, call->route->statement)) {
		finish(batch); /* answered */
		return;
	}
	memcpy(batch->values, call->values, sizeof(batch->values));
	submit(batch, call->route->statement, on_claimed);
}

static void on_lease(void *context, enum store_failure failure) {
	struct batch *batch = context;

	if (went_well(batch, "lease", failure, NULL)) {
		claim(batch);
	}
}

static void begin(struct batch *batch) {
	struct call *call = batch->call;

	batch->tries++;
	batch->next = batch->answer_bytes = 0;
	if (!batch->atomic) {
		claim(batch);
		return;
	}
	batch->lease = lease_take(call->flow->pool, call->latest_us, on_lease, batch);
	if (batch->lease == NULL) {
		finish_with(batch, "unavailable", NULL);
	}
}

void handle_batch(struct call *call) {
	const struct wire_value *atomic = bind_member(call->body_record, "atomic");
	struct batch *batch = call_alloc(call, sizeof(*batch));

	if (batch == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*batch = (struct batch){ .call = call, .atomic = atomic != NULL && atomic->number != 0 };
	batch->parts = batch_parts(call, batch, &batch->count);
	if (batch->parts == NULL) {
		return;
	}
	for (size_t i = 0; i < batch->count; i++) {
		batch->parts[i].on_answered = on_part_answered;
	}
	loop_job_init(&batch->job, call->route->operation->id, go_on);
	call->latest_us = run_deadline_us(call);
	call_ref(call);
	begin(batch);
}

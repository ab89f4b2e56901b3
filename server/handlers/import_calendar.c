/* POST …/import: iCalendar text into a calendar, in one transaction.
 *
 *   scribe: read ─> lease ~~> begin ~~┬─> scribe: rows ─> import_calendar ~~┬─> finish ~~> commit ~~> 200
 *   400,422         503       403,404 │              <──── not the last ────┘
 *                                     └─ answered before: commit ~~> the same answer
 *
 * Reading 4 MiB takes a tenth of a second and writing 10,000 rows some seconds, so both happen in pieces: 250 rows
 * are a statement, and between two of them the loop does everybody else's work. The lease ends exactly once: by the
 * commit, or by on_free() when the call is over without one. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/ics_import.h"
#include "server/flow/bind.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/crews.h"
#include "server/handlers/handlers.h"
#include "server/store/lease.h"

/* A statement: long enough that its beginning and end cost little, short enough for statement_timeout and for those who
 * want a core of the database meanwhile. */
enum { ROWS_A_STATEMENT = 250, BYTES_A_STATEMENT = 256 << 10 };

struct import {
	struct call *call;
	struct crew_job job;
	struct lease *lease; /* NULL: none, or ended */
	enum ics_verdict verdict;
	const char *why;
	struct ics_import *file;
	struct wire_buffer plan; /* the step, see import_calendar.sql */
	struct wire_buffer failed; /* what the database refused; objects with commas between */
	int64_t created, updated, skipped;
	size_t rows; /* of this step */
	PGresult *answer; /* what is answered once it is committed */
};

static void release_file(void *file) {
	ics_import_free(file);
}

static void on_free(struct call *call) {
	struct import *import = call->handler_state;

	if (import->lease != NULL) {
		lease_roll_back(import->lease);
	}
	if (import->file != NULL) {
		scribes_release(call->flow->loop, import->file, release_file);
	}
	wire_buffer_finish(&import->plan);
	wire_buffer_finish(&import->failed);
	PQclear(import->answer);
}

/* Work for a scribe, and what follows on the loop unless the client is gone. */
static void ask_scribe(struct import *import, void (*work)(struct crew_job *job),
	void (*on_done)(struct crew_job *job)) {
	struct call *call = import->call;

	import->job =
		(struct crew_job){ .work = work, .on_done = on_done, .loop = call->flow->loop };
	call_ref(call);
	if (!crew_submit(&scribes, &import->job)) {
		problem_answer(call, "unavailable", "too many files are being imported");
		call_unref(call);
	}
}

static void take_step(struct import *import, void (*on_rows)(struct call *call, PGresult *result)) {
	struct call *call = import->call;

	if (import->plan.failed) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	call->context[CONTEXT_PLAN] = import->plan.bytes;
	if (bind_statement(call, call->route->statement)) {
		call->lease = import->lease;
		call->on_rows = on_rows;
		run_submit(call, call->route->statement);
	}
}

/* ---- the end ---------------------------------------------------------------------------------------------------- */

static void on_committed(
	void *context, enum store_failure failure, const PGresult *result, const char *position) {
	struct call *call = context;
	struct import *import = call->handler_state;

	consistency_keep(call->position, position);
	if (!call->gone && failure != STORE_OK) {
		run_answer_failure(call, "lease_commit", failure, result);
	} else if (!call->gone) {
		reply_rows(call, import->answer);
	}
	call_unref(call);
}

/* A refusal is committed too: what was claimed for its Idempotency-Key stands in the same transaction. */
static void commit(struct call *call, PGresult *result) {
	struct import *import = call->handler_state;
	struct lease *lease = import->lease;

	(void)result;
	import->answer = query_take_result(&call->query);
	import->lease = NULL;
	call->lease = NULL;
	call_ref(call);
	lease_commit(lease, on_committed);
}

static bool goes_on(const PGresult *result) {
	int outcome = PQfnumber(result, "outcome");

	return PQntuples(result) == 1 && outcome >= 0 &&
	       strcmp(PQgetvalue(result, 0, outcome), "needs_plan") == 0;
}

/* ---- rows ------------------------------------------------------------------------------------------------------- */

static void put_all_failed(struct import *import, struct wire_buffer *out) {
	const struct wire_buffer *read = ics_import_failed(import->file);

	wire_put(out, read->len == 0 ? "" : read->bytes, read->len);
	wire_put_str(out, read->len > 0 && import->failed.len > 0 ? "," : "");
	wire_put(out, import->failed.len == 0 ? "" : import->failed.bytes, import->failed.len);
	out->failed |= import->failed.failed || read->failed;
}

static void write_finish(struct import *import) {
	wire_buffer_clear(&import->plan);
	wire_put_format(&import->plan,
		"{\"step\":\"finish\",\"answer\":{\"created\":%lld,\"updated\":%lld,\"skipped\":%"
		"lld,"
		"\"failed\":[",
		(long long)import->created, (long long)import->updated, (long long)import->skipped);
	put_all_failed(import, &import->plan);
	wire_put_str(&import->plan, "]}}");
}

static void on_counted(struct call *call, PGresult *result);

static void write_rows(struct crew_job *job) {
	struct import *import = LIST_ENTRY(job, struct import, job);

	wire_buffer_clear(&import->plan);
	wire_put_str(&import->plan, "{\"step\":\"rows\",\"rows\":");
	import->rows =
		ics_import_rows(import->file, ROWS_A_STATEMENT, BYTES_A_STATEMENT, &import->plan);
	wire_put_char(&import->plan, '}');
	if (import->rows == 0) {
		write_finish(import);
		ics_import_free(import->file);
		import->file = NULL;
	}
}

static void on_rows_written(struct crew_job *job) {
	struct import *import = LIST_ENTRY(job, struct import, job);
	struct call *call = import->call;

	if (!call->gone) {
		take_step(import, import->rows == 0 ? commit : on_counted);
	}
	call_unref(call);
}

static int64_t count_of(const PGresult *result, const char *name) {
	return strtoll(PQgetvalue(result, 0, PQfnumber(result, name)), NULL, 10);
}

/* "[{…},{…}]" → its inside. */
static void add_failed(struct import *import, const PGresult *result) {
	int column = PQfnumber(result, "failed");
	const char *list = PQgetvalue(result, 0, column);
	size_t len = (size_t)PQgetlength(result, 0, column);

	if (len > 2) {
		wire_put_str(&import->failed, import->failed.len > 0 ? "," : "");
		wire_put(&import->failed, list + 1, len - 2);
	}
}

static void on_counted(struct call *call, PGresult *result) {
	struct import *import = call->handler_state;

	if (!goes_on(result)) {
		problem_answer(call, "internal", NULL);
		return;
	}
	import->created += count_of(result, "created");
	import->updated += count_of(result, "updated");
	import->skipped += count_of(result, "skipped");
	add_failed(import, result);
	ask_scribe(import, write_rows, on_rows_written);
}

/* ---- the beginning ---------------------------------------------------------------------------------------------- */

static void on_begun(struct call *call, PGresult *result) {
	struct import *import = call->handler_state;

	if (goes_on(result)) {
		ask_scribe(import, write_rows, on_rows_written);
	} else {
		commit(call, result);
	}
}

static void on_open(void *context, enum store_failure failure) {
	struct call *call = context;
	struct import *import = call->handler_state;

	if (!call->gone && failure != STORE_OK) {
		run_answer_failure(call, "lease_begin", failure, NULL);
	} else if (!call->gone) {
		wire_buffer_clear(&import->plan);
		wire_put_str(&import->plan, "{\"step\":\"begin\"}");
		take_step(import, on_begun);
	}
	call_unref(call);
}

static void open_lease(struct import *import) {
	struct call *call = import->call;

	if (!bind_context(call)) {
		return;
	}
	call_ref(call);
	import->lease = lease_take(call->flow->pool, run_deadline_us(call), on_open, call);
	if (import->lease == NULL) {
		problem_answer(call, "unavailable", NULL);
		call_unref(call);
	}
}

static void read_file(struct crew_job *job) {
	struct import *import = LIST_ENTRY(job, struct import, job);
	struct call *call = import->call;

	bind_request_hash(call);
	import->verdict =
		ics_import_read(call->body.text, call->body.len, &import->file, &import->why);
}

static void judge(struct import *import) {
	switch (import->verdict) {
	case ICS_READ:
		open_lease(import);
		break;
	case ICS_NO_CALENDAR:
		problem_answer(import->call, "malformed_calendar", "%s", import->why);
		break;
	case ICS_TOO_MANY:
		problem_answer(import->call, "too_many_components",
			"the file has more than %d components", ICS_COMPONENTS_MAX);
		break;
	case ICS_NO_MEMORY:
		problem_answer(import->call, "unavailable", NULL);
		break;
	}
}

static void on_read(struct crew_job *job) {
	struct import *import = LIST_ENTRY(job, struct import, job);
	struct call *call = import->call;

	if (!call->gone) {
		judge(import);
	}
	call_unref(call);
}

void handle_import_calendar(struct call *call) {
	struct import *import = call_alloc(call, sizeof(*import));

	if (import == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	*import = (struct import){ .call = call };
	call->handler_state = import;
	call->on_free = on_free;
	ask_scribe(import, read_file, on_read);
}

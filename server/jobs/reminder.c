/* reminder.c: a plan for each claimed event: what is due up to now, and when to look again. */
#include "server/jobs/reminder.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/reminders.h"
#include "server/store/row.h"

#define BATCH_TEXT "100"
enum { REST_MS = 1000, BATCH = 100, DUE_MAX = 500, DAY_S = 86400 };

struct plan {
	struct wire_buffer *out;
	const char *object_id; /* of a single event or an exception */
	bool recurs, all_day;
	unsigned count;
	int64_t last_s; /* when the last one that found room was due */
	uint64_t late_s;
	int64_t now_s;
};

/* ---- writing a plan -------------------------------------------------------------------------------------- */

/* An occurrence is named by its slot, anything else by itself. */
static void put_name(struct plan *plan, const struct occurrence *occurrence) {
	char slot[SLOT_ROOM];

	wire_put_format(plan->out, "{\"object_id\":\"%s", plan->object_id);
	if (plan->recurs) {
		slot_print(occurrence->slot_s, plan->all_day, slot);
		wire_put_format(plan->out, "_%s", slot);
	}
	wire_put_char(plan->out, '"');
}

static bool put_due(void *context, const struct reminder *reminder) {
	struct plan *plan = context;
	int64_t due_s = reminder->occurrence.start_s - (int64_t)reminder->minutes * 60;

	if (plan->count >= DUE_MAX) {
		return false;
	}
	wire_put_str(plan->out, plan->count++ > 0 ? "," : "");
	put_name(plan, &reminder->occurrence);
	wire_put_format(plan->out, ",\"start_s\":%lld,\"minutes\":%d}",
		(long long)reminder->occurrence.start_s, reminder->minutes);
	if (plan->now_s - due_s > (int64_t)plan->late_s) {
		plan->late_s = (uint64_t)(plan->now_s - due_s);
	}
	return true;
}

/* After a long silence the window is cut until what is due in it finds room. */
static int64_t put_window(
	struct plan *plan, struct reminder_set *set, int64_t after_s, int64_t until_s) {
	size_t start = plan->out->len;

	while (!reminders_due(set, after_s, until_s, put_due, plan) && until_s - after_s > 1) {
		until_s = after_s + (until_s - after_s) / 2;
		plan->out->len = start;
		plan->count = 0;
	}
	return until_s;
}

static void put_plan(struct job *job, struct wire_buffer *out, const PGresult *rows, int row,
	struct reminder_set *set) {
	int64_t after_s = row_number(rows, row, "done_until_s", 0),
		now_s = row_number(rows, row, "now_s", 0);
	struct plan plan = { .out = out,
		.object_id = row_text(rows, row, "id"),
		.recurs = series_recurs(set->series),
		.all_day = series_is_all_day(set->series),
		.now_s = now_s };

	wire_put_format(out, "%s{\"calendar_id\":\"%s\",\"event_id\":\"%s\",\"stamp\":%s,\"due\":[",
		out->len > 1 ? "," : "", row_text(rows, row, "calendar_id"),
		row_text(rows, row, "event_id"), row_text(rows, row, "stamp"));
	int64_t until_s = now_s <= after_s ? after_s : put_window(&plan, set, after_s, now_s);
	int64_t next_s = until_s < now_s ? now_s : reminders_next(set, until_s);
	if (next_s == INT64_MAX) { /* over; a change will say so again */
		next_s = now_s + (int64_t)REMINDERS_HORIZON_DAYS * DAY_S;
	}
	wire_put_format(out, "],\"done_until_s\":%lld,\"next_s\":%lld}", (long long)until_s,
		(long long)next_s);
	metric_add(&job->metrics->reminders, plan.count);
	metric_set(&job->metrics->reminders_late_s, plan.late_s);
}

static void reckon(struct job *job, struct wire_buffer *out, const PGresult *rows, int row) {
	struct reminder_set set = { .series = row_series(rows, row) };
	const char *slots = row_text(rows, row, "overridden_slots");
	int64_t *overridden = NULL;

	if (set.series != NULL &&
		(slots == NULL || slots_read(slots, &overridden, &set.overridden_count))) {
		set.overridden = overridden;
		reminder_minutes_read(&set, row_text(rows, row, "minutes"));
		put_plan(job, out, rows, row, &set);
	}
	free(overridden);
	series_free(set.series);
}

/* ---- the job --------------------------------------------------------------------------------------------- */

static bool store(struct job *job, struct wire_buffer *plans) {
	const char *value = plans->bytes;
	PGresult *stored =
		plans->failed ? NULL : session_run(&job->session, "store_reminders", 1, &value);

	PQclear(stored);
	return stored != NULL;
}

static int turn(struct job *job) {
	const char *batch = BATCH_TEXT;

	if (!session_is_usable(&job->session)) {
		return REST_MS;
	}
	PGresult *rows = session_run(&job->session, "claim_reminders", 1, &batch);
	if (rows == NULL) {
		job_fail(job);
		return REST_MS;
	}
	int count = PQntuples(rows);
	struct wire_buffer plans = WIRE_BUFFER_EMPTY;
	wire_put_char(&plans, '[');
	for (int row = 0; row < count; row++) {
		reckon(job, &plans, rows, row);
	}
	wire_put_char(&plans, ']');
	if (count > 0 && !store(job, &plans)) {
		job_fail(job);
	}
	wire_buffer_finish(&plans);
	PQclear(rows);
	return count >= BATCH ? 0 : REST_MS;
}

struct job *reminder_job(void) {
	static struct job job = { .name = "reminder", .turn = turn };

	return &job;
}

/* chore_metrics.c: rows appear with the first run, so a server that never did any house work shows none. */
#include "server/base/chore_metrics.h"

#include <string.h>
#include <time.h>

enum { CHORES_MAX = 16 };

static struct chore_row {
	const char *name;
	metric ran_at_s, runs, failures, rows, us;
} chores[CHORES_MAX];
static atomic_uint chore_count;

static struct chore_row *row_of(const char *name) {
	unsigned count = atomic_load(&chore_count);

	for (unsigned i = 0; i < count; i++) {
		if (strcmp(chores[i].name, name) == 0) {
			return &chores[i];
		}
	}
	if (count == CHORES_MAX) {
		return NULL;
	}
	chores[count].name = name;
	atomic_store(&chore_count, count + 1); /* readers see a whole row */
	return &chores[count];
}

void chore_metrics_ran(const char *name, bool good, uint64_t rows, uint64_t took_us) {
	struct chore_row *row = row_of(name);

	if (row != NULL) {
		metric_add(&row->runs, 1);
		metric_add(&row->failures, !good);
		metric_add(&row->rows, rows);
		metric_add(&row->us, took_us);
		metric_set(&row->ran_at_s, (uint64_t)time(NULL));
	}
}

static void put(struct wire_buffer *out, const char *name, const char *type, const char *help,
	size_t offset, double unit) {
	unsigned count = atomic_load(&chore_count);

	wire_put_format(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
	for (unsigned i = 0; i < count; i++) {
		uint64_t value = metric_read((const metric *)((const char *)&chores[i] + offset));
		wire_put_format(out, "%s{chore=\"%s\"} %.15g\n", name, chores[i].name,
			(double)value * unit);
	}
}

void chore_metrics_render(struct wire_buffer *out) {
	put(out, "api_chore_last_run_timestamp_seconds", "gauge", "When a chore last ran.",
		offsetof(struct chore_row, ran_at_s), 1);
	put(out, "api_chore_runs_total", "counter", "Runs of a chore.",
		offsetof(struct chore_row, runs), 1);
	put(out, "api_chore_failures_total", "counter", "Runs that could not be finished.",
		offsetof(struct chore_row, failures), 1);
	put(out, "api_chore_rows_total", "counter", "Rows that a chore removed or made.",
		offsetof(struct chore_row, rows), 1);
	put(out, "api_chore_seconds_total", "counter", "Time spent on a chore.",
		offsetof(struct chore_row, us), 1e-6);
}

/* zone_refresh.c: batch after batch, in the order of the events' key; drawn in sql/lib/zone_refreshing.sql.
 *
 * PostgreSQL could reckon too, but by zone files of its own, of another day: the occurrences that people see come
 * from this server's. Rows that come out as they are stored are not touched, which is nearly all of them. */
#include "server/store/zone_refresh.h"

#include <stdlib.h>
#include <string.h>

#include "libapi/wire/buffer.h"
#include "server/base/chore_metrics.h"
#include "server/base/log.h"
#include "server/base/loop.h"
#include "server/domain/derived.h"
#include "server/store/control.h"
#include "server/store/row.h"

enum { TRIES_MAX = 5 }; /* of one batch that others keep changing */

struct refresh {
	struct control *control;
	long changed;
};

enum batch { BATCH_STORED, BATCH_LAST, BATCH_AGAIN, BATCH_FAILED };

/* ---- one row ----------------------------------------------------------------------------------------------- */

static bool is_same(const PGresult *rows, int row, const char *column, int64_t number) {
	const char *text = row_text(rows, row, column);
	return text != NULL && strtoll(text, NULL, 10) == number;
}

static struct derived_from read_row(const PGresult *rows, int row) {
	bool follows = row_bool(rows, row, "follows");

	return (struct derived_from){
		.stored = row_stored(rows, row),
		.slot = follows ? row_text(rows, row, "slot") : NULL,
		.series_tzid = follows ? row_text(rows, row, "series_tzid") : NULL,
	};
}

static bool is_as_stored(const PGresult *rows, int row, const struct derived *due) {
	int64_t local_s = 0;
	const char *local = row_text(rows, row, "stored_start_local");
	bool same_end = due->endless ? row_text(rows, row, "last_s") == NULL
				     : is_same(rows, row, "last_s", due->last_s);

	return local != NULL && local_read(local, &local_s) && local_s == due->start_local_s &&
	       is_same(rows, row, "stored_start_fold", due->fold) &&
	       is_same(rows, row, "start_s", due->start_s) &&
	       is_same(rows, row, "end_s", due->end_s) &&
	       is_same(rows, row, "first_s", due->first_s) && same_end;
}

static void put_change(
	struct wire_buffer *out, const PGresult *rows, int row, const struct derived *due) {
	char local[OCCURRENCE_TIME_ROOM];

	wall_print(due->start_local_s, local);
	wire_put_format(out,
		"%s{\"calendar_id\":\"%s\",\"id\":\"%s\",\"version\":%s,\"start_local\":\"%s\","
		"\"start_fold\":%d,\"start_s\":%lld,\"end_s\":%lld,\"first\":%lld,\"last\":",
		out->len > 1 ? "," : "", row_text(rows, row, "calendar_id"),
		row_text(rows, row, "id"), row_text(rows, row, "version"), local, due->fold,
		(long long)due->start_s, (long long)due->end_s, (long long)due->first_s);
	if (due->endless) {
		wire_put_str(out, "null}");
	} else {
		wire_put_format(out, "%lld}", (long long)due->last_s);
	}
}

/* ---- batches ----------------------------------------------------------------------------------------------- */

/* One damaged row must not keep all others from being right. */
static long put_changes(struct wire_buffer *out, const PGresult *rows) {
	long count = 0;

	wire_put_char(out, '[');
	for (int row = 0; row < PQntuples(rows); row++) {
		struct derived_from from = read_row(rows, row);
		struct derived due;
		const char *fault = NULL;
		if (!row_bool(rows, row, "matters")) {
			continue;
		}
		if (!derive(&from, &due, &fault)) {
			LOG_EVENT(LOG_LEVEL_ERROR, "an event's instants cannot be computed",
				LOG_TEXT("event", row_text(rows, row, "id")),
				LOG_TEXT("detail", fault == NULL ? "no memory" : fault));
		} else if (!is_as_stored(rows, row, &due)) {
			put_change(out, rows, row, &due);
			count++;
		}
	}
	wire_put_char(out, ']');
	return count;
}

static enum batch store(struct refresh *refresh, const PGresult *rows) {
	int last = PQntuples(rows) - 1;
	struct wire_buffer changes = WIRE_BUFFER_EMPTY;
	long count = put_changes(&changes, rows);
	const char *const values[] = { changes.bytes, row_text(rows, last, "calendar_id"),
		row_text(rows, last, "id") };
	PGresult *stored =
		changes.failed ? NULL : control_ask(refresh->control, "store_zone_refresh", values);
	enum batch batch = stored == NULL                  ? BATCH_FAILED
			   : is_same(stored, 0, "left", 0) ? BATCH_STORED
							   : BATCH_AGAIN;

	refresh->changed += batch == BATCH_STORED ? count : 0;
	PQclear(stored);
	wire_buffer_finish(&changes);
	return batch;
}

static enum batch next_batch(struct refresh *refresh) {
	PGresult *rows = control_ask(refresh->control, "read_zone_refresh", NULL);
	enum batch batch = rows == NULL           ? BATCH_FAILED
			   : PQntuples(rows) == 0 ? BATCH_LAST
						  : store(refresh, rows);
	PQclear(rows);
	return batch;
}

static bool all_batches(struct refresh *refresh) {
	enum batch batch = BATCH_STORED;

	for (int tries = 0; batch != BATCH_LAST; tries++) {
		batch = next_batch(refresh);
		if (batch == BATCH_FAILED || tries == TRIES_MAX) {
			return false;
		}
		tries = batch == BATCH_AGAIN ? tries : -1;
	}
	return true;
}

/* An outcome's second column, or -1. */
static long ask_number(struct control *control, const char *name, const char *value) {
	const char *const values[] = { value };
	PGresult *result = control_ask(control, name, values);
	long number = result == NULL || PQntuples(result) != 1
			      ? -1
			      : strtol(PQgetvalue(result, 0, 1), NULL, 10);

	PQclear(result);
	return number;
}

bool zone_refresh(struct control *control) {
	struct refresh refresh = { .control = control };
	const char *version = zone_tzdb_version();
	uint64_t start_us = monotonic_us();
	long wanted = ask_number(control, "begin_zone_refresh", version);

	if (wanted <= 0) {
		return wanted == 0;
	}
	bool done = all_batches(&refresh);
	bool ended = ask_number(control, "end_zone_refresh", done ? "true" : "false") >= 0;
	chore_metrics_ran("zone_refresh", done && ended, (uint64_t)refresh.changed,
		monotonic_us() - start_us);
	LOG_EVENT(LOG_LEVEL_INFO,
		done ? "stored times follow the time zone database"
		     : "stored times follow the time zone database in part",
		LOG_TEXT("tzdb_version", version), LOG_NUMBER("changed", refresh.changed));
	return done && ended;
}

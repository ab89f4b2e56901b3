/* row.c: columns are looked up by name: once a row of a series, which is then expanded many times. */
#include "server/store/row.h"

#include <stdlib.h>

#include "server/base/log.h"

const char *row_cell(const PGresult *rows, int row, int column) {
	return column < 0 || PQgetisnull(rows, row, column) ? NULL : PQgetvalue(rows, row, column);
}

const char *row_text(const PGresult *rows, int row, const char *column) {
	return row_cell(rows, row, PQfnumber(rows, column));
}

bool row_bool(const PGresult *rows, int row, const char *column) {
	const char *text = row_text(rows, row, column);
	return text != NULL && text[0] == 't';
}

int64_t row_number(const PGresult *rows, int row, const char *column, int64_t absent) {
	const char *text = row_text(rows, row, column);
	return text == NULL ? absent : strtoll(text, NULL, 10);
}

struct stored_event row_stored(const PGresult *rows, int row) {
	return (struct stored_event){
		.is_all_day = row_text(rows, row, "stored_is_all_day"),
		.floating = row_text(rows, row, "stored_floating"),
		.tzid = row_text(rows, row, "stored_tzid"),
		.start_local = row_text(rows, row, "stored_start_local"),
		.start_fold = row_text(rows, row, "stored_start_fold"),
		.duration_s = row_text(rows, row, "stored_duration_s"),
		.duration_days = row_text(rows, row, "stored_duration_days"),
		.rrule = row_text(rows, row, "stored_rrule"),
		.rdates = row_text(rows, row, "stored_rdates"),
		.exdates = row_text(rows, row, "stored_exdates"),
	};
}

struct series *row_series(const PGresult *rows, int row) {
	const struct stored_event stored = row_stored(rows, row);
	const char *viewer = row_text(rows, row, "viewer_zone"), *fault = NULL;
	struct series *series =
		series_new(&stored, viewer == NULL ? NULL : zone_find(viewer, NULL), &fault);

	if (series == NULL) {
		LOG_EVENT(LOG_LEVEL_ERROR, "an event cannot be expanded",
			LOG_TEXT("event", row_text(rows, row, "id")),
			LOG_TEXT("detail", fault == NULL ? "no memory" : fault));
	}
	return series;
}

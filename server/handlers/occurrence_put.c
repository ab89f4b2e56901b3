/* occurrence_put.c: an occurrence is its series' row with a few members of its own. */
#include "server/handlers/occurrence_put.h"

#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 64 }; /* members of an event */

const struct zone *occurrence_shown_in(struct call *call) {
	const struct wire_schema *query = call->route->operation->query;
	int field = query == NULL ? -1 : wire_field_index(query, "time_zone", 9);

	if (field < 0 || call->query_record == NULL ||
		call->query_record->values[field].state != WIRE_SET) {
		return NULL;
	}
	return zone_find(call->query_record->values[field].text, NULL);
}

struct times { /* JSON of an occurrence's own members */
	char start[OCCURRENCE_TIME_ROOM + 2], end[OCCURRENCE_TIME_ROOM + 2];
	char slot[SLOT_ROOM + 2], series_id[36 + 3], id[OCCURRENCE_ID_ROOM + 2];
};

static void quote(char *text, size_t len) {
	memmove(text + 1, text, len);
	text[0] = '"';
	text[len + 1] = '"';
	text[len + 2] = 0;
}

static void write_times(struct times *times, const struct series *series,
	const struct occurrence *occurrence, const struct zone *zone) {
	size_t start, end;

	if (series_is_all_day(series)) {
		start = date_print(occurrence->slot_s, times->start);
		end = date_print(occurrence->slot_s + series_length_s(series), times->end);
	} else if (series_is_floating(series)) {
		start = wall_print(occurrence->slot_s, times->start);
		end = wall_print(occurrence->slot_s + series_length_s(series), times->end);
	} else {
		zone = zone != NULL ? zone : series_zone(series);
		start = instant_print(occurrence->start_s,
			zone_at(zone, occurrence->start_s).offset_s, times->start);
		end = instant_print(
			occurrence->end_s, zone_at(zone, occurrence->end_s).offset_s, times->end);
	}
	quote(times->start, start);
	quote(times->end, end);
}

static void set_instead(const char **instead, const struct wire_schema *schema, const char *name,
	const char *json) {
	int field = wire_field_index(schema, name, strlen(name));

	if (field >= 0) {
		instead[field] = json;
	}
}

/* Lines "seconds attendees", ascending: the last one that does not begin after the slot. NULL: as in the row; else to
 * be released with free(). Nobody's answers are shown of a masked row. */
static char *attendees_of_slot(const PGresult *rows, int row, int64_t slot_s) {
	const char *line = row_text(rows, row, "attendees_by_slot"), *found = NULL;
	char *json = NULL;

	while (line != NULL && !row_bool(rows, row, "masked")) {
		int64_t from_s = strtoll(line, &json, 10);
		if (from_s > slot_s) {
			break;
		}
		found = json + 1;
		line = strchr(line, '\n');
		line = line == NULL ? NULL : line + 1;
	}
	return found == NULL ? NULL : strndup(found, strcspn(found, "\n"));
}

void occurrence_put(struct wire_buffer *out, const struct reply_shape *shape, const PGresult *rows,
	int row, const struct series *series, const struct occurrence *occurrence,
	const struct zone *zone) {
	const char *instead[FIELDS_MAX] = { 0 }, *series_id = row_text(rows, row, "id");
	bool all_day = series_is_all_day(series);
	struct reply_shape own = *shape;
	struct times times;

	if (shape->schema->count > FIELDS_MAX || series_id == NULL || strlen(series_id) != 36) {
		out->failed = true;
		return;
	}
	write_times(&times, series, occurrence, zone);
	size_t slot_len = slot_print(occurrence->slot_s, all_day, times.slot);
	memcpy(times.id, series_id, 36);
	times.id[36] = '_';
	memcpy(times.id + 37, times.slot, slot_len);
	quote(times.id, 37 + slot_len);
	memcpy(times.series_id, series_id, 36);
	quote(times.series_id, 36);
	quote(times.slot, slot_len);
	set_instead(instead, shape->schema, "id", times.id);
	set_instead(instead, shape->schema, "series_id", times.series_id);
	set_instead(instead, shape->schema, "recurrence_id", times.slot);
	set_instead(instead, shape->schema, "is_exception", "false");
	set_instead(instead, shape->schema, "recurrence", "null");
	set_instead(instead, shape->schema, all_day ? "start_date" : "start_time", times.start);
	set_instead(instead, shape->schema, all_day ? "end_date" : "end_time", times.end);
	char *attendees = attendees_of_slot(rows, row, occurrence->slot_s);
	set_instead(instead, shape->schema, "attendees", attendees);
	own.instead = instead;
	reply_put_row(out, &own, rows, row);
	free(attendees);
}

/* reminders.c: for each reminder the expander is asked for the occurrences that start in a window moved by its
 * minutes. */
#include "server/domain/reminders.h"

#include <stdlib.h>

enum { MINUTE_S = 60, DAY_S = 86400 };

void reminder_minutes_read(struct reminder_set *set, const char *text) {
	char *at = (char *)(uintptr_t)text;

	set->count = 0;
	while (at != NULL && *at != 0 && set->count < REMINDERS_MAX) {
		set->minutes[set->count++] = (int)strtol(at, &at, 10);
		at += *at == ',';
	}
}

/* The next occurrence that starts after after_s, by itself and not by a row of its own. false: none. */
static bool next_start(struct reminder_set *set, int64_t after_s, struct occurrence *out) {
	enum occurrence_step step;

	do {
		step = series_next(set->series, out);
	} while (step == OCCURRENCE_PAUSE ||
		 (step == OCCURRENCE_NEXT &&
			 (out->start_s <= after_s ||
				 slots_have(set->overridden, set->overridden_count, out->slot_s))));
	return step == OCCURRENCE_NEXT;
}

bool reminders_due(struct reminder_set *set, int64_t after_s, int64_t until_s,
	bool (*on_due)(void *context, const struct reminder *reminder), void *context) {
	struct reminder reminder;

	for (size_t i = 0; i < set->count; i++) {
		int64_t ahead_s = (int64_t)set->minutes[i] * MINUTE_S;
		reminder.minutes = set->minutes[i];
		series_seek(set->series, after_s + ahead_s, until_s + ahead_s + 1);
		while (next_start(set, after_s + ahead_s, &reminder.occurrence)) {
			if (!on_due(context, &reminder)) {
				return false;
			}
		}
	}
	return true;
}

int64_t reminders_next(struct reminder_set *set, int64_t after_s) {
	int64_t horizon_s = after_s + (int64_t)REMINDERS_HORIZON_DAYS * DAY_S, next_s = INT64_MAX;
	struct occurrence occurrence;

	for (size_t i = 0; i < set->count; i++) {
		int64_t ahead_s = (int64_t)set->minutes[i] * MINUTE_S;
		series_seek(set->series, after_s + ahead_s, horizon_s + ahead_s);
		if (next_start(set, after_s + ahead_s, &occurrence) &&
			occurrence.start_s - ahead_s < next_s) {
			next_s = occurrence.start_s - ahead_s;
		}
	}
	if (next_s != INT64_MAX) {
		return next_s;
	}
	series_seek(set->series, horizon_s, INT64_MAX);
	return next_start(set, horizon_s, &occurrence) ? horizon_s : INT64_MAX;
}

/* occurrence.c: columns ─> recurrence set ─> instants of the viewer.
 *
 * A zoned event's set runs on its zone's clock. Dates and floating times have none: their set runs in local
 * seconds, in a window a day wider on both sides, and each occurrence is then put on the viewer's clock and
 * looked at once more. */
#include "server/domain/occurrence.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_set.h"

enum { DAY_S = 86400 };

struct series {
	bool is_all_day, floating, recurs;
	const struct zone *zone, *viewer;
	int64_t length_s;
	struct rrule rule;
	int64_t *rdates, *exdates;
	struct rrule_set set;
	struct rrule_walk walk;
	struct rrule_budget budget;
	int64_t from_s, to_s; /* of the window, to see it again on the viewer's clock */
};

/* ---- reading the columns --------------------------------------------------------------------------------- */

static int64_t instant_on_zone(const void *zone, int64_t local_s, bool second, bool *in_gap) {
	struct zone_instant found = zone_from_local(zone, local_s, second ? 1 : 0);

	if (in_gap != NULL) {
		*in_gap = found.kind == ZONE_GAP;
	}
	return found.utc_s;
}

static bool is_true(const char *text) {
	return text != NULL && text[0] == 't';
}

static const char *read_dates(
	const char *text, int64_t **dates, const int64_t **sorted, int32_t *count) {
	size_t read = 0;

	if (text == NULL) {
		return NULL;
	}
	if (!slots_read(text, dates, &read) || read > INT32_MAX) {
		return "rdates or exdates cannot be read";
	}
	*count = rrule_dates_sort(*dates, (int32_t)read);
	*sorted = *dates;
	return NULL;
}

static const char *read_rule(struct series *series, const char *text) {
	struct rrule_error error;

	if (text == NULL) {
		return NULL;
	}
	if (!rrule_parse(text, strlen(text), &series->rule, &error)) {
		return "the rule cannot be read";
	}
	series->set.rule = &series->rule;
	return NULL;
}

static const char *read_columns(struct series *series, const struct stored_event *stored) {
	struct rrule_set *set = &series->set;
	const char *fault = NULL;

	series->is_all_day = is_true(stored->is_all_day);
	series->floating = is_true(stored->floating);
	series->recurs = stored->rrule != NULL || stored->rdates != NULL;
	series->zone = stored->tzid == NULL ? NULL : zone_find(stored->tzid, &fault);
	if (series->zone == NULL) {
		return fault == NULL ? "the time zone is not known" : fault;
	}
	if (stored->start_local == NULL || !local_read(stored->start_local, &set->start_s)) {
		return "the start cannot be read";
	}
	set->start_second = stored->start_fold != NULL && stored->start_fold[0] == '1';
	set->duration_s = stored->duration_s == NULL ? 0 : strtoll(stored->duration_s, NULL, 10);
	set->duration_days = stored->duration_days == NULL
				     ? 0
				     : (int32_t)strtol(stored->duration_days, NULL, 10);
	series->length_s = set->duration_s + (int64_t)set->duration_days * DAY_S;
	if (!series->is_all_day && !series->floating) {
		set->clock = (struct rrule_clock){ instant_on_zone, series->zone };
	}
	fault = read_rule(series, stored->rrule);
	if (fault == NULL) {
		fault = read_dates(
			stored->rdates, &series->rdates, &set->rdates, &set->rdate_count);
	}
	if (fault == NULL) {
		fault = read_dates(
			stored->exdates, &series->exdates, &set->exdates, &set->exdate_count);
	}
	return fault;
}

struct series *series_new(
	const struct stored_event *stored, const struct zone *viewer, const char **fault) {
	struct series *series = calloc(1, sizeof(*series));
	const char *wrong = series == NULL ? NULL : read_columns(series, stored);

	if (fault != NULL) {
		*fault = wrong;
	}
	if (series == NULL || wrong != NULL) {
		series_free(series);
		return NULL;
	}
	series->viewer = viewer != NULL ? viewer : zone_find("UTC", NULL);
	if (series->viewer == NULL) {
		series->viewer = series->zone;
	}
	series_seek(series, INT64_MIN, INT64_MAX);
	return series;
}

void series_free(struct series *series) {
	if (series != NULL) {
		free(series->rdates);
		free(series->exdates);
		free(series);
	}
}

bool series_is_all_day(const struct series *series) {
	return series->is_all_day;
}

bool series_is_floating(const struct series *series) {
	return series->floating;
}

bool series_recurs(const struct series *series) {
	return series->recurs;
}

int64_t series_length_s(const struct series *series) {
	return series->length_s;
}

const struct zone *series_zone(const struct series *series) {
	return series->zone;
}

/* ---- walking --------------------------------------------------------------------------------------------- */

static bool has_own_clock(const struct series *series) {
	return series->set.clock.instant != NULL;
}

/* A bound of the window as local seconds, a day further out than any clock could put it. */
static int64_t local_bound(const struct series *series, int64_t at_s, int64_t further_s) {
	if (at_s == INT64_MIN || at_s == INT64_MAX) {
		return at_s;
	}
	return at_s + zone_at(series->viewer, at_s).offset_s + further_s;
}

void series_seek(struct series *series, int64_t from_s, int64_t to_s) {
	series->from_s = from_s;
	series->to_s = to_s;
	series->budget = RRULE_BUDGET_FULL;
	rrule_walk_init(&series->walk, &series->set);
	if (has_own_clock(series)) {
		rrule_walk_window(&series->walk, from_s, to_s);
	} else {
		rrule_walk_window(&series->walk, local_bound(series, from_s, -DAY_S),
			local_bound(series, to_s, DAY_S));
	}
}

/* Local seconds become the viewer's instants. In a gap an end may come out before its start: then the length
 * counts. */
static void put_on_viewer(const struct series *series, struct occurrence *out) {
	out->start_s = zone_from_local(series->viewer, out->slot_s, 0).utc_s;
	out->end_s = zone_from_local(series->viewer, out->slot_s + series->length_s, 0).utc_s;
	if (out->end_s < out->start_s) {
		out->end_s = out->start_s + series->length_s;
	}
}

static bool is_in_window(const struct series *series, const struct occurrence *occurrence) {
	return occurrence->start_s < series->to_s &&
	       (occurrence->end_s > series->from_s ||
		       (occurrence->end_s == occurrence->start_s &&
			       occurrence->start_s >= series->from_s));
}

enum occurrence_step series_next(struct series *series, struct occurrence *out) {
	struct rrule_occurrence found;

	for (;;) {
		switch (rrule_walk_next(&series->walk, &series->budget, &found)) {
		case RRULE_NEXT:
			*out = (struct occurrence){ found.slot_s, found.start, found.end };
			if (has_own_clock(series)) {
				return OCCURRENCE_NEXT;
			}
			put_on_viewer(series, out);
			if (is_in_window(series, out)) {
				return OCCURRENCE_NEXT;
			}
			break;
		case RRULE_END:
			return OCCURRENCE_END;
		case RRULE_BUDGET:
			rrule_budget_refill(&series->budget);
			return OCCURRENCE_PAUSE;
		default:
			return OCCURRENCE_TOO_COMPLEX;
		}
	}
}

int32_t series_steps(const struct series *series) {
	return RRULE_BUDGET_STEPS - series->budget.left;
}

void series_seek_slot(struct series *series, int64_t slot_s) {
	series_seek(series, INT64_MIN, INT64_MAX);
	rrule_walk_init(&series->walk, &series->set);
	rrule_walk_slot(&series->walk, slot_s);
}

struct occurrence_span series_span(struct series *series) {
	struct rrule_budget budget = RRULE_BUDGET_FULL;
	struct rrule_extent extent;

	if (rrule_extent_whole(&extent, &series->set, &budget) != RRULE_END) {
		return (struct occurrence_span){ .known = false };
	}
	return (struct occurrence_span){ extent.any, extent.endless, extent.first_start,
		extent.last_end };
}

/* derived.c: the start by the zone's clock, the end by the length, the span by the rule. */
#include "server/domain/derived.h"

/* The instant is the series' to say; the wall time is what the exception's own clock shows then. */
static bool follow_series(const struct derived_from *from, const struct zone *own,
	struct derived *out, const char **fault) {
	const struct zone *zone = zone_find(from->series_tzid, fault);
	int64_t slot_s = 0;

	if (zone == NULL) {
		return false;
	}
	if (!local_read(from->slot, &slot_s)) {
		*fault = "the slot cannot be read";
		return false;
	}
	out->start_s = zone_from_local(zone, slot_s, 0).utc_s;
	out->start_local_s = out->start_s + zone_at(own, out->start_s).offset_s;
	out->fold = zone_from_local(own, out->start_local_s, 0).utc_s < out->start_s ? 1 : 0;
	return true;
}

static bool find_start(const struct derived_from *from, const struct zone *own, struct derived *out,
	const char **fault) {
	if (from->slot != NULL && from->series_tzid != NULL) {
		return follow_series(from, own, out, fault);
	}
	if (from->stored.start_local == NULL ||
		!local_read(from->stored.start_local, &out->start_local_s)) {
		*fault = "the start cannot be read";
		return false;
	}
	out->fold = from->stored.start_fold != NULL && from->stored.start_fold[0] == '1' ? 1 : 0;
	out->start_s = zone_from_local(own, out->start_local_s, out->fold).utc_s;
	return true;
}

static bool find_span(struct series *series, struct derived *out, const char **fault) {
	struct occurrence_span span = series_span(series);

	if (!span.known) {
		*fault = "the rule takes too long";
		return false;
	}
	out->endless = span.endless;
	out->first_s = span.first_s < out->start_s ? span.first_s : out->start_s;
	out->last_s = span.last_s;
	return true;
}

bool derive(const struct derived_from *from, struct derived *out, const char **fault) {
	*fault = NULL;
	*out = (struct derived){ 0 };
	struct series *series = series_new(&from->stored, NULL, fault);
	if (series == NULL) {
		return false;
	}
	bool good = find_start(from, series_zone(series), out, fault);
	out->end_s = out->start_s + series_length_s(series);
	out->first_s = out->start_s;
	out->last_s = out->end_s;
	if (good && series_recurs(series)) {
		good = find_span(series, out, fault);
	}
	series_free(series);
	return good;
}

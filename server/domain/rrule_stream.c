/* rrule_stream.c: DTSTART and the rule merged with RDATE, each slot once, marked where EXDATE names it.
 *
 * Marked, not dropped: a slot in a gap may give way to one that was deleted (rrule_walk.c). */
#include "server/domain/rrule_stream.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_fault.h"

static int by_time(const void *left, const void *right) {
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

int32_t rrule_dates_sort(int64_t *dates, int32_t count) {
	int32_t kept = 0;

	if (count > 0) {
		qsort(dates, (size_t)count, sizeof(*dates), by_time);
	}
	for (int32_t i = 0; i < count; i++) {
		if (kept == 0 || dates[i] != dates[kept - 1]) {
			dates[kept++] = dates[i];
		}
	}
	return kept;
}

static bool in_years(const int64_t *dates, int32_t count) {
	return count == 0 || (dates[0] >= RRULE_FIRST_S && dates[count - 1] <= RRULE_LAST_S);
}

bool rrule_set_check(const struct rrule_set *set, struct rrule_error *error) {
	static const char years[] = "not in the years from 1900 to 2200";

	*error = (struct rrule_error){ .code = RRULE_OK };
	if (set->rdate_count > RRULE_RDATES_MAX) {
		return rrule_fault(error, RRULE_TOO_MANY, "rdates", NO_PIECE, "more than 256");
	}
	if (set->exdate_count + set->exday_count > RRULE_EXDATES_MAX) {
		return rrule_fault(error, RRULE_TOO_MANY, "exdates", NO_PIECE, "more than 1024");
	}
	if (!in_years(&set->start_s, 1)) {
		return rrule_fault(error, RRULE_INVALID, "start", NO_PIECE, years);
	}
	if (!in_years(set->rdates, set->rdate_count)) {
		return rrule_fault(error, RRULE_INVALID, "rdates", NO_PIECE, years);
	}
	return (in_years(set->exdates, set->exdate_count) &&
		       in_years(set->exdays, set->exday_count)) ||
	       rrule_fault(error, RRULE_INVALID, "exdates", NO_PIECE, years);
}

/* The first index ≥ from whose date is ≥ wanted. Usually the next one, so no search. */
static int32_t skip_dates(const int64_t *dates, int32_t count, int32_t from, int64_t wanted) {
	while (from < count && dates[from] < wanted) {
		from++;
	}
	return from;
}

void rrule_stream_init(struct rrule_stream *stream, const struct rrule_set *set) {
	memset(stream, 0, sizeof(*stream));
	if (set->rule != NULL) {
		rrule_iter_init(&stream->iter, set->rule, set->start_s);
		return;
	}
	stream->rule_over = true;
	stream->has_rule_slot = true;
	stream->rule_slot = set->start_s;
}

void rrule_stream_seek(struct rrule_stream *stream, const struct rrule_set *set, int64_t local_s) {
	if (stream->has_rule_slot && stream->rule_slot < local_s) {
		stream->has_rule_slot = false;
	}
	if (!stream->rule_over) {
		rrule_iter_seek(&stream->iter, local_s);
	}
	stream->rdate_at = skip_dates(set->rdates, set->rdate_count, stream->rdate_at, local_s);
}

void rrule_stream_stop(struct rrule_stream *stream, const struct rrule_set *set, int64_t local_s) {
	if (set->rule != NULL) {
		rrule_iter_stop(&stream->iter, local_s);
	}
}

static bool is_excluded(struct rrule_stream *stream, const struct rrule_set *set, int64_t slot_s) {
	int64_t midnight = slot_s - floor_mod(slot_s, 86400);

	stream->exdate_at = skip_dates(set->exdates, set->exdate_count, stream->exdate_at, slot_s);
	stream->exday_at = skip_dates(set->exdays, set->exday_count, stream->exday_at, midnight);
	return (stream->exdate_at < set->exdate_count &&
		       set->exdates[stream->exdate_at] == slot_s) ||
	       (stream->exday_at < set->exday_count && set->exdays[stream->exday_at] == midnight);
}

enum rrule_verdict rrule_stream_next(struct rrule_stream *stream, const struct rrule_set *set,
	struct rrule_budget *budget, struct rrule_slot *out) {
	if (!stream->has_rule_slot && !stream->rule_over) {
		enum rrule_verdict verdict =
			rrule_iter_next(&stream->iter, budget, &stream->rule_slot);
		if (verdict == RRULE_BUDGET || verdict == RRULE_SPENT) {
			return verdict;
		}
		stream->has_rule_slot = verdict == RRULE_NEXT;
		stream->rule_over = verdict == RRULE_END;
	}
	bool rdate = stream->rdate_at < set->rdate_count;
	if (!rdate && !stream->has_rule_slot) {
		return RRULE_END;
	}
	int64_t slot_s = stream->rule_slot;
	if (rdate && (!stream->has_rule_slot || set->rdates[stream->rdate_at] < slot_s)) {
		slot_s = set->rdates[stream->rdate_at];
	}
	rdate = rdate && set->rdates[stream->rdate_at] == slot_s;
	stream->rdate_at += rdate;
	if (stream->has_rule_slot && stream->rule_slot == slot_s) {
		stream->has_rule_slot = false;
	}
	out->slot_s = slot_s;
	out->bounded = !rdate && slot_s != set->start_s;
	out->excluded = is_excluded(stream, set, slot_s);
	return RRULE_NEXT;
}

/* freebusy.c: one pass over the sorted starts for what is certain, one for what is tentative, cut by the certain. */
#include "server/domain/freebusy.h"

#include <stdlib.h>
#include <string.h>

enum { MERGE_EVERY = 256 };

void freebusy_finish(struct freebusy *busy) {
	free(busy->spans);
	*busy = FREEBUSY_EMPTY;
}

static bool append(struct freebusy *busy, const struct busy_span *span) {
	if (busy->count == busy->room) {
		size_t room = busy->room == 0 ? 16 : 2 * busy->room;
		struct busy_span *spans = realloc(busy->spans, room * sizeof(*spans));
		if (spans == NULL) {
			return false;
		}
		busy->spans = spans;
		busy->room = room;
	}
	busy->spans[busy->count++] = *span;
	return true;
}

bool freebusy_add(
	struct freebusy *busy, const struct busy_span *span, int64_t from_s, int64_t to_s) {
	struct busy_span cut = *span;

	cut.start_s = cut.start_s < from_s ? from_s : cut.start_s;
	cut.end_s = cut.end_s > to_s ? to_s : cut.end_s;
	if (cut.start_s >= cut.end_s) {
		return true;
	}
	if (busy->count >= 2 * busy->merged + MERGE_EVERY && !freebusy_merge(busy)) {
		return false;
	}
	return append(busy, &cut);
}

static int compare(const void *left, const void *right) {
	const struct busy_span *one = left, *other = right;
	return (one->start_s > other->start_s) - (one->start_s < other->start_s);
}

/* Those of one certainty, touching ones joined, into `out`. */
static bool join(const struct freebusy *busy, bool tentative, struct freebusy *out) {
	for (size_t i = 0; i < busy->count; i++) {
		const struct busy_span *span = &busy->spans[i];
		struct busy_span *last = out->count == 0 ? NULL : &out->spans[out->count - 1];
		if (span->tentative != tentative) {
			continue;
		}
		if (last != NULL && span->start_s <= last->end_s) {
			last->end_s = span->end_s > last->end_s ? span->end_s : last->end_s;
		} else if (!append(out, span)) {
			return false;
		}
	}
	return true;
}

/* What of a tentative span no certain one covers; `at` is where the certain ones begin to matter. */
static bool add_rest(
	struct freebusy *out, const struct freebusy *certain, size_t *at, struct busy_span rest) {
	while (*at < certain->count && certain->spans[*at].end_s <= rest.start_s) {
		(*at)++;
	}
	for (size_t i = *at; i < certain->count && certain->spans[i].start_s < rest.end_s; i++) {
		struct busy_span before = rest;
		before.end_s = certain->spans[i].start_s;
		if (before.start_s < before.end_s && !append(out, &before)) {
			return false;
		}
		rest.start_s = certain->spans[i].end_s;
	}
	return rest.start_s >= rest.end_s || append(out, &rest);
}

/* Two runs in order, the first `old` spans and the rest, become one. */
static bool lay_together(struct freebusy *busy, size_t old) {
	size_t one = 0, other = old, room = busy->count + 1;
	struct busy_span *spans = malloc(room * sizeof(*spans));

	if (spans == NULL) {
		return false;
	}
	for (size_t i = 0; i < busy->count; i++) {
		bool first = other == busy->count ||
			     (one < old && compare(&busy->spans[one], &busy->spans[other]) <= 0);
		spans[i] = first ? busy->spans[one++] : busy->spans[other++];
	}
	free(busy->spans);
	busy->spans = spans;
	busy->room = room;
	return true;
}

/* What was merged before stands in order already: only the newer ones are sorted. */
static bool sort(struct freebusy *busy) {
	size_t newer = busy->count - busy->merged;

	if (newer > 1) {
		qsort(busy->spans + busy->merged, newer, sizeof(*busy->spans), compare);
	}
	return newer == 0 || lay_together(busy, busy->merged);
}

static bool combine(
	const struct freebusy *certain, const struct freebusy *maybe, struct freebusy *out) {
	size_t at = 0;

	for (size_t i = 0; i < maybe->count; i++) {
		if (!add_rest(out, certain, &at, maybe->spans[i])) {
			return false;
		}
	}
	size_t rest = out->count;
	for (size_t i = 0; i < certain->count; i++) {
		if (!append(out, &certain->spans[i])) {
			return false;
		}
	}
	return lay_together(out, rest);
}

bool freebusy_merge(struct freebusy *busy) {
	struct freebusy certain = FREEBUSY_EMPTY, maybe = FREEBUSY_EMPTY, out = FREEBUSY_EMPTY;

	bool good = sort(busy) && join(busy, false, &certain) && join(busy, true, &maybe) &&
		    combine(&certain, &maybe, &out);
	freebusy_finish(&certain);
	freebusy_finish(&maybe);
	if (!good) {
		freebusy_finish(&out);
		return false;
	}
	out.merged = out.count;
	freebusy_finish(busy);
	*busy = out;
	return true;
}

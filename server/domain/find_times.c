/* find_times.c: working hours become spans once; then starts and spans are walked side by side, so that a start
 * costs a few comparisons a person. */
#include "server/domain/find_times.h"

#include <stdlib.h>
#include <string.h>

enum { DAY_S = 86400, THURSDAY = 4 }; /* 1970-01-01 was one */

static const struct work usual[] = { { 1, 540, 1020 }, { 2, 540, 1020 }, { 3, 540, 1020 },
	{ 4, 540, 1020 }, { 5, 540, 1020 } };

static int64_t floor_div(int64_t value, int64_t by) {
	return value / by - (value % by < 0);
}

static bool add_hours(
	struct find_times *question, struct person *person, int64_t day, const struct work *work) {
	int64_t midnight_s = day * DAY_S;
	struct busy_span span = {
		zone_from_local(person->zone, midnight_s + work->start_minute * 60, 0).utc_s,
		zone_from_local(person->zone, midnight_s + work->end_minute * 60, 1).utc_s, false
	};
	return freebusy_add(&person->hours, &span, question->from_s, question->to_s);
}

bool find_times_lay_out(struct find_times *question, size_t index) {
	struct person *person = &question->people[index];

	if (!question->within_hours) {
		return true;
	}
	const struct work *work = person->work_count > 0 ? person->work : usual;
	size_t count = person->work_count > 0 ? person->work_count : sizeof(usual) / sizeof(*usual);
	int64_t first = floor_div(question->from_s, DAY_S) - 1,
		last = floor_div(question->to_s, DAY_S) + 1;

	for (int64_t day = first; day <= last; day++) {
		int weekday = (int)((day + THURSDAY - 1) % 7 + 7) % 7 + 1;
		for (size_t i = 0; i < count; i++) {
			if (work[i].day == weekday && !add_hours(question, person, day, &work[i])) {
				return false;
			}
		}
	}
	return freebusy_merge(&person->hours);
}

void find_times_begin(struct find_times *question) {
	int64_t step_s = question->step_s;

	question->at_s = -floor_div(-question->from_s, step_s) * step_s;
	question->slot_count = 0;
	question->had_hours = false;
	for (size_t i = 0; i < question->person_count; i++) {
		question->people[i].busy_at = question->people[i].hours_at = 0;
	}
}

/* ---- one possible start ---------------------------------------------------------------------------------- */

static bool works(struct person *person, int64_t start_s, int64_t end_s) {
	while (person->hours_at < person->hours.count &&
		person->hours.spans[person->hours_at].end_s < end_s) {
		person->hours_at++;
	}
	return person->hours_at < person->hours.count &&
	       person->hours.spans[person->hours_at].start_s <= start_s;
}

static bool has_nothing(struct person *person, int64_t start_s, int64_t end_s) {
	while (person->busy_at < person->busy.count &&
		person->busy.spans[person->busy_at].end_s <= start_s) {
		person->busy_at++;
	}
	return person->busy_at == person->busy.count ||
	       person->busy.spans[person->busy_at].start_s >= end_s;
}

static bool is_enough(const struct find_times *question, size_t required, size_t there) {
	return question->min_required > 0 && question->min_required < required
		       ? there >= question->min_required
		       : there == required;
}

/* Most people first, then the earliest. */
static bool is_better(const struct found_time *one, const struct found_time *other) {
	return one->free_count != other->free_count ? one->free_count > other->free_count
						    : one->start_s < other->start_s;
}

/* Starts come in order of time: a new one goes behind its equals. */
static void keep(struct find_times *question, const struct found_time *slot) {
	size_t at = question->slot_count;

	while (at > 0 && is_better(slot, &question->slots[at - 1])) {
		at--;
	}
	if (at == question->max_results) {
		return;
	}
	size_t kept = question->slot_count < question->max_results ? question->slot_count
								   : question->max_results - 1;
	memmove(&question->slots[at + 1], &question->slots[at],
		(kept - at) * sizeof(*question->slots));
	question->slots[at] = *slot;
	question->slot_count = kept + 1;
}

static void look_at(struct find_times *question, int64_t start_s) {
	int64_t end_s = start_s + question->duration_s;
	struct found_time slot = { .start_s = start_s };
	size_t required = 0, there = 0, at_work = 0;

	for (size_t i = 0; i < question->person_count; i++) {
		struct person *person = &question->people[i];
		bool in_hours = !question->within_hours || works(person, start_s, end_s);
		bool is_free = has_nothing(person, start_s - question->buffer_s,
				       end_s + question->buffer_s) &&
			       in_hours;
		required += person->required;
		at_work += person->required && in_hours;
		there += person->required && is_free;
		slot.free_count += is_free;
		slot.unavailable |= is_free ? 0 : UINT64_C(1) << i;
	}
	question->had_hours |= is_enough(question, required, at_work);
	if (slot.free_count > 0 && is_enough(question, required, there)) {
		keep(question, &slot);
	}
}

bool find_times_go_on(struct find_times *question, size_t starts) {
	for (; starts > 0; starts--) {
		if (question->at_s + question->duration_s > question->to_s) {
			return true;
		}
		look_at(question, question->at_s);
		question->at_s += question->step_s;
	}
	return false;
}

void find_times_end(struct find_times *question) {
	if (question->slot_count > 0) {
		question->empty_reason = EMPTY_NOT;
	} else if (question->to_s - question->from_s < question->duration_s) {
		question->empty_reason = EMPTY_WINDOW_TOO_SHORT;
	} else {
		question->empty_reason =
			question->had_hours ? EMPTY_NONE_FREE : EMPTY_OUTSIDE_HOURS;
	}
}

void find_times_finish(struct find_times *question) {
	for (size_t i = 0; i < question->person_count; i++) {
		freebusy_finish(&question->people[i].busy);
		freebusy_finish(&question->people[i].hours);
	}
}

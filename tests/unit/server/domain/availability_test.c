/* availability_test.c: busy times merged, and times found between them. */
#include <stdlib.h>

#include "server/domain/find_times.h"
#include "server/domain/occurrence.h"
#include "tests/unit/suite.h"

/* ---- merging: minutes of one day ----------------------------------------------------------------------- */

static void add(struct freebusy *busy, int64_t start, int64_t end, bool tentative) {
	struct busy_span span = { start, end, tentative };
	CU_ASSERT_TRUE_FATAL(freebusy_add(busy, &span, 0, 1440));
}

static const char *merged(struct freebusy *busy) {
	static char text[512];
	size_t used = 0;

	CU_ASSERT_TRUE_FATAL(freebusy_merge(busy));
	text[0] = 0;
	for (size_t i = 0; i < busy->count && used < sizeof(text) - 40; i++) {
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%s%d-%d%s",
			i > 0 ? " " : "", (int)busy->spans[i].start_s, (int)busy->spans[i].end_s,
			busy->spans[i].tentative ? "?" : "");
	}
	freebusy_finish(busy);
	return text;
}

static void what_overlaps_or_touches_becomes_one(void) {
	struct freebusy busy = FREEBUSY_EMPTY;
	add(&busy, 60, 90, false);
	add(&busy, 10, 20, false);
	add(&busy, 80, 100, false);
	add(&busy, 20, 30, false);
	add(&busy, 65, 70, false);
	CU_ASSERT_STRING_EQUAL(merged(&busy), "10-30 60-100");
}

static void the_certain_covers_the_tentative(void) {
	struct freebusy busy = FREEBUSY_EMPTY;
	add(&busy, 0, 100, true);
	add(&busy, 20, 30, false);
	add(&busy, 40, 50, false);
	add(&busy, 45, 60, true);
	add(&busy, 200, 210, true);
	add(&busy, 200, 210, false);
	CU_ASSERT_STRING_EQUAL(merged(&busy), "0-20? 20-30 30-40? 40-50 50-100? 200-210");
}

static void what_lies_outside_is_cut(void) {
	struct freebusy busy = FREEBUSY_EMPTY;
	add(&busy, -50, 10, false);
	add(&busy, 1430, 2000, false);
	add(&busy, -20, 0, false);
	add(&busy, 1440, 1500, false);
	add(&busy, 700, 700, false);
	CU_ASSERT_STRING_EQUAL(merged(&busy), "0-10 1430-1440");
	CU_ASSERT_STRING_EQUAL(merged(&busy), "");
}

/* Ten thousand spans of one busy year need no more memory than what they merge to. */
static void memory_follows_the_answer(void) {
	struct freebusy busy = FREEBUSY_EMPTY;
	for (int i = 0; i < 10000; i++) {
		add(&busy, i % 1440, i % 1440 + 1, false);
	}
	CU_ASSERT(busy.room <= 8192);
	CU_ASSERT_STRING_EQUAL(merged(&busy), "0-1440");
}

/* Against the plainest of models: a flag for every minute. */
static void merging_is_as_painting_minutes(void) {
	srand(7);
	for (int round = 0; round < 300; round++) {
		struct freebusy busy = FREEBUSY_EMPTY;
		char paint[100] = { 0 };
		for (int i = rand() % 12; i > 0; i--) {
			int start = rand() % 90, end = start + 1 + rand() % 20;
			bool tentative = rand() % 2;
			add(&busy, start, end, tentative);
			for (int at = start; at < end && at < 100; at++) {
				paint[at] = tentative && paint[at] != 2 ? 1 : tentative ? 2 : 2;
			}
		}
		CU_ASSERT_TRUE_FATAL(freebusy_merge(&busy));
		for (size_t i = 0; i < busy.count; i++) {
			const struct busy_span *span = &busy.spans[i];
			CU_ASSERT(i == 0 || span[-1].end_s < span->start_s ||
				  (span[-1].end_s == span->start_s &&
					  span[-1].tentative != span->tentative));
			for (int64_t at = span->start_s; at < span->end_s && at < 100; at++) {
				CU_ASSERT_EQUAL(paint[at], span->tentative ? 1 : 2);
				paint[at] = 0;
			}
		}
		for (int at = 0; at < 100; at++) {
			CU_ASSERT_EQUAL(paint[at], 0);
		}
		freebusy_finish(&busy);
	}
}

/* ---- finding ---------------------------------------------------------------------------------------------- */

static int64_t at(const char *wall) {
	int64_t at_s = 0;
	CU_ASSERT_TRUE_FATAL(local_read(wall, &at_s));
	return at_s;
}

static struct person person(const char *zone, bool required) {
	return (struct person){ .zone = zone_find(zone, NULL), .required = required };
}

static void busy_from(struct person *person, const char *from, const char *to) {
	struct busy_span span = { at(from), at(to), false };
	CU_ASSERT_TRUE_FATAL(freebusy_add(&person->busy, &span, INT64_MIN, INT64_MAX));
	CU_ASSERT_TRUE_FATAL(freebusy_merge(&person->busy));
}

static struct found_time slots[8];

/* Tuesday 2026-11-24, an hour, every half hour. */
static struct find_times question(struct person *people, size_t count) {
	return (struct find_times){ .people = people,
		.person_count = count,
		.from_s = at("2026-11-24T00:00:00"),
		.to_s = at("2026-11-25T00:00:00"),
		.duration_s = 3600,
		.step_s = 1800,
		.within_hours = true,
		.max_results = 8,
		.slots = slots };
}

/* "09:00/2 …": start and how many are free. */
static const char *found(struct find_times *question) {
	static char text[256];
	size_t used = 0;

	find_times_begin(question);
	for (size_t i = 0; i < question->person_count; i++) {
		CU_ASSERT_TRUE_FATAL(find_times_lay_out(question, i));
	}
	while (!find_times_go_on(question, 3)) {
	}
	find_times_end(question);
	text[0] = 0;
	for (size_t i = 0; i < question->slot_count; i++) {
		char wall[OCCURRENCE_TIME_ROOM];
		wall_print(question->slots[i].start_s, wall);
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%s%.5s/%d",
			i > 0 ? " " : "", wall + 11, question->slots[i].free_count);
	}
	find_times_finish(question);
	return text;
}

static void hours_are_those_of_each_zone(void) {
	struct person people[] = { person("Europe/Berlin", true),
		person("America/New_York", true) };
	struct find_times asked = question(people, 2);
	/* Berlin works 08–16 UTC, New York 14–22. */
	CU_ASSERT_STRING_EQUAL(found(&asked), "14:00/2 14:30/2 15:00/2");
}

static void stated_hours_replace_the_usual_ones(void) {
	struct person people[] = { person("UTC", true) };
	people[0].work[people[0].work_count++] = (struct work){ 2, 600, 690 };
	struct find_times asked = question(people, 1);
	CU_ASSERT_STRING_EQUAL(found(&asked), "10:00/1 10:30/1");
}

static void buffers_keep_distance(void) {
	struct person people[] = { person("UTC", true) };
	busy_from(&people[0], "2026-11-24T11:00:00", "2026-11-24T15:00:00");
	struct find_times asked = question(people, 1);
	CU_ASSERT_STRING_EQUAL(found(&asked), "09:00/1 09:30/1 10:00/1 15:00/1 15:30/1 16:00/1");
	busy_from(&people[0], "2026-11-24T11:00:00", "2026-11-24T15:00:00");
	asked = question(people, 1);
	asked.buffer_s = 600;
	CU_ASSERT_STRING_EQUAL(found(&asked), "09:00/1 09:30/1 15:30/1 16:00/1");
}

static void optional_people_rank_but_do_not_decide(void) {
	struct person people[] = { person("UTC", true), person("UTC", false) };
	busy_from(&people[1], "2026-11-24T09:00:00", "2026-11-24T15:30:00");
	struct find_times asked = question(people, 2);
	asked.max_results = 4;
	CU_ASSERT_STRING_EQUAL(found(&asked), "15:30/2 16:00/2 09:00/1 09:30/1");
	CU_ASSERT_EQUAL(asked.slots[0].unavailable, 0);
	CU_ASSERT_EQUAL(asked.slots[2].unavailable, 2);
}

static void some_of_the_required_may_suffice(void) {
	struct person people[] = { person("UTC", true), person("UTC", true), person("UTC", true) };
	busy_from(&people[0], "2026-11-24T09:00:00", "2026-11-24T17:00:00");
	struct find_times asked = question(people, 3);
	CU_ASSERT_STRING_EQUAL(found(&asked), "");
	CU_ASSERT_EQUAL(asked.empty_reason, EMPTY_NONE_FREE);
	busy_from(&people[0], "2026-11-24T09:00:00", "2026-11-24T17:00:00");
	asked = question(people, 3);
	asked.min_required = 2;
	asked.max_results = 1;
	CU_ASSERT_STRING_EQUAL(found(&asked), "09:00/2");
	CU_ASSERT_EQUAL(asked.slots[0].unavailable, 1);
}

static void an_empty_answer_says_why(void) {
	struct person people[] = { person("UTC", true) };
	struct find_times asked = question(people, 1);
	asked.from_s = at("2026-11-28T00:00:00"); /* a weekend */
	asked.to_s = at("2026-11-30T00:00:00");
	CU_ASSERT_STRING_EQUAL(found(&asked), "");
	CU_ASSERT_EQUAL(asked.empty_reason, EMPTY_OUTSIDE_HOURS);
	asked = question(people, 1);
	asked.to_s = asked.from_s + 3599;
	CU_ASSERT_STRING_EQUAL(found(&asked), "");
	CU_ASSERT_EQUAL(asked.empty_reason, EMPTY_WINDOW_TOO_SHORT);
	asked = question(people, 1);
	asked.within_hours = false;
	asked.to_s = asked.from_s + 3600;
	CU_ASSERT_STRING_EQUAL(found(&asked), "00:00/1");
	CU_ASSERT_EQUAL(asked.empty_reason, EMPTY_NOT);
}

/* Hours and free times change together with the clocks. */
static void hours_follow_the_clock(void) {
	struct person people[] = { person("Europe/Berlin", true) };
	struct find_times asked = question(people, 1);
	asked.from_s = at("2026-03-27T00:00:00"); /* a Friday; the clock changes on Sunday */
	asked.to_s = at("2026-03-31T00:00:00");
	asked.duration_s = 8 * 3600;
	CU_ASSERT_STRING_EQUAL(found(&asked), "08:00/1 07:00/1");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "what overlaps or touches becomes one", what_overlaps_or_touches_becomes_one },
		{ "the certain covers the tentative", the_certain_covers_the_tentative },
		{ "what lies outside is cut", what_lies_outside_is_cut },
		{ "memory follows the answer", memory_follows_the_answer },
		{ "merging is as painting minutes", merging_is_as_painting_minutes },
		{ "hours are those of each zone", hours_are_those_of_each_zone },
		{ "stated hours replace the usual ones", stated_hours_replace_the_usual_ones },
		{ "buffers keep distance", buffers_keep_distance },
		{ "optional people rank but do not decide",
			optional_people_rank_but_do_not_decide },
		{ "some of the required may suffice", some_of_the_required_may_suffice },
		{ "an empty answer says why", an_empty_answer_says_why },
		{ "hours follow the clock", hours_follow_the_clock },
		CU_TEST_INFO_NULL,
	};
	return run_suite("availability", tests);
}

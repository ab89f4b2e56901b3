/* occurrence_test.c: from columns to occurrences: clocks, windows, slots and texts. */
#include "server/domain/occurrence.h"

#include <stdlib.h>

#include "tests/unit/suite.h"

static const struct stored_event standup = { .is_all_day = "f",
	.floating = "f",
	.tzid = "Europe/Berlin",
	.start_local = "2026-03-01 02:30:00",
	.start_fold = "0",
	.duration_s = "1800",
	.rrule = "FREQ=DAILY" };

static int64_t instant(const char *wall) {
	int64_t at_s = 0;
	CU_ASSERT_TRUE_FATAL(local_read(wall, &at_s));
	return at_s;
}

static struct series *opened(const struct stored_event *stored, const char *viewer) {
	const char *fault = NULL;
	struct series *series =
		series_new(stored, viewer == NULL ? NULL : zone_find(viewer, NULL), &fault);
	CU_ASSERT_PTR_NOT_NULL_FATAL(series);
	CU_ASSERT_PTR_NULL(fault);
	return series;
}

/* Starts in UTC, a line each, of what overlaps the window. */
static char *starts(struct series *series, const char *from, const char *to) {
	static char text[2048];
	struct occurrence occurrence;
	size_t used = 0;
	enum occurrence_step step = OCCURRENCE_PAUSE;

	text[0] = 0;
	series_seek(series, from == NULL ? INT64_MIN : instant(from),
		to == NULL ? INT64_MAX : instant(to));
	while (used < sizeof(text) - OCCURRENCE_TIME_ROOM && step != OCCURRENCE_END) {
		step = series_next(series, &occurrence);
		if (step == OCCURRENCE_NEXT) {
			used += wall_print(occurrence.start_s, text + used);
			text[used++] = ' ';
			text[used] = 0;
		}
	}
	return text;
}

static void a_slot_in_the_gap_happens_after_it(void) {
	struct series *series = opened(&standup, NULL);
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-03-28T00:00:00", "2026-03-31T00:00:00"),
		"2026-03-28T01:30:00 2026-03-29T01:30:00 2026-03-30T00:30:00 ");
	series_free(series);
}

static void exdates_and_rdates_count(void) {
	struct stored_event stored = standup;
	stored.rrule = "FREQ=DAILY;COUNT=3";
	stored.exdates = "{\"2026-03-02 02:30:00\"}";
	stored.rdates = "{\"2026-03-09 12:00:00\",\"2026-03-07 12:00:00\"}";
	struct series *series = opened(&stored, NULL);
	CU_ASSERT_STRING_EQUAL(starts(series, NULL, NULL),
		"2026-03-01T01:30:00 2026-03-03T01:30:00 2026-03-07T11:00:00 2026-03-09T11:00:00 ");
	CU_ASSERT_TRUE(series_recurs(series));
	series_free(series);
}

static void a_single_event_is_a_series_of_one(void) {
	struct stored_event stored = standup;
	stored.rrule = NULL;
	struct series *series = opened(&stored, NULL);
	CU_ASSERT_FALSE(series_recurs(series));
	CU_ASSERT_STRING_EQUAL(starts(series, NULL, NULL), "2026-03-01T01:30:00 ");
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-03-01T02:00:00", "2026-03-02T00:00:00"), "");
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-03-01T01:59:59", "2026-03-02T00:00:00"),
		"2026-03-01T01:30:00 ");
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-03-01T00:00:00", "2026-03-01T01:30:00"), "");
	series_free(series);
}

static void the_second_of_two_equal_times_is_kept_for_the_start_alone(void) {
	struct stored_event stored = standup;
	stored.start_local = "2026-10-25 02:30:00";
	stored.start_fold = "1";
	struct series *series = opened(&stored, NULL);
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-10-25T00:00:00", "2026-10-26T12:00:00"),
		"2026-10-25T01:30:00 2026-10-26T01:30:00 ");
	series_free(series);
}

static const struct stored_event holiday = { .is_all_day = "t",
	.floating = "f",
	.tzid = "Europe/Berlin",
	.start_local = "2026-03-02 00:00:00",
	.duration_days = "1",
	.rrule = "FREQ=WEEKLY" };

static void days_happen_where_one_looks(void) {
	struct series *tokyo = opened(&holiday, "Asia/Tokyo"),
		      *honolulu = opened(&holiday, "Pacific/Honolulu");
	CU_ASSERT_STRING_EQUAL(starts(tokyo, "2026-03-08T15:00:00", "2026-03-08T15:00:01"),
		"2026-03-08T15:00:00 ");
	CU_ASSERT_STRING_EQUAL(starts(tokyo, "2026-03-08T14:59:59", "2026-03-08T15:00:00"), "");
	CU_ASSERT_STRING_EQUAL(starts(honolulu, "2026-03-09T09:00:00", "2026-03-09T10:00:00"), "");
	CU_ASSERT_STRING_EQUAL(starts(honolulu, "2026-03-10T09:59:59", "2026-03-10T10:00:00"),
		"2026-03-09T10:00:00 ");
	series_free(tokyo);
	series_free(honolulu);
}

static void floating_times_are_the_viewers(void) {
	struct stored_event stored = standup;
	stored.floating = "t";
	stored.start_local = "2026-03-01 12:00:00";
	struct series *series = opened(&stored, "America/New_York");
	CU_ASSERT_STRING_EQUAL(starts(series, "2026-03-07T12:00:00", "2026-03-09T12:00:00"),
		"2026-03-07T17:00:00 2026-03-08T16:00:00 ");
	series_free(series);
}

static enum occurrence_step find(
	struct series *series, const char *slot, struct occurrence *occurrence) {
	enum occurrence_step step;

	series_seek_slot(series, instant(slot));
	do {
		step = series_next(series, occurrence);
	} while (step == OCCURRENCE_PAUSE);
	return step;
}

static void a_slot_is_found_or_not(void) {
	struct series *series = opened(&standup, NULL);
	struct occurrence occurrence;
	CU_ASSERT_EQUAL(find(series, "2040-03-29T02:30:00", &occurrence), OCCURRENCE_NEXT);
	CU_ASSERT_EQUAL(occurrence.start_s, instant("2040-03-29T00:30:00"));
	CU_ASSERT_EQUAL(occurrence.end_s - occurrence.start_s, 1800);
	CU_ASSERT_EQUAL(find(series, "2040-03-29T02:31:00", &occurrence), OCCURRENCE_END);
	CU_ASSERT_EQUAL(find(series, "2025-03-29T02:30:00", &occurrence), OCCURRENCE_END);
	CU_ASSERT_TRUE(series_steps(series) > 0 && series_steps(series) < 10);
	series_free(series);
}

static void a_rule_without_instances_ends(void) {
	struct stored_event stored = standup;
	stored.rrule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
	struct series *series = opened(&stored, NULL);
	CU_ASSERT_STRING_EQUAL(starts(series, "2027-01-01T00:00:00", "2028-01-01T00:00:00"), "");
	series_free(series);
}

static void what_cannot_be_read_is_named(void) {
	struct stored_event stored[5] = { standup, standup, standup, standup, standup };
	stored[0].tzid = "Mars/Base";
	stored[1].start_local = "2026-02-30 02:30:00";
	stored[2].rrule = "FREQ=OFTEN";
	stored[3].exdates = "{\"tomorrow\"}";
	stored[4].tzid = NULL;
	for (size_t i = 0; i < 5; i++) {
		const char *fault = NULL;
		CU_ASSERT_PTR_NULL(series_new(&stored[i], NULL, &fault));
		CU_ASSERT_PTR_NOT_NULL(fault);
	}
	series_free(NULL);
}

/* ---- texts ---------------------------------------------------------------------------------------------- */

static void slots_go_there_and_back(void) {
	char text[SLOT_ROOM];
	int64_t slot_s = 0;
	CU_ASSERT_EQUAL(slot_print(instant("2026-11-24 09:30:00"), false, text), 15);
	CU_ASSERT_STRING_EQUAL(text, "20261124T093000");
	CU_ASSERT_TRUE(slot_read(text, false, &slot_s));
	CU_ASSERT_EQUAL(slot_s, instant("2026-11-24 09:30:00"));
	CU_ASSERT_EQUAL(slot_print(slot_s, true, text), 8);
	CU_ASSERT_STRING_EQUAL(text, "20261124");
	CU_ASSERT_TRUE(slot_read(text, true, &slot_s));
	CU_ASSERT_EQUAL(slot_s, instant("2026-11-24T00:00:00"));
}

static void what_is_no_slot_is_refused(void) {
	static const char *const wrong[] = { "", "20261124", "20261124T0930", "20261124t093000",
		"20261124T093000Z", "20260230T093000", "2026-112T093000", "20261124T243000" };
	int64_t slot_s;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!slot_read(wrong[i], false, &slot_s), wrong[i]);
	}
	CU_ASSERT_FALSE(slot_read("20261124T093000", true, &slot_s));
	CU_ASSERT_FALSE(slot_read("20260231", true, &slot_s));
}

static void arrays_are_read_and_sorted(void) {
	int64_t *slots = NULL;
	size_t count = 9;
	CU_ASSERT_TRUE_FATAL(slots_read("{}", &slots, &count));
	CU_ASSERT_EQUAL(count, 0);
	free(slots);
	CU_ASSERT_TRUE_FATAL(
		slots_read("{\"2026-11-25 09:30:00\",\"2026-11-24 09:30:00\"}", &slots, &count));
	CU_ASSERT_EQUAL_FATAL(count, 2);
	CU_ASSERT_EQUAL(slots[1] - slots[0], 86400);
	free(slots);
	CU_ASSERT_FALSE(slots_read("{\"2026-11-25\"}", &slots, &count));
	CU_ASSERT_FALSE(slots_read("{\"2026-11-25 09:30:00", &slots, &count));
}

static void offsets_are_cut_to_minutes(void) {
	char text[OCCURRENCE_TIME_ROOM];
	instant_print(instant("2026-11-24T09:30:00"), 3600, text);
	CU_ASSERT_STRING_EQUAL(text, "2026-11-24T10:30:00+01:00");
	instant_print(instant("2026-11-24T09:30:00"), -12600, text);
	CU_ASSERT_STRING_EQUAL(text, "2026-11-24T06:00:00-03:30");
	instant_print(instant("1901-01-01T00:00:00"), 3208, text); /* Berlin's mean time: 53:28 */
	CU_ASSERT_STRING_EQUAL(text, "1901-01-01T00:53:00+00:53");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a slot in the gap happens after it", a_slot_in_the_gap_happens_after_it },
		{ "exdates and rdates count", exdates_and_rdates_count },
		{ "a single event is a series of one", a_single_event_is_a_series_of_one },
		{ "the second of two equal times is kept for the start alone",
			the_second_of_two_equal_times_is_kept_for_the_start_alone },
		{ "days happen where one looks", days_happen_where_one_looks },
		{ "floating times are the viewer's", floating_times_are_the_viewers },
		{ "a slot is found or not", a_slot_is_found_or_not },
		{ "a rule without instances ends", a_rule_without_instances_ends },
		{ "what cannot be read is named", what_cannot_be_read_is_named },
		{ "slots go there and back", slots_go_there_and_back },
		{ "what is no slot is refused", what_is_no_slot_is_refused },
		{ "arrays are read and sorted", arrays_are_read_and_sorted },
		{ "offsets are cut to minutes", offsets_are_cut_to_minutes },
		CU_TEST_INFO_NULL,
	};
	return run_suite("occurrence", tests);
}

/* series_set_test.c: a recurrence set read from texts, asked, cut and judged. */
#include "server/domain/series_set.h"

#include <stdlib.h>

#include "tests/unit/suite.h"

static int64_t at(const char *text) {
	int64_t slot = 0;
	CU_ASSERT_TRUE_FATAL(slot_read(text, strlen(text) == 8, &slot));
	return slot;
}

static struct series_text berlin(const char *start, const char *rule) {
	return (struct series_text){
		.tzid = "Europe/Berlin", .start = start, .length_s = "1800", .rrule = rule
	};
}

static struct series_set read_text(const struct series_text *text) {
	struct series_set set;
	CU_ASSERT_TRUE_FATAL(series_set_read(&set, text, RRULE_BUDGET_STEPS));
	return set;
}

static struct series_set read_rule(const char *start, const char *rule) {
	struct series_text text = berlin(start, rule);
	return read_text(&text);
}

#define ERRORS_HAVE(set, words) CHECK_ROW(errors_have(&(set), words), words)
static bool errors_have(const struct series_set *set, const char *words) {
	return set->errors.len > 0 && strstr(set->errors.bytes, words) != NULL;
}

static const char *listed(const struct slot_set *list) {
	static char text[256];
	size_t used = 0;

	text[0] = 0;
	for (size_t i = 0; i < list->count && used < sizeof(text) - SLOT_ROOM; i++) {
		used += slot_print(list->slots[i], false, text + used);
		text[used++] = ' ';
		text[used] = 0;
	}
	return text;
}

/* ---- lists of slots ------------------------------------------------------------------------------------- */

struct places {
	struct slot_fault base;
	size_t wrong[8], count;
};

static void on_wrong(struct slot_fault *base, size_t index) {
	struct places *places = (struct places *)base;
	if (places->count < 8) {
		places->wrong[places->count++] = index;
	}
}

static void a_list_is_sorted_and_has_no_doubles(void) {
	struct slot_set list = { 0 };

	CU_ASSERT_TRUE(slot_set_read(&list,
		"20260103T090000,20260101T090000,20260103T090000,20260102T090000", false, NULL));
	CU_ASSERT_STRING_EQUAL(listed(&list), "20260101T090000 20260102T090000 20260103T090000 ");
	CU_ASSERT_TRUE(slot_set_has(&list, at("20260102T090000")));
	CU_ASSERT_FALSE(slot_set_has(&list, at("20260102T090001")));
	slot_set_drop(&list, at("20260102T090000"));
	slot_set_drop(&list, at("20260102T090000")); /* not there: nothing happens */
	slot_set_keep(&list, at("20260102T000000"), at("20260103T090000"));
	CU_ASSERT_EQUAL(list.count, 0); /* the end is not inside */
	slot_set_finish(&list);
}

static void what_is_no_slot_is_told_by_its_place(void) {
	struct places places = { { on_wrong }, { 0 }, 0 };
	struct slot_set list = { 0 };

	CU_ASSERT_TRUE(slot_set_read(&list,
		"20260101T090000,20260101,,20260230T090000,20260101T240000,22010101T000000,x",
		false, &places.base));
	CU_ASSERT_EQUAL(list.count, 1);
	CU_ASSERT_EQUAL(places.count, 6);
	for (size_t i = 0; i < places.count; i++) {
		CU_ASSERT_EQUAL(places.wrong[i], i + 1);
	}
	slot_set_finish(&list);
	CU_ASSERT_TRUE(slot_set_read(&list, NULL, false, NULL)); /* none */
	CU_ASSERT_EQUAL(list.count, 0);
}

/* ---- reading ---------------------------------------------------------------------------------------------- */

static void faults_name_their_member_all_at_once(void) {
	struct series_text text = berlin("20260105T090000", "FREQ=DAILY;BYDAY=XX");
	text.rdates = "20260106T090000,2026";
	text.exdates = "20260107T090000,20260107,nonsense";
	struct series_set set = read_text(&text);

	ERRORS_HAVE(set, "\"/recurrence/rrule\",\"code\":\"rrule_invalid\"");
	ERRORS_HAVE(set, "\"/recurrence/rdates/1\",\"code\":\"format\"");
	ERRORS_HAVE(set, "\"/recurrence/exdates/1\",\"code\":\"format\"");
	CU_ASSERT_FALSE(set.has_rule);
	series_set_finish(&set);
}

static void a_rule_must_fit_the_kind_of_its_event(void) {
	struct series_text text = { .is_all_day = true,
		.start = "20260105",
		.length_days = "1",
		.rrule = "FREQ=DAILY;BYHOUR=9" };
	struct series_set set = read_text(&text);

	ERRORS_HAVE(set, "rrule_invalid");
	series_set_finish(&set);
	text.rrule = "FREQ=DAILY;UNTIL=20260110";
	text.rdates = "20260120T090000"; /* a time among dates */
	set = read_text(&text);
	ERRORS_HAVE(set, "a series of whole days takes dates");
	CU_ASSERT_TRUE(set.has_rule);
	series_set_finish(&set);
}

static void a_start_that_is_none_is_an_error_and_nothing_more(void) {
	struct series_set set = read_rule("2026-01-05", "FREQ=DAILY");
	ERRORS_HAVE(set, "/start_time");
	series_set_finish(&set);
}

static void an_exdate_that_is_a_day_becomes_its_slots(void) {
	struct series_text text = berlin("20260105T090000", "FREQ=DAILY;BYHOUR=9,17;COUNT=6");
	text.exdates = "20260106,20260107T170000";
	struct series_set set = read_text(&text);

	CU_ASSERT_STRING_EQUAL(
		listed(&set.exdates), "20260106T090000 20260106T170000 20260107T170000 ");
	series_set_finish(&set);
}

/* ---- questions -------------------------------------------------------------------------------------------- */

static void a_slot_is_of_the_set_or_not(void) {
	struct series_text text = berlin("20260105T090000", "FREQ=WEEKLY;COUNT=3");
	text.rdates = "20260107T090000";
	text.exdates = "20260112T090000";
	struct series_set set = read_text(&text);

	CU_ASSERT_TRUE(series_set_has(&set, at("20260105T090000")));
	CU_ASSERT_TRUE(series_set_has(&set, at("20260107T090000")));
	CU_ASSERT_FALSE(series_set_has(&set, at("20260112T090000"))); /* taken away */
	CU_ASSERT_FALSE(series_set_has(&set, at("20260126T090000"))); /* past COUNT */
	CU_ASSERT_FALSE(series_set_has(&set, at("20260105T090001")));
	CU_ASSERT_TRUE(series_set_is_first(&set, at("20260105T090000")));
	CU_ASSERT_FALSE(series_set_is_first(&set, at("20260107T090000")));
	series_set_finish(&set);
}

static void the_first_is_what_remains_first(void) {
	struct series_text text = berlin("20260105T090000", "FREQ=DAILY;COUNT=3");
	text.exdates = "20260105T090000";
	struct series_set set = read_text(&text);

	CU_ASSERT_TRUE(series_set_is_first(&set, at("20260106T090000")));
	CU_ASSERT_FALSE(series_set_is_first(&set, at("20260107T090000")));
	series_set_finish(&set);
}

static void count_is_counted_up_to_a_slot_and_not_without_it(void) {
	struct series_set set = read_rule("20260105T090000", "FREQ=DAILY;COUNT=5");
	int32_t before = -1;
	int64_t found = 0;

	CU_ASSERT_TRUE(series_set_rule_from(&set, at("20260107T120000"), &before, &found));
	CU_ASSERT_EQUAL(before, 3);
	CU_ASSERT_EQUAL(found, at("20260108T090000"));
	CU_ASSERT_FALSE(series_set_rule_from(&set, at("20260110T090000"), &before, &found));
	CU_ASSERT_EQUAL(before, 5);
	series_set_finish(&set);
	set = read_rule("20260105T090000", "FREQ=DAILY;UNTIL=20260107T080000Z");
	CU_ASSERT_TRUE(series_set_rule_from(&set, at("20260107T000000"), &before, &found));
	CU_ASSERT_EQUAL(before, 0);
	CU_ASSERT_FALSE(series_set_rule_from(&set, at("20260108T000000"), &before, &found));
	series_set_finish(&set);
}

static void bounds_are_instants_from_first_start_to_last_end(void) {
	struct series_set set = read_rule("20260105T090000", "FREQ=DAILY;COUNT=2");
	struct series_bounds bounds = series_set_bounds(&set);

	CU_ASSERT_TRUE(bounds.any && !bounds.endless);
	CU_ASSERT_EQUAL(bounds.first_s, at("20260105T080000"));
	CU_ASSERT_EQUAL(bounds.last_s, at("20260106T083000"));
	series_set_finish(&set);
	set = read_rule("20260105T090000", "FREQ=DAILY");
	CU_ASSERT_TRUE(series_set_bounds(&set).endless);
	series_set_finish(&set);
}

/* ---- judgement -------------------------------------------------------------------------------------------- */

static void nothing_left_is_an_error(void) {
	struct series_text text = berlin("20260105T090000", "FREQ=DAILY;COUNT=2");
	text.exdates = "20260105T090000,20260106T090000";
	struct series_set set = read_text(&text);

	CU_ASSERT_FALSE(series_set_bounds(&set).any);
	series_set_judge(&set);
	ERRORS_HAVE(set, "rrule_no_instances");
	series_set_finish(&set);
}

static void too_much_work_is_an_error_whoever_asks(void) {
	struct series_text text =
		berlin("19000101T090000", "FREQ=DAILY;BYDAY=MO;BYMONTHDAY=13;COUNT=10000");
	struct series_set set;

	CU_ASSERT_TRUE_FATAL(series_set_read(&set, &text, 50));
	CU_ASSERT_TRUE(series_set_bounds(&set).any); /* nobody may take it for empty */
	CU_ASSERT_TRUE(set.spent);
	series_set_judge(&set);
	ERRORS_HAVE(set, "rrule_too_complex");
	CU_ASSERT_FALSE(errors_have(&set, "rrule_no_instances"));
	series_set_finish(&set);
}

/* ---- two sets side by side ---------------------------------------------------------------------------------- */

static void a_part_shows_what_the_whole_shows(void) {
	/* 02:00 is skipped that night and falls on 03:00, which COUNT=2 does not have. */
	struct series_set whole = read_rule("20260329T010000", "FREQ=HOURLY;COUNT=4"),
			  part = read_rule("20260329T010000", "FREQ=HOURLY;COUNT=2");

	CU_ASSERT_FALSE(series_set_has(&whole, at("20260329T020000")));
	CU_ASSERT_TRUE(series_set_has(&part, at("20260329T020000")));
	CU_ASSERT_TRUE(
		series_set_align(&part, &whole, at("20260328T030000"), at("20260329T030000")));
	CU_ASSERT_STRING_EQUAL(listed(&part.exdates), "20260329T020000 ");
	CU_ASSERT_EQUAL(part.rdates.count, 0);
	CU_ASSERT_FALSE(series_set_has(&part, at("20260329T020000")));
	series_set_finish(&whole);
	series_set_finish(&part);
}

static void what_a_part_lacks_becomes_a_date(void) {
	/* 02:30 shows as 03:30, behind 03:00: an UNTIL just before 03:00 loses it. */
	const char *rule = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30;BYSETPOS=2,3",
		   *early = "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30;BYSETPOS=2,3;"
			    "UNTIL=20260329T005959Z";
	struct series_set whole = read_rule("20260328T023000", rule),
			  part = read_rule("20260328T023000", early);

	CU_ASSERT_TRUE(series_set_has(&whole, at("20260329T023000")));
	CU_ASSERT_FALSE(series_set_has(&part, at("20260329T023000")));
	CU_ASSERT_TRUE(
		series_set_align(&part, &whole, at("20260328T030000"), at("20260329T030000")));
	CU_ASSERT_STRING_EQUAL(listed(&part.rdates), "20260329T023000 ");
	CU_ASSERT_TRUE(series_set_has(&part, at("20260329T023000")));
	CU_ASSERT_FALSE(series_set_has(&part, at("20260329T030000")));
	series_set_finish(&whole);
	series_set_finish(&part);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a list is sorted and has no doubles", a_list_is_sorted_and_has_no_doubles },
		{ "what is no slot is told by its place", what_is_no_slot_is_told_by_its_place },
		{ "faults name their member, all at once", faults_name_their_member_all_at_once },
		{ "a rule must fit the kind of its event", a_rule_must_fit_the_kind_of_its_event },
		{ "a start that is none is an error and nothing more",
			a_start_that_is_none_is_an_error_and_nothing_more },
		{ "an EXDATE that is a day becomes its slots",
			an_exdate_that_is_a_day_becomes_its_slots },
		{ "a slot is of the set or not", a_slot_is_of_the_set_or_not },
		{ "the first is what remains first", the_first_is_what_remains_first },
		{ "COUNT is counted up to a slot",
			count_is_counted_up_to_a_slot_and_not_without_it },
		{ "bounds are instants from first start to last end",
			bounds_are_instants_from_first_start_to_last_end },
		{ "nothing left is an error", nothing_left_is_an_error },
		{ "too much work is an error, whoever asks",
			too_much_work_is_an_error_whoever_asks },
		{ "a part shows what the whole shows", a_part_shows_what_the_whole_shows },
		{ "what a part lacks becomes a date", what_a_part_lacks_becomes_a_date },
		CU_TEST_INFO_NULL,
	};
	return run_suite("series set", tests);
}

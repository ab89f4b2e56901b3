/* rrule_golden_test.c: the examples of RFC 5545 §3.8.5.3 and the corners of docs/recurrence.md, from
 * tests/golden/rrule. GOLDEN is that folder. */
#include "server/domain/rrule_zone.h"

#include <json-c/json.h>
#include <stdlib.h>

#include "libapi/wire/time.h"
#include "tests/unit/suite.h"

enum { DATES_ROOM = 1200, CASES_MIN = 20 };

struct golden {
	const char *name;
	struct rrule rule;
	struct rrule_set set;
	int64_t rdates[16], exdates[16], exdays[16];
};

static const char *text_of(struct json_object *row, const char *key) {
	return json_object_get_string(json_object_object_get(row, key));
}

static struct wire_time time_of(const char *text) {
	struct wire_time time = { 0 };

	CHECK_ROW(wire_time_parse(text, strlen(text), &time), text);
	return time;
}

static void read_dates(struct json_object *list, int64_t *dates, int32_t *count, int64_t *days,
	int32_t *day_count, enum wire_time_kind wanted) {
	for (size_t i = 0; list != NULL && i < json_object_array_length(list); i++) {
		struct wire_time time =
			time_of(json_object_get_string(json_object_array_get_idx(list, i)));
		if (time.kind == wanted || days == NULL) {
			dates[(*count)++] = time.unix_s;
		} else {
			days[(*day_count)++] = time.unix_s;
		}
	}
	*count = rrule_dates_sort(dates, *count);
	*day_count = days == NULL ? 0 : rrule_dates_sort(days, *day_count);
}

static bool read_case(struct json_object *row, struct golden *golden) {
	const char *rule = text_of(row, "rrule"), *zone = text_of(row, "zone"), *code;
	struct wire_time start = time_of(text_of(row, "start"));
	struct rrule_set *set = &golden->set;
	struct rrule_error error;
	int32_t none = 0;

	memset(golden, 0, sizeof(*golden));
	golden->name = text_of(row, "name");
	bool read = rrule_parse(rule, strlen(rule), &golden->rule, &error);
	code = text_of(row, "code");
	if (code != NULL) {
		CHECK_ROW(!read && strcmp(rrule_code_name(error.code), code) == 0, golden->name);
		return false;
	}
	CHECK_ROW(read, golden->name);
	enum rrule_kind kind = zone != NULL                   ? RRULE_ZONED
			       : start.kind == WIRE_TIME_DATE ? RRULE_ALL_DAY
							      : RRULE_FLOATING;
	CHECK_ROW(rrule_fits(&golden->rule, kind, &error), error.text);
	set->rule = &golden->rule;
	set->start_s = start.unix_s;
	set->start_second = json_object_get_boolean(json_object_object_get(row, "second"));
	set->clock = rrule_clock_of(zone == NULL ? NULL : zone_find(zone, NULL));
	set->rdates = golden->rdates;
	set->exdates = golden->exdates;
	set->exdays = golden->exdays;
	read_dates(json_object_object_get(row, "rdates"), golden->rdates, &set->rdate_count, NULL,
		&none, start.kind);
	read_dates(json_object_object_get(row, "exdates"), golden->exdates, &set->exdate_count,
		golden->exdays, &set->exday_count, start.kind);
	CHECK_ROW(rrule_set_check(set, &error), golden->name);
	return read;
}

static void expect(struct json_object *row, const struct golden *golden) {
	struct json_object *slots = json_object_object_get(row, "expect");
	struct json_object *instants = json_object_object_get(row, "instants");
	bool endless = json_object_get_boolean(json_object_object_get(row, "endless"));
	struct rrule_budget budget = { INT32_MAX, RRULE_BUDGET_STEPS };
	struct rrule_occurrence next;
	struct rrule_walk walk;

	rrule_walk_init(&walk, &golden->set);
	for (size_t i = 0; i < json_object_array_length(slots); i++) {
		const char *slot = json_object_get_string(json_object_array_get_idx(slots, i));
		bool given = rrule_walk_next(&walk, &budget, &next) == RRULE_NEXT;
		CHECK_ROW(given && next.slot_s == time_of(slot).unix_s, golden->name);
		if (instants != NULL) {
			slot = json_object_get_string(json_object_array_get_idx(instants, i));
			CHECK_ROW(given && next.start == time_of(slot).unix_s, golden->name);
		}
	}
	if (!endless) {
		CHECK_ROW(rrule_walk_next(&walk, &budget, &next) == RRULE_END, golden->name);
	}
}

static void check_file(const char *path) {
	struct json_object *file = json_object_from_file(path);
	struct json_object *rows = json_object_object_get(file, "vectors");
	struct golden golden;

	CU_ASSERT_PTR_NOT_NULL_FATAL(rows);
	CU_ASSERT_TRUE(json_object_array_length(rows) >= CASES_MIN);
	for (size_t i = 0; i < json_object_array_length(rows); i++) {
		struct json_object *row = json_object_array_get_idx(rows, i);
		if (read_case(row, &golden)) {
			expect(row, &golden);
		}
	}
	json_object_put(file);
}

static void the_examples_of_the_rfc_come_out(void) {
	check_file(GOLDEN "/rfc5545.json");
}

static void the_corners_are_as_decided(void) {
	check_file(GOLDEN "/corners.json");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "the examples of the RFC come out", the_examples_of_the_rfc_come_out },
		{ "the corners are as decided", the_corners_are_as_decided },
		CU_TEST_INFO_NULL,
	};
	return run_suite("rrule golden", tests);
}

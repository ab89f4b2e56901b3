/* zone_test.c: clocks with gaps and overlaps, the names of a database, and the system's own. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/suite.h"

#include "libapi/wire/time.h"
#include "server/domain/zone_database.h"
#include "tests/unit/server/domain/zone_bytes.h"

static int64_t seconds(const char *text) {
	struct wire_time time;

	CU_ASSERT_TRUE_FATAL(wire_time_parse(text, strlen(text), &time));
	return time.unix_s;
}

static const struct zone *find(const char *name) {
	const struct zone *zone = zone_find(name, NULL);

	CU_ASSERT_PTR_NOT_NULL_FATAL(zone);
	return zone;
}

/* ---- clocks: each row is a fact of the world ------------------------------------------------------------ */

static const struct {
	const char *zone, *wall;
	int fold;
	enum zone_kind kind;
	const char *instant;
} walls[] = {
	{ "Europe/Berlin", "2026-03-29T01:59:59", 0, ZONE_ORDINARY, "2026-03-29T00:59:59Z" },
	{ "Europe/Berlin", "2026-03-29T02:00:00", 0, ZONE_GAP, "2026-03-29T01:00:00Z" },
	{ "Europe/Berlin", "2026-03-29T02:30:00", 1, ZONE_GAP, "2026-03-29T01:30:00Z" },
	{ "Europe/Berlin", "2026-03-29T03:00:00", 0, ZONE_ORDINARY, "2026-03-29T01:00:00Z" },
	{ "Europe/Berlin", "2026-10-25T01:59:59", 1, ZONE_ORDINARY, "2026-10-24T23:59:59Z" },
	{ "Europe/Berlin", "2026-10-25T02:00:00", 0, ZONE_OVERLAP, "2026-10-25T00:00:00Z" },
	{ "Europe/Berlin", "2026-10-25T02:59:59", 1, ZONE_OVERLAP, "2026-10-25T01:59:59Z" },
	{ "Europe/Berlin", "2026-10-25T03:00:00", 1, ZONE_ORDINARY, "2026-10-25T02:00:00Z" },
	{ "America/New_York", "2026-03-08T02:30:00", 0, ZONE_GAP, "2026-03-08T07:30:00Z" },
	{ "America/New_York", "2100-03-14T02:30:00", 0, ZONE_GAP, "2100-03-14T07:30:00Z" },
	{ "America/New_York", "2200-11-02T01:30:00", 1, ZONE_OVERLAP, "2200-11-02T06:30:00Z" },
	{ "Australia/Lord_Howe", "2026-10-04T02:15:00", 0, ZONE_GAP, "2026-10-03T15:45:00Z" },
	{ "Australia/Lord_Howe", "2026-04-05T01:45:00", 0, ZONE_OVERLAP, "2026-04-04T14:45:00Z" },
	{ "Australia/Lord_Howe", "2026-04-05T01:45:00", 1, ZONE_OVERLAP, "2026-04-04T15:15:00Z" },
	{ "Pacific/Apia", "2011-12-29T23:59:59", 0, ZONE_ORDINARY, "2011-12-30T09:59:59Z" },
	{ "Pacific/Apia", "2011-12-30T00:00:00", 0, ZONE_GAP, "2011-12-30T10:00:00Z" },
	{ "Pacific/Apia", "2011-12-30T23:59:59", 0, ZONE_GAP, "2011-12-31T09:59:59Z" },
	{ "Pacific/Apia", "2011-12-31T00:00:00", 0, ZONE_ORDINARY, "2011-12-30T10:00:00Z" },
	{ "Asia/Kathmandu", "2026-01-01T00:00:00", 0, ZONE_ORDINARY, "2025-12-31T18:15:00Z" },
	{ "UTC", "2026-03-29T02:30:00", 1, ZONE_ORDINARY, "2026-03-29T02:30:00Z" },
};

static void wall_times_have_their_instants(void) {
	for (size_t i = 0; i < sizeof(walls) / sizeof(*walls); i++) {
		int64_t local_s = seconds(walls[i].wall);
		struct zone_instant instant =
			zone_from_local(find(walls[i].zone), local_s, walls[i].fold);
		CHECK_ROW(instant.kind == walls[i].kind, walls[i].wall);
		CHECK_ROW(instant.utc_s == seconds(walls[i].instant), walls[i].wall);
		CHECK_ROW(instant.utc_s == local_s - instant.offset_s, walls[i].wall);
	}
}

static void an_occurrence_in_a_gap_shows_an_hour_later(void) {
	const struct zone *zone = find("Europe/Berlin");
	struct zone_instant instant = zone_from_local(zone, seconds("2026-03-29T02:30:00"), 0);

	CU_ASSERT_EQUAL(instant.utc_s + zone_at(zone, instant.utc_s).offset_s,
		seconds("2026-03-29T03:30:00"));
}

static void clocks_say_offset_summer_and_name(void) {
	struct zone_offset winter = zone_at(find("Europe/Dublin"), seconds("2026-01-01T00:00:00Z"));
	struct zone_offset summer = zone_at(find("Europe/Dublin"), seconds("2026-07-01T00:00:00Z"));

	CU_ASSERT_TRUE(winter.offset_s == 0 && winter.is_dst); /* by law winter is the exception */
	CU_ASSERT_STRING_EQUAL(winter.abbreviation, "GMT");
	CU_ASSERT_TRUE(summer.offset_s == 3600 && !summer.is_dst);
	CU_ASSERT_STRING_EQUAL(summer.abbreviation, "IST");
}

static void changes_are_found_both_ways(void) {
	const struct zone *zone = find("Europe/Berlin");
	struct zone_change change;
	int64_t begin_s = seconds("2026-03-29T01:00:00Z"), end_s = seconds("2026-10-25T01:00:00Z");

	CU_ASSERT_TRUE(zone_next_change(zone, begin_s - 1, &change) && change.utc_s == begin_s);
	CU_ASSERT_TRUE(change.before.offset_s == 3600 && change.after.offset_s == 7200);
	CU_ASSERT_TRUE(zone_next_change(zone, begin_s, &change) && change.utc_s == end_s);
	CU_ASSERT_TRUE(zone_previous_change(zone, end_s + 1, &change) && change.utc_s == end_s);
	CU_ASSERT_TRUE(zone_previous_change(zone, end_s, &change) && change.utc_s == begin_s);
	CU_ASSERT_FALSE(zone_next_change(zone, INT64_MAX, &change));
	CU_ASSERT_FALSE(zone_previous_change(zone, INT64_MIN, &change));
	CU_ASSERT_FALSE(zone_next_change(find("UTC"), 0, &change));
}

static void no_time_is_too_far(void) {
	static const int64_t far_s[] = { INT64_MIN, INT64_MIN + 90000, ZONE_FIRST_S - 1,
		ZONE_FIRST_S, ZONE_END_S - 1, ZONE_END_S, INT64_MAX - 90000, INT64_MAX };
	const struct zone *zone = find("America/New_York");

	for (size_t i = 0; i < sizeof(far_s) / sizeof(*far_s); i++) {

		CU_ASSERT_EQUAL(
			zone_at(zone, far_s[i]).offset_s, -18000); /* winter at both bounds */
		struct zone_instant instant = zone_from_local(zone, far_s[i], 0);
		CU_ASSERT_EQUAL(instant.kind, ZONE_ORDINARY);
		CU_ASSERT_TRUE(far_s[i] > INT64_MAX - 18000 ? instant.utc_s == INT64_MAX
							    : instant.utc_s == far_s[i] + 18000);
	}
}

/* ---- a database of our own ------------------------------------------------------------------------------ */

static char folder[] = "/tmp/zone_test.XXXXXX";

static void write_file(const char *name, const void *bytes, size_t len) {
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = fopen(path, "w");
	CU_ASSERT_PTR_NOT_NULL_FATAL(file);
	CU_ASSERT_EQUAL(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void make_folder(const char *name) {
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	CU_ASSERT_TRUE_FATAL(mkdir(path, 0700) == 0 || errno == EEXIST);
}

static void write_zone(const char *name) {
	static const struct zone_spec spec = {
		.version = '2', .types = 1, .chars = "XXX", .char_bytes = 4, .footer = "XXX-2"
	};
	struct zone_bytes bytes = zone_bytes_of(&spec);

	write_file(name, bytes.at, bytes.len);
}

static const char *fault_of(const struct zone_database *database, const char *name) {
	const struct zone *zone = zone_database_find(database, name);

	return zone == NULL ? "no such name" : zone->fault == NULL ? "none" : zone->fault;
}

static void open_list(struct zone_database *database, const char *list) {
	write_file("tzdata.zi", list, strlen(list));
	zone_database_open(database, folder);
}

static void links_are_followed_and_keep_their_name(void) {
	struct zone_database database;

	make_folder("Area");
	write_zone("Area/Place");
	open_list(&database,
		"# version 2031z\nR X 1 o - Ja 1 0 0 -\nZ Area/Place 2 - XXX 1990\n2 X XXX\n"
		"L Area/Old Older\nL Area/Place Area/Old\n");
	CU_ASSERT_STRING_EQUAL(database.version, "2031z");
	CU_ASSERT_STRING_EQUAL(database.fault, "");
	CU_ASSERT_EQUAL(database.count, 3);
	const struct zone *place = zone_database_find(&database, "Area/Place");
	const struct zone *older = zone_database_find(&database, "Older");
	CU_ASSERT_TRUE_FATAL(place != NULL && older != NULL);
	CU_ASSERT_STRING_EQUAL(zone_name(older), "Older");
	CU_ASSERT_STRING_EQUAL(zone_canonical_name(older), "Area/Place");
	CU_ASSERT_TRUE(zone_is_same(place, older));
	CU_ASSERT_EQUAL(zone_at(older, 0).offset_s, 7200);
	zone_database_close(&database);
}

static void a_bad_file_spoils_only_its_zone(void) {
	struct zone_database database;

	write_zone("Good");
	write_file("Broken", "TZif", 4);
	write_file("Empty", "", 0);
	make_folder("Folder");
	open_list(&database,
		"Z Good 2 - X\nZ Broken 2 - X\nZ Empty 2 - X\nZ Folder 2 - X\nZ Missing 2 - X\n"
		"L Broken Copy\nL Nowhere Lost\nL Round About\nL About Round");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Good"), "none");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Broken"), "not a TZif file");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Copy"), "not a TZif file");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Empty"), "not a TZif file");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Folder"), "not a file");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Missing"), "there is no such file");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Lost"), "the link leads nowhere");
	CU_ASSERT_STRING_EQUAL(fault_of(&database, "Round"), "the link leads nowhere");
	CU_ASSERT_STRING_EQUAL(database.version, "unknown");
	CU_ASSERT_PTR_NOT_NULL(strstr(database.fault, "/Broken: not a TZif file"));
	zone_database_close(&database);
}

static void a_bad_list_is_named(void) {
	static const char *const lists[] = { "Z ../passwd 1 - X", "Z /etc/passwd 1 - X",
		"Z a/../b 1 - X", "Z a//b 1 - X", "Z a/ 1 - X", "Z .hidden 1 - X", "Z a\\b 1 - X",
		"Z a\1 1 - X", "L ../x Good", "L Good ../x", "Z \xc3\xa4 1 - X", "Z a%s 1 - X",
		"Z a234567890123456789012345678901234567890123456789012345678901234 1 - X" };
	struct zone_database database;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		open_list(&database, lists[i]);
		CHECK_ROW(strstr(database.fault, "/tzdata.zi: a name that no zone may have"),
			lists[i]);
		CHECK_ROW(database.count == 0, lists[i]);
		zone_database_close(&database);
	}
	open_list(&database, "\n\n# version\nZ\nL Good\nR x y z");
	CU_ASSERT_PTR_NOT_NULL(strstr(database.fault, "/tzdata.zi: no names in it"));
	zone_database_close(&database);
	zone_database_open(&database, "/nowhere/at/all");
	CU_ASSERT_STRING_EQUAL(database.fault, "/nowhere/at/all/tzdata.zi: there is no such file");
	CU_ASSERT_PTR_NULL(zone_database_find(&database, "UTC"));
	zone_database_close(&database);
}

/* ---- the system's --------------------------------------------------------------------------------------- */

static void the_system_has_its_zones(void) {
	CU_ASSERT_PTR_NULL(zone_load());
	CU_ASSERT_TRUE(strlen(zone_tzdb_version()) >= 5 && atoi(zone_tzdb_version()) >= 2020);
	CU_ASSERT_STRING_EQUAL(zone_name(find("US/Eastern")), "US/Eastern");
	CU_ASSERT_STRING_EQUAL(zone_canonical_name(find("US/Eastern")), "America/New_York");
	CU_ASSERT_TRUE(zone_is_same(find("US/Eastern"), find("America/New_York")));
	CU_ASSERT_FALSE(zone_is_same(find("Europe/Paris"), find("Europe/Berlin")));
	CU_ASSERT_PTR_EQUAL(find("UTC"), find("UTC"));
}

static void other_names_are_refused(void) {
	static const char *const names[] = { "", "europe/berlin", "EUROPE/BERLIN", "Europe/Berlin ",
		" Europe/Berlin", "Europe", "Europe/", "../zoneinfo/UTC", "./UTC", "/etc/localtime",
		"localtime", "posixrules", "posix/UTC", "right/UTC", "tzdata.zi", "CET-1CEST",
		"Europe/Berlin\n", "W. Europe Standard Time", "Nowhere/Else", "\xff\xfe" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *fault = NULL;
		CHECK_ROW(zone_find(names[i], &fault) == NULL, names[i]);
		CHECK_ROW(fault != NULL && strcmp(fault, "there is no such time zone") == 0,
			names[i]);
	}
}

/* Also run with the thread sanitizer: the first test of main, so that these calls meet the loading. */
static void *ask_often(void *found) {
	for (int i = 0; i < 1000; i++) {
		*(const struct zone **)found = zone_find("Asia/Tokyo", NULL);
	}
	return NULL;
}

static void many_threads_may_come_first(void) {
	enum { THREADS = 8 };
	pthread_t threads[THREADS];
	const struct zone *found[THREADS] = { NULL };

	for (int i = 0; i < THREADS; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, ask_often, &found[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		CU_ASSERT_PTR_EQUAL(found[i], found[0]);
	}
	CU_ASSERT_PTR_NOT_NULL(found[0]);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "many threads may come first", many_threads_may_come_first },
		{ "the system has its zones", the_system_has_its_zones },
		{ "other names are refused", other_names_are_refused },
		{ "wall times have their instants", wall_times_have_their_instants },
		{ "an occurrence in a gap shows an hour later",
			an_occurrence_in_a_gap_shows_an_hour_later },
		{ "clocks say offset, summer and name", clocks_say_offset_summer_and_name },
		{ "changes are found both ways", changes_are_found_both_ways },
		{ "no time is too far", no_time_is_too_far },
		{ "links are followed and keep their name",
			links_are_followed_and_keep_their_name },
		{ "a bad file spoils only its zone", a_bad_file_spoils_only_its_zone },
		{ "a bad list is named", a_bad_list_is_named },
		CU_TEST_INFO_NULL,
	};
	if (mkdtemp(folder) == NULL) {
		perror(folder);
		return 99;
	}
	int status = run_suite("zones", tests);
	char command[64];
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command) == 0 ? status : 99;
}

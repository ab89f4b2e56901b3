/* answers.c: server/domain/zone as a filter, one answer a question, for zone.py to compare with Python's zoneinfo.
 *
 *   z NAME           its canonical name, or "! why not"; the zone of the questions that follow
 *   u UTC            offset, 0 or 1 for summer, abbreviation
 *   l LOCAL FOLD     ordinary, gap or overlap, the instant, the offset
 *   c FROM END       the changes in [FROM, END), found forwards
 *   p FROM END       the same, found backwards
 *   v                the database's version
 *   b                nanoseconds of processor time per call */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/domain/zone.h"

static const char *const kinds[] = { "ordinary", "gap", "overlap" };

static void tell_forwards(const struct zone *zone, int64_t from_s, int64_t end_s) {
	struct zone_change change = { .utc_s = from_s - 1 };

	while (zone_next_change(zone, change.utc_s, &change) && change.utc_s < end_s) {
		printf("%" PRId64 " ", change.utc_s);
	}
	putchar('\n');
}

static void tell_backwards(const struct zone *zone, int64_t from_s, int64_t end_s) {
	struct zone_change change = { .utc_s = end_s };

	while (zone_previous_change(zone, change.utc_s, &change) && change.utc_s >= from_s) {
		printf("%" PRId64 " ", change.utc_s);
	}
	putchar('\n');
}

/* ---- how long it takes --------------------------------------------------------------------------------- */

enum { CALLS = 4000000, TIMES = 4096 };

static volatile int64_t sink; /* so that no call is left out */

static double now_ns(void) {
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static double measure(const char *name, int64_t first_s, int64_t span_s, bool from_local) {
	static int64_t times[TIMES];
	const struct zone *zone = zone_find(name, NULL);
	int64_t sum = 0;

	if (zone == NULL) {
		return -1;
	}
	srand(1);
	for (int i = 0; i < TIMES; i++) {
		times[i] = first_s + (int64_t)((double)rand() / RAND_MAX * (double)span_s);
	}
	double start_ns = now_ns();
	for (int i = 0; i < CALLS; i++) {
		int64_t time_s = times[i % TIMES];
		sum += from_local ? zone_from_local(zone, time_s, 0).utc_s
				  : zone_at(zone, time_s).offset_s;
	}
	sink = sum;
	return (now_ns() - start_ns) / CALLS;
}

static double measure_find(void) {
	double start_ns = now_ns();

	for (int i = 0; i < CALLS; i++) {
		sink = zone_find(i % 2 == 0 ? "Europe/Berlin" : "US/Eastern", NULL) != NULL;
	}
	return (now_ns() - start_ns) / CALLS;
}

static void tell_costs(void) {
	static const char *const names[] = { "UTC", "Asia/Kathmandu", "Africa/Casablanca",
		"America/New_York" };
	const int64_t year_s = 31556952, from_s = 56 * year_s;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		printf("%s: zone_at %.1f ns in one year, %.1f in 300, zone_from_local %.1f, %.1f; ",
			names[i], measure(names[i], from_s, year_s, false),
			measure(names[i], -70 * year_s, 300 * year_s, false),
			measure(names[i], from_s, year_s, true),
			measure(names[i], -70 * year_s, 300 * year_s, true));
	}
	printf("zone_find %.1f ns\n", measure_find());
}

/* ---- questions ----------------------------------------------------------------------------------------- */

static const struct zone *choose(const char *name) {
	const char *fault = NULL;
	const struct zone *zone = zone_find(name, &fault);

	printf("%s%s\n", zone == NULL ? "! " : "",
		zone == NULL ? fault : zone_canonical_name(zone));
	return zone;
}

static void answer_about(const struct zone *zone, char question, int64_t one, int64_t two) {
	if (question == 'u') {
		struct zone_offset is = zone_at(zone, one);
		printf("%d %d %s\n", (int)is.offset_s, is.is_dst, is.abbreviation);
	} else if (question == 'l') {
		struct zone_instant instant = zone_from_local(zone, one, (int)two);
		printf("%s %" PRId64 " %d\n", kinds[instant.kind], instant.utc_s,
			(int)instant.offset_s);
	} else if (question == 'c') {
		tell_forwards(zone, one, two);
	} else {
		tell_backwards(zone, one, two);
	}
}

int main(void) {
	const struct zone *zone = NULL;
	const char *fault = zone_load();
	char line[256];

	if (fault != NULL) {
		fprintf(stderr, "%s\n", fault);
	}
	if (zone_find("UTC", NULL) == NULL) {
		return 1;
	}
	while (fgets(line, sizeof(line), stdin) != NULL) {
		line[strcspn(line, "\n")] = 0;
		char *rest = line[0] != 0 ? line + 1 : line;
		if (line[0] == 'z' && rest[0] == ' ') {
			zone = choose(rest + 1);
		} else if (line[0] == 'v') {
			puts(zone_tzdb_version());
		} else if (line[0] == 'b') {
			tell_costs();
		} else if (strchr("ulcp", line[0]) != NULL && line[0] != 0 && zone != NULL) {
			int64_t one = strtoll(rest, &rest, 10);
			answer_about(zone, line[0], one, strtoll(rest, NULL, 10));
		} else {
			puts("? no such question, or no zone yet");
		}
	}
	return 0;
}

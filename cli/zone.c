/* zone.c: TZ of the process: calctl has one thread and shows one zone. */
#include "cli/zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* glibc takes a name that it does not know for UTC and says nothing. */
static bool is_known(const char *name) {
	const char *folder = getenv("TZDIR");
	char path[512];

	if (name[0] == '/' || strstr(name, "..") != NULL) {
		return false;
	}
	snprintf(
		path, sizeof(path), "%s/%s", folder != NULL ? folder : "/usr/share/zoneinfo", name);
	return strcmp(name, "UTC") == 0 || access(path, R_OK) == 0;
}

bool zone_use(const char *name) {
	bool known = is_known(name);

	setenv("TZ", known ? name : "UTC", 1);
	tzset();
	return known;
}

void zone_print(int64_t unix_s, char out[WIRE_TIME_ROOM]) {
	time_t at = (time_t)unix_s;
	struct tm tm;

	localtime_r(&at, &tm);
	struct wire_time time = wire_time_at(unix_s, (int32_t)tm.tm_gmtoff);
	wire_time_print(&time, out);
}

int64_t zone_instant(const struct wire_time *time) {
	struct tm tm = { .tm_year = time->year - 1900,
		.tm_mon = time->month - 1,
		.tm_mday = time->day,
		.tm_hour = time->hour,
		.tm_min = time->minute,
		.tm_sec = time->second,
		.tm_isdst = -1 };

	return time->kind == WIRE_TIME_INSTANT ? time->unix_s : (int64_t)mktime(&tm);
}

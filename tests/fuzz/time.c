/* time.c: libFuzzer over times and dates of the contract.
 *
 * Beyond memory errors: what is refused has a reason; what is read is a real date in the years of the contract, is
 * printed in the canonical form, is read from that the same, and stands where the calendar says it does. */
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/time.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

static void check(const struct wire_time *time) {
	char text[WIRE_TIME_ROOM], second[WIRE_TIME_ROOM];
	struct wire_time again;
	int32_t year, month, day;
	size_t len = wire_time_print(time, text);

	must(len > 0 && len < WIRE_TIME_ROOM);
	must(wire_time_parse(text, len, &again));
	must(again.unix_s == time->unix_s && again.kind == time->kind &&
		again.offset_s == time->offset_s);
	must(wire_time_print(&again, second) == len && memcmp(text, second, len) == 0);
	must(time->year >= WIRE_YEAR_MIN && time->year <= WIRE_YEAR_MAX);
	must(time->month >= 1 && time->month <= 12 && time->day >= 1 &&
		time->day <= wire_days_in_month(time->year, time->month));
	must(time->hour < 24 && time->minute < 60 && time->second < 60);
	int64_t days = wire_days_from_civil(time->year, time->month, time->day);
	wire_civil_from_days(days, &year, &month, &day);
	must(year == time->year && month == time->month && day == time->day);
	must(time->unix_s + time->offset_s ==
		days * 86400 + time->hour * 3600 + time->minute * 60 + time->second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	struct wire_time time = { 0 };
	char *text = malloc(len + 1);

	memcpy(text, data, len);
	text[len] = 0;
	const char *fault = wire_time_fault(text, len, &time);
	must((fault == NULL) == wire_time_parse(text, len, &time));
	must(fault == NULL || fault[0] != 0);
	if (fault == NULL) {
		check(&time);
	}
	free(text);
	return 0;
}

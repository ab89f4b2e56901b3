/* civil.c: days ↔ dates. The year is taken to begin in March, so that the leap day is its last and months need
 * no table; 400 years (146,097 days) are one era. Method: Howard Hinnant, "chrono-compatible low-level date
 * algorithms". timegm() was turned down: it normalises 30 February where this code must refuse it. */
#include "libapi/wire/time.h"

#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 719468 /* from 0000-03-01 */

int64_t wire_days_from_civil(int32_t year, int32_t month, int32_t day) {
	int64_t y = month <= 2 ? (int64_t)year - 1 : year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970;
}

void wire_civil_from_days(int64_t days, int32_t *year, int32_t *month, int32_t *day) {
	days += DAYS_TO_1970;
	int64_t era = (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int64_t day_of_era = days - era * DAYS_PER_ERA;
	int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
				      day_of_era / (DAYS_PER_ERA - 1)) /
			      365;
	int64_t day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int64_t from_march = (5 * day_of_year + 2) / 153;
	*day = (int32_t)(day_of_year - (153 * from_march + 2) / 5 + 1);
	*month = (int32_t)(from_march < 10 ? from_march + 3 : from_march - 9);
	*year = (int32_t)(year_of_era + era * 400 + (*month <= 2));
}

int32_t wire_days_in_month(int32_t year, int32_t month) {
	static const int32_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

struct wire_time wire_time_at(int64_t unix_s, int32_t offset_s) {
	struct wire_time time = {
		.kind = WIRE_TIME_INSTANT, .offset_s = offset_s, .unix_s = unix_s
	};
	int64_t local_s = unix_s + offset_s;
	int64_t days = (local_s >= 0 ? local_s : local_s - 86399) / 86400;
	int32_t of_day = (int32_t)(local_s - days * 86400);
	wire_civil_from_days(days, &time.year, &time.month, &time.day);
	time.hour = of_day / 3600;
	time.minute = of_day / 60 % 60;
	time.second = of_day % 60;
	return time;
}

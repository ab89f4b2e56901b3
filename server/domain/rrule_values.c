/* rrule_values.c: the two parts whose values are more than numbers: BYDAY and UNTIL. */
#include <string.h>

#include "libapi/wire/time.h"
#include "server/domain/rrule_bits.h"
#include "server/domain/rrule_fault.h"

/* weekdaynum = [["+" / "-"] 1*2DIGIT] weekday */
static bool read_weekday(struct rrule_piece item, struct rrule *rule, struct rrule_error *error) {
	struct rrule_piece name = item, number = item;
	int32_t nth = 0;

	if (item.len > 2) {
		name = (struct rrule_piece){ item.at + item.len - 2, 2 };
		number.len = item.len - 2;
	}
	int32_t day = rrule_weekday(name);
	if (day < 0) {
		return rrule_fault(error, RRULE_INVALID, "BYDAY", item,
			"not a weekday; use MO, TU, WE, TH, FR, SA or SU");
	}
	if (item.len == 2) {
		rule->weekdays |= UINT32_C(1) << day;
		return true;
	}
	if (!rrule_read_number(number, 2, true, &nth) || nth == 0 || nth < -53 || nth > 53) {
		return rrule_fault(error, RRULE_INVALID, "BYDAY", item,
			"the number before a weekday is 1 to 53 or -53 to -1");
	}
	if (nth > 0) {
		rule->nth_up[day] |= UINT64_C(1) << nth;
	} else {
		rule->nth_down[day] |= UINT64_C(1) << -nth;
	}
	return true;
}

bool rrule_read_weekdays(struct rrule_piece value, struct rrule *rule, struct rrule_error *error) {
	struct rrule_piece item;

	while (rrule_next_item(&value, &item)) {
		if (!read_weekday(item, rule, error)) {
			return false;
		}
	}
	return true;
}

/* 19971224T140000Z in the form that the wire's reader knows: 1997-12-24T14:00:00Z. 0: not of that length. */
static size_t stretch(struct rrule_piece value, char out[21]) {
	static const char *const shapes[] = { "____-__-__", "____-__-__T__:__:__",
		"____-__-__T__:__:__Z" };
	static const size_t lens[] = { 8, 15, 16 };

	for (size_t i = 0; i < 3; i++) {
		const char *from = value.at;
		size_t len = 0;
		if (value.len != lens[i]) {
			continue;
		}
		for (const char *shape = shapes[i]; *shape != '\0'; shape++) {
			if (*shape == '-' || *shape == ':') {
				out[len++] = *shape;
			} else {
				out[len++] = *from++;
			}
		}
		return len;
	}
	return 0;
}

bool rrule_read_until(struct rrule_piece value, struct rrule *rule, struct rrule_error *error) {
	static const char shape[] =
		"not a time such as 19971224, 19971224T090000 or 19971224T090000Z";
	static const enum rrule_until kinds[] = {
		[WIRE_TIME_DATE] = RRULE_UNTIL_DATE,
		[WIRE_TIME_WALL] = RRULE_UNTIL_LOCAL,
		[WIRE_TIME_INSTANT] = RRULE_UNTIL_UTC,
	};
	struct wire_time time;
	char text[21];
	size_t len = stretch(value, text);
	const char *fault = len == 0 ? shape : wire_time_fault(text, len, &time);

	if (fault != NULL) {
		/* The wire's own sentence about the shape shows the form with dashes. */
		return rrule_fault(error, RRULE_INVALID, "UNTIL", value,
			strncmp(fault, "not a time such as", 18) == 0 ? shape : fault);
	}
	rule->until_kind = kinds[time.kind];
	rule->until_s = time.unix_s;
	return true;
}

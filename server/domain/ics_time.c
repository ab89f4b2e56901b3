/* ics_time.c: see ics_time.h. */
#include "server/domain/ics_time.h"

#include <stdio.h>
#include <string.h>

#include "server/domain/occurrence.h"

enum { DAY_S = 86400, DURATION_MAX_S = 400 * DAY_S };

bool ics_time_read(const char *text, size_t len, struct ics_time *out) {
	char slot[SLOT_ROOM];

	*out = (struct ics_time){ .kind = len == 8 ? ICS_DATE : ICS_FLOATING };
	if (len == 16 && (text[15] == 'Z' || text[15] == 'z')) {
		out->kind = ICS_UTC;
		len = 15;
	}
	if (len != 8 && len != 15) {
		return false;
	}
	memcpy(slot, text, len);
	slot[len] = 0;
	return slot_read(slot, len == 8, &out->local_s);
}

int64_t ics_time_instant(const struct ics_time *time) {
	return time->kind == ICS_ZONED
		       ? zone_from_local(time->zone, time->local_s, time->second).utc_s
		       : time->local_s;
}

static int64_t midnight(int64_t local_s) {
	return local_s - (local_s % DAY_S + DAY_S) % DAY_S;
}

int64_t ics_time_local_as(const struct ics_time *time, const struct ics_time *as) {
	bool both_have_clock = time->kind >= ICS_UTC && as->kind >= ICS_UTC;

	if (as->kind == ICS_DATE) {
		return midnight(time->local_s);
	}
	if (!both_have_clock || (time->kind == as->kind && time->zone == as->zone)) {
		return time->local_s;
	}
	int64_t utc_s = ics_time_instant(time);
	return as->kind == ICS_UTC ? utc_s : utc_s + zone_at(as->zone, utc_s).offset_s;
}

/* ---- durations ------------------------------------------------------------------------------------------ */

static const struct unit {
	char letter;
	bool in_time; /* behind the T */
	int64_t days, seconds;
} units[] = {
	{ 'W', false, 7, 0 },
	{ 'D', false, 1, 0 },
	{ 'H', true, 0, 3600 },
	{ 'M', true, 0, 60 },
	{ 'S', true, 0, 1 },
};

static bool add_unit(struct ics_duration *out, char letter, bool in_time, int64_t number) {
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (units[i].letter == letter && units[i].in_time == in_time) {
			out->days += number * units[i].days;
			out->seconds += number * units[i].seconds;
			return out->days * DAY_S + out->seconds <= DURATION_MAX_S;
		}
	}
	return false;
}

static bool read_units(const char *at, const char *end, struct ics_duration *out) {
	bool in_time = false, any = false;

	while (at < end) {
		int64_t number = 0;
		size_t digits = 0;
		if (*at == 'T' && !in_time) {
			in_time = true;
			at++;
			continue;
		}
		for (; at < end && *at >= '0' && *at <= '9' && digits < 9; digits++) {
			number = number * 10 + (*at++ - '0');
		}
		if (digits == 0 || at == end || !add_unit(out, *at++, in_time, number)) {
			return false;
		}
		any = true;
	}
	return any;
}

bool ics_duration_read(const char *text, size_t len, struct ics_duration *out) {
	const char *at = text, *end = text + len;
	bool negative = at < end && *at == '-';

	*out = (struct ics_duration){ 0 };
	at += at < end && (*at == '-' || *at == '+');
	if (at == end || *at++ != 'P' || !read_units(at, end, out)) {
		return false;
	}
	if (negative) {
		out->days = -out->days;
		out->seconds = -out->seconds;
	}
	return true;
}

/* ---- offsets -------------------------------------------------------------------------------------------- */

bool ics_offset_read(const char *text, size_t len, int32_t *offset_s) {
	int32_t parts[3] = { 0 };

	if ((len != 5 && len != 7) || (text[0] != '+' && text[0] != '-')) {
		return false;
	}
	for (size_t i = 1; i < len; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return false;
		}
		parts[(i - 1) / 2] = parts[(i - 1) / 2] * 10 + (text[i] - '0');
	}
	*offset_s = parts[0] * 3600 + parts[1] * 60 + parts[2];
	*offset_s = text[0] == '-' ? -*offset_s : *offset_s;
	return parts[0] < 24 && parts[1] < 60 && parts[2] < 60;
}

/* ---- printing ------------------------------------------------------------------------------------------- */

void ics_local_print(int64_t local_s, char out[ICS_TIME_ROOM]) {
	slot_print(local_s, false, out);
}

void ics_utc_print(int64_t utc_s, char out[ICS_TIME_ROOM]) {
	size_t len = slot_print(utc_s, false, out);
	out[len] = 'Z';
	out[len + 1] = 0;
}

void ics_offset_print(int32_t offset_s, char out[ICS_OFFSET_ROOM]) {
	unsigned size = (unsigned)(offset_s < 0 ? -offset_s : offset_s) % DAY_S;
	char text[16];

	snprintf(text, sizeof(text), size % 60 != 0 ? "%c%02u%02u%02u" : "%c%02u%02u",
		offset_s < 0 ? '-' : '+', size / 3600, size / 60 % 60, size % 60);
	memcpy(out, text, ICS_OFFSET_ROOM - 1);
	out[ICS_OFFSET_ROOM - 1] = 0;
}

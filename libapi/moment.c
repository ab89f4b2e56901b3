/* moment.c: times by kind.
 *
 * A date, a floating time, a wall time in a zone and an instant are four things to a calendar (RFC 5545 §3.3.4 and
 * §3.3.5), but their texts differ by a few characters only, and three more members of an event say the rest. These
 * setters write all members that one kind needs, and take back what belongs to another.
 *
 * An event has one zone and one `floating` for both of its ends, so a setter of one end would change the other's
 * meaning. It refuses that. Turned down: letting the last setter win, which moves a meeting without a word. */
#include "libapi/core.h"
#include "libapi/wire/time.h"

#include <string.h>

/* The text in the one form that the setter takes, whatever the caller's fraction of zeros or small t. */
static bool read_as(enum wire_time_kind kind, const char *text, char out[WIRE_TIME_ROOM]) {
	struct wire_time time;

	if (text == NULL || !wire_time_parse(text, strlen(text), &time) || time.kind != kind) {
		return false;
	}
	(void)wire_time_print(&time, out);
	return true;
}

static bool print_instant(int64_t unix_ms, char out[WIRE_TIME_ROOM]) {
	struct wire_time time = wire_time_at(unix_ms / 1000, 0);

	if (unix_ms % 1000 != 0 || time.year < WIRE_YEAR_MIN || time.year > WIRE_YEAR_MAX) {
		return false;
	}
	(void)wire_time_print(&time, out);
	return true;
}

int32_t libapi__record_set_instant(struct wire_record *record, size_t field, int64_t unix_ms) {
	char text[WIRE_TIME_ROOM];

	return print_instant(unix_ms, text) ? libapi__record_set_text(record, field, text)
					    : LIBAPI_E_INVALID;
}

/* zone NULL: this end says nothing about it. */
static bool other_end_agrees(const struct wire_record *record, const struct event_end *end,
	const char *zone, bool floating) {
	const char *has = libapi__record_text(record, end->zone);

	if (libapi__record_has(record, end->other_date)) {
		return false;
	}
	if (!libapi__record_has(record, end->other)) {
		return true;
	}
	return (libapi__record_number(record, end->floating) != 0) == floating &&
	       (zone == NULL || has == NULL || strcmp(zone, has) == 0);
}

static int32_t set_time(struct wire_record *record, const struct event_end *end, const char *text,
	const char *zone, bool floating) {
	int32_t code = LIBAPI_OK;

	if (record == NULL || !other_end_agrees(record, end, zone, floating)) {
		return LIBAPI_E_INVALID;
	}
	code = libapi__record_set_text(record, end->time, text);
	if (code == LIBAPI_OK && zone != NULL) {
		code = libapi__record_set_text(record, end->zone, zone);
	}
	if (code == LIBAPI_OK) {
		code = libapi__record_set_number(record, end->floating, floating);
	}
	return code == LIBAPI_OK ? libapi__record_unset(record, end->date) : code;
}

int32_t libapi__record_set_end_instant(
	struct wire_record *record, const struct event_end *end, int64_t unix_ms) {
	char text[WIRE_TIME_ROOM];

	return print_instant(unix_ms, text) ? set_time(record, end, text, NULL, false)
					    : LIBAPI_E_INVALID;
}

int32_t libapi__record_set_end_floating(
	struct wire_record *record, const struct event_end *end, const char *local_time) {
	char text[WIRE_TIME_ROOM];

	return read_as(WIRE_TIME_WALL, local_time, text) ? set_time(record, end, text, NULL, true)
							 : LIBAPI_E_INVALID;
}

int32_t libapi__record_set_end_zoned(struct wire_record *record, const struct event_end *end,
	const char *local_time, const char *time_zone) {
	char text[WIRE_TIME_ROOM];

	return time_zone != NULL && read_as(WIRE_TIME_WALL, local_time, text)
		       ? set_time(record, end, text, time_zone, false)
		       : LIBAPI_E_INVALID;
}

int32_t libapi__record_set_end_date(
	struct wire_record *record, const struct event_end *end, const char *date) {
	char text[WIRE_TIME_ROOM];
	int32_t code = LIBAPI_OK;

	if (record == NULL || libapi__record_has(record, end->other) ||
		!read_as(WIRE_TIME_DATE, date, text)) {
		return LIBAPI_E_INVALID;
	}
	code = libapi__record_set_text(record, end->date, text);
	if (code != LIBAPI_OK) {
		return code;
	}
	(void)libapi__record_unset(
		record, end->floating); /* days are neither: the member's default */
	return libapi__record_unset(record, end->time);
}

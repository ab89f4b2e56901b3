/* ics_alarm.c: a VALARM (RFC 5545 §3.6.6) that shows a text some minutes before the start is a reminder. Any other
 * one is kept as it was written, and so is what goes past the five that an event takes. */
#include <string.h>
#include <strings.h>

#include "server/domain/ics_event.h"

enum { REMINDERS_MAX = 5, MINUTES_MAX = 40320 };

static bool read_minutes(const struct ics_lines *alarm, int64_t *minutes) {
	const struct ics_line *trigger = ics_find(alarm, "TRIGGER");
	struct ics_duration before;
	char related[16];

	if (trigger == NULL ||
		!ics_duration_read(ics_line_value(trigger), ics_line_value_len(trigger), &before)) {
		return false;
	}
	if (ics_line_param(trigger, "RELATED", related, sizeof(related)) > 0 &&
		strcasecmp(related, "START") != 0) {
		return false;
	}
	int64_t seconds = -(before.days * 86400 + before.seconds);
	*minutes = seconds / 60;
	return seconds >= 0 && seconds % 60 == 0 && *minutes <= MINUTES_MAX;
}

/* "webhook" or "display"; NULL: another kind. One that repeats, or has more to it, is not what a reminder is. */
static const char *read_method(const struct ics_lines *alarm) {
	const struct ics_line *action = ics_find(alarm, "ACTION"),
			      *method = ics_find(alarm, "X-LIBAPI-METHOD");

	if (action == NULL || !ics_line_value_is(action, "DISPLAY") ||
		ics_find(alarm, "REPEAT") != NULL) {
		return NULL;
	}
	return method != NULL && ics_line_value_is(method, "webhook") ? "webhook" : "display";
}

static void put_reminder(struct wire_buffer *out, const char *method, int64_t minutes) {
	wire_put_str(out, out->len > 0 ? ",{\"method\":" : "{\"method\":");
	ics_put_json(out, method);
	wire_put_str(out, ",\"minutes_before\":");
	wire_put_int(out, minutes);
	wire_put_char(out, '}');
}

static void keep_part(struct ics_event *event, const struct ics_lines *lines, size_t at, size_t n) {
	for (size_t i = at; i < at + n; i++) {
		ics_keep(event, &lines->at[i]);
	}
}

void ics_read_alarms(struct ics_event *event, const struct ics_lines *lines) {
	struct wire_buffer list = WIRE_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t i = 0; i < lines->count; i++) {
		const struct ics_line *line = &lines->at[i];
		if (!ics_line_is(line, "BEGIN")) {
			continue;
		}
		size_t n = ics_part_count(lines, i);
		struct ics_lines alarm = { &lines->at[i + 1], n - 1, line->number };
		const char *method = ics_line_value_is(line, "VALARM") ? read_method(&alarm) : NULL;
		int64_t minutes = 0;
		if (method != NULL && count < REMINDERS_MAX && read_minutes(&alarm, &minutes)) {
			put_reminder(&list, method, minutes);
			count++;
		} else {
			keep_part(event, lines, i, n);
		}
		i += n - 1;
	}
	if (list.len > 0 && !list.failed) {
		ics_put_member(event, "reminders");
		wire_put_char(&event->members, '[');
		wire_put(&event->members, list.bytes, list.len);
		wire_put_char(&event->members, ']');
	}
	event->members.failed |= list.failed;
	wire_buffer_finish(&list);
}

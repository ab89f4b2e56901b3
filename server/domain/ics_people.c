/* ics_people.c: ORGANIZER and ATTENDEE (RFC 5545 §3.8.4) as the people of a draft. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "server/domain/ics_event.h"
#include "server/domain/ics_words.h"

enum { EMAIL_ROOM = 256 };

/* mailto:ada@example.com, or the parameter EMAIL of RFC 7986 §6.2 beside any other address. */
static bool read_email(const struct ics_line *line, char email[EMAIL_ROOM]) {
	const char *value = ics_line_value(line);

	if (ics_line_param(line, "EMAIL", email, EMAIL_ROOM) > 0) {
		return true;
	}
	if (strncasecmp(value, "mailto:", 7) != 0 || strlen(value + 7) >= EMAIL_ROOM ||
		strchr(value + 7, '@') == NULL) {
		return false;
	}
	strcpy(email, value + 7);
	return true;
}

static void put_param(struct wire_buffer *out, const char *member, const struct ics_line *line,
	const char *param) {
	char text[ICS_PARAM_ROOM];

	if (ics_line_param(line, param, text, sizeof(text)) > 0) {
		wire_put_char(out, ',');
		ics_put_json(out, member);
		wire_put_char(out, ':');
		ics_put_json(out, text);
	}
}

static void put_word(struct wire_buffer *out, const char *member, const struct ics_line *line,
	const char *param, const struct ics_word *words) {
	char text[ICS_PARAM_ROOM];
	const char *word = ics_line_param(line, param, text, sizeof(text)) < 0
				   ? NULL
				   : ics_word_read(words, text);

	if (word != NULL) {
		wire_put_char(out, ',');
		ics_put_json(out, member);
		wire_put_char(out, ':');
		ics_put_json(out, word);
	}
}

static void put_attendee(
	struct wire_buffer *out, const struct ics_line *line, const char email[EMAIL_ROOM]) {
	wire_put_str(out, out->len > 0 ? ",{\"email\":" : "{\"email\":");
	ics_put_json(out, email);
	put_param(out, "name", line, "CN");
	put_word(out, "role", line, "ROLE", ics_roles);
	put_word(out, "partstat", line, "PARTSTAT", ics_partstats);
	put_param(out, "comment", line, "X-RESPONSE-COMMENT");
	wire_put_char(out, '}');
}

/* Somebody who stands there twice is invited once. */
static bool is_new(const struct ics_lines *lines, size_t index, const char email[EMAIL_ROOM]) {
	char other[EMAIL_ROOM];

	for (size_t i = 0; i < index; i++) {
		if (ics_line_is(&lines->at[i], "ATTENDEE") && read_email(&lines->at[i], other) &&
			strcasecmp(other, email) == 0) {
			return false;
		}
	}
	return true;
}

enum { ATTENDEES_MAX = 501 }; /* one more than an event takes: the rules say so */

static void read_attendees(struct ics_event *event, const struct ics_lines *lines) {
	struct wire_buffer list = WIRE_BUFFER_EMPTY;
	char email[EMAIL_ROOM];
	size_t count = 0;

	for (size_t i = 0; i < lines->count && count < ATTENDEES_MAX; i++) {
		const struct ics_line *line = &lines->at[i];
		if (ics_line_is(line, "BEGIN")) {
			i += ics_part_count(lines, i) - 1;
		} else if (ics_line_is(line, "ATTENDEE") && !read_email(line, email)) {
			ics_keep(event, line);
		} else if (ics_line_is(line, "ATTENDEE") && is_new(lines, i, email)) {
			put_attendee(&list, line, email);
			count++;
		}
	}
	if (list.len > 0 && !list.failed) {
		ics_put_member(event, "attendees");
		wire_put_char(&event->members, '[');
		wire_put(&event->members, list.bytes, list.len);
		wire_put_char(&event->members, ']');
	}
	event->members.failed |= list.failed;
	wire_buffer_finish(&list);
}

static void read_organizer(struct ics_event *event, const struct ics_lines *lines) {
	const struct ics_line *line = ics_find(lines, "ORGANIZER");
	char email[EMAIL_ROOM];

	if (line == NULL) {
		return;
	}
	if (!read_email(line, email)) {
		ics_keep(event, line);
		return;
	}
	wire_put_str(&event->organizer, "{\"email\":");
	ics_put_json(&event->organizer, email);
	put_param(&event->organizer, "name", line, "CN");
	wire_put_char(&event->organizer, '}');
}

void ics_read_people(struct ics_event *event, const struct ics_lines *lines) {
	read_organizer(event, lines);
	read_attendees(event, lines);
}

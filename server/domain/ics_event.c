/* ics_event.c: the properties of a VEVENT, by a table. */
#include "server/domain/ics_event.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "server/domain/ics_color.h"
#include "server/domain/ids.h"

void ics_fail(struct ics_fault *fault, const char *code, const char *format, ...) {
	va_list list;

	if (fault->code != NULL) {
		return;
	}
	fault->code = code;
	va_start(list, format);
	vsnprintf(fault->detail, sizeof(fault->detail), format, list);
	va_end(list);
}

const struct ics_line *ics_find(const struct ics_lines *lines, const char *name) {
	for (size_t i = 0; i < lines->count; i++) {
		if (ics_line_is(&lines->at[i], "BEGIN")) {
			i += ics_part_count(lines, i) - 1;
		} else if (ics_line_is(&lines->at[i], name)) {
			return &lines->at[i];
		}
	}
	return NULL;
}

size_t ics_part_count(const struct ics_lines *lines, size_t index) {
	size_t depth = 0, at = index;

	for (; at < lines->count; at++) {
		depth += ics_line_is(&lines->at[at], "BEGIN");
		if (ics_line_is(&lines->at[at], "END") && --depth == 0) {
			return at - index + 1;
		}
	}
	return at - index;
}

void ics_keep(struct ics_event *event, const struct ics_line *line) {
	if (event->kept.len > 0) {
		wire_put_char(&event->kept, '\n');
	}
	wire_put(&event->kept, line->text, line->len);
}

void ics_put_json(struct wire_buffer *out, const char *text) {
	wire_put_json_text(out, text, strlen(text));
}

void ics_put_member(struct ics_event *event, const char *name) {
	if (event->members.len > 0) {
		wire_put_char(&event->members, ',');
	}
	ics_put_json(&event->members, name);
	wire_put_char(&event->members, ':');
}

/* ---- properties ----------------------------------------------------------------------------------------- */

static void put_text_member(
	struct ics_event *event, const char *name, const struct wire_buffer *text) {
	if (text->len > 0 && !text->failed) {
		ics_put_member(event, name);
		wire_put_json_text(&event->members, text->bytes, text->len);
	}
	event->members.failed |= text->failed;
}

static void read_text(struct ics_event *event, const char *member, const struct ics_line *line) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;

	ics_put_unescaped(&text, ics_line_value(line), ics_line_value_len(line));
	put_text_member(event, member, &text);
	wire_buffer_finish(&text);
}

/* A URI is not escaped. */
static void read_uri(struct ics_event *event, const char *member, const struct ics_line *line) {
	if (ics_line_value_len(line) > 0) {
		ics_put_member(event, member);
		ics_put_json(&event->members, ics_line_value(line));
	}
}

static void read_word(struct ics_event *event, const char *member, const struct ics_line *line) {
	char word[32];
	size_t len = 0;

	for (const char *at = ics_line_value(line); *at != 0 && len + 1 < sizeof(word); at++) {
		word[len++] = (char)tolower((unsigned char)*at);
	}
	word[len] = 0;
	ics_put_member(event, member);
	ics_put_json(&event->members, word);
}

/* RFC 5545 §3.8.1.3: what is not known is to be treated as PRIVATE. */
static void read_class(struct ics_event *event, const char *member, const struct ics_line *line) {
	ics_put_member(event, member);
	ics_put_json(&event->members, ics_line_value_is(line, "PUBLIC") ? "public" : "private");
}

static void read_sequence(
	struct ics_event *event, const char *member, const struct ics_line *line) {
	char *end = NULL;
	long number = strtol(ics_line_value(line), &end, 10);

	(void)member;
	if (*end != 0 || number < 0 || number > INT32_MAX) {
		ics_fail(&event->fault, "format", "SEQUENCE: not a number from 0 to 2147483647");
		return;
	}
	event->sequence = (int32_t)number;
}

static void refuse_exrule(
	struct ics_event *event, const char *member, const struct ics_line *line) {
	(void)member;
	(void)line;
	ics_fail(&event->fault, "rrule_unsupported",
		"EXRULE is not supported (RFC 5545 took it out); use EXDATE");
}

/* In the order of names. `read` NULL: read elsewhere, or the server's own to set. */
static const struct property {
	const char *name, *member;
	void (*read)(struct ics_event *event, const char *member, const struct ics_line *line);
	bool once; /* a second one is kept as it is */
} properties[] = {
	{ "ATTENDEE", .read = NULL },
	{ "CATEGORIES", .read = NULL },
	{ "CLASS", "visibility", read_class, true },
	{ "COLOR", .read = NULL },
	{ "CREATED", .read = NULL },
	{ "DESCRIPTION", "description", read_text, true },
	{ "DTEND", .read = NULL },
	{ "DTSTAMP", .read = NULL },
	{ "DTSTART", .read = NULL },
	{ "DURATION", .read = NULL },
	{ "EXDATE", .read = NULL },
	{ "EXRULE", NULL, refuse_exrule, false },
	{ "LAST-MODIFIED", .read = NULL },
	{ "LOCATION", "location", read_text, true },
	{ "ORGANIZER", .read = NULL },
	{ "RDATE", .read = NULL },
	{ "RECURRENCE-ID", .read = NULL },
	{ "RRULE", .read = NULL },
	{ "SEQUENCE", NULL, read_sequence, false },
	{ "STATUS", "status", read_word, true },
	{ "SUMMARY", "title", read_text, true },
	{ "TRANSP", "transparency", read_word, true },
	{ "UID", .read = NULL },
	{ "URL", "url", read_uri, true },
	{ "X-LIBAPI-COLOR", .read = NULL },
	{ "X-LIBAPI-META", .read = NULL },
};
enum { PROPERTY_COUNT = sizeof(properties) / sizeof(*properties) };

static int compare(const void *key, const void *entry) {
	const struct ics_line *line = key;
	const char *name = ((const struct property *)entry)->name;
	int order = strncasecmp(line->text, name, line->name_len);

	return order != 0 ? order : -(name[line->name_len] != 0);
}

static void read_property(struct ics_event *event, const struct ics_line *line, uint32_t *seen) {
	const struct property *found =
		bsearch(line, properties, PROPERTY_COUNT, sizeof(*properties), compare);

	if (found == NULL) {
		ics_keep(event, line);
		return;
	}
	uint32_t bit = UINT32_C(1) << (found - properties);
	if (found->once && (*seen & bit) != 0) {
		ics_keep(event, line);
	} else if (found->read != NULL) {
		found->read(event, found->member, line);
	}
	*seen |= bit;
}

/* Those of its parts too: they may be kept as they are. */
static bool lines_are_good(struct ics_event *event, const struct ics_lines *lines) {
	for (size_t i = 0; i < lines->count; i++) {
		if (lines->at[i].name_len == 0) {
			ics_fail(&event->fault, "broken_component",
				"line %u is no content line of UTF-8 text", lines->at[i].number);
			return false;
		}
	}
	return true;
}

static void read_properties(struct ics_event *event, const struct ics_lines *lines) {
	uint32_t seen = 0;

	for (size_t i = 0; i < lines->count; i++) {
		const struct ics_line *line = &lines->at[i];
		if (ics_line_is(line, "BEGIN")) {
			i += ics_part_count(lines, i) - 1;
		} else {
			read_property(event, line, &seen);
		}
	}
}

/* ---- what is made of several lines, or of none -------------------------------------------------------------- */

/* A line's items; each appends itself to a JSON array. */
static void put_categories(struct wire_buffer *out, const struct ics_line *line) {
	const char *at = ics_line_value(line);
	size_t left = ics_line_value_len(line);

	while (left > 0) {
		struct wire_buffer item = WIRE_BUFFER_EMPTY;
		size_t len = ics_item_len(at, left);
		ics_put_unescaped(&item, at, len);
		if (item.len > 0) {
			wire_put_str(out, out->len > 0 ? "," : "");
			wire_put_json_text(out, item.bytes, item.len);
		}
		out->failed |= item.failed;
		wire_buffer_finish(&item);
		len += len < left;
		at += len;
		left -= len;
	}
}

static void put_meta(struct wire_buffer *out, const struct ics_line *line) {
	struct wire_buffer value = WIRE_BUFFER_EMPTY;
	char key[ICS_PARAM_ROOM];

	if (ics_line_param(line, "X-KEY", key, sizeof(key)) < 0) {
		return;
	}
	ics_put_unescaped(&value, ics_line_value(line), ics_line_value_len(line));
	wire_put_str(out, out->len > 0 ? "," : "");
	ics_put_json(out, key);
	wire_put_char(out, ':');
	wire_put_json_text(out, value.len == 0 ? "" : value.bytes, value.len);
	out->failed |= value.failed;
	wire_buffer_finish(&value);
}

static void put_group(struct ics_event *event, const char *member, const char *brackets,
	struct wire_buffer *items) {
	if (items->len > 0 && !items->failed) {
		ics_put_member(event, member);
		wire_put_char(&event->members, brackets[0]);
		wire_put(&event->members, items->bytes, items->len);
		wire_put_char(&event->members, brackets[1]);
	}
	event->members.failed |= items->failed;
	wire_buffer_finish(items);
}

static void read_groups(struct ics_event *event, const struct ics_lines *lines) {
	struct wire_buffer categories = WIRE_BUFFER_EMPTY, meta = WIRE_BUFFER_EMPTY;

	for (size_t i = 0; i < lines->count; i++) {
		const struct ics_line *line = &lines->at[i];
		if (ics_line_is(line, "BEGIN")) {
			i += ics_part_count(lines, i) - 1;
		} else if (ics_line_is(line, "CATEGORIES")) {
			put_categories(&categories, line);
		} else if (ics_line_is(line, "X-LIBAPI-META")) {
			put_meta(&meta, line);
		}
	}
	put_group(event, "categories", "[]", &categories);
	put_group(event, "metadata", "{}", &meta);
}

/* Only what is the event's own: a stamp would be another one in each file. */
static void make_uid(struct ics_event *event, const struct ics_lines *lines) {
	struct wire_buffer all = WIRE_BUFFER_EMPTY;
	char hex[DIGEST_HEX_ROOM];

	const struct ics_line *end = lines->at + lines->count;
	for (const struct ics_line *line = lines->at; line < end; line++) {
		if (!ics_line_is(line, "DTSTAMP")) {
			wire_put(&all, line->text, line->len);
			wire_put_char(&all, '\n');
		}
	}
	digest_hex(all.len == 0 ? "" : all.bytes, all.len, hex);
	wire_put_str(&event->uid, "content-");
	wire_put(&event->uid, hex, 32);
	event->uid.failed |= all.failed;
	wire_buffer_finish(&all);
}

static void read_uid(struct ics_event *event, const struct ics_lines *lines) {
	const struct ics_line *line = ics_find(lines, "UID");

	if (line != NULL) {
		ics_put_unescaped(&event->uid, ics_line_value(line), ics_line_value_len(line));
	}
	if (event->uid.len == 0) {
		make_uid(event, lines);
	}
	put_text_member(event, "uid", &event->uid);
}

static void read_title(struct ics_event *event, const struct ics_lines *lines) {
	const struct ics_line *line = ics_find(lines, "SUMMARY");

	if (line == NULL || ics_line_value_len(line) == 0) {
		ics_put_member(event, "title");
		ics_put_json(&event->members, "(untitled)");
	}
}

/* Our own writer adds the exact colour where CSS has no name for it. */
static void read_color(struct ics_event *event, const struct ics_lines *lines) {
	const struct ics_line *named = ics_find(lines, "COLOR"),
			      *exact = ics_find(lines, "X-LIBAPI-COLOR");
	const struct ics_line *line = exact != NULL ? exact : named;
	char hex[ICS_COLOR_ROOM];

	if (line == NULL) {
		return;
	}
	if (ics_color_read(ics_line_value(line), hex)) {
		ics_put_member(event, "color");
		ics_put_json(&event->members, hex);
	} else {
		ics_keep(event, line);
	}
}

void ics_event_read(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones) {
	*event = (struct ics_event){ .line = lines->number };
	read_uid(event, lines);
	if (!lines_are_good(event, lines)) {
		return;
	}
	read_properties(event, lines);
	read_title(event, lines);
	read_groups(event, lines);
	read_color(event, lines);
	ics_read_people(event, lines);
	ics_read_alarms(event, lines);
	if (event->fault.code == NULL) {
		ics_read_when(event, lines, zones);
	}
	if (event->fault.code == NULL) {
		ics_read_recurrence(event, lines, zones);
	}
}

void ics_event_finish(struct ics_event *event) {
	wire_buffer_finish(&event->uid);
	wire_buffer_finish(&event->members);
	wire_buffer_finish(&event->organizer);
	wire_buffer_finish(&event->kept);
	wire_buffer_finish(&event->rrule);
	wire_buffer_finish(&event->rdates);
	wire_buffer_finish(&event->exdates);
}

bool ics_event_failed(const struct ics_event *event) {
	return event->uid.failed || event->members.failed || event->organizer.failed ||
	       event->kept.failed || event->rrule.failed || event->rdates.failed ||
	       event->exdates.failed;
}

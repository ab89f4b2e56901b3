/* ics_import.c: see ics_import.h. */
#include "server/domain/ics_import.h"

#include <stdlib.h>
#include <string.h>

#include "libapi/wire/text.h"
#include "server/domain/ics_event.h"
#include "server/domain/ics_rows.h"

struct ics_import {
	struct ics_text text;
	struct ics_zones zones;
	struct ics_event *events;
	size_t event_count, event_room;
	struct ics_event **
		order; /* by UID: the series first, then its occurrences as they stand in the file */
	size_t order_count, next;
	struct wire_buffer failed;
	size_t components;
	int32_t heavy_left; /* how many rules may still take their whole budget */
	bool no_memory;
};

enum { HEAVY_RULES_MAX = 50 };

void ics_put_failed(struct wire_buffer *out, const char *uid, size_t uid_len, uint32_t line,
	const char *code, const char *detail) {
	wire_put_str(out, out->len > 0 ? ",{\"uid\":" : "{\"uid\":");
	if (uid_len == 0) {
		wire_put_str(out, "null");
	} else {
		wire_put_json_text(out, uid, wire_text_cut(uid, uid_len, ICS_UID_SHOWN));
	}
	wire_put_format(out, ",\"line\":%u,\"code\":\"%s\",\"detail\":", line, code);
	ics_put_json(out, detail);
	wire_put_char(out, '}');
}

static void fail_event(struct ics_import *import, const struct ics_event *event) {
	ics_put_failed(&import->failed, event->uid.bytes, event->uid.len, event->line,
		event->fault.code, event->fault.detail);
}

/* ---- components ------------------------------------------------------------------------------------------- */

static struct ics_event *add_event(struct ics_import *import) {
	if (import->event_count == import->event_room) {
		size_t room = import->event_room == 0 ? 64 : import->event_room * 2;
		struct ics_event *events = realloc(import->events, room * sizeof(*events));
		if (events == NULL) {
			import->no_memory = true;
			return NULL;
		}
		import->events = events;
		import->event_room = room;
	}
	return &import->events[import->event_count++];
}

/* What lies between two BEGINs belongs to no component that ended: it is reported and skipped. */
static size_t component_count(const struct ics_text *text, size_t at) {
	struct ics_lines rest = { &text->lines[at], text->count - at, 0 };
	return ics_part_count(&rest, 0);
}

static bool is_whole(const struct ics_text *text, size_t at, size_t count) {
	const struct ics_line *end = &text->lines[at + count - 1];
	return count > 1 && ics_line_is(end, "END") &&
	       ics_line_value_is(end, ics_line_value(&text->lines[at]));
}

static void fail_component(
	struct ics_import *import, const struct ics_line *line, const char *code, const char *why) {
	ics_put_failed(&import->failed, NULL, 0, line->number, code, why);
}

static void read_event(struct ics_import *import, const struct ics_lines *lines) {
	struct ics_event *event = add_event(import);

	if (event == NULL) {
		return;
	}
	ics_event_read(event, lines, &import->zones);
	import->no_memory |= ics_event_failed(event);
}

enum pass { PASS_ZONES, PASS_EVENTS };

static void read_component(struct ics_import *import, size_t at, size_t count, enum pass pass) {
	const struct ics_line *begin = &import->text.lines[at];
	struct ics_lines inside = { begin + 1, count - 2, begin->number };

	if (ics_line_value_is(begin, "VTIMEZONE")) {
		if (pass == PASS_ZONES) {
			import->no_memory |=
				!ics_zones_add(&import->zones, inside.at, inside.count);
		}
	} else if (pass == PASS_ZONES) {
		import->components++;
	} else if (ics_line_value_is(begin, "VEVENT")) {
		read_event(import, &inside);
	} else {
		fail_component(import, begin, "unsupported_component",
			"only events (VEVENT) can be imported");
	}
}

/* A component that does not end as it began takes only its own first line with it. */
static void read_broken(struct ics_import *import, const struct ics_line *line, enum pass pass) {
	if (pass == PASS_EVENTS) {
		fail_component(import, line, "broken_component", "BEGIN without its END");
	} else {
		import->components++;
	}
}

static bool is_calendar(const struct ics_line *line) {
	return ics_line_value_is(line, "VCALENDAR");
}

static size_t next_begin(const struct ics_text *text, size_t at) {
	while (at < text->count && !ics_line_is(&text->lines[at], "BEGIN")) {
		at++;
	}
	return at;
}

/* Where a component ends: at its END, or before the next event begins. */
static size_t component_end(const struct ics_text *text, size_t at) {
	size_t count = component_count(text, at);

	for (size_t i = at + 1; i < at + count; i++) {
		if (ics_line_is(&text->lines[i], "BEGIN") &&
			(ics_line_value_is(&text->lines[i], "VEVENT") ||
				is_calendar(&text->lines[i]))) {
			return i;
		}
		if (ics_line_is(&text->lines[i], "END") && is_calendar(&text->lines[i])) {
			return i;
		}
	}
	return at + count;
}

static void read_pass(struct ics_import *import, enum pass pass) {
	const struct ics_text *text = &import->text;

	for (size_t at = next_begin(text, 0); at < text->count && !import->no_memory;
		at = next_begin(text, at)) {
		if (is_calendar(&text->lines[at])) {
			at++;
			continue;
		}
		size_t end = component_end(text, at);
		if (is_whole(text, at, end - at)) {
			read_component(import, at, end - at, pass);
		} else {
			read_broken(import, &text->lines[at], pass);
		}
		at = end;
	}
}

/* ---- order -------------------------------------------------------------------------------------------------- */

static int compare_uid(const struct ics_event *one, const struct ics_event *other) {
	size_t shorter = one->uid.len < other->uid.len ? one->uid.len : other->uid.len;
	int order = shorter == 0 ? 0 : memcmp(one->uid.bytes, other->uid.bytes, shorter);

	return order != 0 ? order
			  : (one->uid.len > other->uid.len) - (one->uid.len < other->uid.len);
}

static int64_t slot_key(const struct ics_event *event) {
	return event->is_exception ? event->slot.local_s : INT64_MIN;
}

/* The same UID and slot twice: the higher SEQUENCE first, then the one that stands later. */
static int compare(const void *one, const void *other) {
	const struct ics_event *left = *(struct ics_event *const *)one,
			       *right = *(struct ics_event *const *)other;
	int order = compare_uid(left, right);

	if (order == 0) {
		order = (slot_key(left) > slot_key(right)) - (slot_key(left) < slot_key(right));
	}
	if (order == 0) {
		order = (left->sequence < right->sequence) - (left->sequence > right->sequence);
	}
	return order != 0 ? order : (left->line < right->line) - (left->line > right->line);
}

static bool is_double(const struct ics_event *event, const struct ics_event *before) {
	return before != NULL && compare_uid(event, before) == 0 &&
	       slot_key(event) == slot_key(before);
}

static void order_events(struct ics_import *import) {
	const struct ics_event *before = NULL;
	size_t kept = 0;

	for (size_t i = 0; i < import->event_count; i++) {
		struct ics_event *event = &import->events[i];
		if (event->fault.code != NULL) {
			fail_event(import, event);
		} else {
			import->order[import->order_count++] = event;
		}
	}
	qsort(import->order, import->order_count, sizeof(*import->order), compare);
	for (size_t i = 0; i < import->order_count; i++) {
		struct ics_event *event = import->order[i];
		if (is_double(event, before)) {
			ics_fail(&event->fault, "duplicate",
				"line %u has the same UID and RECURRENCE-ID, and counts",
				before->line);
			fail_event(import, event);
			continue;
		}
		before = event;
		import->order[kept++] = event;
	}
	import->order_count = kept;
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

static bool has_calendar(const struct ics_text *text) {
	for (size_t i = 0; i < text->count; i++) {
		if (ics_line_is(&text->lines[i], "BEGIN") && is_calendar(&text->lines[i])) {
			return true;
		}
	}
	return false;
}

static enum ics_verdict read_all(
	struct ics_import *import, const char *text, size_t len, const char **why) {
	*why = ics_text_read(&import->text, text, len);
	if (*why != NULL) {
		return ICS_NO_CALENDAR;
	}
	if (!has_calendar(&import->text)) {
		*why = "there is no BEGIN:VCALENDAR in it";
		return ICS_NO_CALENDAR;
	}
	read_pass(import, PASS_ZONES);
	if (import->components > ICS_COMPONENTS_MAX) {
		return ICS_TOO_MANY;
	}
	read_pass(import, PASS_EVENTS);
	import->order = calloc(import->event_count + 1, sizeof(struct ics_event *));
	if (import->order == NULL || import->no_memory) {
		return ICS_NO_MEMORY;
	}
	order_events(import);
	return ICS_READ;
}

enum ics_verdict ics_import_read(
	const char *text, size_t len, struct ics_import **out, const char **why) {
	struct ics_import *import = calloc(1, sizeof(*import));

	*out = NULL;
	if (import == NULL) {
		return ICS_NO_MEMORY;
	}
	import->heavy_left = HEAVY_RULES_MAX;
	enum ics_verdict verdict = read_all(import, text, len, why);
	if (verdict == ICS_READ) {
		*out = import;
	} else {
		ics_import_free(import);
	}
	return verdict;
}

void ics_import_free(struct ics_import *import) {
	if (import == NULL) {
		return;
	}
	for (size_t i = 0; i < import->event_count; i++) {
		ics_event_finish(&import->events[i]);
	}
	free(import->events);
	free(import->order);
	ics_zones_finish(&import->zones);
	ics_text_finish(&import->text);
	wire_buffer_finish(&import->failed);
	free(import);
}

const struct wire_buffer *ics_import_failed(const struct ics_import *import) {
	return &import->failed;
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

static size_t group_count(const struct ics_import *import) {
	size_t end = import->next;

	while (end < import->order_count &&
		compare_uid(import->order[end], import->order[import->next]) == 0) {
		end++;
	}
	return end - import->next;
}

size_t ics_import_rows(
	struct ics_import *import, size_t most, size_t most_bytes, struct wire_buffer *out) {
	size_t rows = 0, began = out->len;

	wire_put_char(out, '[');
	while (rows < most && out->len - began < most_bytes && !out->failed &&
		import->next < import->order_count) {
		struct ics_group group = { &import->order[import->next], group_count(import),
			&import->heavy_left };
		rows += ics_group_put(&group, rows > 0, out);
		for (size_t i = 0; i < group.count; i++) {
			if (group.events[i]->fault.code != NULL) {
				fail_event(import, group.events[i]);
			}
		}
		import->next += group.count;
	}
	wire_put_char(out, ']');
	return rows;
}

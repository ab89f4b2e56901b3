/* ics_write.c: an Event as a VEVENT (RFC 5545 §3.6.1), and the calendar around it. */
#include "server/domain/ics_write.h"

#include <string.h>
#include <strings.h>

#include "libapi/wire/time.h"
#include "libapi/wire/wire.h"
#include "schemas.h"
#include "server/domain/ics_color.h"
#include "server/domain/ics_put.h"
#include "server/domain/ics_vevent.h"
#include "server/domain/ics_words.h"
#include "server/domain/ics_zone.h"

void ics_writing_init(struct ics_writing *writing) {
	*writing = (struct ics_writing){ .events = WIRE_BUFFER_EMPTY };
}

void ics_writing_finish(struct ics_writing *writing) {
	wire_buffer_finish(&writing->events);
	wire_record_unref(writing->master);
	writing->master = NULL;
}

/* ---- what all events have ------------------------------------------------------------------------------------ */

static void put_upper(struct ics_writer *writer, const char *name, const char *word) {
	char upper[24];
	size_t len = 0;

	for (; word != NULL && word[len] != 0 && len + 1 < sizeof(upper); len++) {
		upper[len] =
			word[len] >= 'a' && word[len] <= 'z' ? (char)(word[len] - 32) : word[len];
	}
	upper[len] = 0;
	ics_put(writer, name, len == 0 ? NULL : upper);
}

static void put_stamp(struct ics_writer *writer, const char *name, const char *text) {
	char stamp[ICS_TIME_ROOM];
	struct wire_time time;

	if (text != NULL && wire_time_parse(text, strlen(text), &time)) {
		ics_utc_print(time.unix_s, stamp);
		ics_put(writer, name, stamp);
	}
}

/* DTSTAMP of what is no message is when it was last changed (§3.8.7.2). */
static void put_stamps(struct ics_writer *writer, const struct wire_record *event) {
	const char *updated = record_text(event, EVENT_UPDATED_AT);

	put_stamp(writer, "DTSTAMP", updated == NULL ? "1970-01-01T00:00:00Z" : updated);
	put_stamp(writer, "CREATED", record_text(event, EVENT_CREATED_AT));
	put_stamp(writer, "LAST-MODIFIED", updated);
}

static void put_class(struct ics_writer *writer, const char *visibility) {
	if (visibility != NULL && strcmp(visibility, "default") != 0) {
		put_upper(writer, "CLASS", visibility);
	}
}

static void put_color(struct ics_writer *writer, const char *hex) {
	bool exact = true;
	const char *name = hex == NULL ? NULL : ics_color_name(hex, &exact);

	ics_put(writer, "COLOR", name);
	if (!exact) {
		ics_put(writer, "X-LIBAPI-COLOR", hex);
	}
}

static void put_categories(struct ics_writer *writer, const struct wire_list *list) {
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		ics_put_text(writer, "CATEGORIES", list->items[i].text);
	}
}

static void put_meta(struct ics_writer *writer, const struct wire_list *map) {
	for (size_t i = 0; map != NULL && i < map->count; i++) {
		ics_begin(writer, "X-LIBAPI-META");
		ics_param(writer, "X-KEY", map->keys[i]);
		ics_end_text(writer, map->items[i].text, map->items[i].len);
	}
}

/* ---- people ---------------------------------------------------------------------------------------------------- */

static void end_mailto(struct ics_writer *writer, const char *email) {
	wire_put_str(&writer->line, ":mailto");
	ics_end(writer, email);
}

static void put_organizer(struct ics_writer *writer, const struct wire_record *organizer) {
	const char *email = organizer == NULL ? NULL : record_text(organizer, ORGANIZER_EMAIL);

	if (email != NULL) {
		ics_begin(writer, "ORGANIZER");
		ics_param(writer, "CN", record_text(organizer, ORGANIZER_NAME));
		end_mailto(writer, email);
	}
}

static void put_attendee(struct ics_writer *writer, const struct wire_record *attendee) {
	const char *role = record_text(attendee, ATTENDEE_ROLE),
		   *partstat = record_text(attendee, ATTENDEE_PARTSTAT);

	ics_begin(writer, "ATTENDEE");
	ics_param(writer, "CN", record_text(attendee, ATTENDEE_NAME));
	ics_param(writer, "ROLE", ics_word_written(ics_roles, role));
	ics_param(writer, "PARTSTAT", ics_word_written(ics_partstats, partstat));
	ics_param(writer, "X-RESPONSE-COMMENT", record_text(attendee, ATTENDEE_COMMENT));
	end_mailto(writer, record_text(attendee, ATTENDEE_EMAIL));
}

static void put_attendees(
	struct ics_writer *writer, const struct wire_list *list, const char *only) {
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		const char *email = record_text(list->items[i].record, ATTENDEE_EMAIL);
		if (email != NULL && (only == NULL || strcasecmp(email, only) == 0)) {
			put_attendee(writer, list->items[i].record);
		}
	}
}

/* ---- reminders ------------------------------------------------------------------------------------------------- */

static void put_alarm(
	struct ics_writer *writer, const struct wire_record *reminder, const char *title) {
	const char *method = record_text(reminder, REMINDER_METHOD);
	int64_t minutes = reminder->values[REMINDER_MINUTES_BEFORE].number;

	ics_put(writer, "BEGIN", "VALARM");
	ics_put(writer, "ACTION", "DISPLAY");
	ics_put_text(writer, "DESCRIPTION", title);
	ics_begin(writer, "TRIGGER");
	wire_put_format(&writer->line, ":%sPT%lldM", minutes > 0 ? "-" : "", (long long)minutes);
	ics_end_line(writer);
	if (method != NULL && strcmp(method, "webhook") == 0) {
		ics_put(writer, "X-LIBAPI-METHOD", method);
	}
	ics_put(writer, "END", "VALARM");
}

static void put_alarms(struct ics_writer *writer, const struct wire_record *event) {
	const struct wire_list *list = record_list(event, EVENT_REMINDERS);

	for (size_t i = 0; list != NULL && i < list->count; i++) {
		put_alarm(writer, list->items[i].record, record_text(event, EVENT_TITLE));
	}
}

/* ---- the event ------------------------------------------------------------------------------------------------- */

/* RFC 5546 wants all of it in a message; a busy time says nothing but that. */
static void put_details(struct ics_writer *writer, const struct wire_record *event,
	const struct ics_source *source) {
	const struct wire_value *organizer = &event->values[EVENT_ORGANIZER];

	ics_put_text(writer, "SUMMARY", record_text(event, EVENT_TITLE));
	ics_put_text(writer, "DESCRIPTION", record_text(event, EVENT_DESCRIPTION));
	ics_put_text(writer, "LOCATION", record_text(event, EVENT_LOCATION));
	ics_put(writer, "URL", record_text(event, EVENT_URL));
	put_class(writer, record_text(event, EVENT_VISIBILITY));
	put_categories(writer, record_list(event, EVENT_CATEGORIES));
	put_color(writer, record_text(event, EVENT_COLOR));
	put_organizer(writer, organizer->state == WIRE_SET ? organizer->record : NULL);
	put_attendees(writer, record_list(event, EVENT_ATTENDEES), source->only_attendee);
	put_meta(writer, record_list(event, EVENT_METADATA));
	ics_put_kept(writer, source->kept);
	put_alarms(writer, event);
}

static void put_event(struct ics_writing *writing, struct ics_writer *writer,
	const struct wire_record *event, const struct ics_source *source) {
	const char *status = record_text(event, EVENT_STATUS);

	ics_put(writer, "BEGIN", "VEVENT");
	ics_put_text(writer, "UID", record_text(event, EVENT_UID));
	put_stamps(writer, event);
	ics_put_when(writing, writer, event);
	ics_put_number(writer, "SEQUENCE", event->values[EVENT_SEQUENCE].number);
	put_upper(writer, "STATUS", source->status != NULL ? source->status : status);
	put_upper(writer, "TRANSP", record_text(event, EVENT_TRANSPARENCY));
	if (source->is_busy_only) {
		ics_put(writer, "SUMMARY", "Busy");
	} else {
		put_details(writer, event, source);
	}
	ics_put(writer, "END", "VEVENT");
}

void ics_writing_add(struct ics_writing *writing, const struct ics_source *source) {
	struct ics_writer writer = ICS_WRITER(&writing->events);
	struct wire_record *event = NULL;
	struct wire_problems problems;

	wire_problems_init(&problems);
	if (wire_decode(&wire_schema_event, source->json, source->len, WIRE_ANSWER, &event,
		    &problems) != WIRE_OK) {
		writing->failed = true;
	} else {
		if (record_text(event, EVENT_RECURRENCE_ID) == NULL) {
			wire_record_unref(writing->master);
			writing->master = wire_record_ref(event);
		}
		put_event(writing, &writer, event, source);
	}
	wire_problems_finish(&problems);
	wire_record_unref(event);
	ics_writer_finish(&writer);
}

/* ---- the calendar ---------------------------------------------------------------------------------------------- */

/* NAME, COLOR and REFRESH-INTERVAL are RFC 7986's; the X- ones are what programs of today read. */
static void put_head(struct ics_writer *writer, const struct ics_head *head) {
	ics_put(writer, "VERSION", "2.0");
	ics_put(writer, "PRODID", "-//libapi//libapi//EN");
	ics_put(writer, "CALSCALE", "GREGORIAN");
	ics_put(writer, "METHOD", head->method);
	ics_put_text(writer, "NAME", head->name);
	ics_put_text(writer, "X-WR-CALNAME", head->name);
	ics_put_text(writer, "DESCRIPTION", head->description);
	put_color(writer, head->color);
	if (head->refresh != NULL) {
		ics_begin(writer, "REFRESH-INTERVAL");
		ics_param(writer, "VALUE", "DURATION");
		ics_end(writer, head->refresh);
		ics_put(writer, "X-PUBLISHED-TTL", head->refresh);
	}
}

bool ics_writing_end(
	struct ics_writing *writing, const struct ics_head *head, struct wire_buffer *out) {
	struct ics_writer writer = ICS_WRITER(out);

	ics_put(&writer, "BEGIN", "VCALENDAR");
	put_head(&writer, head);
	for (size_t i = 0; i < writing->zone_count; i++) {
		ics_put_zone(&writer, writing->zones[i].zone, writing->zones[i].from_s);
	}
	wire_put(out, writing->events.len == 0 ? "" : writing->events.bytes, writing->events.len);
	ics_put(&writer, "END", "VCALENDAR");
	ics_writer_finish(&writer);
	return !writing->failed && !writing->events.failed && !out->failed;
}

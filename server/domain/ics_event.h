/* ics_event.h: one VEVENT → what an import needs: the members of an event draft as JSON, so that the rules of every
 * other write check them and name them, and what no draft has a place for.
 *
 *   lines ─> properties that have a member ─> draft     the rest ─> kept, as it was written
 *
 * What a VEVENT may leave open is decided here: without DTEND and DURATION a day lasts a day and a time nothing
 * (RFC 5545 §3.6.1); without SUMMARY it is "(untitled)"; without UID it gets one made of its content, so that a
 * second import of the file finds the first. */
#ifndef SERVER_DOMAIN_ICS_EVENT_H
#define SERVER_DOMAIN_ICS_EVENT_H

#include "server/domain/ics_time.h"
#include "server/domain/ics_zone.h"

enum { ICS_DETAIL_ROOM = 160 };

struct ics_fault { /* why a component cannot be imported; code NULL: it can */
	const char *code; /* static */
	char detail[ICS_DETAIL_ROOM];
};
void ics_fail(struct ics_fault *fault, const char *code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

struct ics_lines { /* those between BEGIN and END */
	const struct ics_line *at;
	size_t count;
	uint32_t number; /* of BEGIN */
};

struct ics_event {
	uint32_t line; /* of its BEGIN */
	struct ics_fault fault; /* the first one */
	struct wire_buffer uid;
	int32_t sequence;
	struct wire_buffer members; /* "name":value,… of the draft */
	struct wire_buffer organizer; /* an object, or empty */
	struct wire_buffer kept; /* content lines nobody here understands, with newlines between */

	struct ics_time start;
	int64_t end_s; /* an instant; of dates and floating times local */
	bool is_exception;
	struct ics_time slot; /* RECURRENCE-ID */
	struct wire_buffer rrule, rdates, exdates; /* canonical rule; comma lists of slots */
};

/* Without memory a buffer has failed. */
void ics_event_read(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones);
void ics_event_finish(struct ics_event *event);
bool ics_event_failed(const struct ics_event *event); /* no memory */

/* ---- between its files ------------------------------------------------------------------------------------ */

/* ics_when.c: DTSTART, DTEND, DURATION, RECURRENCE-ID; RRULE, RDATE, EXDATE. */
void ics_read_when(struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones);
void ics_read_recurrence(
	struct ics_event *event, const struct ics_lines *lines, struct ics_zones *zones);
/* ics_people.c: a reminder, or false: it has to be kept as it is. */
void ics_read_people(struct ics_event *event, const struct ics_lines *lines);
/* ics_alarm.c: the VALARMs that are reminders; the others are kept. */
void ics_read_alarms(struct ics_event *event, const struct ics_lines *lines);

const struct ics_line *ics_find(const struct ics_lines *lines, const char *name);
/* The lines of the part that begins at `index`, BEGIN and END with them. */
size_t ics_part_count(const struct ics_lines *lines, size_t index);
void ics_keep(struct ics_event *event, const struct ics_line *line);
void ics_put_member(struct ics_event *event, const char *name); /* `"name":` after a comma */
void ics_put_json(struct wire_buffer *out, const char *text);

#endif

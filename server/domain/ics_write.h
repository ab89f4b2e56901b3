/* ics_write.h: events as the API shows them → iCalendar text.
 *
 *   JSON of an Event ─> ics_writing_add ─> VEVENTs and the zones they speak of ─> ics_writing_end ─> VCALENDAR
 *
 * The VTIMEZONEs stand before the events, and are known only after them, so the events are gathered apart. */
#ifndef SERVER_DOMAIN_ICS_WRITE_H
#define SERVER_DOMAIN_ICS_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"

enum { ICS_WRITING_ZONES = 600 };

struct wire_record;
struct zone;
struct ics_writing {
	struct wire_buffer events;
	struct ics_used_zone {
		const struct zone *zone;
		int64_t from_s; /* the earliest time of it */
	} zones[ICS_WRITING_ZONES];
	size_t zone_count;
	struct wire_record *master; /* the series that occurrences are added to */
	bool failed; /* no memory, or JSON that is no event */
};

/* Of the whole: what stands before the components. NULLs are left out. */
struct ics_head {
	const char *method; /* REQUEST, CANCEL, REPLY: an iTIP message */
	const char *name, *description, *color; /* of the calendar */
	const char *refresh; /* "PT15M": how often a subscriber should look */
};

struct ics_source { /* one event */
	const char *json; /* an object as GET shows it */
	size_t len;
	const char *kept; /* lines of an import that nobody here understood, or NULL */
	bool is_busy_only; /* nothing but when, and that it is so */
	const char *only_attendee; /* NULL: all of them */
	const char *status; /* instead of its own, or NULL */
};

void ics_writing_init(struct ics_writing *writing);
/* An occurrence comes after its series (ics_writing_add decides by recurrence_id). */
void ics_writing_add(struct ics_writing *writing, const struct ics_source *source);
/* false: something failed. */
bool ics_writing_end(
	struct ics_writing *writing, const struct ics_head *head, struct wire_buffer *out);
void ics_writing_finish(struct ics_writing *writing);

#endif

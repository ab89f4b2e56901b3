/* ics_itip.h: invitations as iTIP messages (RFC 5546), ready to be sent as text/calendar; method=REQUEST. */
#ifndef SERVER_DOMAIN_ICS_ITIP_H
#define SERVER_DOMAIN_ICS_ITIP_H

#include <stdbool.h>
#include <stddef.h>

#include "libapi/wire/buffer.h"

enum ics_method {
	ICS_REQUEST, /* the organizer invites, or tells what changed (§3.2.2) */
	ICS_CANCEL, /* the organizer calls off (§3.2.5) */
	ICS_REPLY, /* one attendee answers the organizer (§3.2.3) */
};

/**
 * One event as a message.
 *
 * event       JSON of an Event as GET shows it (to_jsonb of an event_view serves as well); an occurrence has
 *             series_id and recurrence_id
 * series      of an occurrence the JSON of its series, whose clock RECURRENCE-ID is in; NULL: the occurrence's own
 * attendee    ICS_REPLY: the address that answers, one of the event's attendees. ICS_CANCEL: the address that was
 *             removed, or NULL when the event is off for all. ICS_REQUEST: NULL, everybody is named
 * out         the text is appended; CRLF lines
 *
 * Returns false, and appends nothing that can be used: no memory, `event` is no Event, it has no organizer's
 * address (RFC 5546 §3.2 wants one), or it has nobody to send to.
 */
bool ics_itip(enum ics_method method, const char *event, const char *series, const char *attendee,
	struct wire_buffer *out);

/* "REQUEST", "CANCEL", "REPLY": the parameter `method` of the Content-Type (RFC 6047 §2.4). */
const char *ics_method_name(enum ics_method method);

#endif

/* ics_vevent.h: parts of ics_write.c: when an event is, and its members as they are read. */
#ifndef SERVER_DOMAIN_ICS_VEVENT_H
#define SERVER_DOMAIN_ICS_VEVENT_H

#include "libapi/wire/wire.h"
#include "server/domain/ics_put.h"
#include "server/domain/ics_time.h"
#include "server/domain/ics_write.h"

static inline const char *record_text(const struct wire_record *record, size_t field) {
	return record->values[field].state == WIRE_SET ? record->values[field].text : NULL;
}

static inline const struct wire_list *record_list(const struct wire_record *record, size_t field) {
	return record->values[field].state == WIRE_SET ? record->values[field].list : NULL;
}

/* DTSTART, DTEND, RECURRENCE-ID, RRULE, RDATE, EXDATE; the zones they need are noted. */
void ics_put_when(
	struct ics_writing *writing, struct ics_writer *writer, const struct wire_record *event);

#endif

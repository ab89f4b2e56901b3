/* ics_import.h: a whole file of iCalendar text → rows for the database, in batches, and what cannot be imported.
 *
 *   text ─> lines ─> components ─> VTIMEZONEs, VEVENTs ─> by UID: the series, then its occurrences ─> rows
 *
 * A component that cannot be read is an entry of `failed` and disturbs no other. All of one UID stand in one
 * batch, so that a batch needs nothing of another one. Pure, and slow enough to want a thread of its own: about a
 * tenth of a second for 4 MiB. */
#ifndef SERVER_DOMAIN_ICS_IMPORT_H
#define SERVER_DOMAIN_ICS_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"

enum { ICS_COMPONENTS_MAX = 10000 };

struct ics_import;

enum ics_verdict {
	ICS_READ,
	ICS_NO_CALENDAR, /* no text with a VCALENDAR in it */
	ICS_TOO_MANY, /* more than ICS_COMPONENTS_MAX components */
	ICS_NO_MEMORY,
};
/* *why: static text for ICS_NO_CALENDAR. *out is NULL unless ICS_READ; release it with ics_import_free(). */
enum ics_verdict ics_import_read(
	const char *text, size_t len, struct ics_import **out, const char **why);
void ics_import_free(struct ics_import *import);

/**
 * The next rows as a JSON array: until there are `most` of them, or so many bytes, or no more; beyond that only to
 * keep a UID together.
 *
 *   {line, uid, id, sequence, draft, plan, organizer, kept}          an event or a series; `slots`: its
 *                                                                    occurrences in the file
 *   {line, uid, id, sequence, draft, organizer, kept, slot}          an occurrence of it
 *
 * draft: checked as the body of a POST is; plan: see series_plan.h, without its basis. Returns how many; 0 at the
 * end. A buffer that failed had no memory.
 */
size_t ics_import_rows(
	struct ics_import *import, size_t most, size_t most_bytes, struct wire_buffer *out);

/* Objects {uid, line, code, detail} with commas between them. */
const struct wire_buffer *ics_import_failed(const struct ics_import *import);
void ics_put_failed(struct wire_buffer *out, const char *uid, size_t uid_len, uint32_t line,
	const char *code, const char *detail);

#endif

/* ics_pages.h: a calendar as iCalendar text, read a page at a time and written by a thread of its own.
 *
 *   ask ~~> rows ─ scribe: VEVENTs ─> ask … ~~> the last rows ─ scribe: the whole ─> 200
 *
 * A page has 200 events and series, each series with its exceptions; no turn of the loop does more than hand them
 * over. The pages are not one snapshot: what changes meanwhile is there as it was or as it is, never in part. */
#ifndef SERVER_HANDLERS_ICS_PAGES_H
#define SERVER_HANDLERS_ICS_PAGES_H

#include "server/domain/ics_write.h"
#include "server/flow/call.h"
#include "server/handlers/crews.h"

struct ics_pages {
	/* the caller's to set; texts in the call's arena */
	struct ics_head head;
	bool is_busy_only;
	/* Sends the statement of the next page through run_submit(); `after` NULL for the first. */
	void (*ask)(struct call *call, const char *after);
	const void *question; /* the caller's, for that */

	struct ics_writing writing;
	struct crew_job job;
	struct call *call;
	PGresult *rows;
	const char *after;
	bool is_last, is_good;
};

/* In the call's arena, as its handler_state. NULL: no memory, and that was answered. */
struct ics_pages *ics_pages_new(struct call *call);
/* The rows of a page (columns place, event, kept), taken from call->query. The rest happens by itself. */
void ics_pages_take(struct ics_pages *pages);

/* A column of the first row, copied into the arena; NULL for SQL NULL. */
const char *ics_copy_cell(struct call *call, const PGresult *result, const char *name);

#endif

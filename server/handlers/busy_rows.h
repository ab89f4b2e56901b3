/* busy_rows.h: the events behind busy times, a row each, become busy times, one list a subject.
 *
 *   rows ─> busy_rows_of ~~> on_ready: busy[0 … count - 1], merged
 *
 * Columns as in store/sql/query_free_busy.sql: position says whose event it is, viewer_zone NULL that the caller may
 * not know of the subject. */
#ifndef SERVER_HANDLERS_BUSY_ROWS_H
#define SERVER_HANDLERS_BUSY_ROWS_H

#include "server/domain/freebusy.h"
#include "server/flow/call_work.h"
#include "server/handlers/stored_row.h"

struct busy_rows {
	struct call_work work;
	PGresult *rows;
	int64_t from_s, to_s;
	struct freebusy *busy; /* by position */
	int *first_row; /* by position: tells about the subject */
	size_t count;
	void (*on_ready)(
		struct busy_rows *busy); /* answers, and calls busy_rows_free() in the end */
	/* its own */
	int row;
	size_t merged; /* subjects whose times are */
	int64_t steps; /* of the series that are done */
	struct series *open;
	int64_t slot_from_s,
		slot_to_s; /* of the open series only these slots count, to exclusive */
	struct slot_list overridden;
};

/* As call->on_rows does: takes the rows. Problems are answered here. `count` subjects were asked for. */
void busy_rows_of(struct call *call, size_t count, void (*on_ready)(struct busy_rows *busy));
void busy_rows_free(struct busy_rows *busy);

/* A member of the body's record; NULL where it was left out or null. */
const struct wire_value *body_member(const struct wire_record *record, const char *name);
int64_t body_number(const struct wire_record *record, const char *name, int64_t absent);
/* An instant of the body, which was checked. */
int64_t body_instant(const struct wire_record *record, const char *name);
/* Adds a problem when the body's window is longer than 92 days. */
void check_body_window(struct call *call);

#endif

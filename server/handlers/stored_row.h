/* stored_row.h: a candidate's row as a series, for all operations that expand. */
#ifndef SERVER_HANDLERS_STORED_ROW_H
#define SERVER_HANDLERS_STORED_ROW_H

#include "server/domain/occurrence.h"
#include "server/flow/call.h"

/* Text of a column; NULL for SQL NULL or where there is no such column. */
const char *row_text(const PGresult *rows, int row, const char *column);
bool row_bool(const PGresult *rows, int row, const char *column);
/* A bigint; `absent` for NULL. */
int64_t row_number(const PGresult *rows, int row, const char *column, int64_t absent);

/* The series of a row's stored_ columns, seen from its viewer_zone. NULL: no memory, or the columns cannot be read,
 * which goes to the log: one damaged row must not take a list away. */
struct series *row_series(const PGresult *rows, int row);

/* Slots that have a row of their own, ascending: column overridden_slots. */
struct slot_list {
	int64_t *slots;
	size_t count;
};
bool row_slots(const PGresult *rows, int row, struct slot_list *list); /* false: no memory */
void slot_list_finish(struct slot_list *list);
bool slot_list_has(const struct slot_list *list, int64_t slot_s);

#endif

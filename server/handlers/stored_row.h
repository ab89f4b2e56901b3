/* stored_row.h: a candidate's row as a series, for all operations that expand. */
#ifndef SERVER_HANDLERS_STORED_ROW_H
#define SERVER_HANDLERS_STORED_ROW_H

#include "server/domain/occurrence.h"
#include "server/flow/call.h"
#include "server/store/row.h"

/* Slots that have a row of their own, ascending: column overridden_slots. */
struct slot_list {
	int64_t *slots;
	size_t count;
};
bool row_slots(const PGresult *rows, int row, struct slot_list *list); /* false: no memory */
void slot_list_finish(struct slot_list *list);
bool slot_list_has(const struct slot_list *list, int64_t slot_s);

#endif

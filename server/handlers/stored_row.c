/* stored_row.c: the slots of a candidate that have a row of their own. */
#include "server/handlers/stored_row.h"

#include <stdlib.h>

bool row_slots(const PGresult *rows, int row, struct slot_list *list) {
	const char *text = row_text(rows, row, "overridden_slots");

	*list = (struct slot_list){ 0 };
	return text == NULL || slots_read(text, &list->slots, &list->count);
}

void slot_list_finish(struct slot_list *list) {
	free(list->slots);
	*list = (struct slot_list){ 0 };
}

bool slot_list_has(const struct slot_list *list, int64_t slot_s) {
	return slots_have(list->slots, list->count, slot_s);
}

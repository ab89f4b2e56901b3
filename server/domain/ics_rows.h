/* ics_rows.h: all that a file has of one UID → rows: drafts checked, the rule computed, the occurrences found in
 * it. For ics_import.c. */
#ifndef SERVER_DOMAIN_ICS_ROWS_H
#define SERVER_DOMAIN_ICS_ROWS_H

#include "server/domain/ics_event.h"

enum { ICS_UID_SHOWN = 255 };

struct ics_group {
	struct ics_event **events; /* the series or single event first, if it is there */
	size_t count;
	int32_t *heavy_left;
};
/* Returns how many rows were written; whatever cannot be one has its fault set. `more`: others stand before. */
size_t ics_group_put(struct ics_group *group, bool more, struct wire_buffer *out);

#endif

/* occurrence_page.h: the candidates of a window become one page of occurrences.
 *
 * The rows hold single events and exceptions in their place, and series to be expanded; columns as in
 * store/sql/expand_events.sql. */
#ifndef SERVER_HANDLERS_OCCURRENCE_PAGE_H
#define SERVER_HANDLERS_OCCURRENCE_PAGE_H

#include "server/flow/call.h"

/* As call->on_rows: answers the call, at once or some turns of the loop later. */
void occurrence_page_of_rows(struct call *call, PGresult *result);

#endif

/* page.h: the rows of a list's statement as one page. */
#ifndef SERVER_FLOW_PAGE_H
#define SERVER_FLOW_PAGE_H

#include "server/flow/call.h"

/* Answers the call: at once, or some turns of the loop later if the rows are many bytes. */
void answer_page(struct call *call, PGresult *result);

#endif

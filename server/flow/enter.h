/* enter.h: the part of a request's way that does not ask where the request came from: http and a batch share it.
 *
 *   method, path ─> row ─> (who asks: http) ─> rate ─> scope ─> flow_run
 *   404,405                                    429     403 */
#ifndef SERVER_FLOW_ENTER_H
#define SERVER_FLOW_ENTER_H

#include "server/flow/call.h"

/* call->route and the path's fields. false: answered. */
bool enter_route(struct call *call);
/* One request of this caller, taken from the flow's rate limit. false: answered. */
bool enter_rate(struct call *call);
/* The caller is known: on to the operation, if the key has its scope. */
void enter_operation(struct call *call);

#endif

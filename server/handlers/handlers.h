/* handlers.h: the operations that are more than one statement: handle_ and the operationId in snake_case, one file
 * each. The route rows point at them. */
#ifndef SERVER_HANDLERS_HANDLERS_H
#define SERVER_HANDLERS_HANDLERS_H

struct call;
void handle_get_capabilities(struct call *call);
void handle_get_open_api(struct call *call);

#endif

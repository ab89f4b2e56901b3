/* handlers.h: the operations that are more than one statement: handle_ and the operationId in snake_case, one file
 * each. The contract's x-handler is what declares them, and the route rows point at them. */
#ifndef SERVER_HANDLERS_HANDLERS_H
#define SERVER_HANDLERS_HANDLERS_H

#include "handle.h"

#endif

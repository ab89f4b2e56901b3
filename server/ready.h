/* ready.h: whether the database is there and its schema is this program's. */
#ifndef SERVER_READY_H
#define SERVER_READY_H

#include "server/http/serve.h"

/* Start a thread that migrates (or, without API_AUTO_MIGRATE, checks) until the schema is current, however long
 * the database stays away. Fills `view`. false: no thread. */
bool ready_start(const struct config *config, struct control_view *view);

#endif

/* dial.h: how to reach the database: the conninfo taken apart once, put together again for every connect. */
#ifndef SERVER_STORE_DIAL_H
#define SERVER_STORE_DIAL_H

#include <libpq-fe.h>

#include "server/base/config.h"
#include "server/store/resolve.h"

struct dial;
enum dial_to { DIAL_PRIMARY, DIAL_REPLICA };
/* `schema`: the functions' schema, first in search_path. NULL: `error` (static or the caller's room) says why. */
struct dial *dial_new(
	const struct config *config, enum dial_to to, const char *schema, char *error, size_t room);
void dial_free(struct dial *dial);
/* The hosts to look up first, or NULL when libpq can go on its own; *ports may be NULL. */
const char *dial_names(const struct dial *dial, const char **ports);
/* PQconnectStartParams with all of it; `names` may be NULL. NULL: no memory. */
PGconn *dial_start(const struct dial *dial, const struct resolved *names);
/* It did not succeed. true: its password was refused, and another is looked for (server/secrets/credential.h). NULL is
 * legal. */
bool dial_renews(const PGconn *pg);
/* For who may wait: connected, or not, as PQstatus says; a refused password is read again once. NULL: no memory. */
PGconn *dial_once(const char *conninfo);

#endif

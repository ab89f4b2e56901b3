/* admin.h: what only those may do who can reach the database: the first key, a new epoch of sync tokens. */
#ifndef SERVER_STORE_ADMIN_H
#define SERVER_STORE_ADMIN_H

#include <stdbool.h>
#include <stdio.h>

#include "server/domain/ids.h"

/* The administrator called username, made if need be, gets a new key with every scope; only its hash is stored, so
 * print key->text now. The schema must be current (migrate_run). false: `log` says why. Blocking. */
bool create_admin(const char *conninfo, const char *username, struct api_key *key, FILE *log);
/* After a restore: every sync token from before is answered 410. Otherwise as above. */
bool renew_sync_epoch(const char *conninfo, FILE *log);

#endif

/* admin.h: the first key, made by who can reach the database. */
#ifndef SERVER_STORE_ADMIN_H
#define SERVER_STORE_ADMIN_H

#include <stdbool.h>
#include <stdio.h>

#include "server/domain/ids.h"

/* The administrator called username, made if need be, gets a new key with every scope; only its hash is stored, so
 * print key->text now. The schema must be current (migrate_run). false: `log` says why. Blocking. */
bool create_admin(const char *conninfo, const char *username, struct api_key *key, FILE *log);

#endif

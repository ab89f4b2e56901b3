/* migrate.h: the schema of the database, brought up to what this server needs. Blocking; before any loop runs. */
#ifndef SERVER_STORE_MIGRATE_H
#define SERVER_STORE_MIGRATE_H

#include <stdio.h>

/* Apply what is missing: migrations, each in a transaction of its own, then this server's schema of functions;
 * drop functions of servers not seen for a day. Any number may start at once: one works, the others wait and find
 * nothing to do. 0: current. -1: `log` says what failed, with file and line. */
int migrate_run(const char *conninfo, FILE *log);

enum migrate_state { MIGRATE_CURRENT, MIGRATE_BEHIND, MIGRATE_UNREACHABLE };
/* Changes nothing. BEHIND: a migration or the functions are missing (each named in `log`). */
enum migrate_state migrate_check(const char *conninfo, FILE *log);

#endif

/* control.h: the control thread's connection: hears of changed API keys and calendars, keeps this server's functions
 * alive, purges what is too old, makes the audit's next partitions, computes stored instants again after a change of
 * the time zones.
 *
 * The caches of keys read two atomics: when auth_epoch has moved, all they hold may be stale; while listener_up is
 * false, notices may be missed, so nothing is to be kept longer than API_AUTH_MISS_TTL. */
#ifndef SERVER_STORE_CONTROL_H
#define SERVER_STORE_CONTROL_H

#include <libpq-fe.h>
#include <stdatomic.h>

#include "server/base/config.h"

#define CONTROL_CHANNEL "api_keys"

extern atomic_uint auth_epoch;
extern atomic_bool listener_up;

struct control;
struct control *control_start(const struct config *config); /* NULL: no memory or thread */
void control_stop(struct control *control); /* joins; NULL is legal */

/* For the upkeep, on its thread: the answer of the statement of that name, yours to clear; NULL when it failed, which
 * is in the log, or when the server stops. */
PGresult *control_ask(struct control *control, const char *name, const char *const values[]);

#endif

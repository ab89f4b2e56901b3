/* auth.h: who holds a key: a cache per loop, and one query for what is not in it.
 *
 *   key ─> SHA-256 ─> cache ─hit─> caller
 *                      └miss─> queue on the entry ~~> one query ~~> every waiter
 *
 * Hits live 60 s and misses 5 s; all is forgotten when the database tells that keys changed (the epoch), and
 * while nobody listens for such news nothing lives longer than 5 s. */
#ifndef SERVER_HTTP_AUTH_H
#define SERVER_HTTP_AUTH_H

#include "server/base/metrics.h"
#include "server/flow/call.h"

enum auth_verdict {
	AUTH_KNOWN, /* the waiter's caller is filled in */
	AUTH_UNKNOWN, /* no such key, revoked or expired */
	AUTH_BUSY, /* the database could not be asked: 503 */
	AUTH_WAITING, /* on_known will be called */
};

struct auth_waiter {
	struct list link;
	struct caller caller;
	void (*on_known)(struct auth_waiter *waiter, enum auth_verdict verdict);
};

/* What the news of changed keys looks like; written by the process' one listener. */
struct auth_news {
	uint64_t (*epoch)(void *data); /* rises with every change */
	bool (*listening)(void *data); /* false: changes may go unheard */
	void *data;
};

struct auth;
struct auth *auth_new(struct loop *loop, struct pool *pool, const struct config *config,
	struct loop_metrics *metrics, const struct auth_news *news);
void auth_free(struct auth *auth);

/* key is api_key_is_shaped. Never AUTH_WAITING with on_known called already. */
enum auth_verdict auth_find(
	struct auth *auth, const char *key, size_t len, struct auth_waiter *waiter);
/* The waiter is no longer interested. */
void auth_forget(struct auth_waiter *waiter);
/* Whether this key is known good without asking anybody. */
bool auth_is_cached(struct auth *auth, const char *key, size_t len);

#endif

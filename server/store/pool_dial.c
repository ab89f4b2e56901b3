/* pool_dial.c: as many connections as the configuration says, and no more eagerness than a sick server bears.
 *
 * With nothing proven one probe goes first; when it is ready, the others follow at once. A failed one waits 50 ms
 * to 500 ms, with full jitter, so that a hundred loops do not come back in step. */
#include <stdlib.h>
#include <string.h>

#include "server/base/log.h"
#include "server/store/pool.h"

#define SHORT_LIFE_US 1000000
#define RENEWAL_US 1000000
#define DOWN_AT                                                                                    \
	2 /* one may have been cut in the middle of connecting; the next says whether anybody is there */
#define LOG_AGAIN_US 10000000

unsigned pool_up_count(const struct pool *pool, enum lane lane) {
	return pool->counts[lane][CONN_READY] + pool->counts[lane][CONN_BUSY];
}

bool pool_is_down(const struct pool *pool, enum lane lane) {
	return pool->primary.failures >= DOWN_AT && pool_up_count(pool, lane) == 0;
}

bool pool_up(const struct pool *pool) {
	return pool_up_count(pool, LANE_READ) > 0 && pool_up_count(pool, LANE_WRITE) > 0;
}

static unsigned dialing(const struct pool *pool, enum lane lane) {
	const unsigned *counts = pool->counts[lane];
	return counts[CONN_RESOLVING] + counts[CONN_CONNECTING] + counts[CONN_PREPARING];
}

static unsigned missing(const struct pool *pool, enum lane lane) {
	const unsigned wanted_of[LANES] = { pool->config->read_connections,
		pool->config->write_connections, pool->config->leased_connections,
		pool->replica.dial == NULL ? 0 : pool->config->replica_connections };
	unsigned wanted = wanted_of[lane];
	unsigned live = pool_up_count(pool, lane) + dialing(pool, lane);
	return live < wanted ? wanted - live : 0;
}

static unsigned sum(struct pool *pool, const struct dialer *dialer,
	unsigned (*count)(const struct pool *pool, enum lane lane)) {
	unsigned all = 0;
	for (unsigned lane = 0; lane < LANES; lane++) {
		all += pool_dialer(pool, (enum lane)lane) == dialer ? count(pool, (enum lane)lane)
								    : 0;
	}
	return all;
}

/* xorshift64*: jitter needs no secrecy. */
uint64_t pool_jitter(struct pool *pool, uint64_t most_us) {
	pool->random ^= pool->random >> 12;
	pool->random ^= pool->random << 25;
	pool->random ^= pool->random >> 27;
	return (pool->random * 2685821657736338717ULL >> 11) % (most_us + 1);
}

static void dial_missing_of(struct pool *pool, struct dialer *dialer) {
	bool proven = dialer->failures == 0 && sum(pool, dialer, pool_up_count) > 0;
	if (dialer->dial_at_us > loop_now_us(pool->loop)) {
		return;
	}
	dialer->dial_at_us = 0;
	/* The lanes take turns to be probed: one whose statements cannot be prepared must not starve the other. */
	for (unsigned i = 0; i < LANES; i++) {
		enum lane lane = (enum lane)((dialer->failures + i) % LANES);
		if (pool_dialer(pool, lane) != dialer) {
			continue;
		}
		for (unsigned left = missing(pool, lane); left > 0; left--) {
			if (!proven && sum(pool, dialer, dialing) > 0) {
				return;
			}
			if (conn_new(pool, lane) == NULL) {
				dialer->dial_at_us = loop_now_us(pool->loop) +
						     pool->config->reconnect_max_us; /* no memory */
			}
			if (dialer->dial_at_us != 0) {
				return; /* failed at once; its pause is set */
			}
		}
	}
}

void pool_dial_missing(struct pool *pool) {
	if (!pool->closing) {
		dial_missing_of(pool, &pool->primary);
		dial_missing_of(pool, &pool->replica);
	}
}

/* ---- what became of it ----------------------------------------------------------------------------------- */

static void log_failure(
	struct pool *pool, const char *message, enum lane lane, const char *reason) {
	static const char *const names[LANES] = { "read", "write", "leased", "replica" };
	char line[300];
	size_t len = strcspn(reason, "\n");
	len = len < sizeof(line) ? len : sizeof(line) - 1;
	memcpy(line, reason, len);
	line[len] = '\0';
	LOG_EVENT(LOG_LEVEL_WARNING, message, LOG_TEXT("lane", names[lane]),
		LOG_TEXT("reason", line),
		LOG_NUMBER("failures", pool_dialer(pool, lane)->failures));
}

static void pause_dialing(struct pool *pool, struct dialer *dialer) {
	uint64_t most_us = pool->config->reconnect_min_us;
	for (unsigned i = 1; i < dialer->failures && most_us < pool->config->reconnect_max_us;
		i++) {
		most_us *= 2;
	}
	if (most_us > pool->config->reconnect_max_us) {
		most_us = pool->config->reconnect_max_us;
	}
	dialer->dial_at_us = loop_now_us(pool->loop) + 1 + pool_jitter(pool, most_us);
}

static void be_down(struct dialer *dialer) {
	dialer->failures = dialer->failures < DOWN_AT ? DOWN_AT : dialer->failures + 1;
}

void pool_conn_ready(struct conn *conn) {
	struct dialer *dialer = pool_dialer(conn->pool, conn->lane);
	metric_add(&conn->pool->metrics->connects, 1);
	if (dialer->failures > 0) {
		LOG_EVENT(LOG_LEVEL_INFO,
			conn->lane == LANE_REPLICA ? "the replica is back" : "the database is back",
			LOG_NUMBER("failures", dialer->failures));
	}
	dialer->failures = 0;
	dialer->failure_logged_us = 0;
	dialer->renewing_us = 0;
}

/* For a second of a rotation the server is there and only the password is not: queries wait meanwhile. */
static bool is_renewing(struct dialer *dialer, bool renews, uint64_t now_us) {
	if (!renews) {
		return false;
	}
	dialer->renewing_us = dialer->renewing_us == 0 ? now_us : dialer->renewing_us;
	return now_us - dialer->renewing_us < RENEWAL_US;
}

void pool_conn_failed(struct conn *conn, bool renews, const char *reason) {
	struct pool *pool = conn->pool;
	struct dialer *dialer = pool_dialer(pool, conn->lane);
	uint64_t now_us = loop_now_us(pool->loop);
	if (pool->closing) {
		return;
	}
	metric_add(&pool->metrics->connect_failures, 1);
	dialer->failures += is_renewing(dialer, renews, now_us) ? 0 : 1;
	if (dialer->failure_logged_us == 0 || now_us - dialer->failure_logged_us > LOG_AGAIN_US) {
		dialer->failure_logged_us = now_us;
		log_failure(pool, "cannot connect to the database", conn->lane, reason);
	}
	pause_dialing(pool, dialer);
}

void pool_conn_lost(struct conn *conn, enum store_failure failure, const char *reason) {
	struct pool *pool = conn->pool;
	struct dialer *dialer = pool_dialer(pool, conn->lane);
	if (pool->closing) {
		return;
	}
	metric_add(&pool->metrics->lost, 1);
	log_failure(pool, "a database connection was lost", conn->lane, reason);
	/* The end of a lease may be its owner's fault, and says nothing about the server. */
	if (failure == STORE_TIMEOUT && conn->lane != LANE_LEASED &&
		pool_up_count(pool, conn->lane) == 0) {
		be_down(dialer); /* it stands still: new queries need not wait to find out */
	}
	if (loop_now_us(pool->loop) - conn->ready_us < SHORT_LIFE_US) {
		pause_dialing(pool, dialer);
	}
}

void pool_replan(struct pool *pool) {
	static const enum conn_state states[] = { CONN_READY, CONN_BUSY, CONN_PREPARING };
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		struct list *all = &pool->conns[states[i]];
		for (struct list *link = all->next; link != all; link = link->next) {
			LIST_ENTRY(link, struct conn, link)->stale = true;
		}
	}
}

/* What they still carry is answered first. */
void pool_end_stale(struct pool *pool) {
	struct list *all = &pool->conns[CONN_READY], *next = NULL;
	for (struct list *link = all->next; link != all; link = next) {
		struct conn *conn = LIST_ENTRY(link, struct conn, link);
		next = link->next;
		if (conn->stale && conn->lease == NULL) {
			conn_lose(conn, STORE_DOWN, "its prepared statements are out of date");
		}
	}
}

void pool_standby(struct pool *pool, const char *reason) {
	static const enum conn_state up[] = { CONN_READY, CONN_BUSY, CONN_PREPARING,
		CONN_CONNECTING, CONN_RESOLVING };
	be_down(&pool->primary);
	for (size_t i = 0; i < sizeof(up) / sizeof(up[0]); i++) {
		struct list *all = &pool->conns[up[i]], *next = NULL;
		for (struct list *link = all->next; link != all; link = next) {
			struct conn *conn = LIST_ENTRY(link, struct conn, link);
			next = link->next;
			if (conn->lane != LANE_REPLICA) {
				conn_lose(conn, STORE_DOWN, reason);
			}
		}
	}
	pause_dialing(pool, &pool->primary);
}

/* pool_replica.c: reads of those who say what they have seen, on a replica that has seen as much.
 *
 * A read has no queue for it: at the end of the turn it goes there or, as any other, to the primary. Nobody waits for
 * replay. How far a replica is, is asked when a read came too early, and holds for the connection that answered: behind
 * one name there may be several replicas. */
#include "server/store/pool.h"

static bool may_go(const struct query *query) {
	return query->consistency != NULL && !query->needs_primary && query->lease == NULL;
}

static bool is_up_to_date(const struct conn *conn, const struct query *query) {
	return conn->lane == LANE_REPLICA && !conn->stale &&
	       consistency_covers(conn->replayed, query->consistency);
}

static void choose(struct conn **best, struct conn *conn, const struct query *query) {
	if (!is_up_to_date(conn, query)) {
		conn_ask_position(conn);
	} else if (conn_has_room(conn) && (*best == NULL || conn->count < (*best)->count)) {
		*best = conn;
	}
}

struct conn *pool_replica_for(struct pool *pool, struct query *query) {
	static const enum conn_state states[] = { CONN_BUSY, CONN_READY };
	struct conn *best = NULL;

	for (size_t i = 0; i < 2 && may_go(query); i++) {
		struct list *all = &pool->conns[states[i]], *next = NULL;
		for (struct list *link = all->next; link != all; link = next) {
			struct conn *conn = LIST_ENTRY(link, struct conn, link);
			next = link->next; /* who is asked becomes busy */
			if (conn->lane == LANE_REPLICA) {
				choose(&best, conn, query);
			}
		}
	}
	return best;
}

bool pool_has_replica(const struct pool *pool, const struct query *query) {
	static const enum conn_state states[] = { CONN_BUSY, CONN_READY };

	for (size_t i = 0; i < 2 && may_go(query); i++) {
		const struct list *all = &pool->conns[states[i]];
		for (struct list *link = all->next; link != all; link = link->next) {
			if (is_up_to_date(LIST_ENTRY(link, struct conn, link), query)) {
				return true;
			}
		}
	}
	return false;
}

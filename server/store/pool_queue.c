/* pool_queue.c: what waits, for how long, and who goes next.
 *
 * Arrival order, not the newest first: under load a stack starves the oldest request while newer ones are served. A
 * write whose key is in flight lets later ones with other keys pass; those with its own key stay behind it. */
#include <string.h>

#include "server/store/pool.h"

static struct query *query_of(struct list *link) {
	return LIST_ENTRY(link, struct query, link);
}

static uint64_t earlier(uint64_t a_us, uint64_t b_us) { /* 0: never */
	return a_us == 0 || (b_us != 0 && b_us < a_us) ? b_us : a_us;
}

static uint64_t too_old_at(const struct pool *pool, const struct query *query) {
	return earlier(query->queued_us + pool->config->queue_age_us, query->deadline_us);
}

static void count_queued(struct pool *pool, enum lane lane, int change) {
	pool->queued[lane] += (unsigned)change;
	metric_set(&pool->metrics->queued[lane], pool->queued[lane]);
}

/* Each lane has a bound of its own, or writes that wait for a locked row would keep reads out; and one key may fill
 * half of its lane, or a single busy calendar would keep out all others. Only a queue that long is looked through. */
bool pool_is_full(struct pool *pool, const struct query *query) {
	enum lane lane = query->statement->lane;
	unsigned most = pool->config->queue, most_of_key = (most + 1) / 2, same = 0;
	struct list *queue = &pool->queues[lane];
	if (query->serial_key[0] == '\0' || pool->queued[lane] < most_of_key ||
		pool->queued[lane] >= most) {
		return pool->queued[lane] >= most;
	}
	for (struct list *link = queue->next; link != queue; link = link->next) {
		same += strcmp(query_of(link)->serial_key, query->serial_key) == 0;
	}
	return same >= most_of_key;
}

/* By ticket, so that one that comes back stands where it stood. New ones go to the tail at once. */
void pool_enqueue(struct pool *pool, struct query *query) {
	enum lane lane = query->statement->lane;
	struct list *after = pool->queues[lane].prev;
	while (after != &pool->queues[lane] && query_of(after)->ticket > query->ticket) {
		after = after->prev;
	}
	list_append(after->next, &query->link);
	query->place = QUERY_QUEUED;
	query->queued_us = loop_now_us(pool->loop);
	count_queued(pool, lane, +1);
	pool->expire_at_us = earlier(pool->expire_at_us, too_old_at(pool, query));
}

void pool_leave_queue(struct pool *pool, struct query *query) {
	list_remove(&query->link);
	count_queued(pool, query->statement->lane, -1);
	if (query->not_before_us != 0) {
		query->not_before_us = 0;
		pool->retries_waiting--;
	}
}

/* ---- too old -------------------------------------------------------------------------------------------- */

static void expire_lane(struct pool *pool, enum lane lane, uint64_t now_us) {
	bool broken = pool_is_down(pool, lane), up = pool_up_count(pool, lane) > 0;
	struct list *next = NULL;
	for (struct list *link = pool->queues[lane].next; link != &pool->queues[lane];
		link = next) {
		struct query *query = query_of(link);
		next = link->next;
		bool lost = broken && !pool_has_replica(pool, query);
		if (lost || too_old_at(pool, query) <= now_us) {
			bool late = query->deadline_us != 0 && query->deadline_us <= now_us;
			pool_leave_queue(pool, query);
			pool_finish(pool, query,
				lost || !up ? STORE_DOWN
				: late      ? STORE_TIMEOUT
					    : STORE_BUSY);
		} else {
			pool->expire_at_us = earlier(pool->expire_at_us, too_old_at(pool, query));
		}
	}
}

void pool_expire(struct pool *pool) {
	uint64_t now_us = loop_now_us(pool->loop);
	bool due = pool->expire_at_us != 0 && pool->expire_at_us <= now_us;
	if (due || pool_is_down(pool, LANE_READ) || pool_is_down(pool, LANE_WRITE)) {
		pool->expire_at_us = 0;
		expire_lane(pool, LANE_READ, now_us);
		expire_lane(pool, LANE_WRITE, now_us);
	}
}

/* ---- who goes next -------------------------------------------------------------------------------------- */

static bool is_heavy(const struct conn *conn) {
	for (unsigned i = 0; i < conn->count; i++) {
		if (conn->flights[(conn->first + i) % conn->depth]->heavy) {
			return true;
		}
	}
	return false;
}

/* Heavy reads take turns on half of the connections, the same ones as long as they are busy, so that the other half
 * has nothing long in front. */
static bool takes_heavy(struct pool *pool, const struct conn *conn) {
	unsigned most = (pool_up_count(pool, conn->lane) + 1) / 2, others = 0;

	for (struct list *link = pool->conns[CONN_BUSY].next; link != &pool->conns[CONN_BUSY];
		link = link->next) {
		const struct conn *other = LIST_ENTRY(link, struct conn, link);
		others += other != conn && other->lane == conn->lane && is_heavy(other);
	}
	return others < most;
}

/* Light reads go where nothing heavy is, if they can; then where least is. */
static bool is_lighter(const struct conn *one, const struct conn *other, bool heavy) {
	bool one_heavy = !heavy && is_heavy(one), other_heavy = !heavy && is_heavy(other);

	return one_heavy != other_heavy ? other_heavy : one->count < other->count;
}

/* Of those that were heard of after `since_us`. */
static struct conn *least_loaded(struct pool *pool, enum lane lane, uint64_t since_us, bool heavy) {
	static const enum conn_state states[] = { CONN_READY, CONN_BUSY };
	struct conn *best = NULL;
	for (size_t i = 0; i < 2; i++) {
		for (struct list *link = pool->conns[states[i]].next;
			link != &pool->conns[states[i]]; link = link->next) {
			struct conn *conn = LIST_ENTRY(link, struct conn, link);
			/* A write waits for the sync of the one before, too. */
			if (conn->lane == lane && conn_has_room(conn) && !conn->stale &&
				conn->heard_us > since_us && (!heavy || takes_heavy(pool, conn)) &&
				(best == NULL || is_lighter(conn, best, heavy))) {
				best = conn;
			}
		}
	}
	return best;
}

/* One that waits to be tried again still holds its key. */
static bool key_waits_before(struct pool *pool, struct query *query) {
	struct list *queue = &pool->queues[LANE_WRITE];
	for (struct list *link = queue->next; pool->retries_waiting > 0 && link != &query->link;
		link = link->next) {
		if (query_of(link)->not_before_us != 0 &&
			strcmp(query_of(link)->serial_key, query->serial_key) == 0) {
			return true;
		}
	}
	return false;
}

static bool takes_turns(const struct query *query) {
	return query_lane(query) == LANE_WRITE && query->serial_key[0] != '\0';
}

static bool key_is_free(struct pool *pool, struct query *query) {
	return !takes_turns(query) ||
	       (!key_waits_before(pool, query) && seat_take(pool->seat, query->serial_key));
}

void pool_pass_turn(struct pool *pool, const struct query *query) {
	if (takes_turns(query)) {
		seat_pass(pool->seat, query->serial_key);
	}
}

/* Where the query may go now. NULL: it has to wait. */
static struct conn *way_of(struct pool *pool, struct query *query) {
	enum lane lane = query->statement->lane;
	struct conn *best = least_loaded(pool, lane, 0, query->heavy);

	if (query->not_before_us > loop_now_us(pool->loop)) {
		best = query->lost_us == 0 ? NULL
					   : least_loaded(pool, lane, query->lost_us, query->heavy);
		if (best == NULL) {
			pool->retry_at_us = earlier(pool->retry_at_us, query->not_before_us);
		}
		return best != NULL && key_is_free(pool, query) ? best : NULL;
	}
	return key_is_free(pool, query) ? best : NULL;
}

static void dispatch_lane(struct pool *pool, enum lane lane) {
	struct list *next = NULL;
	for (struct list *link = pool->queues[lane].next; link != &pool->queues[lane];
		link = next) {
		struct query *query = query_of(link);
		next = link->next;
		bool full = least_loaded(pool, lane, 0, false) == NULL;
		if (full && (lane == LANE_WRITE || pool->replica.dial == NULL)) {
			return;
		}
		struct conn *conn = pool_replica_for(pool, query);
		conn = conn != NULL || full ? conn : way_of(pool, query);
		if (conn != NULL) {
			pool_leave_queue(pool, query);
			conn_send(conn, query);
			if (conn->state == CONN_DOOMED) {
				next = pool->queues[lane]
					       .next; /* what it carried may stand in front again */
			}
		}
	}
}

static void sync_reads(struct pool *pool) {
	struct list *next = NULL;
	for (struct list *link = pool->conns[CONN_BUSY].next; link != &pool->conns[CONN_BUSY];
		link = next) {
		struct conn *conn = LIST_ENTRY(link, struct conn, link);
		next = link->next;
		if (conn->unsynced > 0) {
			conn_sync(conn);
		}
	}
}

/* A turn that came while all connections carry other keys waits a little for one to be free, or a loop that is never
 * idle would never write this key; but not for long, because they may stand behind a locked row. */
static void pass_unused_turns(struct pool *pool) {
	uint64_t now_us = loop_now_us(pool->loop);
	bool all_busy = pool_up_count(pool, LANE_WRITE) > 0 &&
			least_loaded(pool, LANE_WRITE, 0, false) == NULL;
	uint64_t came_us =
		seat_pass_unused(pool->seat, all_busy ? now_us - pool->turn_kept_us : now_us);
	pool->pass_at_us = came_us == 0 ? 0 : came_us + pool->turn_kept_us;
}

void pool_dispatch(struct pool *pool) {
	pool->retry_at_us = 0;
	seat_collect(pool->seat, loop_now_us(pool->loop));
	dispatch_lane(pool, LANE_READ);
	dispatch_lane(pool, LANE_WRITE);
	pass_unused_turns(pool);
	sync_reads(pool);
}

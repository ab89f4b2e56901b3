/* pool.c: a fixed set of PostgreSQL connections for one event loop, and the queries that pass through it.
 *
 *   pool_submit ─> queue ─> (end of turn) dispatch ─> in flight ─> on_done
 *                    └─ too old, down ─> finished ─> (end of turn) ─┘
 *
 * Nothing is sent before the end of the turn, so reads that came together share one sync; and nobody is called
 * back from inside his own pool_submit. Rules of the queue: pool_queue.c; of connecting: pool_dial.c. */
#include "server/store/pool.h"

#include <stdlib.h>
#include <string.h>

#include "server/base/log.h"
#include "server/store/embedded.h"

#define TURN_KEPT_US 10000

/* ---- handing back ---------------------------------------------------------------------------------------- */

void pool_deliver(
	struct pool *pool, struct query *query, enum store_failure failure, PGresult *result) {
	(void)pool;
	PGresult *mine = result;
	query->place = QUERY_OUTSIDE;
	query->lent = &mine;
	query->on_done(query, failure, result); /* the query may be gone now */
	PQclear(mine);
}

PGresult *query_take_result(struct query *query) {
	PGresult *result = *query->lent;
	*query->lent = NULL;
	return result;
}

void pool_finish(struct pool *pool, struct query *query, enum store_failure failure) {
	metric *counter = failure == STORE_BUSY      ? pool->metrics->busy
			  : failure == STORE_TIMEOUT ? pool->metrics->timeouts
						     : pool->metrics->down;
	if (failure != STORE_OK) {
		metric_add(&counter[query_lane(query)], 1);
	}
	query->failure = failure;
	query->place = QUERY_FINISHED;
	list_append(&pool->finished, &query->link);
}

/* Those with an answer had it before their connection was lost. Only those that are there now: who submits again from on_done waits for the next turn. */
static void deliver_finished(struct pool *pool) {
	struct list due;
	list_init(&due);
	for (struct list *link = list_first(&pool->finished); link != NULL;
		link = list_first(&pool->finished)) {
		list_remove(link);
		list_append(&due, link);
	}
	for (struct list *link = list_first(&due); link != NULL; link = list_first(&due)) {
		struct query *query = LIST_ENTRY(link, struct query, link);
		list_remove(link);
		PGresult *answer = query->answer;
		query->answer = NULL;
		pool_deliver(pool, query, query->failure, answer);
	}
}

void pool_requeue(struct pool *pool, struct query *query) {
	pool_enqueue(pool, query);
	pool->again = true;
}

void pool_ask_primary(struct pool *pool, struct query *query) {
	query->needs_primary = true;
	metric_add(&pool->metrics->resent, 1);
	pool_requeue(pool, query);
}

/* It keeps its place and its key, and lets the others pass for a moment. */
void pool_retry_later(struct pool *pool, struct query *query, uint64_t delay_us) {
	pool_enqueue(pool, query);
	query->not_before_us = loop_now_us(pool->loop) + 1 + delay_us;
	pool->retries_waiting++;
	pool->again = true;
}

/* ---- what flow/ calls ------------------------------------------------------------------------------------- */

void pool_submit(struct pool *pool, struct query *query) {
	enum lane lane = query_lane(query);
	query->submitted_us = query->queued_us = loop_now_us(pool->loop);
	query->ticket = ++pool->tickets;
	query->dropped = query->alone = query->replanned = query->needs_primary = false;
	query->tries = query->resent = 0;
	query->position[0] = '\0';
	query->not_before_us = query->sent_us = query->lost_us = 0;
	query->answer = NULL;
	query->lent = NULL;
	query->conn = NULL;
	metric_add(&pool->metrics->submitted[lane], 1);
	if (pool->closing || (pool_is_down(pool, lane) && !pool_has_replica(pool, query))) {
		pool_finish(pool, query, STORE_DOWN);
	} else if (query->lease != NULL) {
		lease_submit(query);
	} else if (pool_is_full(pool, query)) {
		pool_finish(pool, query, STORE_BUSY);
	} else {
		pool_enqueue(pool, query);
	}
}

void pool_drop(struct pool *pool, struct query *query) {
	query->dropped = true;
	if (query->place == QUERY_QUEUED) {
		query->lease != NULL ? list_remove(&query->link) : pool_leave_queue(pool, query);
		pool_finish(pool, query, STORE_DOWN);
	}
}

void pool_notify(struct pool *pool, const char *channel, const char *payload) {
	notices_add(&pool->notices, channel, payload);
}

/* ---- the end of a turn ------------------------------------------------------------------------------------ */

static void send_notices(struct pool *pool) {
	struct query *query =
		pool_up_count(pool, LANE_WRITE) > 0 ? notices_take(&pool->notices) : NULL;
	if (query != NULL) {
		metric_add(&pool->metrics->notices, 1);
		pool_submit(pool, query);
	}
}

static void reap(struct pool *pool) {
	struct list *doomed = &pool->conns[CONN_DOOMED];
	while (!list_empty(doomed)) {
		conn_free(LIST_ENTRY(doomed->next, struct conn, link));
	}
}

static void set_wake(struct pool *pool) {
	uint64_t due_us = 0, all[] = { pool->expire_at_us, pool->retry_at_us, pool->pass_at_us,
		pool->primary.dial_at_us, pool->replica.dial_at_us, pool->lease_at_us,
		list_empty(&pool->finished) && !pool->again ? 0 : loop_now_us(pool->loop) };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		due_us = all[i] != 0 && (due_us == 0 || all[i] < due_us) ? all[i] : due_us;
	}
	if (due_us == 0) {
		loop_clear_timer(pool->loop, &pool->wake);
	} else if (due_us != pool->wake.due_us) {
		loop_set_timer(pool->loop, &pool->wake, due_us);
	}
}

static void on_turn_end(struct turn_hook *hook) {
	struct pool *pool = LIST_ENTRY(hook, struct pool, hook);
	pool->again = false;
	send_notices(pool);
	pool_expire(pool);
	deliver_finished(pool);
	pool_end_stale(pool);
	pool->lease_at_us = lease_turn(pool);
	pool_dispatch(pool);
	reap(pool);
	pool_dial_missing(pool);
	set_wake(pool);
}

static void on_wake(struct timer *timer) {
	(void)timer; /* the end of the turn does the work */
}

/* ---- life ------------------------------------------------------------------------------------------------- */

static bool start_dialers(struct pool *pool, char *error, size_t room) {
	const struct config *config = pool->config;

	pool->write_position = statement_find("write_position");
	pool->replay_position = statement_find("replay_position");
	pool->primary.dial = dial_new(config, DIAL_PRIMARY, functions_schema, error, room);
	if (config_has_replica(config)) {
		pool->replica.dial = dial_new(config, DIAL_REPLICA, functions_schema, error, room);
		return pool->primary.dial != NULL && pool->replica.dial != NULL;
	}
	return pool->primary.dial != NULL;
}

static void finish_dialers(struct pool *pool) {
	dial_free(pool->primary.dial);
	dial_free(pool->replica.dial);
}

struct pool *pool_new(struct loop *loop, struct turns *turns, const struct config *config,
	struct pool_metrics *metrics) {
	char error[200];
	struct pool *pool = calloc(1, sizeof(*pool));
	if (pool == NULL) {
		return NULL;
	}
	pool->loop = loop;
	pool->config = config;
	pool->metrics = metrics;
	pool->random = (monotonic_us() << 16 ^ (uintptr_t)pool) | 1;
	for (size_t i = 0; i < CONN_STATES; i++) {
		list_init(&pool->conns[i]);
	}
	list_init(&pool->queues[LANE_READ]);
	list_init(&pool->queues[LANE_WRITE]);
	list_init(&pool->leases);
	list_init(&pool->finished);
	notices_init(&pool->notices);
	timer_init(&pool->wake, on_wake);
	if (!start_dialers(pool, error, sizeof(error))) {
		LOG_EVENT(LOG_LEVEL_ERROR, "the pool cannot start", LOG_TEXT("reason", error));
		finish_dialers(pool);
		free(pool);
		return NULL;
	}
	pool->turn_kept_us = TURN_KEPT_US;
	pool->seat = turns_join(turns, loop);
	if (pool->seat == NULL) {
		LOG_EVENT(LOG_LEVEL_ERROR, "the pool cannot start",
			LOG_TEXT("reason", "no seat is left at the turns to write"));
		finish_dialers(pool);
		free(pool);
		return NULL;
	}
	pool->hook.on_turn_end = on_turn_end;
	loop_add_hook(loop, &pool->hook);
	loop_set_timer(loop, &pool->wake, loop_now_us(loop));
	return pool;
}

static void end_queued(struct pool *pool, enum lane lane) {
	struct list *queue = &pool->queues[lane];
	while (!list_empty(queue)) {
		struct query *query = LIST_ENTRY(queue->next, struct query, link);
		pool_leave_queue(pool, query);
		pool_finish(pool, query, STORE_DOWN);
	}
}

void pool_free(struct pool *pool) {
	if (pool == NULL) {
		return;
	}
	pool->closing = true;
	for (size_t i = 0; i < CONN_DOOMED; i++) {
		while (!list_empty(&pool->conns[i])) {
			conn_lose(LIST_ENTRY(pool->conns[i].next, struct conn, link), STORE_DOWN,
				"the pool ends");
		}
	}
	end_queued(pool, LANE_READ);
	end_queued(pool, LANE_WRITE);
	deliver_finished(pool);
	lease_end_all(pool);
	deliver_finished(pool); /* what was submitted by those */
	lease_turn(pool); /* what was ended by those */
	reap(pool);
	seat_leave(pool->seat);
	loop_clear_timer(pool->loop, &pool->wake);
	list_remove(&pool->hook.link);
	notices_finish(&pool->notices);
	finish_dialers(pool);
	free(pool);
}

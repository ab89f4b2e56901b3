/* lease.h: a connection for several statements in one transaction.
 *
 *   lease_take ~~> on_open ─> query.lease = lease, pool_submit ~~> on_done ─> … ─> lease_commit ~~> on_committed
 *                    └ failure ──────────────────────────────────────────────┴──> lease_roll_back
 *
 * Whoever took a lease ends it exactly once, by lease_commit or by lease_roll_back, whatever on_open said; the
 * lease is the pool's again from then on. Its statements run one after the other, in the order of pool_submit, and
 * belong to no lane: reads see the writes before them. Nothing is tried again by the pool: an error leaves the
 * transaction aborted, and lease_is_worth_retrying says whether the whole of it may go better another time. Past
 * the deadline, or with its connection lost, PostgreSQL rolls back by itself and every query ends with the
 * failure. All of it on the loop's thread. */
#ifndef SERVER_STORE_LEASE_H
#define SERVER_STORE_LEASE_H

#include "server/store/store.h"

struct lease;
/* on_open: once, never inside lease_take, not after lease_roll_back: STORE_OK when the transaction is open, or
 * STORE_BUSY (too many wait), STORE_DOWN, STORE_TIMEOUT (the deadline passed in the queue). deadline_us: of the
 * whole lease, CLOCK_MONOTONIC. NULL: no memory. */
struct lease *lease_take(struct pool *pool, uint64_t deadline_us,
	void (*on_open)(void *context, enum store_failure failure), void *context);

/* A write of it changed these calendars, ids separated by blanks: to be told when, and if, it is committed. */
void lease_tell(struct lease *lease, const char *calendars);

/* Ends the lease. on_committed: once, never inside lease_commit: STORE_OK only when PostgreSQL has committed;
 * STORE_ERROR when it rolled back instead (`result`, borrowed, has the SQLSTATE, if there is one); after STORE_DOWN
 * and STORE_TIMEOUT nobody knows. `position`: where the log stood after the commit; "" where that is not known. */
void lease_commit(
	struct lease *lease, void (*on_committed)(void *context, enum store_failure failure,
				     const PGresult *result, const char *position));
/* Ends the lease; nothing of it stays. A query still out ends as usual, those behind it with STORE_DOWN. */
void lease_roll_back(struct lease *lease);

/* A statement failed, so all behind it would fail too. */
bool lease_is_aborted(const struct lease *lease);
/* A statement failed for a reason that another try may not meet: a deadlock, an outdated plan. */
bool lease_is_worth_retrying(const struct lease *lease);

#endif

/* notify.h: notifications of a turn, gathered into one statement.
 *
 * NOTIFY inside a write's transaction halves the rate of writes; behind the commit, once a turn, it costs next to
 * nothing. One that is lost is no harm: who waits reads again at its deadline. */
#ifndef SERVER_STORE_NOTIFY_H
#define SERVER_STORE_NOTIFY_H

#include "libapi/wire/buffer.h"
#include "server/store/store.h"

#define NOTIFY_STATEMENT "pool_notify" /* prepared on every connection of the write lane */
#define NOTIFY_SQL                                                                                 \
	"SELECT set_config('synchronous_commit', 'off', true), pg_notify(n.channel, n.payload) "   \
	"FROM unnest($1::text[], $2::text[]) AS n(channel, payload)"

struct notices {
	struct query query; /* first; one in flight at a time */
	bool in_flight;
	struct wire_buffer channels, payloads; /* the next one's arrays, not closed yet */
	struct wire_buffer sent_channels, sent_payloads;
	const char *values[2];
};

void notices_init(struct notices *notices);
void notices_finish(struct notices *notices);
void notices_add(struct notices *notices, const char *channel, const char *payload);
/* The query to send now, or NULL: nothing to say, or the one before is still in flight. */
struct query *notices_take(struct notices *notices);

#endif

/* delivery.h: the thread that empties the outbox.
 *
 *   claim_deliveries ─> unseal, write, sign ─> courier ~~> finish_deliveries
 *
 * Of one host at most four posts are under way, of all together DELIVERIES_MAX. A result that could not be stored is
 * kept and stored later; a server that dies with results leaves claims that run out, and the messages go out again. */
#ifndef SERVER_JOBS_DELIVERY_H
#define SERVER_JOBS_DELIVERY_H

#include "server/base/loop.h"
#include "server/jobs/courier.h"
#include "server/jobs/job.h"

enum { DELIVERIES_MAX = 64 };

struct job *delivery_job(void);
bool delivery_prepare(const struct config *config); /* before the job starts; false: no memory */

/* A post that somebody waits for: the first one of a webhook. */
struct ping {
	struct post post; /* url and body, which live until on_done; the signature */
	void (*on_done)(struct ping *ping); /* on the loop's thread */
	struct loop *loop;
	struct loop_task task;
	struct ping *next;
};
/* From any thread. false: too many already, or the server is stopping; nothing will be called. */
bool delivery_ping(struct ping *ping);

#endif

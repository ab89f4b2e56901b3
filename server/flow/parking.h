/* parking.h: requests that wait until their calendar changes.
 *
 *   parking_enter ─> READING ──nothing new──> PARKED ──news, time, drain──> DUE ──its turn──> READING …
 *                                                └── parking_leave, from every state, before the answer
 *
 * While parked a request holds a call and its client's connection, and nothing of the database. Interest is
 * declared before the first read, so that no change can fall between read and wait; a change that is heard of while
 * reading is remembered. Many may wait for one calendar, and all of them wake at once: so only few of a loop read at
 * a time, and the others follow. */
#ifndef SERVER_FLOW_PARKING_H
#define SERVER_FLOW_PARKING_H

#include "server/store/news.h"

enum { PARKING_ROWS = 256, PARKING_READS_MAX = 32 };

struct parking { /* of one loop */
	struct news_reader reader;
	struct list rows[PARKING_ROWS]; /* by calendar: READING and PARKED */
	struct list due; /* DUE, in the order of their waking */
	unsigned reading; /* of those that were woken */
	unsigned count; /* PARKED and DUE */
	bool letting; /* turns are being given */
};
void parking_init(struct parking *parking);
void parking_open(struct parking *parking, struct loop *loop); /* from here on it hears news */

enum parked_state { PARKED_OUTSIDE, PARKED_READING, PARKED_WAITING, PARKED_DUE };
struct parked {
	struct list link;
	struct timer timer;
	struct watch watch; /* of the client's connection */
	struct parking *parking;
	struct loop *loop;
	const char *calendar_id;
	uint64_t until_us; /* of waiting */
	enum parked_state state;
	bool woken; /* reads as one of PARKING_READS_MAX */
	bool missed; /* the calendar changed while this was reading */
	bool leaving; /* the client closed its side, or the server ends: not to wait any longer */
	/* Read again. Not called from inside any function here but news, timer and another's parking_leave. */
	void (*on_turn)(struct parked *parked);
};

/* About to read for the first time. calendar_id must live until parking_leave. */
void parking_enter(struct parking *parking, struct parked *parked, struct loop *loop,
	const char *calendar_id, uint64_t until_us, void (*on_turn)(struct parked *parked));
/* The read found nothing new: wait, and tell when client_fd hangs up. false: time is up, answer. */
bool parking_wait(struct parked *parked, int client_fd);
void parking_leave(struct parked *parked); /* again is legal */

#endif

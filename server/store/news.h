/* news.h: which calendars changed, told to every loop of this process, and over PostgreSQL to other processes.
 *
 *   a write's result ─> news_tell ─> every loop of this process
 *                   └─> pool_notify ~~> PostgreSQL ~~> control (LISTEN) ─> news_hear ─> every loop, if it was another's
 *
 * News are hints. Who hears reads again, and who missed something reads again at a deadline: so news may be lost,
 * doubled or too many. */
#ifndef SERVER_STORE_NEWS_H
#define SERVER_STORE_NEWS_H

#include <stdatomic.h>

#include "server/store/store.h"

#define NEWS_CHANNEL "calendars"
#define NEWS_ALL "*"

struct news_reader {
	struct list link;
	struct loop *loop;
	/* On the loop's thread. calendars: ids separated by blanks, or NEWS_ALL. */
	void (*on_news)(struct news_reader *reader, const char *calendars);
};
/* Any thread. A reader stays as long as its loop runs. */
void news_join(struct news_reader *reader, struct loop *loop,
	void (*on_news)(struct news_reader *reader, const char *calendars));
void news_leave(struct news_reader *reader); /* its loop does not run any more */

/* How many requests of this process wait for news: with none, telling costs nothing. */
extern atomic_uint news_waiting;
/* Set once when the server drains: nobody may begin to wait. */
extern atomic_bool news_ended;
void news_end(void); /* sets it, and wakes all who wait */

/* A committed write changed these: tell the loops here, and other processes by `pool` at the end of this turn. */
void news_tell(struct pool *pool, const char *calendars);
/* A payload of NEWS_CHANNEL, or NEWS_ALL after notices may have been missed. */
void news_hear(const char *payload);

#endif

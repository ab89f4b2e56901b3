/* news.c: a copy of the text for each loop that has somebody waiting, handed over as a task.
 *
 * The payload begins with the origin, a number of this process: what was told here already is not told again when it
 * comes back from PostgreSQL. */
#include "server/store/news.h"

#include <openssl/rand.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { ORIGIN_LEN = 16, PAYLOAD_MAX = 7900 };

struct item { /* one piece of news on its way to one loop */
	struct loop_task task;
	struct news_reader *reader;
	char calendars[];
};

atomic_uint news_waiting;
atomic_bool news_ended;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct list readers = { &readers, &readers };
static pthread_once_t origin_once = PTHREAD_ONCE_INIT;
static char origin[ORIGIN_LEN + 1];

static void make_origin(void) {
	uint64_t number = 0;
	if (RAND_bytes((unsigned char *)&number, sizeof(number)) != 1) {
		number = monotonic_us();
	}
	snprintf(origin, sizeof(origin), "%016llx", (unsigned long long)number);
}

void news_join(struct news_reader *reader, struct loop *loop,
	void (*on_news)(struct news_reader *reader, const char *calendars)) {
	reader->loop = loop;
	reader->on_news = on_news;
	pthread_mutex_lock(&lock);
	list_append(&readers, &reader->link);
	pthread_mutex_unlock(&lock);
}

void news_leave(struct news_reader *reader) {
	pthread_mutex_lock(&lock);
	list_remove(&reader->link);
	pthread_mutex_unlock(&lock);
}

static void run_item(struct loop_task *task) {
	struct item *item = LIST_ENTRY(task, struct item, task);
	item->reader->on_news(item->reader, item->calendars);
	free(item);
}

static void tell_loops(const char *calendars) {
	size_t size = strlen(calendars) + 1;

	if (atomic_load(&news_waiting) == 0) {
		return; /* who begins to wait from now on reads after the commit that this is about */
	}
	pthread_mutex_lock(&lock);
	for (struct list *link = readers.next; link != &readers; link = link->next) {
		struct item *item = malloc(sizeof(*item) + size);
		if (item != NULL) { /* without memory the deadline has to do */
			item->reader = LIST_ENTRY(link, struct news_reader, link);
			item->task.run = run_item;
			memcpy(item->calendars, calendars, size);
			loop_post(item->reader->loop, &item->task);
		}
	}
	pthread_mutex_unlock(&lock);
}

void news_end(void) {
	atomic_store(&news_ended, true);
	tell_loops(NEWS_ALL);
}

void news_tell(struct pool *pool, const char *calendars) {
	char payload[ORIGIN_LEN + 1 + PAYLOAD_MAX + 1];

	pthread_once(&origin_once, make_origin);
	tell_loops(calendars);
	snprintf(payload, sizeof(payload), "%s %s", origin,
		strlen(calendars) <= PAYLOAD_MAX ? calendars : NEWS_ALL);
	pool_notify(pool, NEWS_CHANNEL, payload);
}

void news_hear(const char *payload) {
	const char *blank = strchr(payload, ' ');

	pthread_once(&origin_once, make_origin);
	if (blank == NULL) {
		tell_loops(payload);
	} else if (strncmp(payload, origin, ORIGIN_LEN) != 0) {
		tell_loops(blank + 1);
	}
}

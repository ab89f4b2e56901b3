/* auth.c: the cache is a fixed array of entries with hash chains, so its memory is bounded whatever is sent.
 *
 * Unknown keys may take a quarter of it at most: somebody who tries keys at random must not push out the keys of
 * those who have one. An entry that is being asked for is in no age list and cannot be taken away. */
#include "server/http/auth.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server/base/log.h"
#include "server/domain/ids.h"
#include "server/domain/uuid.h"
#include "server/flow/scope.h"

static const uint64_t ask_deadline_us = 5000000;

enum entry_state { ENTRY_FREE, ENTRY_ASKING, ENTRY_KNOWN, ENTRY_UNKNOWN };

struct entry {
	struct list age; /* auth.free, .known or .unknown, oldest first */
	struct entry *chain;
	struct auth *auth;
	enum entry_state state;
	bool doomed; /* keys changed while it was being asked for */
	uint8_t digest[DIGEST_BYTES];
	char hex[DIGEST_HEX_ROOM];
	char prefix[API_KEY_PREFIX_LEN + 1]; /* of the key asked for */
	struct caller caller;
	uint64_t asked_us;
	int64_t expires_s; /* Unix time; 0: never */
	struct list waiters;
	struct query query;
	const char *values[1];
};

struct auth {
	struct loop *loop;
	struct pool *pool;
	struct loop_metrics *metrics;
	struct auth_news news;
	const struct statement *statement, *touch;
	uint64_t ttl_us, miss_ttl_us, epoch;
	size_t room, used, unknown_count, mask; /* used: entries that were ever taken */
	struct list free, known, unknown;
	struct entry **chains;
	struct entry *entries;
};

struct auth *auth_new(struct loop *loop, struct pool *pool, const struct config *config,
	struct loop_metrics *metrics, const struct auth_news *news) {
	struct auth *auth = calloc(1, sizeof(*auth));
	if (auth == NULL) {
		return NULL;
	}
	*auth = (struct auth){ .loop = loop,
		.pool = pool,
		.metrics = metrics,
		.news = *news,
		.ttl_us = config->auth_ttl_us,
		.miss_ttl_us = config->auth_miss_ttl_us,
		.room = config->auth_cache < 16 ? 16 : config->auth_cache,
		.statement = statement_find("authenticate"),
		.touch = statement_find("touch_key") };
	size_t chains = 16;
	while (chains < auth->room) {
		chains *= 2;
	}
	auth->mask = chains - 1;
	auth->chains = calloc(chains, sizeof(*auth->chains));
	auth->entries = calloc(
		auth->room, sizeof(*auth->entries)); /* pages that are never used cost nothing */
	list_init(&auth->free);
	list_init(&auth->known);
	list_init(&auth->unknown);
	if (auth->statement == NULL || auth->chains == NULL || auth->entries == NULL) {
		auth_free(auth);
		return NULL;
	}
	auth->epoch = news->epoch(news->data);
	return auth;
}

void auth_free(struct auth *auth) {
	if (auth != NULL) {
		free(auth->chains);
		free(auth->entries);
		free(auth);
	}
}

static struct entry **chain_of(struct auth *auth, const uint8_t *digest) {
	uint32_t hash;
	memcpy(&hash, digest, sizeof(hash)); /* a digest is as good as a hash */
	return &auth->chains[hash & auth->mask];
}

static struct entry *look_up(struct auth *auth, const uint8_t *digest) {
	for (struct entry *entry = *chain_of(auth, digest); entry != NULL; entry = entry->chain) {
		if (CRYPTO_memcmp(entry->digest, digest, DIGEST_BYTES) == 0) {
			return entry;
		}
	}
	return NULL;
}

static void clear(struct entry *entry) {
	struct auth *auth = entry->auth;
	struct entry **at = chain_of(auth, entry->digest);

	while (*at != entry) {
		at = &(*at)->chain;
	}
	*at = entry->chain;
	auth->unknown_count -= entry->state == ENTRY_UNKNOWN;
	list_remove(&entry->age);
	entry->state = ENTRY_FREE;
	list_append(&auth->free, &entry->age);
}

static void flush_list(struct list *list) {
	while (!list_empty(list)) {
		clear(LIST_ENTRY(list_first(list), struct entry, age));
	}
}

/* Keys changed somewhere: nothing of what is known may be trusted, not even answers that are on their way. */
static void flush_if_stale(struct auth *auth) {
	uint64_t epoch = auth->news.epoch(auth->news.data);

	if (epoch == auth->epoch) {
		return;
	}
	auth->epoch = epoch;
	flush_list(&auth->known);
	flush_list(&auth->unknown);
	for (size_t i = 0; i < auth->used; i++) {
		auth->entries[i].doomed |= auth->entries[i].state == ENTRY_ASKING;
	}
}

static bool is_fresh(const struct auth *auth, const struct entry *entry, uint64_t now_us) {
	uint64_t ttl_us = entry->state == ENTRY_KNOWN ? auth->ttl_us : auth->miss_ttl_us;

	if (ttl_us > auth->miss_ttl_us && !auth->news.listening(auth->news.data)) {
		ttl_us = auth->miss_ttl_us; /* changes may go unheard */
	}
	return now_us - entry->asked_us < ttl_us &&
	       (entry->expires_s == 0 || entry->expires_s > (int64_t)time(NULL));
}

/* A place in the cache: a free one, one never used, or the oldest of those that have to give way. */
static struct entry *take_entry(struct auth *auth, const uint8_t *digest) {
	struct list *victims = list_empty(&auth->known) || auth->unknown_count > auth->room / 4
				       ? &auth->unknown
				       : &auth->known;

	if (list_empty(&auth->free) && auth->used < auth->room) {
		struct entry *fresh = &auth->entries[auth->used++];
		fresh->auth = auth;
		list_append(&auth->free, &fresh->age);
	} else if (list_empty(&auth->free) && !list_empty(victims)) {
		clear(LIST_ENTRY(list_first(victims), struct entry, age));
	}
	if (list_empty(&auth->free)) {
		return NULL; /* every entry is being asked for */
	}
	struct entry *entry = LIST_ENTRY(list_first(&auth->free), struct entry, age);
	list_remove(&entry->age);
	memcpy(entry->digest, digest, DIGEST_BYTES);
	entry->chain = *chain_of(auth, digest);
	*chain_of(auth, digest) = entry;
	return entry;
}

/* ---- asking ------------------------------------------------------------------------------------------- */

static void copy_cell(char *to, size_t room, const PGresult *result, const char *name) {
	int column = PQfnumber(result, name);

	to[0] = 0;
	if (column >= 0 && !PQgetisnull(result, 0, column)) {
		strncpy(to, PQgetvalue(result, 0, column), room - 1);
		to[room - 1] = 0;
	}
}

static void read_caller(struct entry *entry, const PGresult *result) {
	struct caller *caller = &entry->caller;
	char flag[8], expires[24];

	copy_cell(caller->user_id, sizeof(caller->user_id), result, "caller");
	copy_cell(caller->key_id, sizeof(caller->key_id), result, "key_id");
	copy_cell(caller->scopes_text, sizeof(caller->scopes_text), result, "scopes");
	copy_cell(flag, sizeof(flag), result, "is_admin");
	copy_cell(expires, sizeof(expires), result, "expires_at"); /* Unix time */
	caller->is_admin = flag[0] == 't';
	caller->scopes = scopes_read(caller->scopes_text);
	entry->expires_s = strtoll(expires, NULL, 10);
}

/* That the key was used is noted once per lookup, which is once a minute; nobody waits for it. */
struct touch {
	struct query query;
	char key_id[UUID_LEN + 1];
	const char *values[1];
};

static void on_touched(struct query *query, enum store_failure failure, PGresult *result) {
	(void)failure;
	(void)result;
	free(LIST_ENTRY(query, struct touch, query));
}

static void note_use(struct auth *auth, const struct caller *caller) {
	struct touch *touch = auth->touch == NULL ? NULL : calloc(1, sizeof(*touch));

	if (touch != NULL) {
		memcpy(touch->key_id, caller->key_id, sizeof(touch->key_id));
		touch->values[0] = touch->key_id;
		list_init(&touch->query.link);
		touch->query.statement = auth->touch;
		touch->query.values = touch->values;
		touch->query.deadline_us = monotonic_us() + ask_deadline_us;
		touch->query.on_done = on_touched;
		pool_submit(auth->pool, &touch->query);
	}
}

static void tell_waiters(struct entry *entry, enum auth_verdict verdict) {
	struct list waiters;

	/* A waiter may ask again from its callback, so the list is taken first. */
	list_init(&waiters);
	while (!list_empty(&entry->waiters)) {
		struct list *link = list_first(&entry->waiters);
		list_remove(link);
		list_append(&waiters, link);
	}
	struct caller caller = entry->caller;
	while (!list_empty(&waiters)) {
		struct auth_waiter *waiter =
			LIST_ENTRY(list_first(&waiters), struct auth_waiter, link);
		list_remove(&waiter->link);
		waiter->caller = caller;
		waiter->on_known(waiter, verdict);
	}
}

static void on_answer(struct query *query, enum store_failure failure, PGresult *result) {
	struct entry *entry = LIST_ENTRY(query, struct entry, query);
	struct auth *auth = entry->auth;
	bool known = failure == STORE_OK && PQntuples(result) > 0;
	bool keep = failure == STORE_OK && !entry->doomed;

	memset(&entry->caller, 0, sizeof(entry->caller));
	entry->expires_s = 0;
	if (known) {
		read_caller(entry, result);
		memcpy(entry->caller.prefix, entry->prefix, sizeof(entry->prefix));
		note_use(auth, &entry->caller);
	} else if (failure == STORE_ERROR) {
		LOG_EVENT(LOG_LEVEL_ERROR, "keys cannot be read",
			LOG_TEXT("sqlstate", PQresultErrorField(result, PG_DIAG_SQLSTATE)));
	}
	entry->state = known ? ENTRY_KNOWN : ENTRY_UNKNOWN;
	auth->unknown_count += !known;
	list_append(known ? &auth->known : &auth->unknown, &entry->age);
	tell_waiters(entry, failure != STORE_OK ? AUTH_BUSY : known ? AUTH_KNOWN : AUTH_UNKNOWN);
	if (!keep && entry->state != ENTRY_FREE && entry->state != ENTRY_ASKING) {
		clear(entry);
	}
}

static void ask(struct auth *auth, struct entry *entry) {
	entry->state = ENTRY_ASKING;
	entry->doomed = false;
	entry->asked_us = monotonic_us();
	list_init(&entry->waiters);
	hex_write(entry->digest, DIGEST_BYTES, entry->hex);
	entry->values[0] = entry->hex;
	memset(&entry->query, 0, sizeof(entry->query));
	list_init(&entry->query.link);
	entry->query.statement = auth->statement;
	entry->query.values = entry->values;
	entry->query.deadline_us = entry->asked_us + ask_deadline_us;
	entry->query.on_done = on_answer;
	pool_submit(auth->pool, &entry->query);
}

enum auth_verdict auth_find(
	struct auth *auth, const char *key, size_t len, struct auth_waiter *waiter) {
	uint8_t digest[DIGEST_BYTES];

	digest_of(key, len, digest);
	flush_if_stale(auth);
	struct entry *entry = look_up(auth, digest);
	if (entry != NULL && entry->state != ENTRY_ASKING &&
		!is_fresh(auth, entry, monotonic_us())) {
		clear(entry);
		entry = NULL;
	}
	if (entry != NULL && entry->state != ENTRY_ASKING) {
		metric_add(&auth->metrics->numbers[NUMBER_AUTH_CACHE_HITS], 1);
		waiter->caller = entry->caller;
		return entry->state == ENTRY_KNOWN ? AUTH_KNOWN : AUTH_UNKNOWN;
	}
	metric_add(&auth->metrics->numbers[NUMBER_AUTH_CACHE_MISSES], 1);
	if (entry == NULL) {
		entry = take_entry(auth, digest);
		if (entry == NULL) {
			return AUTH_BUSY;
		}
		memcpy(entry->prefix, key + 4, API_KEY_PREFIX_LEN);
		ask(auth, entry);
	}
	list_append(&entry->waiters, &waiter->link);
	return AUTH_WAITING;
}

void auth_forget(struct auth_waiter *waiter) {
	list_remove(&waiter->link);
}

bool auth_is_cached(struct auth *auth, const char *key, size_t len) {
	uint8_t digest[DIGEST_BYTES];

	digest_of(key, len, digest);
	struct entry *entry = look_up(auth, digest);
	return entry != NULL && entry->state == ENTRY_KNOWN;
}

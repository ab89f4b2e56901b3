/* fake.c: see fake.h. It goes the way that a program's own transport goes (api/transport.h), so that every test over it
 * is one of that too. Exchanges lie in a fixed list, so that the fake itself needs memory once. */
#include "fake.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define ROOM 512

struct fake {
	libapi_client *client;
	const struct fake_answer *answers;
	size_t answer_count, at;
	pthread_mutex_t lock; /* of what follows */
	libapi_exchange *waiting[ROOM];
	size_t count;
	struct fake *next;
};

static const struct fake_answer *script;
static size_t script_count;
static struct fake *fakes; /* of clients that live; made and released by the test's main thread */

void fake_script(const struct fake_answer *answers, size_t count) {
	script = answers;
	script_count = count;
}

static void add_header(libapi_exchange *exchange, const char *name, const char *value) {
	if (value != NULL) {
		(void)libapi_exchange_add_header(exchange, name, value);
	}
}

static void end_as(libapi_exchange *exchange, const struct fake_answer *answer) {
	if (answer->end != ATTEMPT_ANSWERED) {
		libapi_exchange_fail(exchange, LIBAPI_E_LOST, NULL);
		return;
	}
	add_header(exchange, "Content-Type", answer->type);
	add_header(exchange, "ETag", "\"7\"");
	add_header(exchange, "X-Request-Id", "0193-fake");
	if (answer->body != NULL) {
		(void)libapi_exchange_add_body(exchange, answer->body, strlen(answer->body));
	}
	libapi_exchange_answer(exchange, answer->status);
}

static libapi_exchange *take_at(struct fake *fake, size_t index) {
	libapi_exchange *exchange = fake->waiting[index];

	fake->count--;
	memmove(&fake->waiting[index], &fake->waiting[index + 1],
		(fake->count - index) * sizeof(fake->waiting[0]));
	return exchange;
}

static void on_start(libapi_exchange *exchange, void *user) {
	struct fake *fake = user;

	if (fake->answer_count > 0) {
		const struct fake_answer *answer = NULL;

		pthread_mutex_lock(&fake->lock);
		answer = &fake->answers[fake->at];
		fake->at += fake->at + 1 < fake->answer_count;
		pthread_mutex_unlock(&fake->lock);
		end_as(exchange, answer);
		return;
	}
	pthread_mutex_lock(&fake->lock);
	if (fake->count == ROOM) {
		abort();
	}
	fake->waiting[fake->count++] = exchange;
	pthread_mutex_unlock(&fake->lock);
}

static void on_cancel(libapi_exchange *exchange, void *user) {
	struct fake *fake = user;
	libapi_exchange *mine = NULL;

	pthread_mutex_lock(&fake->lock);
	for (size_t i = 0; i < fake->count && mine == NULL; i++) {
		mine = fake->waiting[i] == exchange ? take_at(fake, i) : NULL;
	}
	pthread_mutex_unlock(&fake->lock);
	libapi_exchange_fail(mine, LIBAPI_E_LOST, "nobody waits"); /* NULL: fake_end() was faster */
}

static void release(void *user) {
	struct fake *fake = user, **at = &fakes;

	if (fake->count != 0) {
		abort(); /* a client that ends has no attempts left */
	}
	while (*at != NULL && *at != fake) {
		at = &(*at)->next;
	}
	if (*at == fake) {
		*at = fake->next;
	}
	pthread_mutex_destroy(&fake->lock);
	free(fake);
}

static int32_t set_fake(libapi_config *config, struct fake **out) {
	struct fake *fake = calloc(1, sizeof(*fake));

	if (fake == NULL) {
		return LIBAPI_E_MEMORY;
	}
	fake->answers = script;
	fake->answer_count = script_count;
	pthread_mutex_init(&fake->lock, NULL);
	*out = fake;
	return libapi_config_set_transport(config, on_start, on_cancel, NULL, -1, fake, release);
}

libapi_client *fake_client(int32_t attempts, int32_t *code) {
	libapi_config *config = NULL;
	libapi_client *client = NULL;
	struct fake *fake = NULL;

	*code = libapi_config_new(&config);
	if (*code == LIBAPI_OK) {
		*code = libapi_config_set_url(config, "http://127.0.0.1:9");
	}
	if (*code == LIBAPI_OK) {
		*code = libapi_config_set_key(config, "cal_abcdefgh_0123456789");
	}
	if (*code == LIBAPI_OK) {
		*code = libapi_config_set_max_attempts(config, attempts);
	}
	if (*code == LIBAPI_OK) {
		*code = set_fake(config, &fake);
	}
	if (*code == LIBAPI_OK) {
		*code = libapi_client_new(config, &client, NULL);
	}
	if (client != NULL) {
		fake->client = client;
		fake->next = fakes;
		fakes = fake;
	}
	libapi_config_free(config);
	return client;
}

static struct fake *fake_of(const libapi_client *client) {
	struct fake *fake = fakes;

	while (fake != NULL && fake->client != client) {
		fake = fake->next;
	}
	if (fake == NULL) {
		abort(); /* no client of fake_client()'s */
	}
	return fake;
}

size_t fake_count(libapi_client *client) {
	struct fake *fake = fake_of(client);
	size_t count = 0;

	pthread_mutex_lock(&fake->lock);
	count = fake->count;
	pthread_mutex_unlock(&fake->lock);
	return count;
}

bool fake_end(libapi_client *client, size_t index, const struct fake_answer *answer) {
	struct fake *fake = fake_of(client);
	libapi_exchange *exchange = NULL;

	pthread_mutex_lock(&fake->lock);
	if (fake->count > 0) {
		exchange = take_at(fake, index % fake->count);
	}
	pthread_mutex_unlock(&fake->lock);
	if (exchange != NULL) {
		end_as(exchange, answer);
	}
	return exchange != NULL;
}

/* fake.c: see fake.h. Exchanges lie in a fixed list, so that the fake itself needs memory once. */
#include "fake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM 512

struct fake {
	struct transport transport; /* first */
	const struct fake_answer *answers;
	size_t answer_count, at;
	struct exchange *waiting[ROOM];
	size_t count;
};

static const struct fake_answer *script;
static size_t script_count;

void fake_script(const struct fake_answer *answers, size_t count) {
	script = answers;
	script_count = count;
}

static int32_t submit(struct transport *base, struct exchange *exchange) {
	struct fake *fake = (struct fake *)base;

	if (fake->count == ROOM) {
		return LIBAPI_E_MEMORY;
	}
	libapi__response_clear(&exchange->response);
	exchange->slot = fake;
	fake->waiting[fake->count++] = exchange;
	base->due_ms = fake->answer_count > 0 ? 0 : POLLER_NEVER;
	return LIBAPI_OK;
}

static void forget(struct fake *fake, size_t index) {
	fake->waiting[index]->slot = NULL;
	fake->count--;
	memmove(&fake->waiting[index], &fake->waiting[index + 1],
		(fake->count - index) * sizeof(fake->waiting[0]));
}

static void cancel(struct transport *base, struct exchange *exchange) {
	struct fake *fake = (struct fake *)base;

	for (size_t i = 0; i < fake->count; i++) {
		if (fake->waiting[i] == exchange) {
			forget(fake, i);
			return;
		}
	}
	abort(); /* cancelled, though not under way */
}

static void put_line(struct response *response, const char *name, const char *value) {
	char line[256];

	if (value != NULL) {
		(void)snprintf(line, sizeof(line), "%s: %s\r\n", name, value);
		response->headers.failed |=
			!libapi__response_add_line(response, line, strlen(line));
	}
}

static void end_at(struct fake *fake, size_t index, const struct fake_answer *answer) {
	struct exchange *exchange = fake->waiting[index];
	struct response *response = &exchange->response;

	forget(fake, index);
	exchange->end = answer->end;
	exchange->curl_code = 0;
	exchange->reason[0] = '\0';
	exchange->code = answer->end == ATTEMPT_ANSWERED ? LIBAPI_OK : LIBAPI_E_LOST;
	if (answer->end == ATTEMPT_ANSWERED) {
		response->status = answer->status;
		put_line(response, "Content-Type", answer->type);
		put_line(response, "ETag", "\"7\"");
		put_line(response, "X-Request-Id", "0193-fake");
		wire_put_str(&response->body, answer->body != NULL ? answer->body : "");
	}
	if (response->headers.failed || response->body.failed) { /* as the real one does */
		exchange->end = ATTEMPT_FINAL;
		exchange->code = LIBAPI_E_MEMORY;
	}
	exchange->on_end(exchange);
}

static void on_time(struct transport *base) {
	struct fake *fake = (struct fake *)base;

	base->due_ms = POLLER_NEVER;
	while (fake->answer_count > 0 && fake->count > 0) {
		const struct fake_answer *answer = &fake->answers[fake->at];

		fake->at += fake->at + 1 < fake->answer_count;
		end_at(fake, 0, answer);
	}
}

static void on_ready(struct transport *base, int fd, uint32_t events) {
	(void)base;
	(void)fd;
	(void)events;
}

static void free_fake(struct transport *base) {
	if (((struct fake *)base)->count != 0) {
		abort(); /* a client that ends has no attempts left */
	}
	free(base);
}

static const struct transport_kind fake_kind = { submit, cancel, on_ready, on_time, free_fake };

static struct transport *make(const libapi_config *config, const struct base_url *base,
	struct poller *poller, int32_t *code) {
	struct fake *fake = calloc(1, sizeof(*fake));

	(void)config;
	(void)base;
	(void)poller;
	*code = fake != NULL ? LIBAPI_OK : LIBAPI_E_MEMORY;
	if (fake == NULL) {
		return NULL;
	}
	fake->transport = (struct transport){ &fake_kind, POLLER_NEVER };
	fake->answers = script;
	fake->answer_count = script_count;
	return &fake->transport;
}

libapi_client *fake_client(int32_t attempts, int32_t *code) {
	libapi_config *config = NULL;
	libapi_client *client = NULL;

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
		*code = libapi__client_new(config, make, &client, NULL);
	}
	libapi_config_free(config);
	return client;
}

size_t fake_count(libapi_client *client) {
	size_t count = 0;

	libapi__client_lock(client);
	count = ((struct fake *)client->transport)->count;
	libapi__client_unlock(client);
	return count;
}

bool fake_end(libapi_client *client, size_t index, const struct fake_answer *answer) {
	struct fake *fake = NULL;
	bool found = false;

	libapi__client_lock(client);
	fake = (struct fake *)client->transport;
	found = fake->count > 0;
	if (found) {
		end_at(fake, index % fake->count, answer);
	}
	libapi__client_unlock(client);
	return found;
}

/* client.c: making, holding and letting go of a client.
 *
 * Two counts: the user's, whose end cancels what runs; and one of everybody inside, whose end frees. So a client may
 * be released while calls are still in the user's hands, and nothing ever waits. */
#include "libapi/client.h"

#include "libapi/call.h"
#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <sys/random.h>
#include <unistd.h>

int32_t libapi__client_check(const libapi_client *client, libapi_error **error) {
	if (client == NULL) {
		return libapi__fail(error, LIBAPI_E_INVALID, "client is NULL");
	}
	if (client->pid != getpid()) {
		return libapi__fail(error, LIBAPI_E_FORKED,
			"this client belongs to the parent process; make one after fork()");
	}
	return LIBAPI_OK;
}

void libapi__client_lock(libapi_client *client) {
	pthread_mutex_lock(&client->lock);
}

void libapi__client_unlock(libapi_client *client) {
	struct wire_buffer lines = client->log_lines;
	struct libapi_observation *seen = client->seen.first;
	bool errands = client->transport != NULL && client->transport->has_errands;

	client->log_lines = WIRE_BUFFER_EMPTY;
	client->seen.first = NULL;
	pthread_mutex_unlock(&client->lock);
	if (lines.bytes != NULL) {
		libapi__log_deliver(client->config->log, &lines);
	}
	if (seen != NULL) {
		libapi__observe_tell(client->config->observer, seen);
	}
	if (errands) {
		client->transport->kind->run_errands(client->transport);
	}
}

bool libapi__client_has_news(const libapi_client *client) {
	return client->log_lines.len > 0 || client->seen.first != NULL ||
	       client->transport->has_errands;
}

static void free_client(libapi_client *client) {
	if (client->transport != NULL) {
		client->transport->kind->free(client->transport);
	}
	libapi__poller_finish(&client->poller);
	wire_buffer_finish(&client->log_lines);
	libapi__base_url_finish(&client->base);
	libapi_config_free(client->config);
	pthread_mutex_destroy(&client->lock);
	wire_free(client);
}

void libapi__client_hold(libapi_client *client) {
	__atomic_add_fetch(&client->holds, 1, __ATOMIC_RELAXED);
}

void libapi__client_release(libapi_client *client) {
	if (__atomic_sub_fetch(&client->holds, 1, __ATOMIC_ACQ_REL) == 0) {
		free_client(client);
	}
}

/* A key over plain HTTP is readable on the way; a proxy would see it even when the server is on this machine. */
static bool key_is_exposed(const libapi_client *client) {
	const libapi_config *config = client->config;

	return config->key != NULL && !client->base.is_tls && !config->allow_insecure &&
	       (!client->base.is_loopback || config->proxy != NULL);
}

static int32_t make_transport(libapi_client *client, libapi_error **error) {
	bool is_programs = client->config->transport != NULL;
	transport_maker make = is_programs ? libapi__transport_program : libapi__transport_curl;
	int32_t code = LIBAPI_OK;

	client->transport = make(client->config, &client->base, &client->poller, &code);
	if (client->transport == NULL) {
		return libapi__fail(error, code, "%s",
			code == LIBAPI_E_INVALID ? "the transport's descriptor cannot be watched"
			: is_programs            ? "no memory"
						 : "libcurl could not be set up");
	}
	client->transport->client = client;
	return LIBAPI_OK;
}

static int32_t fill_client(libapi_client *client, libapi_error **error) {
	int32_t code = libapi__base_url_read(client->config->url, &client->base, error);

	if (code != LIBAPI_OK) {
		return code;
	}
	if (key_is_exposed(client)) {
		return libapi__fail(error, LIBAPI_E_INSECURE,
			"the API key would travel unencrypted to %s; use https://, or in a program "
			"for closed test networks libapi_config_set_allow_insecure_http()",
			client->base.text);
	}
	if (!libapi__poller_init(&client->poller)) {
		return libapi__fail(error, LIBAPI_E_SYSTEM, "no descriptors left for a client");
	}
	return make_transport(client, error);
}

static libapi_client *make_client(const libapi_config *config) {
	libapi_client *client = wire_calloc(1, sizeof(*client));

	if (client == NULL) {
		return NULL;
	}
	client->refs = 1;
	client->holds = 1;
	client->pid = getpid();
	client->poller = (struct poller){ -1, -1, -1, -1, -1, POLLER_NEVER };
	list_init(&client->calls);
	list_init(&client->backoff);
	list_init(&client->done);
	list_init(&client->followers);
	client->bucket.tokens = RETRY_BUCKET_FULL;
	if (getrandom(&client->dice, sizeof(client->dice), GRND_NONBLOCK) < 0 ||
		client->dice == 0) {
		client->dice = (uint64_t)libapi__now_ms() | 1; /* jitter only: need not be secret */
	}
	pthread_mutex_init(&client->lock, NULL);
	client->config = libapi__config_copy(config);
	if (client->config == NULL) {
		pthread_mutex_destroy(&client->lock);
		wire_free(client);
		return NULL;
	}
	return client;
}

int32_t libapi_client_new(const libapi_config *config, libapi_client **out, libapi_error **error) {
	libapi_client *client = NULL;
	int32_t code = LIBAPI_OK;

	if (error != NULL) {
		*error = NULL;
	}
	if (out != NULL) {
		*out = NULL;
	}
	if (config == NULL || out == NULL) {
		return libapi__fail(
			error, LIBAPI_E_INVALID, "%s is NULL", config == NULL ? "config" : "out");
	}
	client = make_client(config);
	if (client == NULL) {
		return libapi__fail(error, LIBAPI_E_MEMORY, "no memory");
	}
	code = fill_client(client, error);
	if (code != LIBAPI_OK) {
		free_client(client);
		return code;
	}
	*out = client; /* the caller's from here */
	return LIBAPI_OK;
}

int32_t libapi_client_open(const char *profile, libapi_client **out, libapi_error **error) {
	libapi_config *config = NULL;
	int32_t code = libapi_config_new(&config);

	if (error != NULL) {
		*error = NULL;
	}
	if (out != NULL) {
		*out = NULL;
	}
	if (code != LIBAPI_OK) {
		return libapi__fail(error, code, "no memory");
	}
	code = libapi_config_load(config, profile, error);
	if (code == LIBAPI_OK) {
		code = libapi_client_new(config, out, error);
	}
	libapi_config_free(config);
	return code;
}

libapi_client *libapi_client_ref(libapi_client *client) {
	if (client != NULL) {
		__atomic_add_fetch(&client->refs, 1, __ATOMIC_RELAXED);
	}
	return client;
}

void libapi_client_unref(libapi_client *client) {
	if (client == NULL || client->pid != getpid()) {
		return;
	}
	if (__atomic_sub_fetch(&client->refs, 1, __ATOMIC_ACQ_REL) > 0) {
		return;
	}
	libapi__client_lock(client);
	client->closed = true;
	libapi__call_cancel_all(client);
	libapi__client_unlock(client);
	libapi__client_release(client);
}

/* balancer.c: eight threads on one client of two connections, through a balancer that is reloaded under them. Run by
 * balancer.py, which is told of each tenth that is done; the calls go on until every reload was noticed. What came back
 * says by which process of the balancer's and over which HTTP; how many connections were open at once the program reads
 * from its own descriptors. */
#include "tests/system/sdk.h"

#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#define THREADS 8
#define CONNECTIONS 2
#define WORKERS_MAX 64
#define DESCRIPTORS 256
#define CALLS_MOST 50 /* times those asked for, however slowly the balancer is reloaded */

static long calls_each, reloads, port;
static char calendar[40], event[40];
static libapi_client *client;
static atomic_long done, good, repeated, not_http2;
static atomic_int open_most;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char workers[WORKERS_MAX][16];
static int worker_count;

/* ---- what is seen ------------------------------------------------------------------------------------------- */

static void note_worker(const char *name) {
	int at = 0;

	pthread_mutex_lock(&lock);
	while (at < worker_count && strcmp(workers[at], name) != 0) {
		at++;
	}
	if (at == worker_count && worker_count < WORKERS_MAX) {
		snprintf(workers[worker_count++], sizeof(workers[0]), "%s", name);
	}
	pthread_mutex_unlock(&lock);
}

/* Each reload took place, and its process answered. */
static bool all_noticed(void) {
	pthread_mutex_lock(&lock);
	bool noticed = worker_count >= reloads + 1;
	pthread_mutex_unlock(&lock);
	return noticed;
}

static void on_seen(const libapi_observation *seen, void *user) {
	static const char worker[] = "x-worker: ", http[] = "x-http: ";
	const char *line = NULL;

	(void)user;
	atomic_fetch_add(&repeated,
		!libapi_observation_is_end(seen) && libapi_observation_attempt(seen) > 1);
	if (!libapi_observation_is_end(seen) || libapi_observation_status(seen) == 0) {
		return;
	}
	for (size_t i = 0; (line = libapi_observation_header_at(seen, i)) != NULL; i++) {
		if (strncmp(line, worker, sizeof(worker) - 1) == 0) {
			note_worker(line + sizeof(worker) - 1);
		} else if (strncmp(line, http, sizeof(http) - 1) == 0) {
			atomic_fetch_add(&not_http2, strcmp(line + sizeof(http) - 1, "2") != 0);
		}
	}
}

/* Descriptors of this program that are connected to the balancer. */
static int count_connections(void) {
	int count = 0;

	for (int fd = 3; fd < DESCRIPTORS; fd++) {
		struct sockaddr_in peer = { 0 };
		socklen_t size = sizeof(peer);
		if (getpeername(fd, (struct sockaddr *)&peer, &size) == 0 &&
			peer.sin_family == AF_INET && ntohs(peer.sin_port) == port) {
			count++;
		}
	}
	return count;
}

static void note_connections(void) {
	int now = count_connections(), most = atomic_load(&open_most);

	while (now > most && !atomic_compare_exchange_weak(&open_most, &most, now)) {
	}
}

/* ---- what is done ------------------------------------------------------------------------------------------- */

static bool call(void) {
	LIBAPI_AUTO(event) *got = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int32_t code = libapi_event_get(client, calendar, event, NULL, NULL, &got, &error);

	if (code != LIBAPI_OK) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
	}
	return code == LIBAPI_OK && strcmp(libapi_event_id(got), event) == 0;
}

static void *work(void *user) {
	long tenth = calls_each * THREADS / 10;

	for (long i = 0; i < calls_each || (!all_noticed() && i < calls_each * CALLS_MOST); i++) {
		long now = 0;

		atomic_fetch_add(&good, call());
		now = atomic_fetch_add(&done, 1) + 1;
		if (now % 16 == 0) {
			note_connections();
		}
		if (now % tenth == 0 && now <= 10 * tenth) {
			printf("%ld\n", now / tenth);
			fflush(stdout);
		}
	}
	return user;
}

static libapi_client *client_of_balancer(void) {
	LIBAPI_AUTO(config) *config = NULL;
	libapi_client *made = NULL;
	char url[64];

	snprintf(url, sizeof url, "https://localhost:%ld", port);
	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, url) != LIBAPI_OK ||
		libapi_config_set_key(config, getenv("LIBAPI_KEY")) != LIBAPI_OK ||
		libapi_config_set_ca_file(config, getenv("TLS_CA")) != LIBAPI_OK ||
		libapi_config_set_max_connections(config, CONNECTIONS) != LIBAPI_OK ||
		libapi_config_set_timeout_ms(config, 120000) != LIBAPI_OK ||
		libapi_config_set_connect_timeout_ms(config, 60000) != LIBAPI_OK ||
		libapi_config_set_observer(config, on_seen, NULL, NULL) != LIBAPI_OK ||
		libapi_client_new(config, &made, NULL) != LIBAPI_OK) {
		abort();
	}
	return made;
}

static void no_call_fails_while_the_balancer_is_reloaded(void) {
	pthread_t threads[THREADS];
	calendar_new(admin(), calendar);
	event_new(admin(), calendar, "Behind a balancer", event);
	client = client_of_balancer();
	for (int i = 0; i < THREADS; i++) {
		CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, work, NULL), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
	}
	libapi_client_unref(client);
	fprintf(stderr,
		"%ld of %ld calls answered, %ld sent again, %d connections at most, by %d "
		"processes\n",
		atomic_load(&good), atomic_load(&done), atomic_load(&repeated),
		atomic_load(&open_most), worker_count);
	CU_ASSERT_EQUAL(atomic_load(&good), atomic_load(&done));
	CU_ASSERT_EQUAL(atomic_load(&not_http2), 0);
	CU_ASSERT_TRUE(atomic_load(&open_most) >= 1 && atomic_load(&open_most) <= CONNECTIONS);
	CU_ASSERT_EQUAL(worker_count, reloads + 1);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "no call fails while the balancer is reloaded",
			no_call_fails_while_the_balancer_is_reloaded },
		{ NULL, NULL },
	};

	calls_each = atol(getenv("BALANCER_CALLS")) / THREADS;
	reloads = atol(getenv("BALANCER_RELOADS"));
	port = atol(getenv("TLS_PORT"));
	return run_sentences("balancer", sentences);
}

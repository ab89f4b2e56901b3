/* resolve.c: a lookup belongs to two, its thread and the one who asked; the last one out frees it. */
#include "server/store/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/buffer.h"

struct resolve {
	struct loop_task task; /* first: run_answer finds the lookup by it */
	pthread_mutex_t lock;
	struct loop *loop; /* NULL once cancelled */
	char *hosts, *ports;
	struct wire_buffer host, hostaddr, port; /* the thread's until the task is posted */
	size_t targets;
	const char *error;
	void (*on_done)(void *context, const struct resolved *names, const char *error);
	void *context;
};

static bool is_name(const char *host, size_t len) {
	char text[INET6_ADDRSTRLEN];
	struct in6_addr address;
	if (len == 0 || host[0] == '/' || host[0] == '@') {
		return false;
	}
	if (len >= sizeof(text)) {
		return true;
	}
	memcpy(text, host, len);
	text[len] = '\0';
	return inet_pton(AF_INET, text, &address) != 1 && inet_pton(AF_INET6, text, &address) != 1;
}

bool resolve_needed(const char *hosts) {
	while (hosts != NULL && hosts[0] != '\0') {
		size_t len = strcspn(hosts, ",");
		if (is_name(hosts, len)) {
			return true;
		}
		hosts += len + (hosts[len] == ',');
	}
	return false;
}

static void resolve_free(struct resolve *resolve) {
	pthread_mutex_destroy(&resolve->lock);
	wire_buffer_finish(&resolve->host);
	wire_buffer_finish(&resolve->hostaddr);
	wire_buffer_finish(&resolve->port);
	free(resolve->hosts);
	free(resolve->ports);
	free(resolve);
}

/* ---- in the thread ------------------------------------------------------------------------------------- */

static void add_target(
	struct resolve *resolve, const char *host, const char *address, const char *port) {
	const char *comma = resolve->targets++ > 0 ? "," : "";
	wire_put_format(&resolve->host, "%s%s", comma, host);
	wire_put_format(&resolve->hostaddr, "%s%s", comma, address);
	wire_put_format(&resolve->port, "%s%s", comma, port);
}

static void look_up(struct resolve *resolve, const char *host, const char *port) {
	if (!is_name(host, strlen(host))) {
		add_target(resolve, host, host[0] == '/' || host[0] == '@' ? "" : host, port);
		return;
	}
	struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM },
			*found = NULL;
	int failed = getaddrinfo(host, NULL, &hints, &found);
	if (failed != 0) {
		resolve->error = gai_strerror(failed);
		return;
	}
	for (const struct addrinfo *one = found; one != NULL; one = one->ai_next) {
		char address[INET6_ADDRSTRLEN];
		if (getnameinfo(one->ai_addr, one->ai_addrlen, address, sizeof(address), NULL, 0,
			    NI_NUMERICHOST) == 0) {
			add_target(resolve, host, address, port);
		}
	}
	freeaddrinfo(found);
}

/* libpq's rule: one port for all hosts, or one for each. */
static void look_up_all(struct resolve *resolve) {
	bool one_port = strchr(resolve->ports, ',') == NULL;
	char *hosts = resolve->hosts, *ports = resolve->ports, *host = NULL;
	while ((host = strsep(&hosts, ",")) != NULL) {
		const char *port = one_port ? resolve->ports : strsep(&ports, ",");
		look_up(resolve, host, port != NULL ? port : "");
	}
}

static void *run_lookup(void *context) {
	struct resolve *resolve = context;
	look_up_all(resolve);
	pthread_mutex_lock(&resolve->lock);
	bool wanted = resolve->loop != NULL;
	if (wanted) {
		loop_post(resolve->loop, &resolve->task);
	}
	pthread_mutex_unlock(&resolve->lock);
	if (!wanted) {
		resolve_free(resolve);
	}
	return NULL;
}

/* ---- on the loop --------------------------------------------------------------------------------------- */

static const char *text_of(const struct wire_buffer *buffer) {
	return buffer->bytes != NULL ? buffer->bytes : "";
}

static void run_answer(struct loop_task *task) {
	struct resolve *resolve = (struct resolve *)task;
	pthread_mutex_lock(&resolve->lock); /* the thread may still be letting go of it */
	bool wanted = resolve->loop != NULL;
	pthread_mutex_unlock(&resolve->lock);
	if (wanted) {
		struct resolved names = { text_of(&resolve->host), text_of(&resolve->hostaddr),
			text_of(&resolve->port) };
		bool found = resolve->targets > 0 && !resolve->host.failed &&
			     !resolve->hostaddr.failed && !resolve->port.failed;
		resolve->on_done(resolve->context, found ? &names : NULL,
			resolve->error != NULL ? resolve->error : "no address");
	}
	resolve_free(resolve);
}

struct resolve *resolve_start(struct loop *loop, const char *hosts, const char *ports,
	void (*on_done)(void *context, const struct resolved *names, const char *error),
	void *context) {
	struct resolve *resolve = calloc(1, sizeof(*resolve));
	if (resolve == NULL) {
		return NULL;
	}
	pthread_mutex_init(&resolve->lock, NULL);
	resolve->task.run = run_answer;
	resolve->loop = loop;
	resolve->hosts = strdup(hosts);
	resolve->ports = strdup(ports != NULL && ports[0] != '\0' ? ports : "5432");
	resolve->on_done = on_done;
	resolve->context = context;
	pthread_t thread;
	if (resolve->hosts == NULL || resolve->ports == NULL ||
		pthread_create(&thread, NULL, run_lookup, resolve) != 0) {
		resolve_free(resolve);
		return NULL;
	}
	pthread_detach(thread);
	return resolve;
}

void resolve_cancel(struct resolve *resolve) {
	if (resolve != NULL) {
		pthread_mutex_lock(&resolve->lock);
		resolve->loop = NULL;
		pthread_mutex_unlock(&resolve->lock);
	}
}

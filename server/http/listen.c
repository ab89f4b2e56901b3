/* listen.c: one listening socket a door (plain, TLS), dup'ed into every loop, so that a connection waits for whichever loop is free
 * and not for the one that its hash fell on (SO_REUSEPORT). */
#include <errno.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "server/base/log.h"
#include "server/http/worker.h"

enum {
	ACCEPT_BATCH = 16,
	SEND_TIMEOUT_MS = 30000,
	/* What a connection may have unread, so what one turn can read of it: h2o reads until nothing is left. */
	UNREAD_BYTES = 128 << 10,
};

static int open_one(const struct addrinfo *info) {
	int on = 1, timeout_ms = SEND_TIMEOUT_MS, unread_bytes = UNREAD_BYTES;
	int fd = socket(info->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd < 0) {
		return -1;
	}
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &unread_bytes, sizeof(unread_bytes));
	/* As that, inherited by what is accepted: a peer that vanished while it was sent something is noticed. */
	setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout_ms, sizeof(timeout_ms));
	if (bind(fd, info->ai_addr, info->ai_addrlen) != 0 || listen(fd, H2O_SOMAXCONN) != 0) {
		int saved = errno;
		close(fd);
		errno = saved;
		return -1;
	}
	return fd;
}

static uint16_t port_of(int fd) {
	struct sockaddr_storage name = { 0 };
	socklen_t len = sizeof(name);

	getsockname(fd, (struct sockaddr *)&name, &len);
	return (uint16_t)h2o_socket_getport((struct sockaddr *)&name);
}

int listen_open(const struct config_address *address, uint16_t *port) {
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
		.ai_flags = AI_PASSIVE | AI_NUMERICSERV },
			*found = NULL;
	bool any = strcmp(address->host, "*") == 0;
	char service[8];
	int fd = -1;

	snprintf(service, sizeof(service), "%u", address->port);
	int failed = getaddrinfo(any ? NULL : address->host, service, &hints, &found);
	for (struct addrinfo *info = found; failed == 0 && fd < 0 && info != NULL;
		info = info->ai_next) {
		fd = open_one(info);
	}
	if (fd < 0) {
		LOG_EVENT(LOG_LEVEL_ERROR, "cannot listen", LOG_TEXT("host", address->host),
			LOG_NUMBER("port", address->port),
			LOG_TEXT("reason", failed != 0 ? gai_strerror(failed) : strerror(errno)));
	} else {
		*port = port_of(fd);
	}
	if (found != NULL) {
		freeaddrinfo(found);
	}
	return fd;
}

static uint64_t all_connections(const struct server *server) {
	uint64_t count = 0;
	for (unsigned i = 0; i < server->worker_count; i++) {
		count +=
			atomic_load_explicit(&server->workers[i].connections, memory_order_relaxed);
	}
	return count;
}

static void set_connections(struct worker *worker, uint64_t count) {
	atomic_store_explicit(&worker->connections, count, memory_order_relaxed);
	metric_set(&worker->metrics->numbers[NUMBER_CONNECTIONS], count);
}

bool listen_is_full(const struct server *server) {
	return all_connections(server) >= server->config->max_connections;
}

/* Who waits in the backlog has waited for this. */
static void on_closed(void *data) {
	struct worker *worker = data;
	set_connections(worker, worker->connections - 1);
	listen_resume(worker);
}

static void pause_door(struct door *door) {
	door->paused = true;
	h2o_socket_read_stop(door->listener);
}

static bool accept_one(struct door *door) {
	struct worker *worker = door->worker;
	errno = 0;
	h2o_socket_t *socket = h2o_evloop_socket_accept(door->listener);

	if (socket == NULL) {
		if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
			pause_door(
				door); /* level-triggered: it would spin until a descriptor is free */
		}
		return false;
	}
	set_connections(worker, worker->connections + 1);
	metric_add(&worker->metrics->numbers[NUMBER_CONNECTIONS_ACCEPTED], 1);
	socket->on_close.cb = on_closed;
	socket->on_close.data = worker;
	if (door->accept.ssl_ctx != NULL) {
		door->accept.ssl_ctx = tls_context(worker->server->tls);
	}
	h2o_accept(&door->accept, socket);
	return true;
}

static void on_readable(h2o_socket_t *listener, const char *error) {
	struct door *door = listener->data;
	struct worker *worker = door->worker;

	if (error != NULL) {
		return;
	}
	for (int i = 0; i < ACCEPT_BATCH; i++) {
		if (listen_is_full(worker->server)) {
			metric_add(&worker->metrics->numbers[NUMBER_CONNECTIONS_REFUSED], 1);
			pause_door(door);
			return;
		}
		if (!accept_one(door)) {
			return;
		}
	}
}

bool listen_attach(struct worker *worker, enum door_kind kind, int fd) {
	struct door *door = &worker->doors[kind];
	int own = dup(fd);

	if (own < 0) {
		return false;
	}
	door->worker = worker;
	door->accept = (h2o_accept_ctx_t){ .ctx = &worker->context,
		.hosts = worker->server->global.hosts,
		.ssl_ctx = kind == DOOR_TLS ? tls_context(worker->server->tls) : NULL };
	door->listener = h2o_evloop_socket_create(worker->evloop, own, H2O_SOCKET_FLAG_DONT_READ);
	door->listener->data = door;
	h2o_socket_read_start(door->listener, on_readable);
	return true;
}

void listen_resume(struct worker *worker) {
	for (struct door *door = worker->doors; door < worker->doors + DOOR_COUNT; door++) {
		if (door->paused && door->listener != NULL && !listen_is_full(worker->server)) {
			door->paused = false;
			h2o_socket_read_start(door->listener, on_readable);
		}
	}
}

void listen_close(struct worker *worker) {
	for (struct door *door = worker->doors; door < worker->doors + DOOR_COUNT; door++) {
		if (door->listener == NULL) {
			continue;
		}
		/* Who connected before the end is served: closing a listener resets what nobody accepted. */
		while (accept_one(door)) {
		}
		h2o_socket_close(door->listener);
		door->listener = NULL;
	}
}

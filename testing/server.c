/* server.c: the thread behind a libapi_test_server: it listens, hands requests to the script, and keeps what came.
 *
 * The thread owns the connections; script and record are shared with whoever asks for the report, under a lock. */
#include "api/error.h"
#include "api/testing.h"
#include "testing/http.h"
#include "testing/match.h"
#include "testing/peer.h"
#include "testing/script.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PEERS_MAX = 1024 };

struct libapi_test_server {
	struct script script;
	struct json_object *requests; /* what came, in order */
	char *fault;
	int64_t connections;
	pthread_mutex_t lock; /* over all of the above */
	int listener, stop;
	pthread_t thread;
	struct link peers;
	size_t peer_count;
	char url[64];
};

static int64_t now_ms(void) {
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- requests ------------------------------------------------------------------------------------------- */

static struct json_object *headers_before(const struct libapi_test_server *server) {
	const size_t count = json_object_array_length(server->requests);
	struct json_object *last =
		count > 0 ? json_object_array_get_idx(server->requests, count - 1) : NULL;

	return last != NULL ? json_object_object_get(last, "headers") : NULL;
}

static void record(
	struct libapi_test_server *server, struct http_request *request, const char *fault) {
	struct json_object *entry = json_object_new_object();
	const char *body = request->body.len > 0 ? request->body.bytes : NULL;

	json_object_object_add(entry, "method", json_object_new_string(request->method));
	json_object_object_add(entry, "path", json_object_new_string(request->path));
	json_object_object_add(entry, "headers", json_object_get(request->headers));
	json_object_object_add(entry, "body", body != NULL ? json_object_new_string(body) : NULL);
	json_object_object_add(
		entry, "fault", fault != NULL ? json_object_new_string(fault) : NULL);
	json_object_array_add(server->requests, entry);
}

/* "request 2: …", kept if it is the first one. */
static void keep_fault(struct libapi_test_server *server, const char *fault) {
	const size_t number = json_object_array_length(server->requests) + 1;

	if (server->fault == NULL &&
		asprintf(&server->fault, "request %zu: %s", number, fault) < 0) {
		server->fault = NULL;
	}
}

static void answer_request(
	struct libapi_test_server *server, struct peer *peer, struct http_request *request) {
	struct answer *answer = NULL;
	char *fault = NULL;

	pthread_mutex_lock(&server->lock);
	answer = script_next(&server->script, request->method, request->path);
	if (answer != NULL) {
		fault = match(answer, request, headers_before(server));
	} else if (asprintf(&fault, "%s %s is not expected", request->method, request->path) < 0) {
		fault = NULL;
	}
	if (fault != NULL) {
		keep_fault(server, fault);
	}
	record(server, request, fault);
	pthread_mutex_unlock(&server->lock);
	peer_answer(peer, answer, answer == NULL && fault == NULL ? "no memory" : fault, now_ms());
	free(fault);
}

/* ---- connections ---------------------------------------------------------------------------------------- */

static bool serve(struct libapi_test_server *server, struct peer *peer, short events) {
	if ((events & (POLLIN | POLLHUP | POLLERR)) != 0 && !peer_read(peer)) {
		return false;
	}
	/* A second request may have come with the first one: no event will tell of it. */
	do {
		struct http_request request;
		int got = peer->answering ? 0 : http_take(&peer->in, &request);

		if (got == 1) {
			answer_request(server, peer, &request);
			http_request_finish(&request);
		} else if (got < 0 || !peer->answering) {
			return got == 0;
		}
		if (!peer_write(peer, now_ms())) {
			return false;
		}
	} while (!peer->answering);
	return true;
}

static void accept_one(struct libapi_test_server *server) {
	int fd = accept4(server->listener, NULL, NULL, SOCK_CLOEXEC);
	struct peer *peer = fd >= 0 ? peer_new(fd) : NULL;

	if (peer == NULL) {
		return;
	}
	list_append(&server->peers, &peer->link);
	server->peer_count++;
	pthread_mutex_lock(&server->lock);
	server->connections++;
	pthread_mutex_unlock(&server->lock);
}

static void drop(struct libapi_test_server *server, struct peer *peer) {
	peer_free(peer);
	server->peer_count--;
}

/* Fill in what to wait for; returns the time to wait at most. */
static int prepare(struct libapi_test_server *server, struct pollfd *fds) {
	int64_t wait_ms = -1, now = now_ms();
	size_t count = 2;

	fds[0] = (struct pollfd){ .fd = server->stop, .events = POLLIN };
	fds[1] = (struct pollfd){ .fd = server->peer_count < PEERS_MAX ? server->listener : -1,
		.events = POLLIN };
	for (struct link *at = server->peers.next; at != &server->peers; at = at->next) {
		struct peer *peer = LINK_OWNER(at, struct peer, link);
		const int64_t own_ms = peer_wait_ms(peer, now);

		fds[count++] = (struct pollfd){ .fd = peer->fd, .events = peer_events(peer, now) };
		if (own_ms >= 0 && (wait_ms < 0 || own_ms < wait_ms)) {
			wait_ms = own_ms;
		}
	}
	return (int)wait_ms;
}

static void serve_all(struct libapi_test_server *server, const struct pollfd *fds) {
	struct link *next = NULL;
	size_t i = 2;

	for (struct link *at = server->peers.next; at != &server->peers; at = next) {
		struct peer *peer = LINK_OWNER(at, struct peer, link);

		next = at->next;
		if (!serve(server, peer, fds[i++].revents)) {
			drop(server, peer);
		}
	}
}

static void *run(void *data) {
	struct libapi_test_server *server = data;
	struct pollfd fds[PEERS_MAX + 2];

	for (;;) {
		int wait_ms = prepare(server, fds);

		if (poll(fds, server->peer_count + 2, wait_ms) < 0 && errno != EINTR) {
			break;
		}
		if (fds[0].revents != 0) {
			break;
		}
		serve_all(server, fds);
		if (fds[1].revents != 0) {
			accept_one(server);
		}
	}
	while (!list_is_empty(&server->peers)) {
		drop(server, LINK_OWNER(server->peers.next, struct peer, link));
	}
	return NULL;
}

/* ---- the public side ------------------------------------------------------------------------------------ */

static bool listen_on_loopback(struct libapi_test_server *server) {
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);

	server->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	server->stop = eventfd(0, EFD_CLOEXEC);
	if (server->listener < 0 || server->stop < 0 ||
		bind(server->listener, (struct sockaddr *)&address, len) < 0 ||
		listen(server->listener, 128) < 0 ||
		getsockname(server->listener, (struct sockaddr *)&address, &len) < 0) {
		return false;
	}
	(void)snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%d",
		(int)ntohs(address.sin_port));
	return true;
}

static void release(struct libapi_test_server *server) {
	if (server->listener >= 0) {
		close(server->listener);
	}
	if (server->stop >= 0) {
		close(server->stop);
	}
	script_finish(&server->script);
	json_object_put(server->requests);
	pthread_mutex_destroy(&server->lock);
	free(server->fault);
	free(server);
}

static void explain(char **why, char *text) {
	if (why != NULL) {
		*why = text;
	} else {
		free(text);
	}
}

int32_t libapi_test_server_new(const char *script, libapi_test_server **out, char **why) {
	struct libapi_test_server *server = NULL;
	char *fault = NULL;

	explain(why, NULL);
	if (out == NULL || script == NULL) {
		return LIBAPI_E_INVALID;
	}
	*out = NULL;
	server = calloc(1, sizeof(*server));
	if (server == NULL) {
		return LIBAPI_E_MEMORY;
	}
	server->listener = server->stop = -1;
	server->requests = json_object_new_array();
	list_init(&server->peers);
	(void)pthread_mutex_init(&server->lock, NULL);
	fault = script_read(&server->script, script);
	if (fault != NULL) {
		explain(why, fault);
		release(server);
		return LIBAPI_E_INVALID;
	}
	if (!listen_on_loopback(server) ||
		pthread_create(&server->thread, NULL, run, server) != 0) {
		explain(why, strdup(strerror(errno)));
		release(server);
		return LIBAPI_E_SYSTEM;
	}
	*out = server;
	return LIBAPI_OK;
}

void libapi_test_server_free(libapi_test_server *server) {
	if (server != NULL) {
		(void)eventfd_write(server->stop, 1);
		(void)pthread_join(server->thread, NULL);
		release(server);
	}
}

const char *libapi_test_server_url(const libapi_test_server *server) {
	return server != NULL ? server->url : NULL;
}

char *libapi_test_server_fault(libapi_test_server *server) {
	char *text = NULL;

	if (server != NULL) {
		pthread_mutex_lock(&server->lock);
		text = server->fault != NULL ? strdup(server->fault) : NULL;
		pthread_mutex_unlock(&server->lock);
	}
	return text;
}

char *libapi_test_server_report(libapi_test_server *server) {
	struct json_object *report = server != NULL ? json_object_new_object() : NULL;
	char *text = NULL;

	if (report == NULL) {
		return NULL;
	}
	pthread_mutex_lock(&server->lock);
	json_object_object_add(report, "requests", json_object_get(server->requests));
	json_object_object_add(report, "connections", json_object_new_int64(server->connections));
	json_object_object_add(
		report, "left", json_object_new_int64((int64_t)script_left(&server->script)));
	json_object_object_add(report, "fault",
		server->fault != NULL ? json_object_new_string(server->fault) : NULL);
	text = strdup(json_object_to_json_string_ext(
		report, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
	json_object_put(report);
	pthread_mutex_unlock(&server->lock);
	return text;
}

void libapi_test_string_free(char *text) {
	free(text);
}

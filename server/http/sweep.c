/* sweep.c: once a second over all connections, since h2o has one timer for idling, headers and bodies alike:
 * 10 s for a request's head, 30 s for its body, 30 s for reading an answer. shutdown() makes h2o notice the end
 * in its own time; nothing of h2o's is freed here. */
#include <sys/socket.h>

#include "server/http/worker.h"

enum { HEAD_S = 10, BODY_S = 30, READER_S = 30, NEWCOMER_S = 2 };

struct sweep {
	struct worker *worker;
	struct timeval now;
	bool closing, full;
};

static bool older_than(const struct sweep *sweep, struct timeval since, long seconds) {
	struct timeval age;

	timersub(&sweep->now, &since, &age);
	return since.tv_sec != 0 && age.tv_sec >= seconds;
}

static bool is_too_slow(const struct sweep *sweep, const h2o_req_t *req) {
	if (req->timestamps.response_start_at.tv_sec != 0) {
		return older_than(sweep, req->timestamps.response_start_at, READER_S);
	}
	if (req->processed_at.at.tv_sec != 0) {
		return false; /* ours to answer, with a deadline of its own */
	}
	if (req->timestamps.request_body_begin_at.tv_sec != 0) {
		return older_than(sweep, req->timestamps.request_body_begin_at, BODY_S);
	}
	return older_than(sweep, req->timestamps.request_begin_at, HEAD_S);
}

static bool is_idle(const h2o_req_t *req) {
	return req->timestamps.request_begin_at.tv_sec == 0 && req->processed_at.at.tv_sec == 0;
}

/* Bytes that h2o has not read yet: a request that came in this very moment. */
static bool has_unread(int fd) {
	char byte;
	return recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

/* While closing, who connected last still gets the time to say what for. While no connection is free, who has
 * one and says nothing gives way: any client must expect that of a connection it keeps (RFC 9112 §9.3). */
static bool is_left_over(const struct sweep *sweep, const h2o_req_t *req, int fd) {
	long patience_s = sweep->closing ? NEWCOMER_S : HEAD_S;

	return (sweep->closing || sweep->full) && is_idle(req) &&
	       older_than(sweep, req->conn->connected_at, patience_s) && !has_unread(fd);
}

static int look_at(h2o_req_t *req, void *data) {
	struct sweep *sweep = data;
	h2o_socket_t *socket = req->conn->callbacks->get_socket(req->conn);
	int fd = socket == NULL ? -1 : h2o_socket_get_fd(socket);

	if (fd >= 0 && (is_too_slow(sweep, req) || is_left_over(sweep, req, fd))) {
		metric_add(
			&sweep->worker->metrics->numbers[NUMBER_CONNECTIONS_SWEPT], !is_idle(req));
		shutdown(fd, SHUT_RDWR);
	}
	return 0;
}

void sweep_connections(struct worker *worker) {
	struct sweep sweep = { .worker = worker,
		.now = *h2o_get_timestamp(&worker->context, NULL, NULL),
		.closing = atomic_load(&worker->server->phase) == PHASE_CLOSING,
		.full = listen_is_full(worker->server) };

	worker->server->global.http1.callbacks.foreach_request(&worker->context, look_at, &sweep);
}

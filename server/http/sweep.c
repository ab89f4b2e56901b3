/* sweep.c: once a second over all connections, since h2o has one timer for idling, headers and bodies alike: the
 * head of a request, its body, and each part of an answer have a time of their own. shutdown() makes h2o notice the
 * end in its own time; nothing of h2o's is freed here. */
#include <sys/socket.h>

#include "server/http/worker.h"

static const uint64_t newcomer_us = 2000000, hasty_us = 2000000;

struct sweep {
	struct worker *worker;
	struct timeval now;
	const struct config *config;
	uint64_t reader_us; /* for a part of an answer */
	bool closing, full;
};

static bool older_than(const struct sweep *sweep, struct timeval since, uint64_t age_us) {
	struct timeval age;

	timersub(&sweep->now, &since, &age);
	return since.tv_sec != 0 && (int64_t)age.tv_sec * 1000000 + age.tv_usec >= (int64_t)age_us;
}

static bool is_being_answered(const h2o_req_t *req) {
	return req->timestamps.response_start_at.tv_sec != 0;
}

/* What a slow reader did not take is not kept by the kernel either. */
static void abandon(int fd) {
	const struct linger now = { .l_onoff = 1, .l_linger = 0 };
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
}

static bool is_too_slow(const struct sweep *sweep, const h2o_req_t *req) {
	if (is_being_answered(req)) {
		return older_than(sweep, req->timestamps.response_start_at, sweep->reader_us);
	}
	if (req->processed_at.at.tv_sec != 0) {
		return false; /* ours to answer, with a deadline of its own */
	}
	if (req->timestamps.request_body_begin_at.tv_sec != 0) {
		return older_than(sweep, req->timestamps.request_body_begin_at,
			sweep->config->body_timeout_us);
	}
	return older_than(sweep, req->timestamps.request_begin_at, sweep->config->head_timeout_us);
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
	uint64_t patience_us = sweep->closing ? newcomer_us : sweep->config->head_timeout_us;

	return (sweep->closing || sweep->full) && is_idle(req) &&
	       older_than(sweep, req->conn->connected_at, patience_us) && !has_unread(fd);
}

static int look_at(h2o_req_t *req, void *data) {
	struct sweep *sweep = data;
	h2o_socket_t *socket = req->conn->callbacks->get_socket(req->conn);
	int fd = socket == NULL ? -1 : h2o_socket_get_fd(socket);

	if (fd >= 0 && (is_too_slow(sweep, req) || is_left_over(sweep, req, fd))) {
		metric_add(
			&sweep->worker->metrics->numbers[NUMBER_CONNECTIONS_SWEPT], !is_idle(req));
		if (is_being_answered(req)) {
			abandon(fd);
		}
		shutdown(fd, SHUT_RDWR);
	}
	return 0;
}

void sweep_connections(struct worker *worker) {
	const struct config *config = worker->server->config;
	bool crowded = worker->answer_bytes > config->body_budget / config->loops;
	struct sweep sweep = { .worker = worker,
		.config = config,
		.reader_us = crowded ? hasty_us : config->reader_timeout_us,
		.now = *h2o_get_timestamp(&worker->context, NULL, NULL),
		.closing = atomic_load(&worker->server->phase) == PHASE_CLOSING,
		.full = listen_is_full(worker->server) };

	worker->server->global.http1.callbacks.foreach_request(&worker->context, look_at, &sweep);
}

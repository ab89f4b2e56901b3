/* budget.c: how much memory requests that are still coming in may take.
 *
 * h2o keeps a request as it comes and shows it to nobody before it is whole, so ten thousand clients could each
 * hold megabytes of what nobody may ever read. Each loop has its share of API_BODY_BUDGET. When that is used up,
 * those that hold more than their even part of it are closed: a small request gets through however many large
 * ones stand half sent. Closing the youngest was turned down: a few that came first could keep everybody out.
 * Answers going out have as much; sweep.c closes slow readers sooner while they hold more. */
#include <sys/socket.h>

#include "server/http/worker.h"

static const uint64_t pause_us = 100000;

struct weighing {
	struct worker *worker;
	uint64_t bytes, requests, share;
};

static uint64_t bytes_of(h2o_req_t *req) {
	h2o_socket_t *socket = req->conn->callbacks->get_socket(req->conn);
	return socket == NULL || socket->input->size == 0 ? 0 : socket->input->capacity;
}

static int weigh(h2o_req_t *req, void *data) {
	struct weighing *weighing = data;
	uint64_t bytes = bytes_of(req);

	weighing->bytes += bytes;
	weighing->requests += bytes > 0;
	return 0;
}

static int close_large(h2o_req_t *req, void *data) {
	struct weighing *weighing = data;
	uint64_t bytes = bytes_of(req);
	bool is_whole = req->processed_at.at.tv_sec != 0;

	if (is_whole || bytes <= weighing->share / weighing->requests) {
		return 0;
	}
	metric_add(&weighing->worker->metrics->numbers[NUMBER_BODIES_REFUSED], 1);
	shutdown(h2o_socket_get_fd(req->conn->callbacks->get_socket(req->conn)), SHUT_RDWR);
	weighing->bytes -= bytes;
	return weighing->bytes <= weighing->share;
}

void budget_keep(struct worker *worker, uint64_t now_us) {
	const struct config *config = worker->server->config;
	struct weighing weighing = { .worker = worker,
		.share = config->body_budget / config->loops };
	const h2o_protocol_callbacks_t *http1 = &worker->server->global.http1.callbacks;

	if (now_us - worker->weighed_us < pause_us) {
		return;
	}
	worker->weighed_us = now_us;
	http1->foreach_request(&worker->context, weigh, &weighing);
	metric_set(&worker->metrics->numbers[NUMBER_REQUEST_BYTES], weighing.bytes);
	if (weighing.bytes > weighing.share) {
		http1->foreach_request(&worker->context, close_large, &weighing);
	}
}

/* admin.c: what operators and their machines ask, on a port of its own that no balancer forwards to:
 * /metrics (Prometheus), /readyz with reasons, /livez. One thread, so a slow scrape slows nobody. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/log.h"
#include "server/http/admin.h"
#include "server/http/worker.h"

struct admin {
	struct metrics *metrics;
	struct control_view control;
	h2o_globalconf_t global;
	h2o_context_t context;
	h2o_accept_ctx_t accept;
	h2o_evloop_t *evloop;
	h2o_socket_t *listener;
	pthread_t thread;
};

static void send_text(h2o_req_t *req, int status, const char *type, const char *text, size_t len) {
	req->res.status = status;
	req->res.reason = reason_phrase(status);
	req->res.content_length = len;
	h2o_add_header(
		&req->pool, &req->res.headers, H2O_TOKEN_CONTENT_TYPE, NULL, type, strlen(type));
	h2o_send_inline(req, text, len);
}

static void send_metrics(struct admin *admin, h2o_req_t *req) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;

	metrics_render(admin->metrics, &text);
	if (text.failed) {
		send_text(req, 503, "text/plain", "", 0);
	} else {
		send_text(req, 200, "text/plain; version=0.0.4", text.bytes, text.len);
	}
	wire_buffer_finish(&text);
}

static void send_ready(struct admin *admin, h2o_req_t *req) {
	bool ready = admin->control.ready(admin->control.data);
	bool listening = admin->control.news.listening(admin->control.news.data);
	char text[256];
	int len = snprintf(text, sizeof(text),
		"{\"status\":\"%s\",\"listening\":%s,\"key_epoch\":%llu,\"log_dropped\":%llu}\n",
		ready ? "ok" : admin->control.why_not(admin->control.data),
		listening ? "true" : "false",
		(unsigned long long)admin->control.news.epoch(admin->control.news.data),
		(unsigned long long)log_dropped());

	send_text(req, ready ? 200 : 503, "application/json", text, (size_t)len);
}

static int on_req(h2o_handler_t *handler, h2o_req_t *req) {
	struct admin *admin = H2O_STRUCT_FROM_MEMBER(struct admin, context, req->conn->ctx);
	size_t len = req->query_at == SIZE_MAX ? req->path.len : req->query_at;
	(void)handler;

	if (h2o_memis(req->path.base, len, H2O_STRLIT("/metrics"))) {
		send_metrics(admin, req);
	} else if (h2o_memis(req->path.base, len, H2O_STRLIT("/readyz"))) {
		send_ready(admin, req);
	} else if (h2o_memis(req->path.base, len, H2O_STRLIT("/livez"))) {
		send_text(req, 200, "application/json", "{\"status\":\"ok\"}\n", 16);
	} else {
		send_text(req, 404, "text/plain", "/metrics /readyz /livez\n", 24);
	}
	return 0;
}

static void on_accept(h2o_socket_t *listener, const char *error) {
	struct admin *admin = listener->data;
	h2o_socket_t *socket = error == NULL ? h2o_evloop_socket_accept(listener) : NULL;

	if (socket != NULL) {
		h2o_accept(&admin->accept, socket);
	}
}

static void *run(void *data) {
	struct admin *admin = data;

	pthread_setname_np(pthread_self(), "admin");
	for (;;) {
		h2o_evloop_run(admin->evloop, INT32_MAX);
	}
	return NULL;
}

static bool start_thread(struct admin *admin) {
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(&admin->thread, NULL, run, admin) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

bool admin_start(const struct config *config, struct metrics *metrics,
	const struct control_view *control, uint16_t *port) {
	struct admin *admin = calloc(1, sizeof(*admin)); /* lives as long as the process */
	int fd = admin == NULL ? -1 : listen_open(&config->admin_listen, port);

	if (fd < 0) {
		free(admin);
		return false;
	}
	admin->metrics = metrics;
	admin->control = *control;
	h2o_config_init(&admin->global);
	admin->global.http1.upgrade_to_http2 = 0;
	admin->global.max_request_entity_size = 4096;
	h2o_hostconf_t *host = h2o_config_register_host(
		&admin->global, h2o_iovec_init(H2O_STRLIT("default")), 65535);
	h2o_handler_t *handler =
		h2o_create_handler(h2o_config_register_path(host, "/", 0), sizeof(*handler));
	handler->on_req = on_req;
	admin->evloop = h2o_evloop_create();
	h2o_context_init(&admin->context, admin->evloop, &admin->global);
	admin->accept = (h2o_accept_ctx_t){ .ctx = &admin->context, .hosts = admin->global.hosts };
	admin->listener = h2o_evloop_socket_create(admin->evloop, fd, H2O_SOCKET_FLAG_DONT_READ);
	admin->listener->data = admin;
	h2o_socket_read_start(admin->listener, on_accept);
	return start_thread(admin);
}

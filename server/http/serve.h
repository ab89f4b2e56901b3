/* serve.h: what main knows of http: a server that listens, serves and drains. No h2o here. */
#ifndef SERVER_HTTP_SERVE_H
#define SERVER_HTTP_SERVE_H

#include "server/base/config.h"
#include "server/base/metrics.h"
#include "server/http/auth.h"

/* What http asks of the process' control part; every function may be called from any thread and never blocks. */
struct control_view {
	struct auth_news news;
	bool (*ready)(void *data); /* database reachable and schema as new as this program */
	const char *(*why_not)(void *data); /* when not ready: a word for people */
	void *data;
};

/* What config_read cannot know; every wrong setting gets a line in `errors`. */
bool server_config_is_good(const struct config *config, FILE *errors);

struct server;
/* Bind, listen and start the loops. NULL: the reason was logged. */
struct server *server_start(const struct config *config, struct metrics *metrics,
	const struct control_view *control, const uint8_t cursor_key[CURSOR_KEY_BYTES],
	const char *version);
/* The lame duck, then close listeners, sweep, wait for the last answer. true: nobody was cut off. */
bool server_drain(struct server *server);
uint16_t server_port(const struct server *server);
uint16_t server_tls_port(const struct server *server); /* 0: no TLS */
/* What may change while it serves is read again: the certificate. false: the reason was logged, nothing changed. */
bool server_reload(struct server *server);

#endif

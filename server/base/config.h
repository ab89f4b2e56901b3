/* config.h: the settings of the server, read once at start from the environment and constant from then on.
 *
 * One table in config.c is all there is to a setting: its name, type, default, allowed range and the sentence
 * of --help. Times are microseconds, sizes bytes, whatever unit the environment used. */
#ifndef SERVER_BASE_CONFIG_H
#define SERVER_BASE_CONFIG_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "server/base/log.h"

struct config_address { /* "127.0.0.1:8080", "[::1]:8080", "*:8080" */
	char host[64]; /* as written, without brackets; "*" is every address */
	uint16_t port; /* 0: any free one */
};

struct config {
	char *database_url; /* secret; libpq's URI or key=value form */
	struct config_address listen, admin_listen, tls_listen;
	char *password_from; /* "": the URL's own password */
	char *replica_url; /* secret; "": none */
	char *tls_cert_file, *tls_key_file; /* "" : no TLS of our own */
	uint32_t loops;
	uint32_t read_connections, write_connections, leased_connections,
		replica_connections; /* per loop */
	uint32_t pipeline_depth; /* reads in flight on one connection */
	uint32_t queue; /* waiting queries per loop */
	uint64_t queue_age_us;
	uint64_t database_deadline_us; /* from send to answer; then the connection is dropped */
	uint64_t statement_timeout_us, lock_timeout_us; /* PostgreSQL's own */
	uint64_t request_deadline_us;
	uint64_t reconnect_min_us, reconnect_max_us;
	uint32_t rate_limit, rate_burst; /* requests a second and key; 0: off */
	uint32_t address_limit; /* requests without a key, a second and address; 0: off */
	uint32_t auth_failures; /* a minute and address; 0: off */
	uint32_t auth_cache; /* entries per loop */
	uint64_t auth_ttl_us, auth_miss_ttl_us;
	uint64_t lame_duck_us, drain_deadline_us;
	uint64_t body_max; /* bytes */
	uint64_t head_timeout_us, body_timeout_us, reader_timeout_us; /* of slow clients */
	uint64_t
		body_budget; /* bytes on their way in, and as many on their way out; whole process */
	uint32_t max_connections; /* clients, whole process */
	char *cursor_key; /* secret; "" : made at start, cursors do not outlive the process */
	char *secret_key, *secret_key_before; /* secrets; "" : none, and so no webhooks */
	char *webhook_allow; /* comma separated addresses or networks; "" : the public's alone */
	bool webhook_allow_http;
	char *public_url; /* "https://calendar.example.com"; "": links in answers are paths */
	char *otlp_url; /* "http://127.0.0.1:4318/v1/traces"; "": no spans are kept */
	char *trusted_proxies; /* comma separated addresses or networks; "" : none */
	char *cors_origins; /* comma separated; "" : none */
	enum log_level log_level;
	bool auto_migrate;
};

static inline bool config_has_replica(const struct config *config) {
	return config->replica_url != NULL && config->replica_url[0] != '\0';
}

/* Environment → config. false: something is wrong; every wrong variable got a line of its own in `errors`, which
 * names the variable, its value (never a secret's) and what is allowed. Warnings (an unknown API_ variable)
 * go to `errors` too and do not make it fail. config_finish is due either way. */
bool config_read(struct config *config, char *const environment[], FILE *errors);
void config_finish(struct config *config); /* wipes the secrets */

/* The table as text, for --help. */
void config_print_help(FILE *out);

#endif

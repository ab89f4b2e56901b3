/* config.h: the settings of a client, as it reads them. */
#ifndef LIBAPI_CONFIG_H
#define LIBAPI_CONFIG_H

#include "api/client.h"
#include "libapi/log.h"

#include <stdbool.h>

struct libapi_config {
	char *url, *key, *ca_file, *cert_file, *cert_key_file, *proxy, *agent;
	int32_t timeout_ms; /* 0: 30 s, or what the operation needs */
	int32_t connect_timeout_ms, attempts, connections;
	int64_t answer_max;
	bool allow_insecure;
	struct hook *log, *observer, *trace, *transport; /* NULL: none */
};

/* A deep copy (the log hook is shared). NULL: no memory. */
libapi_config *libapi__config_copy(const libapi_config *config);

#endif

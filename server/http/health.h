/* health.h: what a container's engine asks: is the server of this configuration alive? */
#ifndef SERVER_HTTP_HEALTH_H
#define SERVER_HTTP_HEALTH_H

#include <stdbool.h>
#include <stdio.h>

#include "server/base/config.h"

/* Ask /livez of the server that listens at `address`; may wait for seconds. false: a line in `errors` says why. */
bool health_ask(const struct config_address *address, FILE *errors);

#endif

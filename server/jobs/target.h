/* target.h: where a webhook may point to: by its URL when it is made, by its address whenever it is connected to.
 *
 * A name is resolved anew for each connection, so what it stood for when the webhook was made means nothing: the
 * check that counts is the one on the address that is about to be connected to. */
#ifndef SERVER_JOBS_TARGET_H
#define SERVER_JOBS_TARGET_H

#include <stdbool.h>

#include "server/base/config.h"
#include "server/domain/network.h"

struct target {
	char host[256], port[8]; /* host without brackets */
};
/* NULL, or what is wrong with the URL, as a sentence for its owner. */
const char *target_read(const struct config *config, const char *url, struct target *out);

/* What the operator allows beyond the public's addresses. The text was checked at start. */
void target_allow(const char *networks);
bool target_may_connect(const struct sockaddr *peer);
/* Any of a comma separated list of addresses is one that may not be connected to. */
bool target_is_private(const char *addresses);

#endif

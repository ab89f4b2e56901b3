/* signature.h: what a delivery is signed with: `t=SECONDS,v1=HEX`, HMAC-SHA256 (RFC 2104) over "SECONDS.BODY" under the
 * webhook's secret. The time is signed too, so that nobody can send an old delivery again as a new one. */
#ifndef SERVER_DOMAIN_SIGNATURE_H
#define SERVER_DOMAIN_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SIGNATURE_ROOM = 192 };
/* old_secret: NULL, or the one before, which signs a second v1. false: OpenSSL failed. */
bool signature_write(const char *secret, const char *old_secret, int64_t now_s, const char *body,
	size_t len, char out[SIGNATURE_ROOM]);

#endif

/* trust.h: whose word about the client's address counts, and that address as a number for limits.c. */
#ifndef SERVER_HTTP_TRUST_H
#define SERVER_HTTP_TRUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "server/domain/network.h"

/* The client: the peer, or the rightmost X-Forwarded-For entry when the peer is a trusted proxy. */
void trust_client_address(const struct networks *proxies, const struct sockaddr *peer,
	const char *forwarded, size_t len, uint8_t address[ADDRESS_BYTES]);
/* Of an IPv6 address the first 64 bits count, since one client has them all. */
uint64_t trust_address_id(const uint8_t address[ADDRESS_BYTES]);

#endif

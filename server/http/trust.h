/* trust.h: whose word about the client's address counts, and that address as a number for limits.c. */
#ifndef SERVER_HTTP_TRUST_H
#define SERVER_HTTP_TRUST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum { TRUST_MAX = 32 };
struct trust { /* networks of proxies, all as IPv6 (IPv4 mapped) */
	size_t count;
	struct {
		uint8_t address[16];
		unsigned bits;
	} networks[TRUST_MAX];
};

/* "10.0.0.0/8, ::1". false: *wrong points at the entry that is none. */
bool trust_read(struct trust *trust, const char *text, const char **wrong);
/* The id of the client: the peer, or the rightmost X-Forwarded-For entry when the peer is a trusted proxy. Of an
 * IPv6 address the first 64 bits count, since one client has them all. */
uint64_t trust_client_id(
	const struct trust *trust, const struct sockaddr *peer, const char *forwarded, size_t len);

#endif

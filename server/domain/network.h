/* network.h: addresses, lists of networks, and which addresses are the public's.
 *
 * Every address is 16 bytes, IPv4 mapped into IPv6 (RFC 4291 §2.5.5.2): one rule sees both spellings. */
#ifndef SERVER_DOMAIN_NETWORK_H
#define SERVER_DOMAIN_NETWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum { ADDRESS_BYTES = 16, NETWORKS_MAX = 32 };
struct networks {
	size_t count;
	struct {
		uint8_t address[ADDRESS_BYTES];
		unsigned bits;
	} list[NETWORKS_MAX];
};

/* "10.0.0.0/8, ::1". false: *wrong points at the entry that is none. */
bool networks_read(struct networks *networks, const char *text, const char **wrong);
bool networks_have(const struct networks *networks, const uint8_t address[ADDRESS_BYTES]);

/* false: the text is no address. */
bool address_read(const char *text, size_t len, uint8_t out[ADDRESS_BYTES]);
/* Zeros for a family that has none. */
void address_of(const struct sockaddr *peer, uint8_t out[ADDRESS_BYTES]);
bool address_is_v4(const uint8_t address[ADDRESS_BYTES]);
/* Reachable by anybody: not this host, a private, shared, link-local or multicast network, nor one of those that
 * carry an IPv4 address in disguise. */
bool address_is_public(const uint8_t address[ADDRESS_BYTES]);

#endif

/* network.c: reading and matching by prefix. */
#include "server/domain/network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static void map_v4(const void *v4, uint8_t out[ADDRESS_BYTES]) {
	memset(out, 0, 10);
	memset(out + 10, 0xff, 2);
	memcpy(out + 12, v4, 4);
}

bool address_read(const char *text, size_t len, uint8_t out[ADDRESS_BYTES]) {
	char copy[64];
	uint8_t v4[4];

	if (len == 0 || len >= sizeof(copy)) {
		return false;
	}
	memcpy(copy, text, len);
	copy[len] = 0;
	if (inet_pton(AF_INET, copy, v4) == 1) {
		map_v4(v4, out);
		return true;
	}
	return inet_pton(AF_INET6, copy, out) == 1;
}

void address_of(const struct sockaddr *peer, uint8_t out[ADDRESS_BYTES]) {
	memset(out, 0, ADDRESS_BYTES);
	if (peer->sa_family == AF_INET) {
		map_v4(&((const struct sockaddr_in *)peer)->sin_addr, out);
	} else if (peer->sa_family == AF_INET6) {
		memcpy(out, &((const struct sockaddr_in6 *)peer)->sin6_addr, ADDRESS_BYTES);
	}
}

bool address_is_v4(const uint8_t address[ADDRESS_BYTES]) {
	return IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)address);
}

static bool add_network(struct networks *networks, const char *text, size_t len) {
	const char *slash = memchr(text, '/', len);
	size_t address_len = slash == NULL ? len : (size_t)(slash - text);
	unsigned long bits = 128;

	if (networks->count == NETWORKS_MAX ||
		!address_read(text, address_len, networks->list[networks->count].address)) {
		return false;
	}
	if (slash != NULL) {
		bool v4 = memchr(text, ':', address_len) == NULL;
		char *end;
		bits = strtoul(slash + 1, &end, 10);
		if (end != text + len || end == slash + 1 || bits > (v4 ? 32 : 128)) {
			return false;
		}
		bits += v4 ? 96 : 0;
	}
	networks->list[networks->count++].bits = (unsigned)bits;
	return true;
}

bool networks_read(struct networks *networks, const char *text, const char **wrong) {
	*networks = (struct networks){ 0 };
	while (text != NULL && *text != 0) {
		text += strspn(text, ", ");
		size_t len = strcspn(text, ", ");
		if (len > 0 && !add_network(networks, text, len)) {
			*wrong = text;
			return false;
		}
		text += len;
	}
	return true;
}

bool networks_have(const struct networks *networks, const uint8_t address[ADDRESS_BYTES]) {
	for (size_t i = 0; i < networks->count; i++) {
		const uint8_t *network = networks->list[i].address;
		unsigned bits = networks->list[i].bits, bytes = bits / 8;
		unsigned mask = 0xff00u >> (bits % 8) & 0xff;
		if (memcmp(network, address, bytes) == 0 &&
			(bits % 8 == 0 || ((network[bytes] ^ address[bytes]) & mask) == 0)) {
			return true;
		}
	}
	return false;
}

/* ---- the public's ---------------------------------------------------------------------------------------- */

/* The special-purpose registries of RFC 6890, without what is globally reachable. Of IPv6 only 2000::/3 is given out
 * at all; in it Teredo, documentation and 6to4, whose addresses stand for others. */
static const char special_text[] =
	"0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,"
	"192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,"
	"224.0.0.0/4,240.0.0.0/4,2001::/23,2001:db8::/32,2002::/16,3fff::/20";
static struct networks special;

static void read_special(void) {
	const char *wrong = NULL;
	networks_read(&special, special_text, &wrong);
}

bool address_is_public(const uint8_t address[ADDRESS_BYTES]) {
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, read_special);
	return (address_is_v4(address) || (address[0] & 0xe0) == 0x20) &&
	       !networks_have(&special, address);
}

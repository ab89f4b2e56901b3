/* trust.c: addresses and networks. Only the rightmost X-Forwarded-For entry is used: it is the one that the
 * trusted proxy wrote itself; all to the left of it was sent by the client. */
#include "server/http/trust.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/http/limits.h"

static void map_v4(const void *v4, uint8_t out[16]) {
	memset(out, 0, 10);
	memset(out + 10, 0xff, 2);
	memcpy(out + 12, v4, 4);
}

/* Text → 16 bytes; *v4 says which kind it was. */
static bool read_address(const char *text, size_t len, uint8_t out[16], bool *v4) {
	char copy[64];
	uint8_t bytes[4];

	if (len == 0 || len >= sizeof(copy)) {
		return false;
	}
	memcpy(copy, text, len);
	copy[len] = 0;
	*v4 = inet_pton(AF_INET, copy, bytes) == 1;
	if (*v4) {
		map_v4(bytes, out);
		return true;
	}
	return inet_pton(AF_INET6, copy, out) == 1;
}

static bool add_network(struct trust *trust, const char *text, size_t len) {
	const char *slash = memchr(text, '/', len);
	size_t address_len = slash == NULL ? len : (size_t)(slash - text);
	unsigned long bits = 128;
	bool v4;

	if (trust->count == TRUST_MAX ||
		!read_address(text, address_len, trust->networks[trust->count].address, &v4)) {
		return false;
	}
	if (slash != NULL) {
		char *end;
		bits = strtoul(slash + 1, &end, 10);
		if (end != text + len || end == slash + 1 || bits > (v4 ? 32 : 128)) {
			return false;
		}
		bits += v4 ? 96 : 0;
	}
	trust->networks[trust->count++].bits = (unsigned)bits;
	return true;
}

bool trust_read(struct trust *trust, const char *text, const char **wrong) {
	*trust = (struct trust){ 0 };
	while (text != NULL && *text != 0) {
		text += strspn(text, ", ");
		size_t len = strcspn(text, ", ");
		if (len > 0 && !add_network(trust, text, len)) {
			*wrong = text;
			return false;
		}
		text += len;
	}
	return true;
}

static bool is_trusted(const struct trust *trust, const uint8_t address[16]) {
	for (size_t i = 0; i < trust->count; i++) {
		const uint8_t *network = trust->networks[i].address;
		unsigned bits = trust->networks[i].bits, bytes = bits / 8;
		unsigned mask = 0xff00u >> (bits % 8) & 0xff;
		if (memcmp(network, address, bytes) == 0 &&
			(bits % 8 == 0 || ((network[bytes] ^ address[bytes]) & mask) == 0)) {
			return true;
		}
	}
	return false;
}

static bool read_forwarded(const char *text, size_t len, uint8_t out[16]) {
	bool v4;

	while (len > 0 && text[len - 1] == ' ') {
		len--;
	}
	size_t start = len;
	while (start > 0 && text[start - 1] != ',' && text[start - 1] != ' ') {
		start--;
	}
	return read_address(text + start, len - start, out, &v4);
}

uint64_t trust_client_id(
	const struct trust *trust, const struct sockaddr *peer, const char *forwarded, size_t len) {
	uint8_t address[16] = { 0 }, named[16];

	if (peer->sa_family == AF_INET) {
		map_v4(&((const struct sockaddr_in *)peer)->sin_addr, address);
	} else if (peer->sa_family == AF_INET6) {
		memcpy(address, &((const struct sockaddr_in6 *)peer)->sin6_addr, 16);
	}
	if (forwarded != NULL && is_trusted(trust, address) &&
		read_forwarded(forwarded, len, named)) {
		memcpy(address, named, sizeof(address));
	}
	bool v4 = IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)address);
	return limits_id(address, v4 ? 16 : 8);
}

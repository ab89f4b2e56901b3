/* trust.c: addresses and networks. Only the rightmost X-Forwarded-For entry is used: it is the one that the
 * trusted proxy wrote itself; all to the left of it was sent by the client. */
#include "server/http/trust.h"

#include <string.h>

#include "server/http/limits.h"

static bool read_forwarded(const char *text, size_t len, uint8_t out[16]) {
	while (len > 0 && text[len - 1] == ' ') {
		len--;
	}
	size_t start = len;
	while (start > 0 && text[start - 1] != ',' && text[start - 1] != ' ') {
		start--;
	}
	return address_read(text + start, len - start, out);
}

void trust_client_address(const struct networks *proxies, const struct sockaddr *peer,
	const char *forwarded, size_t len, uint8_t address[ADDRESS_BYTES]) {
	uint8_t named[ADDRESS_BYTES];

	address_of(peer, address);
	if (forwarded != NULL && networks_have(proxies, address) &&
		read_forwarded(forwarded, len, named)) {
		memcpy(address, named, sizeof(named));
	}
}

uint64_t trust_address_id(const uint8_t address[ADDRESS_BYTES]) {
	return limits_id(address, address_is_v4(address) ? 16 : 8);
}

/* key.c: libFuzzer over what stands before anybody is known: the shape of a key, base64url, hex, the head of a request,
 * addresses of proxies, origins of pages. The first byte chooses.
 *
 * Beyond memory errors: a key that is shaped has the one length and no other characters; what base64url reads is
 * written the same; a head is refused with a reason or not at all. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/domain/ids.h"
#include "server/domain/network.h"
#include "server/http/guard.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

static void try_key(const char *text, size_t len) {
	if (api_key_is_shaped(text, len)) {
		must(len == API_KEY_LEN && memcmp(text, API_KEY_KIND, 4) == 0 && text[12] == '_');
		must(strspn(text,
			     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") >=
			API_KEY_LEN);
	}
}

static void try_base64url(const char *text, size_t len) {
	uint8_t bytes[512];
	char again[4 * sizeof(bytes) / 3 + 2];
	ssize_t got = base64url_read(text, len, bytes, sizeof(bytes));

	must(got >= -1 && got <= (ssize_t)sizeof(bytes));
	if (got >= 0) {
		must(base64url_write(bytes, (size_t)got, again) == len &&
			memcmp(again, text, len) == 0);
	}
}

static void try_head(const char *text, size_t len) {
	bool chunked = false;
	const char *wrong = guard_head(text, len, &chunked);
	must(wrong == NULL || wrong[0] != 0);
}

static void try_networks(const char *text, size_t len) {
	struct networks networks;
	const char *wrong = NULL;
	uint8_t address[ADDRESS_BYTES];

	if (networks_read(&networks, text, &wrong)) {
		must(networks.count <= NETWORKS_MAX);
	} else {
		must(wrong >= text && wrong <= text + strlen(text));
	}
	if (address_read(text, len, address)) {
		(void)address_is_public(address);
		(void)address_is_v4(address);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	static void (*const tries[])(
		const char *text, size_t len) = { try_key, try_base64url, try_head, try_networks };

	if (len == 0) {
		return 0;
	}
	char *text = malloc(len);
	memcpy(text, data + 1, len - 1);
	text[len - 1] = 0;
	tries[data[0] % 4](text, len - 1);
	free(text);
	return 0;
}

/* cursor.c: HMAC-SHA256, cut to 128 bits, over the length of what was asked, what was asked, and the place. */
#include "server/domain/cursor.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <string.h>

#include "server/domain/ids.h"

void cursor_mac(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const void *place, size_t place_len, uint8_t mac[CURSOR_MAC_BYTES]) {
	uint8_t digests[2 * DIGEST_BYTES], full[EVP_MAX_MD_SIZE];
	unsigned full_len = 0;

	/* Two digests side by side: no byte can wander from the question into the place. */
	digest_of(asked, asked_len, digests);
	digest_of(place, place_len, digests + DIGEST_BYTES);
	HMAC(EVP_sha256(), key, CURSOR_KEY_BYTES, digests, sizeof(digests), full, &full_len);
	memcpy(mac, full, CURSOR_MAC_BYTES);
}

size_t cursor_write(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *place, char out[CURSOR_ROOM]) {
	uint8_t box[CURSOR_PLACE_MAX + CURSOR_MAC_BYTES];
	size_t len = strlen(place);

	if (len > CURSOR_PLACE_MAX) {
		return 0;
	}
	memcpy(box, place, len);
	cursor_mac(key, asked, asked_len, place, len, box + len);
	return base64url_write(box, len + CURSOR_MAC_BYTES, out);
}

bool cursor_read(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *text, size_t len, char place[CURSOR_PLACE_MAX + 1]) {
	uint8_t box[CURSOR_PLACE_MAX + CURSOR_MAC_BYTES], mac[CURSOR_MAC_BYTES];
	ssize_t box_len = base64url_read(text, len, box, sizeof(box));

	if (box_len < CURSOR_MAC_BYTES) {
		return false;
	}
	size_t place_len = (size_t)box_len - CURSOR_MAC_BYTES;
	cursor_mac(key, asked, asked_len, box, place_len, mac);
	if (CRYPTO_memcmp(mac, box + place_len, CURSOR_MAC_BYTES) != 0) {
		return false;
	}
	memcpy(place, box, place_len);
	place[place_len] = 0;
	return true;
}

/* ids.c: digests, base64url and API keys; no I/O beyond the kernel's random bytes. */
#include "server/domain/ids.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static const char base64url_letters[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
static const char base32_letters[] = "abcdefghijklmnopqrstuvwxyz234567";

/* OpenSSL looks an algorithm up by its name each time it is not handed one. */
static pthread_once_t fetch_once = PTHREAD_ONCE_INIT;
static EVP_MD *sha256;

static void fetch_sha256(void) {
	sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
}

void digest_of(const void *bytes, size_t len, uint8_t digest[DIGEST_BYTES]) {
	pthread_once(&fetch_once, fetch_sha256);
	if (sha256 == NULL || EVP_Digest(bytes, len, digest, NULL, sha256, NULL) != 1) {
		abort(); /* a digest that is not one would let anybody in */
	}
}

void hex_write(const uint8_t *bytes, size_t len, char *hex) {
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < len; i++) {
		hex[2 * i] = digits[bytes[i] >> 4];
		hex[2 * i + 1] = digits[bytes[i] & 15];
	}
	hex[2 * len] = 0;
}

bool hex_read(const char *hex, uint8_t *bytes, size_t len) {
	static const char digits[] = "0123456789abcdef";

	if (strlen(hex) != 2 * len || strspn(hex, digits) != 2 * len) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		bytes[i] = (uint8_t)((strchr(digits, hex[2 * i]) - digits) << 4 |
				     (strchr(digits, hex[2 * i + 1]) - digits));
	}
	return true;
}

void digest_hex(const void *bytes, size_t len, char hex[DIGEST_HEX_ROOM]) {
	uint8_t digest[DIGEST_BYTES];

	digest_of(bytes, len, digest);
	hex_write(digest, sizeof(digest), hex);
}

size_t base64url_write(const uint8_t *bytes, size_t len, char *out) {
	char *start = out;
	uint32_t bits = 0;
	int held = 0;

	for (size_t i = 0; i < len; i++) {
		bits = bits << 8 | bytes[i];
		held += 8;
		while (held >= 6) {
			held -= 6;
			*out++ = base64url_letters[bits >> held & 63];
		}
	}
	if (held > 0) {
		*out++ = base64url_letters[bits << (6 - held) & 63];
	}
	*out = 0;
	return (size_t)(out - start);
}

static int letter_value(char c) {
	if (c >= 'A' && c <= 'Z') {
		return c - 'A';
	}
	if (c >= 'a' && c <= 'z') {
		return c - 'a' + 26;
	}
	if (c >= '0' && c <= '9') {
		return c - '0' + 52;
	}
	return c == '-' ? 62 : c == '_' ? 63 : -1;
}

ssize_t base64url_read(const char *text, size_t len, uint8_t *out, size_t room) {
	uint32_t bits = 0;
	int held = 0;
	size_t used = 0;

	for (size_t i = 0; i < len; i++) {
		int value = letter_value(text[i]);
		if (value < 0) {
			return -1;
		}
		bits = bits << 6 | (uint32_t)value;
		held += 6;
		if (held >= 8) {
			held -= 8;
			if (used == room) {
				return -1;
			}
			out[used++] = (uint8_t)(bits >> held);
		}
	}
	/* Spare bits must be zero, else one value would have several spellings. */
	if (held >= 6 || (bits & ((1U << held) - 1)) != 0) {
		return -1;
	}
	return (ssize_t)used;
}

bool api_key_make(struct api_key *key, const char *kind) {
	uint8_t random[API_KEY_PREFIX_LEN + 32];

	if (RAND_bytes(random, sizeof(random)) != 1) {
		return false;
	}
	for (int i = 0; i < API_KEY_PREFIX_LEN; i++) {
		key->prefix[i] = base32_letters[random[i] & 31];
	}
	key->prefix[API_KEY_PREFIX_LEN] = 0;
	memcpy(key->text, kind, 4);
	memcpy(key->text + 4, key->prefix, API_KEY_PREFIX_LEN);
	key->text[12] = '_';
	base64url_write(random + API_KEY_PREFIX_LEN, 32, key->text + 13);
	digest_hex(key->text, API_KEY_LEN, key->hash);
	OPENSSL_cleanse(random, sizeof(random));
	return true;
}

bool api_key_is_shaped(const char *text, size_t len) {
	if (len != API_KEY_LEN || memcmp(text, API_KEY_KIND, 4) != 0 || text[12] != '_') {
		return false;
	}
	for (size_t i = 4; i < API_KEY_LEN; i++) {
		if (letter_value(text[i]) < 0) {
			return false;
		}
	}
	return true;
}

/* ids.h: the small coded texts of the service: digests as hex, bytes as base64url, API keys.
 *
 * An API key is `cal_` + 8 characters of base32 (its public prefix) + `_` + 43 of base64url (256 random bits).
 * Only its SHA-256 is kept: with 256 random bits a slow hash would add nothing but time. */
#ifndef SERVER_DOMAIN_IDS_H
#define SERVER_DOMAIN_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define DIGEST_BYTES 32
#define DIGEST_HEX_ROOM 65

void digest_of(const void *bytes, size_t len, uint8_t digest[DIGEST_BYTES]); /* SHA-256 */
void digest_hex(const void *bytes, size_t len, char hex[DIGEST_HEX_ROOM]);
void hex_write(const uint8_t *bytes, size_t len, char *hex); /* 2 * len + 1 */
bool hex_read(const char *hex, uint8_t *bytes, size_t len); /* exactly 2 * len, in lower case */

/* RFC 4648 §5 without padding. `out` has room for 4 * len / 3 + 2. Returns the length without the NUL. */
size_t base64url_write(const uint8_t *bytes, size_t len, char *out);
/* -1: not base64url, not canonical, or more than `room` bytes. */
ssize_t base64url_read(const char *text, size_t len, uint8_t *out, size_t room);

#define API_KEY_LEN 56
#define API_KEY_PREFIX_LEN 8
struct api_key {
	char text[API_KEY_LEN + 1];
	char prefix[API_KEY_PREFIX_LEN + 1];
	char hash[DIGEST_HEX_ROOM];
};
/* kind: 4 characters; API_KEY_KIND, or that of a secret of another use, with the same form. false: no randomness. */
#define API_KEY_KIND "cal_"
#define WEBHOOK_SECRET_KIND "whk_"
bool api_key_make(struct api_key *key, const char *kind);
bool api_key_is_shaped(const char *text, size_t len);

#endif

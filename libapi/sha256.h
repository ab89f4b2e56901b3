/* sha256.h: SHA-256 (FIPS 180-4) and HMAC over it (RFC 2104), for webhook signatures. Written out here because the library
 * links libcurl and json-c and nothing else; whoever has OpenSSL anyway gets the same numbers from it. */
#ifndef LIBAPI_SHA256_H
#define LIBAPI_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_BYTES = 32, SHA256_BLOCK = 64 };

struct sha256 {
	uint32_t state[8];
	uint64_t len; /* bytes so far */
	uint8_t block[SHA256_BLOCK];
};
void libapi__sha256_begin(struct sha256 *hash);
void libapi__sha256_add(struct sha256 *hash, const void *bytes, size_t len);
void libapi__sha256_end(struct sha256 *hash, uint8_t digest[SHA256_BYTES]); /* wipes the state */

struct hmac_sha256 {
	struct sha256 inner, outer;
};
void libapi__hmac_begin(struct hmac_sha256 *mac, const void *key, size_t len);
void libapi__hmac_add(struct hmac_sha256 *mac, const void *bytes, size_t len);
void libapi__hmac_end(struct hmac_sha256 *mac, uint8_t digest[SHA256_BYTES]);

#endif

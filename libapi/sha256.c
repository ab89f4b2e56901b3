/* sha256.c: the functions and constants are named as FIPS 180-4 §4.1.2 and §4.2.2 name them. */
#include "libapi/sha256.h"

#include <string.h>

/* §4.2.2: of the cube roots of the first 64 primes. */
static const uint32_t K[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
	0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
	0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
	0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
	0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585,
	0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
	0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
	0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

static uint32_t rotate(uint32_t x, int n) {
	return x >> n | x << (32 - n);
}

static uint32_t Sigma0(uint32_t x) {
	return rotate(x, 2) ^ rotate(x, 13) ^ rotate(x, 22);
}
static uint32_t Sigma1(uint32_t x) {
	return rotate(x, 6) ^ rotate(x, 11) ^ rotate(x, 25);
}
static uint32_t sigma0(uint32_t x) {
	return rotate(x, 7) ^ rotate(x, 18) ^ x >> 3;
}
static uint32_t sigma1(uint32_t x) {
	return rotate(x, 17) ^ rotate(x, 19) ^ x >> 10;
}

/* §6.2.2, step 1. */
static void schedule(const uint8_t *block, uint32_t W[64]) {
	for (int t = 0; t < 16; t++) {
		W[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
		       (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
	}
	for (int t = 16; t < 64; t++) {
		W[t] = sigma1(W[t - 2]) + W[t - 7] + sigma0(W[t - 15]) + W[t - 16];
	}
}

/* §6.2.2, steps 2 to 4; v holds a … h. */
static void take_block(uint32_t state[8], const uint8_t *block) {
	uint32_t W[64], v[8];

	schedule(block, W);
	memcpy(v, state, sizeof(v));
	for (int t = 0; t < 64; t++) {
		uint32_t ch = (v[4] & v[5]) ^ (~v[4] & v[6]);
		uint32_t maj = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
		uint32_t t1 = v[7] + Sigma1(v[4]) + ch + K[t] + W[t];
		memmove(v + 1, v, 7 * sizeof(*v));
		v[4] += t1;
		v[0] = t1 + Sigma0(v[1]) + maj;
	}
	for (int i = 0; i < 8; i++) {
		state[i] += v[i];
	}
}

void libapi__sha256_begin(struct sha256 *hash) {
	static const uint32_t start[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

	memcpy(hash->state, start, sizeof(start));
	hash->len = 0;
}

void libapi__sha256_add(struct sha256 *hash, const void *bytes, size_t len) {
	const uint8_t *at = bytes;

	while (len > 0) {
		size_t used = hash->len % SHA256_BLOCK, room = SHA256_BLOCK - used;
		size_t part = len < room ? len : room;
		memcpy(hash->block + used, at, part);
		hash->len += part;
		at += part;
		len -= part;
		if (part == room) {
			take_block(hash->state, hash->block);
		}
	}
}

/* §5.1.1: a one, zeros, and the length in bits. */
void libapi__sha256_end(struct sha256 *hash, uint8_t digest[SHA256_BYTES]) {
	static const uint8_t padding[SHA256_BLOCK] = { 0x80 };
	uint64_t bits = hash->len * 8;
	uint8_t length[8];

	for (int i = 0; i < 8; i++) {
		length[i] = (uint8_t)(bits >> (56 - 8 * i));
	}
	libapi__sha256_add(
		hash, padding, 1 + (SHA256_BLOCK + 55 - hash->len % SHA256_BLOCK) % SHA256_BLOCK);
	libapi__sha256_add(hash, length, sizeof(length));
	for (int i = 0; i < SHA256_BYTES; i++) {
		digest[i] = (uint8_t)(hash->state[i / 4] >> (24 - i % 4 * 8));
	}
	explicit_bzero(hash, sizeof(*hash));
}

void libapi__hmac_begin(struct hmac_sha256 *mac, const void *key, size_t len) {
	uint8_t pad[SHA256_BLOCK] = { 0 };

	if (len > SHA256_BLOCK) {
		libapi__sha256_begin(&mac->inner);
		libapi__sha256_add(&mac->inner, key, len);
		libapi__sha256_end(&mac->inner, pad);
	} else {
		memcpy(pad, key, len);
	}
	for (int i = 0; i < SHA256_BLOCK; i++) {
		pad[i] ^= 0x36;
	}
	libapi__sha256_begin(&mac->inner);
	libapi__sha256_add(&mac->inner, pad, sizeof(pad));
	for (int i = 0; i < SHA256_BLOCK; i++) {
		pad[i] ^= 0x36 ^ 0x5c;
	}
	libapi__sha256_begin(&mac->outer);
	libapi__sha256_add(&mac->outer, pad, sizeof(pad));
	explicit_bzero(pad, sizeof(pad));
}

void libapi__hmac_add(struct hmac_sha256 *mac, const void *bytes, size_t len) {
	libapi__sha256_add(&mac->inner, bytes, len);
}

void libapi__hmac_end(struct hmac_sha256 *mac, uint8_t digest[SHA256_BYTES]) {
	libapi__sha256_end(&mac->inner, digest);
	libapi__sha256_add(&mac->outer, digest, SHA256_BYTES);
	libapi__sha256_end(&mac->outer, digest);
}

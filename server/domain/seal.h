/* seal.h: a secret under AEAD, keyed by the API key that asked for it.
 *
 * The idempotency table must be able to repeat an answer that held a secret, and must not hold the secret. The
 * server does not keep API keys, so only a request that presents the same key again can open what is stored. */
#ifndef SERVER_DOMAIN_SEAL_H
#define SERVER_DOMAIN_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#define SEALED_ROOM(len) ((12 + (len) + 16) * 4 / 3 + 4)

/* text → base64url(nonce ‖ AES-256-GCM ‖ tag), the key being HKDF-SHA256 of api_key. false: OpenSSL failed. */
bool seal_close(const char *api_key, const char *text, size_t len, char *out);
/* out has room for len bytes. false: another key, or tampered with. Returns the text NUL-terminated. */
bool seal_open(const char *api_key, const char *sealed, size_t len, char *out, size_t room);

#endif

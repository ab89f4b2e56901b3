/* signature.c: HMAC over the parts as they lie, without copying the body. */
#include "server/domain/signature.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stdio.h>
#include <string.h>

#include "server/domain/ids.h"

static bool sign(const char *secret, const char *time, const char *body, size_t len,
	char hex[DIGEST_HEX_ROOM]) {
	OSSL_PARAM digest[] = { OSSL_PARAM_construct_utf8_string(
					OSSL_MAC_PARAM_DIGEST, (char[]){ "SHA256" }, 0),
		OSSL_PARAM_construct_end() };
	EVP_MAC *kind = EVP_MAC_fetch(NULL, "HMAC", NULL);
	EVP_MAC_CTX *mac = kind == NULL ? NULL : EVP_MAC_CTX_new(kind);
	uint8_t out[DIGEST_BYTES];
	size_t out_len = 0;
	bool done = mac != NULL &&
		    EVP_MAC_init(mac, (const uint8_t *)secret, strlen(secret), digest) == 1 &&
		    EVP_MAC_update(mac, (const uint8_t *)time, strlen(time)) == 1 &&
		    EVP_MAC_update(mac, (const uint8_t *)".", 1) == 1 &&
		    EVP_MAC_update(mac, (const uint8_t *)body, len) == 1 &&
		    EVP_MAC_final(mac, out, &out_len, sizeof(out)) == 1;

	EVP_MAC_CTX_free(mac);
	EVP_MAC_free(kind);
	if (done) {
		hex_write(out, sizeof(out), hex);
	}
	return done;
}

bool signature_write(const char *secret, const char *old_secret, int64_t now_s, const char *body,
	size_t len, char out[SIGNATURE_ROOM]) {
	char time[24], hex[DIGEST_HEX_ROOM], old_hex[DIGEST_HEX_ROOM];

	snprintf(time, sizeof(time), "%lld", (long long)now_s);
	if (!sign(secret, time, body, len, hex) ||
		(old_secret != NULL && !sign(old_secret, time, body, len, old_hex))) {
		return false;
	}
	int used = snprintf(out, SIGNATURE_ROOM, "t=%s,v1=%s", time, hex);
	if (old_secret != NULL) {
		snprintf(out + used, SIGNATURE_ROOM - (size_t)used, ",v1=%s", old_hex);
	}
	return true;
}

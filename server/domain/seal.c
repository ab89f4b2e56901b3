/* seal.c: AES-256-GCM with a random nonce: a key seals far fewer than 2^32 secrets (NIST SP 800-38D §8.3). */
#include "server/domain/seal.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "server/domain/ids.h"

enum { NONCE_BYTES = 12, TAG_BYTES = 16, KEY_BYTES = 32, SECRET_MAX = 1024 };

static bool derive_key(const char *api_key, uint8_t key[KEY_BYTES]) {
	static const unsigned char info[] = "libapi sealed secret 1";
	size_t len = KEY_BYTES;
	EVP_PKEY_CTX *kdf = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, NULL);
	bool derived = kdf != NULL && EVP_PKEY_derive_init(kdf) == 1 &&
		       EVP_PKEY_CTX_set_hkdf_md(kdf, EVP_sha256()) == 1 &&
		       EVP_PKEY_CTX_set1_hkdf_key(
			       kdf, (const unsigned char *)api_key, (int)strlen(api_key)) == 1 &&
		       EVP_PKEY_CTX_add1_hkdf_info(kdf, info, sizeof(info) - 1) == 1 &&
		       EVP_PKEY_derive(kdf, key, &len) == 1;

	EVP_PKEY_CTX_free(kdf);
	return derived;
}

static bool encrypt(const uint8_t *key, const char *text, size_t len, uint8_t *box) {
	EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
	int wrote = 0, rest = 0;
	bool done = cipher != NULL && RAND_bytes(box, NONCE_BYTES) == 1 &&
		    EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, box) == 1 &&
		    EVP_EncryptUpdate(cipher, box + NONCE_BYTES, &wrote, (const uint8_t *)text,
			    (int)len) == 1 &&
		    EVP_EncryptFinal_ex(cipher, box + NONCE_BYTES + wrote, &rest) == 1 &&
		    EVP_CIPHER_CTX_ctrl(
			    cipher, EVP_CTRL_GCM_GET_TAG, TAG_BYTES, box + NONCE_BYTES + len) == 1;

	EVP_CIPHER_CTX_free(cipher);
	return done;
}

static bool decrypt(const uint8_t *key, uint8_t *box, size_t len, char *out) {
	EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
	size_t text_len = len - NONCE_BYTES - TAG_BYTES;
	int wrote = 0, rest = 0;
	bool done = cipher != NULL &&
		    EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, box) == 1 &&
		    EVP_DecryptUpdate(cipher, (uint8_t *)out, &wrote, box + NONCE_BYTES,
			    (int)text_len) == 1 &&
		    EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, TAG_BYTES,
			    box + NONCE_BYTES + text_len) == 1 &&
		    EVP_DecryptFinal_ex(cipher, (uint8_t *)out + wrote, &rest) == 1;

	EVP_CIPHER_CTX_free(cipher);
	out[done ? text_len : 0] = 0;
	return done;
}

bool seal_close(const char *api_key, const char *text, size_t len, char *out) {
	uint8_t key[KEY_BYTES], box[NONCE_BYTES + SECRET_MAX + TAG_BYTES];
	bool sealed = len <= SECRET_MAX && derive_key(api_key, key) && encrypt(key, text, len, box);

	if (sealed) {
		base64url_write(box, NONCE_BYTES + len + TAG_BYTES, out);
	}
	OPENSSL_cleanse(key, sizeof(key));
	return sealed;
}

bool seal_open(const char *api_key, const char *sealed, size_t len, char *out, size_t room) {
	uint8_t key[KEY_BYTES], box[NONCE_BYTES + SECRET_MAX + TAG_BYTES];
	ssize_t box_len = base64url_read(sealed, len, box, sizeof(box));

	if (box_len < NONCE_BYTES + TAG_BYTES ||
		(size_t)box_len - NONCE_BYTES - TAG_BYTES >= room) {
		return false;
	}
	bool opened = derive_key(api_key, key) && decrypt(key, box, (size_t)box_len, out);
	OPENSSL_cleanse(key, sizeof(key));
	return opened;
}

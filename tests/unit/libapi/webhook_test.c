/* webhook_test.c: SHA-256 and HMAC against published vectors, and signatures that must not pass. */
#include "api/webhook_verify.h"

#include <stdio.h>

#include "api/error.h"
#include "libapi/sha256.h"
#include "tests/unit/suite.h"

static void to_hex(const uint8_t digest[SHA256_BYTES], char hex[65]) {
	for (int i = 0; i < SHA256_BYTES; i++) {
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	}
}

/* NIST's examples for FIPS 180-4, and lengths around the padding's edges against each other. */
static void hashes_what_nist_hashes(void) {
	static const struct {
		const char *text, *digest;
		int times;
	} rows[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 1 },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 1 },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", 1 },
		{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnop"
		  "qklmnopqrlmnopqrsmnopqrstnopqrstu",
			"cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1", 1 },
		{ "aaaaaaaaaa", "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
			100000 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sha256 hash;
		uint8_t digest[SHA256_BYTES];
		char hex[65];
		libapi__sha256_begin(&hash);
		for (int n = 0; n < rows[i].times; n++) {
			libapi__sha256_add(&hash, rows[i].text, strlen(rows[i].text));
		}
		libapi__sha256_end(&hash, digest);
		to_hex(digest, hex);
		CU_ASSERT_STRING_EQUAL(hex, rows[i].digest);
	}
}

/* RFC 4231 §4.2, §4.3, §4.7: a short key, a word, a key longer than a block. */
static void signs_what_rfc_4231_signs(void) {
	uint8_t long_key[131];
	memset(long_key, 0xaa, sizeof(long_key));
	const struct {
		const void *key;
		size_t key_len;
		const char *text, *digest;
	} rows[] = {
		{ "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
		  "\x0b",
			20, "Hi There",
			"b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7" },
		{ "Jefe", 4, "what do ya want for nothing?",
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843" },
		{ long_key, sizeof(long_key),
			"Test Using Larger Than Block-Size Key - Hash Key First",
			"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct hmac_sha256 mac;
		uint8_t digest[SHA256_BYTES];
		char hex[65];
		libapi__hmac_begin(&mac, rows[i].key, rows[i].key_len);
		libapi__hmac_add(&mac, rows[i].text, strlen(rows[i].text));
		libapi__hmac_end(&mac, digest);
		to_hex(digest, hex);
		CU_ASSERT_STRING_EQUAL(hex, rows[i].digest);
	}
}

#define SECRET "whk_k3v9x2ab_Vb3nK8pR5tY0wLcJ6dF9gHsA2eQxZ4uM1iO7rT3kB5j"
#define BODY "{\"id\":\"1\"}"
#define NOW 1764000000
/* HMAC-SHA256 of "1764000000.{"id":"1"}" by OpenSSL. */
#define HEX "ec55869115cad2858a0b101edbd75ed511c23602739822b733c42f0f26271da9"
#define OTHER "0000000000000000000000000000000000000000000000000000000000000000"

static int32_t verify(const char *header, int64_t now_s) {
	return libapi_webhook_verify(SECRET, header, BODY, strlen(BODY), 300, now_s, NULL);
}

static void accepts_what_the_service_signs(void) {
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, NOW), LIBAPI_OK);
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, NOW + 300), LIBAPI_OK);
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, NOW - 300), LIBAPI_OK);
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" OTHER ",v1=" HEX, NOW), LIBAPI_OK);
	CU_ASSERT_EQUAL(verify("t=1764000000,v2=later,v1=" HEX, NOW), LIBAPI_OK);
}

static void refuses_what_anybody_else_sends(void) {
	static const char *const rows[] = {
		"t=1764000000,v1=" OTHER,
		"t=1764000001,v1=" HEX, /* the time is signed too */
		"t=01764000000,v1=" HEX,
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CU_ASSERT_EQUAL(verify(rows[i], NOW), LIBAPI_E_SIGNATURE);
	}
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, NOW + 301), LIBAPI_E_SIGNATURE);
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, NOW - 301), LIBAPI_E_SIGNATURE);
	CU_ASSERT_EQUAL(verify("t=1764000000,v1=" HEX, -1), LIBAPI_E_SIGNATURE);
	CU_ASSERT_EQUAL(libapi_webhook_verify(SECRET, "t=1764000000,v1=" HEX, BODY " ",
				strlen(BODY) + 1, 300, NOW, NULL),
		LIBAPI_E_SIGNATURE);
	CU_ASSERT_EQUAL(libapi_webhook_verify("whk_other", "t=1764000000,v1=" HEX, BODY,
				strlen(BODY), 300, NOW, NULL),
		LIBAPI_E_SIGNATURE);
}

static void says_what_is_no_signature(void) {
	static const char *const rows[] = { "", "t", "t=,v1=" HEX, "t=17x,v1=" HEX, "v1=" HEX,
		"t=1764000000", "t=1764000000,v1=abc", "t=1764000000,v1=" HEX "0",
		"t=1764000000,t=1764000000,v1=" HEX, "t=9999999999999999,v1=" HEX,
		"t=1764000000,v1=zz" HEX };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CU_ASSERT_EQUAL(verify(rows[i], NOW), LIBAPI_E_MALFORMED);
	}
	libapi_error *error = NULL;
	CU_ASSERT_EQUAL(libapi_webhook_verify(NULL, "", "", 0, 300, NOW, &error), LIBAPI_E_INVALID);
	CU_ASSERT_PTR_NOT_NULL_FATAL(error);
	CU_ASSERT_PTR_NOT_NULL(strstr(libapi_error_text(error), "secret"));
	libapi_error_free(error);
	CU_ASSERT_EQUAL(
		libapi_webhook_verify(SECRET, NULL, "", 0, 300, NOW, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(
		libapi_webhook_verify(SECRET, "", NULL, 1, 300, NOW, NULL), LIBAPI_E_INVALID);
	CU_ASSERT_EQUAL(libapi_webhook_verify(SECRET, "", "", 0, -1, NOW, NULL), LIBAPI_E_INVALID);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "hashes what NIST hashes", hashes_what_nist_hashes },
		{ "signs what RFC 4231 signs", signs_what_rfc_4231_signs },
		{ "accepts what the service signs", accepts_what_the_service_signs },
		{ "refuses what anybody else sends", refuses_what_anybody_else_sends },
		{ "says what is no signature", says_what_is_no_signature },
		CU_TEST_INFO_NULL,
	};
	return run_suite("webhook", tests);
}

/* webhook.c: the header is taken apart without a copy; the signature is judged before the time, so that whoever lacks
 * the secret learns nothing about clocks. */
#include "api/webhook_verify.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "libapi/error.h"
#include "libapi/sha256.h"

struct signature {
	const char *time; /* its digits, which are signed as they stand */
	size_t time_len;
	int64_t at_s;
	bool matches, any;
};

/* Of a digit that is_digest() let through. */
static unsigned hex_value(char c) {
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

static bool read_time(struct signature *signature, const char *text, size_t len) {
	if (len == 0 || len > 15 || strspn(text, "0123456789") < len || signature->time != NULL) {
		return false;
	}
	signature->time = text;
	signature->time_len = len;
	for (size_t i = 0; i < len; i++) {
		signature->at_s = signature->at_s * 10 + (text[i] - '0');
	}
	return true;
}

static void compare(struct signature *signature, const char *hex, const uint8_t *digest) {
	unsigned difference = 0;

	for (int i = 0; i < SHA256_BYTES; i++) {
		difference |= (hex_value(hex[2 * i]) << 4 | hex_value(hex[2 * i + 1])) ^ digest[i];
	}
	signature->matches = signature->matches || difference == 0;
}

static bool is_digest(const char *hex, size_t len) {
	return len == 2 * SHA256_BYTES && strspn(hex, "0123456789abcdef") >= len;
}

/* Calls for every part of "name=value,…"; unknown names are a later version's and are passed over. digest NULL: only the
 * form is read. */
static bool walk(struct signature *signature, const char *header, const uint8_t *digest) {
	for (const char *at = header; *at != 0;) {
		size_t len = strcspn(at, ",");
		const char *equals = memchr(at, '=', len);
		if (equals == NULL) {
			return false;
		}
		const char *value = equals + 1;
		size_t name_len = (size_t)(equals - at), value_len = len - name_len - 1;
		if (digest == NULL && name_len == 1 && *at == 't' &&
			!read_time(signature, value, value_len)) {
			return false;
		}
		if (name_len == 2 && memcmp(at, "v1", 2) == 0) {
			if (!is_digest(value, value_len)) {
				return false;
			}
			signature->any = true;
			if (digest != NULL) {
				compare(signature, value, digest);
			}
		}
		at += len + (at[len] == ',');
	}
	return true;
}

static void sign(const struct signature *signature, const char *secret, const void *body,
	size_t len, uint8_t digest[SHA256_BYTES]) {
	struct hmac_sha256 mac;

	libapi__hmac_begin(&mac, secret, strlen(secret));
	libapi__hmac_add(&mac, signature->time, signature->time_len);
	libapi__hmac_add(&mac, ".", 1);
	libapi__hmac_add(&mac, body, len);
	libapi__hmac_end(&mac, digest);
}

static int32_t judge(const struct signature *signature, int64_t tolerance_s, int64_t now_s,
	libapi_error **error) {
	int64_t now = now_s < 0 ? (int64_t)time(NULL) : now_s, apart = now - signature->at_s;

	if (!signature->matches) {
		return libapi__fail(error, LIBAPI_E_SIGNATURE,
			"X-Cal-Signature: no v1 belongs to this secret and body; check the secret, "
			"and that the body is passed on byte by byte");
	}
	if (apart > tolerance_s || -apart > tolerance_s) {
		return libapi__fail(error, LIBAPI_E_SIGNATURE,
			"X-Cal-Signature: t is %lld s from now; at most %lld; check the clock, or "
			"it "
			"is an old delivery sent again",
			(long long)apart, (long long)tolerance_s);
	}
	return LIBAPI_OK;
}

int32_t libapi_webhook_verify(const char *secret, const char *header, const void *body,
	size_t body_len, int64_t tolerance_s, int64_t now_s, libapi_error **error) {
	struct signature signature = { 0 };
	uint8_t digest[SHA256_BYTES];

	if (error != NULL) {
		*error = NULL;
	}
	if (secret == NULL || secret[0] == 0 || header == NULL || tolerance_s < 0 ||
		(body == NULL && body_len > 0)) {
		return libapi__fail(error, LIBAPI_E_INVALID, "%s",
			secret == NULL || secret[0] == 0 ? "secret is NULL or empty"
			: header == NULL ? "header is NULL: the request has no X-Cal-Signature"
			: body == NULL   ? "body is NULL with a body_len"
					 : "tolerance_s is negative");
	}
	if (!walk(&signature, header, NULL) || signature.time == NULL || !signature.any) {
		return libapi__fail(error, LIBAPI_E_MALFORMED,
			"X-Cal-Signature: must be t=SECONDS,v1=64 hex digits");
	}
	sign(&signature, secret, body, body_len, digest);
	walk(&signature, header, digest);
	return judge(&signature, tolerance_s, now_s, error);
}

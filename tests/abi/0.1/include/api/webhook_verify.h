/**
 * api/webhook_verify.h: whether a delivery that reached you comes from the service.
 *
 * Anybody can post to a public URL. The header X-Cal-Signature, `t=SECONDS,v1=HEX`, holds HMAC-SHA256 (RFC 2104,
 * FIPS 180-4) over "SECONDS.BODY" under the webhook's secret; two v1 for a day after the secret was rotated.
 */
#ifndef LIBAPI_WEBHOOK_VERIFY_H
#define LIBAPI_WEBHOOK_VERIFY_H

#include "api/base.h"

LIBAPI_BEGIN

/* What to give as tolerance_s without a reason for another one: five minutes. */
#define LIBAPI_WEBHOOK_TOLERANCE_S 300

/**
 * Check the signature of one delivery.
 *
 * secret       as createWebhook or a rotation showed it, "whk_…"
 * header       value of X-Cal-Signature
 * body         the bytes of the request as they came, before anything reads them as JSON
 * body_len     their number; 0 with a NULL body is legal
 * tolerance_s  how many seconds t may differ from now, to both sides; a delivery that was recorded and is sent again
 *              later is refused by it
 * now_s        seconds since 1970; negative for the clock of the system
 * error        NULL, or receives details; release with libapi_error_free()
 *
 * Returns LIBAPI_OK, or
 *   LIBAPI_E_INVALID    secret or header is NULL, the secret empty, the tolerance negative
 *   LIBAPI_E_MALFORMED  the header is not t=…,v1=…
 *   LIBAPI_E_SIGNATURE  no v1 belongs to this secret and body, or t is too far from now; do not use the body
 *
 * Each v1 is compared in constant time. Any thread. A delivery may come more than once: its member `id` tells. Wire:
 * the POST of a delivery; see listDeliveries. Since 0.1.
 */
LIBAPI_EXPORT LIBAPI_MUST_USE int32_t libapi_webhook_verify(const char *secret, const char *header,
	const void *body, size_t body_len, int64_t tolerance_s, int64_t now_s,
	libapi_error **error);

LIBAPI_END

#endif

/* retry.h: whether and when to send again. Pure: no clock, no dice, no I/O of its own. */
#ifndef LIBAPI_RETRY_H
#define LIBAPI_RETRY_H

#include <stdbool.h>
#include <stdint.h>

/* What an attempt came to, as far as the policy needs to know. */
enum attempt_end {
	ATTEMPT_ANSWERED, /* `status` says the rest */
	ATTEMPT_LOST, /* the connection broke: the outcome is unknown */
	ATTEMPT_UNREACHABLE, /* nothing was sent */
	ATTEMPT_SLOW_CONNECT, /* no connection in time */
	ATTEMPT_TIMED_OUT, /* the total deadline */
	ATTEMPT_FINAL, /* anything that will not be better the next time: TLS, too large, cancelled */
};

struct attempt {
	enum attempt_end end;
	int32_t status;
	bool in_progress; /* 409 idempotency_in_progress */
	int64_t retry_after_ms; /* -1: not said */
};

/* Against storms: every retry costs 5, every success gives 1 back; empty means no retries. One per client. */
struct retry_bucket {
	int32_t tokens;
};
#define RETRY_BUCKET_FULL 500
#define RETRY_COST 5

/* Would another attempt have a chance? (Also what libapi_error_is_retryable() says.) */
bool libapi__retry_is_sensible(const struct attempt *attempt);

/* Milliseconds until the next attempt, or -1: give up.
 *   tried       attempts made, at least 1
 *   allowed     attempts allowed
 *   left_ms     of the total deadline
 *   dice        any 32 random bits
 * Takes from the bucket when the answer is to try again. */
int64_t libapi__retry_delay_ms(const struct attempt *attempt, int32_t tried, int32_t allowed,
	int64_t left_ms, uint32_t dice, struct retry_bucket *bucket);
void libapi__retry_refund(struct retry_bucket *bucket);

/* Retry-After, RFC 9110 §10.2.3: seconds, or an HTTP date seen from now_s (Unix). Milliseconds; -1: unreadable. */
int64_t libapi__retry_after_ms(const char *text, int64_t now_s);

#endif

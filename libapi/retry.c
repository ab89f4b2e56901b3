/* retry.c: the policy.
 *
 * Exponential with full jitter (100 ms, 200 ms, … 5 s): of all jitters the one with the least work for a server
 * in trouble. The server's own Retry-After goes before it. A wait that would pass the deadline is not begun: the
 * caller learns now what it would learn then. */
#include "libapi/retry.h"

#include <curl/curl.h>

#define FIRST_MS 100
#define LONGEST_MS 5000
#define RETRY_AFTER_MAX_S 86400

static bool status_is_passing(int32_t status) {
	return status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
}

bool libapi__retry_is_sensible(const struct attempt *attempt) {
	switch (attempt->end) {
	case ATTEMPT_ANSWERED:
		return status_is_passing(attempt->status) ||
		       (attempt->status == 409 && attempt->in_progress);
	case ATTEMPT_LOST:
	case ATTEMPT_UNREACHABLE:
	case ATTEMPT_SLOW_CONNECT:
	case ATTEMPT_TIMED_OUT:
		return true;
	case ATTEMPT_FINAL:
		break;
	}
	return false;
}

static int64_t backoff_ms(int32_t tried, uint32_t dice) {
	int64_t bound = LONGEST_MS;

	if (tried < 7) { /* 100 << 6 is past the longest already */
		bound = (int64_t)FIRST_MS << (tried - 1);
	}
	if (bound > LONGEST_MS) {
		bound = LONGEST_MS;
	}
	return (int64_t)dice % (bound + 1);
}

int64_t libapi__retry_delay_ms(const struct attempt *attempt, int32_t tried, int32_t allowed,
	int64_t left_ms, uint32_t dice, struct retry_bucket *bucket) {
	int64_t delay_ms = attempt->retry_after_ms;

	if (tried >= allowed || attempt->end == ATTEMPT_TIMED_OUT ||
		!libapi__retry_is_sensible(attempt)) {
		return -1;
	}
	if (delay_ms < 0) {
		delay_ms = backoff_ms(tried, dice);
	}
	if (delay_ms >= left_ms || bucket->tokens < RETRY_COST) {
		return -1;
	}
	bucket->tokens -= RETRY_COST;
	return delay_ms;
}

void libapi__retry_refund(struct retry_bucket *bucket) {
	if (bucket->tokens < RETRY_BUCKET_FULL) {
		bucket->tokens++;
	}
}

int64_t libapi__retry_after_ms(const char *text, int64_t now_s) {
	int64_t seconds = 0;

	if (text == NULL || text[0] == '\0') {
		return -1;
	}
	if (text[0] >= '0' && text[0] <= '9') {
		for (const char *c = text; *c != '\0'; c++) {
			if (*c < '0' || *c > '9') {
				return -1;
			}
			seconds = seconds > RETRY_AFTER_MAX_S ? seconds : seconds * 10 + (*c - '0');
		}
	} else {
		int64_t when = (int64_t)curl_getdate(text, NULL);
		if (when < 0) {
			return -1;
		}
		seconds = when > now_s ? when - now_s : 0;
	}
	return (seconds > RETRY_AFTER_MAX_S ? RETRY_AFTER_MAX_S : seconds) * 1000;
}

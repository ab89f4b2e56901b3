/* limits.h: how often somebody may do something, shared by all loops without locks.
 *
 * GCRA, the token bucket that stores one time instead of a count: per id the "theoretical arrival time" moves on
 * by 1/rate with every request and may run ahead of the clock by the burst. One 64 bit word per id, so loops
 * share it by compare-and-swap. The table is fixed; an id that finds no place takes that of the longest idle
 * one, which forgets at most a bucket that has filled up again. */
#ifndef SERVER_HTTP_LIMITS_H
#define SERVER_HTTP_LIMITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct limits;
/* `events` in `period_us`, `burst` at once. NULL: no memory. */
struct limits *limits_new(size_t slots, uint32_t events, uint64_t period_us, uint32_t burst);
void limits_free(struct limits *limits);

struct limit_state {
	uint32_t remaining; /* how many would pass right now */
	uint32_t reset_s; /* until the bucket is full again */
	uint32_t retry_after_s; /* 0: passed */
};
/* One event of `id`. false: too many; nothing was taken. */
bool limits_take(struct limits *limits, uint64_t id, uint64_t now_us, struct limit_state *state);
/* Whether one more would pass, without taking it. */
bool limits_allow(struct limits *limits, uint64_t id, uint64_t now_us, struct limit_state *state);

uint64_t limits_id(const void *bytes, size_t len); /* FNV-1a, never 0 */

#endif

/* rrule_bits.h: sets of small numbers in 64-bit words: days of a year, positions in a set. */
#ifndef SERVER_DOMAIN_RRULE_BITS_H
#define SERVER_DOMAIN_RRULE_BITS_H

#include <stdbool.h>
#include <stdint.h>

#include "server/domain/rrule.h"

static inline bool bits_any(const uint64_t bits[RRULE_WORDS]) {
	return (bits[0] | bits[1] | bits[2] | bits[3] | bits[4] | bits[5]) != 0;
}

static inline bool bits_have(const uint64_t bits[RRULE_WORDS], int32_t at) {
	return at >= 0 && at < RRULE_WORDS * 64 && (bits[at / 64] >> (at % 64) & 1) != 0;
}

static inline void bits_put(uint64_t bits[RRULE_WORDS], int32_t at) {
	bits[at / 64] |= UINT64_C(1) << (at % 64);
}

static inline int32_t bits_count(const uint64_t bits[RRULE_WORDS]) {
	int32_t count = 0;

	for (int32_t i = 0; i < RRULE_WORDS; i++) {
		count += __builtin_popcountll(bits[i]);
	}
	return count;
}

/* How many members are below `end`. */
static inline int32_t bits_below(const uint64_t bits[RRULE_WORDS], int32_t end) {
	int32_t count = 0, word = 0;

	if (end <= 0) {
		return 0;
	}
	for (; word < RRULE_WORDS && end >= 64; word++, end -= 64) {
		count += __builtin_popcountll(bits[word]);
	}
	if (word < RRULE_WORDS && end > 0) {
		count += __builtin_popcountll(bits[word] & ((UINT64_C(1) << end) - 1));
	}
	return count;
}

/* The first member ≥ from, or -1. */
static inline int32_t bits_next(const uint64_t bits[RRULE_WORDS], int32_t from) {
	from = from < 0 ? 0 : from;
	if (from >= RRULE_WORDS * 64) {
		return -1;
	}
	int32_t word = from / 64;
	uint64_t left = bits[word] & (~UINT64_C(0) << (from % 64));
	while (left == 0) {
		if (++word == RRULE_WORDS) {
			return -1;
		}
		left = bits[word];
	}
	return word * 64 + __builtin_ctzll(left);
}

/* The last member ≤ from, or -1. */
static inline int32_t bits_last(const uint64_t bits[RRULE_WORDS], int32_t from) {
	from = from >= RRULE_WORDS * 64 ? RRULE_WORDS * 64 - 1 : from;
	if (from < 0) {
		return -1;
	}
	int32_t word = from / 64;
	uint64_t left = bits[word] & (~UINT64_C(0) >> (63 - from % 64));
	while (left == 0) {
		if (--word < 0) {
			return -1;
		}
		left = bits[word];
	}
	return word * 64 + 63 - __builtin_clzll(left);
}

/* The member with `rank` others before it; there must be one. */
static inline int32_t bits_select(const uint64_t bits[RRULE_WORDS], int32_t rank) {
	int32_t word = 0;

	for (int32_t here; rank >= (here = __builtin_popcountll(bits[word])); word++) {
		rank -= here;
	}
	uint64_t left = bits[word];
	for (; rank > 0; rank--) {
		left &= left - 1;
	}
	return word * 64 + __builtin_ctzll(left);
}

/* `some` moved up by `at` days; at ≥ -63, what falls off either end is dropped. */
static inline void bits_put_run(uint64_t bits[RRULE_WORDS], uint64_t some, int32_t at) {
	if (at < 0) {
		bits[0] |= some >> -at;
		return;
	}
	if (at / 64 < RRULE_WORDS) {
		bits[at / 64] |= some << (at % 64);
	}
	if (at % 64 != 0 && at / 64 + 1 < RRULE_WORDS) {
		bits[at / 64 + 1] |= some >> (64 - at % 64);
	}
}

static inline void bits_keep(uint64_t bits[RRULE_WORDS], const uint64_t wanted[RRULE_WORDS]) {
	for (int32_t i = 0; i < RRULE_WORDS; i++) {
		bits[i] &= wanted[i];
	}
}

/* Floor division: years, weeks and hours before 1970 are negative. */
static inline int64_t floor_div(int64_t number, int64_t by) {
	return number / by - (number % by < 0);
}

static inline int64_t floor_mod(int64_t number, int64_t by) {
	int64_t rest = number % by;
	return rest < 0 ? rest + by : rest;
}

#endif

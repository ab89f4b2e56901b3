/* rrule_random.h: rules by chance, the same ones for the same seed. */
#ifndef TESTS_UNIT_SERVER_DOMAIN_RRULE_RANDOM_H
#define TESTS_UNIT_SERVER_DOMAIN_RRULE_RANDOM_H

#include <stdio.h>
#include <string.h>

#include "server/domain/rrule.h"

/* xorshift64*; the state is never 0. */
static inline uint32_t random_next(uint64_t *state) {
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)(*state * UINT64_C(2685821657736338717) >> 32);
}

static inline int32_t random_in(uint64_t *state, int32_t low, int32_t high) {
	return low + (int32_t)(random_next(state) % (uint32_t)(high - low + 1));
}

static inline void random_list(
	uint64_t *state, char *text, const char *name, int32_t low, int32_t high, bool ends) {
	int32_t count = random_in(state, 1, 4);

	sprintf(text + strlen(text), ";%s=", name);
	for (int32_t i = 0; i < count; i++) {
		int32_t sign = ends && random_next(state) % 3 == 0 ? -1 : 1;
		sprintf(text + strlen(text), "%s%d", i == 0 ? "" : ",",
			sign * random_in(state, low, high));
	}
}

static inline void random_days(uint64_t *state, char *text, bool numbers) {
	static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
	int32_t count = random_in(state, 1, 3);

	strcat(text, ";BYDAY=");
	for (int32_t i = 0; i < count; i++) {
		strcat(text, i == 0 ? "" : ",");
		if (numbers && random_next(state) % 2 == 0) {
			int32_t n = random_in(state, -5, 5);
			sprintf(text + strlen(text), "%d", n == 0 ? 1 : n);
		}
		strcat(text, names[random_in(state, 0, 6)]);
	}
}

/* A rule's text without COUNT and UNTIL; now and then one that is refused. */
static inline void random_rule(uint64_t *state, char text[RRULE_TEXT_MAX]) {
	static const char *const freqs[] = { "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
	static const struct {
		const char *name;
		int32_t low, high;
		bool ends;
	} lists[] = { { "BYMONTH", 1, 12, false }, { "BYWEEKNO", 1, 53, true },
		{ "BYYEARDAY", 1, 366, true }, { "BYMONTHDAY", 1, 31, true },
		{ "BYHOUR", 0, 23, false }, { "BYMINUTE", 0, 59, false },
		{ "BYSETPOS", 1, 5, true } };
	int32_t freq = random_in(state, RRULE_HOURLY, RRULE_YEARLY);

	sprintf(text, "FREQ=%s", freqs[freq]);
	if (random_next(state) % 2 == 0) {
		sprintf(text + strlen(text), ";INTERVAL=%d", random_in(state, 2, 14));
	}
	if (random_next(state) % 3 == 0) {
		random_days(state, text, freq >= RRULE_MONTHLY);
	}
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		if (random_next(state) % 5 == 0) {
			random_list(state, text, lists[i].name, lists[i].low, lists[i].high,
				lists[i].ends);
		}
	}
	if (random_next(state) % 4 == 0) {
		strcat(text, ";WKST=SU");
	}
}

#endif

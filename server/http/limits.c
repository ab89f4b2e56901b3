/* limits.c: see limits.h. A slot is two words: whose it is, and the arrival time. They are not changed together;
 * the worst that a race between two loops can do is to give one id the bucket of another for one request. */
#include "server/http/limits.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { PROBES = 8 };

struct slot {
	_Atomic uint64_t id; /* 0: free */
	_Atomic uint64_t arrival_us;
};
struct limits {
	size_t mask;
	uint64_t step_us; /* between two events at the steady rate */
	uint64_t burst_us;
	struct slot slots[];
};

struct limits *limits_new(size_t slots, uint32_t events, uint64_t period_us, uint32_t burst) {
	size_t count = PROBES;
	while (count < slots) {
		count *= 2;
	}
	struct limits *limits = calloc(1, sizeof(*limits) + count * sizeof(struct slot));
	if (limits != NULL) {
		limits->mask = count - 1;
		limits->step_us = period_us / (events == 0 ? 1 : events);
		limits->step_us += limits->step_us == 0;
		limits->burst_us = limits->step_us * (burst == 0 ? 1 : burst);
	}
	return limits;
}

void limits_free(struct limits *limits) {
	free(limits);
}

uint64_t limits_id(const void *bytes, size_t len) {
	const unsigned char *at = bytes;
	uint64_t hash = 0xcbf29ce484222325u;

	for (size_t i = 0; i < len; i++) {
		hash = (hash ^ at[i]) * 0x100000001b3u;
	}
	hash ^= hash >> 29;
	return hash == 0 ? 1 : hash;
}

static struct slot *find_slot(struct limits *limits, uint64_t id) {
	struct slot *oldest = NULL;
	uint64_t oldest_us = UINT64_MAX;

	for (size_t i = 0; i < PROBES; i++) {
		struct slot *slot = &limits->slots[(id + i) & limits->mask];
		uint64_t owner = atomic_load_explicit(&slot->id, memory_order_relaxed);
		if (owner == id) {
			return slot;
		}
		uint64_t arrival =
			owner == 0 ? 0
				   : atomic_load_explicit(&slot->arrival_us, memory_order_relaxed);
		if (arrival < oldest_us) {
			oldest_us = arrival;
			oldest = slot;
		}
	}
	atomic_store_explicit(&oldest->arrival_us, 0, memory_order_relaxed);
	atomic_store_explicit(&oldest->id, id, memory_order_relaxed);
	return oldest;
}

static uint32_t seconds_up(uint64_t us) {
	return (uint32_t)((us + 999999) / 1000000);
}

/* What `arrival`, seen at `now`, means; `after` is the arrival time if one more passes. */
static bool judge(const struct limits *limits, uint64_t arrival, uint64_t now_us, uint64_t *after,
	struct limit_state *state) {
	uint64_t base = arrival > now_us ? arrival : now_us;
	bool passes = base + limits->step_us - now_us <= limits->burst_us;

	*after = base + limits->step_us;
	uint64_t used = (passes ? *after : base) - now_us;
	state->remaining = (uint32_t)((limits->burst_us - used) / limits->step_us);
	state->reset_s = seconds_up(used);
	state->retry_after_s = passes ? 0 : seconds_up(*after - now_us - limits->burst_us);
	return passes;
}

bool limits_take(struct limits *limits, uint64_t id, uint64_t now_us, struct limit_state *state) {
	struct slot *slot = find_slot(limits, id);
	uint64_t arrival = atomic_load_explicit(&slot->arrival_us, memory_order_relaxed), after;

	while (judge(limits, arrival, now_us, &after, state)) {
		if (atomic_compare_exchange_weak_explicit(&slot->arrival_us, &arrival, after,
			    memory_order_relaxed, memory_order_relaxed)) {
			return true;
		}
	}
	return false;
}

bool limits_allow(struct limits *limits, uint64_t id, uint64_t now_us, struct limit_state *state) {
	uint64_t after;

	return judge(limits,
		atomic_load_explicit(&find_slot(limits, id)->arrival_us, memory_order_relaxed),
		now_us, &after, state);
}

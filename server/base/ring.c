/* ring.c: see ring.h. */
#include "server/base/ring.h"

void ring_init(struct ring *ring) {
	for (size_t i = 0; i < RING_SLOTS; i++) {
		atomic_store(&ring->slots[i].turn, i);
	}
	atomic_store(&ring->head, 0);
	ring->tail = 0;
}

bool ring_push(struct ring *ring, void *item) {
	size_t index = atomic_load_explicit(&ring->head, memory_order_relaxed);
	for (;;) {
		atomic_size_t *turn_at = &ring->slots[index % RING_SLOTS].turn;
		size_t turn = atomic_load_explicit(turn_at, memory_order_acquire);
		if (turn == index) {
			if (atomic_compare_exchange_weak(&ring->head, &index, index + 1)) {
				ring->slots[index % RING_SLOTS].item = item;
				atomic_store_explicit(turn_at, index + 1, memory_order_release);
				return true;
			}
		} else if (turn < index) {
			return false; /* full: the item of the round before is still there */
		} else {
			index = atomic_load_explicit(&ring->head, memory_order_relaxed);
		}
	}
}

void *ring_pull(struct ring *ring) {
	size_t place = ring->tail % RING_SLOTS;
	if (atomic_load_explicit(&ring->slots[place].turn, memory_order_acquire) !=
		ring->tail + 1) {
		return NULL;
	}
	void *item = ring->slots[place].item;
	atomic_store_explicit(
		&ring->slots[place].turn, ring->tail + RING_SLOTS, memory_order_release);
	ring->tail++;
	return item;
}

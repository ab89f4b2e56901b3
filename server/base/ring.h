/* ring.h: a bounded queue of pointers, many writers, one reader, no lock.
 *
 * It is the ring of D. Vyukov: each slot carries a turn number, a writer claims a slot by one compare and swap, and
 * a full ring is seen at once. Turned down: a mutex (the reader may hold it while the kernel takes it off the
 * processor, and a loop would wait for it). */
#ifndef SERVER_BASE_RING_H
#define SERVER_BASE_RING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum { RING_SLOTS = 8192 }; /* a power of two */

struct ring {
	struct {
		atomic_size_t turn; /* index: free for the writer of index; index + 1: filled */
		void *item;
	} slots[RING_SLOTS];
	atomic_size_t head; /* next to be written into */
	size_t tail; /* the reader's */
};

void ring_init(struct ring *ring);
/* Any thread. false: full; the item stays the caller's. */
bool ring_push(struct ring *ring, void *item);
/* The one reader. NULL: empty. */
void *ring_pull(struct ring *ring);

#endif

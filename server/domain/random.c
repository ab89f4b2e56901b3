/* random.c: see random.h. */
#include "server/domain/random.h"

#include <openssl/rand.h>
#include <stdlib.h>

const uint8_t *random_take(size_t count) {
	static __thread uint8_t pool[4096];
	static __thread size_t used = sizeof(pool);

	if (used + count > sizeof(pool)) {
		if (RAND_bytes(pool, sizeof(pool)) != 1) {
			abort(); /* an id that may be guessed or repeated is worse than no server */
		}
		used = 0;
	}
	used += count;
	return pool + used - count;
}

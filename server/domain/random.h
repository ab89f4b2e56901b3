/* random.h: random bytes for ids, cheaply: taken from a buffer of the thread that is filled 4 KiB at a time. */
#ifndef SERVER_DOMAIN_RANDOM_H
#define SERVER_DOMAIN_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* `count` bytes, at most 64, that nobody was given before; good until the thread's next call. */
const uint8_t *random_take(size_t count);

#endif

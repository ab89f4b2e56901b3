/* arena.h: memory that is taken piece by piece and released at once.
 *
 * A record is many small texts with one lifetime. One block usually holds an Event, so that reading it costs
 * one malloc and releasing it one free. */
#ifndef LIBAPI_WIRE_ARENA_H
#define LIBAPI_WIRE_ARENA_H

#include <stddef.h>

struct wire_arena_block;
struct wire_arena {
	struct wire_arena_block *more; /* blocks beyond the first, newest first */
	char *next, *end; /* what is free in the newest block */
	size_t block_bytes; /* of the next block; doubles */
};

/* An arena whose first block holds `bytes`. NULL: no memory. */
struct wire_arena *wire_arena_new(size_t bytes);
void wire_arena_free(struct wire_arena *arena); /* NULL is legal */
/* `bytes` of memory, aligned for pointers and int64_t, not cleared. NULL: no memory. */
void *wire_arena_take(struct wire_arena *arena, size_t bytes);
/* A copy of text[0…len) with a NUL behind it. NULL: no memory. */
char *wire_arena_copy(struct wire_arena *arena, const char *text, size_t len);

#endif

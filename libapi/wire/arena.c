/* arena.c: blocks of doubling size behind one another; the first lies in the arena's own allocation. */
#include "libapi/wire/arena.h"
#include "libapi/wire/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define ALIGNMENT 8
#define BLOCK_BYTES_MAX ((size_t)1 << 20)

struct wire_arena_block {
	struct wire_arena_block *older;
	_Alignas(ALIGNMENT) char bytes[];
};

struct wire_arena *wire_arena_new(size_t bytes) {
	if (bytes > SIZE_MAX / 2) {
		return NULL;
	}
	struct wire_arena *arena = wire_malloc(sizeof *arena + bytes);
	if (arena == NULL) {
		return NULL;
	}
	arena->more = NULL;
	arena->next = (char *)(arena + 1);
	arena->end = arena->next + bytes;
	arena->block_bytes = bytes < 512 ? 1024 : 2 * bytes;
	return arena;
}

void wire_arena_free(struct wire_arena *arena) {
	if (arena == NULL) {
		return;
	}
	while (arena->more != NULL) {
		struct wire_arena_block *older = arena->more->older;
		wire_free(arena->more);
		arena->more = older;
	}
	wire_free(arena);
}

static bool add_block(struct wire_arena *arena, size_t bytes) {
	if (bytes > SIZE_MAX / 2) {
		return false;
	}
	size_t room = arena->block_bytes > bytes ? arena->block_bytes : bytes;
	struct wire_arena_block *block = wire_malloc(sizeof *block + room);
	if (block == NULL) {
		return false;
	}
	block->older = arena->more;
	arena->more = block;
	arena->next = block->bytes;
	arena->end = block->bytes + room;
	if (arena->block_bytes < BLOCK_BYTES_MAX) {
		arena->block_bytes *= 2;
	}
	return true;
}

void *wire_arena_take(struct wire_arena *arena, size_t bytes) {
	size_t gap = (size_t)(-(uintptr_t)arena->next & (ALIGNMENT - 1));
	size_t left = (size_t)(arena->end - arena->next);
	if (left < gap || left - gap < bytes) {
		if (!add_block(arena, bytes)) {
			return NULL;
		}
		gap = 0;
	}
	char *taken = arena->next + gap;
	arena->next = taken + bytes;
	return taken;
}

char *wire_arena_copy(struct wire_arena *arena, const char *text, size_t len) {
	/* Texts need no alignment: they lie tight, which keeps an Event within its first block. */
	if ((size_t)(arena->end - arena->next) <= len &&
		(len == SIZE_MAX || !add_block(arena, len + 1))) {
		return NULL;
	}
	char *copy = arena->next;
	if (len > 0) {
		memcpy(copy, text, len);
	}
	copy[len] = '\0';
	arena->next += len + 1;
	return copy;
}

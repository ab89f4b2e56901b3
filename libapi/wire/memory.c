/* memory.c: see memory.h. strdup() and asprintf() would go past the program's functions, so they are here too. */
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct wire_allocator heap = { malloc, realloc, free };
static bool is_set, is_used; /* atomic */
static uint32_t refusals; /* atomic */

bool wire_memory_set(const struct wire_allocator *allocator) {
	if (is_set || __atomic_load_n(&is_used, __ATOMIC_ACQUIRE)) {
		return false;
	}
	heap = *allocator;
	is_set = true;
	return true;
}

bool wire_memory_is_set(void) {
	return is_set;
}

uint32_t wire_memory_refusals(void) {
	return __atomic_load_n(&refusals, __ATOMIC_RELAXED);
}

static void *given(void *memory) {
	if (memory == NULL) {
		__atomic_add_fetch(&refusals, 1, __ATOMIC_RELAXED);
	}
	return memory;
}

void *wire_malloc(size_t bytes) {
	if (!__atomic_load_n(&is_used, __ATOMIC_RELAXED)) {
		__atomic_store_n(&is_used, true, __ATOMIC_RELEASE);
	}
	return given(heap.allocate(bytes > 0 ? bytes : 1));
}

void *wire_calloc(size_t count, size_t bytes) {
	size_t all = 0;
	if (__builtin_mul_overflow(count, bytes, &all)) {
		return given(NULL);
	}
	void *memory = wire_malloc(all);
	return memory == NULL ? NULL : memset(memory, 0, all);
}

void *wire_realloc(void *old, size_t bytes) {
	return old == NULL ? wire_malloc(bytes)
			   : given(heap.reallocate(old, bytes > 0 ? bytes : 1));
}

void wire_free(void *old) {
	if (old != NULL) {
		heap.release(old);
	}
}

char *wire_strdup(const char *text) {
	size_t bytes = strlen(text) + 1;
	char *copy = wire_malloc(bytes);
	return copy == NULL ? NULL : memcpy(copy, text, bytes);
}

char *wire_vprint(const char *format, va_list arguments) {
	va_list again;
	va_copy(again, arguments);
	int len = vsnprintf(NULL, 0, format, arguments);
	char *text = len < 0 ? NULL : wire_malloc((size_t)len + 1);
	if (text != NULL) {
		(void)vsnprintf(text, (size_t)len + 1, format, again);
	}
	va_end(again);
	return text;
}

char *wire_print(const char *format, ...) {
	va_list arguments;
	va_start(arguments, format);
	char *text = wire_vprint(format, arguments);
	va_end(arguments);
	return text;
}

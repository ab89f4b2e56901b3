/* memory.h: the one door to the heap. The program's functions stand behind it, malloc's if it sets none. */
#ifndef LIBAPI_WIRE_MEMORY_H
#define LIBAPI_WIRE_MEMORY_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wire_allocator {
	void *(*allocate)(size_t bytes);
	void *(*reallocate)(void *old, size_t bytes);
	void (*release)(void *old);
};

/* Once, before anything was allocated, and from one thread; else false. */
bool wire_memory_set(const struct wire_allocator *allocator);
bool wire_memory_is_set(void);
/* How often memory was refused, to whomever; grows only. */
uint32_t wire_memory_refusals(void);

/* All of them: NULL without memory; what they give is released by wire_free(). */
void *wire_malloc(size_t bytes);
void *wire_calloc(size_t count, size_t bytes); /* cleared */
void *wire_realloc(void *old, size_t bytes);
void wire_free(void *old); /* NULL is legal */
char *wire_strdup(const char *text);
char *wire_print(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *wire_vprint(const char *format, va_list arguments) __attribute__((format(printf, 1, 0)));

#endif

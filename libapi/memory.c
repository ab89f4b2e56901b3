/* memory.c: the program's allocator. Set once and before the first use, since what one function allocated another
 * must not release. */
#include "libapi/wire/memory.h"

#include "api/error.h"
#include "api/hooks.h"

int32_t libapi_set_allocator(libapi_malloc_function allocate, libapi_realloc_function reallocate,
	libapi_free_function release) {
	const struct wire_allocator allocator = { allocate, reallocate, release };

	if (allocate == NULL || reallocate == NULL || release == NULL) {
		return LIBAPI_E_INVALID;
	}
	return wire_memory_set(&allocator) ? LIBAPI_OK : LIBAPI_E_INVALID;
}

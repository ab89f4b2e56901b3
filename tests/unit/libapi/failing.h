/* failing.h: malloc and its kin that fail when told to, for the whole program: libapi, json-c, libcurl, libc. */
#ifndef TESTS_UNIT_LIBAPI_FAILING_H
#define TESTS_UNIT_LIBAPI_FAILING_H

#include <stdbool.h>
#include <stddef.h>

enum failing_how {
	FAIL_NEVER,
	FAIL_ONCE, /* the n-th allocation of this thread */
	FAIL_FROM, /* the n-th and all after it */
	FAIL_EVERY /* each n-th */
};

/* Count this thread's allocations from now on, and let those fail. */
void failing_begin(enum failing_how how, size_t n);
/* Stop. How many allocations were asked for since, and how many failed. */
size_t failing_end(size_t *failed);
/* Blocks allocated and not freed, of all threads, since the program began. */
long failing_live(void);

#endif

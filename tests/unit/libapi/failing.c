/* failing.c: the program's own malloc stands before libc's (and before the sanitizer's) for every library that it
 * loads; what it does not refuse goes to the one behind it. */
#include "failing.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define BEHIND(name) __interceptor_##name
#else
#define BEHIND(name) __libc_##name
#endif
void *BEHIND(malloc)(size_t bytes);
void *BEHIND(calloc)(size_t count, size_t bytes);
void *BEHIND(realloc)(void *old, size_t bytes);
void BEHIND(free)(void *old);

static _Thread_local enum failing_how how_now;
static _Thread_local size_t nth, asked, refused;
static atomic_long live;

void failing_begin(enum failing_how how, size_t n) {
	nth = n;
	asked = 0;
	refused = 0;
	how_now = how;
}

size_t failing_end(size_t *failed) {
	how_now = FAIL_NEVER;
	if (failed != NULL) {
		*failed = refused;
	}
	return asked;
}

long failing_live(void) {
	return atomic_load(&live);
}

/* A place for a debugger's breakpoint: `break failing_hit`, `bt`. */
__attribute__((noinline)) static void failing_hit(void) {
	refused++;
	errno = ENOMEM;
}

static bool refuses(void) {
	bool refuse = false;

	asked++;
	switch (how_now) {
	case FAIL_ONCE:
		refuse = asked == nth;
		break;
	case FAIL_FROM:
		refuse = asked >= nth;
		break;
	case FAIL_EVERY:
		refuse = asked % nth == 0;
		break;
	case FAIL_NEVER:
		break;
	}
	if (refuse) {
		failing_hit();
	}
	return refuse;
}

static void *count(void *made) {
	if (made != NULL) {
		atomic_fetch_add_explicit(&live, 1, memory_order_relaxed);
	}
	return made;
}

void *malloc(size_t bytes) {
	return refuses() ? NULL : count(BEHIND(malloc)(bytes));
}

void *calloc(size_t number, size_t bytes) {
	return refuses() ? NULL : count(BEHIND(calloc)(number, bytes));
}

void *realloc(void *old, size_t bytes) {
	void *made = NULL;

	if (refuses()) {
		return NULL;
	}
	made = BEHIND(realloc)(old, bytes);
	return old == NULL ? count(made) : made;
}

void free(void *old) {
	if (old != NULL) {
		atomic_fetch_sub_explicit(&live, 1, memory_order_relaxed);
		BEHIND(free)(old);
	}
}

/* The sanitizer's own would not come here. */
char *strdup(const char *text);
char *strdup(const char *text) {
	size_t bytes = 1;
	char *copy = NULL;

	for (const char *c = text; *c != '\0'; c++) {
		bytes++;
	}
	copy = malloc(bytes);
	for (size_t i = 0; copy != NULL && i < bytes; i++) {
		copy[i] = text[i];
	}
	return copy;
}

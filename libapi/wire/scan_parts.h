/* scan_parts.h: what the files of the scanner share. */
#ifndef LIBAPI_WIRE_SCAN_PARTS_H
#define LIBAPI_WIRE_SCAN_PARTS_H

#include "libapi/wire/arena.h"
#include "libapi/wire/scan.h"

/* A member's name as it reads after its escapes. */
struct scan_key {
	const char *bytes; /* in the text, or in the keys' arena if it had escapes */
	uint32_t len, hash;
	size_t at; /* offset in the text */
};

#define SCAN_KEYS_FEW 64
/* The names of all objects that are open, innermost last. */
struct scan_keys {
	struct scan_key few[SCAN_KEYS_FEW]; /* most documents need no more, and no malloc */
	struct scan_key *list;
	size_t count, room;
	struct wire_arena *decoded;
};

struct scan {
	const char *text;
	size_t len, at;
	size_t depth, values, values_max;
	bool no_memory;
	struct scan_keys keys;
	struct wire_scan *out;
};

/* All return false after setting the fault (or no_memory). */
bool scan_fault(struct scan *scan, size_t at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
bool scan_string(struct scan *scan, bool *has_escapes); /* at its opening quote */
bool scan_number(struct scan *scan);

void scan_keys_init(struct scan_keys *keys);
void scan_keys_finish(struct scan_keys *keys);
/* The name that stands between the quotes from…to of the text. */
bool scan_keys_add(struct scan *scan, size_t from, size_t to, bool has_escapes);
/* The object whose names begin at `base` is closed: no name twice; forget them. */
bool scan_keys_close(struct scan *scan, size_t base);

#endif

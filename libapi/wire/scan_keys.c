/* scan_keys.c: no member twice (RFC 8259 §4 only says "SHOULD be unique"; two readers may take different ones).
 *
 * Names are compared as they read after their escapes. Few are compared pair by pair, by hash first; many are
 * sorted, so that a body of a hundred thousand members costs n log n whatever its author chose as names. */
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/memory.h"
#include "libapi/wire/reading.h"
#include "libapi/wire/scan_parts.h"
#include "libapi/wire/text.h"

#define PAIRWISE_MAX 48

void scan_keys_init(struct scan_keys *keys) {
	keys->list = keys->few;
	keys->count = 0;
	keys->room = SCAN_KEYS_FEW;
	keys->decoded = NULL;
}

void scan_keys_finish(struct scan_keys *keys) {
	if (keys->list != keys->few) {
		wire_free(keys->list);
	}
	wire_arena_free(keys->decoded);
}

static bool decode(struct scan_keys *keys, struct scan_key *key) {
	if (keys->decoded == NULL) {
		keys->decoded = wire_arena_new(1024);
	}
	char *copy =
		keys->decoded == NULL ? NULL : wire_arena_copy(keys->decoded, key->bytes, key->len);
	if (copy == NULL) {
		return false;
	}
	key->len = (uint32_t)(reading_unescape(key->bytes, key->bytes + key->len, copy) - copy);
	key->bytes = copy;
	return true;
}

/* ---- names -------------------------------------------------------------------------------------------- */

static uint32_t hash_of(const char *bytes, size_t len) {
	uint32_t hash =
		2166136261u; /* FNV-1a: only to tell names apart quickly, equality is by bytes */
	for (size_t i = 0; i < len; i++) {
		hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
	}
	return hash;
}

static bool make_room(struct scan_keys *keys) {
	if (keys->count < keys->room) {
		return true;
	}
	struct scan_key *list = wire_malloc(2 * keys->room * sizeof *list);
	if (list == NULL) {
		return false;
	}
	memcpy(list, keys->list, keys->count * sizeof *list);
	if (keys->list != keys->few) {
		wire_free(keys->list);
	}
	keys->list = list;
	keys->room *= 2;
	return true;
}

bool scan_keys_add(struct scan *scan, size_t from, size_t to, bool has_escapes) {
	struct scan_key key = {
		.bytes = scan->text + from, .len = (uint32_t)(to - from), .at = from - 1
	};
	if (!make_room(&scan->keys) || (has_escapes && !decode(&scan->keys, &key))) {
		scan->no_memory = true;
		return false;
	}
	key.hash = hash_of(key.bytes, key.len);
	scan->keys.list[scan->keys.count++] = key;
	return true;
}

static int compare(const void *a, const void *b) {
	const struct scan_key *left = a, *right = b;
	if (left->hash != right->hash) {
		return left->hash < right->hash ? -1 : 1;
	}
	if (left->len != right->len) {
		return left->len < right->len ? -1 : 1;
	}
	return memcmp(left->bytes, right->bytes, left->len);
}

static const struct scan_key *later(const struct scan_key *a, const struct scan_key *b) {
	return a->at > b->at ? a : b;
}

/* A name that was there before, or NULL. */
static const struct scan_key *find_pairwise(const struct scan_key *list, size_t count) {
	for (size_t i = 1; i < count; i++) {
		for (size_t j = 0; j < i; j++) {
			if (list[i].hash == list[j].hash && compare(&list[i], &list[j]) == 0) {
				return &list[i];
			}
		}
	}
	return NULL;
}

static const struct scan_key *find_sorted(struct scan_key *list, size_t count) {
	qsort(list, count, sizeof *list, compare);
	for (size_t i = 1; i < count; i++) {
		if (compare(&list[i - 1], &list[i]) == 0) {
			return later(&list[i - 1], &list[i]);
		}
	}
	return NULL;
}

bool scan_keys_close(struct scan *scan, size_t base) {
	struct scan_key *list = scan->keys.list + base;
	size_t count = scan->keys.count - base;
	const struct scan_key *again =
		count <= PAIRWISE_MAX ? find_pairwise(list, count) : find_sorted(list, count);
	scan->keys.count = base;
	if (again == NULL) {
		return true;
	}
	char quote[WIRE_QUOTE_ROOM];
	return scan_fault(scan, again->at, "the member %s stands there twice",
		wire_quote(quote, again->bytes, again->len));
}

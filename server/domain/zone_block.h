/* zone_block.h: the data block of a TZif file, found and checked, its bytes still where they lay. */
#ifndef SERVER_DOMAIN_ZONE_BLOCK_H
#define SERVER_DOMAIN_ZONE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zone_block {
	int version; /* 1, 2, … */
	uint32_t time_count, type_count, char_count;
	size_t time_bytes; /* 4 in version 1, then 8 */
	const uint8_t *times, *indices, *types, *chars; /* in the caller's bytes */
	const char *footer; /* the TZ string between its newlines; NULL in version 1 */
	size_t footer_len;
};

/* NULL, or static text that says what is wrong. After it every index is in range and every text ended. */
const char *zone_block_find(struct zone_block *block, const uint8_t *bytes, size_t len);

/* Transition i; type i and where its abbreviation begins in chars. */
int64_t zone_block_time(const struct zone_block *block, uint32_t i);
struct zone_block_type {
	int32_t offset_s;
	uint8_t is_dst, char_index;
} zone_block_type(const struct zone_block *block, uint32_t i);

#endif

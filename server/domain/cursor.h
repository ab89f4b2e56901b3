/* cursor.h: where a list goes on, as a text that only this service can write.
 *
 * A cursor is base64url(place ‖ MAC). The MAC also covers what was asked (operation, path, filters, caller), so a
 * cursor used with other filters is refused instead of giving a list with holes. */
#ifndef SERVER_DOMAIN_CURSOR_H
#define SERVER_DOMAIN_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CURSOR_KEY_BYTES = 32, CURSOR_MAC_BYTES = 16, CURSOR_PLACE_MAX = 1024 };
/* The MAC over what was asked and a place; also of sync tokens. */
void cursor_mac(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const void *place, size_t place_len, uint8_t mac[CURSOR_MAC_BYTES]);

#define CURSOR_ROOM ((CURSOR_PLACE_MAX + CURSOR_MAC_BYTES) * 4 / 3 + 4)

/* `asked` is any bytes that say what the list was. Returns the length, 0 when place is too long. */
size_t cursor_write(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *place, char out[CURSOR_ROOM]);
/* The place, NUL-terminated. false: foreign, tampered with, or from another question. */
bool cursor_read(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *text, size_t len, char place[CURSOR_PLACE_MAX + 1]);

#endif

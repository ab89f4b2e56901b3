/* scope.h: what a key may be used for: names in the contract, bits in a route's row. */
#ifndef SERVER_FLOW_SCOPE_H
#define SERVER_FLOW_SCOPE_H

#include <stddef.h>
#include <stdint.h>

/* "events:read" → SCOPE_EVENTS_READ; 0: unknown. */
uint32_t scope_bit(const char *name, size_t len);
const char *scope_name(uint32_t bit);
/* A text[] literal of names → bits. */
uint32_t scopes_read(const char *array);

#endif

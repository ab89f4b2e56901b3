/* zone_read.h: one TZif file (RFC 9636; RFC 8536 before it) → a clock. Pure: bytes in, segments out. */
#ifndef SERVER_DOMAIN_ZONE_READ_H
#define SERVER_DOMAIN_ZONE_READ_H

#include <stddef.h>
#include <stdint.h>

struct zone_data;

/**
 * Read a TZif file of version 1 or later.
 *
 * bytes  any bytes; not kept
 * fault  set to static text that says what is wrong when there is no clock
 *
 * Returns the clock, yours, release with zone_data_free(); NULL when the file breaks a rule of RFC 9636 §3, counts
 * leap seconds (PostgreSQL, JSON and this service do not), or without memory.
 */
struct zone_data *zone_read(const uint8_t *bytes, size_t len, const char **fault);

#endif

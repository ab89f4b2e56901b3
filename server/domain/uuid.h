/* uuid.h: UUIDs as text (RFC 9562 §4), version 7 made here so that ids sort by the time of their making. */
#ifndef SERVER_DOMAIN_UUID_H
#define SERVER_DOMAIN_UUID_H

#include <stdbool.h>
#include <stddef.h>

#define UUID_LEN 36

void uuid_make(char out[UUID_LEN + 1]); /* version 7; within one thread strictly increasing */
/* Any case read, lower case written. false: not a UUID; out is untouched. */
bool uuid_read(const char *text, size_t len, char out[UUID_LEN + 1]);

#endif

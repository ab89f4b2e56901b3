/* consistency.h: a place in the database's write-ahead log, as X-Consistency-Token has it.
 *
 *   00000001-0000000001942868   timeline, place; both hexadecimal
 *
 * Of fixed width, so that of two the greater text is the later one, for clients too. The timeline counts failovers: a
 * replica that still follows the old primary may have read further than the new one has written, and knows nothing of it. */
#ifndef SERVER_DOMAIN_CONSISTENCY_H
#define SERVER_DOMAIN_CONSISTENCY_H

#include <stdbool.h>
#include <stddef.h>

enum { CONSISTENCY_LEN = 25, CONSISTENCY_ROOM = CONSISTENCY_LEN + 1 };

bool consistency_is_shaped(const char *text, size_t len);
/* Has who stands at `replayed` ("": nowhere) seen all that `token` speaks of? Both are shaped. */
bool consistency_covers(const char *replayed, const char *token);
/* The later of the two into `kept`; "" is earlier than all. What is not shaped is left out. */
void consistency_keep(char kept[CONSISTENCY_ROOM], const char *token);

#endif

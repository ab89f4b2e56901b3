/* suggest.h: "did you mean": the nearest known word by edit distance. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

/* Insertions, deletions, substitutions and swaps of neighbours that turn a into b. Words longer than 63 bytes
 * count as infinitely far. */
size_t edit_distance(const char *a, const char *b);

struct suggestion {
	const char *word; /* what was typed */
	const char *best; /* NULL: nothing is near enough */
	size_t distance;
};
#define SUGGESTION(typed) ((struct suggestion){ .word = (typed) })
/* Offer one candidate; it is kept when it is nearer than those before and near enough to be meant. */
void suggestion_offer(struct suggestion *suggestion, const char *candidate);

#endif

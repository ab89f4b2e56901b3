/* suggest.c: optimal string alignment distance over three rows. */
#include "cli/suggest.h"

#include <stdint.h>
#include <string.h>

#define WORD_MAX 63

static size_t least(size_t a, size_t b) {
	return a < b ? a : b;
}

size_t edit_distance(const char *a, const char *b) {
	size_t rows[3][WORD_MAX + 1], a_len = strlen(a), b_len = strlen(b);
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	if (a_len > WORD_MAX || b_len > WORD_MAX) {
		return SIZE_MAX;
	}
	for (size_t j = 0; j <= b_len; j++) {
		above[j] = j;
	}
	for (size_t i = 1; i <= a_len; i++) {
		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			row[j] = least(least(above[j], row[j - 1]) + 1,
				above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
				row[j] = least(row[j], before[j - 2] + 1);
			}
		}
		size_t *oldest = before;
		before = above;
		above = row;
		row = oldest;
	}
	return above[b_len];
}

void suggestion_offer(struct suggestion *suggestion, const char *candidate) {
	size_t distance = edit_distance(suggestion->word, candidate);
	/* A third of the word may be wrong; more than that is another word. */
	size_t bound = 1 + strlen(suggestion->word) / 3;

	if (distance <= bound && (suggestion->best == NULL || distance < suggestion->distance)) {
		suggestion->best = candidate;
		suggestion->distance = distance;
	}
}

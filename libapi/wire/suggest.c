/* suggest.c: Levenshtein's distance over short names, row by row. Camel case counts as snake case: startTime is
 * the slip of everyone who comes from JavaScript. */
#include "libapi/wire/suggest.h"

#include <string.h>

#define NAME_MAX_BYTES 40

static size_t least(size_t a, size_t b, size_t c) {
	size_t ab = a < b ? a : b;
	return ab < c ? ab : c;
}

static size_t distance(const char *a, const char *b) {
	size_t row[NAME_MAX_BYTES + 1], width = strlen(b);
	for (size_t j = 0; j <= width; j++) {
		row[j] = j;
	}
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= width; j++) {
			size_t changed = diagonal + (a[i - 1] != b[j - 1]);
			diagonal = row[j];
			row[j] = least(row[j] + 1, row[j - 1] + 1, changed);
		}
	}
	return row[width];
}

/* false: too long to be any name of ours. */
static bool to_snake_case(const char *name, char out[NAME_MAX_BYTES + 1]) {
	size_t len = 0;
	for (; *name != '\0'; name++) {
		bool upper = *name >= 'A' && *name <= 'Z';
		if (len + 2 > NAME_MAX_BYTES) {
			return false;
		}
		if (upper && len > 0) {
			out[len++] = '_';
		}
		out[len++] = (char)(upper ? *name - 'A' + 'a' : *name);
	}
	out[len] = '\0';
	return true;
}

const char *wire_suggest(const struct wire_schema *schema, const char *name) {
	char snake[NAME_MAX_BYTES + 1];
	if (!to_snake_case(name, snake)) {
		return NULL;
	}
	size_t nearest = strlen(snake) < 5 ? 1 : 2;
	const char *found = NULL;
	for (size_t i = 0; i < schema->count; i++) {
		const char *known = schema->fields[i].name;
		size_t edits = strlen(known) > NAME_MAX_BYTES ? SIZE_MAX : distance(snake, known);
		if (edits < nearest || (edits == nearest && found == NULL)) {
			nearest = edits;
			found = known;
		}
	}
	return found;
}

/* consistency.c: compared as text, which the fixed width makes right. */
#include "server/domain/consistency.h"

#include <stdio.h>
#include <string.h>

enum { TIMELINE_LEN = 8 };

bool consistency_is_shaped(const char *text, size_t len) {
	if (len != CONSISTENCY_LEN || text[TIMELINE_LEN] != '-') {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (i != TIMELINE_LEN && memchr("0123456789abcdef", text[i], 16) == NULL) {
			return false;
		}
	}
	return true;
}

bool consistency_covers(const char *replayed, const char *token) {
	return replayed[0] != '\0' && memcmp(replayed, token, TIMELINE_LEN) >= 0 &&
	       strcmp(replayed + TIMELINE_LEN, token + TIMELINE_LEN) >= 0;
}

void consistency_keep(char kept[CONSISTENCY_ROOM], const char *token) {
	if (consistency_is_shaped(token, strlen(token)) && strcmp(token, kept) > 0) {
		snprintf(kept, CONSISTENCY_ROOM, "%s", token);
	}
}

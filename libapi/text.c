/* text.c: copying texts, and the three tests that keep CR and LF out of what is sent. */
#include "libapi/text.h"

#include "api/base.h"
#include "libapi/wire/memory.h"

#include <string.h>
#include <time.h>

void libapi_string_free(char *text) {
	wire_free(text);
}

bool libapi__text_set(char **slot, const char *text) {
	char *copy = NULL;

	if (text != NULL) {
		copy = wire_strdup(text);
		if (copy == NULL) {
			return false;
		}
	}
	wire_free(*slot);
	*slot = copy;
	return true;
}

bool libapi__text_is_printable(const char *text, size_t max) {
	size_t len = strnlen(text, max + 1);

	if (len == 0 || len > max || text[0] == ' ' || text[len - 1] == ' ') {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (text[i] < 0x20 || text[i] > 0x7e) {
			return false;
		}
	}
	return true;
}

static bool is_token_char(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

bool libapi__text_is_token(const char *text, size_t max) {
	size_t len = strnlen(text, max + 1);

	if (len == 0 || len > max) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		if (!is_token_char(text[i])) {
			return false;
		}
	}
	return true;
}

bool libapi__text_is_header_value(const char *text, size_t max) {
	size_t len = strnlen(text, max + 1);

	if (len > max) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		if ((c < 0x20 && c != '\t') || c == 0x7f) {
			return false;
		}
	}
	return true;
}

int64_t libapi__now_ms(void) {
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

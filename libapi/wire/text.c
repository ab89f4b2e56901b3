/* text.c: UTF-8 by the table of RFC 3629 §4: no surrogates, nothing overlong, nothing past U+10FFFF. */
#include "libapi/wire/text.h"

#include <stdbool.h>
#include <string.h>

static bool is_tail(unsigned char c) {
	return (c & 0xc0) == 0x80;
}

static size_t three_bytes(const unsigned char *at, size_t left) {
	if (left < 3 || !is_tail(at[1]) || !is_tail(at[2])) {
		return 0;
	}
	bool overlong = at[0] == 0xe0 && at[1] < 0xa0;
	bool surrogate = at[0] == 0xed && at[1] > 0x9f;
	return overlong || surrogate ? 0 : 3;
}

static size_t four_bytes(const unsigned char *at, size_t left) {
	if (left < 4 || !is_tail(at[1]) || !is_tail(at[2]) || !is_tail(at[3])) {
		return 0;
	}
	bool overlong = at[0] == 0xf0 && at[1] < 0x90;
	bool too_high = at[0] > 0xf4 || (at[0] == 0xf4 && at[1] > 0x8f);
	return overlong || too_high ? 0 : 4;
}

size_t wire_utf8_step(const char *text, size_t left) {
	const unsigned char *at = (const unsigned char *)text;
	if (left == 0) {
		return 0;
	}
	if (at[0] < 0x80) {
		return 1;
	}
	if (at[0] < 0xc2) {
		return 0; /* a tail without a head, or overlong */
	}
	if (at[0] < 0xe0) {
		return left >= 2 && is_tail(at[1]) ? 2 : 0;
	}
	return at[0] < 0xf0 ? three_bytes(at, left) : four_bytes(at, left);
}

/* Eight bytes at once while they are ASCII and none is NUL: most texts are nothing else. */
static size_t ascii_run(const char *text, size_t len) {
	const uint64_t high = 0x8080808080808080u, low = 0x0101010101010101u;
	size_t at = 0;
	while (len - at >= 8) {
		uint64_t word;
		memcpy(&word, text + at, 8);
		if (((word | (word - low)) & high) != 0) {
			break;
		}
		at += 8;
	}
	return at;
}

int64_t wire_text_points(const char *text, size_t len) {
	size_t at = ascii_run(text, len);
	int64_t points = (int64_t)at;
	while (at < len) {
		size_t step = wire_utf8_step(text + at, len - at);
		if (step == 0 || text[at] == '\0') {
			return -1;
		}
		at += step;
		points++;
	}
	return points;
}

size_t wire_text_cut(const char *text, size_t len, size_t max) {
	if (len <= max) {
		return len;
	}
	size_t cut = max;
	while (cut > 0 && max - cut < 3 && is_tail((unsigned char)text[cut])) {
		cut--;
	}
	/* Four tails in a row are no UTF-8 at all: then any place is as good. */
	return is_tail((unsigned char)text[cut]) ? max : cut;
}

const char *wire_quote(char out[WIRE_QUOTE_ROOM], const char *text, size_t len) {
	size_t shown = wire_text_cut(text, len, WIRE_QUOTE_MAX);
	char *to = out;
	*to++ = '"';
	for (size_t at = 0; at < shown;) {
		size_t step = wire_utf8_step(text + at, shown - at);
		unsigned char c = (unsigned char)text[at];
		bool c1_control = step == 2 && c == 0xc2 && (unsigned char)text[at + 1] < 0xa0;
		if (step == 0 || c < 0x20 || c == 0x7f || c1_control) {
			*to++ = '?';
			at += step == 0 ? 1 : step;
			continue;
		}
		memcpy(to, text + at, step);
		to += step;
		at += step;
	}
	const char *end = shown < len ? "…\"" : "\"";
	memcpy(to, end, strlen(end) + 1);
	return out;
}

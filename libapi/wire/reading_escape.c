/* reading_escape.c: RFC 8259 §7, backwards: what an escape stands for. */
#include <string.h>

#include "libapi/wire/reading.h"

static uint32_t hex4(const char *text) {
	uint32_t unit = 0;
	for (int i = 0; i < 4; i++) {
		char c = text[i];
		unit = unit * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return unit;
}

static char *put_utf8(char *to, uint32_t point) {
	if (point < 0x80) {
		*to++ = (char)point;
		return to;
	}
	if (point < 0x800) {
		*to++ = (char)(0xc0 | point >> 6);
	} else {
		if (point < 0x10000) {
			*to++ = (char)(0xe0 | point >> 12);
		} else {
			*to++ = (char)(0xf0 | point >> 18);
			*to++ = (char)(0x80 | (point >> 12 & 0x3f));
		}
		*to++ = (char)(0x80 | (point >> 6 & 0x3f));
	}
	*to++ = (char)(0x80 | (point & 0x3f));
	return to;
}

/* One escape, known to be valid; *from moves behind it. Never longer than what it replaces. */
static char *decode_escape(const char **from, char *to) {
	static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
	char c = (*from)[1];
	if (c != 'u') {
		const char *name = strchr(names, c);
		*to = name == NULL ? c : values[name - names];
		*from += 2;
		return to + 1;
	}
	uint32_t point = hex4(*from + 2);
	*from += 6;
	if (point >= 0xd800 && point <= 0xdbff) {
		point = 0x10000 + ((point - 0xd800) << 10) + (hex4(*from + 2) - 0xdc00);
		*from += 6;
	}
	return put_utf8(to, point);
}

char *reading_unescape(const char *from, const char *end, char *to) {
	while (from < end) {
		if (*from == '\\') {
			to = decode_escape(&from, to);
		} else {
			*to++ = *from++;
		}
	}
	return to;
}

/* An escape that need not be one is read; the others stay. */
static char *put_escape(const char **from, char *to) {
	const char *begin = *from;
	char *end = decode_escape(from, to);
	if (end == to + 1 && ((unsigned char)*to < 0x20 || *to == '"' || *to == '\\')) {
		memcpy(to, begin, (size_t)(*from - begin));
		return to + (*from - begin);
	}
	return end;
}

char *reading_compact(const char *from, const char *end, char *to) {
	bool in_text = false;
	while (from < end) {
		if (*from == '\\') {
			to = put_escape(&from, to);
			continue;
		}
		in_text ^= *from == '"';
		if (in_text || reading_token(from) == from) {
			*to++ = *from;
		}
		from++;
	}
	return to;
}

/* escape.c: text made safe for where it is put: JSON strings and the parts of a URL. */
#include "libapi/wire/buffer.h"

#include <string.h>

static const char hex_lower[] = "0123456789abcdef";
static const char hex_upper[] = "0123456789ABCDEF";

/* RFC 8259 §7: the two-character escapes; 0 where there is none. */
static char short_escape(unsigned char c) {
	switch (c) {
	case '"':
		return '"';
	case '\\':
		return '\\';
	case '\b':
		return 'b';
	case '\f':
		return 'f';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	default:
		return 0;
	}
}

static void put_escape(struct wire_buffer *buffer, unsigned char c) {
	char brief = short_escape(c);
	if (brief != 0) {
		wire_put(buffer, (char[]){ '\\', brief }, 2);
	} else {
		wire_put(buffer,
			(char[]){ '\\', 'u', '0', '0', hex_lower[c >> 4], hex_lower[c & 15] }, 6);
	}
}

#define EACH(byte) (0x0101010101010101ULL * (byte))

/* Whether none of eight bytes needs an escape. A borrow may say no for nothing, never yes. */
static bool are_plain(const char *text) {
	uint64_t word;
	memcpy(&word, text, sizeof word);
	uint64_t quote = word ^ EACH('"'), backslash = word ^ EACH('\\');
	uint64_t found = ((word - EACH(0x20)) & ~word) | ((quote - EACH(1)) & ~quote) |
			 ((backslash - EACH(1)) & ~backslash);
	return (found & EACH(0x80)) == 0;
}

void wire_put_json_text(struct wire_buffer *buffer, const char *text, size_t len) {
	if (!wire_buffer_reserve(buffer, len + 2)) {
		return;
	}
	wire_put_char(buffer, '"');
	size_t from = 0; /* start of the run that needs no escape */
	for (size_t i = 0; i < len; i++) {
		while (len - i > sizeof(uint64_t) && are_plain(text + i)) {
			i += sizeof(uint64_t);
		}
		unsigned char c = (unsigned char)text[i];
		if (c >= 0x20 && c != '"' && c != '\\') {
			continue;
		}
		wire_put(buffer, text + from, i - from);
		put_escape(buffer, c);
		from = i + 1;
	}
	wire_put(buffer, text + from, len - from);
	wire_put_char(buffer, '"');
}

/* RFC 3986 §2.3 */
static bool is_unreserved(unsigned char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~';
}

void wire_put_escaped(struct wire_buffer *buffer, const char *text, size_t len) {
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		if (is_unreserved(c)) {
			wire_put_char(buffer, text[i]);
		} else {
			wire_put(buffer, (char[]){ '%', hex_upper[c >> 4], hex_upper[c & 15] }, 3);
		}
	}
}

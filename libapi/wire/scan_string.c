/* scan_string.c: RFC 8259 §7, and of its text what RFC 7493 (I-JSON) asks: no lone surrogate. U+0000 is refused
 * as well: PostgreSQL cannot store it and C cannot see past it. */
#include "libapi/wire/scan_parts.h"
#include "libapi/wire/text.h"

static int hex_value(char c) {
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	if (c >= 'a' && c <= 'f') {
		return c - 'a' + 10;
	}
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* "\uXXXX" at scan->at; -1 if it is none. */
static int32_t read_unit(struct scan *scan) {
	if (scan->len - scan->at < 6 || scan->text[scan->at] != '\\' ||
		scan->text[scan->at + 1] != 'u') {
		return -1;
	}
	int32_t unit = 0;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex_value(scan->text[scan->at + i]);
		if (digit < 0) {
			return -1;
		}
		unit = unit * 16 + digit;
	}
	scan->at += 6;
	return unit;
}

static bool scan_unicode_escape(struct scan *scan) {
	size_t from = scan->at;
	int32_t unit = read_unit(scan);
	if (unit < 0) {
		return scan_fault(scan, from, "expected four hexadecimal digits after \\u");
	}
	if (unit == 0) {
		return scan_fault(scan, from, "the character U+0000 is not allowed");
	}
	if (unit < 0xd800 || unit > 0xdfff) {
		return true;
	}
	int32_t low = unit < 0xdc00 ? read_unit(scan) : -1;
	return (low >= 0xdc00 && low <= 0xdfff) ||
	       scan_fault(scan, from, "a surrogate without its other half");
}

static bool scan_escape(struct scan *scan) {
	char c = scan->at + 1 < scan->len ? scan->text[scan->at + 1] : '\0';
	switch (c) {
	case '"':
	case '\\':
	case '/':
	case 'b':
	case 'f':
	case 'n':
	case 'r':
	case 't':
		scan->at += 2;
		return true;
	case 'u':
		return scan_unicode_escape(scan);
	default:
		return scan_fault(scan, scan->at, "an escape that JSON does not have");
	}
}

/* A byte of 0x80 or above begins here. */
static bool scan_utf8(struct scan *scan) {
	size_t step = wire_utf8_step(scan->text + scan->at, scan->len - scan->at);
	if (step == 0) {
		return scan_fault(scan, scan->at, "not valid UTF-8");
	}
	scan->at += step;
	return true;
}

bool scan_string(struct scan *scan, bool *has_escapes) {
	size_t from = scan->at++;
	*has_escapes = false;
	while (scan->at < scan->len) {
		unsigned char c = (unsigned char)scan->text[scan->at];
		bool fine = true;
		if (c == '"') {
			scan->at++;
			return true;
		}
		if (c == '\\') {
			*has_escapes = true;
			fine = scan_escape(scan);
		} else if (c >= 0x80) {
			fine = scan_utf8(scan);
		} else if (c < 0x20) {
			fine = scan_fault(scan, scan->at,
				"a control character in a string; write it as \\u%04x", c);
		} else {
			scan->at++;
		}
		if (!fine) {
			return false;
		}
	}
	return scan_fault(scan, from, "a string without its closing quote");
}

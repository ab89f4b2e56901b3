/* scan.c: the grammar of RFC 8259 §2–§5. Recursive, since depth ends at 32. */
#include "libapi/wire/scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "libapi/wire/scan_parts.h"

static bool scan_value(struct scan *scan);

bool scan_fault(struct scan *scan, size_t at, const char *format, ...) {
	va_list args;
	va_start(args, format);
	vsnprintf(scan->out->fault, sizeof scan->out->fault, format, args);
	va_end(args);
	scan->out->fault_at = at;
	return false;
}

static void skip_space(struct scan *scan) {
	for (; scan->at < scan->len; scan->at++) {
		char c = scan->text[scan->at];
		if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
			return;
		}
	}
}

/* The next byte, -1 at the end. */
static int peek(const struct scan *scan) {
	return scan->at < scan->len ? (unsigned char)scan->text[scan->at] : -1;
}

static bool expected(struct scan *scan, const char *what) {
	return scan_fault(scan, scan->at,
		peek(scan) < 0 ? "the text ends; expected %s" : "expected %s", what);
}

static bool scan_word(struct scan *scan, const char *word) {
	size_t len = strlen(word);
	if (scan->len - scan->at < len || memcmp(scan->text + scan->at, word, len) != 0) {
		return expected(scan, "a value");
	}
	scan->at += len;
	return true;
}

static bool enter(struct scan *scan) {
	if (++scan->depth > WIRE_DEPTH_MAX) {
		return scan_fault(scan, scan->at, "nested deeper than %d", WIRE_DEPTH_MAX);
	}
	scan->at++;
	skip_space(scan);
	return true;
}

static void leave(struct scan *scan) {
	scan->at++;
	scan->depth--;
}

/* Behind an item: a comma (more follows), or the end. */
static bool scan_comma(struct scan *scan, char end, bool *more) {
	skip_space(scan);
	int c = peek(scan);
	*more = c == ',';
	if (c == end) {
		return true;
	}
	if (!*more) {
		return expected(scan, end == ']' ? "',' or ']'" : "',' or '}'");
	}
	scan->at++;
	skip_space(scan);
	return true;
}

static bool scan_array(struct scan *scan) {
	if (!enter(scan)) {
		return false;
	}
	bool more = peek(scan) != ']';
	while (more) {
		if (!scan_value(scan) || !scan_comma(scan, ']', &more)) {
			return false;
		}
	}
	leave(scan);
	return true;
}

static bool scan_member(struct scan *scan) {
	if (peek(scan) != '"') {
		return expected(scan, "a member name in double quotes");
	}
	size_t from = scan->at + 1;
	bool has_escapes;
	if (!scan_string(scan, &has_escapes) ||
		!scan_keys_add(scan, from, scan->at - 1, has_escapes)) {
		return false;
	}
	skip_space(scan);
	if (peek(scan) != ':') {
		return expected(scan, "':'");
	}
	scan->at++;
	skip_space(scan);
	return scan_value(scan);
}

static bool scan_object(struct scan *scan) {
	size_t base = scan->keys.count;
	if (!enter(scan)) {
		return false;
	}
	bool more = peek(scan) != '}';
	while (more) {
		if (!scan_member(scan) || !scan_comma(scan, '}', &more)) {
			return false;
		}
	}
	leave(scan);
	return scan_keys_close(scan, base);
}

static bool scan_value(struct scan *scan) {
	bool has_escapes;
	if (++scan->values > scan->values_max && scan->values_max != 0) {
		return scan_fault(scan, scan->at, "more than %zu values", scan->values_max);
	}
	switch (peek(scan)) {
	case '{':
		return scan_object(scan);
	case '[':
		return scan_array(scan);
	case '"':
		return scan_string(scan, &has_escapes);
	case 't':
		return scan_word(scan, "true");
	case 'f':
		return scan_word(scan, "false");
	case 'n':
		return scan_word(scan, "null");
	case '-':
	case '0' ... '9':
		return scan_number(scan);
	default:
		return expected(scan, "a value");
	}
}

static bool scan_document(struct scan *scan) {
	skip_space(scan);
	scan->out->is_object = peek(scan) == '{';
	if (!scan_value(scan)) {
		return false;
	}
	skip_space(scan);
	return peek(scan) < 0 || scan_fault(scan, scan->at, "text behind the value");
}

enum wire_verdict wire_scan(
	const char *json, size_t len, size_t values_max, struct wire_scan *out) {
	struct scan scan;
	scan.text = json;
	scan.len = len;
	scan.at = scan.depth = scan.values = 0;
	scan.values_max = values_max;
	scan.no_memory = false;
	scan.out = out;
	*out = (struct wire_scan){ 0 };
	if (len > INT32_MAX) { /* lengths of texts are kept in 32 bits */
		scan_fault(&scan, INT32_MAX, "longer than 2 GiB");
		return WIRE_NOT_JSON;
	}
	scan_keys_init(&scan.keys);
	bool is_json = scan_document(&scan);
	scan_keys_finish(&scan.keys);
	if (scan.no_memory) {
		return WIRE_NO_MEMORY;
	}
	return is_json ? WIRE_OK : WIRE_NOT_JSON;
}

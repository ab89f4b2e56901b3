/* ics_line.c: see ics_line.h. Unfolding happens in place: a logical line is never longer than what it was. */
#include "server/domain/ics_line.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "libapi/wire/text.h"

static bool is_name_char(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_';
}

/* Where the value begins, after the colon that no quotes hold; 0: nowhere. */
static uint32_t find_value(const char *text, uint32_t at, uint32_t len) {
	bool quoted = false;

	for (; at < len; at++) {
		if (text[at] == '"') {
			quoted = !quoted;
		} else if (text[at] == ':' && !quoted) {
			return at + 1;
		}
	}
	return 0;
}

static void measure(struct ics_line *line) {
	uint32_t name_len = 0;

	while (name_len < line->len && is_name_char(line->text[name_len])) {
		name_len++;
	}
	char next = name_len < line->len ? line->text[name_len] : 0;
	if (name_len == 0 || (next != ';' && next != ':') ||
		wire_text_points(line->text, line->len) < 0) {
		return;
	}
	line->value_at = find_value(line->text, name_len, line->len);
	line->name_len = line->value_at == 0 ? 0 : name_len;
}

static bool add_line(struct ics_text *text, const char *start, size_t len, uint32_t number) {
	if (text->count == text->room) {
		size_t room = text->room == 0 ? 1024 : text->room * 2;
		struct ics_line *lines = realloc(text->lines, room * sizeof(*lines));
		if (lines == NULL) {
			return false;
		}
		text->lines = lines;
		text->room = room;
	}
	struct ics_line *line = &text->lines[text->count++];
	*line = (struct ics_line){ .text = start, .len = (uint32_t)len, .number = number };
	measure(line);
	return true;
}

/* One line of the file without its end; *next is where the following one begins. */
static size_t line_len(const char *at, const char *end, const char **next) {
	const char *stop = memchr(at, '\n', (size_t)(end - at));

	*next = stop == NULL ? end : stop + 1;
	stop = stop == NULL ? end : stop;
	return (size_t)(stop - at) - (stop > at && stop[-1] == '\r');
}

/* Copies a line and what continues it to `to`. Returns the end of what was read. */
static const char *unfold(const char *at, const char *end, char **to, uint32_t *numbers) {
	const char *next = NULL;
	size_t len = line_len(at, end, &next);

	for (;;) {
		memmove(*to, at, len);
		*to += len;
		++*numbers;
		at = next;
		if (at >= end || (*at != ' ' && *at != '\t')) {
			return at;
		}
		len = line_len(++at, end, &next);
	}
}

static const char *read_lines(struct ics_text *text, char *at, size_t len) {
	const char *from = at, *end = at + len;
	uint32_t number = 1;

	if (len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
		from += 3;
	}
	while (from < end) {
		char *start = at;
		uint32_t first = number, numbers = 0;
		from = unfold(from, end, &at, &numbers);
		number += numbers;
		size_t line_bytes = (size_t)(at - start);
		/* The end of a line made room for its NUL, except behind the last one: there is one more byte. */
		*at++ = 0;
		if (line_bytes > 0 && text->count == ICS_LINES_MAX) {
			return "it has too many lines";
		}
		if (line_bytes > 0 && !add_line(text, start, line_bytes, first)) {
			return "no memory";
		}
	}
	return NULL;
}

const char *ics_text_read(struct ics_text *text, const char *bytes, size_t len) {
	*text = (struct ics_text){ .bytes = malloc(len + 2) };
	if (text->bytes == NULL) {
		return "no memory";
	}
	memcpy(text->bytes, bytes, len);
	const char *fault = read_lines(text, text->bytes, len);
	if (fault != NULL) {
		ics_text_finish(text);
	}
	return fault;
}

void ics_text_finish(struct ics_text *text) {
	free(text->bytes);
	free(text->lines);
	*text = (struct ics_text){ 0 };
}

bool ics_line_is(const struct ics_line *line, const char *name) {
	return line->name_len > 0 && strlen(name) == line->name_len &&
	       strncasecmp(line->text, name, line->name_len) == 0;
}

bool ics_line_value_is(const struct ics_line *line, const char *value) {
	return strcasecmp(ics_line_value(line), value) == 0;
}

/* ---- parameters ----------------------------------------------------------------------------------------- */

struct param {
	const char *name, *value;
	size_t name_len, value_len;
};

/* The length of a value up to its comma, semicolon or colon outside of quotes. */
static size_t value_len(const char *at, const char *end) {
	const char *start = at;

	if (at < end && *at == '"') {
		const char *close = memchr(at + 1, '"', (size_t)(end - at - 1));
		return close == NULL ? (size_t)(end - at) : (size_t)(close - at) + 1;
	}
	while (at < end && *at != ',' && *at != ';') {
		at++;
	}
	return (size_t)(at - start);
}

/* Where the next parameter begins: past the values that follow the first. */
static const char *next_param(const char *at, const char *end) {
	bool quoted = false;

	for (; at < end && (quoted || *at != ';'); at++) {
		quoted ^= *at == '"';
	}
	return at;
}

static bool find_param(const struct ics_line *line, const char *name, struct param *out) {
	const char *end = line->text + line->value_at - 1;
	size_t len = strlen(name);

	for (const char *at = line->text + line->name_len; at < end && *at == ';';) {
		const char *start = ++at, *equals = memchr(at, '=', (size_t)(end - at));
		if (equals == NULL) {
			return false;
		}
		if ((size_t)(equals - start) == len && strncasecmp(start, name, len) == 0) {
			*out = (struct param){ start, equals + 1, len, value_len(equals + 1, end) };
			return true;
		}
		at = next_param(equals + 1, end);
	}
	return false;
}

/* RFC 6868 §3.1. */
static char uncaret(char c) {
	switch (c) {
	case 'n':
		return '\n';
	case '\'':
		return '"';
	default:
		return c == '^' ? '^' : 0;
	}
}

ssize_t ics_line_param(const struct ics_line *line, const char *name, char *out, size_t room) {
	struct param param;
	size_t used = 0;

	if (line->name_len == 0 || !find_param(line, name, &param)) {
		return -1;
	}
	if (param.value_len >= 2 && param.value[0] == '"') {
		param.value++;
		param.value_len -= 2;
	}
	for (size_t i = 0; i < param.value_len; i++) {
		char c = param.value[i], plain = 0;
		if (c == '^' && i + 1 < param.value_len) {
			plain = uncaret(param.value[i + 1]);
		}
		if (used + 1 >= room) {
			return -1;
		}
		out[used++] = plain != 0 ? plain : c;
		i += plain != 0;
	}
	out[used] = 0;
	return (ssize_t)used;
}

/* ---- values ----------------------------------------------------------------------------------------------- */

void ics_put_unescaped(struct wire_buffer *out, const char *text, size_t len) {
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		if (c == '\\' && i + 1 < len) {
			c = text[++i];
			c = c == 'n' || c == 'N' ? '\n' : c;
		}
		wire_put_char(out, c);
	}
}

size_t ics_item_len(const char *text, size_t len) {
	size_t i = 0;

	while (i < len && text[i] != ',') {
		i += text[i] == '\\' && i + 1 < len ? 2 : 1;
	}
	return i;
}

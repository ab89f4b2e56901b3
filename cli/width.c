/* width.c: UTF-8 is decoded here; wcwidth() says how wide a character is. */
#include "cli/width.h"

#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#define REPLACEMENT 0xFFFD

void width_init(void) {
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
		setlocale(LC_CTYPE, "");
	}
}

/* The character at *text, which moves on by its length; broken UTF-8 moves by one byte (RFC 3629 §3). */
static uint32_t next_character(const char **text) {
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *bytes = (const unsigned char *)*text;
	size_t len = bytes[0] < 0x80    ? 1
		     : bytes[0] >= 0xF0 ? 4
		     : bytes[0] >= 0xE0 ? 3
		     : bytes[0] >= 0xC2 ? 2
					: 0;
	uint32_t c = len == 1 ? bytes[0] : bytes[0] & (0x7F >> len);

	for (size_t i = 1; i < len; i++) {
		if ((bytes[i] & 0xC0) != 0x80) {
			len = 0;
			break;
		}
		c = c << 6 | (bytes[i] & 0x3F);
	}
	if (len == 0 || (len > 1 && c < least[len]) || c > 0x10FFFF ||
		(c >= 0xD800 && c < 0xE000)) {
		*text += 1;
		return REPLACEMENT;
	}
	*text += len;
	return c;
}

/* Controls, and the marks that turn the direction of what follows (Unicode TR 9), are not for printing. */
static bool is_unsafe(uint32_t c) {
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static uint32_t next_clean(const char **text) {
	uint32_t c = next_character(text);

	if (c == '\n' || c == '\r' || c == '\t') {
		return ' ';
	}
	return is_unsafe(c) ? REPLACEMENT : c;
}

static size_t width_of(uint32_t c) {
	int width = wcwidth((wchar_t)c);

	return width < 0 ? 1 : (size_t)width;
}

size_t display_width(const char *text) {
	size_t width = 0;

	while (*text != '\0') {
		width += width_of(next_clean(&text));
	}
	return width;
}

static void put_character(FILE *out, uint32_t c) {
	if (c < 0x80) {
		fputc((int)c, out);
		return;
	}
	if (c >= 0x10000) {
		fputc((int)(0xF0 | c >> 18), out);
		fputc((int)(0x80 | (c >> 12 & 0x3F)), out);
	} else if (c >= 0x800) {
		fputc((int)(0xE0 | c >> 12), out);
	}
	if (c < 0x800) {
		fputc((int)(0xC0 | c >> 6), out);
	} else {
		fputc((int)(0x80 | (c >> 6 & 0x3F)), out);
	}
	fputc((int)(0x80 | (c & 0x3F)), out);
}

size_t put_text(FILE *out, const char *text, size_t max_width) {
	size_t printed = 0;
	bool cut = max_width > 0 && display_width(text) > max_width;

	while (*text != '\0') {
		uint32_t c = next_clean(&text);
		if (cut && printed + width_of(c) + 1 > max_width) {
			fputs("…", out);
			return printed + 1;
		}
		put_character(out, c);
		printed += width_of(c);
	}
	return printed;
}

size_t terminal_width(FILE *out) {
	struct winsize size;

	if (!isatty(fileno(out)) || ioctl(fileno(out), TIOCGWINSZ, &size) != 0) {
		return 0;
	}
	return size.ws_col;
}

bool wants_colour(FILE *out) {
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(fileno(out)) && (no_color == NULL || no_color[0] == '\0') && term != NULL &&
	       strcmp(term, "dumb") != 0;
}

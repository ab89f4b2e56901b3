/* ics_put.c: see ics_put.h. */
#include "server/domain/ics_put.h"

#include <string.h>

#include "libapi/wire/text.h"

enum { LINE_OCTETS = 75 };

void ics_writer_finish(struct ics_writer *writer) {
	writer->out->failed |= writer->line.failed;
	wire_buffer_finish(&writer->line);
}

/* §3.1: at most 75 octets without the break; a continuation begins with a space, which counts. */
static void put_folded(struct wire_buffer *out, const char *text, size_t len) {
	size_t most = LINE_OCTETS;

	while (len > most) {
		size_t part = wire_text_cut(text, len, most);
		wire_put(out, text, part);
		wire_put(out, "\r\n ", 3);
		text += part;
		len -= part;
		most = LINE_OCTETS - 1;
	}
	wire_put(out, text, len);
	wire_put(out, "\r\n", 2);
}

void ics_end_line(struct ics_writer *writer) {
	writer->out->failed |= writer->line.failed;
	if (!writer->line.failed) {
		put_folded(writer->out, writer->line.bytes, writer->line.len);
	}
}

void ics_begin(struct ics_writer *writer, const char *name) {
	wire_buffer_clear(&writer->line);
	wire_put_str(&writer->line, name);
}

/* RFC 6868 §3.1: what neither a bare nor a quoted value can hold. */
static void put_careted(struct wire_buffer *line, char c) {
	static const char *const pairs[] = { ['\n'] = "^n", ['"'] = "^'", ['^'] = "^^" };
	const char *pair = (unsigned char)c < sizeof(pairs) / sizeof(*pairs) ? pairs[(int)c] : NULL;

	if (pair != NULL) {
		wire_put_str(line, pair);
	} else if ((unsigned char)c >= 0x20 || c == '\t') {
		wire_put_char(line, c);
	}
}

void ics_param(struct ics_writer *writer, const char *name, const char *value) {
	if (value == NULL) {
		return;
	}
	bool quoted = strpbrk(value, ",;:") != NULL;
	wire_put_char(&writer->line, ';');
	wire_put_str(&writer->line, name);
	wire_put_str(&writer->line, quoted ? "=\"" : "=");
	for (const char *at = value; *at != 0; at++) {
		put_careted(&writer->line, *at);
	}
	wire_put_str(&writer->line, quoted ? "\"" : "");
}

void ics_end(struct ics_writer *writer, const char *value) {
	wire_put_char(&writer->line, ':');
	wire_put_str(&writer->line, value);
	ics_end_line(writer);
}

void ics_end_text(struct ics_writer *writer, const char *text, size_t len) {
	wire_put_char(&writer->line, ':');
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\n') {
			wire_put(&writer->line, "\\n", 2);
		} else if (text[i] == ',' || text[i] == ';' || text[i] == '\\') {
			wire_put_char(&writer->line, '\\');
			wire_put_char(&writer->line, text[i]);
		} else if ((unsigned char)text[i] >= 0x20 || text[i] == '\t') {
			wire_put_char(&writer->line, text[i]);
		}
	}
	ics_end_line(writer);
}

void ics_put(struct ics_writer *writer, const char *name, const char *value) {
	if (value != NULL) {
		ics_begin(writer, name);
		ics_end(writer, value);
	}
}

void ics_put_text(struct ics_writer *writer, const char *name, const char *text) {
	if (text != NULL) {
		ics_begin(writer, name);
		ics_end_text(writer, text, strlen(text));
	}
}

void ics_put_number(struct ics_writer *writer, const char *name, int64_t number) {
	ics_begin(writer, name);
	wire_put_char(&writer->line, ':');
	wire_put_int(&writer->line, number);
	ics_end_line(writer);
}

void ics_put_kept(struct ics_writer *writer, const char *lines) {
	while (lines != NULL && *lines != 0) {
		size_t len = strcspn(lines, "\n");
		put_folded(writer->out, lines, len);
		lines += len + (lines[len] == '\n');
	}
}

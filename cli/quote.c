/* quote.c: three notations, one loop each. */
#include "cli/quote.h"

#include <string.h>

void put_c_string(FILE *out, const char *text) {
	fputc('"', out);
	for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
		if (*c == '"' || *c == '\\') {
			fprintf(out, "\\%c", *c);
		} else if (*c == '\n') {
			fputs("\\n", out);
		} else if (*c == '?' && c[1] == '?') {
			fputs("?\\", out); /* the next ? follows: no trigraph, C11 §5.2.1.1 */
		} else if (*c < 0x20 || *c == 0x7F) {
			fprintf(out, "\\%03o", *c);
		} else {
			fputc(*c, out);
		}
	}
	fputc('"', out);
}

void put_shell_word(FILE *out, const char *text) {
	fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '\'') {
			fputs("'\\''", out);
		} else {
			fputc(*text, out);
		}
	}
	fputc('\'', out);
}

void put_url_part(FILE *out, const char *text) {
	static const char unreserved[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *text != '\0'; text++) {
		if (strchr(unreserved, *text) != NULL) {
			fputc(*text, out);
		} else {
			fprintf(out, "%%%02X", (unsigned char)*text);
		}
	}
}

/* report.h: where a wrong value lies, and the sentence about it.
 *
 * A path is a chain on the stack of the walk that found the problem; its text is made only when needed. */
#ifndef LIBAPI_WIRE_REPORT_H
#define LIBAPI_WIRE_REPORT_H

#include "libapi/wire/wire.h"

struct wire_path {
	const struct wire_path *up; /* NULL: the document itself */
	const char *name; /* member, or NULL: an item */
	size_t name_len;
	size_t index;
};
/* RFC 6901: "" for the document, else "/a/0/b" with ~ and / escaped. Long names of others are cut. */
#define WIRE_POINTER_ROOM 512
void wire_path_print(const struct wire_path *path, char out[WIRE_POINTER_ROOM]);

struct wire_report {
	struct wire_problems *problems;
	enum wire_mode mode;
	bool found; /* something was wrong, even if the list had no more room for it */
};
/* `code` is static. */
void wire_report_add(struct wire_report *report, const struct wire_path *path, const char *code,
	const char *message, ...) __attribute__((format(printf, 4, 5)));
bool wire_report_full(const struct wire_report *report);
/* Is there a problem about this very value already? */
bool wire_report_has(const struct wire_report *report, const struct wire_path *path);

#endif

/* report.c: problems collected, with texts of their own. */
#include "libapi/wire/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "libapi/wire/arena.h"
#include "libapi/wire/text.h"

#define MESSAGE_ROOM 768 /* an enum with all its names fits */

void wire_problems_init(struct wire_problems *problems) {
	problems->count = 0;
	problems->arena = NULL;
}

void wire_problems_finish(struct wire_problems *problems) {
	wire_arena_free(problems->arena);
	wire_problems_init(problems);
}

static const char *keep(struct wire_problems *problems, const char *text) {
	if (problems->arena == NULL) {
		problems->arena = wire_arena_new(1024);
	}
	char *copy = problems->arena == NULL ? NULL
					     : wire_arena_copy(problems->arena, text, strlen(text));
	/* A problem without its text is still a problem: wrong input must not pass for want of memory. */
	return copy == NULL ? "" : copy;
}

__attribute__((format(printf, 4, 0))) static void add(struct wire_problems *problems,
	const char *pointer, const char *code, const char *message, va_list args) {
	if (problems->count == WIRE_PROBLEMS_MAX) {
		return;
	}
	char text[MESSAGE_ROOM];
	if (vsnprintf(text, sizeof text, message, args) >= (int)sizeof text) {
		text[wire_text_cut(text, sizeof text - 1, sizeof text - 2)] =
			'\0'; /* no half code point */
	}
	struct wire_problem *problem = &problems->list[problems->count++];
	*problem = (struct wire_problem){ keep(problems, pointer), code, keep(problems, text) };
}

void wire_problems_add(struct wire_problems *problems, const char *pointer, const char *code,
	const char *message, ...) {
	va_list args;
	va_start(args, message);
	add(problems, pointer, code, message, args);
	va_end(args);
}

void wire_report_add(struct wire_report *report, const struct wire_path *path, const char *code,
	const char *message, ...) {
	report->found = true;
	if (wire_report_full(report)) {
		return;
	}
	char pointer[WIRE_POINTER_ROOM];
	wire_path_print(path, pointer);
	va_list args;
	va_start(args, message);
	add(report->problems, pointer, code, message, args);
	va_end(args);
}

bool wire_report_full(const struct wire_report *report) {
	return report->problems->count == WIRE_PROBLEMS_MAX;
}

bool wire_report_has(const struct wire_report *report, const struct wire_path *path) {
	if (!report->found) {
		return false;
	}
	char pointer[WIRE_POINTER_ROOM];
	wire_path_print(path, pointer);
	for (size_t i = 0; i < report->problems->count; i++) {
		if (strcmp(report->problems->list[i].pointer, pointer) == 0) {
			return true;
		}
	}
	return false;
}

/* ---- pointers ----------------------------------------------------------------------------------------- */

#define SEGMENT_MAX WIRE_QUOTE_MAX
/* "/", every byte escaped, and "…" */
#define SEGMENT_ROOM (1 + 2 * SEGMENT_MAX + sizeof "…")

static char *put_name(char *to, const char *name, size_t len) {
	size_t shown = wire_text_cut(name, len, SEGMENT_MAX);
	for (size_t i = 0; i < shown; i++) {
		if (name[i] == '~' || name[i] == '/') { /* RFC 6901 §3 */
			*to++ = '~';
			*to++ = name[i] == '~' ? '0' : '1';
		} else {
			*to++ = name[i];
		}
	}
	if (shown < len) {
		memcpy(to, "…", strlen("…"));
		to += strlen("…");
	}
	return to;
}

/* From the root down; returns the end of what was written. */
static char *put_path(const struct wire_path *path, char *to, const char *end) {
	if (path == NULL) {
		return to;
	}
	to = put_path(path->up, to, end);
	if ((size_t)(end - to) <= SEGMENT_ROOM) {
		return to; /* schemas do not nest that deep */
	}
	*to++ = '/';
	if (path->name != NULL) {
		return put_name(to, path->name, path->name_len);
	}
	return to + snprintf(to, 24, "%zu", path->index);
}

void wire_path_print(const struct wire_path *path, char out[WIRE_POINTER_ROOM]) {
	*put_path(path, out, out + WIRE_POINTER_ROOM) = '\0';
}

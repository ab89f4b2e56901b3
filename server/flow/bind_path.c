/* bind_path.c: the path's fields. A malformed id names nothing, so it is 404 like any id nobody has. */
#include <string.h>

#include "server/domain/uuid.h"
#include "server/flow/bind.h"
#include "server/flow/problem.h"

static int hex_value(char c) {
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct slice bind_unescape(struct call *call, const char *text, size_t len, bool plus_is_space) {
	char *out = call_alloc(call, len + 1);
	size_t used = 0;

	for (size_t i = 0; out != NULL && i < len; i++) {
		char c = text[i];
		if (c == '+' && plus_is_space) {
			c = ' ';
		} else if (c == '%') {
			int high = i + 2 < len ? hex_value(text[i + 1]) : -1;
			int low = i + 2 < len ? hex_value(text[i + 2]) : -1;
			if (high < 0 || low < 0) {
				return (struct slice){ 0 };
			}
			c = (char)(high << 4 | low);
			i += 2;
		}
		if (c ==
			0) { /* PostgreSQL has no NUL in text, and nothing of ours is named with one */
			return (struct slice){ 0 };
		}
		out[used++] = c;
	}
	if (out == NULL) {
		return (struct slice){ 0 };
	}
	out[used] = 0;
	return (struct slice){ out, used };
}

/* A value of the path in the form the database reads, or NULL. */
static const char *read_value(
	struct call *call, const struct wire_field *field, struct slice text) {
	char *uuid;

	switch (field->format) {
	case WIRE_USER_REF:
		if (text.len == 2 && memcmp(text.text, "me", 2) == 0) {
			return call->has_caller ? call->caller.user_id : NULL;
		}
		/* fall through */
	case WIRE_UUID:
		uuid = call_alloc(call, UUID_LEN + 1);
		return uuid != NULL && uuid_read(text.text, text.len, uuid) ? uuid : NULL;
	default:
		return text.len > 0 ? text.text : NULL;
	}
}

bool bind_path(struct call *call) {
	const struct wire_schema *fields = call->route->operation->path_fields;

	for (size_t i = 0; fields != NULL && i < fields->count && i < PATH_FIELDS_MAX; i++) {
		struct slice text =
			bind_unescape(call, call->segments[i].text, call->segments[i].len, false);
		call->path_values[i] =
			text.text == NULL ? NULL : read_value(call, &fields->fields[i], text);
		if (call->path_values[i] == NULL) {
			problem_answer(
				call, "not_found", "%s is not a valid id", fields->fields[i].name);
			return false;
		}
	}
	return true;
}

/* row.c: one row → one JSON object. The database already wrote the texts; this only puts them in their places,
 * so a row costs a few copies and no allocation. */
#include <string.h>

#include "server/flow/reply.h"

enum {
	OID_BOOL = 16,
	OID_JSON = 114,
	OID_JSONB = 3802,
	OID_TIMESTAMPTZ = 1184,
	OID_TEXT_ARRAY = 1009
};

void reply_put_instant(struct wire_buffer *out, const char *text, size_t len) {
	/* YYYY-MM-DD HH:MM:SS[.f…]+00: the session's zone is UTC and its DateStyle ISO. */
	if (len < 22 || text[10] != ' ') {
		wire_put_str(out, "null"); /* infinity */
		return;
	}
	wire_put_char(out, '"');
	wire_put(out, text, 10);
	wire_put_char(out, 'T');
	wire_put(out, text + 11, 8);
	wire_put_str(out, "Z\"");
}

/* {a,"b c"} → ["a","b c"]. NULL elements do not occur in our tables. */
static void put_array(struct wire_buffer *out, const char *text) {
	char item[512];
	size_t used = 0;
	bool quoted = false, any = false;

	wire_put_char(out, '[');
	for (const char *at = text + 1; *at != 0; at++) {
		if (*at == '"') {
			quoted = !quoted;
			any = true;
		} else if (!quoted && (*at == ',' || *at == '}')) {
			if (any || used > 0) {
				wire_put_json_text(out, item, used);
			}
			if (*at == ',') {
				wire_put_char(out, ',');
			}
			used = 0;
			any = false;
		} else {
			at += *at == '\\' && at[1] != 0;
			if (used < sizeof(item)) {
				item[used++] = *at;
			}
		}
	}
	wire_put_char(out, ']');
}

static void put_scalar(
	struct wire_buffer *out, const struct wire_field *field, const char *text, size_t len) {
	switch (field->type) {
	case WIRE_BOOL:
		wire_put_str(out, text[0] == 't' ? "true" : "false");
		break;
	case WIRE_TEXT:
		wire_put_json_text(out, text, len);
		break;
	default: /* numbers as they are, composed values as JSON */
		wire_put(out, text, len);
	}
}

static void put_value(struct wire_buffer *out, const struct wire_field *field, Oid type,
	const char *text, size_t len) {
	switch (type) {
	case OID_TIMESTAMPTZ:
		reply_put_instant(out, text, len);
		break;
	case OID_JSON:
	case OID_JSONB:
		wire_put(out, text, len);
		break;
	case OID_TEXT_ARRAY:
		put_array(out, text);
		break;
	default:
		put_scalar(out, field, text, len);
	}
}

static void put_name(struct wire_buffer *out, const char *name, char *before) {
	wire_put_char(out, *before);
	wire_put_char(out, '"');
	wire_put_str(out, name);
	wire_put(out, "\":", 2);
	*before = ',';
}

void reply_put_row(
	struct wire_buffer *out, const struct reply_shape *shape, const PGresult *result, int row) {
	char before = '{';

	for (size_t i = 0; i < shape->schema->count; i++) {
		const struct wire_field *field = &shape->schema->fields[i];
		int column = shape->columns->by_field[i];
		if (shape->wanted != NULL && !shape->wanted[i]) {
			continue;
		}
		if (shape->instead != NULL && shape->instead[i] != NULL) {
			if (shape->instead[i][0] != 0) {
				put_name(out, field->name, &before);
				wire_put_str(out, shape->instead[i]);
			}
			continue;
		}
		if (shape->secret != NULL && strcmp(field->name, shape->secret_member) == 0) {
			put_name(out, field->name, &before);
			wire_put_json_text(out, shape->secret, strlen(shape->secret));
		} else if (column < 0) {
			continue;
		} else if (!PQgetisnull(result, row, column)) {
			put_name(out, field->name, &before);
			put_value(out, field, PQftype(result, column),
				PQgetvalue(result, row, column),
				(size_t)PQgetlength(result, row, column));
		} else if (field->flags & WIRE_NULLABLE) {
			put_name(out, field->name, &before);
			wire_put(out, "null", 4);
		}
	}
	wire_put_str(out, before == '{' ? "{}" : "}");
}

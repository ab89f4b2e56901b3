/* encode.c: records → JSON (RFC 8259), straight into the buffer: no tree, no allocation but the buffer's. */
#include <string.h>

#include "libapi/wire/wire.h"

/* Names of schemas are plain ASCII words: nothing to escape. */
static void put_name(struct wire_buffer *out, const char *name, bool is_first) {
	size_t len = strlen(name);
	if (!wire_buffer_reserve(out, len + 4)) {
		return;
	}
	char *to = out->bytes + out->len;
	if (!is_first) {
		*to++ = ',';
	}
	*to++ = '"';
	memcpy(to, name, len);
	to += len;
	*to++ = '"';
	*to++ = ':';
	*to = '\0';
	out->len = (size_t)(to - out->bytes);
}

static void put_list(
	struct wire_buffer *out, const struct wire_field *item, const struct wire_list *list) {
	wire_put_char(out, '[');
	for (size_t i = 0; i < list->count; i++) {
		if (i > 0) {
			wire_put_char(out, ',');
		}
		wire_encode_value(item, &list->items[i], out);
	}
	wire_put_char(out, ']');
}

static void put_map(
	struct wire_buffer *out, const struct wire_field *item, const struct wire_list *map) {
	wire_put_char(out, '{');
	for (size_t i = 0; i < map->count; i++) {
		if (i > 0) {
			wire_put_char(out, ',');
		}
		wire_put_json_text(out, map->keys[i], strlen(map->keys[i]));
		wire_put_char(out, ':');
		wire_encode_value(item, &map->items[i], out);
	}
	wire_put_char(out, '}');
}

void wire_encode_value(
	const struct wire_field *field, const struct wire_value *value, struct wire_buffer *out) {
	if (value->state != WIRE_SET) {
		wire_put(out, "null", 4);
		return;
	}
	switch (field->type) {
	case WIRE_TEXT:
		wire_put_json_text(out, value->text, value->len);
		break;
	case WIRE_INT:
		wire_put_int(out, value->number);
		break;
	case WIRE_BOOL:
		wire_put_str(out, value->number != 0 ? "true" : "false");
		break;
	case WIRE_RECORD:
		wire_encode(value->record, out);
		break;
	case WIRE_LIST:
		put_list(out, field->item, value->list);
		break;
	case WIRE_MAP:
		put_map(out, field->item, value->list);
		break;
	case WIRE_JSON:
		wire_put(out, value->text, value->len);
		break;
	}
}

void wire_encode(const struct wire_record *record, struct wire_buffer *out) {
	bool is_first = true;
	wire_put_char(out, '{');
	for (size_t i = 0; i < record->schema->count; i++) {
		if (record->values[i].state == WIRE_UNSET) {
			continue;
		}
		put_name(out, record->schema->fields[i].name, is_first);
		wire_encode_value(&record->schema->fields[i], &record->values[i], out);
		is_first = false;
	}
	wire_put_char(out, '}');
}

/* fill.c: JSON to builders.
 *
 * Each member is set, forgotten and set again, so that what was forgotten must not be sent. */
#include "fill.h"

#include "settings.h"

#include <stdio.h>
#include <string.h>

static char fault[256];

const char *fill_fault(void) {
	return fault[0] != '\0' ? fault : NULL;
}

static int32_t complain(const char *what, const char *name) {
	(void)snprintf(fault, sizeof(fault), "%s: %s", name, what);
	return LIBAPI_E_INVALID;
}

/* ---- builders ------------------------------------------------------------------------------------------- */

static int32_t set_enum(struct setter *setter, void *to, struct json_object *value) {
	int64_t number = json_object_get_int64(value);

	if (json_object_is_type(value, json_type_string)) {
		const char *text = json_object_get_string(value);

		for (number = 1; setter->names[number] != NULL; number++) {
			if (strcmp(setter->names[number], text) == 0) {
				break;
			}
		}
		if (setter->names[number] == NULL) {
			return complain("no constant has this text", text);
		}
	}
	return setter->number(to, number);
}

static int32_t set_record(struct setter *setter, void *to, struct json_object *value) {
	void *child = NULL;
	int32_t code = fill_builder(setter->child, value, &child);

	if (code == LIBAPI_OK) {
		code = setter->record(to, child);
	}
	setter->child->release(child);
	return code;
}

static int32_t set_list(struct setter *setter, void *to, struct json_object *list) {
	const size_t count = json_object_array_length(list);
	int32_t code = LIBAPI_OK;

	if (count == 0) {
		setter->is_cleared = true;
		return setter->clear(to);
	}
	for (size_t i = 0; i < count && code == LIBAPI_OK; i++) {
		struct json_object *entry = json_object_array_get_idx(list, i);

		code = setter->kind == RECORDS ? set_record(setter, to, entry)
					       : setter->text(to, json_object_get_string(entry));
	}
	return code;
}

static int32_t set_map(struct setter *setter, void *to, struct json_object *map) {
	int32_t code = LIBAPI_OK;

	if (json_object_object_length(map) == 0 && setter->clear != NULL) {
		setter->is_cleared = true;
		return setter->clear(to);
	}
	json_object_object_foreach(map, key, value) {
		if (code != LIBAPI_OK) {
			break;
		}
		setter->is_nulled = setter->is_nulled || value == NULL;
		code = value == NULL ? setter->entry_null(to, key)
				     : setter->entry(to, key, json_object_get_string(value));
	}
	return code;
}

static int32_t set_member(struct setter *setter, void *to, struct json_object *value) {
	if (value == NULL && setter->kind != JSON) {
		setter->is_nulled = true;
		return setter->null != NULL ? setter->null(to)
					    : complain("cannot be null", setter->name);
	}
	setter->is_set = true;
	switch (setter->kind) {
	case TEXT:
		return setter->text(to, json_object_get_string(value));
	case JSON:
		return setter->text(to, json_object_to_json_string(value));
	case ENUM:
		return set_enum(setter, to, value);
	case NUMBER:
	case FLAG:
	case MILLISECONDS:
		return setter->number(to, json_object_get_int64(value));
	case RECORD:
		return set_record(setter, to, value);
	case TEXTS:
	case RECORDS:
		return set_list(setter, to, value);
	case MAP:
		return set_map(setter, to, value);
	}
	return LIBAPI_E_INVALID;
}

static bool fits(const struct setter *setter, struct json_object *value) {
	static const enum json_type types[] = { [TEXT] = json_type_string,
		[NUMBER] = json_type_int,
		[FLAG] = json_type_boolean,
		[RECORD] = json_type_object,
		[TEXTS] = json_type_array,
		[RECORDS] = json_type_array,
		[MAP] = json_type_object };

	return value == NULL || setter->kind == ENUM || setter->kind == JSON ||
	       json_object_is_type(value, types[setter->kind]);
}

static int32_t set_twice(struct setter *setter, void *to, struct json_object *value) {
	int32_t code = LIBAPI_OK;

	if (!fits(setter, value)) {
		return complain("the setter takes another type", setter->name);
	}
	code = set_member(setter, to, value);
	if (code != LIBAPI_OK || setter->unset == NULL) {
		return code;
	}
	code = setter->unset(to);
	return code == LIBAPI_OK ? set_member(setter, to, value) : code;
}

static struct setter *find(const struct builder *builder, const char *name) {
	for (size_t i = 0; i < builder->count; i++) {
		if (strcmp(builder->setters[i].name, name) == 0) {
			return &builder->setters[i];
		}
	}
	return NULL;
}

int32_t fill_builder(struct builder *builder, struct json_object *from, void **out) {
	int32_t code = builder->make(out);

	json_object_object_foreach(from, name, value) {
		struct setter *setter = find(builder, name);

		if (code != LIBAPI_OK) {
			break;
		}
		code = setter != NULL ? set_twice(setter, *out, value)
				      : complain("there is no such setter", name);
	}
	return code;
}

/* ---- inputs --------------------------------------------------------------------------------------------- */

static int32_t fill_path(struct inputs *in, const struct row *row, struct json_object *path) {
	size_t count = 0;

	for (; row->path[count] != NULL; count++) {
		struct json_object *value = json_object_object_get(path, row->path[count]);

		in->path[count] = json_object_get_string(value);
	}
	if (path != NULL && (size_t)json_object_object_length(path) > count) {
		return complain("has more than the operation's path parameters", "path");
	}
	return LIBAPI_OK;
}

static int32_t fill_part(
	struct builder *builder, struct json_object *step, const char *name, void **out) {
	struct json_object *from = NULL;

	if (!json_object_object_get_ex(step, name, &from)) {
		return LIBAPI_OK;
	}
	return builder != NULL ? fill_builder(builder, from, out)
			       : complain("the operation has none", name);
}

static int32_t fill_body(struct inputs *in, const struct row *row, struct json_object *step) {
	struct json_object *text = NULL;

	if (!row->takes_text) {
		return fill_part(row->body, step, "body", &in->body);
	}
	if (json_object_object_get_ex(step, "body", &text)) {
		in->text = json_object_get_string(text);
		in->text_bytes = (size_t)json_object_get_string_len(text);
	}
	return LIBAPI_OK;
}

int32_t fill_inputs(struct inputs *in, const struct row *row, struct json_object *step) {
	int32_t code = LIBAPI_OK;

	*in = (struct inputs){ 0 };
	code = fill_path(in, row, json_object_object_get(step, "path"));
	if (code == LIBAPI_OK) {
		code = fill_part(row->query, step, "query", &in->query);
	}
	if (code == LIBAPI_OK) {
		code = fill_body(in, row, step);
	}
	return code == LIBAPI_OK
		       ? fill_part(&settings_options, step, "options", (void **)&in->options)
		       : code;
}

void fill_release(struct inputs *in, const struct row *row) {
	if (in->query != NULL) {
		row->query->release(in->query);
	}
	if (in->body != NULL) {
		row->body->release(in->body);
	}
	libapi_call_options_free(in->options);
	*in = (struct inputs){ 0 };
}

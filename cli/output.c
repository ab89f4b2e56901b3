/* output.c: json is what the library gives, byte for byte; tables leave out what does not fit a line. */
#include "cli/output.h"

#include <ctype.h>
#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "cli/availability.h"
#include "cli/width.h"

#define PLAIN (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

void output_init(struct output *output, FILE *to, const char *form, const struct command *command) {
	*output = (struct output){ .to = to, .command = command };
	if (form != NULL && strcmp(form, "json") == 0) {
		output->form = OUTPUT_JSON;
	} else if (form != NULL && strcmp(form, "jsonl") == 0) {
		output->form = OUTPUT_JSONL;
	}
	for (size_t i = 0;
		command->columns != NULL && command->columns[i] != NULL && i < TABLE_COLUMNS_MAX;
		i++) {
		output->columns[i] = command->columns[i];
	}
	table_init(&output->table);
}

void output_choose(struct output *output, const char *members) {
	size_t count = 0;
	char *rest = NULL;

	output->chosen = strdup(members);
	if (output->chosen == NULL) {
		return;
	}
	for (char *name = strtok_r(output->chosen, ",", &rest);
		name != NULL && count < TABLE_COLUMNS_MAX; name = strtok_r(NULL, ",", &rest)) {
		output->columns[count++] = name;
	}
	output->columns[count] = NULL;
	output->table.keep_all = true;
}

void output_finish(struct output *output) {
	free(output->chosen);
	table_finish(&output->table);
}

/* ---- values for people -------------------------------------------------------------------------------- */

static bool is_flat(struct json_object *array) {
	for (size_t i = 0; i < json_object_array_length(array); i++) {
		enum json_type type = json_object_get_type(json_object_array_get_idx(array, i));
		if (type == json_type_object || type == json_type_array) {
			return false;
		}
	}
	return true;
}

static char *join(struct json_object *array) {
	char *joined = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&joined, &len);

	if (out == NULL) {
		return NULL;
	}
	for (size_t i = 0; i < json_object_array_length(array); i++) {
		fprintf(out, "%s%s", i > 0 ? ", " : "",
			json_object_get_string(json_object_array_get_idx(array, i)));
	}
	return fclose(out) == 0 ? joined : NULL;
}

static char *show(struct json_object *value) {
	switch (json_object_get_type(value)) {
	case json_type_null:
		return strdup("-");
	case json_type_boolean:
		return strdup(json_object_get_boolean(value) ? "yes" : "no");
	case json_type_array:
		return is_flat(value) ? join(value)
				      : strdup(json_object_to_json_string_ext(value, PLAIN));
	case json_type_object:
		return strdup(json_object_to_json_string_ext(value, PLAIN));
	default:
		return strdup(json_object_get_string(value));
	}
}

static bool is_empty(struct json_object *value) {
	return value == NULL ||
	       (json_object_is_type(value, json_type_array) &&
		       json_object_array_length(value) == 0) ||
	       (json_object_is_type(value, json_type_object) &&
		       json_object_object_length(value) == 0);
}

static bool show_members(FILE *to, struct json_object *object, bool colour) {
	int widest = 0;

	json_object_object_foreach(object, name, value) {
		if (!is_empty(value) && (int)strlen(name) > widest) {
			widest = (int)strlen(name);
		}
	}
	json_object_object_foreach(object, key, member) {
		char *text = is_empty(member) ? NULL : show(member);
		if (text != NULL) {
			fprintf(to, "%s%s%s%*s", colour ? "\033[1m" : "", key,
				colour ? "\033[0m" : "", widest - (int)strlen(key) + 2, "");
			put_text(to, text, 0);
			fputc('\n', to);
		}
		free(text);
	}
	return true;
}

bool output_object(struct output *output, const char *json) {
	if (output->form != OUTPUT_TABLE) {
		fprintf(output->to, "%s\n", json);
		return true;
	}
	struct json_object *object = json_tokener_parse(json);
	bool ok = json_object_is_type(object, json_type_object) &&
		  (availability_show(output->to, output->command->operation, object, output->people,
			   output->agenda.zone, wants_colour(output->to)) ||
			  show_members(output->to, object, wants_colour(output->to)));
	json_object_put(object);
	return ok;
}

/* ---- lists -------------------------------------------------------------------------------------------- */

/* A column is "member", or "head=member|other member": the first that is there. */
static const char *members_of(const char *column) {
	const char *equals = strchr(column, '=');

	return equals != NULL ? equals + 1 : column;
}

static char *head_of(const char *column) {
	char *head = strndup(column, strcspn(column, "="));

	for (char *at = head; at != NULL && *at != '\0'; at++) {
		*at = *at == '_' ? ' ' : (char)toupper((unsigned char)*at);
	}
	return head;
}

static char *cell_of(struct json_object *object, const char *members) {
	while (*members != '\0') {
		char name[64];
		size_t len = strcspn(members, "|");
		struct json_object *value = NULL;
		snprintf(name, sizeof(name), "%.*s", (int)len, members);
		if (json_object_object_get_ex(object, name, &value) && value != NULL) {
			return show(value);
		}
		members += len + (members[len] == '|');
	}
	return strdup("-");
}

void output_begin(struct output *output) {
	if (output->form == OUTPUT_JSON) {
		fputc('[', output->to);
	}
}

static bool add_item(struct output *output, struct json_object *item) {
	if (!json_object_is_type(item, json_type_object)) {
		return false;
	}
	for (const char *const *column = output->columns; *column != NULL; column++) {
		if (!table_add(&output->table, cell_of(item, members_of(*column)))) {
			return false;
		}
	}
	return true;
}

/* Days instead of a table, unless columns were asked for. */
static bool shows_days(const struct output *output) {
	return output->chosen == NULL && strcmp(output->command->operation, "listAgenda") == 0;
}

bool output_item(struct output *output, const char *json) {
	bool ok = true;

	if (output->form == OUTPUT_TABLE) {
		struct json_object *item = json_tokener_parse(json);
		if (shows_days(output)) {
			agenda_item(&output->agenda, output->to, item, wants_colour(output->to));
		} else {
			ok = add_item(output, item);
		}
		json_object_put(item);
	} else {
		fprintf(output->to, "%s%s%s",
			output->form == OUTPUT_JSON && output->count > 0 ? ",\n" : "", json,
			output->form == OUTPUT_JSONL ? "\n" : "");
	}
	output->count++;
	return ok;
}

void output_end(struct output *output) {
	char *heads[TABLE_COLUMNS_MAX] = { NULL };

	if (output->form == OUTPUT_JSON) {
		fputs("]\n", output->to);
	} else if (output->form == OUTPUT_TABLE && output->count == 0) {
		fputs("none\n", output->to);
	} else if (output->form == OUTPUT_TABLE && shows_days(output)) {
		agenda_end(&output->agenda, output->to);
	} else if (output->form == OUTPUT_TABLE) {
		for (size_t i = 0; i < TABLE_COLUMNS_MAX && output->columns[i] != NULL; i++) {
			heads[i] = head_of(output->columns[i]);
			table_head(&output->table, heads[i] != NULL ? heads[i] : "");
		}
		table_print(&output->table, output->to, terminal_width(output->to),
			wants_colour(output->to));
	}
	for (size_t i = 0; i < TABLE_COLUMNS_MAX; i++) {
		free(heads[i]);
	}
}

bool output_page(struct output *output, const char *json, char **cursor) {
	struct json_object *page = json_tokener_parse(json), *items = NULL, *next = NULL;
	bool ok = json_object_object_get_ex(page, "items", &items) &&
		  json_object_is_type(items, json_type_array);

	*cursor = NULL;
	for (size_t i = 0; ok && i < json_object_array_length(items); i++) {
		ok = output_item(output,
			json_object_to_json_string_ext(json_object_array_get_idx(items, i), PLAIN));
	}
	if (ok && json_object_object_get_ex(page, "next_cursor", &next) && next != NULL) {
		*cursor = strdup(json_object_get_string(next));
	}
	json_object_put(page);
	return ok;
}

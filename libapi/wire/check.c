/* check.c: a record against its schema.
 *
 * One problem per value, the plainest first: a text that is too long is not also said to be no URI. */
#include "libapi/wire/check.h"

#include <string.h>

#include "libapi/wire/format.h"
#include "libapi/wire/text.h"

static void check_value(struct wire_report *report, const struct wire_field *field,
	const struct wire_value *value, const struct wire_path *path);

enum wire_mode wire_item_mode(enum wire_mode mode) {
	return mode == WIRE_PATCH ? WIRE_REPLACE : mode;
}

static const char *plural(int64_t count) {
	return count == 1 ? "" : "s";
}

/* A min and max of 0 say nothing at all; a max of 0 alone leaves the top open. */
static bool is_below(const struct wire_field *field, int64_t number) {
	return (field->min != 0 || field->max != 0) && number < field->min;
}

static bool is_above(const struct wire_field *field, int64_t number) {
	return field->max != 0 && number > field->max;
}

/* ---- texts -------------------------------------------------------------------------------------------- */

static bool check_points(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, const struct wire_value *value) {
	int64_t points = wire_text_points(value->text, value->len);
	if (points < 0) {
		wire_report_add(report, path, "format", "not UTF-8 text without NUL");
		return false;
	}
	if (is_below(field, points)) {
		wire_report_add(report, path, "too_short", "%lld character%s; at least %lld",
			(long long)points, plural(points), (long long)field->min);
		return false;
	}
	if (is_above(field, points)) {
		wire_report_add(report, path, "too_long", "%lld character%s; at most %lld",
			(long long)points, plural(points), (long long)field->max);
		return false;
	}
	return true;
}

static bool is_named(const char *const *names, const struct wire_value *value) {
	for (size_t i = 0; names[i] != NULL; i++) {
		if (strlen(names[i]) == value->len &&
			memcmp(names[i], value->text, value->len) == 0) {
			return true;
		}
	}
	return false;
}

static void check_name(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, const struct wire_value *value) {
	if (field->names == NULL || is_named(field->names, value)) {
		return;
	}
	struct wire_buffer all = WIRE_BUFFER_EMPTY;
	for (size_t i = 0; field->names[i] != NULL; i++) {
		wire_put_format(&all, "%s%s", i == 0 ? "" : ", ", field->names[i]);
	}
	char quote[WIRE_QUOTE_ROOM];
	wire_report_add(report, path, "unknown_value", "%s is none of %s",
		wire_quote(quote, value->text, value->len),
		all.bytes == NULL ? "the names allowed" : all.bytes);
	wire_buffer_finish(&all);
}

static void check_format(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, const struct wire_value *value) {
	const char *fault = wire_format_fault(field->format, value->text, value->len);
	if (fault != NULL) {
		char quote[WIRE_QUOTE_ROOM];
		wire_report_add(report, path, "format", "%s is %s",
			wire_quote(quote, value->text, value->len), fault);
	}
}

static void check_text(struct wire_report *report, const struct wire_field *field,
	const struct wire_value *value, const struct wire_path *path) {
	if (!check_points(report, path, field, value)) {
		return;
	}
	if (field->format == WIRE_ENUM) {
		check_name(report, path, field, value);
	} else {
		check_format(report, path, field, value);
	}
}

/* ---- numbers, lists, maps ----------------------------------------------------------------------------- */

static void check_int(struct wire_report *report, const struct wire_field *field,
	const struct wire_value *value, const struct wire_path *path) {
	if (is_below(field, value->number)) {
		wire_report_add(report, path, "too_small", "%lld; at least %lld",
			(long long)value->number, (long long)field->min);
	} else if (is_above(field, value->number)) {
		wire_report_add(report, path, "too_large", "%lld; at most %lld",
			(long long)value->number, (long long)field->max);
	}
}

bool wire_check_count(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, size_t count) {
	const char *of = field->type == WIRE_MAP ? (count == 1 ? "entry" : "entries")
						 : (count == 1 ? "item" : "items");
	if (is_below(field, (int64_t)count)) {
		wire_report_add(report, path, "too_few", "%zu %s; at least %lld", count, of,
			(long long)field->min);
		return false;
	}
	if (is_above(field, (int64_t)count)) {
		wire_report_add(report, path, "too_many", "%zu %s; at most %lld", count, of,
			(long long)field->max);
		return false;
	}
	return true;
}

static void check_list(struct wire_report *report, const struct wire_field *field,
	const struct wire_list *list, const struct wire_path *path) {
	if (!wire_check_count(report, path, field, list->count)) {
		return;
	}
	enum wire_mode mode = report->mode;
	report->mode = wire_item_mode(mode);
	for (size_t i = 0; i < list->count && !wire_report_full(report); i++) {
		struct wire_path here = { .up = path, .index = i };
		check_value(report, field->item, &list->items[i], &here);
	}
	report->mode = mode;
}

static void check_key(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, const char *key) {
	int64_t points = wire_text_points(key, strlen(key));
	if (points < 0) {
		wire_report_add(report, path, "format", "a key that is not UTF-8 text");
	} else if (field->key_max != 0 && points > field->key_max) {
		wire_report_add(report, path, "too_long", "a key of %lld characters; at most %lld",
			(long long)points, (long long)field->key_max);
	}
}

static void check_map(struct wire_report *report, const struct wire_field *field,
	const struct wire_list *map, const struct wire_path *path) {
	if (!wire_check_count(report, path, field, map->count)) {
		return;
	}
	for (size_t i = 0; i < map->count && !wire_report_full(report); i++) {
		struct wire_path here = {
			.up = path, .name = map->keys[i], .name_len = strlen(map->keys[i])
		};
		check_key(report, &here, field, map->keys[i]);
		if (map->items[i].state == WIRE_NULL && report->mode == WIRE_PATCH) {
			continue; /* RFC 7396: null removes the entry */
		}
		check_value(report, field->item, &map->items[i], &here);
	}
}

/* ---- values and records ------------------------------------------------------------------------------- */

static void check_null(
	struct wire_report *report, const struct wire_field *field, const struct wire_path *path) {
	if ((field->flags & WIRE_NULLABLE) == 0) {
		wire_report_add(report, path, "not_nullable", "cannot be null%s",
			report->mode == WIRE_PATCH ? "; leave it out to keep what is stored" : "");
	}
}

static void check_set(struct wire_report *report, const struct wire_field *field,
	const struct wire_value *value, const struct wire_path *path) {
	switch (field->type) {
	case WIRE_TEXT:
		check_text(report, field, value, path);
		break;
	case WIRE_INT:
		check_int(report, field, value, path);
		break;
	case WIRE_RECORD:
		wire_check_record(report, value->record, path);
		break;
	case WIRE_LIST:
		check_list(report, field, value->list, path);
		break;
	case WIRE_MAP:
		check_map(report, field, value->list, path);
		break;
	case WIRE_BOOL:
	case WIRE_JSON:
		break;
	}
}

static void check_value(struct wire_report *report, const struct wire_field *field,
	const struct wire_value *value, const struct wire_path *path) {
	if (value->state == WIRE_SET) {
		check_set(report, field, value, path);
	} else if (value->state == WIRE_NULL) {
		check_null(report, field, path);
	}
}

/* A member left out. One whose value had the wrong type is not there either, but that was said already. */
static void check_absent(
	struct wire_report *report, const struct wire_field *field, const struct wire_path *path) {
	bool wanted = (field->flags & WIRE_REQUIRED) != 0 && (field->flags & WIRE_READ_ONLY) == 0;
	if (!wanted || report->mode == WIRE_PATCH || wire_report_has(report, path)) {
		return;
	}
	if (field->help != NULL) {
		wire_report_add(report, path, "required", "is required: %s", field->help);
	} else {
		wire_report_add(report, path, "required", "is required");
	}
}

static void check_member(struct wire_report *report, const struct wire_record *record, size_t index,
	const struct wire_path *path) {
	const struct wire_field *field = &record->schema->fields[index];
	const struct wire_value *value = &record->values[index];
	struct wire_path here = {
		.up = path, .name = field->name, .name_len = strlen(field->name)
	};
	if (value->state == WIRE_UNSET) {
		check_absent(report, field, &here);
		return;
	}
	if ((field->flags & WIRE_READ_ONLY) != 0 && report->mode == WIRE_CREATE) {
		wire_report_add(report, &here, "read_only", "is set by the server; leave it out");
		return;
	}
	check_value(report, field, value, &here);
	if (field->after != NULL) {
		wire_check_after(report, record, index, &here);
	}
}

void wire_check_record(struct wire_report *report, const struct wire_record *record,
	const struct wire_path *path) {
	for (size_t i = 0; i < record->schema->count && !wire_report_full(report); i++) {
		check_member(report, record, i, path);
	}
}

bool wire_check(
	const struct wire_record *record, enum wire_mode mode, struct wire_problems *problems) {
	if (mode == WIRE_ANSWER) {
		return true; /* answers are read leniently: a newer server may allow more */
	}
	struct wire_report report = { .problems = problems, .mode = mode };
	wire_check_record(&report, record, NULL);
	return !report.found && !wire_report_full(&report);
}

/* bind_query.c: the query string. A parameter that is unknown, given twice or unreadable is answered 400 with
 * every such parameter named: a filter that is silently ignored gives wrong lists. */
#include <stdio.h>
#include <string.h>

#include "server/flow/bind.h"
#include "server/flow/problem.h"

static void set_parameter(struct call *call, struct slice name, struct slice value) {
	const struct wire_schema *schema = call->route->operation->query;
	int field = schema == NULL ? -1 : wire_field_index(schema, name.text, name.len);
	const char *wrong = NULL;

	if (field < 0) {
		wire_problems_add(&call->problems, name.text, "unknown_field",
			"%s is not a parameter of %s", name.text, call->route->operation->id);
	} else if (call->query_record == NULL || /* never: it goes with the schema */
		   call->query_record->values[field].state != WIRE_UNSET) {
		wire_problems_add(&call->problems, name.text, "duplicate",
			"%s is given more than once", name.text);
	} else if (!wire_set_from_text(
			   call->query_record, (size_t)field, value.text, value.len, &wrong)) {
		wire_problems_add(&call->problems, name.text, "type", "%s",
			wrong == NULL ? "cannot be read" : wrong);
	}
}

static void read_pair(struct call *call, const char *pair, size_t len) {
	const char *equals = memchr(pair, '=', len);
	size_t name_len = equals == NULL ? len : (size_t)(equals - pair);
	const char *value_text = equals == NULL ? "" : equals + 1;
	struct slice name = bind_unescape(call, pair, name_len, true);
	struct slice value =
		bind_unescape(call, value_text, equals == NULL ? 0 : len - name_len - 1, true);

	if (name.text == NULL || value.text == NULL) {
		wire_problems_add(&call->problems, name.text == NULL ? "" : name.text, "format",
			"%.*s is not percent-encoded as RFC 3986 has it",
			(int)(len > 64 ? 64 : len), pair);
		return;
	}
	set_parameter(call, name, value);
}

static void read_pairs(struct call *call) {
	const char *at = call->query_text.text, *end = at + call->query_text.len;

	while (at < end) {
		const char *stop = memchr(at, '&', (size_t)(end - at));
		stop = stop == NULL ? end : stop;
		if (stop > at) {
			read_pair(call, at, (size_t)(stop - at));
		}
		at = stop + 1;
	}
}

static void set_fallbacks(struct wire_record *record) {
	for (size_t i = 0; i < record->schema->count; i++) {
		const struct wire_field *field = &record->schema->fields[i];
		const char *wrong;
		if (field->fallback != NULL && record->values[i].state == WIRE_UNSET) {
			wire_set_from_text(
				record, i, field->fallback, strlen(field->fallback), &wrong);
		}
	}
}

static bool check_query(struct call *call) {
	size_t read = call->problems.count;

	if (call->query_record != NULL) {
		wire_check(call->query_record, WIRE_CREATE, &call->problems);
	}
	for (size_t i = read; i < call->problems.count; i++) {
		call->problems.list[i].pointer +=
			call->problems.list[i].pointer[0] == '/'; /* a parameter has no path */
	}
	if (call->problems.count > 0) {
		problem_answer(call, "malformed_query", NULL);
		return false;
	}
	return true;
}

static bool read_cursor(struct call *call) {
	const struct wire_schema *schema = call->route->operation->query;
	int field = schema == NULL ? -1 : wire_field_index(schema, "cursor", 6);

	if (field < 0 || call->query_record == NULL ||
		call->query_record->values[field].state != WIRE_SET) {
		return true;
	}
	const struct wire_value *cursor = &call->query_record->values[field];
	struct slice question = bind_question(call);
	char *place = call_alloc(call, CURSOR_PLACE_MAX + 1);
	if (place == NULL || question.text == NULL ||
		!cursor_read(call->flow->cursor_key, question.text, question.len, cursor->text,
			cursor->len, place)) {
		problem_answer(call, "malformed_cursor",
			"cursor is not from this list: start again without it");
		return false;
	}
	call->after = place;
	return true;
}

bool bind_query(struct call *call) {
	const struct wire_schema *schema = call->route->operation->query;

	if (schema != NULL) {
		call->query_record = wire_record_new(schema);
		if (call->query_record == NULL) {
			problem_answer(call, "unavailable", NULL);
			return false;
		}
	}
	read_pairs(call);
	if (call->query_record != NULL) {
		set_fallbacks(call->query_record);
	}
	return check_query(call) && read_cursor(call);
}

/* Text array literal of PostgreSQL: {"a","b"}. */
static const char *list_value(struct call *call, const struct wire_list *list) {
	size_t room = 3;
	for (size_t i = 0; i < list->count; i++) {
		room += 2 * list->items[i].len + 3;
	}
	char *text = call_alloc(call, room), *to = text;
	if (text == NULL) {
		return NULL;
	}
	*to++ = '{';
	for (size_t i = 0; i < list->count; i++) {
		*to++ = '"';
		for (const char *from = list->items[i].text; *from != 0; from++) {
			if (*from == '"' || *from == '\\') {
				*to++ = '\\';
			}
			*to++ = *from;
		}
		*to++ = '"';
		*to++ = i + 1 < list->count ? ',' : '}';
	}
	if (list->count == 0) {
		*to++ = '}';
	}
	*to = 0;
	return text;
}

const char *bind_query_value(struct call *call, size_t index) {
	const struct wire_field *field = &call->query_record->schema->fields[index];
	const struct wire_value *value = &call->query_record->values[index];

	if (value->state != WIRE_SET) {
		return NULL;
	}
	switch (field->type) {
	case WIRE_INT:
		return call_format(call, "%lld", (long long)value->number);
	case WIRE_BOOL:
		return value->number ? "t" : "f";
	case WIRE_LIST:
		return list_value(call, value->list);
	default:
		return value->text;
	}
}

struct slice bind_question(struct call *call) {
	const struct wire_schema *schema = call->route->operation->query;
	struct wire_buffer text = WIRE_BUFFER_EMPTY;

	wire_put_format(&text, "%s\n%s\n", call->route->operation->id,
		call->has_caller ? call->caller.user_id : "");
	for (size_t i = 0; i < PATH_FIELDS_MAX && call->path_values[i] != NULL; i++) {
		wire_put_format(&text, "%s\n", call->path_values[i]);
	}
	for (size_t i = 0; schema != NULL && i < schema->count; i++) {
		const char *name = schema->fields[i].name;
		const char *value = bind_query_value(call, i);
		if (value != NULL && strcmp(name, "cursor") != 0 && strcmp(name, "limit") != 0) {
			wire_put_format(&text, "%s=%zu:%s\n", name, strlen(value), value);
		}
	}
	struct slice question =
		text.failed ? (struct slice){ 0 } : call_slice(call, text.bytes, text.len);
	wire_buffer_finish(&text);
	return question;
}

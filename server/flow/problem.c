/* problem.c: `{type, title, status, detail, code, request_id, errors}`. The type is a relative reference that the
 * reference pages answer, so that it is right behind every host name. */
#include "server/flow/problem.h"

#include <json-c/json.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "server/base/log.h"

static const struct problem_kind built_in_internal = { "internal", 500, "The server failed", "" };

const struct problem_kind *problem_internal(void) {
	const struct problem_kind *kind = problem_kind_find("internal");
	return kind == NULL ? &built_in_internal : kind;
}

static void put_member(struct wire_buffer *out, const char *name, const char *text) {
	wire_put_format(out, ",\"%s\":", name);
	wire_put_json_text(out, text, strlen(text));
}

void problem_write(struct wire_buffer *out, const struct problem_kind *kind, const char *detail,
	const char *request_id, const char *errors_json) {
	wire_put_format(out, "{\"type\":\"/problems/%s\"", kind->code);
	put_member(out, "title", kind->title);
	wire_put_format(out, ",\"status\":%u", kind->status);
	if (detail != NULL) {
		put_member(out, "detail", detail);
	}
	put_member(out, "code", kind->code);
	if (request_id != NULL) {
		put_member(out, "request_id", request_id);
	}
	if (errors_json != NULL) {
		wire_put_str(out, ",\"errors\":");
		wire_put_str(out, errors_json);
	}
	wire_put_char(out, '}');
}

static const char *errors_text(struct call *call) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;

	if (call->problems.count == 0) {
		return NULL;
	}
	for (size_t i = 0; i < call->problems.count; i++) {
		const struct wire_problem *problem = &call->problems.list[i];
		wire_put_str(&text, i == 0 ? "[{\"pointer\":" : ",{\"pointer\":");
		wire_put_json_text(&text, problem->pointer, strlen(problem->pointer));
		put_member(&text, "code", problem->code);
		put_member(&text, "message", problem->message);
		wire_put_char(&text, '}');
	}
	wire_put_char(&text, ']');
	const char *copy = text.failed ? NULL : call_copy(call, text.bytes, text.len);
	wire_buffer_finish(&text);
	return copy;
}

const char *problem_common_code(const struct call *call) {
	const char *code = call->problems.count == 0 ? NULL : call->problems.list[0].code;

	for (size_t i = 1; i < call->problems.count; i++) {
		if (strcmp(call->problems.list[i].code, code) != 0) {
			return "invalid_fields";
		}
	}
	const struct problem_kind *kind = code == NULL ? NULL : problem_kind_find(code);
	return kind != NULL && kind->status == 422 ? kind->code : "invalid_fields";
}

static const struct problem_kind *find_kind(struct call *call, const char *code) {
	const struct problem_kind *kind = problem_kind_find(code);

	if (kind == NULL) {
		LOG_EVENT(LOG_LEVEL_ERROR, "unknown problem code", LOG_TEXT("code", code),
			LOG_TEXT("request_id", call->request_id.text));
		return problem_internal();
	}
	return kind;
}

static void answer(struct call *call, const struct problem_kind *kind, const char *detail,
	const char *errors_json) {
	wire_buffer_clear(&call->answer);
	problem_write(&call->answer, kind, detail, call->request_id.text, errors_json);
	call->code = kind->code;
	call->answer_type = "application/problem+json";
	if ((kind->status == 429 || kind->status == 503) && call->retry_after_s == 0) {
		call->retry_after_s = 1;
	}
	call_answer(call, kind->status);
}

void problem_answer(struct call *call, const char *code, const char *detail, ...) {
	char text[512];
	va_list list;

	va_start(list, detail);
	if (detail != NULL) {
		vsnprintf(text, sizeof(text), detail, list);
	}
	va_end(list);
	answer(call, find_kind(call, code), detail == NULL ? NULL : text, errors_text(call));
}

static const char *member_text(json_object *object, const char *name, const char *otherwise) {
	json_object *member = NULL;
	return json_object_object_get_ex(object, name, &member) ? json_object_get_string(member)
								: otherwise;
}

/* The texts of `object` go with its tree; a problem's pointer and message are copied, its code is not. */
static void take_over_error(struct call *call, const char *under, json_object *error) {
	const char *pointer = member_text(error, "pointer", ""),
		   *code = member_text(error, "code", "internal"),
		   *message = member_text(error, "message", "");
	bool in_body = pointer[0] == '/' || pointer[0] == 0;
	const char *place = call_format(
		call, "%s%s%s", under, in_body ? "/body" : "/path", in_body ? pointer : "");

	code = call_copy(call, code, strlen(code));
	if (place != NULL && code != NULL) {
		wire_problems_add(&call->problems, place, code, "%s%s%s", in_body ? "" : pointer,
			in_body ? "" : ": ", message);
	}
}

void problem_take_over(struct call *call, const char *under, const char *json, size_t len) {
	json_tokener *tokener = json == NULL ? NULL : json_tokener_new();
	json_object *tree = tokener == NULL ? NULL : json_tokener_parse_ex(tokener, json, (int)len);
	json_object *errors = NULL;

	if (json_object_object_get_ex(tree, "errors", &errors) &&
		json_object_is_type(errors, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(errors); i++) {
			take_over_error(call, under, json_object_array_get_idx(errors, i));
		}
	} else {
		const char *code = member_text(tree, "code", "unavailable");
		const char *title = member_text(tree, "title", "The service cannot answer now");
		code = call_copy(call, code, strlen(code));
		wire_problems_add(&call->problems, under, code == NULL ? "unavailable" : code, "%s",
			member_text(tree, "detail", title));
	}
	json_object_put(tree);
	if (tokener != NULL) {
		json_tokener_free(tokener);
	}
}

static bool row_may_answer(const struct route *route, const char *code) {
	for (const char *const *listed = route->problems; listed != NULL && *listed != NULL;
		listed++) {
		if (strcmp(*listed, code) == 0) {
			return true;
		}
	}
	return false;
}

/* A 422 whose errors all share one code that is a problem of its own is that problem. */
static const char *shared_code(json_object *errors, const char *otherwise) {
	const char *code = NULL;

	for (size_t i = 0; i < json_object_array_length(errors); i++) {
		json_object *member = NULL;
		json_object_object_get_ex(json_object_array_get_idx(errors, i), "code", &member);
		const char *this_code = json_object_get_string(member);
		if (this_code == NULL || (code != NULL && strcmp(code, this_code) != 0)) {
			return otherwise;
		}
		code = this_code;
	}
	const struct problem_kind *kind = code == NULL ? NULL : problem_kind_find(code);
	return kind != NULL && kind->status == 422 ? kind->code : otherwise;
}

struct row_detail {
	const char *detail, *errors;
	const char *code;
};

/* The detail column was written by our own SQL; what it lacks is simply left out. */
static struct row_detail read_detail(struct call *call, const char *outcome, const char *text) {
	struct row_detail read = { .code = outcome };
	json_object *tree = text == NULL ? NULL : json_tokener_parse(text), *member = NULL;

	if (json_object_object_get_ex(tree, "detail", &member) &&
		json_object_is_type(member, json_type_string)) {
		read.detail = call_copy(call, json_object_get_string(member),
			(size_t)json_object_get_string_len(member));
	}
	if (json_object_object_get_ex(tree, "errors", &member) &&
		json_object_is_type(member, json_type_array)) {
		const char *errors = json_object_to_json_string_ext(
			member, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
		read.errors = call_copy(call, errors, strlen(errors));
		read.code = strcmp(outcome, "invalid_fields") == 0 ? shared_code(member, outcome)
								   : outcome;
	}
	if (json_object_object_get_ex(tree, "version", &member)) {
		call->etag =
			call_format(call, "\"%lld\"", (long long)json_object_get_int64(member));
	}
	json_object_put(tree);
	return read;
}

void problem_answer_row(struct call *call, const char *outcome, const char *detail_json) {
	struct row_detail read = read_detail(call, outcome, detail_json);

	if (!row_may_answer(call->route, read.code) && !row_may_answer(call->route, outcome)) {
		LOG_EVENT(LOG_LEVEL_ERROR, "a statement answered what the contract does not list",
			LOG_TEXT("operation", call->route->operation->id),
			LOG_TEXT("outcome", outcome),
			LOG_TEXT("request_id", call->request_id.text));
		answer(call, problem_internal(), NULL, NULL);
		return;
	}
	answer(call, find_kind(call, read.code), read.detail, read.errors);
}

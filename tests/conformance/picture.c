/* picture.c: answers, errors, calls and responses as JSON, by nothing but public getters. */
#include "picture.h"

#include <stdio.h>
#include <string.h>

static char fault[256];

const char *picture_fault(void) {
	return fault[0] != '\0' ? fault : NULL;
}

static void contradict(const struct getter *getter, const char *what) {
	(void)snprintf(fault, sizeof(fault), "the getters of %s: %s", getter->name, what);
}

static struct json_object *text_or_null(const char *text) {
	return text != NULL ? json_object_new_string(text) : NULL;
}

/* ---- an answer's members -------------------------------------------------------------------------------- */

/* A constant's text must be what came; UNKNOWN tells what came. */
static struct json_object *picture_of_enum(const struct getter *getter, const void *of) {
	const int64_t value = getter->number(of);
	const char *text = getter->text(of);
	struct json_object *raw = NULL;

	if (value != 0) {
		if (text == NULL || strcmp(getter->names[value], text) != 0) {
			contradict(getter, "constant and text differ");
		}
		return text_or_null(text);
	}
	if (text != NULL) {
		raw = json_object_new_object();
		json_object_object_add(raw, "raw", json_object_new_string(text));
	}
	return raw;
}

static struct json_object *picture_of_list(const struct getter *getter, const void *of) {
	const size_t count = getter->count(of);
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; i < count; i++) {
		json_object_array_add(
			list, getter->record_at != NULL
				      ? picture_of(getter->child, getter->record_at(of, i))
				      : text_or_null(getter->text_at(of, i)));
	}
	if (getter->record_at != NULL ? getter->record_at(of, count) != NULL
				      : getter->text_at(of, count) != NULL) {
		contradict(getter, "there is an entry behind the last");
	}
	return list;
}

static struct json_object *picture_of_map(const struct getter *getter, const void *of) {
	const size_t count = getter->count(of);
	struct json_object *map = json_object_new_object();

	for (size_t i = 0; i < count; i++) {
		const char *key = getter->key_at(of, i), *value = getter->text_at(of, i);
		const char *same = getter->entry(of, key);

		json_object_object_add(map, key, text_or_null(value));
		if (same == NULL || value == NULL || strcmp(same, value) != 0) {
			contradict(getter, "an entry differs by its key");
		}
	}
	return map;
}

static struct json_object *picture_of_number(const struct getter *getter, const void *of) {
	const int64_t number = getter->number(of);

	if (getter->has != NULL && getter->has(of) == 0) {
		if (number != 0) {
			contradict(getter, "there is none, but it is not 0");
		}
		return NULL;
	}
	if (getter->kind == MILLISECONDS && number == INT64_MIN) {
		return NULL;
	}
	return getter->kind == FLAG ? json_object_new_boolean(number != 0)
				    : json_object_new_int64(number);
}

static struct json_object *picture_of_member(const struct getter *getter, const void *of) {
	switch (getter->kind) {
	case TEXT:
		return text_or_null(getter->text(of));
	case ENUM:
		return picture_of_enum(getter, of);
	case JSON:
		return getter->text(of) != NULL ? json_tokener_parse(getter->text(of)) : NULL;
	case NUMBER:
	case FLAG:
	case MILLISECONDS:
		return picture_of_number(getter, of);
	case RECORD:
		return picture_of(getter->child, getter->record(of));
	case TEXTS:
	case RECORDS:
		return picture_of_list(getter, of);
	case MAP:
		return picture_of_map(getter, of);
	}
	return NULL;
}

static bool says_something(struct json_object *value) {
	switch (json_object_get_type(value)) {
	case json_type_null:
		return false;
	case json_type_array:
		return json_object_array_length(value) > 0;
	case json_type_object:
		return json_object_object_length(value) > 0;
	case json_type_int:
		return json_object_get_int64(value) != 0;
	default:
		return true;
	}
}

struct json_object *picture_of(struct reader *reader, const void *handle) {
	struct json_object *picture = handle != NULL ? json_object_new_object() : NULL;
	void *held = handle != NULL ? reader->ref(handle) : NULL;

	for (size_t i = 0; i < reader->count && handle != NULL; i++) {
		struct getter *getter = &reader->getters[i];
		struct json_object *value = picture_of_member(getter, held);

		getter->is_read = getter->is_read || says_something(value);
		json_object_object_add(picture, getter->name, value);
	}
	reader->unref(held);
	return picture;
}

/* ---- failures ------------------------------------------------------------------------------------------- */

static const struct {
	const char *name;
	const char *(*get)(const libapi_error *error);
} texts[] = {
	{ "problem", libapi_error_problem },
	{ "detail", libapi_error_detail },
	{ "title", libapi_error_title },
	{ "type", libapi_error_type },
	{ "request_id", libapi_error_request_id },
	{ "etag", libapi_error_etag },
	{ "operation", libapi_error_operation },
	{ "text", libapi_error_text },
};

static struct json_object *picture_of_fields(const libapi_error *error) {
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; i < libapi_error_field_count(error); i++) {
		struct json_object *field = json_object_new_object();

		json_object_object_add(
			field, "pointer", text_or_null(libapi_error_field_pointer(error, i)));
		json_object_object_add(
			field, "code", text_or_null(libapi_error_field_code(error, i)));
		json_object_object_add(
			field, "message", text_or_null(libapi_error_field_message(error, i)));
		json_object_array_add(list, field);
	}
	return list;
}

static const char *const categories[] = { "unknown", "local", "transport", "wire", "server" };

struct json_object *picture_of_failure(int32_t code, const libapi_error *error) {
	struct json_object *picture = json_object_new_object();

	json_object_object_add(picture, "code",
		json_object_new_string(code == LIBAPI_OK ? "LIBAPI_OK" : libapi_error_name(code)));
	if (error == NULL) {
		return picture;
	}
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		json_object_object_add(picture, texts[i].name, text_or_null(texts[i].get(error)));
	}
	json_object_object_add(
		picture, "status", json_object_new_int(libapi_error_http_status(error)));
	json_object_object_add(picture, "retry_after_ms",
		json_object_new_int64(libapi_error_retry_after_ms(error)));
	json_object_object_add(picture, "is_retryable",
		json_object_new_boolean(libapi_error_is_retryable(error) != 0));
	json_object_object_add(picture, "category",
		json_object_new_string(categories[libapi_error_category(error)]));
	json_object_object_add(picture, "body", text_or_null(libapi_error_raw_body(error, NULL)));
	json_object_object_add(picture, "fields", picture_of_fields(error));
	if (libapi_error_code(error) != code) {
		(void)snprintf(fault, sizeof(fault),
			"the error's code differs from what the call returned");
	}
	return picture;
}

/* ---- calls and responses -------------------------------------------------------------------------------- */

struct json_object *picture_of_call(const libapi_call *call, struct json_object *headers) {
	struct json_object *picture = json_object_new_object(), *found = json_object_new_object();

	json_object_object_add(
		picture, "status", json_object_new_int(libapi_call_http_status(call)));
	json_object_object_add(picture, "etag", text_or_null(libapi_call_etag(call)));
	json_object_object_add(picture, "request_id", text_or_null(libapi_call_request_id(call)));
	json_object_object_add(picture, "headers", found);
	if (headers != NULL) {
		json_object_object_foreach(headers, name, value) {
			(void)value;
			json_object_object_add(
				found, name, text_or_null(libapi_call_header(call, name)));
		}
	}
	return picture;
}

struct json_object *picture_of_response(
	const libapi_response *response, struct json_object *headers) {
	struct json_object *picture = json_object_new_object(), *found = json_object_new_object();

	json_object_object_add(
		picture, "status", json_object_new_int(libapi_response_status(response)));
	json_object_object_add(picture, "body", text_or_null(libapi_response_body(response, NULL)));
	json_object_object_add(picture, "headers", found);
	if (headers != NULL) {
		json_object_object_foreach(headers, name, value) {
			(void)value;
			json_object_object_add(
				found, name, text_or_null(libapi_response_header(response, name)));
		}
	}
	return picture;
}

/* match.c: compare in the order in which a reader would: line, headers, body. */
#include "testing/match.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static char *differ(const char *what, const char *got, const char *expected) {
	char *text = NULL;

	if (asprintf(&text, "%s is %s, expected %s", what, got != NULL ? got : "absent", expected) <
		0) {
		return NULL;
	}
	return text;
}

static char *match_text(const char *what, const char *got, const char *expected) {
	if (expected == NULL || (got != NULL && strcmp(got, expected) == 0)) {
		return NULL;
	}
	return differ(what, got, expected);
}

/* true: there; false: not there; text: that very value. */
static char *match_header(
	const struct http_request *request, const char *name, struct json_object *wanted) {
	const char *got = http_header(request, name);

	if (json_object_is_type(wanted, json_type_string)) {
		return match_text(name, got, json_object_get_string(wanted));
	}
	if (json_object_get_boolean(wanted) == (got != NULL)) {
		return NULL;
	}
	return differ(name, got, got != NULL ? "none" : "one");
}

static char *match_headers(const struct answer *answer, const struct http_request *request) {
	json_object_object_foreach(answer->headers, name, wanted) {
		char *fault = match_header(request, name, wanted);

		if (fault != NULL) {
			return fault;
		}
	}
	return NULL;
}

static const char *value_before(struct json_object *before, const char *name) {
	json_object_object_foreach(before, key, value) {
		if (strcasecmp(key, name) == 0) {
			return json_object_get_string(value);
		}
	}
	return NULL;
}

static char *match_same(const struct answer *answer, const struct http_request *request,
	struct json_object *before) {
	for (size_t i = 0; answer->same != NULL && i < json_object_array_length(answer->same);
		i++) {
		const char *name =
			json_object_get_string(json_object_array_get_idx(answer->same, i));
		const char *was = before != NULL ? value_before(before, name) : NULL;
		const char *got = http_header(request, name);

		if (was == NULL || got == NULL || strcmp(was, got) != 0) {
			return differ(name, got, was != NULL ? was : "that of a request before");
		}
	}
	return NULL;
}

static char *match_body(const struct answer *answer, const struct http_request *request) {
	const char *text = request->body.len > 0 ? request->body.bytes : NULL;
	struct json_object *got = NULL;
	char *fault = NULL;

	if (answer->body == NULL) {
		return match_text("body", text, answer->body_text);
	}
	got = text != NULL ? json_tokener_parse(text) : NULL;
	if (!json_object_equal(got, answer->body)) {
		fault = differ("body", text,
			json_object_to_json_string_ext(answer->body, JSON_C_TO_STRING_PLAIN));
	}
	json_object_put(got);
	return fault;
}

char *match(const struct answer *answer, const struct http_request *request,
	struct json_object *before) {
	char *fault = match_text("method", request->method, answer->method);

	fault = fault != NULL ? fault : match_text("path", request->path, answer->path);
	if (fault == NULL && answer->headers != NULL) {
		fault = match_headers(answer, request);
	}
	fault = fault != NULL ? fault : match_same(answer, request, before);
	return fault != NULL ? fault : match_body(answer, request);
}

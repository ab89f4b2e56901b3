/* error.c: the error object: made in one place, given away in one place, read by getters that accept NULL.
 *
 * An error must be possible without memory: there is one immortal error for that case, and any member that could
 * not be copied is simply absent. Turned down: a thread-local "last error", which breaks in languages whose
 * threads move. */
#include "libapi/error.h"

#include "libapi/text.h"
#include "libapi/wire/memory.h"

#include <stdio.h>
#include <string.h>

static char no_memory_text[] = "no memory";
static libapi_error no_memory = {
	.code = LIBAPI_E_MEMORY,
	.retry_after_ms = -1,
	.detail = no_memory_text,
	.text = no_memory_text,
};

libapi_error *libapi__error_new(int32_t code, const struct operation *row, const char *name) {
	libapi_error *error = NULL;

	if (code != LIBAPI_E_MEMORY) {
		error = wire_calloc(1, sizeof(*error));
	}
	if (error == NULL) {
		return &no_memory;
	}
	error->code = code;
	error->retry_after_ms = -1;
	error->row = row;
	(void)libapi__text_set(&error->operation, row != NULL ? row->id : name);
	return error;
}

static void say(libapi_error *error, const char *format, va_list arguments) {
	char *detail = NULL;

	if (error == &no_memory) {
		return;
	}
	detail = wire_vprint(format, arguments);
	if (detail == NULL) {
		return;
	}
	wire_free(error->detail);
	error->detail = detail;
}

void libapi__error_say(libapi_error *error, const char *format, ...) {
	va_list arguments;

	va_start(arguments, format);
	say(error, format, arguments);
	va_end(arguments);
}

void libapi__error_add_field(
	libapi_error *error, const char *pointer, const char *code, const char *message) {
	struct error_field field = { NULL, NULL, NULL };
	struct error_field *grown = NULL;

	if (error == &no_memory) {
		return;
	}
	grown = wire_realloc(error->fields, (error->field_count + 1) * sizeof(*grown));
	if (grown == NULL) {
		return;
	}
	error->fields = grown;
	(void)libapi__text_set(&field.pointer, pointer != NULL ? pointer : "");
	(void)libapi__text_set(&field.code, code != NULL ? code : "");
	(void)libapi__text_set(&field.message, message != NULL ? message : "");
	error->fields[error->field_count++] = field;
}

void libapi__error_add_problems(libapi_error *error, const struct wire_problems *problems) {
	for (size_t i = 0; i < problems->count; i++) {
		const struct wire_problem *problem = &problems->list[i];
		libapi__error_add_field(error, problem->pointer, problem->code, problem->message);
	}
}

int32_t libapi__error_give(libapi_error *error, libapi_error **out) {
	int32_t code = error->code;

	if (out == NULL) {
		libapi_error_free(error);
		return code;
	}
	if (error->text == NULL) {
		error->text = libapi__error_words(error);
	}
	*out = error; /* the caller's from here */
	return code;
}

int32_t libapi__fail(libapi_error **out, int32_t code, const char *format, ...) {
	libapi_error *error = NULL;
	va_list arguments;

	if (out == NULL) {
		return code;
	}
	error = libapi__error_new(code, NULL, NULL);
	va_start(arguments, format);
	say(error, format, arguments);
	va_end(arguments);
	return libapi__error_give(error, out);
}

int32_t libapi__fail_problems(libapi_error **out, const struct operation *row, const char *name,
	const struct wire_problems *problems) {
	libapi_error *error = libapi__error_new(LIBAPI_E_INVALID, row, name);

	libapi__error_add_problems(error, problems);
	return libapi__error_give(error, out);
}

void libapi_error_free(libapi_error *error) {
	if (error == NULL || error == &no_memory) {
		return;
	}
	for (size_t i = 0; i < error->field_count; i++) {
		wire_free(error->fields[i].pointer);
		wire_free(error->fields[i].code);
		wire_free(error->fields[i].message);
	}
	wire_free(error->fields);
	wire_free(error->operation);
	wire_free(error->type);
	wire_free(error->problem);
	wire_free(error->title);
	wire_free(error->detail);
	wire_free(error->request_id);
	wire_free(error->etag);
	wire_free(error->raw_body);
	wire_free(error->text);
	wire_free(error);
}

/* ---- getters ---------------------------------------------------------------------------------------------- */

int32_t libapi_error_code(const libapi_error *error) {
	return error != NULL ? error->code : LIBAPI_OK;
}

int32_t libapi_error_category(const libapi_error *error) {
	int32_t code = libapi_error_code(error);

	if (code >= LIBAPI_E_NOT_MODIFIED) {
		return LIBAPI_CATEGORY_SERVER;
	}
	return code / 100; /* the families' numbers are the categories' */
}

int32_t libapi_error_http_status(const libapi_error *error) {
	return error != NULL ? error->http_status : 0;
}

const char *libapi_error_operation(const libapi_error *error) {
	return error != NULL ? error->operation : NULL;
}

const char *libapi_error_type(const libapi_error *error) {
	return error != NULL ? error->type : NULL;
}

const char *libapi_error_problem(const libapi_error *error) {
	return error != NULL ? error->problem : NULL;
}

const char *libapi_error_title(const libapi_error *error) {
	return error != NULL ? error->title : NULL;
}

const char *libapi_error_detail(const libapi_error *error) {
	return error != NULL ? error->detail : NULL;
}

const char *libapi_error_request_id(const libapi_error *error) {
	return error != NULL ? error->request_id : NULL;
}

const char *libapi_error_etag(const libapi_error *error) {
	return error != NULL ? error->etag : NULL;
}

int64_t libapi_error_retry_after_ms(const libapi_error *error) {
	return error != NULL ? error->retry_after_ms : -1;
}

int32_t libapi_error_is_retryable(const libapi_error *error) {
	return error != NULL && error->retryable ? 1 : 0;
}

int32_t libapi_error_curl_code(const libapi_error *error) {
	return error != NULL ? error->curl_code : 0;
}

size_t libapi_error_field_count(const libapi_error *error) {
	return error != NULL ? error->field_count : 0;
}

static const struct error_field *field_at(const libapi_error *error, size_t index) {
	return error != NULL && index < error->field_count ? &error->fields[index] : NULL;
}

const char *libapi_error_field_pointer(const libapi_error *error, size_t index) {
	const struct error_field *field = field_at(error, index);

	return field != NULL ? field->pointer : NULL;
}

const char *libapi_error_field_code(const libapi_error *error, size_t index) {
	const struct error_field *field = field_at(error, index);

	return field != NULL ? field->code : NULL;
}

const char *libapi_error_field_message(const libapi_error *error, size_t index) {
	const struct error_field *field = field_at(error, index);

	return field != NULL ? field->message : NULL;
}

const char *libapi_error_raw_body(const libapi_error *error, size_t *len) {
	if (len != NULL) {
		*len = error != NULL ? error->raw_body_len : 0;
	}
	return error != NULL ? error->raw_body : NULL;
}

/* error.h: how the library's own files make errors. Each leaves through libapi__error_give(), once. */
#ifndef LIBAPI_ERROR_PRIVATE_H
#define LIBAPI_ERROR_PRIVATE_H

#include "api/error.h"
#include "libapi/wire/operation.h"

#include <stdarg.h>
#include <stdbool.h>

struct error_field {
	char *pointer, *code, *message;
};

struct libapi_error {
	int32_t code, http_status, curl_code, attempts;
	bool retryable;
	bool lacks_key; /* 401, and the client has none */
	int64_t retry_after_ms;
	const struct operation *row; /* of the contract; NULL outside of it */
	char *operation;
	char *type, *problem, *title, *detail, *request_id, *etag;
	char *raw_body;
	size_t raw_body_len;
	struct error_field *fields;
	size_t field_count;
	char *text;
};

/* A new error; the immortal one for LIBAPI_E_MEMORY when there is no memory. Never NULL. `name` is used where
 * there is no row, and may be NULL. */
libapi_error *libapi__error_new(int32_t code, const struct operation *row, const char *name);
/* Set the detail. */
void libapi__error_say(libapi_error *error, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void libapi__error_add_field(
	libapi_error *error, const char *pointer, const char *code, const char *message);
void libapi__error_add_problems(libapi_error *error, const struct wire_problems *problems);
/* Hand the error to the caller (who may not want it: NULL) and return its code. */
int32_t libapi__error_give(libapi_error *error, libapi_error **out);

/* All of it in one line: return libapi__fail(error, LIBAPI_E_INVALID, "client is NULL"). */
int32_t libapi__fail(libapi_error **out, int32_t code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A draft, patch or query that broke its rules; `row` may be NULL. */
int32_t libapi__fail_problems(libapi_error **out, const struct operation *row, const char *name,
	const struct wire_problems *problems);

/* error_text.c: the words of libapi_error_text(), owned; NULL: no memory. */
char *libapi__error_words(const libapi_error *error);

/* problem.c: an application/problem+json body (RFC 9457) into the error's members. What is not one changes
 * nothing and gives false. */
bool libapi__problem_read(libapi_error *error, const char *body, size_t len);
/* Only the member `code` of a problem, for the retry policy; "" when there is none. */
void libapi__problem_code(const char *body, size_t len, char *code, size_t room);

#endif

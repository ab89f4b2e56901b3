/* answer.c: libFuzzer over what a server, or something that poses as one, can send. The first byte chooses: a page of
 * events, a problem document, a head of lines with Retry-After and ETag. scripts/fuzz.sh builds and runs it. */
#include "libapi/error.h"
#include "libapi/response.h"
#include "libapi/retry.h"

#include "libapi/wire/reading.h"
#include "schemas.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

/* What was read is written, and reads the same. */
static void read_page(const char *text, size_t len) {
	struct wire_problems problems;
	struct wire_record *page = NULL, *again = NULL;
	struct wire_buffer first = WIRE_BUFFER_EMPTY, second = WIRE_BUFFER_EMPTY;

	wire_problems_init(&problems);
	if (wire_decode(&wire_schema_event_page, text, len, WIRE_ANSWER, &page, &problems) ==
		WIRE_OK) {
		wire_encode(page, &first);
		must(wire_decode(&wire_schema_event_page, first.bytes, first.len, WIRE_ANSWER,
			     &again, &problems) == WIRE_OK);
		wire_encode(again, &second);
		must(first.len == second.len && memcmp(first.bytes, second.bytes, first.len) == 0);
	}
	wire_record_unref(page);
	wire_record_unref(again);
	wire_buffer_finish(&first);
	wire_buffer_finish(&second);
	wire_problems_finish(&problems);
}

static void read_problem(const char *text, size_t len) {
	libapi_error *error = libapi__error_new(LIBAPI_E_UNPROCESSABLE, NULL, "x"), *given = NULL;
	char code[32];

	libapi__problem_code(text, len, code, sizeof(code));
	must(strlen(code) < sizeof(code));
	(void)libapi__problem_read(error, text, len);
	must(libapi__error_give(error, &given) == LIBAPI_E_UNPROCESSABLE);
	must(strlen(libapi_error_text(given)) > 0);
	libapi_error_free(given);
}

static void add_lines(struct response *response, const char *text, size_t len) {
	while (len > 0) {
		const char *end = memchr(text, '\n', len);
		size_t line = end != NULL ? (size_t)(end - text) + 1 : len;

		(void)libapi__response_add_line(response, text, line);
		text += line;
		len -= line;
	}
}

static void read_head(const char *text, size_t len) {
	static const char *const names[] = { "ETag", "Retry-After", "Content-Type", "Location" };
	struct response response = { 0 };
	int64_t wait_ms = 0;

	add_lines(&response, text, len);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = libapi__response_header(&response, names[i]);
		must(value == NULL ||
			(value > response.headers.bytes &&
				value < response.headers.bytes + response.headers.len));
	}
	(void)libapi__response_is_json(&response);
	wait_ms = libapi__retry_after_ms(
		libapi__response_header(&response, "Retry-After"), 1700000000);
	must(wait_ms >= -1 && wait_ms <= 86400000);
	libapi__response_finish(&response);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	static void (*const readers[])(
		const char *, size_t) = { read_page, read_problem, read_head };

	if (len > 0) {
		readers[data[0] % 3]((const char *)data + 1, len - 1);
	}
	return 0;
}

/* head.c: libFuzzer over the lines of an answer's head: those that libapi reads (Retry-After, RFC 9110 §10.2.3; ETag,
 * §8.8.3) and those that it keeps. scripts/fuzz.sh builds and runs it. */
#include "libapi/response.h"
#include "libapi/retry.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
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
	read_head((const char *)data, len);
	return 0;
}

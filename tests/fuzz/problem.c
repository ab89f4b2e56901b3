/* problem.c: libFuzzer over problem documents: whatever a server writes into one, an error comes out that has a text.
 * scripts/fuzz.sh builds and runs it. */
#include "libapi/error.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	read_problem((const char *)data, len);
	return 0;
}

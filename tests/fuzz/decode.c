/* decode.c: libFuzzer over the answers that carry most: a page of events. What was read must be written as text that
 * reads the same. scripts/fuzz.sh builds and runs it. */
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	read_page((const char *)data, len);
	return 0;
}

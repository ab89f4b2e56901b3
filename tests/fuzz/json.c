/* json.c: libFuzzer over wire_decode. The first byte chooses the mode, the rest is the text.
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. \
 *       tests/fuzz/json.c libapi/wire/[!p]*.c -lm -o json_fuzz && ./json_fuzz -max_total_time=60
 *
 * Beyond memory errors: what is accepted must be written as JSON that is accepted again and written the same;
 * what is refused must say why; and the scanner must never let pass what the reader, which checks nothing, then stumbles over. */
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/wire.h"
#include "tests/unit/wire/party.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

static void write_and_read_again(const struct wire_record *record, enum wire_mode mode) {
	struct wire_problems problems;
	struct wire_record *again = NULL;
	struct wire_buffer first = WIRE_BUFFER_EMPTY, second = WIRE_BUFFER_EMPTY;
	wire_problems_init(&problems);
	wire_encode(record, &first);
	must(wire_decode(&party_schema, first.bytes, first.len, mode, &again, &problems) ==
		WIRE_OK);
	wire_encode(again, &second);
	must(first.len == second.len && memcmp(first.bytes, second.bytes, first.len) == 0);
	must(wire_check(again, mode, &problems) && problems.count == 0);
	wire_record_unref(again);
	wire_buffer_finish(&first);
	wire_buffer_finish(&second);
	wire_problems_finish(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	if (len == 0) {
		return 0;
	}
	enum wire_mode mode = (enum wire_mode)(data[0] % 4);
	struct wire_problems problems;
	struct wire_record *record = NULL;
	wire_problems_init(&problems);
	enum wire_verdict verdict = wire_decode(
		&party_schema, (const char *)data + 1, len - 1, mode, &record, &problems);
	must(verdict != WIRE_NO_MEMORY);
	must((verdict == WIRE_OK) == (record != NULL));
	must((verdict == WIRE_OK) == (problems.count == 0));
	if (record != NULL) {
		write_and_read_again(record, mode);
	}
	wire_record_unref(record);
	wire_problems_finish(&problems);
	return 0;
}

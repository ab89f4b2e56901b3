/* query.c: libFuzzer over the query string. The first byte chooses the operation.
 *
 * Beyond memory errors: a query is refused by one answer, or each of its values is text that PostgreSQL takes and is
 * within what the contract says of it; asked the same again, the question is the same. */
#include "libapi/wire/wire.h"
#include "tests/fuzz/request.h"

static void check_values(struct rig *rig) {
	const struct wire_record *record = rig->call->query_record;
	struct wire_problems problems;

	for (size_t i = 0; record != NULL && i < record->schema->count; i++) {
		const char *value = bind_query_value(rig->call, i);
		must((value == NULL) == (record->values[i].state != WIRE_SET));
		must(value == NULL || is_plain(value, strlen(value)));
	}
	wire_problems_init(&problems);
	must(record == NULL || (wire_check(record, WIRE_CREATE, &problems) && problems.count == 0));
	wire_problems_finish(&problems);
	struct slice once = bind_question(rig->call), twice = bind_question(rig->call);
	must(once.len == twice.len && memcmp(once.text, twice.text, once.len) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	if (len == 0) {
		return 0;
	}
	struct rig *rig = request_open(data[0]);
	rig->call->query_text = call_slice(rig->call, (const char *)data + 1, len - 1);
	bool passed = bind_query(rig->call);
	request_check(rig, passed);
	if (passed) {
		check_values(rig);
	}
	request_close(rig);
	return 0;
}

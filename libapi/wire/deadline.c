/* deadline.c: how long an operation may take. One that waits on purpose says by which parameter. */
#include <string.h>

#include "libapi/wire/operation.h"
#include "libapi/wire/record.h"

uint32_t operation_deadline_ms(const struct operation *operation, const struct wire_record *query) {
	const char *plus = operation->deadline_plus;
	int field = plus == NULL || query == NULL
			    ? -1
			    : wire_field_index(query->schema, plus, strlen(plus));

	return field < 0 || query->values[field].state != WIRE_SET
		       ? operation->deadline_ms
		       : operation->deadline_ms + (uint32_t)query->values[field].number * 1000;
}

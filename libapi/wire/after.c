/* after.c: two siblings in order: the end of an event after its start.
 *
 * Only what can be compared without knowing a zone is: two instants, two wall times, two dates, two clocks. The
 * rest is for the server, which has the zone. */
#include <string.h>

#include "libapi/wire/check.h"
#include "libapi/wire/format.h"
#include "libapi/wire/time.h"

/* -1, 0, 1 as a is before, equal to or after b; false: no order can be told. */
static bool compare_times(const struct wire_value *a, const struct wire_value *b, int *order) {
	struct wire_time left, right;
	if (!wire_time_parse(a->text, a->len, &left) || !wire_time_parse(b->text, b->len, &right) ||
		left.kind != right.kind) {
		return false;
	}
	*order = (left.unix_s > right.unix_s) - (left.unix_s < right.unix_s);
	return true;
}

static bool compare_clocks(const struct wire_value *a, const struct wire_value *b, int *order) {
	if (wire_format_fault(WIRE_CLOCK, a->text, a->len) != NULL ||
		wire_format_fault(WIRE_CLOCK, b->text, b->len) != NULL) {
		return false;
	}
	int difference = memcmp(a->text, b->text, 5); /* HH:MM sorts as text */
	*order = (difference > 0) - (difference < 0);
	return true;
}

static bool compare(const struct wire_field *field, const struct wire_value *a,
	const struct wire_value *b, int *order) {
	return field->format == WIRE_CLOCK ? compare_clocks(a, b, order)
					   : compare_times(a, b, order);
}

void wire_check_after(struct wire_report *report, const struct wire_record *record, size_t field,
	const struct wire_path *path) {
	const struct wire_field *later = &record->schema->fields[field];
	int sibling = wire_field_index(record->schema, later->after, strlen(later->after));
	if (sibling < 0 || later->type != WIRE_TEXT ||
		record->schema->fields[sibling].type != WIRE_TEXT) {
		return;
	}
	const struct wire_value *a = &record->values[field], *b = &record->values[sibling];
	int order;
	if (a->state == WIRE_SET && b->state == WIRE_SET && compare(later, a, b, &order) &&
		order <= 0) {
		wire_report_add(report, path, "not_after", "%s is %s %s %s", a->text,
			order < 0 ? "before" : "the same time as", later->after, b->text);
	}
}

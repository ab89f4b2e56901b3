/* check.h: the rules of a schema, applied to records. */
#ifndef LIBAPI_WIRE_CHECK_H
#define LIBAPI_WIRE_CHECK_H

#include "libapi/wire/report.h"

/* Everything a record can break: required, read_only, not_nullable, limits, formats, not_after. */
void wire_check_record(
	struct wire_report *report, const struct wire_record *record, const struct wire_path *path);
/* Are so many items or entries allowed? Asked before a list is built, and again by wire_check. */
bool wire_check_count(struct wire_report *report, const struct wire_path *path,
	const struct wire_field *field, size_t count);
/* The field's `after` rule between two siblings. */
void wire_check_after(struct wire_report *report, const struct wire_record *record, size_t field,
	const struct wire_path *path);
/* Items of a list are whole values even in a patch, which replaces arrays whole (RFC 7396 §2). */
enum wire_mode wire_item_mode(enum wire_mode mode);

#endif

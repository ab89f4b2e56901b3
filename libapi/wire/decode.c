/* decode.c: JSON → records.
 *
 *   text ─> scan (is it RFC 8259?) ─> decode_members: types, names ─> check: the rules
 *           not_json                  the problems of both are collected
 *
 * The text is walked twice and no tree is built: see reading.c. */
#include "libapi/wire/check.h"
#include "libapi/wire/decoding.h"
#include "libapi/wire/reading.h"
#include "libapi/wire/scan.h"

#define VALUES_MAX                                                                                 \
	20000 /* of a request: an event with 500 attendees and all its lists full has 6000 */

static enum wire_verdict scan_text(
	const char *json, size_t len, struct wire_report *report, bool *is_object) {
	struct wire_scan scan;
	size_t values_max = report->mode == WIRE_ANSWER ? 0 : VALUES_MAX;
	enum wire_verdict verdict = wire_scan(json, len, values_max, &scan);
	if (verdict == WIRE_NOT_JSON) {
		wire_report_add(
			report, NULL, "not_json", "byte %zu: %s", scan.fault_at, scan.fault);
	}
	*is_object = scan.is_object;
	return verdict;
}

/* Texts of a record are never longer than their JSON; with the values that is mostly one block. */
static size_t guess_bytes(const struct wire_schema *schema, size_t len) {
	return len + (schema->count + 16) * sizeof(struct wire_value) + 256;
}

static enum wire_verdict decode_object(const struct wire_schema *schema, const char *json,
	size_t len, struct wire_report *report, struct wire_record **out) {
	struct decoding decoding = { .document = wire_document_new(guess_bytes(schema, len)),
		.report = *report };
	if (decoding.document == NULL) {
		return WIRE_NO_MEMORY;
	}
	const char *at = reading_token(json);
	struct wire_record *record = wire_decode_members(&decoding, schema, &at, NULL);
	if (!decoding.no_memory && report->mode != WIRE_ANSWER) {
		wire_check_record(&decoding.report, record, NULL);
	}
	/* A list that came full has stopped the walk: what was not looked at must not pass. */
	bool is_invalid = decoding.report.found || wire_report_full(&decoding.report);
	enum wire_verdict verdict = decoding.no_memory ? WIRE_NO_MEMORY
				    : is_invalid       ? WIRE_INVALID
						       : WIRE_OK;
	if (verdict == WIRE_OK) {
		*out = record;
	} else {
		wire_document_unref(decoding.document);
	}
	return verdict;
}

enum wire_verdict wire_decode(const struct wire_schema *schema, const char *json, size_t len,
	enum wire_mode mode, struct wire_record **out, struct wire_problems *problems) {
	struct wire_report report = { .problems = problems, .mode = mode };
	bool is_object;
	*out = NULL;
	enum wire_verdict verdict = scan_text(json, len, &report, &is_object);
	if (verdict != WIRE_OK) {
		return verdict;
	}
	if (!is_object) {
		wire_report_add(&report, NULL, "type", "not an object; %s is one", schema->name);
		return WIRE_INVALID;
	}
	return decode_object(schema, json, len, &report, out);
}

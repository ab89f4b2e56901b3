/* ics.c: libFuzzer over iCalendar text. tests/fuzz/build.sh-like line in scripts/fuzz.sh.
 *
 * Beyond memory errors: reading ends; rows and failures are JSON; what is written of a row's draft folds at 75 octets
 * and is read again without a failure. */
#include <stdlib.h>
#include <string.h>

#include "libapi/wire/text.h"
#include "schemas.h"
#include "server/domain/ics_import.h"
#include "server/domain/ics_write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

/* {"list":…}, where `list` is a schema's member of no particular type. */
static void must_be_json(const char *list, size_t len) {
	struct wire_buffer json = WIRE_BUFFER_EMPTY;
	struct wire_record *record = NULL;
	struct wire_problems problems;

	wire_put_str(&json, "{\"unknown\":[");
	wire_put(&json, list, len);
	wire_put_str(&json, "]}");
	wire_problems_init(&problems);
	must(wire_decode(&wire_schema_event, json.bytes, json.len, WIRE_ANSWER, &record,
		     &problems) == WIRE_OK);
	wire_record_unref(record);
	wire_problems_finish(&problems);
	wire_buffer_finish(&json);
}

static void must_be_folded(const struct wire_buffer *text) {
	for (const char *at = text->bytes; *at != 0;) {
		const char *end = strstr(at, "\r\n");
		must(end != NULL && end - at <= 75 &&
			wire_text_points(at, (size_t)(end - at)) >= 0);
		at = end + 2;
	}
}

/* The draft of a row as the event it would become, written, and read as a file. */
static void write_and_read(const char *draft, size_t len) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	struct ics_source source = { .json = draft, .len = len };
	struct ics_head head = { 0 };
	static struct ics_writing writing;

	ics_writing_init(&writing);
	ics_writing_add(&writing, &source);
	if (ics_writing_end(&writing, &head, &out)) {
		struct ics_import *import = NULL;
		const char *why = NULL;
		must_be_folded(&out);
		must(ics_import_read(out.bytes, out.len, &import, &why) == ICS_READ);
		must(ics_import_failed(import)->len == 0);
		ics_import_free(import);
	}
	ics_writing_finish(&writing);
	wire_buffer_finish(&out);
}

static void check_rows(const struct wire_buffer *rows) {
	const char *at = rows->bytes;

	must_be_json(rows->bytes + 1, rows->len - 2);
	while ((at = strstr(at, ",\"draft\":{")) != NULL) {
		size_t depth = 0, used = 0;
		bool quoted = false;
		at += 9;
		for (; at[used] != 0; used++) {
			if (at[used] == '"') {
				quoted = !quoted;
			} else if (quoted && at[used] == '\\') {
				used++;
			} else if (!quoted) {
				depth += at[used] == '{';
				depth -= at[used] == '}';
				if (depth == 0) {
					break;
				}
			}
		}
		write_and_read(at, used + 1);
		at += used;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	struct ics_import *import = NULL;
	const char *why = NULL;
	enum ics_verdict verdict = ics_import_read((const char *)data, len, &import, &why);

	must((verdict == ICS_READ) == (import != NULL));
	if (import == NULL) {
		return 0;
	}
	for (size_t count = 1; count > 0;) {
		struct wire_buffer rows = WIRE_BUFFER_EMPTY;
		count = ics_import_rows(import, 3, 4096, &rows);
		must(!rows.failed);
		check_rows(&rows);
		wire_buffer_finish(&rows);
	}
	must_be_json(ics_import_failed(import)->len == 0 ? "" : ics_import_failed(import)->bytes,
		ics_import_failed(import)->len);
	ics_import_free(import);
	return 0;
}

/* format_test.c: what each format takes and refuses. */
#include "libapi/wire/format.h"

#include <stdio.h>

#include "tests/unit/suite.h"

#define UUID "01890a5d-ac96-774b-bcce-b302099a8057"

static const struct {
	enum wire_format format;
	const char *text;
	bool fits;
} rows[] = {
	{ WIRE_PLAIN, "", true },
	{ WIRE_PLAIN, "anything \n", true },
	{ WIRE_UUID, UUID, true },
	{ WIRE_UUID, "01890A5D-AC96-774B-BCCE-B302099A8057", true },
	{ WIRE_UUID, "", false },
	{ WIRE_UUID, "me", false },
	{ WIRE_UUID, "01890a5d-ac96-774b-bcce-b302099a805", false },
	{ WIRE_UUID, UUID "0", false },
	{ WIRE_UUID, "{01890a5d-ac96-774b-bcce-b302099a8057}", false },
	{ WIRE_UUID, "01890a5dac96-774b-bcce-b302099a8057-", false },
	{ WIRE_UUID, "01890g5d-ac96-774b-bcce-b302099a8057", false },
	{ WIRE_USER_REF, "me", true },
	{ WIRE_USER_REF, UUID, true },
	{ WIRE_USER_REF, "ME", false },
	{ WIRE_USER_REF, "you", false },
	{ WIRE_INSTANT, "2026-11-23T10:00:00Z", true },
	{ WIRE_INSTANT, "2026-11-23T10:00:00+02:00", true },
	{ WIRE_INSTANT, "2026-11-23T10:00:00", false },
	{ WIRE_INSTANT, "2026-11-23", false },
	{ WIRE_EVENT_TIME, "2026-11-23T10:00:00Z", true },
	{ WIRE_EVENT_TIME, "2026-11-23T10:00:00", true },
	{ WIRE_EVENT_TIME, "2026-11-23", false },
	{ WIRE_DATE, "2026-11-23", true },
	{ WIRE_DATE, "2026-11-23T00:00:00", false },
	{ WIRE_DATE, "2026-11-31", false },
	{ WIRE_CLOCK, "00:00", true },
	{ WIRE_CLOCK, "23:59", true },
	{ WIRE_CLOCK, "24:00", false },
	{ WIRE_CLOCK, "12:60", false },
	{ WIRE_CLOCK, "9:00", false },
	{ WIRE_CLOCK, "09:00:00", false },
	{ WIRE_CLOCK, "0a:00", false },
	{ WIRE_ZONE, "Europe/Berlin", true },
	{ WIRE_ZONE, "America/Argentina/Buenos_Aires", true },
	{ WIRE_ZONE, "America/Port-au-Prince", true },
	{ WIRE_ZONE, "Etc/GMT+5", true },
	{ WIRE_ZONE, "EST5EDT", true },
	{ WIRE_ZONE, "UTC", true },
	{ WIRE_ZONE, "", false },
	{ WIRE_ZONE, "/etc/passwd", false },
	{ WIRE_ZONE, "../../etc/passwd", false },
	{ WIRE_ZONE, "Europe/../Berlin", false },
	{ WIRE_ZONE, "Europe//Berlin", false },
	{ WIRE_ZONE, "Europe/", false },
	{ WIRE_ZONE, "W. Europe Standard Time", false },
	{ WIRE_ZONE, "+01:00", false },
	{ WIRE_EMAIL, "a@b", true },
	{ WIRE_EMAIL, "müller@example.org", true },
	{ WIRE_EMAIL, "", false },
	{ WIRE_EMAIL, "a", false },
	{ WIRE_EMAIL, "@b", false },
	{ WIRE_EMAIL, "a@", false },
	{ WIRE_EMAIL, "a@b@c", false },
	{ WIRE_EMAIL, "a b@c", false },
	{ WIRE_EMAIL, "a@b\r\nBcc:x", false },
	{ WIRE_EMAIL, "a@b\xc2\x85", false },
	{ WIRE_URI, "https://example.org/a?b#c", true },
	{ WIRE_URI, "urn:uuid:" UUID, true },
	{ WIRE_URI, "a+b-c.1:x", true },
	{ WIRE_URI, "example.org", false },
	{ WIRE_URI, "https:", false },
	{ WIRE_URI, "://x", false },
	{ WIRE_URI, "1a:x", false },
	{ WIRE_URI, "https://a b", false },
	{ WIRE_URI, "https://a\n", false },
	{ WIRE_URI, "", false },
	{ WIRE_COLOR, "#00ffAA", true },
	{ WIRE_COLOR, "#0fA", false },
	{ WIRE_COLOR, "00ffAA0", false },
	{ WIRE_COLOR, "#00ffAg", false },
	{ WIRE_USERNAME, "a.b_c-9", true },
	{ WIRE_USERNAME, "A", false },
	{ WIRE_USERNAME, "a b", false },
	{ WIRE_USERNAME, "ü", false },
	{ WIRE_USERNAME, "", false },
	{ WIRE_SLOT, "20261123", true },
	{ WIRE_SLOT, "20261123T103015", true },
	{ WIRE_SLOT, "20261123T103015Z", false },
	{ WIRE_SLOT, "20261131", false },
	{ WIRE_SLOT, "20261123t103015", false },
	{ WIRE_SLOT, "20261123T2460", false },
	{ WIRE_SLOT, "20261123T246000", false },
	{ WIRE_SLOT, "2026-11-", false },
	{ WIRE_PRINTABLE, "a b!~", true },
	{ WIRE_PRINTABLE, "x", true },
	{ WIRE_PRINTABLE, " x", false },
	{ WIRE_PRINTABLE, "x ", false },
	{ WIRE_PRINTABLE, " ", false },
	{ WIRE_PRINTABLE, "", false },
	{ WIRE_PRINTABLE, "a\tb", false },
	{ WIRE_PRINTABLE, "ü", false },
	{ WIRE_PRINTABLE,
		"a\x7f"
		"b",
		false },
	{ WIRE_WORDS, "id,title,start_time", true },
	{ WIRE_WORDS, "recurrence.rrule", true },
	{ WIRE_WORDS, "", false },
	{ WIRE_WORDS, ",id", false },
	{ WIRE_WORDS, "id,", false },
	{ WIRE_WORDS, "id,,title", false },
	{ WIRE_WORDS, "id, title", false },
};

static void takes_and_refuses_by_the_table(void) {
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *fault =
			wire_format_fault(rows[i].format, rows[i].text, strlen(rows[i].text));
		CHECK_ROW((fault == NULL) == rows[i].fits, rows[i].text);
		CU_ASSERT_TRUE(fault == NULL || fault[0] != '\0');
	}
}

static void sees_nul_inside_a_text(void) {
	for (int format = WIRE_UUID; format <= WIRE_WORDS; format++) {
		CU_ASSERT_PTR_NOT_NULL(wire_format_fault((enum wire_format)format, "a@b:c\0d", 7));
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "takes and refuses by the table", takes_and_refuses_by_the_table },
		{ "sees NUL inside a text", sees_nul_inside_a_text },
		CU_TEST_INFO_NULL,
	};
	return run_suite("format", tests);
}

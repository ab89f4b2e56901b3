/* ics_test.c: iCalendar text: lines, times, zones, files and messages. The corpus of tests/ics runs through the server:
 * tests/system/ical.py. */
#include "tests/unit/suite.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/ics_color.h"
#include "server/domain/ics_import.h"
#include "server/domain/ics_itip.h"
#include "server/domain/ics_time.h"
#include "server/domain/ics_write.h"
#include "server/domain/ics_zone.h"

static struct ics_text read_text(const char *bytes) {
	struct ics_text text;
	CU_ASSERT_PTR_NULL_FATAL(ics_text_read(&text, bytes, strlen(bytes)));
	return text;
}

/* ---- lines ---------------------------------------------------------------------------------------------------- */

static void unfolds_lines_and_keeps_their_numbers(void) {
	struct ics_text text = read_text("\xef\xbb\xbf"
					 "A:one\r\n  two\r\n\r\nB:x\n\ty\nC:end");

	CU_ASSERT_EQUAL_FATAL(text.count, 3);
	CU_ASSERT_STRING_EQUAL(text.lines[0].text, "A:one two");
	CU_ASSERT_EQUAL(text.lines[0].number, 1);
	CU_ASSERT_STRING_EQUAL(text.lines[1].text, "B:xy");
	CU_ASSERT_EQUAL(text.lines[1].number, 4);
	CU_ASSERT_STRING_EQUAL(ics_line_value(&text.lines[2]), "end");
	ics_text_finish(&text);
}

static void a_line_without_a_name_or_of_broken_text_is_none(void) {
	static const char *const broken[] = { "no colon", ":x", "A B:x", "A;P=\"x:y", "A:\xff",
		"A:\xed\xa0\x80" };

	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		struct ics_text text = read_text(broken[i]);
		CU_ASSERT_EQUAL(text.count, 1);
		CU_ASSERT_EQUAL(text.lines[0].name_len, 0);
		ics_text_finish(&text);
	}
}

static void reads_parameters(void) {
	struct ics_text text = read_text("ATTENDEE;CN=\"Hopper, Grace; ^'Amazing^' "
					 "^n^^\";role=CHAIR,X;EMPTY=:mailto:g@x.org");
	char value[64];

	CU_ASSERT_EQUAL(ics_line_param(&text.lines[0], "cn", value, sizeof(value)), 27);
	CU_ASSERT_STRING_EQUAL(value, "Hopper, Grace; \"Amazing\" \n^");
	CU_ASSERT_EQUAL(ics_line_param(&text.lines[0], "ROLE", value, sizeof(value)), 5);
	CU_ASSERT_STRING_EQUAL(value, "CHAIR");
	CU_ASSERT_EQUAL(ics_line_param(&text.lines[0], "EMPTY", value, sizeof(value)), 0);
	CU_ASSERT_EQUAL(ics_line_param(&text.lines[0], "NONE", value, sizeof(value)), -1);
	CU_ASSERT_EQUAL(ics_line_param(&text.lines[0], "CN", value, 8), -1); /* no room */
	ics_text_finish(&text);
}

static void folds_at_75_octets_and_between_characters(void) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	struct ics_writer writer = ICS_WRITER(&out);
	struct ics_text text;

	ics_put_text(&writer, "SUMMARY",
		"ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää, "
		"\xe2\x82\xac;\\\nend");
	ics_writer_finish(&writer);
	for (const char *at = out.bytes, *end; *at != 0; at = end + 2) {
		end = strstr(at, "\r\n");
		CU_ASSERT_FATAL(end != NULL);
		CU_ASSERT(end - at <= 75);
	}
	text = read_text(out.bytes);
	CU_ASSERT_EQUAL(text.count, 1);
	CU_ASSERT_PTR_NOT_NULL(strstr(text.lines[0].text, "\\, \xe2\x82\xac\\;\\\\\\nend"));
	ics_text_finish(&text);
	wire_buffer_finish(&out);
}

/* ---- times ---------------------------------------------------------------------------------------------------- */

static void reads_times(void) {
	struct ics_time time;

	CU_ASSERT(ics_time_read("20261124T093000Z", 16, &time) && time.kind == ICS_UTC);
	CU_ASSERT(ics_time_read("20261124T093000", 15, &time) && time.kind == ICS_FLOATING);
	CU_ASSERT(ics_time_read("20261124", 8, &time) && time.kind == ICS_DATE);
	CU_ASSERT_FALSE(ics_time_read("20260230", 8, &time));
	CU_ASSERT_FALSE(ics_time_read("18991231", 8, &time));
	CU_ASSERT_FALSE(ics_time_read("20261124T0930", 13, &time));
	CU_ASSERT_FALSE(ics_time_read("20261124T096000", 15, &time));
}

static void reads_durations(void) {
	struct ics_duration length;

	CU_ASSERT(ics_duration_read("P1DT2H30M", 9, &length));
	CU_ASSERT(length.days == 1 && length.seconds == 9000);
	CU_ASSERT(ics_duration_read("-PT15M", 6, &length) && length.seconds == -900);
	CU_ASSERT(ics_duration_read("+P2W", 4, &length) && length.days == 14);
	CU_ASSERT_FALSE(ics_duration_read("P", 1, &length));
	CU_ASSERT_FALSE(ics_duration_read("1H", 2, &length));
	CU_ASSERT_FALSE(ics_duration_read("PT1D", 4, &length));
	CU_ASSERT_FALSE(ics_duration_read("P999999999W", 11, &length));
}

/* ---- zones ---------------------------------------------------------------------------------------------------- */

static void is_zone(const char *tzid, const char *due) {
	const struct zone *zone = ics_zone_of_name(tzid);
	CU_ASSERT_PTR_NOT_NULL_FATAL(zone);
	CU_ASSERT_STRING_EQUAL(zone_name(zone), due);
}

static void knows_zones_by_many_names(void) {
	is_zone("Europe/Berlin", "Europe/Berlin");
	is_zone("W. Europe Standard Time", "Europe/Berlin");
	is_zone("w. europe standard time", "Europe/Berlin");
	is_zone("/mozilla.org/20050126_1/Europe/Vienna", "Europe/Vienna");
	is_zone("/freeassociation.sourceforge.net/America/Argentina/Ushuaia",
		"America/Argentina/Ushuaia");
	CU_ASSERT_PTR_NULL(ics_zone_of_name("Middle Earth"));
	CU_ASSERT_PTR_NULL(ics_zone_of_name(""));
}

/* What we write of a zone is read as that clock again: every zone of the database. The name is taken away. */
static void every_zone_is_found_by_its_own_vtimezone(void) {
	const struct zone *zone;
	size_t count = 0;

	for (size_t i = 0; (zone = zone_nth(i)) != NULL; i++) {
		struct wire_buffer out = WIRE_BUFFER_EMPTY;
		struct ics_writer writer = ICS_WRITER(&out);
		ics_put_zone(&writer, zone, INT64_C(1577836800)); /* 2020 */
		ics_writer_finish(&writer);
		struct ics_text text = read_text(out.bytes);
		const struct zone *found = ics_zone_of_clock(text.lines + 2, text.count - 3);
		if (found == NULL) {
			CU_FAIL("a zone is not found by its own clock");
			printf("not found: %s\n%s\n", zone_name(zone), out.bytes);
		}
		for (int64_t at = INT64_C(1577836800); found != NULL && at < INT64_C(1893456000);
			at += 86400 * 7) {
			CU_ASSERT_FATAL(zone_at(zone, at).offset_s == zone_at(found, at).offset_s);
		}
		ics_text_finish(&text);
		wire_buffer_finish(&out);
		count++;
	}
	CU_ASSERT(count > 400);
}

static void a_clock_that_nobody_keeps_is_no_zone(void) {
	struct ics_text text =
		read_text("BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0137\n"
			  "TZOFFSETTO:+0137\nEND:STANDARD\n");

	CU_ASSERT_PTR_NULL(ics_zone_of_clock(text.lines, text.count));
	CU_ASSERT_PTR_NULL(ics_zone_of_clock(text.lines, 1)); /* nothing in it */
	ics_text_finish(&text);
}

static void names_colours(void) {
	char hex[ICS_COLOR_ROOM];
	bool exact = false;

	CU_ASSERT(ics_color_read("CornflowerBlue", hex) && strcmp(hex, "#6495ED") == 0);
	CU_ASSERT(ics_color_read("#6495ed", hex) && strcmp(hex, "#6495ED") == 0);
	CU_ASSERT_FALSE(ics_color_read("blurple", hex));
	CU_ASSERT_STRING_EQUAL(ics_color_name("#FF0000", &exact), "red");
	CU_ASSERT_TRUE(exact);
	CU_ASSERT_STRING_EQUAL(ics_color_name("#FE0101", &exact), "red");
	CU_ASSERT_FALSE(exact);
	CU_ASSERT_PTR_NULL(ics_color_name("red", &exact));
}

/* ---- files ---------------------------------------------------------------------------------------------------- */

#define FILE_OF(events) "BEGIN:VCALENDAR\n" events "END:VCALENDAR\n"
#define EVENT_OF(uid, more)                                                                        \
	"BEGIN:VEVENT\nUID:" uid "\nDTSTART:20261201T100000Z\n" more "END:VEVENT\n"

static size_t rows_of(const char *file, struct wire_buffer *rows, struct wire_buffer *failed) {
	struct ics_import *import = NULL;
	const char *why = NULL;

	CU_ASSERT_EQUAL_FATAL(ics_import_read(file, strlen(file), &import, &why), ICS_READ);
	size_t count = ics_import_rows(import, 100, SIZE_MAX, rows);
	wire_put(failed,
		ics_import_failed(import)->len == 0 ? "" : ics_import_failed(import)->bytes,
		ics_import_failed(import)->len);
	ics_import_free(import);
	return count;
}

static void has(const char *file, size_t count, const char *in_rows, const char *in_failed) {
	struct wire_buffer rows = WIRE_BUFFER_EMPTY, failed = WIRE_BUFFER_EMPTY;

	CU_ASSERT_EQUAL(rows_of(file, &rows, &failed), count);
	CU_ASSERT(in_rows == NULL || strstr(rows.bytes, in_rows) != NULL);
	CU_ASSERT(in_failed == NULL ? failed.len == 0 : strstr(failed.bytes, in_failed) != NULL);
	wire_buffer_finish(&rows);
	wire_buffer_finish(&failed);
}

static void makes_rows_and_names_what_fails(void) {
	has(FILE_OF(EVENT_OF("a", "SUMMARY:x\n")), 1, "\"title\":\"x\"", NULL);
	has(FILE_OF(EVENT_OF("a", "")), 1, "\"title\":\"(untitled)\"", NULL);
	has(FILE_OF(EVENT_OF("a", "X-A:1\nGEO:1;2\n")), 1, "\"kept\":\"X-A:1\\nGEO:1;2\"", NULL);
	has(FILE_OF(EVENT_OF("a", "SEQUENCE:x\n") EVENT_OF("b", "")), 1, "\"uid\":\"b\"",
		"\"uid\":\"a\",\"line\":2,\"code\":\"format\"");
	has(FILE_OF(EVENT_OF("a", "STATUS:MAYBE\n")), 0, NULL, "\"code\":\"unknown_value\"");
	has(FILE_OF("BEGIN:VEVENT\nUID:a\n" EVENT_OF("b", "")), 1, "\"uid\":\"b\"",
		"\"line\":2,\"code\":\"broken_component\"");
}

static void keeps_what_belongs_together_in_one_batch(void) {
	static const char file[] = FILE_OF(EVENT_OF("b", "") EVENT_OF("a",
		"RECURRENCE-ID:20261202T100000Z\n") EVENT_OF("a", "RRULE:FREQ=DAILY;COUNT=3\n"));
	struct wire_buffer first = WIRE_BUFFER_EMPTY, second = WIRE_BUFFER_EMPTY;
	struct ics_import *import = NULL;
	const char *why = NULL;

	CU_ASSERT_EQUAL_FATAL(ics_import_read(file, strlen(file), &import, &why), ICS_READ);
	CU_ASSERT_EQUAL(ics_import_rows(import, 1, SIZE_MAX, &first), 2);
	const char *series = strstr(first.bytes, "\"slots\":[\"20261202T100000\"]"),
		   *occurrence = strstr(first.bytes, "\"slot\":\"20261202T100000\"");
	CU_ASSERT(series != NULL && occurrence != NULL && series < occurrence);
	CU_ASSERT_EQUAL(ics_import_rows(import, 1, SIZE_MAX, &second), 1);
	CU_ASSERT_EQUAL(ics_import_rows(import, 1, SIZE_MAX, &second), 0);
	ics_import_free(import);
	wire_buffer_finish(&first);
	wire_buffer_finish(&second);
}

static void ends_a_batch_that_has_bytes_enough(void) {
	static const char file[] = FILE_OF(EVENT_OF("a", "") EVENT_OF("b", "") EVENT_OF("c", ""));
	struct wire_buffer one = WIRE_BUFFER_EMPTY, all = WIRE_BUFFER_EMPTY;
	struct ics_import *import = NULL;
	const char *why = NULL;

	CU_ASSERT_EQUAL_FATAL(ics_import_read(file, strlen(file), &import, &why), ICS_READ);
	CU_ASSERT_EQUAL(ics_import_rows(import, 100, 2, &one), 1);
	CU_ASSERT_EQUAL(ics_import_rows(import, 100, SIZE_MAX, &all), 2);
	ics_import_free(import);
	wire_buffer_finish(&one);
	wire_buffer_finish(&all);
}

static void refuses_what_is_no_calendar(void) {
	struct ics_import *import = NULL;
	const char *why = NULL;
	struct wire_buffer many = WIRE_BUFFER_EMPTY;

	CU_ASSERT_EQUAL(ics_import_read("", 0, &import, &why), ICS_NO_CALENDAR);
	CU_ASSERT_PTR_NOT_NULL(why);
	CU_ASSERT_EQUAL(ics_import_read("BEGIN:VCARD\n", 12, &import, &why), ICS_NO_CALENDAR);
	wire_put_str(&many, "BEGIN:VCALENDAR\n");
	for (int i = 0; i <= ICS_COMPONENTS_MAX; i++) {
		wire_put_str(&many, "BEGIN:VEVENT\nEND:VEVENT\n");
	}
	CU_ASSERT_EQUAL(ics_import_read(many.bytes, many.len, &import, &why), ICS_TOO_MANY);
	CU_ASSERT_PTR_NULL(import);
	wire_buffer_finish(&many);
}

/* ---- messages ------------------------------------------------------------------------------------------------- */

#define PEOPLE                                                                                     \
	"\"organizer\":{\"email\":\"grace@example.com\"},\"attendees\":[{\"email\":"               \
	"\"ada@example.com\",\"name\":\"Ada\",\"role\":\"required\",\"partstat\":\"declined\"},"   \
	"{\"email\":\"bob@example.com\",\"role\":\"optional\",\"partstat\":\"needs_action\"}]"
#define TIMES                                                                                      \
	"\"uid\":\"u1\",\"title\":\"Plan\",\"is_all_day\":false,\"floating\":false,"               \
	"\"start_time\":\"2026-12-01T10:00:00+01:00\",\"end_time\":\"2026-12-01T11:00:00+01:00\"," \
	"\"time_zone\":\"Europe/Berlin\",\"sequence\":4,\"status\":\"confirmed\","

static void writes_requests_cancellations_and_replies(void) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;

	CU_ASSERT(ics_itip(ICS_REQUEST, "{" TIMES PEOPLE "}", NULL, NULL, &out));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "\r\nMETHOD:REQUEST\r\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "\r\nSEQUENCE:4\r\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "TZID:Europe/Berlin\r\n"));
	CU_ASSERT(strstr(out.bytes, "CN=Ada;") != NULL && strstr(out.bytes, "bob@") != NULL);
	wire_buffer_clear(&out);
	CU_ASSERT(ics_itip(ICS_REPLY, "{" TIMES PEOPLE "}", NULL, "ADA@example.com", &out));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "PARTSTAT=DECLINED"));
	CU_ASSERT_PTR_NULL(strstr(out.bytes, "bob@"));
	wire_buffer_clear(&out);
	CU_ASSERT(ics_itip(ICS_CANCEL, "{" TIMES PEOPLE "}", NULL, NULL, &out));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "\r\nSTATUS:CANCELLED\r\n"));
	wire_buffer_clear(&out);
	CU_ASSERT(ics_itip(ICS_CANCEL, "{" TIMES PEOPLE "}", NULL, "gone@example.com", &out));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "mailto:gone@example.com"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "\r\nSTATUS:CONFIRMED\r\n"));
	CU_ASSERT_PTR_NULL(strstr(out.bytes, "bob@"));
	wire_buffer_finish(&out);
}

static void an_occurrence_is_named_by_its_series_clock(void) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;
	static const char
		series[] = "{" TIMES PEOPLE "}",
		one[] = "{\"recurrence_id\":\"20261202T100000\",\"uid\":\"u1\",\"title\":\"Plan\","
			"\"start_time\":\"2026-12-02T12:00:00+09:00\",\"end_time\":"
			"\"2026-12-02T13:00:00+09:00\",\"time_zone\":\"Asia/Tokyo\"," PEOPLE "}";

	CU_ASSERT(ics_itip(ICS_REQUEST, one, series, NULL, &out));
	CU_ASSERT_PTR_NOT_NULL(
		strstr(out.bytes, "RECURRENCE-ID;TZID=Europe/Berlin:20261202T100000\r\n"));
	CU_ASSERT_PTR_NOT_NULL(strstr(out.bytes, "DTSTART;TZID=Asia/Tokyo:20261202T120000\r\n"));
	CU_ASSERT_PTR_NULL(strstr(out.bytes, "20261201T100000\r\nDTEND")); /* the series itself */
	wire_buffer_finish(&out);
}

static void refuses_a_message_to_nobody(void) {
	struct wire_buffer out = WIRE_BUFFER_EMPTY;

	CU_ASSERT_FALSE(ics_itip(ICS_REQUEST, "{" TIMES "\"attendees\":[]}", NULL, NULL, &out));
	CU_ASSERT_FALSE(ics_itip(ICS_REPLY, "{" TIMES PEOPLE "}", NULL, "eve@example.com", &out));
	CU_ASSERT_FALSE(ics_itip(ICS_REPLY, "{" TIMES PEOPLE "}", NULL, NULL, &out));
	CU_ASSERT_FALSE(ics_itip(ICS_REQUEST, "no JSON", NULL, NULL, &out));
	CU_ASSERT_STRING_EQUAL(ics_method_name(ICS_CANCEL), "CANCEL");
	wire_buffer_finish(&out);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "unfolds lines and keeps their numbers", unfolds_lines_and_keeps_their_numbers },
		{ "a line without a name or of broken text is none",
			a_line_without_a_name_or_of_broken_text_is_none },
		{ "reads parameters", reads_parameters },
		{ "folds at 75 octets and between characters",
			folds_at_75_octets_and_between_characters },
		{ "reads times", reads_times },
		{ "reads durations", reads_durations },
		{ "knows zones by many names", knows_zones_by_many_names },
		{ "every zone is found by its own vtimezone",
			every_zone_is_found_by_its_own_vtimezone },
		{ "a clock that nobody keeps is no zone", a_clock_that_nobody_keeps_is_no_zone },
		{ "names colours", names_colours },
		{ "makes rows and names what fails", makes_rows_and_names_what_fails },
		{ "keeps what belongs together in one batch",
			keeps_what_belongs_together_in_one_batch },
		{ "ends a batch that has bytes enough", ends_a_batch_that_has_bytes_enough },
		{ "refuses what is no calendar", refuses_what_is_no_calendar },
		{ "writes requests cancellations and replies",
			writes_requests_cancellations_and_replies },
		{ "an occurrence is named by its series clock",
			an_occurrence_is_named_by_its_series_clock },
		{ "refuses a message to nobody", refuses_a_message_to_nobody },
		CU_TEST_INFO_NULL,
	};
	return run_suite("iCalendar", tests);
}

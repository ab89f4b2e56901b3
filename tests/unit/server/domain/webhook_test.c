/* webhook_test.c: what webhooks rest on: which addresses are the public's, signatures, and when reminders are due. */
#include <stdio.h>
#include <stdlib.h>

#include "server/domain/network.h"
#include "server/domain/reminders.h"
#include "server/domain/signature.h"
#include "tests/unit/suite.h"

static bool is_public(const char *text) {
	uint8_t address[ADDRESS_BYTES];

	CU_ASSERT_TRUE_FATAL(address_read(text, strlen(text), address));
	return address_is_public(address);
}

static void tells_the_publics_addresses(void) {
	static const char *const public[] = { "1.1.1.1", "9.255.255.255", "11.0.0.0",
		"100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
		"169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
		"198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00::1",
		"::ffff:1.1.1.1" };
	static const char *const private[] = { "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255",
		"100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.0.0",
		"169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.2.1",
		"192.88.99.1", "192.168.0.0", "198.18.0.1", "198.51.100.1", "203.0.113.1",
		"224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1",
		"::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0.0.0.0", "::127.0.0.1",
		"64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
		"2002:7f00:1::", "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
		"ff02::1", "5f00::1" };

	for (size_t i = 0; i < sizeof(public) / sizeof(*public); i++) {
		CHECK_ROW(is_public(public[i]), public[i]);
	}
	for (size_t i = 0; i < sizeof(private) / sizeof(*private); i++) {
		CHECK_ROW(!is_public(private[i]), private[i]);
	}
}

static void signs_as_the_library_verifies(void) {
	char out[SIGNATURE_ROOM];
	const char *secret = "whk_k3v9x2ab_Vb3nK8pR5tY0wLcJ6dF9gHsA2eQxZ4uM1iO7rT3kB5j";

	CU_ASSERT_TRUE_FATAL(signature_write(secret, NULL, 1764000000, "{\"id\":\"1\"}", 10, out));
	CU_ASSERT_STRING_EQUAL(out,
		"t=1764000000,v1=ec55869115cad2858a0b101edbd75ed511c23602739822b733c42f0f26271da9");
	CU_ASSERT_TRUE_FATAL(signature_write("new", secret, 1764000000, "{\"id\":\"1\"}", 10, out));
	CU_ASSERT_PTR_NOT_NULL(strstr(
		out, ",v1=ec55869115cad2858a0b101edbd75ed511c23602739822b733c42f0f26271da9"));
	CU_ASSERT_EQUAL(strlen(out), 12 + 2 * 68);
}

/* ---- reminders ------------------------------------------------------------------------------------------- */

struct seen {
	struct reminder list[64];
	size_t count, most;
};

static bool see(void *context, const struct reminder *reminder) {
	struct seen *seen = context;

	if (seen->count == seen->most) {
		return false;
	}
	seen->list[seen->count++] = *reminder;
	return true;
}

static struct series *daily_in_berlin(const char *rrule) {
	const struct stored_event stored = { .is_all_day = "f",
		.floating = "f",
		.tzid = "Europe/Berlin",
		.start_local = "2026-10-20 02:30:00",
		.start_fold = "0",
		.duration_s = "900",
		.rrule = rrule };
	struct series *series = series_new(&stored, NULL, NULL);

	CU_ASSERT_PTR_NOT_NULL_FATAL(series);
	return series;
}

enum { OCT_24_0000Z = 1792800000, DAY_S = 86400, HOUR_S = 3600 };

/* Summer time ends on 25 October 2026: 02:30 is 00:30Z before, and the first of two that night; 01:30Z after. */
static void keeps_the_minutes_over_a_change_of_the_clock(void) {
	struct reminder_set set = { .series = daily_in_berlin("FREQ=DAILY") };
	struct seen seen = { .most = 64 };

	reminder_minutes_read(&set, "10,1440");
	CU_ASSERT_EQUAL(set.count, 2);
	CU_ASSERT_TRUE(reminders_due(&set, OCT_24_0000Z, OCT_24_0000Z + 3 * DAY_S, see, &seen));
	CU_ASSERT_EQUAL_FATAL(seen.count, 6);
	CU_ASSERT_EQUAL(seen.list[0].occurrence.start_s, OCT_24_0000Z + HOUR_S / 2);
	CU_ASSERT_EQUAL(seen.list[1].occurrence.start_s, OCT_24_0000Z + DAY_S + HOUR_S / 2);
	CU_ASSERT_EQUAL(seen.list[2].occurrence.start_s, OCT_24_0000Z + 2 * DAY_S + 3 * HOUR_S / 2);
	series_free(set.series);
}

/* Every instant is looked at once, however the time is cut. */
static void misses_none_and_doubles_none(void) {
	struct reminder_set set = { .series = daily_in_berlin("FREQ=HOURLY;INTERVAL=5;COUNT=20") };
	struct seen whole = { .most = 64 }, parts = { .most = 64 };
	int64_t from_s = OCT_24_0000Z - 10 * DAY_S, to_s = OCT_24_0000Z + 10 * DAY_S;

	reminder_minutes_read(&set, "0,300");
	CU_ASSERT_TRUE(reminders_due(&set, from_s, to_s, see, &whole));
	CU_ASSERT_EQUAL(whole.count, 40);
	for (int64_t at_s = from_s; at_s < to_s;) {
		int64_t next_s = at_s + 1 + random() % (7 * HOUR_S);
		next_s = next_s > to_s ? to_s : next_s;
		CU_ASSERT_TRUE(reminders_due(&set, at_s, next_s, see, &parts));
		at_s = next_s;
	}
	CU_ASSERT_EQUAL(parts.count, 40);
	series_free(set.series);
}

/* From one due time to the next visits all of them. */
static void knows_the_next_one(void) {
	struct reminder_set set = { .series = daily_in_berlin("FREQ=DAILY;COUNT=5") };
	int64_t at_s = OCT_24_0000Z - 10 * DAY_S;
	int visits = 0;

	reminder_minutes_read(&set, "10,60");
	for (int64_t next_s = reminders_next(&set, at_s); next_s != INT64_MAX && visits < 100;
		next_s = reminders_next(&set, at_s)) {
		struct seen seen = { .most = 64 };
		CU_ASSERT_TRUE(next_s > at_s);
		CU_ASSERT_TRUE(reminders_due(&set, at_s, next_s - 1, see, &seen));
		CU_ASSERT_EQUAL(seen.count, 0);
		CU_ASSERT_TRUE(reminders_due(&set, next_s - 1, next_s, see, &seen));
		CU_ASSERT_EQUAL(seen.count, 1);
		at_s = next_s;
		visits++;
	}
	CU_ASSERT_EQUAL(visits, 10);
	series_free(set.series);
}

static void leaves_occurrences_with_a_row_to_their_row(void) {
	struct reminder_set set = { .series = daily_in_berlin("FREQ=DAILY;COUNT=3") };
	struct seen seen = { .most = 64 }, none = { .most = 0 };
	int64_t second_s;

	CU_ASSERT_TRUE_FATAL(slot_read("20261021T023000", false, &second_s));
	set.overridden = &second_s;
	set.overridden_count = 1;
	reminder_minutes_read(&set, "5");
	CU_ASSERT_TRUE(reminders_due(&set, OCT_24_0000Z - 10 * DAY_S, OCT_24_0000Z, see, &seen));
	CU_ASSERT_EQUAL(seen.count, 2);
	CU_ASSERT_FALSE(reminders_due(&set, OCT_24_0000Z - 10 * DAY_S, OCT_24_0000Z, see, &none));
	series_free(set.series);
}

static void looks_again_where_the_next_one_is_far(void) {
	struct reminder_set far = { .series = daily_in_berlin("FREQ=YEARLY;INTERVAL=5") };
	struct reminder_set over = { .series = daily_in_berlin(NULL) };
	int64_t after_s = OCT_24_0000Z + 30 * DAY_S;

	reminder_minutes_read(&far, "0");
	reminder_minutes_read(&over, "0");
	CU_ASSERT_EQUAL(
		reminders_next(&far, after_s), after_s + (int64_t)REMINDERS_HORIZON_DAYS * DAY_S);
	CU_ASSERT_EQUAL(reminders_next(&over, after_s), INT64_MAX);
	series_free(far.series);
	series_free(over.series);
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "tells the public's addresses", tells_the_publics_addresses },
		{ "signs as the library verifies", signs_as_the_library_verifies },
		{ "keeps the minutes over a change of the clock",
			keeps_the_minutes_over_a_change_of_the_clock },
		{ "misses none and doubles none", misses_none_and_doubles_none },
		{ "knows the next one", knows_the_next_one },
		{ "leaves occurrences with a row to their row",
			leaves_occurrences_with_a_row_to_their_row },
		{ "looks again where the next one is far", looks_again_where_the_next_one_is_far },
		CU_TEST_INFO_NULL,
	};
	return run_suite("webhook", tests);
}

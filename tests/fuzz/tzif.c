/* tzif.c: libFuzzer over zone_read, and over the searches in whatever clock it accepts.
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. tests/fuzz/tzif.c server/domain/zone*.c \
 *       libapi/wire/civil.c -o tzif_fuzz && ./tzif_fuzz -max_total_time=60 SOME_FOLDER /usr/share/zoneinfo/Europe
 *
 * Beyond memory errors: what is refused must say why; in what is accepted the changes rise and change something,
 * and every instant beside a change is found again from its wall time. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/zone_data.h"
#include "server/domain/zone_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

/* An instant shows a wall time; that wall time must lead back to it, or to another that shows the same. */
static void there_and_back(const struct zone *zone, int64_t utc_s) {
	if (utc_s < ZONE_FIRST_S + 2 * 86400 || utc_s > ZONE_END_S - 2 * 86400) {
		return; /* past the years kept a clock need not agree with itself */
	}
	struct zone_offset is = zone_at(zone, utc_s);
	int64_t local_s = utc_s + is.offset_s;
	struct zone_instant first = zone_from_local(zone, local_s, 0);
	struct zone_instant second = zone_from_local(zone, local_s, 1);

	must(is.abbreviation != NULL && strlen(is.abbreviation) < 1 << 20);
	must(first.kind == second.kind && first.kind != ZONE_GAP);
	must(first.utc_s + zone_at(zone, first.utc_s).offset_s == local_s);
	must(second.utc_s + zone_at(zone, second.utc_s).offset_s == local_s);
	must(first.kind == ZONE_OVERLAP ? first.utc_s < second.utc_s : first.utc_s == utc_s);
}

static void walk(const struct zone *zone) {
	struct zone_change change = { .utc_s = INT64_MIN }, back;
	int64_t last_s = INT64_MIN;

	for (int steps = 0; steps < 2000 && zone_next_change(zone, last_s, &change); steps++) {
		must(change.utc_s > last_s && !zone_offset_is_same(&change.before, &change.after));
		must(zone_previous_change(zone, change.utc_s + 1, &back) &&
			back.utc_s == change.utc_s);
		there_and_back(zone, change.utc_s - 1);
		there_and_back(zone, change.utc_s);
		last_s = change.utc_s;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	const char *fault = NULL;
	struct zone zone = { .name = "Fuzzed" };

	zone.data = zone_read(data, len, &fault);
	must((zone.data == NULL) == (fault != NULL));
	if (zone.data != NULL) {
		walk(&zone);
		there_and_back(&zone, ZONE_FIRST_S + 2 * 86400);
		there_and_back(&zone, ZONE_END_S - 2 * 86400);
		zone_at(&zone, INT64_MAX);
		zone_from_local(&zone, INT64_MIN, 1);
	}
	zone_data_free(zone.data);
	return 0;
}

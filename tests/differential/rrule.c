/* rrule.c: answers rrule.py, a line a question.
 *
 *   RULE TAB kind a|f|z TAB zone TAB start TAB second 0|1 TAB rdates TAB exdates TAB duration TAB windows
 *
 * Times are seconds, dates have commas between them, a window is FROM:TO. The answer has the extent ("none",
 * "FIRST endless", "FIRST LAST"), then for each window " | SLOT:START SLOT:START …"; or "CODE sentence". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_zone.h"

enum { LINE_ROOM = 65536, DATES_ROOM = 2048, FIELDS = 9 };

static void stop(const char *why) {
	fprintf(stderr, "rrule driver: %s\n", why);
	exit(1);
}

static int32_t read_dates(char *text, int64_t dates[DATES_ROOM]) {
	int32_t count = 0;

	for (char *at = strtok(text, ","); at != NULL; at = strtok(NULL, ",")) {
		if (count == DATES_ROOM) {
			stop("too many dates");
		}
		dates[count++] = strtoll(at, NULL, 10);
	}
	return rrule_dates_sort(dates, count);
}

/* The slices are tiny, so that each answer goes through many interruptions. */
static bool go_on(enum rrule_verdict verdict, struct rrule_budget *budget) {
	if (verdict == RRULE_SPENT) {
		stop("budget spent");
	}
	budget->slice = 1 + budget->left % 3;
	return verdict == RRULE_BUDGET;
}

static void answer_extent(const struct rrule_set *set) {
	struct rrule_budget budget = { 1, RRULE_BUDGET_STEPS };
	struct rrule_extent extent;

	rrule_extent_init(&extent, set);
	while (go_on(rrule_extent_find(&extent, &budget), &budget)) {
	}
	if (!extent.any) {
		printf("none");
	} else if (extent.endless) {
		printf("%lld endless", (long long)extent.first_start);
	} else {
		printf("%lld %lld", (long long)extent.first_start, (long long)extent.last_end);
	}
}

/* What a window gives is found by its slot, too. */
static void find_by_slot(const struct rrule_set *set, const struct rrule_occurrence *wanted) {
	struct rrule_budget budget = RRULE_BUDGET_FULL;
	struct rrule_occurrence found = { 0 };
	struct rrule_walk walk;

	budget.slice = RRULE_BUDGET_STEPS;
	rrule_walk_init(&walk, set);
	rrule_walk_slot(&walk, wanted->slot_s);
	if (rrule_walk_next(&walk, &budget, &found) != RRULE_NEXT ||
		memcmp(&found, wanted, sizeof(found)) != 0) {
		stop("an occurrence is not found by its slot");
	}
}

static void answer_window(const struct rrule_set *set, int64_t from, int64_t to) {
	struct rrule_budget budget = { 1, RRULE_BUDGET_STEPS };
	struct rrule_occurrence next = { 0 };
	struct rrule_walk walk;
	int32_t count = 0;

	printf(" |");
	rrule_walk_init(&walk, set);
	rrule_walk_window(&walk, from, to);
	for (;;) {
		enum rrule_verdict verdict = rrule_walk_next(&walk, &budget, &next);
		if (go_on(verdict, &budget)) {
			continue;
		}
		if (verdict == RRULE_END) {
			return;
		}
		printf(" %lld:%lld", (long long)next.slot_s, (long long)next.start);
		if (count++ % 16 == 0) {
			find_by_slot(set, &next);
		}
	}
}

static void answer(char *fields[FIELDS]) {
	static int64_t rdates[DATES_ROOM], exdates[DATES_ROOM];
	struct rrule rule, again;
	struct rrule_error error;
	char text[RRULE_TEXT_MAX + 1];
	enum rrule_kind kind = fields[1][0] == 'a'   ? RRULE_ALL_DAY
			       : fields[1][0] == 'f' ? RRULE_FLOATING
						     : RRULE_ZONED;

	if (!rrule_parse(fields[0], strlen(fields[0]), &rule, &error) ||
		!rrule_fits(&rule, kind, &error)) {
		printf("%s %s", rrule_code_name(error.code), error.text);
		return;
	}
	size_t len = rrule_print(&rule, text);
	if (!rrule_parse(text, len, &again, &error) || memcmp(&rule, &again, sizeof(rule)) != 0) {
		stop("a rule is not read as it was printed");
	}
	const struct zone *zone = kind == RRULE_ZONED ? zone_find(fields[2], NULL) : NULL;
	if ((zone != NULL) != (kind == RRULE_ZONED)) {
		stop("no such zone");
	}
	struct rrule_set set = { .rule = &rule,
		.start_s = strtoll(fields[3], NULL, 10),
		.start_second = fields[4][0] == '1',
		.clock = rrule_clock_of(zone),
		.duration_s = strtoll(fields[7], NULL, 10),
		.rdates = rdates,
		.exdates = exdates };
	set.rdate_count = read_dates(fields[5], rdates);
	set.exdate_count = read_dates(fields[6], exdates);
	answer_extent(&set);
	for (char *at = strtok(fields[8], ","); at != NULL; at = strtok(NULL, ",")) {
		char *to;
		int64_t from = strtoll(at, &to, 10);
		answer_window(&set, from, strtoll(to + 1, NULL, 10));
	}
}

int main(void) {
	static char line[LINE_ROOM];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		char *fields[FIELDS], *rest = line;
		line[strcspn(line, "\n")] = '\0';
		for (int32_t i = 0; i < FIELDS; i++) {
			fields[i] = strsep(&rest, "\t");
			if (fields[i] == NULL) {
				stop("a field is missing");
			}
		}
		answer(fields);
		putchar('\n');
		fflush(stdout);
	}
	return 0;
}

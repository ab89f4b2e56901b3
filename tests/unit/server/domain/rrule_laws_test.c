/* rrule_laws_test.c: what holds for every rule, tried on rules by chance. SEED in the environment repeats a run or
 * makes another one. */
#include "server/domain/rrule_zone.h"

#include <stdlib.h>

#include "libapi/wire/time.h"
#include "tests/unit/server/domain/rrule_random.h"
#include "tests/unit/suite.h"

enum { RULES = 1500, SLOTS_MAX = 400 };

struct sample {
	char text[RRULE_TEXT_MAX + 64];
	struct rrule rule;
	struct rrule_set set;
	int64_t exdates[4], rdates[4];
};

struct list {
	struct rrule_occurrence items[SLOTS_MAX];
	int32_t count;
	bool whole; /* ended before it was full */
};

static uint64_t rng;

static void begin(void) {
	const char *seed = getenv("SEED");

	rng = seed == NULL ? 20261123 : strtoull(seed, NULL, 10) | 1;
}

static bool read_sample(struct sample *sample, const char *more) {
	struct rrule_error error;

	strcat(sample->text, more);
	return rrule_parse(sample->text, strlen(sample->text), &sample->rule, &error);
}

/* A set whose rule is read, on a floating clock or one with changes. */
static void make_sample(struct sample *sample) {
	static const char *const zones[] = { "Europe/Berlin", "Australia/Lord_Howe",
		"Pacific/Apia" };
	struct rrule_set *set = &sample->set;

	do {
		memset(sample, 0, sizeof(*sample));
		random_rule(&rng, sample->text);
	} while (!read_sample(sample, ""));
	set->rule = &sample->rule;
	set->start_s = random_in(&rng, 0, 40 * 366) * INT64_C(86400) +
		       random_in(&rng, 0, 95) * INT64_C(900);
	set->duration_s = random_in(&rng, 0, 3) * INT64_C(40000);
	if (random_next(&rng) % 2 == 0) {
		const struct zone *zone = zone_find(zones[random_next(&rng) % 3], NULL);
		CU_ASSERT_PTR_NOT_NULL_FATAL(zone);
		set->clock = rrule_clock_of(zone);
	}
}

static struct rrule_budget lavish(void) {
	return (struct rrule_budget){ INT32_MAX, INT32_MAX };
}

static void collect(struct rrule_walk *walk, struct list *list) {
	struct rrule_budget budget = lavish();

	list->count = 0;
	list->whole = false;
	while (list->count < SLOTS_MAX) {
		if (rrule_walk_next(walk, &budget, &list->items[list->count]) != RRULE_NEXT) {
			list->whole = true;
			return;
		}
		list->count++;
	}
}

static void collect_all(const struct rrule_set *set, struct list *list) {
	struct rrule_walk walk;

	rrule_walk_init(&walk, set);
	collect(&walk, list);
}

static bool same(const struct rrule_occurrence *one, const struct rrule_occurrence *other) {
	return one->slot_s == other->slot_s && one->start == other->start && one->end == other->end;
}

static bool equal(const struct list *one, const struct list *other) {
	for (int32_t i = 0; i < one->count && i < other->count; i++) {
		if (!same(&one->items[i], &other->items[i])) {
			return false;
		}
	}
	return one->count == other->count;
}

/* Some instant in or about the list. */
static int64_t about(const struct list *list) {
	int64_t at = list->items[random_in(&rng, 0, list->count - 1)].start;

	return at + random_in(&rng, -2, 2) * random_in(&rng, 0, 90000);
}

static void starts_never_go_back(void) {
	static struct list list;

	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		make_sample(&sample);
		collect_all(&sample.set, &list);
		for (int32_t j = 1; j < list.count; j++) {
			CHECK_ROW(list.items[j - 1].start < list.items[j].start, sample.text);
		}
	}
}

static void a_window_is_the_whole_filtered(void) {
	static struct list whole, window, wanted;

	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		struct rrule_walk walk;
		make_sample(&sample);
		collect_all(&sample.set, &whole);
		int64_t from = about(&whole), to = about(&whole);
		int64_t last = whole.items[whole.count - 1].start - 2 * 86400;
		if (!whole.whole && to > last) {
			to = last; /* beyond, the whole is not known */
		}
		rrule_walk_init(&walk, &sample.set);
		rrule_walk_window(&walk, from, to);
		collect(&walk, &window);
		wanted.count = 0;
		for (int32_t j = 0; j < whole.count; j++) {
			const struct rrule_occurrence *item = &whole.items[j];
			bool point = item->start == item->end && item->start == from;
			if (item->start < to && (item->end > from || point) && from < to) {
				wanted.items[wanted.count++] = *item;
			}
		}
		CHECK_ROW(equal(&window, &wanted), sample.text);
	}
}

static void a_jump_is_a_walk(void) {
	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		struct rrule_iter walk, jump;
		struct rrule_budget budget = lavish();
		int64_t target, given = 0, found = 0;
		make_sample(&sample);
		if (random_next(&rng) % 2 == 0) {
			sample.rule.count = random_in(&rng, 1, 2000);
		}
		rrule_iter_init(&walk, &sample.rule, sample.set.start_s);
		jump = walk;
		/* Twice, so that the second jump begins inside a period. */
		for (int32_t leap = 0; leap < 2; leap++) {
			enum rrule_verdict wanted, seen;
			target =
				sample.set.start_s + random_in(&rng, 0, 1 << 11) *
							     (INT64_C(1) << random_in(&rng, 0, 17));
			do {
				wanted = rrule_iter_next(&walk, &budget, &given);
			} while (wanted == RRULE_NEXT && given < target);
			rrule_iter_seek(&jump, target);
			seen = rrule_iter_next(&jump, &budget, &found);
			CHECK_ROW(seen == wanted, sample.text);
			CHECK_ROW(wanted != RRULE_NEXT || given == found, sample.text);
			CHECK_ROW(rrule_iter_counted(&walk) == rrule_iter_counted(&jump) ||
					  wanted != RRULE_NEXT,
				sample.text);
		}
	}
}

static void count_and_until_say_the_same(void) {
	static struct list by_count, by_until;

	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		make_sample(&sample);
		sample.set.clock = rrule_clock_of(NULL);
		sample.rule.count = random_in(&rng, 1, SLOTS_MAX - 1);
		collect_all(&sample.set, &by_count);
		sample.rule.count = 0;
		sample.rule.until_kind = RRULE_UNTIL_LOCAL;
		sample.rule.until_s = by_count.items[by_count.count - 1].slot_s;
		collect_all(&sample.set, &by_until);
		CHECK_ROW(equal(&by_count, &by_until), sample.text);
	}
}

static void an_exception_takes_itself_and_nothing_else(void) {
	static struct list before, after;

	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		make_sample(&sample);
		sample.rule.count = random_in(&rng, 2, SLOTS_MAX - 1);
		collect_all(&sample.set, &before);
		int32_t taken = random_in(&rng, 0, before.count - 1);
		sample.exdates[0] = before.items[taken].slot_s;
		sample.set.exdates = sample.exdates;
		sample.set.exdate_count = 1;
		collect_all(&sample.set, &after);
		for (int32_t j = taken; j + 1 < before.count; j++) {
			before.items[j] = before.items[j + 1];
		}
		before.count--;
		CHECK_ROW(equal(&before, &after), sample.text);
	}
}

static void small_slices_change_nothing(void) {
	static struct list whole;

	begin();
	for (int32_t i = 0; i < RULES / 5; i++) {
		struct sample sample;
		struct rrule_walk walk;
		struct rrule_budget budget = { 0, INT32_MAX };
		struct rrule_occurrence next;
		make_sample(&sample);
		collect_all(&sample.set, &whole);
		rrule_walk_init(&walk, &sample.set);
		for (int32_t j = 0; j < whole.count;) {
			enum rrule_verdict verdict = rrule_walk_next(&walk, &budget, &next);
			if (verdict == RRULE_BUDGET) {
				struct rrule_walk copy = walk; /* and a copy goes on as well */
				walk = copy;
				budget.slice = 1;
				continue;
			}
			CHECK_ROW(
				verdict == RRULE_NEXT && same(&next, &whole.items[j]), sample.text);
			j++;
		}
	}
}

static void the_extent_is_first_and_last(void) {
	static struct list list;

	begin();
	for (int32_t i = 0; i < RULES; i++) {
		struct sample sample;
		struct rrule_extent extent;
		struct rrule_budget budget = lavish();
		make_sample(&sample);
		sample.rule.count = random_in(&rng, 1, SLOTS_MAX - 1);
		collect_all(&sample.set, &list);
		if (sample.set.clock.instant == NULL && random_next(&rng) % 2 == 0) {
			sample.rule.count = 0;
			sample.rule.until_kind = RRULE_UNTIL_LOCAL;
			sample.rule.until_s = list.items[list.count - 1].slot_s;
		}
		rrule_extent_init(&extent, &sample.set);
		CHECK_ROW(rrule_extent_find(&extent, &budget) == RRULE_END, sample.text);
		CHECK_ROW(extent.any && !extent.endless, sample.text);
		CHECK_ROW(extent.first_start == list.items[0].start, sample.text);
		CHECK_ROW(extent.last_end == list.items[list.count - 1].end, sample.text);
	}
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "starts never go back", starts_never_go_back },
		{ "a window is the whole, filtered", a_window_is_the_whole_filtered },
		{ "a jump is a walk", a_jump_is_a_walk },
		{ "COUNT and UNTIL say the same", count_and_until_say_the_same },
		{ "an exception takes itself and nothing else",
			an_exception_takes_itself_and_nothing_else },
		{ "small slices change nothing", small_slices_change_nothing },
		{ "the extent is first and last", the_extent_is_first_and_last },
		CU_TEST_INFO_NULL,
	};
	return run_suite("rrule laws", tests);
}

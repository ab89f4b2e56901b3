/* series_set.c: see series_set.h. */
#include "server/domain/series_set.h"

#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_zone.h"

enum { DAY_S = 86400 };

static void add_error(
	struct series_set *set, const char *pointer, const char *code, const char *message) {
	wire_put_str(&set->errors, set->errors.len == 0 ? "{\"pointer\":" : ",{\"pointer\":");
	wire_put_json_text(&set->errors, pointer, strlen(pointer));
	wire_put_str(&set->errors, ",\"code\":");
	wire_put_json_text(&set->errors, code, strlen(code));
	wire_put_str(&set->errors, ",\"message\":");
	wire_put_json_text(&set->errors, message, strlen(message));
	wire_put_char(&set->errors, '}');
}

/* ---- reading --------------------------------------------------------------------------------------------- */

static enum rrule_kind kind_of(const struct series_set *set) {
	return set->is_all_day ? RRULE_ALL_DAY : set->floating ? RRULE_FLOATING : RRULE_ZONED;
}

static void read_rule(struct series_set *set, const char *text) {
	struct rrule_error error;

	if (text == NULL) {
		return;
	}
	if (rrule_parse(text, strlen(text), &set->rule, &error) &&
		rrule_fits(&set->rule, kind_of(set), &error)) {
		set->has_rule = true;
	} else {
		add_error(set, "/recurrence/rrule", rrule_code_name(error.code), error.text);
	}
}

struct date_fault {
	struct slot_fault base;
	struct series_set *set;
	const char *list;
};

static void on_wrong_date(struct slot_fault *base, size_t index) {
	struct date_fault *fault = (struct date_fault *)base;
	struct wire_buffer pointer = WIRE_BUFFER_EMPTY;

	wire_put_format(&pointer, "/recurrence/%s/%zu", fault->list, index);
	if (!pointer.failed) {
		add_error(fault->set, pointer.bytes, "format",
			fault->set->is_all_day
				? "a series of whole days takes dates YYYYMMDD"
				: "a series with times takes YYYYMMDDTHHMMSS that exist");
	}
	wire_buffer_finish(&pointer);
}

static bool read_list(
	struct series_set *set, struct slot_set *list, const char *text, const char *name) {
	struct date_fault fault = { { on_wrong_date }, set, name };
	return slot_set_read(list, text, set->is_all_day, &fault.base);
}

/* RFC 5545 has EXDATEs that are a DATE on a series with times: each takes its whole day away. They are stored as
 * the slots that they mean, and what is left of the text is read as usual. */
static bool exclude_day(struct series_set *set, int64_t day);

static bool read_exdates(struct series_set *set, const char *text) {
	struct wire_buffer rest = WIRE_BUFFER_EMPTY;
	char item[SLOT_ROOM];
	int64_t day;
	bool good = true;

	if (text == NULL || set->is_all_day) {
		return read_list(set, &set->exdates, text, "exdates");
	}
	for (const char *at = text; *at != 0 && good;) {
		size_t len = strcspn(at, ",");
		bool is_day = false;
		if (len == 8) {
			memcpy(item, at, len);
			item[len] = 0;
			is_day = slot_read(item, true, &day);
		}
		if (is_day) {
			good = exclude_day(set, day);
		} else {
			wire_put_str(&rest, rest.len == 0 ? "" : ",");
			wire_put(&rest, at, len);
		}
		at += len + (at[len] == ',');
	}
	good = good && !rest.failed &&
	       read_list(set, &set->exdates, rest.len == 0 ? NULL : rest.bytes, "exdates");
	wire_buffer_finish(&rest);
	return good;
}

bool series_set_read(struct series_set *set, const struct series_text *text, int32_t steps) {
	*set = (struct series_set){ .is_all_day = text->is_all_day,
		.floating = text->floating,
		.start_second = text->start_second,
		.budget = { RRULE_SLICE_STEPS, steps } };
	if (!text->is_all_day && !text->floating && text->tzid != NULL) {
		set->zone = zone_find(text->tzid, NULL);
	}
	set->length_s = text->length_s == NULL ? 0 : strtoll(text->length_s, NULL, 10);
	set->length_days =
		text->length_days == NULL ? 0 : (int32_t)strtol(text->length_days, NULL, 10);
	if (!slot_read(text->start, text->is_all_day, &set->start_s)) {
		add_error(set, "/start_time", "format", "the start cannot be read");
		return !set->errors.failed;
	}
	read_rule(set, text->rrule);
	return read_list(set, &set->rdates, text->rdates, "rdates") &&
	       read_exdates(set, text->exdates) && !set->errors.failed;
}

void series_set_finish(struct series_set *set) {
	slot_set_finish(&set->rdates);
	slot_set_finish(&set->exdates);
	wire_buffer_finish(&set->errors);
}

/* ---- questions ------------------------------------------------------------------------------------------- */

static struct rrule_set set_of(const struct series_set *set) {
	return (struct rrule_set){
		.rule = set->has_rule ? &set->rule : NULL,
		.start_s = set->start_s,
		.start_second = set->start_second,
		.clock = rrule_clock_of(set->zone),
		.duration_days = set->length_days,
		.duration_s = set->length_s,
		.rdates = set->rdates.slots,
		.rdate_count = (int32_t)set->rdates.count,
		.exdates = set->exdates.slots,
		.exdate_count = (int32_t)set->exdates.count,
	};
}

/* The next occurrence. Slices are refilled here: who asks off the loop need not yield, and who asks on it gives
 * no more steps than one slice. */
static bool next_of(struct series_set *set, struct rrule_walk *walk, struct rrule_occurrence *out) {
	enum rrule_verdict verdict;

	while ((verdict = rrule_walk_next(walk, &set->budget, out)) == RRULE_BUDGET) {
		rrule_budget_refill(&set->budget);
	}
	set->spent = set->spent || verdict == RRULE_SPENT;
	return verdict == RRULE_NEXT;
}

bool series_set_has(struct series_set *set, int64_t slot) {
	struct rrule_set whole = set_of(set);
	struct rrule_walk walk;
	struct rrule_occurrence found;

	rrule_walk_init(&walk, &whole);
	rrule_walk_slot(&walk, slot);
	return next_of(set, &walk, &found) && found.slot_s == slot;
}

bool series_set_is_first(struct series_set *set, int64_t slot) {
	struct rrule_set whole = set_of(set);
	struct rrule_walk walk;
	struct rrule_occurrence found;

	rrule_walk_init(&walk, &whole);
	return !next_of(set, &walk, &found) || found.slot_s >= slot;
}

/* The slots from ≤ slot < to that `rule_set`, which is some form of `set`, shows. Occurrences come in the order of time:
 * where the clock skips some hours, or a day, an earlier slot comes behind later ones. */
static bool add_shown(struct series_set *set, const struct rrule_set *rule_set, int64_t from,
	int64_t to, struct slot_set *list) {
	struct rrule_walk walk;
	struct rrule_occurrence found;
	bool good = true;

	rrule_walk_init(&walk, rule_set);
	rrule_walk_seek(&walk, from);
	while (good && next_of(set, &walk, &found) && found.slot_s < to + DAY_S) {
		good = found.slot_s >= to || slot_set_add(list, found.slot_s);
	}
	return good;
}

static bool exclude_day(struct series_set *set, int64_t day) {
	struct rrule_set whole = set_of(set);

	whole.exdate_count = 0;
	return add_shown(set, &whole, day, day + DAY_S, &set->exdates);
}

bool series_set_align(struct series_set *part, struct series_set *whole, int64_t from, int64_t to) {
	struct rrule_set wanted_set = set_of(whole), shown_set = set_of(part);
	struct slot_set wanted = { 0 }, shown = { 0 };
	bool good = add_shown(whole, &wanted_set, from, to, &wanted) &&
		    add_shown(part, &shown_set, from, to, &shown);

	for (size_t i = 0; good && i < wanted.count; i++) {
		if (!slot_set_has(&shown, wanted.slots[i])) {
			slot_set_drop(&part->exdates, wanted.slots[i]);
			good = slot_set_add(&part->rdates, wanted.slots[i]);
		}
	}
	for (size_t i = 0; good && i < shown.count; i++) {
		if (!slot_set_has(&wanted, shown.slots[i])) {
			good = slot_set_add(&part->exdates, shown.slots[i]);
		}
	}
	slot_set_finish(&wanted);
	slot_set_finish(&shown);
	return good;
}

int64_t series_set_instant(const struct series_set *set, int64_t slot) {
	return set->zone == NULL ? slot : zone_from_local(set->zone, slot, 0).utc_s;
}

bool series_set_rule_from(struct series_set *set, int64_t slot, int32_t *before, int64_t *found) {
	struct rrule_set alone = set_of(set);
	struct rrule_walk walk;
	struct rrule_occurrence next;
	struct rrule_iter iter;
	enum rrule_verdict verdict;

	*before = 0;
	alone.rdate_count = alone.exdate_count = 0;
	if (!set->has_rule) {
		*found = set->start_s;
		return set->start_s >= slot;
	}
	if (set->rule.count == 0) { /* UNTIL is the walk's to know */
		rrule_walk_init(&walk, &alone);
		rrule_walk_seek(&walk, slot);
		bool goes_on = next_of(set, &walk, &next);
		*found = goes_on ? next.slot_s : slot;
		return goes_on;
	}
	rrule_iter_init(&iter, &set->rule, set->start_s);
	for (;;) {
		verdict = rrule_iter_next(&iter, &set->budget, found);
		if (verdict == RRULE_BUDGET) {
			rrule_budget_refill(&set->budget);
		} else if (verdict != RRULE_NEXT || *found >= slot) {
			set->spent = set->spent || verdict == RRULE_SPENT;
			return verdict == RRULE_NEXT;
		} else {
			++*before;
		}
	}
}

struct series_bounds series_set_bounds(struct series_set *set) {
	struct rrule_set whole = set_of(set);
	struct rrule_extent extent;
	enum rrule_verdict verdict = rrule_extent_whole(&extent, &whole, &set->budget);

	set->spent = set->spent || verdict == RRULE_SPENT;
	if (verdict != RRULE_END) {
		return (struct series_bounds){ .any = true, .endless = true };
	}
	set->empty = !extent.any;
	return (struct series_bounds){ extent.any, extent.endless, extent.first_start,
		extent.last_end };
}

void series_set_judge(struct series_set *set) {
	if (set->spent) {
		add_error(set, "/recurrence/rrule", "rrule_too_complex",
			"it takes too long to find the occurrences of this rule");
	} else if (set->empty) {
		add_error(set, "/recurrence", "rrule_no_instances", "no occurrence remains");
	}
}

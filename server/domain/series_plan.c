/* series_plan.c: see series_plan.h. A plan is made from sets; series_set.c reads and writes those. */
#include "server/domain/series_plan.h"

#include <string.h>

#include "server/domain/series_set.h"

enum { DAY_S = 86400 };

static void put_text(struct wire_buffer *out, const char *name, const char *text) {
	wire_put_format(out, ",\"%s\":", name);
	if (text == NULL) {
		wire_put_str(out, "null");
	} else {
		wire_put_json_text(out, text, strlen(text));
	}
}

static void put_flag(struct wire_buffer *out, const char *name, bool flag) {
	wire_put_format(out, ",\"%s\":%s", name, flag ? "true" : "false");
}

static void put_slots(
	struct wire_buffer *out, const char *name, const struct slot_set *list, bool is_all_day) {
	char text[SLOT_ROOM];

	wire_put_format(out, ",\"%s\":[", name);
	for (size_t i = 0; i < list->count; i++) {
		size_t len = slot_print(list->slots[i], is_all_day, text);
		if (i > 0) {
			wire_put_char(out, ',');
		}
		wire_put_json_text(out, text, len);
	}
	wire_put_char(out, ']');
}

static void put_basis(struct wire_buffer *out, const struct plan_from *from) {
	const char *basis = from->basis == NULL ? "" : from->basis;

	wire_put_str(out, "{\"basis\":");
	wire_put_json_text(out, basis, strlen(basis));
}

/* Rule, dates and bounds of a set; what is wrong with it goes to its errors. */
static void put_set(struct wire_buffer *out, struct series_set *set) {
	char rule[RRULE_TEXT_MAX + 1];
	struct series_bounds bounds = series_set_bounds(set);

	put_text(out, "rrule", set->has_rule && rrule_print(&set->rule, rule) > 0 ? rule : NULL);
	put_slots(out, "rdates", &set->rdates, set->is_all_day);
	put_slots(out, "exdates", &set->exdates, set->is_all_day);
	wire_put_format(out, ",\"first\":%lld", (long long)bounds.first_s);
	if (bounds.endless) {
		wire_put_str(out, ",\"last\":null");
	} else {
		wire_put_format(out, ",\"last\":%lld", (long long)bounds.last_s);
	}
	put_flag(out, "remains", bounds.any);
}

static void put_errors(struct wire_buffer *out, const struct series_set *set) {
	wire_put_str(out, ",\"errors\":[");
	wire_put(out, set->errors.bytes == NULL ? "" : set->errors.bytes, set->errors.len);
	wire_put_char(out, ']');
}

/* The exceptions from `least` on that have no slot in the set; without a set all of them. */
static void put_dropped(struct wire_buffer *out, struct series_set *set, bool was_all_day,
	const struct slot_set *exceptions, int64_t least) {
	char text[SLOT_ROOM];
	bool any = false;

	wire_put_str(out, ",\"dropped\":[");
	for (size_t i = 0; i < exceptions->count; i++) {
		int64_t slot = exceptions->slots[i];
		if (slot < least || (set != NULL && set->is_all_day == was_all_day &&
					    series_set_has(set, slot))) {
			continue;
		}
		wire_put_str(out, any ? "," : "");
		wire_put_json_text(out, text, slot_print(slot, was_all_day, text));
		any = true;
	}
	wire_put_char(out, ']');
}

static bool read_exceptions(const struct plan_from *from, struct slot_set *list) {
	return slot_set_read(list, from->exceptions, from->old_is_all_day, NULL);
}

static bool read_old(const struct plan_from *from, struct series_set *set) {
	const struct series_text text = { from->old_is_all_day, from->old_floating,
		from->old_start_second, from->old_tzid, from->old_start, from->old_length_s,
		from->old_length_days, from->old_rrule, from->old_rdates, from->old_exdates };
	return series_set_read(set, &text, from->steps);
}

static bool read_new(const struct plan_from *from, struct series_set *set) {
	const struct series_text text = { from->is_all_day, from->floating, from->start_second,
		from->tzid, from->start, from->length_s, from->length_days, from->rrule,
		from->rdates, from->exdates };
	return series_set_read(set, &text, from->steps);
}

bool plan_series(const struct plan_from *from, struct wire_buffer *out, bool *spent) {
	struct series_set set = { 0 };
	struct slot_set exceptions = { 0 };
	bool good = true;

	put_basis(out, from);
	if (from->start != NULL) {
		good = read_new(from, &set) && read_exceptions(from, &exceptions);
		if (good && set.errors.len == 0) {
			put_set(out, &set);
			put_dropped(out, &set, from->old_is_all_day, &exceptions, INT64_MIN);
			series_set_judge(&set);
		}
	}
	put_errors(out, &set);
	wire_put_char(out, '}');
	*spent = set.spent;
	series_set_finish(&set);
	slot_set_finish(&exceptions);
	return good && !out->failed;
}

bool plan_slot(const struct plan_from *from, struct wire_buffer *out, bool *spent) {
	struct series_set set = { 0 };
	int64_t slot;
	bool good = true, valid = false;

	put_basis(out, from);
	if (from->old_start != NULL) {
		good = read_old(from, &set);
		valid = good && slot_read(from->slot, set.is_all_day, &slot) &&
			series_set_has(&set, slot);
		if (valid && from->without_slot) {
			good = slot_set_add(&set.exdates, slot);
			put_set(out, &set);
		}
	}
	put_flag(out, "slot_valid", valid);
	put_flag(out, "spent", set.spent);
	wire_put_char(out, '}');
	*spent = set.spent;
	series_set_finish(&set);
	return good && !out->failed;
}

/* ---- a split --------------------------------------------------------------------------------------------- */

struct split {
	struct series_set whole, early, late;
	int64_t slot; /* where it is cut */
	int64_t base; /* the slot that `after` begins with, before its patch */
	int32_t before; /* slots of the rule that lie before the cut */
	bool has_base; /* the rule goes on at base */
};

/* The last moment of the rule before the cut, in the form that its UNTIL must have. */
static void end_before(struct series_set *set, int64_t slot) {
	struct rrule *rule = &set->rule;
	enum rrule_until kind = set->is_all_day ? RRULE_UNTIL_DATE
				: set->floating ? RRULE_UNTIL_LOCAL
						: RRULE_UNTIL_UTC;
	int64_t until = set->is_all_day ? slot - DAY_S : series_set_instant(set, slot) - 1;

	if (rule->until_kind == RRULE_UNTIL_NONE || rule->until_s > until) {
		rule->until_kind = kind;
		rule->until_s = until;
	}
}

/* DTSTART is always of the set: where it lies behind the cut it is excluded instead. */
static bool make_early(struct split *split) {
	struct series_set *early = &split->early;

	slot_set_keep(&early->rdates, INT64_MIN, split->slot);
	slot_set_keep(&early->exdates, INT64_MIN, split->slot);
	if (split->slot <= early->start_s) {
		early->has_rule = false;
		return slot_set_add(&early->exdates, early->start_s);
	}
	if (early->has_rule && early->rule.count > 0) {
		early->rule.count = split->before;
	} else if (early->has_rule) {
		end_before(early, split->slot);
	}
	return true;
}

/* The cut goes between slots. Where a clock skips the hour before it, what lies there shows later than the cut, and
 * UNTIL would lose it; or it fell on an instant behind the cut, and COUNT would bring it up. */
static bool keep_edge(struct split *split) {
	return split->whole.zone == NULL ||
	       series_set_align(&split->early, &split->whole, split->slot - DAY_S, split->slot);
}

static void divide_rule(struct split *split) {
	struct series_set *late = &split->late;

	late->has_rule = split->whole.has_rule && split->has_base;
	if (late->has_rule) {
		late->rule = split->whole.rule;
		if (late->rule.count > 0) {
			late->rule.count -= split->before;
			late->has_rule = late->rule.count > 0;
		}
	}
}

/* What the patch does not name goes over: the rest of the rule, the later dates. */
static bool make_late(struct split *split, const struct plan_from *from) {
	struct series_set *late = &split->late, *whole = &split->whole;
	bool carries = late->is_all_day == whole->is_all_day, good = true;

	if (from->asks_single) {
		late->has_rule = false;
		return true;
	}
	if (!from->asks_rrule) {
		divide_rule(split);
	}
	if (!from->asks_start) {
		late->start_s = split->base;
	}
	if (!from->asks_rdates && carries) {
		good = slot_set_copy(&late->rdates, &whole->rdates);
		slot_set_keep(&late->rdates, split->slot, INT64_MAX);
		slot_set_drop(&late->rdates, late->start_s);
	}
	if (!from->asks_exdates && carries) {
		good = slot_set_copy(&late->exdates, &whole->exdates) && good;
		slot_set_keep(&late->exdates, split->slot, INT64_MAX);
	}
	/* One alone, of what was a series, stays a series: its occurrence and exception keep their name. */
	if (!from->asks_rrule && !late->has_rule && late->rdates.count == 0) {
		good = slot_set_add(&late->rdates, late->start_s) && good;
	}
	return good;
}

/* Where the rule goes on. The first of what follows may be an RDATE: then it stays one, and DTSTART is the
 * next slot of the rule, or else the rule would run from a day that is none of its own. */
static void find_base(struct split *split, const struct plan_from *from) {
	struct series_set *whole = &split->whole;

	split->has_base = series_set_rule_from(whole, split->slot, &split->before, &split->base);
	if (!split->has_base || from->asks_start || from->asks_rrule || from->asks_single) {
		split->base = split->slot;
	}
}

static void put_late(struct wire_buffer *out, struct split *split, const struct plan_from *from) {
	struct series_set *late = &split->late;
	char text[SLOT_ROOM];

	slot_print(split->base, split->whole.is_all_day, text);
	wire_put_format(out, ",\"after\":{\"rest\":%d", late->rule.count);
	put_text(out, "start", text);
	put_flag(out, "recurs", !from->asks_single);
	if (late->errors.len == 0) {
		put_set(out, late);
	}
	wire_put_char(out, '}');
}

static void put_split(struct wire_buffer *out, struct split *split, const struct plan_from *from) {
	struct slot_set exceptions = { 0 };
	struct series_set *late = &split->late;

	put_set(out, &split->early);
	if (from->start == NULL || !read_exceptions(from, &exceptions)) {
		wire_put_str(out, ",\"errors\":[]");
		return;
	}
	put_late(out, split, from);
	put_dropped(out, from->asks_single || late->errors.len > 0 ? NULL : late,
		split->whole.is_all_day, &exceptions, split->slot);
	series_set_judge(late);
	put_errors(out, late);
	slot_set_finish(&exceptions);
}

static bool plan_cut(struct split *split, const struct plan_from *from, struct wire_buffer *out) {
	bool first = series_set_is_first(&split->whole, split->slot);

	put_flag(out, "slot_first", first);
	if (first) {
		return true;
	}
	if (!read_old(from, &split->early) ||
		(from->start != NULL && !read_new(from, &split->late))) {
		return false;
	}
	find_base(split, from);
	if (!make_early(split) || !keep_edge(split) ||
		(from->start != NULL && !make_late(split, from))) {
		return false;
	}
	put_split(out, split, from);
	return true;
}

bool plan_split(const struct plan_from *from, struct wire_buffer *out, bool *spent) {
	struct split split = { 0 };
	bool good = true, valid = false;

	put_basis(out, from);
	if (from->old_start != NULL) {
		good = read_old(from, &split.whole);
		valid = good && slot_read(from->slot, split.whole.is_all_day, &split.slot) &&
			series_set_has(&split.whole, split.slot);
	}
	put_flag(out, "slot_valid", valid);
	if (valid) {
		good = plan_cut(&split, from, out);
	}
	*spent = split.whole.spent || split.early.spent || split.late.spent;
	put_flag(out, "spent", *spent);
	wire_put_char(out, '}');
	series_set_finish(&split.whole);
	series_set_finish(&split.early);
	series_set_finish(&split.late);
	return good && !out->failed;
}

bool slot_is_shaped(const char *slot) {
	int64_t at;

	return slot != NULL && (slot_read(slot, false, &at) || slot_read(slot, true, &at));
}

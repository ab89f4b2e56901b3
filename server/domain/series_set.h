/* series_set.h: a recurrence set as the plan of a write handles it: read from texts, cut, asked, judged. */
#ifndef SERVER_DOMAIN_SERIES_SET_H
#define SERVER_DOMAIN_SERIES_SET_H

#include "libapi/wire/buffer.h"
#include "server/domain/occurrence.h"
#include "server/domain/rrule_set.h"

struct slot_set { /* ascending, without doubles */
	int64_t *slots;
	size_t count, room;
};
/* Comma list of slots; NULL is empty. What has the wrong form is skipped and, with `on_wrong`, told by its place.
 * All that return bool: false only without memory. */
struct slot_fault {
	void (*on_wrong)(struct slot_fault *fault, size_t index);
};
bool slot_set_read(
	struct slot_set *list, const char *text, bool is_all_day, struct slot_fault *fault);
bool slot_set_add(struct slot_set *list, int64_t slot);
bool slot_set_has(const struct slot_set *list, int64_t slot);
bool slot_set_copy(struct slot_set *to, const struct slot_set *from);
void slot_set_keep(struct slot_set *list, int64_t from, int64_t to); /* from ≤ slot < to */
void slot_set_drop(struct slot_set *list, int64_t slot);
void slot_set_finish(struct slot_set *list);

struct series_text {
	bool is_all_day, floating, start_second;
	const char *tzid, *start; /* start: a slot */
	const char *length_s, *length_days; /* one of them NULL */
	const char *rrule, *rdates, *exdates; /* NULL: none */
};

struct series_set {
	bool is_all_day, floating, start_second, has_rule;
	const struct zone *zone; /* NULL: dates and floating times have none */
	int64_t start_s, length_s;
	int32_t length_days;
	struct rrule rule;
	struct slot_set rdates, exdates;
	struct wire_buffer errors; /* entries of `errors`, with commas */
	struct rrule_budget budget; /* of all questions together */
	bool spent, empty; /* a question found out */
};

/* Faults of the texts become entries of `errors`. */
bool series_set_read(struct series_set *set, const struct series_text *text, int32_t steps);
void series_set_finish(struct series_set *set);

bool series_set_has(struct series_set *set, int64_t slot);
bool series_set_is_first(struct series_set *set, int64_t slot);
/* Makes `part` show at from ≤ slot < to what `whole` shows there: by RDATEs and EXDATEs, whatever its rule says. */
bool series_set_align(struct series_set *part, struct series_set *whole, int64_t from, int64_t to);
int64_t series_set_instant(const struct series_set *set, int64_t slot);
/* How many slots of the rule alone, DTSTART among them, lie before `slot` (only with COUNT), and the first that
 * does not. false: none. */
bool series_set_rule_from(struct series_set *set, int64_t slot, int32_t *before, int64_t *found);

struct series_bounds {
	bool any, endless;
	int64_t first_s, last_s; /* first start, last end; instants, or local seconds */
};
struct series_bounds series_set_bounds(struct series_set *set);
/* What the questions so far found out becomes errors: nothing remains, or it took too long. */
void series_set_judge(struct series_set *set);

#endif

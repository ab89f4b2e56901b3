/* series_plan.h: what the database must be told before it stores something about a series: the rule in its
 * canonical form, where the set begins and ends, which exceptions keep their slot. Texts in, JSON out; pure.
 *
 * Slots are "YYYYMMDDTHHMMSS", of all-day events "YYYYMMDD"; lists of them have commas in between. */
#ifndef SERVER_DOMAIN_SERIES_PLAN_H
#define SERVER_DOMAIN_SERIES_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "libapi/wire/buffer.h"

struct plan_from { /* NULL: not there; all borrowed */
	const char *basis; /* goes into the plan as it is */
	/* the event as it would be stored; start NULL: it cannot be, and only the basis matters */
	bool is_all_day, floating, start_second; /* start_second: of two equal wall times */
	const char *tzid, *start, *length_s, *length_days, *rrule, *rdates, *exdates;
	/* the series that is stored now; old_start NULL: none */
	bool old_is_all_day, old_floating, old_start_second;
	const char *old_tzid, *old_start, *old_length_s, *old_length_days, *old_rrule, *old_rdates,
		*old_exdates;
	const char *exceptions; /* slots of its exceptions */
	const char *slot; /* the occurrence that the write is about */
	int32_t steps; /* how much work it may take; RRULE_BUDGET_STEPS at most */
	bool without_slot; /* also what the set is without it */
	/* what a split's patch names; asks_single: that nothing repeats any more */
	bool asks_rrule, asks_rdates, asks_exdates, asks_start, asks_single;
};

/* All return false only without memory. *spent: the steps did not suffice, the plan is none. */

/* {basis, errors[], rrule, rdates[], exdates[], first, last|null, dropped[]}: first and last are the
 * set's first start and last end, seconds since 1970; local ones of dates and floating events */
bool plan_series(const struct plan_from *from, struct wire_buffer *out, bool *spent);
/* {basis, slot_valid, spent, remains, first, last|null}: the slot, and the set without it */
bool plan_slot(const struct plan_from *from, struct wire_buffer *out, bool *spent);
/* {basis, slot_valid, spent, slot_first, rrule, rdates[], exdates[], first, last, dropped[], errors[],
 *  after: {start, recurs, rrule, rdates[], exdates[], first, last|null}} */
bool plan_split(const struct plan_from *from, struct wire_buffer *out, bool *spent);

bool slot_is_shaped(const char *slot);

#endif

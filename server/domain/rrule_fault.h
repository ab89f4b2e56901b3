/* rrule_fault.h: how the files that read a rule say what is wrong with it. */
#ifndef SERVER_DOMAIN_RRULE_FAULT_H
#define SERVER_DOMAIN_RRULE_FAULT_H

#include "server/domain/rrule.h"

struct rrule_piece { /* a run of the rule's text */
	const char *at;
	size_t len;
};

/* Sets `error` to "NAME=piece: sentence" ("NAME: sentence" without a piece) and returns false, so that a caller
 * can return it. Bytes that are no printable ASCII become '?', long pieces are cut. */
bool rrule_fault(struct rrule_error *error, enum rrule_code code, const char *name,
	struct rrule_piece piece, const char *sentence);
#define NO_PIECE ((struct rrule_piece){ NULL, 0 })

/* The lists: each reads the whole value of its part into `rule`. */
bool rrule_read_weekdays(struct rrule_piece value, struct rrule *rule, struct rrule_error *error);
bool rrule_read_until(struct rrule_piece value, struct rrule *rule, struct rrule_error *error);
/* The first item of a comma list, taken off it; false: none left. */
bool rrule_next_item(struct rrule_piece *list, struct rrule_piece *item);
/* [+|-]digits{1,max_digits} and nothing else. */
bool rrule_read_number(struct rrule_piece text, size_t max_digits, bool sign, int32_t *out);
int32_t rrule_weekday(struct rrule_piece text); /* "MO" 0 … "SU" 6; -1 none */
bool rrule_same(struct rrule_piece text, const char *word); /* in any case */

/* What parts may stand together, once all were read. */
bool rrule_check(const struct rrule *rule, struct rrule_error *error);

#endif

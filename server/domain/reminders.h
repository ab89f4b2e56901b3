/* reminders.h: which reminders of an event are due, and when the next one is.
 *
 * A reminder is so many minutes before the instant at which an occurrence starts: whatever the clock does between
 * the two. Pure. */
#ifndef SERVER_DOMAIN_REMINDERS_H
#define SERVER_DOMAIN_REMINDERS_H

#include "server/domain/occurrence.h"

enum { REMINDERS_MAX = 5 /* of an event */, REMINDERS_HORIZON_DAYS = 400 };

struct reminder {
	struct occurrence occurrence;
	int minutes;
};
struct reminder_set {
	struct series *series;
	int minutes[REMINDERS_MAX];
	size_t count;
	const int64_t *overridden; /* slots with reminders of their own, ascending */
	size_t overridden_count;
};

/* "10,1440"; more than REMINDERS_MAX are not read. */
void reminder_minutes_read(struct reminder_set *set, const char *text);
/* Calls on_due for each that is due in (after_s, until_s]; false: on_due said so, and what it was told stands. */
bool reminders_due(struct reminder_set *set, int64_t after_s, int64_t until_s,
	bool (*on_due)(void *context, const struct reminder *reminder), void *context);
/* When the first one after after_s is due. Without one in the next REMINDERS_HORIZON_DAYS: that day, to look again, or
 * INT64_MAX for an event that is over. */
int64_t reminders_next(struct reminder_set *set, int64_t after_s);

#endif

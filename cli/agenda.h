/* agenda.h: days and what happens on them, as people read a week.
 *
 *   Tuesday, 24 November 2026
 *     all day       Offsite
 *     09:30–09:45   Standup · Room 4 */
#ifndef CLI_AGENDA_H
#define CLI_AGENDA_H

#include <stdio.h>

struct json_object;
struct agenda {
	int indent; /* columns before a day */
	char day[11]; /* the day whose line was printed last; "" before the first */
};
/* One event of a list in order of time; days as the event's own texts have them. */
void agenda_item(struct agenda *agenda, FILE *out, struct json_object *event, int colour);

/* The line of that day, if it is another one than the last. */
void agenda_day(struct agenda *agenda, FILE *out, const char *start, int colour);

#endif

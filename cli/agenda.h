/* agenda.h: days and what happens on them, as people read a week.
 *
 *   Tuesday, 24 November 2026
 *     all day       Offsite
 *     09:30–09:45   Standup · Room 4
 *
 *   Times in Europe/Berlin. */
#ifndef CLI_AGENDA_H
#define CLI_AGENDA_H

#include <stdbool.h>
#include <stdio.h>

struct json_object;
struct agenda {
	int indent; /* columns before a day */
	char day[11]; /* the day whose line was printed last; "" before the first */
	char zone
		[65]; /* of the times: asked for, or that of the first event; "" if none is known */
	bool zone_is_asked; /* the server shows all times in it, whatever zones the events have */
	bool zones_differ;
};

/* All times are in this zone. */
void agenda_ask_zone(struct agenda *agenda, const char *zone);

/* One event of a list in order of time; days as the event's own texts have them. */
void agenda_item(struct agenda *agenda, FILE *out, struct json_object *event, int colour);

/* The last line: which clocks these were. */
void agenda_end(const struct agenda *agenda, FILE *out);

/* The line of that day, if it is another one than the last. */
void agenda_day(struct agenda *agenda, FILE *out, const char *start, int colour);

#endif

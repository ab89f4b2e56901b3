/* crews.h: the threads behind the loops. */
#ifndef SERVER_HANDLERS_CREWS_H
#define SERVER_HANDLERS_CREWS_H

#include "server/base/crew.h"

/* Rules that need many steps. One thread is enough: a job takes 50 ms at the most, and bounding their number
 * bounds what rule bombs can take from everybody else. */
extern struct crew planner;
/* iCalendar text, read and written. */
extern struct crew scribes;
/* Releases on a scribe what has so many parts that a turn of a loop is too short for it; here if there is no scribe. */
void scribes_release(struct loop *loop, void *thing, void (*release)(void *thing));

#endif

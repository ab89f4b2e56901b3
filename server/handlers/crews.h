/* crews.h: the threads behind the loops. */
#ifndef SERVER_HANDLERS_CREWS_H
#define SERVER_HANDLERS_CREWS_H

#include "server/base/crew.h"

/* Rules that need many steps. One thread is enough: a job takes 50 ms at the most, and bounding their number
 * bounds what rule bombs can take from everybody else. */
extern struct crew planner;
/* iCalendar text, read and written. */
extern struct crew scribes;

#endif

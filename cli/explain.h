/* explain.h: calctl explain: fields, objects and codes, from the contract's own tables, without a server. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include <stdio.h>

/* "event", "event.start_time", "event.attendees.role", "uid_exists", "too_long". false: unknown; `problem` says
 * what is near. NULL: the list of all. */
bool explain(FILE *out, const char *subject, char *problem, size_t room);

#endif

/* instant.h: dates and wall times that people type where the service wants an instant. */
#ifndef CLI_INSTANT_H
#define CLI_INSTANT_H

#include "cli/args.h"

/* What the help says of such a flag. */
#define INSTANT_SHAPE                                                                              \
	"2026-11-24T09:30:00+01:00; without the offset, or as a date (its midnight), in "          \
	"--time-zone if given, else in this machine's zone"

/* Every FLAG_INSTANT that was given as a date or a wall time gets an offset. What is no time is left for libapi to
 * refuse, beside the other faults. false: args->problem says why. */
bool instants_settle(struct args *args);

#endif

/* chore_metrics.h: what the house work of this process did: one row a chore, written by the one thread that does it. */
#ifndef SERVER_BASE_CHORE_METRICS_H
#define SERVER_BASE_CHORE_METRICS_H

#include <stdbool.h>

#include "server/base/metrics.h"

/* One run is over. `name` must live on; chores past 16 are not counted. */
void chore_metrics_ran(const char *name, bool good, uint64_t rows, uint64_t took_us);
void chore_metrics_render(struct wire_buffer *out); /* any thread */

#endif

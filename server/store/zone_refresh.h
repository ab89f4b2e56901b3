/* zone_refresh.h: after an upgrade of the time zone database, what is stored in UTC is computed again. */
#ifndef SERVER_STORE_ZONE_REFRESH_H
#define SERVER_STORE_ZONE_REFRESH_H

#include <stdbool.h>

struct control;
/* On the control thread. Goes on where the last one stopped; nothing where all rows are of this server's database.
 * false: not finished, or another server is at it; to be asked again soon. */
bool zone_refresh(struct control *control);

#endif

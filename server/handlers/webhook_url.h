/* webhook_url.h: whether a webhook may have this URL, before anything is stored.
 *
 * A name is looked up beside the loop. That it does not exist now is no fault; that it stands for a private address is,
 * though what counts is the check on each connection (jobs/target.h). */
#ifndef SERVER_HANDLERS_WEBHOOK_URL_H
#define SERVER_HANDLERS_WEBHOOK_URL_H

#include "server/flow/call.h"

/* on_good, or a problem is answered. Without a url in the body at once. */
void webhook_url_check(struct call *call, void (*on_good)(struct call *call));

#endif

/* PATCH /v1/webhooks/{webhook_id}: a new URL is looked at first. */
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/webhook_url.h"

void handle_update_webhook(struct call *call) {
	webhook_url_check(call, run_statement);
}

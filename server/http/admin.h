/* admin.h: the operators' port. */
#ifndef SERVER_HTTP_ADMIN_H
#define SERVER_HTTP_ADMIN_H

#include "server/http/serve.h"

/* false: the reason was logged. */
bool admin_start(const struct config *config, struct metrics *metrics,
	const struct control_view *control, uint16_t *port);

#endif

/* invitation.h: an invitation as iTIP text (RFC 5546), ready for a mailer. */
#ifndef SERVER_JOBS_INVITATION_H
#define SERVER_JOBS_INVITATION_H

#include <stdbool.h>

#include "libapi/wire/buffer.h"

/* type: invitation.request, invitation.cancel or invitation.reply; extra: {"invitation": {method, recipients,
 * attendee}}; event: its members as the API shows them. NUL-terminated into `out`. false: there is no text. */
bool invitation_write(
	struct wire_buffer *out, const char *type, const char *extra, const char *event);

#endif

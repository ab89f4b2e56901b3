/* invitation.h: an invitation as iTIP text (RFC 5546), ready for a mailer. */
#ifndef SERVER_JOBS_INVITATION_H
#define SERVER_JOBS_INVITATION_H

#include <stdbool.h>

#include "libapi/wire/buffer.h"

/* type: invitation.request, invitation.cancel or invitation.reply; event: its members as the API shows them;
 * attendee: who answers, or is no longer invited; NULL: it is about all. NUL-terminated into `out`. false: there is no
 * text, for want of an organizer's address. */
bool invitation_write(
	struct wire_buffer *out, const char *type, const char *event, const char *attendee);

#endif

/* invitation.c: the type of a message is the method of its text. */
#include "server/jobs/invitation.h"

#include <string.h>

#include "server/domain/ics_itip.h"

static const struct {
	const char *type;
	enum ics_method method;
} methods[] = { { "invitation.request", ICS_REQUEST }, { "invitation.cancel", ICS_CANCEL },
	{ "invitation.reply", ICS_REPLY } };

bool invitation_write(
	struct wire_buffer *out, const char *type, const char *event, const char *attendee) {
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		if (strcmp(methods[i].type, type) == 0) {
			return ics_itip(methods[i].method, event, NULL, attendee, out);
		}
	}
	return false;
}

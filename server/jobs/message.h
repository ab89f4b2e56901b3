/* message.h: what a delivery says: ids and no content, so that whoever reads along learns little, and whoever wants
 * more has to ask with a key. */
#ifndef SERVER_JOBS_MESSAGE_H
#define SERVER_JOBS_MESSAGE_H

#include <stddef.h>

#include "libapi/wire/buffer.h"

struct message { /* texts as PostgreSQL writes them; NULL for SQL NULL */
	const char *id, *type, *calendar_id, *object_id, *version, *sync_token;
	const char *invited_as; /* of an invitation: the attendee it is about, or NULL */
	const char *occurred_at; /* "2026-11-23 10:36:16+00" or RFC 3339 */
	const char *extra; /* a JSON object whose members come last */
	const char *invited_to; /* JSON of the event that an invitation is about */
};
void message_write(struct wire_buffer *out, const struct message *message);

#endif

/* message.c: one message as JSON. */
#include "server/jobs/message.h"

#include <string.h>

#include "server/jobs/invitation.h"

static void put_text(struct wire_buffer *out, const char *name, const char *text) {
	wire_put_format(out, ",\"%s\":", name);
	if (text == NULL) {
		wire_put_str(out, "null");
	} else {
		wire_put_json_text(out, text, strlen(text));
	}
}

/* The session's zone is UTC: only the form differs from RFC 3339. */
static void put_instant(struct wire_buffer *out, const char *name, const char *text) {
	wire_put_format(out, ",\"%s\":\"%.10sT%.8sZ\"", name, text, text + 11);
}

static void put_invitation(struct wire_buffer *out, const struct message *message) {
	struct wire_buffer text = WIRE_BUFFER_EMPTY;
	bool written =
		invitation_write(&text, message->type, message->invited_to, message->invited_as);

	put_text(out, "itip", written ? text.bytes : NULL);
	wire_buffer_finish(&text);
}

void message_write(struct wire_buffer *out, const struct message *message) {
	size_t extra_len = message->extra == NULL ? 0 : strlen(message->extra);

	wire_put_str(out, "{\"id\":");
	wire_put_json_text(out, message->id, strlen(message->id));
	put_text(out, "type", message->type);
	put_text(out, "calendar_id", message->calendar_id);
	put_text(out, "object_id", message->object_id);
	wire_put_format(
		out, ",\"version\":%s", message->version == NULL ? "null" : message->version);
	put_text(out, "sync_token", message->sync_token);
	put_instant(out, "occurred_at", message->occurred_at);
	if (extra_len > 2) {
		wire_put_char(out, ',');
		wire_put(out, message->extra + 1, extra_len - 2);
	}
	if (message->invited_to != NULL) {
		put_invitation(out, message);
	}
	wire_put_char(out, '}');
}

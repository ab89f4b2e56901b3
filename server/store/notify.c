/* notify.c: two array literals of PostgreSQL, grown side by side. */
#include "server/store/notify.h"

#include <string.h>

#define PAYLOAD_MAX 7999 /* PostgreSQL's bound */
#define GATHER_MAX 262144 /* with the database standing still notices are dropped, not hoarded */

static const struct statement statement = {
	.name = NOTIFY_STATEMENT, .sql = NOTIFY_SQL, .lane = LANE_WRITE, .param_count = 2
};

static void on_done(struct query *query, enum store_failure failure, PGresult *result) {
	(void)failure;
	(void)result;
	((struct notices *)query)->in_flight = false;
}

void notices_init(struct notices *notices) {
	memset(notices, 0, sizeof(*notices));
	list_init(&notices->query.link);
	notices->query.statement = &statement;
	notices->query.values = notices->values;
	notices->query.on_done = on_done;
}

void notices_finish(struct notices *notices) {
	wire_buffer_finish(&notices->channels);
	wire_buffer_finish(&notices->payloads);
	wire_buffer_finish(&notices->sent_channels);
	wire_buffer_finish(&notices->sent_payloads);
}

/* PostgreSQL documentation §8.15.2: an element in quotes, " and \ behind a backslash. */
static void put_element(struct wire_buffer *array, const char *text) {
	wire_put_str(array, array->len == 0 ? "{\"" : ",\"");
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\') {
			wire_put_char(array, '\\');
		}
		wire_put_char(array, *text);
	}
	wire_put_char(array, '"');
}

void notices_add(struct notices *notices, const char *channel, const char *payload) {
	if (strlen(payload) <= PAYLOAD_MAX && notices->payloads.len < GATHER_MAX) {
		put_element(&notices->channels, channel);
		put_element(&notices->payloads, payload);
	}
}

static const char *close_array(struct wire_buffer *array, struct wire_buffer *sent) {
	wire_put_char(array, '}');
	struct wire_buffer spare = *sent;
	*sent = *array;
	*array = spare;
	wire_buffer_clear(array);
	return sent->bytes;
}

struct query *notices_take(struct notices *notices) {
	if (notices->in_flight || notices->channels.len == 0) {
		return NULL;
	}
	notices->values[0] = close_array(&notices->channels, &notices->sent_channels);
	notices->values[1] = close_array(&notices->payloads, &notices->sent_payloads);
	if (notices->sent_channels.failed || notices->sent_payloads.failed) {
		wire_buffer_finish(&notices->sent_channels);
		wire_buffer_finish(&notices->sent_payloads);
		return NULL;
	}
	notices->in_flight = true;
	return &notices->query;
}

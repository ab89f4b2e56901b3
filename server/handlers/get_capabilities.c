/* GET /v1/capabilities: what this server can do, and who is asking. Nothing here needs the database. */
#include <string.h>

#include "server/base/config.h"
#include "server/domain/zone.h"
#include "server/flow/reply.h"
#include "server/handlers/handlers.h"

static void put_limits(struct wire_buffer *out, const struct config *config) {
	wire_put_format(out,
		",\"limits\":{\"body_bytes\":%llu,\"page_items\":200,\"page_items_default\":50,"
		"\"attendees\":500,\"expand_days\":400,\"requests_per_second\":%u,\"request_"
		"burst\":%u,"
		"\"idempotency_hours\":24,\"tombstone_days\":90}",
		(unsigned long long)config->body_max, config->rate_limit,
		config->rate_limit == 0 ? 0 : config->rate_burst);
}

/* A text[] literal of names that need no quoting → JSON. */
static void put_names(struct wire_buffer *out, const char *array) {
	bool first = true;

	wire_put_char(out, '[');
	while (*array != 0) {
		size_t len = strcspn(array, "{},\"");
		if (len > 0) {
			wire_put_str(out, first ? "" : ",");
			wire_put_json_text(out, array, len);
			first = false;
		}
		array += len + (array[len] != 0);
	}
	wire_put_char(out, ']');
}

static void put_caller(struct wire_buffer *out, const struct caller *caller) {
	wire_put_format(out,
		",\"caller\":{\"user_id\":\"%s\",\"key_id\":\"%s\",\"scopes\":", caller->user_id,
		caller->key_id);
	put_names(out, caller->scopes_text);
	wire_put_format(out, ",\"is_admin\":%s}", caller->is_admin ? "true" : "false");
}

void handle_get_capabilities(struct call *call) {
	struct wire_buffer *out = &call->answer;

	wire_put_format(out, "{\"version\":\"%s\"", SERVER_VERSION);
	put_limits(out, call->flow->config);
	wire_put_str(out, ",\"scopes\":");
	put_names(out, "{admin,calendars:read,calendars:write,events:read,events:write,freebusy:"
		       "read,webhooks:manage}");
	wire_put_format(out, ",\"tzdb_version\":\"%s\"", zone_tzdb_version());
	wire_put_str(out, ",\"features\":");
	put_names(out, "{idempotency,etag,merge_patch,recurrence,free_busy,find_times,sync}");
	put_caller(out, &call->caller);
	wire_put_char(out, '}');
	reply_json(call, 200, NULL);
}

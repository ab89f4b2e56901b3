/* batch_part.c: from an entry of `requests` to a call, and from its answer to an entry of `responses`. */
#include "server/handlers/batch_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "server/domain/ids.h"
#include "server/domain/uuid.h"
#include "server/flow/bind.h"
#include "server/flow/enter.h"
#include "server/flow/problem.h"
#include "server/flow/router.h"

/* Empty where the member is not there. */
static struct slice text_of(const struct wire_record *record, const char *name) {
	const struct wire_value *value = bind_member(record, name);
	return value == NULL || value->text == NULL ? (struct slice){ "", 0 }
						    : (struct slice){ value->text, value->len };
}

/* ---- what it may be -------------------------------------------------------------------------------------- */

static const struct { /* the headers that a part may have, and where they go */
	const char *name;
	size_t offset;
} headers[] = {
	{ "If-Match", offsetof(struct call, if_match) },
	{ "If-None-Match", offsetof(struct call, if_none_match) },
	{ "Idempotency-Key", offsetof(struct call, idempotency_key) },
	{ "Content-Type", offsetof(struct call, content_type) },
};
enum { HEADER_COUNT = sizeof(headers) / sizeof(headers[0]) };

static int header_index(const char *name) {
	for (int i = 0; i < HEADER_COUNT; i++) {
		if (strcasecmp(headers[i].name, name) == 0) {
			return i;
		}
	}
	return -1;
}

/* One complaint about a member of the part. */
#define COMPLAIN(call, part, member, code, ...)                                                    \
	wire_problems_add(&(call)->problems,                                                       \
		call_format(call, "/requests/%zu/%s", (part)->index, member), code, __VA_ARGS__)

static void check_headers(struct call *call, const struct batch_part *part) {
	const struct wire_value *value = bind_member(part->record, "headers");
	unsigned seen = 0;

	for (size_t i = 0; value != NULL && i < value->list->count; i++) {
		int header = header_index(value->list->keys[i]);
		if (header < 0) {
			COMPLAIN(call, part, "headers", "unknown_field",
				"%.32s; a request of a batch has If-Match, If-None-Match, "
				"Idempotency-Key and Content-Type",
				value->list->keys[i]);
		} else if (seen & 1u << header) {
			COMPLAIN(call, part, "headers", "duplicate", "%s is there twice",
				headers[header].name);
		} else {
			seen |= 1u << header;
		}
	}
}

static void check_id(struct call *call, const struct batch_part *parts, size_t at) {
	struct slice id = text_of(parts[at].record, "id");

	for (size_t i = 0; i < at; i++) {
		struct slice other = text_of(parts[i].record, "id");
		if (id.len == other.len && memcmp(id.text, other.text, id.len) == 0) {
			COMPLAIN(call, &parts[at], "id", "duplicate", "request %zu has the same id",
				i);
			return;
		}
	}
}

static size_t path_len(struct slice path) {
	const char *query = memchr(path.text, '?', path.len);
	return query == NULL ? path.len : (size_t)(query - path.text);
}

/* A part that waits for news would hold up all behind it. */
static bool asks_to_wait(const struct route *route, const char *query) {
	const struct wire_schema *fields = route->operation->query;

	if (fields == NULL || wire_field_index(fields, "wait", 4) < 0) {
		return false;
	}
	for (const char *at = query; at != NULL; at = strchr(at, '&')) {
		at++; /* over the ? or & */
		if (strncmp(at, "wait=", 5) == 0 && strtol(at + 5, NULL, 10) != 0) {
			return true;
		}
	}
	return false;
}

static void check_path(struct call *call, struct batch_part *part) {
	struct slice method = text_of(part->record, "method"), path = text_of(part->record, "path");
	struct route_match match;

	if (path.text[0] != '/') {
		COMPLAIN(call, part, "path", "format", "a path begins with /v1/");
		return;
	}
	router_find(call->flow->router, method.text, method.len, path.text, path_len(path), &match);
	part->route = match.route;
	if (match.route == NULL) {
		return;
	}
	if (match.route->operation->flags & OPERATION_ALONE) {
		COMPLAIN(call, part, "path", "not_in_a_batch",
			"%s cannot be part of a batch; send it by itself",
			match.route->operation->id);
	} else if (asks_to_wait(match.route, strchr(path.text, '?'))) {
		COMPLAIN(call, part, "path", "not_in_a_batch",
			"a request of a batch cannot wait; leave out wait");
	}
}

struct batch_part *batch_parts(struct call *call, struct batch *batch, size_t *count) {
	const struct wire_list *list = bind_member(call->body_record, "requests")->list;
	struct batch_part *parts = call_alloc(call, list->count * sizeof(*parts));

	if (parts == NULL) {
		problem_answer(call, "unavailable", NULL);
		return NULL;
	}
	for (size_t i = 0; i < list->count; i++) {
		parts[i] = (struct batch_part){
			.batch = batch, .record = list->items[i].record, .index = i
		};
		check_id(call, parts, i);
		check_path(call, &parts[i]);
		check_headers(call, &parts[i]);
	}
	*count = list->count;
	if (call->problems.count > 0) {
		problem_answer(call, "invalid_fields", NULL);
		return NULL;
	}
	return parts;
}

bool batch_part_is_safe(const struct batch_part *part) {
	return part->route == NULL || part->route->operation->flags & OPERATION_SAFE;
}

/* ---- the request ----------------------------------------------------------------------------------------- */

static void on_answered(struct call *call) {
	struct batch_part *part = call->owner;
	part->on_answered(part);
}

/* The batch's key and the part's id make the part's key, so that a batch that comes again finds every part. */
static struct slice derive_key(struct call *call, struct slice batch_key, struct slice id) {
	char *hex = call_alloc(call, DIGEST_HEX_ROOM);
	const char *both = call_format(call, "%s %s", batch_key.text, id.text);

	if (hex == NULL || both == NULL) {
		return (struct slice){ 0 };
	}
	digest_hex(both, batch_key.len + 1 + id.len, hex);
	return (struct slice){ hex, strlen(hex) };
}

static void copy_headers(struct call *call, const struct wire_record *record) {
	const struct wire_value *value = bind_member(record, "headers");

	for (size_t i = 0; value != NULL && i < value->list->count; i++) {
		const struct wire_value *item = &value->list->items[i];
		size_t offset = headers[header_index(value->list->keys[i])].offset;
		*(struct slice *)((char *)call + offset) = (struct slice){ item->text, item->len };
	}
}

/* The texts stay where they are: in the batch's record, which outlives its parts. */
static void copy_request(struct call *call, const struct batch_part *part) {
	struct slice path = text_of(part->record, "path"), body = text_of(part->record, "body");
	size_t len = path_len(path);
	bool patch = part->route != NULL && part->route->operation->body_mode == WIRE_PATCH;
	const char *type = patch ? "application/merge-patch+json" : "application/json";

	call->method = text_of(part->record, "method");
	call->path = call_slice(call, path.text, len);
	call->query_text = len == path.len
				   ? (struct slice){ "", 0 }
				   : (struct slice){ path.text + len + 1, path.len - len - 1 };
	call->body = body;
	call->content_type = (struct slice){ type, strlen(type) };
	copy_headers(call, part->record);
}

static struct call *make_call(struct batch_part *part, struct call *batch_call) {
	struct call *call = call_new(batch_call->flow);

	part->call = call;
	if (call == NULL) {
		return NULL;
	}
	copy_request(call, part);
	if (call->idempotency_key.text == NULL && batch_call->idempotency_key.text != NULL) {
		call->idempotency_key =
			derive_key(call, batch_call->idempotency_key, text_of(part->record, "id"));
	}
	call->presented_key = batch_call->presented_key;
	call->request_id = batch_call->request_id;
	call->caller = batch_call->caller;
	call->has_caller = true;
	call->began_us = monotonic_us();
	call->client_fd = -1; /* a part does not wait for anything, so nobody looks */
	call->latest_us = batch_call->latest_us;
	call->owner = part;
	call->on_answered = on_answered;
	return call;
}

void batch_part_start(struct batch_part *part, struct call *batch_call, struct lease *lease) {
	struct call *call = make_call(part, batch_call);

	if (call == NULL) {
		part->on_answered(part);
		return;
	}
	call->lease = lease;
	if (enter_route(call) && enter_rate(call)) {
		enter_operation(call);
	}
	if (call->rated) {
		batch_call->rate_remaining = call->rate_remaining;
		batch_call->rate_reset_s = call->rate_reset_s;
	}
}

void batch_part_refuse(
	struct batch_part *part, struct call *batch_call, const char *code, const char *detail) {
	struct call *call = make_call(part, batch_call);

	if (call == NULL) {
		part->on_answered(part);
	} else {
		problem_answer(call, code, detail == NULL ? NULL : "%s", detail);
	}
}

void batch_part_finish(struct batch_part *part) {
	call_unref(part->call);
	part->call = NULL;
}

/* ---- the answer ------------------------------------------------------------------------------------------ */

uint16_t batch_part_status(const struct batch_part *part) {
	return part->call == NULL ? 503 : part->call->status;
}

size_t batch_part_bytes(const struct batch_part *part) {
	return part->call == NULL ? 0 : part->call->answer.len;
}

static void put_header(struct wire_buffer *out, const char *name, const char *value) {
	if (value != NULL) {
		bool first = out->bytes[out->len - 1] == '{';
		wire_put_format(out, "%s\"%s\":", first ? "" : ",", name);
		wire_put_json_text(out, value, strlen(value));
	}
}

void batch_part_put(const struct batch_part *part, struct wire_buffer *out) {
	const struct call *call = part->call;
	struct slice id = text_of(part->record, "id");
	char seconds[16];

	wire_put_str(out, "{\"id\":");
	wire_put_json_text(out, id.text, id.len);
	wire_put_format(out, ",\"status\":%u,\"headers\":{", batch_part_status(part));
	if (call != NULL && !out->failed) {
		snprintf(seconds, sizeof(seconds), "%d", call->retry_after_s);
		put_header(out, "ETag", call->etag);
		put_header(out, "Location", call->location);
		put_header(out, "Allow", call->allow);
		put_header(out, "Retry-After", call->retry_after_s > 0 ? seconds : NULL);
		put_header(out, "Idempotent-Replayed", call->replayed ? "true" : NULL);
	}
	wire_put_char(out, '}');
	if (call != NULL && call->status != 204 && call->status != 304 && call->answer.len > 0) {
		wire_put_str(out, ",\"body\":");
		wire_put(out, call->answer.bytes, call->answer.len);
	}
	wire_put_char(out, '}');
}

void batch_part_report(const struct batch_part *part, struct call *batch_call) {
	const struct call *call = part->call;

	if (batch_part_status(part) >= 400) {
		problem_take_over(batch_call, call_format(batch_call, "/requests/%zu", part->index),
			call == NULL ? NULL : call->answer.bytes,
			call == NULL ? 0 : call->answer.len);
	}
}

/* ---- what it locks --------------------------------------------------------------------------------------- */

static const char *read_uuid(struct call *call, struct slice text) {
	char *uuid = text.text == NULL ? NULL : call_alloc(call, UUID_LEN + 1);
	return uuid != NULL && uuid_read(text.text, text.len, uuid) ? uuid : NULL;
}

/* The path's calendar, as bind_path will read it. */
static const char *path_calendar(const struct batch_part *part, struct call *call) {
	const struct wire_schema *fields = part->route->operation->path_fields;
	int field = fields == NULL ? -1 : wire_field_index(fields, "calendar_id", 11);
	struct slice path = text_of(part->record, "path"), method = text_of(part->record, "method");
	struct route_match match;

	if (field < 0) {
		return NULL;
	}
	router_find(call->flow->router, method.text, method.len, path.text, path_len(path), &match);
	return read_uuid(call,
		bind_unescape(call, match.segments[field].text, match.segments[field].len, false));
}

/* Where a patch moves the event to. Read loosely: what is wrong with the body is said when the part runs. */
static const char *body_calendar(const struct batch_part *part, struct call *call) {
	static const char name[] = "\"calendar_id\":\"";
	struct slice body = text_of(part->record, "body");
	const char *at = strstr(body.text, name);

	return at == NULL || strlen(at) < sizeof(name) - 1 + UUID_LEN
		       ? NULL
		       : read_uuid(call, (struct slice){ at + sizeof(name) - 1, UUID_LEN });
}

/* At most two. */
static size_t calendars_of(const struct batch_part *part, struct call *call, const char *ids[2]) {
	size_t count = 0;

	if (batch_part_is_safe(part)) {
		return 0;
	}
	ids[count] = path_calendar(part, call);
	count += ids[count] != NULL;
	ids[count] = body_calendar(part, call);
	count += ids[count] != NULL;
	return count;
}

const char *batch_parts_calendars(
	const struct batch_part *parts, size_t count, struct call *batch_call) {
	char *text = call_alloc(batch_call, 2 * count * (UUID_LEN + 1) + 3);
	size_t len = 0;

	for (size_t i = 0; text != NULL && i < count; i++) {
		const char *ids[2];
		size_t found = calendars_of(&parts[i], batch_call, ids);
		for (size_t at = 0; at < found; at++) {
			text[len] = len == 0 ? '{' : ',';
			memcpy(text + len + 1, ids[at], UUID_LEN);
			len += UUID_LEN + 1;
		}
	}
	if (len > 0) {
		memcpy(text + len, "}", 2);
	}
	return len > 0 ? text : NULL;
}

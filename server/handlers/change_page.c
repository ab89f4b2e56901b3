/* change_page.c: one row an event, in the order of (seq, id); what is said of the calendar itself stands in the first
 * row, there without any event too. */
#include "server/handlers/change_page.h"

#include <string.h>

#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/handlers/stored_row.h"

enum { EVENT_FIELDS_MAX = 64 };

/* ---- which -------------------------------------------------------------------------------------------------- */

/* A change of the calendar itself is told by the page that reaches its seq. A snapshot told all up to its base at
 * its beginning. */
static bool is_told(const struct change_page *page, const char *column) {
	int64_t at = row_number(page->rows, 0, column, 0);

	return page->from == NULL ||
	       (at > page->from->seq && at > page->from->base && at <= page->to.seq);
}

static struct sync_token token_behind(
	const struct change_page *page, const struct sync_state *state) {
	struct sync_token to = { .sees_all = state->sees_all,
		.epoch = state->epoch,
		.granted = state->granted,
		.seq = state->seq,
		.base = page->from == NULL ? state->seq : page->from->base };
	const char *row = sync_row_last;

	if (page->has_more) {
		to.seq = row_number(page->rows, page->shown - 1, "row_seq", 0);
		row = row_text(page->rows, page->shown - 1, "row_id");
	}
	memcpy(to.row, row, sizeof(to.row));
	return to;
}

struct change_page change_page_find(struct call *call, const PGresult *rows,
	const struct sync_token *from, const struct sync_state *state) {
	struct change_page page = { .call = call, .rows = rows, .from = from };
	int limit = reply_limit(call),
	    found = row_text(rows, 0, "row_id") == NULL ? 0 : PQntuples(rows);

	page.has_more = found > limit;
	page.shown = page.has_more ? limit : found;
	page.to = token_behind(&page, state);
	page.tells_acl = is_told(&page, "sync_acl_seq");
	/* With the rules the caller's own role may have changed, and that is a member of the calendar. */
	page.tells_calendar = page.tells_acl || is_told(&page, "sync_settings_seq");
	return page;
}

bool change_page_is_news(const struct change_page *page) {
	return page->shown > 0 || page->tells_calendar || page->from == NULL;
}

/* ---- writing ------------------------------------------------------------------------------------------------ */

static const struct wire_schema *items_of(const struct call *call, const char *member) {
	const struct wire_schema *answer = call->route->operation->answer;
	return answer->fields[wire_field_index(answer, member, strlen(member))].item->schema;
}

/* Which members of an event a deleted one still has. */
static void mark_deleted(const struct call *call, const struct wire_schema *event, bool *wanted) {
	const struct wire_schema *deleted = items_of(call, "deleted");

	for (size_t i = 0; i < deleted->count; i++) {
		const char *name = deleted->fields[i].name;
		wanted[wire_field_index(event, name, strlen(name))] = true;
	}
}

/* Events and deleted ones stand among each other. */
static void put_rows(
	const struct change_page *page, const struct reply_shape *shape, bool deleted) {
	struct wire_buffer *out = &page->call->answer;
	const char *before = "";

	for (int row = 0; row < page->shown; row++) {
		if (row_bool(page->rows, row, "row_deleted") == deleted) {
			wire_put_str(out, before);
			reply_put_row(out, shape, page->rows, row);
			before = ",";
		}
	}
}

static void put_events(const struct change_page *page) {
	const struct wire_schema *event = items_of(page->call, "events");
	bool wanted[EVENT_FIELDS_MAX] = { false };
	struct reply_shape shape = { .schema = event,
		.columns = columns_of(page->call, event, page->rows) };

	if (shape.columns == NULL || event->count > EVENT_FIELDS_MAX) {
		page->call->answer.failed = true;
		return;
	}
	wire_put_str(&page->call->answer, "{\"events\":[");
	put_rows(page, &shape, false);
	mark_deleted(page->call, event, wanted);
	shape.wanted = wanted;
	wire_put_str(&page->call->answer, "],\"deleted\":[");
	put_rows(page, &shape, true);
}

static void put_end(
	struct wire_buffer *out, bool acl_changed, const char *token, size_t len, bool has_more) {
	wire_put_format(out, ",\"acl_changed\":%s,\"next_token\":", acl_changed ? "true" : "false");
	wire_put_json_text(out, token, len);
	wire_put_format(out, ",\"has_more\":%s}", has_more ? "true" : "false");
}

void change_page_reply(const struct change_page *page, const uint8_t key[CURSOR_KEY_BYTES],
	const char *asked, size_t asked_len) {
	struct wire_buffer *out = &page->call->answer;
	const char *calendar =
		page->tells_calendar ? row_text(page->rows, 0, "sync_calendar") : NULL;
	char token[SYNC_TOKEN_ROOM];

	sync_token_write(key, asked, asked_len, &page->to, token);
	put_events(page);
	wire_put_str(out, "],\"calendar\":");
	wire_put_str(out, calendar == NULL ? "null" : calendar);
	put_end(out, page->tells_acl, token, strlen(token), page->has_more);
	reply_json(page->call, 200, NULL);
}

void change_page_reply_unchanged(struct call *call, struct slice token) {
	wire_put_str(&call->answer, "{\"events\":[],\"deleted\":[],\"calendar\":null");
	put_end(&call->answer, false, token.text, token.len, false);
	reply_json(call, 200, NULL);
}

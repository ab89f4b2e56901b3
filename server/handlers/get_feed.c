/* GET /v1/feeds/{token}.ics: the token alone says who asks.
 *
 *   hash ~~> find_feed ─> tag known? ─> pages ~~> 200
 *            404          304
 *
 * Nothing is kept between two requests, so a link that was revoked is gone with the next one, on every server. */
#include <string.h>

#include "server/domain/ids.h"
#include "server/flow/problem.h"
#include "server/flow/reply.h"
#include "server/flow/run.h"
#include "server/handlers/handlers.h"
#include "server/handlers/ics_pages.h"

enum { TAG_HEX = 32 };
static const char refresh[] = "PT1H"; /* how often calendar programs should look */

struct feed {
	const char *calendar_id, *from, *to, *detail;
};

static void on_page(struct call *call, PGresult *result) {
	(void)result;
	ics_pages_take(call->handler_state);
}

/* In the order of the parameters in feed_page.sql. */
static void ask(struct call *call, const char *after) {
	const struct ics_pages *pages = call->handler_state;
	const struct feed *feed = pages->question;

	call->values[0] = feed->calendar_id;
	call->values[1] = feed->from;
	call->values[2] = feed->to;
	call->values[3] = after;
	call->values[4] = feed->detail;
	call->on_rows = on_page;
	run_submit(call, statement_find("feed_page"));
}

/* Strong: the text is the same as long as nothing of what the tag names has changed. */
static const char *make_tag(struct call *call, const char *text) {
	char hex[DIGEST_HEX_ROOM];

	digest_hex(text, strlen(text), hex);
	return call_format(call, "\"%.*s\"", TAG_HEX, hex);
}

static void show(struct call *call, const PGresult *result) {
	struct feed *feed = call_alloc(call, sizeof(*feed));
	struct ics_pages *pages = feed == NULL ? NULL : ics_pages_new(call);

	if (pages == NULL) {
		return;
	}
	*feed = (struct feed){ ics_copy_cell(call, result, "calendar_id"),
		ics_copy_cell(call, result, "from"), ics_copy_cell(call, result, "to"),
		ics_copy_cell(call, result, "detail") };
	pages->question = feed;
	pages->ask = ask;
	pages->is_busy_only = feed->detail != NULL && strcmp(feed->detail, "busy") == 0;
	pages->head = (struct ics_head){ .name = ics_copy_cell(call, result, "name"),
		.color = ics_copy_cell(call, result, "color"),
		.refresh = refresh };
	ask(call, NULL);
}

static void on_found(struct call *call, PGresult *result) {
	if (PQntuples(result) == 0) {
		problem_answer(
			call, "not_found", "there is no such link; it may have been revoked");
		return;
	}
	const char *tag = make_tag(call, ics_copy_cell(call, result, "tag"));
	if (tag == NULL) {
		problem_answer(call, "unavailable", NULL);
	} else if (!reply_not_modified(call, tag)) {
		show(call, result);
	}
}

void handle_get_feed(struct call *call) {
	char *hash = call_alloc(call, DIGEST_HEX_ROOM);
	const char *token = call->path_values[0];

	if (hash == NULL) {
		problem_answer(call, "unavailable", NULL);
		return;
	}
	digest_hex(token, strlen(token), hash);
	call->values[0] = hash;
	call->needs_primary = true; /* all pages of one server */
	call->on_rows = on_found;
	run_submit(call, statement_find("find_feed"));
}

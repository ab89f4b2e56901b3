/* change_page.h: rows of list_changes.sql as the page that is answered, and the token it ends in. */
#ifndef SERVER_HANDLERS_CHANGE_PAGE_H
#define SERVER_HANDLERS_CHANGE_PAGE_H

#include "server/domain/sync_token.h"
#include "server/flow/call.h"

struct change_page {
	struct call *call;
	const PGresult *rows;
	const struct sync_token *from; /* NULL: from nothing */
	struct sync_token to;
	int shown;
	bool has_more, tells_calendar, tells_acl;
};

/* rows: outcome ok. All are borrowed. */
struct change_page change_page_find(struct call *call, const PGresult *rows,
	const struct sync_token *from, const struct sync_state *state);
bool change_page_is_news(const struct change_page *page); /* worth an answer to one who may wait */
/* Write it and answer. */
void change_page_reply(const struct change_page *page, const uint8_t key[CURSOR_KEY_BYTES],
	const char *asked, size_t asked_len);
/* Answer a page without anything new: the token holds as it is. */
void change_page_reply_unchanged(struct call *call, struct slice token);

#endif

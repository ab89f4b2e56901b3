/* resume.c: a sync token behind the change before this one, in the view of the webhook's user. */
#include "server/jobs/resume.h"

#include <string.h>

#include "server/domain/ids.h"
#include "server/store/row.h"

bool resume_token(const PGresult *rows, int row, char out[SYNC_TOKEN_ROOM]) {
	const char *secret = row_text(rows, row, "sync_secret");
	const char *calendar_id = row_text(rows, row, "calendar_id");
	const int64_t seq = row_number(rows, row, "sync_seq", 0);
	struct sync_token token = { .sees_all = row_bool(rows, row, "sync_sees_all"),
		.epoch = row_number(rows, row, "sync_epoch", 0),
		.seq = seq - 1,
		.base = seq - 1,
		.granted = row_number(rows, row, "sync_granted_seq", 0) };
	uint8_t key[CURSOR_KEY_BYTES];
	char asked[SYNC_ASKED_ROOM];

	if (seq == 0 || secret == NULL || calendar_id == NULL ||
		!hex_read(secret, key, sizeof(key))) {
		return false;
	}
	memcpy(token.row, sync_row_last, sizeof(token.row));
	sync_token_asked(calendar_id, row_text(rows, row, "sync_user"), asked);
	sync_token_write(key, asked, strlen(asked), &token, out);
	return true;
}

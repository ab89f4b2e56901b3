/* sync_token.h: where a mirror of a calendar stands, as a text that only this service can write.
 *
 *   base64url( version 1 ‖ view 1 ‖ epoch 8 ‖ seq 8 ‖ base 8 ‖ granted 8 ‖ row 16 ‖ MAC 16 )
 *
 * The MAC also covers calendar and caller. Its key comes from the database and not from a setting: a token is kept for
 * weeks, longer than any process, and every server on the database must know it. */
#ifndef SERVER_DOMAIN_SYNC_TOKEN_H
#define SERVER_DOMAIN_SYNC_TOKEN_H

#include "server/domain/cursor.h"
#include "server/domain/uuid.h"

enum { SYNC_TOKEN_BYTES = 66, SYNC_TOKEN_ROOM = 90, SYNC_PLACE_ROOM = 96 };

struct sync_token {
	bool sees_all; /* private events are not masked for the caller */
	int64_t epoch;
	int64_t seq; /* everything before (seq, row) was told */
	int64_t base; /* seq at the beginning of the snapshot: what was deleted before it is of no concern */
	int64_t granted; /* since when the caller has the rule by which they read; 0: owner or public */
	char row[UUID_LEN + 1]; /* within rows of one seq; all f: that seq is done */
};

/* What the database says about the calendar now. */
struct sync_state {
	bool sees_all;
	int64_t epoch, seq, min_seq, granted;
};

/* What a token is bound to, as it goes into `asked` below. */
enum { SYNC_ASKED_ROOM = 96 };
void sync_token_asked(const char *calendar_id, const char *user_id, char out[SYNC_ASKED_ROOM]);

void sync_token_write(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const struct sync_token *token, char out[SYNC_TOKEN_ROOM]);
/* By its shape alone: what stands in it is not to be believed yet. */
bool sync_token_read(const char *text, size_t len, struct sync_token *token);
/* Written here, for this calendar and this caller. */
bool sync_token_is_genuine(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *text, size_t len);
/* Why a genuine token cannot be gone on from, for people; NULL: it can. */
const char *sync_token_fault(const struct sync_token *token, const struct sync_state *state);
/* The place as statements read it: [seq, row, base]. */
void sync_token_place(const struct sync_token *token, char out[SYNC_PLACE_ROOM]);

extern const char sync_row_last[]; /* behind all rows of its seq */

#endif

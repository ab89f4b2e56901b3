/* cursor.c: libFuzzer over what clients bring back: cursors, sync tokens, entity tags.
 *
 * Beyond memory errors: no cursor and no token of these inputs is genuine, since the key is not among them; one that we
 * wrote is, gives its place back, and no change of a single character leaves it genuine. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/cursor.h"
#include "server/domain/etag.h"
#include "server/domain/sync_token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static const uint8_t key[CURSOR_KEY_BYTES] = "a key that the fuzzer must not g";
static const char asked[] = "listEvents\n";

static void must(bool held) {
	if (!held) {
		abort();
	}
}

static void foreign_ones_are_refused(const char *text, size_t len) {
	char place[CURSOR_PLACE_MAX + 1];
	struct sync_token token;

	must(!cursor_read(key, asked, sizeof(asked), text, len, place));
	must(!sync_token_is_genuine(key, asked, sizeof(asked), text, len));
	if (sync_token_read(text, len, &token)) {
		char out[SYNC_PLACE_ROOM];
		must(memchr(token.row, 0, sizeof(token.row)) != NULL);
		sync_token_place(&token, out);
		must(strlen(out) < SYNC_PLACE_ROOM);
	}
}

/* The input as a place, and then one character of the cursor changed by it. */
static void ours_are_read(const uint8_t *data, size_t len) {
	char text[CURSOR_ROOM], place[CURSOR_PLACE_MAX + 1], wanted[CURSOR_PLACE_MAX + 1];
	size_t room = len < CURSOR_PLACE_MAX ? len : CURSOR_PLACE_MAX;

	memcpy(wanted, data, room);
	wanted[room] = 0;
	size_t written = cursor_write(key, asked, sizeof(asked), wanted, text);
	must(written > 0 && written < CURSOR_ROOM);
	must(cursor_read(key, asked, sizeof(asked), text, written, place));
	must(strcmp(place, wanted) == 0);
	must(!cursor_read(key, asked, sizeof(asked) - 1, text, written, place));
	size_t at = data[0] * 256U % written;
	char before = text[at];
	text[at] = (char)data[len - 1];
	must(text[at] == before || !cursor_read(key, asked, sizeof(asked), text, written, place));
}

static void conditions_are_bounded(const char *text, size_t len) {
	struct condition condition = { 0 };

	if (condition_read(&condition, text, len)) {
		must(condition.count <= CONDITION_TAGS_MAX);
		must(condition_version(&condition) >= -1);
		must(!condition.any || condition_matches(&condition, 1, true));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	/* A copy of its own length, so that one byte too far is seen; NUL behind it, as in a call's arena. */
	char *text = malloc(len + 1);

	memcpy(text, data, len);
	text[len] = 0;
	foreign_ones_are_refused(text, len);
	conditions_are_bounded(text, len);
	if (len > 0) {
		ours_are_read(data, len);
	}
	free(text);
	return 0;
}

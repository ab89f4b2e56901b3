/* sync_token.c: numbers in network order, so that a token means the same on every machine. */
#include "server/domain/sync_token.h"

#include <endian.h>
#include <inttypes.h>
#include <openssl/crypto.h>
#include <stdio.h>
#include <string.h>

#include "server/domain/ids.h"

enum { VERSION = 1, ROW_BYTES = 16, AT_VIEW = 1, AT_NUMBERS = 2, AT_ROW = 34, AT_MAC = 50 };

const char sync_row_last[] = "ffffffff-ffff-ffff-ffff-ffffffffffff";

static void put_number(uint8_t *to, int64_t number) {
	uint64_t big = htobe64((uint64_t)number);
	memcpy(to, &big, sizeof(big));
}

static int64_t get_number(const uint8_t *from) {
	uint64_t big;
	memcpy(&big, from, sizeof(big));
	return (int64_t)be64toh(big);
}

static void put_row(uint8_t *to, const char *text) {
	char digits[2 * ROW_BYTES + 1], *at = digits;

	for (; *text != '\0' && at < digits + 2 * ROW_BYTES; text++) {
		if (*text != '-') {
			*at++ = *text;
		}
	}
	*at = '\0';
	hex_read(digits, to, ROW_BYTES);
}

static void get_row(const uint8_t *from, char text[UUID_LEN + 1]) {
	char *at = text;
	for (size_t byte = 0; byte < ROW_BYTES; byte++) {
		if (byte == 4 || byte == 6 || byte == 8 || byte == 10) {
			*at++ = '-';
		}
		hex_write(from + byte, 1, at);
		at += 2;
	}
}

void sync_token_asked(const char *calendar_id, const char *user_id, char out[SYNC_ASKED_ROOM]) {
	(void)snprintf(out, SYNC_ASKED_ROOM, "listChanges\n%s\n%s", calendar_id, user_id);
}

void sync_token_write(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const struct sync_token *token, char out[SYNC_TOKEN_ROOM]) {
	uint8_t box[SYNC_TOKEN_BYTES] = { VERSION, token->sees_all };
	const int64_t numbers[] = { token->epoch, token->seq, token->base, token->granted };

	for (size_t i = 0; i < 4; i++) {
		put_number(box + AT_NUMBERS + 8 * i, numbers[i]);
	}
	put_row(box + AT_ROW, token->row);
	cursor_mac(key, asked, asked_len, box, AT_MAC, box + AT_MAC);
	base64url_write(box, sizeof(box), out);
}

bool sync_token_read(const char *text, size_t len, struct sync_token *token) {
	uint8_t box[SYNC_TOKEN_BYTES];

	if (base64url_read(text, len, box, sizeof(box)) != SYNC_TOKEN_BYTES || box[0] != VERSION) {
		return false;
	}
	*token = (struct sync_token){ .sees_all = box[AT_VIEW] != 0,
		.epoch = get_number(box + AT_NUMBERS),
		.seq = get_number(box + AT_NUMBERS + 8),
		.base = get_number(box + AT_NUMBERS + 16),
		.granted = get_number(box + AT_NUMBERS + 24) };
	get_row(box + AT_ROW, token->row);
	return true;
}

bool sync_token_is_genuine(const uint8_t key[CURSOR_KEY_BYTES], const void *asked, size_t asked_len,
	const char *text, size_t len) {
	uint8_t box[SYNC_TOKEN_BYTES], mac[CURSOR_MAC_BYTES];

	if (base64url_read(text, len, box, sizeof(box)) != SYNC_TOKEN_BYTES) {
		return false;
	}
	cursor_mac(key, asked, asked_len, box, AT_MAC, mac);
	return CRYPTO_memcmp(mac, box + AT_MAC, sizeof(mac)) == 0;
}

/* Up to where deleted rows do not matter to the token any more: it passed them, or began behind them. */
static int64_t told_up_to(const struct sync_token *token) {
	int64_t whole = strcmp(token->row, sync_row_last) == 0 ? token->seq : token->seq - 1;
	return whole > token->base ? whole : token->base;
}

const char *sync_token_fault(const struct sync_token *token, const struct sync_state *state) {
	if (token->epoch != state->epoch) {
		return "the token is from before the service's data were restored";
	}
	if (token->seq > state->seq || token->base > state->seq) {
		return "the token is ahead of the calendar: its data were restored";
	}
	if (token->sees_all != state->sees_all || token->granted != state->granted) {
		return "what you may see of this calendar has changed since the token was given";
	}
	return told_up_to(token) < state->min_seq
		       ? "what was deleted since the token was given is not remembered any more"
		       : NULL;
}

void sync_token_place(const struct sync_token *token, char out[SYNC_PLACE_ROOM]) {
	snprintf(out, SYNC_PLACE_ROOM, "[%" PRId64 ",\"%s\",%" PRId64 "]", token->seq, token->row,
		token->base);
}

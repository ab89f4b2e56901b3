/* sync_token_test.c: a token gives back what was put in, to nobody but its owner, and says when it is too old. */
#include "server/domain/sync_token.h"

#include <string.h>

#include "tests/unit/suite.h"

static const uint8_t key[CURSOR_KEY_BYTES] = { 1, 2, 3 };
static const char asked[] = "calendar and caller";

static struct sync_token token_at(int64_t seq, const char *row, int64_t base) {
	struct sync_token token = {
		.sees_all = true, .epoch = 77, .seq = seq, .base = base, .granted = 5
	};
	memcpy(token.row, row, sizeof(token.row));
	return token;
}

static struct sync_state state_of(int64_t seq, int64_t min_seq) {
	return (struct sync_state){
		.sees_all = true, .epoch = 77, .seq = seq, .min_seq = min_seq, .granted = 5
	};
}

static const char row[] = "0193590c-2b5e-7a40-9d11-0c5f3a6b7c81";

static void a_token_gives_back_what_was_put_in(void) {
	struct sync_token token = token_at(INT64_MAX, row, -1), read;
	char text[SYNC_TOKEN_ROOM], place[SYNC_PLACE_ROOM];

	sync_token_write(key, asked, sizeof(asked), &token, text);
	CU_ASSERT_EQUAL(strlen(text), SYNC_TOKEN_BYTES * 4 / 3);
	CU_ASSERT_TRUE_FATAL(sync_token_read(text, strlen(text), &read));
	CU_ASSERT_TRUE(sync_token_is_genuine(key, asked, sizeof(asked), text, strlen(text)));
	CU_ASSERT_EQUAL(read.seq, INT64_MAX);
	CU_ASSERT_EQUAL(read.base, -1);
	CU_ASSERT_EQUAL(read.epoch, 77);
	CU_ASSERT_EQUAL(read.granted, 5);
	CU_ASSERT_TRUE(read.sees_all);
	CU_ASSERT_STRING_EQUAL(read.row, row);
	sync_token_place(&read, place);
	CU_ASSERT_STRING_EQUAL(
		place, "[9223372036854775807,\"0193590c-2b5e-7a40-9d11-0c5f3a6b7c81\",-1]");
}

static void no_character_of_it_can_be_changed(void) {
	struct sync_token token = token_at(42, sync_row_last, 7), read;
	char text[SYNC_TOKEN_ROOM];

	sync_token_write(key, asked, sizeof(asked), &token, text);
	for (size_t i = 0, len = strlen(text); i < len; i++) {
		char kept = text[i];
		text[i] = kept == 'A' ? 'B' : 'A';
		CHECK_ROW(!sync_token_is_genuine(key, asked, sizeof(asked), text, len), text);
		text[i] = kept;
	}
	CU_ASSERT_FALSE(sync_token_is_genuine(key, "another", 7, text, strlen(text)));
	CU_ASSERT_FALSE(sync_token_is_genuine(
		(const uint8_t[CURSOR_KEY_BYTES]){ 9 }, asked, sizeof(asked), text, strlen(text)));
	CU_ASSERT_FALSE(sync_token_read(text, strlen(text) - 1, &read));
	CU_ASSERT_FALSE(sync_token_read("", 0, &read));
	CU_ASSERT_FALSE(sync_token_read("%%%%", 4, &read));
}

static void one_of_a_later_version_is_not_read(void) {
	struct sync_token token = token_at(42, row, 7), read;
	char text[SYNC_TOKEN_ROOM];

	sync_token_write(key, asked, sizeof(asked), &token, text);
	CU_ASSERT_TRUE(sync_token_read(text, strlen(text), &read));
	text[1] = text[1] == 'Q' ? 'g' : 'Q';
	CU_ASSERT_FALSE(sync_token_read(text, strlen(text), &read));
}

static void it_holds_until_what_it_missed_was_purged(void) {
	struct sync_token whole = token_at(10, sync_row_last, 0), within = token_at(10, row, 0),
			  snapshot = token_at(3, row, 10);
	struct sync_state at_nine = state_of(20, 9), at_ten = state_of(20, 10),
			  at_eleven = state_of(20, 11);

	CU_ASSERT_PTR_NULL(sync_token_fault(&whole, &at_ten));
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&whole, &at_eleven));
	/* The rest of seq 10 may be gone. */
	CU_ASSERT_PTR_NULL(sync_token_fault(&within, &at_nine));
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&within, &at_ten));
	/* What was deleted before a snapshot began it need not know. */
	CU_ASSERT_PTR_NULL(sync_token_fault(&snapshot, &at_ten));
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&snapshot, &at_eleven));
}

static void another_epoch_another_view_or_a_past_that_is_gone_end_it(void) {
	struct sync_token token = token_at(10, sync_row_last, 0);
	struct sync_state state = state_of(10, 0);

	CU_ASSERT_PTR_NULL(sync_token_fault(&token, &state));
	state.seq = 9;
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&token, &state));
	state = state_of(10, 0);
	state.epoch = 78;
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&token, &state));
	state = state_of(10, 0);
	state.sees_all = false;
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&token, &state));
	state = state_of(10, 0);
	state.granted = 6;
	CU_ASSERT_PTR_NOT_NULL(sync_token_fault(&token, &state));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a token gives back what was put in", a_token_gives_back_what_was_put_in },
		{ "no character of it can be changed", no_character_of_it_can_be_changed },
		{ "one of a later version is not read", one_of_a_later_version_is_not_read },
		{ "it holds until what it missed was purged",
			it_holds_until_what_it_missed_was_purged },
		{ "another epoch, another view or a past that is gone end it",
			another_epoch_another_view_or_a_past_that_is_gone_end_it },
		CU_TEST_INFO_NULL,
	};
	return run_suite("sync token", tests);
}

/* domain_test.c: ids, uuid, etag, seal and cursor: what they accept, and above all what they refuse. */
#include "server/domain/consistency.h"
#include "server/domain/cursor.h"
#include "server/domain/etag.h"
#include "server/domain/ids.h"
#include "server/domain/seal.h"
#include "server/domain/uuid.h"

#include "tests/unit/suite.h"

/* ---- ids ------------------------------------------------------------------------------------------------ */

static void digests_are_the_known_ones(void) {
	char hex[DIGEST_HEX_ROOM];
	digest_hex("abc", 3, hex); /* FIPS 180-4, appendix */
	CU_ASSERT_STRING_EQUAL(
		hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void base64url_goes_there_and_back(void) {
	uint8_t bytes[64], back[64];
	char text[96];
	for (size_t len = 0; len <= sizeof(bytes); len++) {
		for (size_t i = 0; i < len; i++) {
			bytes[i] = (uint8_t)(i * 37 + len);
		}
		size_t text_len = base64url_write(bytes, len, text);
		CU_ASSERT_EQUAL(text_len, strlen(text));
		CU_ASSERT_EQUAL(base64url_read(text, text_len, back, sizeof(back)), (ssize_t)len);
		CU_ASSERT_EQUAL(memcmp(bytes, back, len), 0);
	}
}

static void base64url_refuses_what_it_would_not_write(void) {
	static const char *const wrong[] = { "A", "AB=", "A+/A", "AAB", "A A", "AAAAA", "\xff\xff",
		"ab\ncd" };
	uint8_t out[16];
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(base64url_read(wrong[i], strlen(wrong[i]), out, sizeof(out)) == -1,
			wrong[i]);
	}
	CU_ASSERT_EQUAL(base64url_read("AAAAAAAA", 8, out, 5), -1);
}

static void keys_have_their_shape_and_never_repeat(void) {
	struct api_key one, two;
	CU_ASSERT_TRUE_FATAL(api_key_make(&one, API_KEY_KIND) && api_key_make(&two, API_KEY_KIND));
	CU_ASSERT_TRUE(api_key_is_shaped(one.text, strlen(one.text)));
	CU_ASSERT_EQUAL(strncmp(one.text + 4, one.prefix, API_KEY_PREFIX_LEN), 0);
	CU_ASSERT_STRING_NOT_EQUAL(one.text, two.text);
	char hex[DIGEST_HEX_ROOM];
	digest_hex(one.text, strlen(one.text), hex);
	CU_ASSERT_STRING_EQUAL(hex, one.hash);
}

static void keys_of_another_shape_are_refused(void) {
	struct api_key key;
	CU_ASSERT_TRUE_FATAL(api_key_make(&key, API_KEY_KIND));
	CU_ASSERT_FALSE(api_key_is_shaped(key.text, API_KEY_LEN - 1));
	CU_ASSERT_FALSE(api_key_is_shaped("", 0));
	key.text[12] = '-';
	CU_ASSERT_FALSE(api_key_is_shaped(key.text, API_KEY_LEN));
	key.text[12] = '_';
	key.text[20] = '\'';
	CU_ASSERT_FALSE(api_key_is_shaped(key.text, API_KEY_LEN));
}

/* ---- uuid ----------------------------------------------------------------------------------------------- */

static void ids_rise_and_say_version_7(void) {
	char last[UUID_LEN + 1] = "", next[UUID_LEN + 1], read[UUID_LEN + 1];
	for (int i = 0; i < 20000; i++) {
		uuid_make(next);
		CU_ASSERT_TRUE_FATAL(strcmp(last, next) < 0);
		CU_ASSERT_TRUE_FATAL(next[14] == '7' && strchr("89ab", next[19]) != NULL);
		memcpy(last, next, sizeof(last));
	}
	CU_ASSERT_TRUE(uuid_read(last, UUID_LEN, read));
}

static void any_case_is_read_and_lower_case_written(void) {
	char out[UUID_LEN + 1];
	CU_ASSERT_TRUE(uuid_read("0193590A-7F3E-7CC1-A1C2-5D1F0F4B2A10", 36, out));
	CU_ASSERT_STRING_EQUAL(out, "0193590a-7f3e-7cc1-a1c2-5d1f0f4b2a10");
}

static void what_is_no_uuid_is_refused(void) {
	static const char *const wrong[] = { "", "me", "0193590a7f3e7cc1a1c25d1f0f4b2a10",
		"{193590a-7f3e-7cc1-a1c2-5d1f0f4b2a1}", "0193590g-7f3e-7cc1-a1c2-5d1f0f4b2a10",
		"0193590a-7f3e-7cc1-a1c2-5d1f0f4b2a1 ", "0193590a_7f3e-7cc1-a1c2-5d1f0f4b2a10" };
	char out[UUID_LEN + 1] = "untouched";
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!uuid_read(wrong[i], strlen(wrong[i]), out), wrong[i]);
	}
	CU_ASSERT_STRING_EQUAL(out, "untouched");
}

/* ---- etag ----------------------------------------------------------------------------------------------- */

static bool reads(struct condition *condition, const char *text) {
	return condition_read(condition, text, strlen(text));
}

static void a_tag_is_a_version(void) {
	struct condition condition;
	CU_ASSERT_TRUE(reads(&condition, " \"7\" "));
	CU_ASSERT_TRUE(condition_matches(&condition, 7, true));
	CU_ASSERT_FALSE(condition_matches(&condition, 8, true));
	CU_ASSERT_EQUAL(condition_version(&condition), 7);
}

static void a_weak_tag_never_matches_strongly(void) {
	struct condition condition; /* RFC 9110 §13.1.1 */
	CU_ASSERT_TRUE(reads(&condition, "W/\"7\""));
	CU_ASSERT_FALSE(condition_matches(&condition, 7, true));
	CU_ASSERT_TRUE(condition_matches(&condition, 7, false));
	CU_ASSERT_EQUAL(condition_version(&condition), -1);
}

static void lists_and_the_star_are_read(void) {
	struct condition condition;
	CU_ASSERT_TRUE(reads(&condition, "\"a,b\", W/\"9\" ,\"3\""));
	CU_ASSERT_EQUAL(condition.count, 3);
	CU_ASSERT_EQUAL(condition_version(&condition), 3);
	CU_ASSERT_TRUE(reads(&condition, "*"));
	CU_ASSERT_TRUE(condition.any && condition_matches(&condition, 1, true));
	CU_ASSERT_EQUAL(condition_version(&condition), 0);
}

static void a_tag_that_no_version_has_matches_nothing(void) {
	static const char *const foreign[] = { "\"\"", "\"x\"", "\"07\"", "\"-1\"",
		"\"99999999999999999999\"" };
	struct condition condition;
	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++) {
		CHECK_ROW(reads(&condition, foreign[i]), foreign[i]);
		CHECK_ROW(condition_version(&condition) == -1 &&
				  !condition_matches(&condition, 7, false),
			foreign[i]);
	}
}

static void what_is_no_tag_is_refused(void) {
	static const char *const wrong[] = { "", "7", "\"7", "7\"", "\"7\" \"8\"", "\"7\",",
		"w/\"7\"", "*, \"7\"", "\"a b\"" };
	struct condition condition;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!reads(&condition, wrong[i]), wrong[i]);
	}
}

/* ---- seal ----------------------------------------------------------------------------------------------- */

static void a_sealed_secret_opens_with_its_key_alone(void) {
	char sealed[SEALED_ROOM(6)], again[SEALED_ROOM(6)], out[64];
	CU_ASSERT_TRUE_FATAL(seal_close("key one", "secret", 6, sealed) &&
			     seal_close("key one", "secret", 6, again));
	CU_ASSERT_PTR_NULL(strstr(sealed, "secret"));
	CU_ASSERT_STRING_NOT_EQUAL(sealed, again);
	CU_ASSERT_TRUE(seal_open("key one", sealed, strlen(sealed), out, sizeof(out)));
	CU_ASSERT_STRING_EQUAL(out, "secret");
	CU_ASSERT_FALSE(seal_open("key two", sealed, strlen(sealed), out, sizeof(out)));
}

static void a_touched_seal_does_not_open(void) {
	char sealed[SEALED_ROOM(6)], out[64];
	CU_ASSERT_TRUE_FATAL(seal_close("key", "secret", 6, sealed));
	for (size_t i = 0; i + 1 < strlen(sealed); i++) {
		char kept = sealed[i];
		sealed[i] = kept == 'A' ? 'B' : 'A';
		CU_ASSERT_FALSE(seal_open("key", sealed, strlen(sealed), out, sizeof(out)));
		sealed[i] = kept;
	}
	CU_ASSERT_FALSE(seal_open("key", sealed, 10, out, sizeof(out)));
	CU_ASSERT_FALSE(seal_open("key", "", 0, out, sizeof(out)));
	CU_ASSERT_FALSE(seal_open("key", sealed, strlen(sealed), out, 6)); /* no room for the NUL */
}

/* ---- cursor --------------------------------------------------------------------------------------------- */

static const uint8_t cursor_secret[CURSOR_KEY_BYTES] = { 1, 2, 3 };

static void a_cursor_gives_its_place_back(void) {
	char text[CURSOR_ROOM], place[CURSOR_PLACE_MAX + 1];
	size_t len = cursor_write(cursor_secret, "asked", 5, "2026-11-23|x", text);
	CU_ASSERT_TRUE_FATAL(len > 0);
	CU_ASSERT_TRUE(cursor_read(cursor_secret, "asked", 5, text, len, place));
	CU_ASSERT_STRING_EQUAL(place, "2026-11-23|x");
}

static void a_foreign_or_touched_cursor_is_refused(void) {
	static const uint8_t other[CURSOR_KEY_BYTES] = { 9 };
	char text[CURSOR_ROOM], place[CURSOR_PLACE_MAX + 1];
	size_t len = cursor_write(cursor_secret, "asked", 5, "place", text);
	CU_ASSERT_FALSE(cursor_read(cursor_secret, "askeD", 5, text, len, place));
	CU_ASSERT_FALSE(cursor_read(other, "asked", 5, text, len, place));
	CU_ASSERT_FALSE(cursor_read(cursor_secret, "asked", 5, text, len - 1, place));
	CU_ASSERT_FALSE(cursor_read(cursor_secret, "asked", 5, "", 0, place));
	text[0] ^= 1;
	CU_ASSERT_FALSE(cursor_read(cursor_secret, "asked", 5, text, len, place));
}

static void a_place_past_its_bound_gives_no_cursor(void) {
	char place[CURSOR_PLACE_MAX + 2], text[CURSOR_ROOM], read[CURSOR_PLACE_MAX + 1];
	memset(place, 'x', sizeof(place));
	place[CURSOR_PLACE_MAX + 1] = 0;
	CU_ASSERT_EQUAL(cursor_write(cursor_secret, "a", 1, place, text), 0);
	place[CURSOR_PLACE_MAX] = 0;
	size_t len = cursor_write(cursor_secret, "a", 1, place, text);
	CU_ASSERT_TRUE(len > 0 && cursor_read(cursor_secret, "a", 1, text, len, read));
}

/* ---- consistency tokens ---------------------------------------------------------------------------------- */

#define TOKEN "00000002-00000000019428ab"

static void a_token_is_of_its_shape(void) {
	static const char *const wrong[] = { "", "0/19428AB", "00000002-00000000019428AB",
		"00000002_00000000019428ab", "00000002-00000000019428ab0",
		"0000000200000000019428ab-", "00000002-00000000019428ag" };
	CU_ASSERT_TRUE(consistency_is_shaped(TOKEN, strlen(TOKEN)));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		CHECK_ROW(!consistency_is_shaped(wrong[i], strlen(wrong[i])), wrong[i]);
	}
}

static void a_replica_covers_what_it_has_replayed_of_this_timeline(void) {
	static const struct {
		const char *replayed;
		bool covers;
	} rows[] = {
		{ "", false },
		{ "00000002-00000000019428aa", false },
		{ "00000002-00000000019428ab", true },
		{ "00000002-0000000100000000", true },
		{ "00000001-ffffffffffffffff", false }, /* it follows a primary that is gone */
		{ "00000003-00000000019428ab", true },
		{ "00000003-00000000019428aa", false },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK_ROW(consistency_covers(rows[i].replayed, TOKEN) == rows[i].covers,
			rows[i].replayed);
	}
}

static void the_later_token_is_kept(void) {
	char kept[CONSISTENCY_ROOM] = "";
	consistency_keep(kept, "");
	CU_ASSERT_STRING_EQUAL(kept, "");
	consistency_keep(kept, TOKEN);
	consistency_keep(kept, "00000001-ffffffffffffffff");
	consistency_keep(kept, "zzz");
	CU_ASSERT_STRING_EQUAL(kept, TOKEN);
	consistency_keep(kept, "00000002-00000000019428ac");
	CU_ASSERT_STRING_EQUAL(kept, "00000002-00000000019428ac");
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "a token is of its shape", a_token_is_of_its_shape },
		{ "a replica covers what it has replayed of this timeline",
			a_replica_covers_what_it_has_replayed_of_this_timeline },
		{ "the later token is kept", the_later_token_is_kept },
		{ "digests are the known ones", digests_are_the_known_ones },
		{ "base64url goes there and back", base64url_goes_there_and_back },
		{ "base64url refuses what it would not write",
			base64url_refuses_what_it_would_not_write },
		{ "keys have their shape and never repeat",
			keys_have_their_shape_and_never_repeat },
		{ "keys of another shape are refused", keys_of_another_shape_are_refused },
		{ "ids rise and say version 7", ids_rise_and_say_version_7 },
		{ "any case is read and lower case written",
			any_case_is_read_and_lower_case_written },
		{ "what is no uuid is refused", what_is_no_uuid_is_refused },
		{ "a tag is a version", a_tag_is_a_version },
		{ "a weak tag never matches strongly", a_weak_tag_never_matches_strongly },
		{ "lists and the star are read", lists_and_the_star_are_read },
		{ "a tag that no version has matches nothing",
			a_tag_that_no_version_has_matches_nothing },
		{ "what is no tag is refused", what_is_no_tag_is_refused },
		{ "a sealed secret opens with its key alone",
			a_sealed_secret_opens_with_its_key_alone },
		{ "a touched seal does not open", a_touched_seal_does_not_open },
		{ "a cursor gives its place back", a_cursor_gives_its_place_back },
		{ "a foreign or touched cursor is refused",
			a_foreign_or_touched_cursor_is_refused },
		{ "a place past its bound gives no cursor",
			a_place_past_its_bound_gives_no_cursor },
		CU_TEST_INFO_NULL,
	};
	return run_suite("domain", tests);
}

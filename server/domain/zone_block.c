/* zone_block.c: RFC 9636 §3.1 and §3.2.
 *
 *   header, data with 32-bit times            version 1; in later versions skipped unread
 *   header, data with 64-bit times            version 2 and later
 *   \n TZ string \n                           version 2 and later */
#include "server/domain/zone_block.h"

#include <string.h>

enum {
	HEADER_BYTES = 44,
	TYPE_BYTES = 6,
	TIMES_MAX = 20000, /* the system's largest file has 243; segments are numbered in 16 bits */
	OFFSET_MIN_S =
		-89999, /* §3.2: the bounds that any reader must bear; real zones stay far inside */
	OFFSET_MAX_S = 93599,
};

struct header {
	char version;
	uint32_t utc_marks, standard_marks, leaps, times, types, chars;
};

struct input {
	const uint8_t *at;
	size_t left;
};

static uint32_t big_32(const uint8_t *at) {
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static bool take_header(struct input *in, struct header *header) {
	const uint8_t *at = in->at;

	if (in->left < HEADER_BYTES || memcmp(at, "TZif", 4) != 0) {
		return false;
	}
	*header = (struct header){ (char)at[4], big_32(at + 20), big_32(at + 24), big_32(at + 28),
		big_32(at + 32), big_32(at + 36), big_32(at + 40) };
	in->at += HEADER_BYTES;
	in->left -= HEADER_BYTES;
	return true;
}

/* 64 bits: six counts of 32 bits each cannot overflow them. */
static uint64_t data_bytes(const struct header *header, uint64_t time_bytes) {
	return header->times * (time_bytes + 1) + (uint64_t)header->types * TYPE_BYTES +
	       header->chars + header->leaps * (time_bytes + 4) + header->standard_marks +
	       header->utc_marks;
}

static bool take_bytes(struct input *in, uint64_t bytes, const uint8_t **at) {
	if (bytes > in->left) {
		return false;
	}
	*at = in->at;
	in->at += bytes;
	in->left -= bytes;
	return true;
}

static const char *check_counts(const struct header *header) {
	if (header->leaps != 0) {
		return "it counts leap seconds (a \"right\" file)";
	}
	if (header->types == 0 || header->types > 256 || header->chars == 0) {
		return "header: no type, no abbreviation, or more than 256 types";
	}
	if ((header->utc_marks != 0 && header->utc_marks != header->types) ||
		(header->standard_marks != 0 && header->standard_marks != header->types)) {
		return "header: indicators for some types only";
	}
	return header->times > TIMES_MAX ? "header: too many changes" : NULL;
}

int64_t zone_block_time(const struct zone_block *block, uint32_t i) {
	const uint8_t *at = block->times + i * block->time_bytes;

	if (block->time_bytes == 4) {
		return (int32_t)big_32(at);
	}
	return (int64_t)((uint64_t)big_32(at) << 32 | big_32(at + 4));
}

struct zone_block_type zone_block_type(const struct zone_block *block, uint32_t i) {
	const uint8_t *at = block->types + (size_t)i * TYPE_BYTES;

	return (struct zone_block_type){ (int32_t)big_32(at), at[4], at[5] };
}

static const char *check_types(const struct zone_block *block) {
	/* One NUL at the end ends every text, wherever it begins. */
	if (block->chars[block->char_count - 1] != 0) {
		return "an abbreviation does not end";
	}
	for (uint32_t i = 0; i < block->type_count; i++) {
		struct zone_block_type type = zone_block_type(block, i);
		if (type.offset_s < OFFSET_MIN_S || type.offset_s > OFFSET_MAX_S) {
			return "a type's offset is past 26 hours";
		}
		if (type.is_dst > 1 || type.char_index >= block->char_count) {
			return "a type is neither summer nor standard time, or has no abbreviation";
		}
	}
	return NULL;
}

static const char *check_times(const struct zone_block *block) {
	for (uint32_t i = 0; i < block->time_count; i++) {
		if (block->indices[i] >= block->type_count) {
			return "a change leads to a type that is not there";
		}
		if (i > 0 && zone_block_time(block, i) <= zone_block_time(block, i - 1)) {
			return "the changes are not in order of time";
		}
	}
	return NULL;
}

static const char *check_marks(
	const uint8_t *utc, const uint8_t *standard, const struct header *header) {
	for (uint32_t i = 0; i < header->types; i++) {
		bool is_utc = header->utc_marks != 0 && utc[i] != 0;
		bool is_standard = header->standard_marks != 0 && standard[i] != 0;
		if ((header->utc_marks != 0 && utc[i] > 1) ||
			(header->standard_marks != 0 && standard[i] > 1) ||
			(is_utc && !is_standard)) {
			return "an indicator is neither 0 nor 1, or UT without standard";
		}
	}
	return NULL;
}

static const char *take_data(
	struct input *in, const struct header *header, struct zone_block *block) {
	const uint8_t *standard = NULL, *utc = NULL;
	const char *fault = check_counts(header);

	if (fault != NULL) {
		return fault;
	}
	block->time_count = header->times;
	block->type_count = header->types;
	block->char_count = header->chars;
	if (!take_bytes(in, (uint64_t)header->times * block->time_bytes, &block->times) ||
		!take_bytes(in, header->times, &block->indices) ||
		!take_bytes(in, (uint64_t)header->types * TYPE_BYTES, &block->types) ||
		!take_bytes(in, header->chars, &block->chars) ||
		!take_bytes(in, header->standard_marks, &standard) ||
		!take_bytes(in, header->utc_marks, &utc)) {
		return "the file ends within its data";
	}
	fault = check_types(block);
	fault = fault != NULL ? fault : check_times(block);
	return fault != NULL ? fault : check_marks(utc, standard, header);
}

static const char *take_footer(const struct input *in, struct zone_block *block) {
	const char *text = (const char *)in->at;

	if (in->left < 2 || text[0] != '\n') {
		return "no footer";
	}
	const char *end = memchr(text + 1, '\n', in->left - 1);
	if (end == NULL) {
		return "the footer does not end";
	}
	block->footer = text + 1;
	block->footer_len = (size_t)(end - block->footer);
	return end + 1 == text + in->left ? NULL : "bytes after the footer";
}

/* Past version 1 the old block is there for old readers alone, and may hold less than the truth. */
static const char *skip_version_1(
	struct input *in, const struct header *first, struct header *second) {
	const uint8_t *skipped = NULL;

	if (!take_bytes(in, data_bytes(first, 4), &skipped)) {
		return "the file ends within its version 1 data";
	}
	if (!take_header(in, second)) {
		return "no second header";
	}
	return second->version == first->version ? NULL : "two headers of different versions";
}

const char *zone_block_find(struct zone_block *block, const uint8_t *bytes, size_t len) {
	struct input in = { bytes, len };
	struct header first, second;
	const char *fault = NULL;

	*block = (struct zone_block){ .version = 1, .time_bytes = 4 };
	if (!take_header(&in, &first)) {
		return "not a TZif file";
	}
	if (first.version == 0) {
		fault = take_data(&in, &first, block);
		return fault != NULL ? fault : in.left > 0 ? "bytes after the data" : NULL;
	}
	/* Later versions than today's 4 promise to be readable as 4 (§3.1). */
	if (first.version < '2' || first.version > '9') {
		return "header: no such version";
	}
	block->version = first.version - '0';
	block->time_bytes = 8;
	fault = skip_version_1(&in, &first, &second);
	fault = fault != NULL ? fault : take_data(&in, &second, block);
	return fault != NULL ? fault : take_footer(&in, block);
}

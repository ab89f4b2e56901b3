/* zone_bytes.h: TZif files made by hand. */
#ifndef TESTS_UNIT_SERVER_DOMAIN_ZONE_BYTES_H
#define TESTS_UNIT_SERVER_DOMAIN_ZONE_BYTES_H

#include <stdint.h>
#include <string.h>

#include "server/domain/zone_data.h"
#include "server/domain/zone_read.h"

struct zone_bytes {
	uint8_t at[2048];
	size_t len;
};

/* What a file says. Abbreviations are NUL-separated: chars is "LMT\0CET\0CEST", and its last NUL counts. */
struct zone_spec {
	char version; /* 0, '2', '3', … */
	uint32_t times;
	int64_t time[8];
	uint8_t index[8];
	uint32_t types;
	struct {
		int32_t offset_s;
		uint8_t is_dst, char_index;
	} type[4];
	const char *chars;
	uint32_t char_bytes;
	const char *footer; /* without its newlines */
};

/* Where the parts of the only data block begin, counted from its header (version 1 data: from 0). */
enum {
	AT_VERSION = 4,
	AT_UTC_MARKS = 20,
	AT_STANDARD_MARKS = 24,
	AT_LEAPS = 28,
	AT_TIMES = 32,
	AT_TYPES = 36,
	AT_CHARS = 40,
	HEADER_BYTES = 44
};

static inline void put_byte(struct zone_bytes *bytes, uint8_t byte) {
	bytes->at[bytes->len++] = byte;
}

static inline void put_number(struct zone_bytes *bytes, int64_t number, int size) {
	while (size-- > 0) {
		put_byte(bytes, (uint8_t)((uint64_t)number >> 8 * size));
	}
}

static inline void put_text(struct zone_bytes *bytes, const void *text, size_t len) {
	memcpy(bytes->at + bytes->len, text, len);
	bytes->len += len;
}

static inline void put_header(
	struct zone_bytes *bytes, char version, uint32_t times, uint32_t types, uint32_t chars) {
	put_text(bytes, "TZif", 4);
	put_byte(bytes, (uint8_t)version);
	put_number(bytes, 0, 8);
	put_number(bytes, 0, 7);
	put_number(bytes, 0, 8); /* no indicators */
	put_number(bytes, 0, 4); /* no leap seconds */
	put_number(bytes, times, 4);
	put_number(bytes, types, 4);
	put_number(bytes, chars, 4);
}

/* Past version 1 the first block holds one change, one type and one byte, all of them nonsense. */
enum { VERSION_1_BYTES = HEADER_BYTES + 4 + 1 + 6 + 1 };

static inline struct zone_bytes zone_bytes_of(const struct zone_spec *spec) {
	struct zone_bytes bytes = { .len = 0 };

	if (spec->version != 0) {
		put_header(&bytes, spec->version, 1, 1, 1);
		put_number(&bytes, -1, 8);
		put_number(&bytes, -1, 4);
	}
	put_header(&bytes, spec->version, spec->times, spec->types, spec->char_bytes);
	for (uint32_t i = 0; i < spec->times; i++) {
		put_number(&bytes, spec->time[i], spec->version == 0 ? 4 : 8);
	}
	put_text(&bytes, spec->index, spec->times);
	for (uint32_t i = 0; i < spec->types; i++) {
		put_number(&bytes, spec->type[i].offset_s, 4);
		put_byte(&bytes, spec->type[i].is_dst);
		put_byte(&bytes, spec->type[i].char_index);
	}
	put_text(&bytes, spec->chars, spec->char_bytes);
	if (spec->version != 0) {
		put_byte(&bytes, '\n');
		put_text(&bytes, spec->footer, strlen(spec->footer));
		put_byte(&bytes, '\n');
	}
	return bytes;
}

/* A zone on the stack; release its data. */
static inline struct zone zone_of(const struct zone_spec *spec, const char **fault) {
	struct zone_bytes bytes = zone_bytes_of(spec);
	struct zone zone = { .name = "Test/Zone" };

	zone.data = zone_read(bytes.at, bytes.len, fault);
	return zone;
}

/* One type and a footer that says all the rest; types must not contradict it, so there is no change. */
static inline struct zone zone_of_footer(char version, const char *footer, const char **fault) {
	struct zone_spec spec = {
		.version = version, .types = 1, .chars = "XXX", .char_bytes = 4, .footer = footer
	};

	return zone_of(&spec, fault);
}

#endif

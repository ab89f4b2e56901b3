/* uuid.c: RFC 9562 §5.7. 48 bits of Unix milliseconds, a 12 bit counter per thread (§6.2 method 1, so that ids of
 * one millisecond keep their order), 62 random bits. */
#include "server/domain/uuid.h"

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "server/domain/random.h"

static uint64_t next_stamp(uint16_t *counter) {
	static __thread uint64_t last_ms;
	static __thread uint16_t last_counter;
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	uint64_t ms = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;

	if (ms > last_ms) {
		last_ms = ms;
		last_counter = 0;
	} else if (++last_counter >
		   0xfff) { /* a clock that stands still or went back: borrow from the future */
		last_ms++;
		last_counter = 0;
	}
	*counter = last_counter;
	return last_ms;
}

static void write_text(const uint8_t bytes[16], char out[UUID_LEN + 1]) {
	static const char digits[] = "0123456789abcdef";
	char *to = out;

	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10) {
			*to++ = '-';
		}
		*to++ = digits[bytes[i] >> 4];
		*to++ = digits[bytes[i] & 15];
	}
	*to = 0;
}

void uuid_make(char out[UUID_LEN + 1]) {
	uint8_t bytes[16];
	uint16_t counter;
	uint64_t ms = next_stamp(&counter);

	for (int i = 0; i < 6; i++) {
		bytes[i] = (uint8_t)(ms >> (40 - 8 * i));
	}
	bytes[6] = (uint8_t)(0x70 | counter >> 8);
	bytes[7] = (uint8_t)counter;
	memcpy(bytes + 8, random_take(8), 8);
	bytes[8] = (uint8_t)(0x80 | (bytes[8] & 0x3f));
	write_text(bytes, out);
}

bool uuid_read(const char *text, size_t len, char out[UUID_LEN + 1]) {
	char read[UUID_LEN + 1];

	if (len != UUID_LEN) {
		return false;
	}
	for (size_t i = 0; i < UUID_LEN; i++) {
		char c = text[i];
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		bool digit =
			(c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
		if (dash ? c != '-' : !digit) {
			return false;
		}
		read[i] = c >= 'A' && c <= 'F' ? (char)(c + 32) : c;
	}
	read[UUID_LEN] = 0;
	memcpy(out, read, sizeof(read));
	return true;
}

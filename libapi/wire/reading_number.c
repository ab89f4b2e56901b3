/* reading_number.c: whole numbers from their digits, since strtod() follows the locale and wants a NUL. */
#include <string.h>

#include "libapi/wire/reading.h"

#define EXACT_DOUBLE 9007199254740992 /* 2^53: above it doubles skip whole numbers */
#define DIGITS_MAX 16 /* of 2^53 */

static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

/* Sign and digits only: within int64, the scan saw to that. */
static int64_t read_integer(const char *at) {
	bool negative = *at == '-';
	uint64_t number = 0;
	for (at += negative; is_digit(*at); at++) {
		number = number * 10 + (uint64_t)(*at - '0');
	}
	return (int64_t)(negative ? 0 - number : number);
}

static int64_t read_exponent(const char *at) {
	bool negative = *at == '-';
	int64_t exponent = 0;
	for (at += *at == '-' || *at == '+'; is_digit(*at); at++) {
		exponent = exponent < INT32_MAX ? exponent * 10 + (*at - '0') : exponent;
	}
	return negative ? -exponent : exponent;
}

/* As 0.DIGITS × 10^point without zeros at the end: whole if no digit stands behind the point. */
struct decimal {
	int64_t digits, point, count;
	bool too_long;
};

static void take_digit(struct decimal *decimal, char digit, int64_t *zeros) {
	if (digit == '0') {
		++*zeros;
		return;
	}
	for (int64_t i = decimal->count > 0 ? *zeros : 0; i > 0 && !decimal->too_long; i--) {
		decimal->digits *= 10;
		decimal->too_long = ++decimal->count >= DIGITS_MAX;
	}
	*zeros = 0;
	if (decimal->too_long || decimal->count == DIGITS_MAX) {
		decimal->too_long = true;
		return;
	}
	decimal->digits = decimal->digits * 10 + (digit - '0');
	decimal->count++;
}

/* The digits' own value, and by how many places they must move left. */
static const char *read_digits(const char *at, struct decimal *decimal) {
	bool behind_point = false;
	int64_t zeros = 0;
	for (; is_digit(*at) || *at == '.'; at++) {
		if (*at == '.') {
			behind_point = true;
			continue;
		}
		take_digit(decimal, *at, &zeros);
		decimal->point -= behind_point;
	}
	decimal->point += zeros; /* those at the end were not taken */
	return at;
}

static bool read_decimal(const char *at, int64_t *out) {
	struct decimal decimal = { 0 };
	bool negative = *at == '-';
	at = read_digits(at + negative, &decimal);
	if (*at == 'e' || *at == 'E') {
		decimal.point += read_exponent(at + 1);
	}
	if (decimal.digits == 0) {
		*out = 0;
		return true;
	}
	if (decimal.too_long || decimal.point < 0 || decimal.point + decimal.count > DIGITS_MAX) {
		return false;
	}
	for (; decimal.point > 0; decimal.point--) {
		decimal.digits *= 10;
	}
	*out = negative ? -decimal.digits : decimal.digits;
	return decimal.digits <= EXACT_DOUBLE;
}

bool reading_whole(const char *at, int64_t *out) {
	const char *end = at + (*at == '-');
	while (is_digit(*end)) {
		end++;
	}
	if (*end == '.' || *end == 'e' || *end == 'E') {
		return read_decimal(at, out);
	}
	*out = read_integer(at);
	return true;
}

/* scan_number.c: RFC 8259 §6, and only numbers that arrive unchanged: integers within int64, others finite as
 * doubles. Ranges are told from the digits, since strtod() follows the locale and wants a NUL. */
#include <string.h>

#include "libapi/wire/scan_parts.h"

/* First digits of the largest doubles: 1.797…e308. What is above would be rounded to infinity. */
static const char double_max[] = "17976931348623158079";
#define DOUBLE_DIGITS (sizeof double_max - 1)
#define DOUBLE_EXPONENT 309 /* 0.179…e309 */
#define EXPONENT_FAR 100000000 /* beyond anything a text of 2 GiB could bring back */

struct number {
	bool is_integer;
	char digits[DOUBLE_DIGITS + 1]; /* the first significant ones, padded with '0' */
	size_t count; /* significant digits; not only those kept */
	int64_t exponent; /* value = 0.DIGITS × 10^exponent */
};

static bool at_digit(const struct scan *scan) {
	return scan->at < scan->len && scan->text[scan->at] >= '0' && scan->text[scan->at] <= '9';
}

static bool at_char(const struct scan *scan, char a, char b) {
	return scan->at < scan->len && (scan->text[scan->at] == a || scan->text[scan->at] == b);
}

static void take_digit(struct number *number, char digit, bool before_point) {
	if (number->count == 0 && digit == '0') {
		number->exponent -= !before_point; /* a zero in front: only its place counts */
		return;
	}
	if (number->count < DOUBLE_DIGITS) {
		number->digits[number->count] = digit;
	}
	number->count++;
	number->exponent += before_point;
}

static bool scan_digits(struct scan *scan, struct number *number, bool before_point) {
	if (!at_digit(scan)) {
		return scan_fault(scan, scan->at, "expected a digit");
	}
	for (; at_digit(scan); scan->at++) {
		take_digit(number, scan->text[scan->at], before_point);
	}
	return true;
}

static bool scan_exponent(struct scan *scan, struct number *number) {
	scan->at++;
	bool negative = at_char(scan, '-', '-');
	if (at_char(scan, '+', '-')) {
		scan->at++;
	}
	if (!at_digit(scan)) {
		return scan_fault(scan, scan->at, "expected a digit of the exponent");
	}
	int64_t exponent = 0;
	for (; at_digit(scan); scan->at++) {
		if (exponent < 100 * (int64_t)EXPONENT_FAR) {
			exponent = exponent * 10 + (scan->text[scan->at] - '0');
		}
	}
	number->exponent += negative ? -exponent : exponent;
	return true;
}

static bool scan_shape(struct scan *scan, struct number *number) {
	if (at_char(scan, '0', '0')) {
		scan->at++;
		if (at_digit(scan)) {
			return scan_fault(scan, scan->at - 1, "a number with a leading zero");
		}
	} else if (!scan_digits(scan, number, true)) {
		return false;
	}
	if (at_char(scan, '.', '.')) {
		number->is_integer = false;
		scan->at++;
		if (!scan_digits(scan, number, false)) {
			return false;
		}
	}
	if (at_char(scan, 'e', 'E')) {
		number->is_integer = false;
		return scan_exponent(scan, number);
	}
	return true;
}

static bool fits(const struct number *number, bool negative) {
	if (number->count == 0) {
		return true;
	}
	if (number->is_integer) {
		const char *most = negative ? "9223372036854775808" : "9223372036854775807";
		return number->count < 19 ||
		       (number->count == 19 && memcmp(number->digits, most, 19) <= 0);
	}
	return number->exponent < DOUBLE_EXPONENT ||
	       (number->exponent == DOUBLE_EXPONENT &&
		       memcmp(number->digits, double_max, DOUBLE_DIGITS) <= 0);
}

bool scan_number(struct scan *scan) {
	size_t from = scan->at;
	struct number number = { .is_integer = true };
	memset(number.digits, '0', DOUBLE_DIGITS);
	bool negative = at_char(scan, '-', '-');
	if (negative) {
		scan->at++;
	}
	if (!scan_shape(scan, &number)) {
		return false;
	}
	if (!fits(&number, negative)) {
		return scan_fault(scan, from,
			number.is_integer
				? "an integer beyond 64 bits (at most 9223372036854775807)"
				: "a number beyond the range of a double (1.8e308)");
	}
	return true;
}

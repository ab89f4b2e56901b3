/* rrule.c: libFuzzer over the text of rules. The first two bytes choose the start, the rest is the text.
 *
 *   clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. tests/fuzz/rrule.c \
 *       server/domain/rrule_[!z]*.c libapi/wire/time.c libapi/wire/civil.c -o rrule_fuzz \
 *       && ./rrule_fuzz -max_total_time=60 -max_len=520 -dict=tests/fuzz/rrule.dict
 *
 * Beyond memory errors: what is refused has a code and a printable sentence; what is read is printed no longer, read
 * the same, gives slots that rise, and the same ones after a jump. */
#include <stdlib.h>
#include <string.h>

#include "server/domain/rrule_set.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool held) {
	if (!held) {
		abort();
	}
}

static void check_refusal(const struct rrule_error *error) {
	must(error->code >= RRULE_INVALID && error->code <= RRULE_TOO_MANY);
	must(error->text[0] != '\0');
	for (const char *at = error->text; *at != '\0'; at++) {
		must(*at >= 0x20 && *at < 0x7f);
	}
}

static void print_and_read_again(const struct rrule *rule, size_t len) {
	char text[RRULE_TEXT_MAX + 1];
	struct rrule again;
	struct rrule_error error;
	size_t printed = rrule_print(rule, text);

	must(printed > 0 && printed <= len && text[printed] == '\0');
	must(rrule_parse(text, printed, &again, &error));
	must(memcmp(rule, &again, sizeof(again)) == 0);
}

static void walk(const struct rrule *rule, int64_t start_s) {
	struct rrule_budget budget = { 2000, 2000 };
	struct rrule_iter iter, jump;
	int64_t last = start_s - 1, slot = 0;

	rrule_iter_init(&iter, rule, start_s);
	jump = iter;
	while (rrule_iter_next(&iter, &budget, &slot) == RRULE_NEXT) {
		must(slot > last && slot <= RRULE_LAST_S);
		last = slot;
	}
	if (last < start_s) {
		return;
	}
	budget = (struct rrule_budget){ 100000, 100000 };
	rrule_iter_seek(&jump, last);
	must(rrule_iter_next(&jump, &budget, &slot) == RRULE_NEXT && slot == last);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	struct rrule rule;
	struct rrule_error error;

	if (len < 2) {
		return 0;
	}
	int64_t start_s = RRULE_FIRST_S + (data[0] * 256 + data[1]) * INT64_C(140000);
	if (!rrule_parse((const char *)data + 2, len - 2, &rule, &error)) {
		check_refusal(&error);
		return 0;
	}
	print_and_read_again(&rule, len - 2);
	walk(&rule, start_s);
	return 0;
}

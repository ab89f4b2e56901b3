/* rrule_fault.c: the sentences about a rule, and the small readers its parts share. */
#include "server/domain/rrule_fault.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#define PIECE_MAX 40

const char *rrule_code_name(enum rrule_code code) {
	switch (code) {
	case RRULE_OK:
		return "ok";
	case RRULE_INVALID:
		return "rrule_invalid";
	case RRULE_UNSUPPORTED:
		return "rrule_unsupported";
	case RRULE_TOO_MANY:
		return "rrule_too_many";
	case RRULE_NO_INSTANCES:
		return "rrule_no_instances";
	case RRULE_TOO_COMPLEX:
		return "rrule_too_complex";
	}
	return "rrule_invalid";
}

bool rrule_fault(struct rrule_error *error, enum rrule_code code, const char *name,
	struct rrule_piece piece, const char *sentence) {
	char shown[PIECE_MAX + 4];
	size_t len = piece.len < PIECE_MAX ? piece.len : PIECE_MAX;

	for (size_t i = 0; i < len; i++) {
		/* Text of strangers goes into answers and logs. */
		shown[i] = piece.at[i] >= 0x20 && piece.at[i] < 0x7f ? piece.at[i] : '?';
	}
	snprintf(shown + len, sizeof(shown) - len, "%s", piece.len > PIECE_MAX ? "..." : "");
	error->code = code;
	snprintf(error->text, sizeof(error->text), "%s%s%s: %s", name,
		piece.at != NULL && name[0] != '\0' ? "=" : "", shown, sentence);
	return false;
}

bool rrule_next_item(struct rrule_piece *list, struct rrule_piece *item) {
	if (list->at == NULL) {
		return false;
	}
	size_t len = 0;
	while (len < list->len && list->at[len] != ',') {
		len++;
	}
	*item = (struct rrule_piece){ list->at, len };
	/* "1," has a second, empty item: it is for the item's reader to refuse. */
	*list = len == list->len ? NO_PIECE
				 : (struct rrule_piece){ list->at + len + 1, list->len - len - 1 };
	return true;
}

bool rrule_read_number(struct rrule_piece text, size_t max_digits, bool sign, int32_t *out) {
	bool minus = text.len > 0 && text.at[0] == '-';
	int32_t number = 0;

	if (sign && text.len > 0 && (minus || text.at[0] == '+')) {
		text.at++;
		text.len--;
	}
	if (text.len == 0 || text.len > max_digits) {
		return false;
	}
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9') {
			return false;
		}
		number = number * 10 + (text.at[i] - '0');
	}
	*out = minus ? -number : number;
	return true;
}

bool rrule_same(struct rrule_piece text, const char *word) {
	return text.len == strlen(word) && strncasecmp(text.at, word, text.len) == 0;
}

int32_t rrule_weekday(struct rrule_piece text) {
	static const char *const names[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

	for (int32_t day = 0; day < 7; day++) {
		if (text.len == 2 && rrule_same(text, names[day])) {
			return day;
		}
	}
	return -1;
}

/* value.c: reading is strict: "1O" is not 10, and "yes" is true because people type it. */
#include "cli/value.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/suggest.h"

bool flag_repeats(const struct flag *flag) {
	return flag->kind == FLAG_TEXTS || flag->kind == FLAG_CHOICES ||
	       flag->kind == FLAG_ENTRIES || flag->kind == FLAG_OBJECTS;
}

bool flag_is_object(const struct flag *flag) {
	return flag->kind == FLAG_OBJECT || flag->kind == FLAG_OBJECTS;
}

static bool read_number(const char *text, int64_t *number) {
	char *end = NULL;

	errno = 0;
	intmax_t read = strtoimax(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || text[0] == ' ' || text[0] == '+') {
		return false;
	}
	*number = read;
	return true;
}

static bool read_bool(const char *text, int64_t *number) {
	static const char *const words[] = { "false", "true", "no", "yes", "0", "1" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcmp(text, words[i]) == 0) {
			*number = i & 1;
			return true;
		}
	}
	return false;
}

static bool read_choice(const struct flag *flag, const char *text, int64_t *number) {
	for (size_t i = 0; flag->allowed[i] != NULL; i++) {
		if (strcmp(flag->allowed[i], text) == 0) {
			*number = flag->values != NULL ? flag->values[i] : 0;
			return true;
		}
	}
	return false;
}

static void refuse_choice(const struct flag *flag, const char *text, char *problem, size_t room) {
	struct suggestion suggestion = SUGGESTION(text);

	for (size_t i = 0; flag->allowed[i] != NULL; i++) {
		suggestion_offer(&suggestion, flag->allowed[i]);
	}
	snprintf(problem, room, "--%s \"%.64s\": one of %s%s%s", flag->name, text, value_word(flag),
		suggestion.best != NULL ? "; the nearest is " : "",
		suggestion.best != NULL ? suggestion.best : "");
}

bool value_read(
	const struct flag *flag, const char *text, int64_t *number, char *problem, size_t room) {
	switch (flag->kind) {
	case FLAG_NUMBER:
		if (!read_number(text, number)) {
			snprintf(problem, room, "--%s \"%.64s\" is not a whole number", flag->name,
				text);
			return false;
		}
		return true;
	case FLAG_BOOL:
		if (!read_bool(text, number)) {
			snprintf(problem, room, "--%s=%.64s: true or false", flag->name, text);
			return false;
		}
		return true;
	case FLAG_CHOICE:
	case FLAG_CHOICES:
		if (!read_choice(flag, text, number)) {
			refuse_choice(flag, text, problem, room);
			return false;
		}
		return true;
	case FLAG_ENTRIES:
		/* Without `=` it means: remove the key; only a patch can. */
		if (text[0] == '\0' || text[0] == '=' ||
			(strchr(text, '=') == NULL && flag->entry_null_setter == NULL)) {
			snprintf(
				problem, room, "--%s \"%.64s\": write KEY=VALUE", flag->name, text);
			return false;
		}
		return true;
	case FLAG_OBJECT:
	case FLAG_OBJECTS:
	case FLAG_TEXT:
	case FLAG_TEXTS:
		return true;
	}
	return true;
}

static const char *join_choices(const struct flag *flag) {
	static char joined[256];
	size_t at = 0;

	joined[0] = '\0';
	for (size_t i = 0; flag->allowed[i] != NULL && at < sizeof(joined); i++) {
		at += (size_t)snprintf(joined + at, sizeof(joined) - at, "%s%s", i > 0 ? "|" : "",
			flag->allowed[i]);
	}
	return joined;
}

const char *value_word(const struct flag *flag) {
	switch (flag->kind) {
	case FLAG_NUMBER:
		return "NUMBER";
	case FLAG_BOOL:
		return "";
	case FLAG_CHOICE:
	case FLAG_CHOICES:
		return join_choices(flag);
	case FLAG_ENTRIES:
		return "KEY=VALUE";
	case FLAG_OBJECT:
	case FLAG_OBJECTS:
		return "NAME=VALUE,…";
	case FLAG_TEXT:
	case FLAG_TEXTS:
		break;
	}
	return "TEXT";
}

bool is_version(const char *text) {
	return text[0] != '\0' && strspn(text, "0123456789") == strlen(text) && strlen(text) < 19;
}

bool read_duration_ms(const char *text, int64_t *ms) {
	static const struct {
		const char *unit;
		int64_t ms;
	} units[] = { { "", 1000 }, { "s", 1000 }, { "ms", 1 }, { "m", 60000 }, { "h", 3600000 } };
	char *unit = NULL;

	if (text[0] < '0' || text[0] > '9') {
		return false;
	}
	errno = 0;
	intmax_t count = strtoimax(text, &unit, 10);
	for (size_t i = 0; errno == 0 && i < sizeof(units) / sizeof(units[0]); i++) {
		if (strcmp(unit, units[i].unit) == 0 && count >= 1 &&
			count <= 3600000 / units[i].ms) {
			*ms = count * units[i].ms;
			return true;
		}
	}
	return false;
}

/* ---- name=value lists --------------------------------------------------------------------------------- */

/* Members may be written with _ as on the wire, or with - as flags are. */
static const struct flag *member_at(
	const struct builder *child, const char *text, size_t *name_len) {
	size_t len = strcspn(text, "=,");

	if (text[len] != '=') {
		return NULL;
	}
	for (size_t i = 0; i < child->count; i++) {
		const struct flag *flag = &child->flags[i];
		if ((strlen(flag->name) == len && memcmp(flag->name, text, len) == 0) ||
			(strlen(flag->member) == len && memcmp(flag->member, text, len) == 0)) {
			*name_len = len;
			return flag;
		}
	}
	return NULL;
}

static void refuse_member(
	const struct builder *child, const char *text, char *problem, size_t room) {
	int at = snprintf(problem, room, "\"%.64s\": write name=value with names of", text);

	for (size_t i = 0; i < child->count && at > 0 && (size_t)at < room; i++) {
		at += snprintf(problem + at, room - (size_t)at, "%s %s", i > 0 ? "," : "",
			child->flags[i].name);
	}
}

bool pair_next(const struct builder *child, const char **text, struct pair *pair, char *problem,
	size_t room) {
	size_t name_len = 0, next_len;
	const char *value, *end;

	memset(pair, 0, sizeof(*pair));
	pair->flag = member_at(child, *text, &name_len);
	if (pair->flag == NULL) {
		refuse_member(child, *text, problem, room);
		return false;
	}
	value = *text + name_len + 1;
	for (end = strchr(value, ','); end != NULL; end = strchr(end + 1, ',')) {
		if (member_at(child, end + 1, &next_len) != NULL) {
			break;
		}
	}
	*text = end != NULL ? end + 1 : value + strlen(value);
	pair->value = strndup(value, end != NULL ? (size_t)(end - value) : strlen(value));
	if (pair->value == NULL) {
		snprintf(problem, room, "out of memory");
		return false;
	}
	if (!value_read(pair->flag, pair->value, &pair->number, problem, room)) {
		free(pair->value);
		pair->value = NULL;
		return false;
	}
	return true;
}

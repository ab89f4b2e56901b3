/* config_value.c: the types of settings. Each reader is strict: "10" is no duration, "1.5s" no number. */
#include "server/base/config_value.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "server/base/config.h"

struct unit {
	const char *name;
	uint64_t factor;
};
/* Largest first, so that setting_range finds the shortest text. */
static const struct unit durations[] = { { "h", 3600000000 }, { "m", 60000000 }, { "s", 1000000 },
	{ "ms", 1000 }, { "us", 1 }, { NULL, 0 } };
static const struct unit sizes[] = { { "GiB", 1 << 30 }, { "MiB", 1 << 20 }, { "KiB", 1 << 10 },
	{ "", 1 }, { NULL, 0 } };
static const struct unit counts[] = { { "", 1 }, { NULL, 0 } };

static const struct unit *units_of(enum setting_type type) {
	return type == SETTING_DURATION ? durations : type == SETTING_SIZE ? sizes : counts;
}

static bool read_number(const char *text, const struct unit *units, uint64_t *out) {
	if (!isdigit((unsigned char)text[0])) {
		return false;
	}
	char *end = NULL;
	errno = 0;
	unsigned long long number = strtoull(text, &end, 10);
	for (; errno == 0 && units->name != NULL; units++) {
		if (strcmp(end, units->name) == 0 && number <= UINT64_MAX / units->factor) {
			*out = number * units->factor;
			return true;
		}
	}
	return strcmp(text, "0") == 0 && (*out = 0, true);
}

static bool read_quantity(const struct setting *setting, const char *text, void *member) {
	uint64_t value = 0;
	if (!read_number(text, units_of(setting->type), &value) || value < setting->least ||
		value > setting->most) {
		return false;
	}
	if (setting->type == SETTING_COUNT) {
		*(uint32_t *)member = (uint32_t)value;
	} else {
		*(uint64_t *)member = value;
	}
	return true;
}

static bool read_text(const struct setting *setting, const char *text, void *member) {
	size_t len = strlen(text);
	if (len > setting->most ||
		(len < setting->least && !(len == 0 && setting->fallback != NULL))) {
		return false;
	}
	*(char **)member = strdup(text);
	return *(char **)member != NULL;
}

/* "host:port", "[v6]:port"; the port is what follows the last colon. */
static bool read_address(const char *text, struct config_address *address) {
	const char *colon = strrchr(text, ':');
	uint64_t port = 0;
	if (colon == NULL || !read_number(colon + 1, counts, &port) || port > 65535) {
		return false;
	}
	const char *host = text;
	size_t len = (size_t)(colon - text);
	bool bracketed = len > 2 && host[0] == '[' && host[len - 1] == ']';
	if (bracketed) {
		host++;
		len -= 2;
	}
	if (len == 0 || len >= sizeof(address->host) ||
		(!bracketed && memchr(host, ':', len) != NULL)) {
		return false;
	}
	memcpy(address->host, host, len);
	address->host[len] = '\0';
	address->port = (uint16_t)port;
	return true;
}

static bool read_boolean(const char *text, bool *out) {
	static const char *const yes[] = { "true", "1", "yes", "on", NULL }, *const no[] = {
		"false", "0", "no", "off", NULL
	};
	for (size_t i = 0; yes[i] != NULL; i++) {
		if (strcasecmp(text, yes[i]) == 0 || strcasecmp(text, no[i]) == 0) {
			*out = strcasecmp(text, yes[i]) == 0;
			return true;
		}
	}
	return false;
}

static bool read_level(const char *text, enum log_level *out) {
	static const char *const names[] = { "debug", "info", "warning", "error" };
	for (size_t i = 0; i < 4; i++) {
		if (strcasecmp(text, names[i]) == 0) {
			*out = (enum log_level)i;
			return true;
		}
	}
	return false;
}

static bool read_value(const struct setting *setting, const char *text, void *member) {
	switch (setting->type) {
	case SETTING_DURATION:
	case SETTING_SIZE:
	case SETTING_COUNT:
		return read_quantity(setting, text, member);
	case SETTING_TEXT:
	case SETTING_SECRET:
		return read_text(setting, text, member);
	case SETTING_ADDRESS:
		return read_address(text, member);
	case SETTING_BOOLEAN:
		return read_boolean(text, member);
	case SETTING_LEVEL:
		return read_level(text, member);
	}
	return false;
}

static const char *form_of(enum setting_type type) {
	switch (type) {
	case SETTING_DURATION:
		return "a duration such as 250ms, 4s or 2m";
	case SETTING_SIZE:
		return "a size such as 65536, 64KiB or 1MiB";
	case SETTING_COUNT:
		return "a number";
	case SETTING_TEXT:
	case SETTING_SECRET:
		return "a text";
	case SETTING_ADDRESS:
		return "an address such as 127.0.0.1:8080, [::1]:8080 or *:8080";
	case SETTING_BOOLEAN:
		return "true or false";
	case SETTING_LEVEL:
		return "debug, info, warning or error";
	}
	return "";
}

bool setting_read(const struct setting *setting, const char *text, void *config, FILE *errors) {
	if (read_value(setting, text, (char *)config + setting->offset)) {
		return true;
	}
	char range[80];
	setting_range(setting, range, sizeof(range));
	if (setting->type == SETTING_SECRET) {
		fprintf(errors, "%s: its value (not shown)", setting->name);
	} else {
		fprintf(errors, "%s: \"%.100s\"", setting->name, text);
	}
	fprintf(errors, " is not allowed; it must be %s%s%s\n", form_of(setting->type),
		range[0] != '\0' ? ", " : "", range);
	return false;
}

static void put_quantity(uint64_t value, const struct unit *units, char *out, size_t room) {
	while (units[1].name != NULL && (value == 0 || value % units->factor != 0)) {
		units++;
	}
	snprintf(out, room, "%llu%s", (unsigned long long)(value / units->factor),
		value == 0 ? "" : units->name);
}

void setting_range(const struct setting *setting, char *out, size_t room) {
	out[0] = '\0';
	if (setting->most == 0) {
		return;
	}
	if (setting->type == SETTING_TEXT || setting->type == SETTING_SECRET) {
		snprintf(out, room, "%llu to %llu bytes", (unsigned long long)setting->least,
			(unsigned long long)setting->most);
		return;
	}
	char least[32], most[32];
	put_quantity(setting->least, units_of(setting->type), least, sizeof(least));
	put_quantity(setting->most, units_of(setting->type), most, sizeof(most));
	snprintf(out, room, "%s to %s", least, most);
}

size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len) {
	size_t row[64];
	if (b_len >= sizeof(row) / sizeof(row[0])) {
		return SIZE_MAX;
	}
	for (size_t j = 0; j <= b_len; j++) {
		row[j] = j;
	}
	for (size_t i = 1; i <= a_len; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t above = row[j], best = diagonal + (a[i - 1] != b[j - 1]);
			best = above + 1 < best ? above + 1 : best;
			row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			diagonal = above;
		}
	}
	return row[b_len];
}

/* format.c: one function per format. Each returns NULL or the end of a sentence: "\"x\" is …". */
#include "libapi/wire/format.h"

#include <string.h>

#include "libapi/wire/time.h"

static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c) {
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Spaces and controls of ASCII, and the controls of C1 (0xc2 0x80…0x9f in UTF-8). */
static bool has_space_or_control(const char *text, size_t len) {
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		bool c1 = c == 0xc2 && i + 1 < len && (unsigned char)text[i + 1] < 0xa0;
		if (c <= 0x20 || c == 0x7f || c1) {
			return true;
		}
	}
	return false;
}

/* RFC 9562 §4: 8-4-4-4-12 hexadecimal digits. */
bool wire_is_uuid(const char *text, size_t len) {
	if (len != 36) {
		return false;
	}
	for (size_t i = 0; i < len; i++) {
		bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
		if (hyphen ? text[i] != '-' : !is_hex(text[i])) {
			return false;
		}
	}
	return true;
}

static const char *uuid(const char *text, size_t len) {
	return wire_is_uuid(text, len)
		       ? NULL
		       : "not a UUID (36 characters, 8-4-4-4-12 hexadecimal digits)";
}

static const char *user_ref(const char *text, size_t len) {
	bool is_me = len == 2 && memcmp(text, "me", 2) == 0;
	return is_me || wire_is_uuid(text, len) ? NULL : "neither a user's UUID nor the word me";
}

static const char *instant(const char *text, size_t len) {
	struct wire_time time;
	const char *fault = wire_time_fault(text, len, &time);
	if (fault == NULL && time.kind != WIRE_TIME_INSTANT) {
		return "not an instant: it needs a time and an offset, such as "
		       "2026-11-23T10:00:00Z";
	}
	return fault;
}

static const char *event_time(const char *text, size_t len) {
	struct wire_time time;
	const char *fault = wire_time_fault(text, len, &time);
	if (fault == NULL && time.kind == WIRE_TIME_DATE) {
		return "a date without a time; all-day events have start_date and end_date";
	}
	return fault;
}

static const char *date(const char *text, size_t len) {
	struct wire_time time;
	const char *fault = wire_time_fault(text, len, &time);
	return fault == NULL && time.kind != WIRE_TIME_DATE ? "not a date such as 2026-11-23"
							    : fault;
}

static const char *clock_time(const char *text, size_t len) {
	bool shaped = len == 5 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':' &&
		      is_digit(text[3]) && is_digit(text[4]);
	bool real = shaped && memcmp(text, "24", 2) < 0 && text[3] < '6';
	return real ? NULL : "not a time of day HH:MM from 00:00 to 23:59";
}

/* Names of the IANA database: parts of letters, digits and "_+-", each begun by a letter, joined by "/". Never
 * a dot: a name is also a path under /usr/share/zoneinfo. */
static const char *zone(const char *text, size_t len) {
	static const char fault[] = "not a time zone name such as Europe/Berlin";
	bool at_start = true;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		bool fits = is_letter(c) || (!at_start && (is_digit(c) || c == '_' || c == '+' ||
								  c == '-' || c == '/'));
		if (!fits) {
			return fault;
		}
		at_start = c == '/';
	}
	return at_start || len > 64 ? fault : NULL;
}

static const char *email(const char *text, size_t len) {
	const char *at = memchr(text, '@', len);
	size_t before = at == NULL ? 0 : (size_t)(at - text);
	bool fits = before > 0 && before + 1 < len &&
		    memchr(at + 1, '@', len - before - 1) == NULL &&
		    !has_space_or_control(text, len);
	return fits ? NULL : "not an e-mail address: one @, something on both sides, no spaces";
}

/* RFC 3986 §3.1: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) */
static const char *uri(const char *text, size_t len) {
	size_t i = 0;
	while (i < len &&
		(is_letter(text[i]) || (i > 0 && (is_digit(text[i]) || text[i] == '+' ||
							 text[i] == '-' || text[i] == '.')))) {
		i++;
	}
	bool fits = i > 0 && i + 1 < len && text[i] == ':' && !has_space_or_control(text, len);
	return fits ? NULL : "not a URI such as https://example.org/: a scheme, a colon, no spaces";
}

static const char *color(const char *text, size_t len) {
	static const char fault[] = "not a color #RRGGBB";
	if (len != 7 || text[0] != '#') {
		return fault;
	}
	for (size_t i = 1; i < len; i++) {
		if (!is_hex(text[i])) {
			return fault;
		}
	}
	return NULL;
}

static const char *username(const char *text, size_t len) {
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		if (!((c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '_' || c == '-')) {
			return "not made of a-z, 0-9, dot, underscore and hyphen alone";
		}
	}
	return len > 0 ? NULL : "empty";
}

/* The basic form of RFC 5545 §3.3.4 and §3.3.5, checked as the extended one. */
static const char *slot(const char *text, size_t len) {
	char wide[] = "YYYY-MM-DDTHH:MM:SS";
	static const char *const fault = "not a slot YYYYMMDD or YYYYMMDDTHHMMSS";
	struct wire_time time;
	if ((len != 8 && len != 15) || (len == 15 && text[8] != 'T')) {
		return fault;
	}
	memcpy(wide, text, 4);
	memcpy(wide + 5, text + 4, 2);
	memcpy(wide + 8, text + 6, 2);
	if (len == 15) {
		memcpy(wide + 11, text + 9, 2);
		memcpy(wide + 14, text + 11, 2);
		memcpy(wide + 17, text + 13, 2);
	}
	return wire_time_parse(wide, len == 15 ? 19 : 10, &time) ? NULL : fault;
}

static const char *printable(const char *text, size_t len) {
	static const char fault[] = "not printable ASCII without spaces at its ends";
	for (size_t i = 0; i < len; i++) {
		bool inside = i > 0 && i + 1 < len;
		if (text[i] < (inside ? 0x20 : 0x21) || text[i] > 0x7e) {
			return fault;
		}
	}
	return len > 0 ? NULL : fault;
}

static const char *words(const char *text, size_t len) {
	static const char fault[] = "not a list of names joined by commas";
	bool at_start = true;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		bool in_name = is_letter(c) || is_digit(c) || c == '_' || c == '.';
		if (!in_name && (c != ',' || at_start)) {
			return fault;
		}
		at_start = c == ',';
	}
	return at_start ? fault : NULL;
}

const char *wire_format_fault(enum wire_format format, const char *text, size_t len) {
	static const char *(*const checks[])(const char *text, size_t len) = {
		[WIRE_UUID] = uuid,
		[WIRE_USER_REF] = user_ref,
		[WIRE_INSTANT] = instant,
		[WIRE_EVENT_TIME] = event_time,
		[WIRE_DATE] = date,
		[WIRE_CLOCK] = clock_time,
		[WIRE_ZONE] = zone,
		[WIRE_EMAIL] = email,
		[WIRE_URI] = uri,
		[WIRE_COLOR] = color,
		[WIRE_USERNAME] = username,
		[WIRE_SLOT] = slot,
		[WIRE_PRINTABLE] = printable,
		[WIRE_WORDS] = words,
	};
	size_t known = sizeof checks / sizeof checks[0];
	return (size_t)format < known && checks[format] != NULL ? checks[format](text, len) : NULL;
}

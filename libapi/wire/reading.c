/* reading.c: see reading.h. Turned down: json-c's tree, which was here before. It took 7 of the 10 µs of an event,
 * and without memory it lost members silently or crashed (json-c 0.16, a name that could not be copied). */
#include "libapi/wire/reading.h"

static bool is_space(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

const char *reading_token(const char *at) {
	while (is_space(*at)) {
		at++;
	}
	return at;
}

const char *reading_text(const char *at, struct reading_text *out) {
	*out = (struct reading_text){ .from = ++at };
	while (*at != '"') {
		if (*at == '\\') {
			out->has_escapes = true;
			at++;
		}
		at++;
	}
	out->end = at;
	return at + 1;
}

static const char *skip_brackets(const char *at) {
	struct reading_text text;
	size_t depth = 0;
	do {
		if (*at == '"') {
			at = reading_text(at, &text);
			continue;
		}
		depth += *at == '{' || *at == '[';
		depth -= *at == '}' || *at == ']';
		at++;
	} while (depth > 0);
	return at;
}

static bool ends_word(char c) {
	return c == ',' || c == ']' || c == '}' || is_space(c);
}

const char *reading_skip(const char *at) {
	struct reading_text text;
	if (*at == '"') {
		return reading_text(at, &text);
	}
	if (*at == '{' || *at == '[') {
		return skip_brackets(at);
	}
	while (!ends_word(*at)) {
		at++;
	}
	return at;
}

const char *reading_next(const char *at, const char **end) {
	if (*at == '{' || *at == '[') {
		at = reading_token(at + 1);
	} else {
		at = reading_token(at);
		if (*at == ',') {
			return reading_token(at + 1);
		}
	}
	if (*at == '}' || *at == ']') {
		*end = at + 1;
		return NULL;
	}
	return at;
}

const char *reading_name(const char *at, struct reading_text *name) {
	at = reading_token(reading_text(at, name));
	return reading_token(at + 1); /* behind the colon */
}

size_t reading_count(const char *at) {
	bool is_object = *at == '{';
	struct reading_text name;
	const char *end = NULL;
	size_t count = 0;
	for (at = reading_next(at, &end); at != NULL; at = reading_next(at, &end)) {
		at = reading_skip(is_object ? reading_name(at, &name) : at);
		count++;
	}
	return count;
}

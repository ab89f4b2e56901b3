/* etag.c: reads `"7"`, `W/"7"`, lists of them, and `*`. */
#include "server/domain/etag.h"

#include <string.h>

static int64_t tag_version(const char *text, size_t len) {
	int64_t version = 0;

	if (len == 0 || len > 18 || (len > 1 && text[0] == '0')) {
		return -1;
	}
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9') {
			return -1;
		}
		version = version * 10 + (text[i] - '0');
	}
	return version;
}

static const char *skip_blanks(const char *at, const char *end) {
	while (at < end && (*at == ' ' || *at == '\t')) {
		at++;
	}
	return at;
}

/* One entity tag at `at`; returns what follows it, or NULL. RFC 9110 §8.8.3: etagc is %x21 / %x23-7E / obs-text. */
static const char *read_tag(struct condition *condition, const char *at, const char *end) {
	bool weak = end - at >= 2 && at[0] == 'W' && at[1] == '/';

	at += weak ? 2 : 0;
	if (at == end || *at != '"') {
		return NULL;
	}
	const char *start = ++at;
	while (at < end && *at != '"') {
		if ((unsigned char)*at < 0x21 || *at == 0x7f) {
			return NULL;
		}
		at++;
	}
	if (at == end) {
		return NULL;
	}
	if (condition->count < CONDITION_TAGS_MAX) {
		condition->weak[condition->count] = weak;
		condition->versions[condition->count++] = tag_version(start, (size_t)(at - start));
	}
	return at + 1;
}

bool condition_read(struct condition *condition, const char *text, size_t len) {
	const char *end = text + len;
	const char *at = skip_blanks(text, end);

	*condition = (struct condition){ .present = true };
	while (end > at && (end[-1] == ' ' || end[-1] == '\t')) {
		end--;
	}
	if (end - at == 1 && *at == '*') {
		condition->any = true;
		return true;
	}
	for (;;) {
		at = read_tag(condition, at, end);
		if (at == NULL) {
			return false;
		}
		at = skip_blanks(at, end);
		if (at == end) {
			return true;
		}
		if (*at != ',') {
			return false;
		}
		at = skip_blanks(at + 1, end);
	}
}

bool condition_matches(const struct condition *condition, int64_t version, bool strong_comparison) {
	if (condition->any) {
		return true;
	}
	for (size_t i = 0; i < condition->count; i++) {
		if (condition->versions[i] == version &&
			!(strong_comparison && condition->weak[i])) {
			return true;
		}
	}
	return false;
}

/* A statement compares with one version. Of several usable tags only the newest can still be current, since
 * versions only rise. */
int64_t condition_version(const struct condition *condition) {
	int64_t newest = -1;

	if (condition->any) {
		return 0;
	}
	for (size_t i = 0; i < condition->count; i++) {
		if (!condition->weak[i] && condition->versions[i] > newest) {
			newest = condition->versions[i];
		}
	}
	return newest;
}

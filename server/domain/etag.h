/* etag.h: entity tags and conditions (RFC 9110 §8.8.3, §13.1). A tag here is the version of a thing: "7". */
#ifndef SERVER_DOMAIN_ETAG_H
#define SERVER_DOMAIN_ETAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CONDITION_TAGS_MAX = 16 };

struct condition { /* an If-Match or If-None-Match header, read */
	bool present;
	bool any; /* "*" */
	size_t count;
	int64_t versions[CONDITION_TAGS_MAX]; /* -1: a tag that cannot be a version of ours */
	bool weak[CONDITION_TAGS_MAX];
};

/* false: not a list of entity tags. Tags past the bound are dropped; they match nothing. */
bool condition_read(struct condition *condition, const char *text, size_t len);
/* Strong comparison (If-Match) never matches a weak tag; weak comparison (If-None-Match) does. */
bool condition_matches(const struct condition *condition, int64_t version, bool strong_comparison);
/* What a statement compares with: 0 any version ("*"), -1 nothing can match, else the one version. */
int64_t condition_version(const struct condition *condition);

#endif

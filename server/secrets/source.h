/* source.h: where a credential comes from: a file, the environment, AWS Secrets Manager.
 *
 * What is read is the password itself, or JSON with `username` (may be absent) and `password`, as services that rotate
 * database passwords write it. */
#ifndef SERVER_SECRETS_SOURCE_H
#define SERVER_SECRETS_SOURCE_H

#include <stddef.h>

#include "server/secrets/credential.h"

enum source_kind { SOURCE_FILE, SOURCE_ENVIRONMENT, SOURCE_SECRETS_MANAGER };
enum { SOURCE_STAGES = 2 /* the current version, then the pending one */, SOURCE_WHY_ROOM = 240 };

struct source {
	enum source_kind kind;
	const char *name; /* path, variable, secret's name or ARN */
};

bool source_parse(struct source *source, const char *text);
/* false: `why` says so, without any secret; left alone for a stage that the source does not have. */
bool source_read(
	const struct source *source, int stage, struct credential *out, char *why, size_t room);

#endif

/* profile.h: the profile file, an INI file of url and key by section. */
#ifndef LIBAPI_PROFILE_H
#define LIBAPI_PROFILE_H

#include "api/error.h"

#include <stdbool.h>
#include <stddef.h>

struct profile {
	char *url, *key;
	bool found;
};

void libapi__profile_finish(struct profile *profile);
/* Read section `name` out of text. LIBAPI_E_CONFIG names `path` and the line. */
int32_t libapi__profile_parse(const char *path, const char *text, size_t len, const char *name,
	struct profile *out, libapi_error **error);
/* The same from the file. No such file: LIBAPI_OK and not found. Refused: open to group or others, of another
 * user, no plain file, above 64 KiB. */
int32_t libapi__profile_read(
	const char *path, const char *name, struct profile *out, libapi_error **error);

#endif

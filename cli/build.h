/* build.h: from what was given to libapi's builders, through the thunks of the table. */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "cli/args.h"

/* A builder of type `of` with `json` (may be NULL) read into it and then every given flag of that builder set.
 * *out is the caller's: of->release(). On any code but LIBAPI_OK `problem` or *error says why. */
int32_t build(const struct args *args, const struct builder *of, const char *json, size_t len,
	void **out, char *problem, size_t room, libapi_error **error);

/* Whether what was given at this place is the first of a repeated flag: it replaces the list that --json gave, and
 * the others add to it. Entries of a map do not: they replace the entry of their name. */
bool starts_over(const struct args *args, size_t at);

/* Whether any flag of `of` was given. */
bool is_given(const struct args *args, const struct builder *of);

#endif

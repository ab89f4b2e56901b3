/* suggest.h: the member that a misspelt name was probably meant to be. */
#ifndef LIBAPI_WIRE_SUGGEST_H
#define LIBAPI_WIRE_SUGGEST_H

#include "libapi/wire/wire.h"

/* A name of the schema at most two edits away (one for short names), or NULL. */
const char *wire_suggest(const struct wire_schema *schema, const char *name);

#endif

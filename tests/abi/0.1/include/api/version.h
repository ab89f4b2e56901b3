/**
 * api/version.h: which libapi this is, when compiling and when running.
 */
#ifndef LIBAPI_VERSION_H
#define LIBAPI_VERSION_H

#include "api/base.h"

/* As in the file VERSION; the build refuses to go on when the two differ. */
#define LIBAPI_VERSION "0.1.0"
/* major * 10000 + minor * 100 + patch, for #if. */
#define LIBAPI_VERSION_NUMBER 100

/* What this version's headers have, for programs that compile against several. */
#define LIBAPI_HAVE_CALENDARS 1
#define LIBAPI_HAVE_EVENTS 1
#define LIBAPI_HAVE_ASYNC 1
#define LIBAPI_HAVE_PAGERS 1

LIBAPI_BEGIN

/**
 * The version of the library that the program runs with: "0.1.0". Static text, never NULL. Since 0.1.
 */
LIBAPI_EXPORT const char *libapi_version(void);

/**
 * The same as one number: LIBAPI_VERSION_NUMBER of the library that the program runs with. Since 0.1.
 */
LIBAPI_EXPORT int32_t libapi_version_number(void);

LIBAPI_END

#endif

/* version.c: the version that was compiled in, and a check that the header says the same as the file VERSION. */
#include "api/version.h"

#ifdef LIBAPI_VERSION_FILE
/* The build passes the content of VERSION. */
#define SAME_TEXT(a, b) (__builtin_strcmp(a, b) == 0)
_Static_assert(
	SAME_TEXT(LIBAPI_VERSION, LIBAPI_VERSION_FILE), "include/api/version.h and VERSION differ");
#endif

const char *libapi_version(void) {
	return LIBAPI_VERSION;
}

int32_t libapi_version_number(void) {
	return LIBAPI_VERSION_NUMBER;
}

/* error_name.h: HTTP statuses as LIBAPI_E_ codes. */
#ifndef LIBAPI_ERROR_NAME_H
#define LIBAPI_ERROR_NAME_H

#include <stdint.h>

/* 2xx: LIBAPI_OK; 3xx but 304: LIBAPI_E_MALFORMED (redirects are never followed). */
int32_t libapi__code_of_status(int32_t status);

#endif

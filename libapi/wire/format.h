/* format.h: what a text must look like. */
#ifndef LIBAPI_WIRE_FORMAT_H
#define LIBAPI_WIRE_FORMAT_H

#include "libapi/wire/wire.h"

/* NULL, or static text that completes "… is " and says what was wanted. WIRE_PLAIN and WIRE_ENUM always fit:
 * the names of an enum are in the field, not here. */
const char *wire_format_fault(enum wire_format format, const char *text, size_t len);
bool wire_is_uuid(const char *text, size_t len);

#endif

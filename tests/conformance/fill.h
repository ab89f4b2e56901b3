/* fill.h: what a case gives to a call, set by the library's own setters. */
#ifndef TESTS_CONFORMANCE_FILL_H
#define TESTS_CONFORMANCE_FILL_H

#include "dispatch.h"

#include <json-c/json.h>

/* What a case says wrongly, as no library can; NULL: nothing so far. */
const char *fill_fault(void);

/* The inputs of a step. LIBAPI_OK, or the code with which a setter refused; release in every case. */
int32_t fill_inputs(struct inputs *in, const struct row *row, struct json_object *step);
void fill_release(struct inputs *in, const struct row *row);

/* A builder with these members set; *out is the caller's also on failure. */
int32_t fill_builder(struct builder *builder, struct json_object *from, void **out);

#endif

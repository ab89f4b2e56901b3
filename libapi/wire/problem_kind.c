/* problem_kind.c: the contract's problem codes by name. Only errors come here, so the search is a plain one. */
#include <string.h>

#include "libapi/wire/operation.h"

const struct problem_kind *problem_kind_find(const char *code) {
	for (size_t i = 0; code != NULL && i < problem_kind_count; i++) {
		if (strcmp(problem_kinds[i].code, code) == 0) {
			return &problem_kinds[i];
		}
	}
	return NULL;
}

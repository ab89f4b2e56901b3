/* json.h: what a case says and what came, compared; and a case's names put in. */
#ifndef TESTS_CONFORMANCE_JSON_H
#define TESTS_CONFORMANCE_JSON_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>

/* Is everything that `expected` names in `got`? NULL, or where they differ, in words (free()). Objects are compared by
 * the members that are expected, lists whole, null is also absent; a text that ends with … is a beginning. */
char *json_differ(const char *where, struct json_object *expected, struct json_object *got);

/* A copy in which ${NAME} stands for the text of `names`; NULL, and *unknown (free()), for a name that is none. */
struct json_object *json_fill_in(
	struct json_object *value, struct json_object *names, char **unknown);

/* The value behind "items.0.id"; NULL: none. */
struct json_object *json_at(struct json_object *value, const char *path);

const char *json_text_of(struct json_object *object, const char *name); /* NULL: absent */

/* The first member that is not in the list (which ends with NULL), or NULL. */
const char *json_stranger(struct json_object *object, const char *const *known);

#endif

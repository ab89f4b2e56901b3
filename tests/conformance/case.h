/* case.h: one file of the folder. */
#ifndef TESTS_CONFORMANCE_CASE_H
#define TESTS_CONFORMANCE_CASE_H

#include <json-c/json.h>
#include <stddef.h>

/* What is wrong with the file, or NULL; free(). Its steps are checked when they run. */
char *case_malformed(struct json_object *tree);

/* Run it against a scripted server of its own. NULL, or how it failed; free(). *calls grows. */
char *case_run_scripted(struct json_object *tree, size_t *calls);
/* Run its steps against the server at url. */
char *case_run_reference(struct json_object *tree, const char *url, const char *key, size_t *calls);

#endif

/* suite.h: one CUnit suite of this program's tests. */
#ifndef TESTS_UNIT_LIBAPI_SUITE_H
#define TESTS_UNIT_LIBAPI_SUITE_H

#include <CUnit/Basic.h>
#include <string.h>

/* The exit status: 0 when all passed. */
static inline int run_suite(const char *name, CU_TestInfo *tests) {
	CU_SuiteInfo suites[] = { { name, NULL, NULL, NULL, NULL, tests }, CU_SUITE_INFO_NULL };
	unsigned failures = 1;

	if (CU_initialize_registry() == CUE_SUCCESS && CU_register_suites(suites) == CUE_SUCCESS) {
		CU_basic_set_mode(CU_BRM_VERBOSE);
		CU_basic_run_tests();
		failures = CU_get_number_of_failures();
	}
	CU_cleanup_registry();
	return failures == 0 ? 0 : 1;
}

static inline int text_has(const char *text, const char *part) {
	return text != NULL && strstr(text, part) != NULL;
}

#endif
